"""Whether the measures of a decision are lawful for the conduct found (Articles 29 to 35, 40)."""

from rules.sanctions.check import check_sanctions
from rules.sanctions.facts import (
    MeasureFact,
    Respondent,
    SanctionFacts,
    SanctionOutcome,
    TermRange,
)

__all__ = [
    "MeasureFact",
    "Respondent",
    "SanctionFacts",
    "SanctionOutcome",
    "TermRange",
    "check_sanctions",
]
