"""A case weighed by the example of a discretion benchmark, as several tests ask it."""

from datetime import date

from rules.codes import Severity
from rules.context import default_context
from rules.discretion import DiscretionFacts, GradedFactor, propose
from rules.edge.discretion import load_benchmark
from tests.rules.ask import ROOT

EXAMPLE = ROOT / "docs" / "examples" / "discretion-benchmark.json"
BENCHMARK = load_benchmark(EXAMPLE.read_bytes())
VERSION = BENCHMARK.versions[0]
CONTEXT = default_context().with_benchmark(BENCHMARK)
ON = date(2024, 8, 1)
MINOR, MAJOR, SERIOUS, WORST = Severity
NONE = (0, 0, 0, 0, 0, 0)
HEAVIEST = tuple(len(one.grades) - 1 for one in VERSION.factors)


def facts(grades, conduct=(6,), lenient=(), aggravated=(), on=ON):
    """Grades of the six factors in order; None: not graded."""
    graded = tuple(GradedFactor(i, grade) for i, grade in enumerate(grades, 1) if grade is not None)
    return DiscretionFacts(on, conduct, graded, lenient, aggravated)


def proposed(*given_, **named):
    return propose(facts(*given_, **named), CONTEXT)


def codes(found):
    return [finding.code for finding in found.findings]
