"""A unit's discretion benchmark (裁量基准): a severity and a part of its range, proposed.

A setting of the organisation, never law: it proposes with its reasons and never binds.
"""

from rules.benchmark import Benchmark, BenchmarkVersion, Cuts, Weighing
from rules.discretion.bands import Band
from rules.discretion.check import check_benchmark
from rules.discretion.departure import departure
from rules.discretion.facts import DiscretionFacts, GradedFactor, Proposal, Proposed, Reason
from rules.discretion.propose import propose

__all__ = [
    "Band",
    "Benchmark",
    "BenchmarkVersion",
    "Cuts",
    "DiscretionFacts",
    "GradedFactor",
    "Proposal",
    "Proposed",
    "Reason",
    "Weighing",
    "check_benchmark",
    "departure",
    "propose",
]
