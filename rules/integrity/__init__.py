"""Checks of applicants, promises, orders, coverage, journals (84号; the opinions of 2018)."""

from rules.integrity.check import IntegrityAnswer, check_integrity
from rules.integrity.facts import IntegrityFacts, RecordedDecision, Status
from rules.integrity.purposes import PURPOSES

__all__ = [
    "PURPOSES",
    "IntegrityAnswer",
    "IntegrityFacts",
    "RecordedDecision",
    "Status",
    "check_integrity",
]
