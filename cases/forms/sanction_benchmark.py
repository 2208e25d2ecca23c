"""The unit's discretion benchmark beside the sanctions: grades to choose, and what it proposes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from cases.models import Finding, Respondent
from cases.services.judging import Proposal
from cases.services.proposing import benchmark_version, departures, proposal_for
from rules.codes import FACTORS
from rules.discretion import Reason
from rules.discretion.reasons import span
from rules.numerals import numeral
from rules.outcome import Finding as RuleFinding

GRADE = "grade_"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the benchmark proposes, in words; ``severity`` empty while a factor is not graded.

    ``departures``: where the sheet says otherwise, which it may, with its reason written down.
    """

    title: str
    version: str
    severity: str
    band: str
    reasons: tuple[Reason, ...]
    departures: tuple[RuleFinding, ...]


def grade_fields(respondent: Respondent) -> Iterator[tuple[str, forms.ChoiceField]]:
    """A choice of grades for each factor of Art 30; none where the unit has no benchmark."""
    version = benchmark_version(respondent.case)
    for one in version.factors if version else ():
        label = f"（{numeral(one.item)}）{FACTORS[one.item].label}"
        choices = [("", "还没有判定"), *((str(i), name) for i, name in enumerate(one.grades))]
        yield f"{GRADE}{one.item}", forms.ChoiceField(label=label, choices=choices, required=False)


def suggestion(
    respondent: Respondent,
    finding: Finding,
    shown: Mapping[str, Any],
    proposal: Proposal,
    *,
    mitigated: bool,
) -> Suggestion | None:
    """What is proposed for the grades the form shows; None without a benchmark."""
    found = proposal_for(respondent, finding, _grades(shown))
    if found is None or found.benchmark is None or found.version is None:
        return None
    return Suggestion(
        title=found.benchmark.title,
        version=found.version.name,
        severity=found.severity.label if found.severity else "",
        band=span(found.band) if found.band else "",
        reasons=found.reasons,
        departures=departures(respondent, finding, proposal, found, mitigated=mitigated),
    )


def _grades(shown: Mapping[str, Any]) -> dict[int, int]:
    given = {item: str(shown.get(f"{GRADE}{item}") or "") for item in FACTORS}
    return {item: int(grade) for item, grade in given.items() if grade.isdecimal()}
