"""The smallest change that makes a proposal lawful, found by asking the rules about candidates.

For each severity there is one cheapest way: change the severity, add measure 13, move each term to
the nearest lawful length, leave out what the tier does not list. Each is put to the rules; of the
lawful ones the one with the fewest changes is proposed, on a tie the lighter severity.
"""

from dataclasses import dataclass, replace

from accounts.refusals import Refused
from cases.documents.facts import term_words
from cases.models import Finding, Respondent
from cases.services.judging import Proposal, judge, powers_of
from rules.codes import SEVERITIES, Severity
from rules.numerals import numeral
from rules.sanctions import MeasureFact, TermRange

BOUNDED = (5, 7, 9)
COUPLED = (5, 7, 9, 10)
LIGHT = (1, 3, 11, 14)
REGISTER = 13
HALF_YEAR = 6
RANGES = {
    Severity.MAJOR: TermRange(over=0, under=3),
    Severity.SERIOUS: TermRange(from_=3, to=5),
    Severity.ESPECIALLY_SERIOUS: TermRange(over=5),
}
WORDS = {
    Severity.MAJOR: "不满3年",
    Severity.SERIOUS: "3至5年",
    Severity.ESPECIALLY_SERIOUS: "超过5年",
}


@dataclass(frozen=True, slots=True)
class Mend:
    """What to change, in words, and the proposal after it."""

    steps: tuple[str, ...]
    proposal: Proposal
    remark: str = ""


def mend(
    respondent: Respondent, finding: Finding, proposal: Proposal, *, mitigated: bool = False
) -> Mend | None:
    """The smallest lawful change; None when nothing is unlawful or nothing simple helps."""
    if not proposal.measures or _lawful(respondent, finding, proposal, mitigated):
        return None
    found = []
    powers = powers_of(respondent)
    for severity in Severity:
        candidate = _under(severity, proposal, powers)
        if candidate.steps and _lawful(respondent, finding, candidate.proposal, mitigated):
            found.append(candidate)
    return min(found, key=lambda mended: len(mended.steps), default=None)


def _lawful(respondent: Respondent, finding: Finding, proposal: Proposal, mitigated: bool) -> bool:
    try:
        return judge(respondent, finding, proposal, mitigated=mitigated).outcome.allowed
    except Refused:
        return False


def _under(severity: Severity, proposal: Proposal, powers: frozenset[int]) -> Mend:
    steps: list[str] = []
    if proposal.severity != severity:
        steps.append(f"情节改为{SEVERITIES[severity]}")
    measures: list[MeasureFact] = []
    remarks: list[str] = []
    for measure in proposal.measures:
        if measure.item not in powers:
            steps.append(f"去掉{_mark(measure.item)}，另向有权限的单位提出建议")
            continue
        kept = _fitted(measure, severity)
        if kept is None:
            steps.append(f"去掉{_mark(measure.item)}")
            continue
        if kept != measure:
            was, now = _length(measure), _length(kept)
            steps.append(f"{_mark(measure.item)}的期限{was}改为{WORDS[severity]}")
            remarks.append(f"{_mark(measure.item)}将填{now}")
        measures.append(kept)
    items = {m.item for m in measures}
    if items & set(COUPLED) and REGISTER not in items:
        measures.append(MeasureFact(REGISTER))
        steps.append(f"勾选{_mark(REGISTER)}记入数据库")
    remark = f"{'，'.join(remarks)}，可再改" if remarks else ""
    changed = replace(proposal, severity=severity.value, measures=tuple(measures))
    return Mend(tuple(steps), changed, remark)


def _fitted(measure: MeasureFact, severity: Severity) -> MeasureFact | None:
    if severity is Severity.MINOR:
        return measure if measure.item in LIGHT else None
    months = (measure.years or 0) * 12 + (measure.months or 0)
    if measure.item not in BOUNDED or not (months or measure.permanent):
        return measure
    bounds = RANGES[severity]
    if measure.permanent:
        return measure if severity is Severity.ESPECIALLY_SERIOUS else _of(measure, bounds, 10**4)
    return measure if bounds.holds(months) else _of(measure, bounds, months)


def _of(measure: MeasureFact, bounds: TermRange, months: int) -> MeasureFact:
    """The nearest lawful length, in half years where the bound itself is excluded."""
    if bounds.under is not None and months >= bounds.under * 12:
        months = bounds.under * 12 - HALF_YEAR
    elif bounds.to is not None and months > bounds.to * 12:
        months = bounds.to * 12
    elif bounds.from_ is not None and months < bounds.from_ * 12:
        months = bounds.from_ * 12
    elif bounds.over is not None and months <= bounds.over * 12:
        months = bounds.over * 12 + HALF_YEAR
    years, rest = divmod(months, 12)
    return MeasureFact(measure.item, years=years or None, months=rest or None)


def _length(measure: MeasureFact) -> str:
    return term_words(measure.years, measure.months, measure.permanent)


def _mark(item: int) -> str:
    return f"（{numeral(item)}）"
