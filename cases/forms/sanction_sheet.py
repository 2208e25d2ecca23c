"""What the sanctions page shows beside the fields: tiers, chart, rows, the rules' verdict."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.core.exceptions import ValidationError

from accounts.refusals import Refused
from cases.facts import case_context
from cases.forms.sanction_benchmark import Suggestion, suggestion
from cases.forms.sanction_chart import Chart, draw
from cases.forms.sanction_tiers import Tier, tiers
from cases.forms.sanctions import (
    WITH_TERM,
    SanctionsForm,
    finding_of,
    months_of,
    respondent_of,
    typed,
)
from cases.models import Finding, Respondent, RespondentState
from cases.services.judging import Judgement, Proposal, judge
from cases.services.ways import Way, ways
from rules.codes import AGGRAVATED, ANNEX_84, CONDUCT, LENIENT, MEASURES, SEVERITIES, Severity
from rules.numerals import numeral
from rules.outcome import Citation, Outcome
from rules.outcome import Finding as RuleFinding
from rules.sanctions import MeasureFact
from rules.sanctions.findings import span
from rules.sanctions.tables import SanctionTable, mask, members, table

MAY_BE_PERMANENT = frozenset({5, 7, 9, 10})
REGISTER = 13
# Findings whose message names the measure they are about.
OF_ONE_MEASURE = frozenset(
    {
        "measure_not_in_tier",
        "term_outside_tier",
        "beyond_power",
        "lighter_measure_added",
        "permanent_needs_basis",
        "term_not_stated",
        "term_of_10_outside_tier",
        "unusual_for_organisation",
        "other_measure_needs_basis",
    }
)
OTHER = 14


@dataclass(frozen=True, slots=True)
class Row:
    """A measure as ``cw`` draws it (see ``misconduct.pages.parts.MeasureRow``)."""

    item: int
    label: str
    chosen: bool
    has_term: bool
    may_be_permanent: bool
    term: str
    permanent: bool
    outside: str
    error: str

    @property
    def number(self) -> str:
        return f"（{numeral(self.item)}）"

    @property
    def spoken(self) -> str:
        return f"第{numeral(self.item)}项"


@dataclass(frozen=True, slots=True)
class Check:
    """The rule check as ``cw`` draws it."""

    outcome: Outcome
    links: Mapping[str, str]
    reasons: Mapping[str, str]
    ways: tuple[Way, ...] = ()
    remark: str = "每次改动后自动检查。"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything beside the fields. ``check`` None while nothing was chosen."""

    given: "Given"
    tiers: tuple[Tier, ...]
    rows: tuple[Row, ...]
    chart: Chart
    check: Check | None
    asked: tuple[str, ...] = ()
    suggestion: Suggestion | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What was found, and the floor it sets: in ``floored`` the conduct that has one, in words."""

    conduct: tuple[Citation, ...]
    aggravated: tuple[Citation, ...]
    lenient: tuple[Citation, ...]
    floor: str
    floored: str
    law: Citation


def sheet(form: SanctionsForm) -> Sheet:
    """Read the form, sent or not, and ask the rules. Saves nothing."""
    shown = typed(form)
    respondent = respondent_of(form.subject)
    finding = finding_of(form.subject)
    proposal = proposed(shown)
    judgement, failed = _ask(respondent, finding, proposal, form.mitigated)
    outcome = judgement.outcome if judgement else failed
    exempted = respondent.state == RespondentState.EXEMPTED
    silent = not form.is_bound and not proposal.measures and not exempted
    law = table(case_context(respondent.case), respondent.case.law_on)
    lawful: tuple[Way, ...] = ()
    # What is exempted is left as it is found: no choice of measures mends it.
    if not silent and not exempted and outcome.errors:
        lawful = ways(respondent, finding, proposal, mitigated=form.mitigated)
    permitted = judgement.sanctions.permitted if judgement and proposal.severity else None
    floored = bool(mask(finding.conduct) & law.floor)
    return Sheet(
        given=_given(finding, floored, law),
        tiers=tiers(str(shown.get("severity", "")), floored and not form.mitigated, law),
        rows=_rows(shown, permitted, () if silent else outcome.errors),
        chart=draw(proposal, law, judgement.sanctions.term if judgement else None, permitted),
        check=None if silent else _check(outcome, lawful, shown),
        asked=_asked(form, outcome, silent),
        suggestion=None
        if exempted
        else suggestion(respondent, finding, shown, proposal, mitigated=form.mitigated),
    )


def proposed(shown: Mapping[str, Any]) -> Proposal:
    """The severity and measures the form shows; a term that cannot be read counts as none."""
    return Proposal(
        severity=str(shown.get("severity") or ""),
        measures=tuple(_measure(shown, item) for item in sorted(shown.get("measure") or ())),
    )


def _measure(shown: Mapping[str, Any], item: int) -> MeasureFact:
    months = _months(shown, item)
    permanent = item in MAY_BE_PERMANENT and bool(shown.get(f"permanent_{item}"))
    if permanent or not months:
        return MeasureFact(item, permanent=permanent)
    years, rest = divmod(months, 12)
    return MeasureFact(item, years or None, rest or None)


def _months(shown: Mapping[str, Any], item: int) -> int:
    try:
        return months_of(str(shown.get(f"years_{item}") or ""))
    except ValidationError:
        return 0


def _ask(
    respondent: Respondent, finding: Finding, proposal: Proposal, mitigated: bool
) -> tuple[Judgement | None, Outcome]:
    known = [m for m in proposal.measures if m.item in MEASURES]
    try:
        asked = replace(proposal, measures=tuple(known))
        judgement = judge(respondent, finding, asked, mitigated=mitigated)
    except Refused as refused:
        return None, refused.outcome
    return judgement, judgement.outcome


def _given(finding: Finding, floored: bool, law: SanctionTable) -> Given:
    return Given(
        conduct=(
            *(CONDUCT[item].citation for item in finding.conduct),
            *(ANNEX_84[group, item].citation for group, item in finding.annex),
        ),
        aggravated=tuple(AGGRAVATED[a].citation for a in AGGRAVATED if a in finding.aggravated),
        lenient=tuple(LENIENT[a].citation for a in LENIENT if a in finding.lenient),
        floor=SEVERITIES[Severity.MAJOR if floored else Severity.MINOR],
        floored=f"第二条{span(members(law.floor))}" if floored else "",
        law=law.floor_citation,
    )


def _rows(
    shown: Mapping[str, Any],
    permitted: tuple[int, ...] | None,
    errors: tuple[RuleFinding, ...],
) -> tuple[Row, ...]:
    chosen = set(shown.get("measure") or ())
    return tuple(
        Row(
            item=item,
            label=code.label,
            chosen=item in chosen,
            has_term=item in WITH_TERM,
            may_be_permanent=item in MAY_BE_PERMANENT,
            term=str(shown.get(f"years_{item}") or ""),
            permanent=bool(shown.get(f"permanent_{item}")),
            outside=_outside(item, permitted),
            error=_error(item, item in chosen, errors),
        )
        for item, code in MEASURES.items()
    )


def _outside(item: int, permitted: tuple[int, ...] | None) -> str:
    if item == OTHER:
        return "须另有依据"
    return "本档未列" if permitted is not None and item not in permitted else ""


def _error(item: int, chosen: bool, errors: tuple[RuleFinding, ...]) -> str:
    """The first error about a measure; the one missing for the register stands at measure 13."""
    for found in errors:
        if found.code == "register_missing":
            if item == REGISTER:
                return f"{found.message}。"
        elif chosen and found.code in OF_ONE_MEASURE and f"第{numeral(item)}项" in found.message:
            return f"{found.message.rstrip('。')}。"
    return ""


def _check(outcome: Outcome, lawful: tuple[Way, ...], shown: Mapping[str, Any]) -> Check:
    return Check(outcome, _links(outcome, shown), _reason_links(outcome), lawful)


def _links(outcome: Outcome, shown: Mapping[str, Any]) -> dict[str, str]:
    """Where each finding is mended: the row it names, the severity, or measure 13."""
    found = {"register_missing": "m13", "below_floor": "severity", "no_measure": "m2"}
    for finding in outcome.findings:
        if finding.code in found or finding.code not in OF_ONE_MEASURE:
            continue
        for item in sorted(shown.get("measure") or ()):
            if f"第{numeral(item)}项" in finding.message:
                found[finding.code] = f"y{item}" if item in WITH_TERM else f"m{item}"
                break
    return found


def _reason_links(outcome: Outcome) -> dict[str, str]:
    return {f.code: f"#id_reason_{f.code}" for f in outcome.warnings}


def _asked(form: SanctionsForm, outcome: Outcome, silent: bool) -> tuple[str, ...]:
    """The reason fields to show: for every warning, and where a reason is written already."""
    warned = set() if silent else {f"reason_{f.code}" for f in outcome.warnings}
    written = {n for n, said in typed(form).items() if n.startswith("reason_") and said}
    return tuple(name for name in form.fields if name in warned | written)
