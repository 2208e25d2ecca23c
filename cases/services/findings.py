"""What is finally found about each respondent (Art 26, 30, 34, 39), which determines the case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from cases import events
from cases.facts import case_context
from cases.models import Case, CaseState, Finding, Notification, Respondent, RespondentState
from cases.services.dates import not_before, not_future
from cases.services.handling import allow, must_stand, respondent_for
from cases.services.investigation import settle_investigation
from rules.codes import LENIENT, Lenient
from rules.law import N221, cite
from rules.outcome import Outcome
from rules.procedure.findings import (
    DeterminationFacts,
    ExemptionFacts,
    FindingFacts,
    check_determination,
    check_exemption,
    check_finding,
)

MISCONDUCT, EXEMPTED, CLEARED = "misconduct", "exempted", "cleared"
OUTCOMES = {
    MISCONDUCT: "认定有科研失信行为",
    EXEMPTED: "认定有科研失信行为，免予处理",
    CLEARED: "未发现存在科研失信行为",
}
RESULT_STATES = (
    RespondentState.FOUND,
    RespondentState.EXEMPTED,
    RespondentState.CLEARED,
    RespondentState.DISCONTINUED,
)
REPORT_FIRST = cite(N221, 24, "调查报告须由全体调查人员签字")
CLEAR = cite(N221, 39, "对经调查未发现存在科研失信行为的，调查单位应及时以适当方式澄清")


@dataclass(frozen=True, slots=True)
class Retraction:
    """What the last paragraph of Art 34 asks about a retraction."""

    is_author: bool = False
    own_will: bool = False
    larger_harm: bool = False
    retracted_on: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What the unit finds about a respondent.

    ``conduct`` are items of Art 2, ``annex`` of the annex of 84号 (list, item); ``standard`` is the
    academic publishing norm or industry standard Art 2 demands. ``factors``: item of Art 30 to what
    was found about it. ``lenient`` and ``aggravated`` are codes of Art 34 and 35.
    """

    outcome: str
    facts: str
    evidence: str = ""
    conduct: Sequence[int] = ()
    annex: Sequence[Sequence[int]] = ()
    standard: str = ""
    factors: Mapping[int, str] = field(default_factory=dict)
    severity: str = ""
    lenient: Sequence[str] = ()
    aggravated: Sequence[str] = ()
    reasons: str = ""
    retraction: Retraction | None = None


@transaction.atomic
def determine_respondent(
    *, actor: Actor, respondent_id: int, found: Found, on: date, seen: int | None = None
) -> Finding:
    """Record what was found about a respondent; the last one determines the case.

    Raises Refused while the report is not formed, a factor of Art 30 is unanswered, or an exemption
    does not rest on the last paragraph of Art 34.
    """
    respondent = respondent_for(actor=actor, respondent_id=respondent_id, seen=seen)
    case = respondent.case
    must_stand(case, [CaseState.REPORTED], "调查报告形成以后才能作最终认定。", REPORT_FIRST)
    must_stand(respondent, [RespondentState.OPEN], "这名被调查人已经有结果，不能再认定。")
    not_future(on, "认定日期")
    not_before(on, _report_day(case), "认定日期", "调查报告形成日期")
    _lawful(found, case)
    finding = _store(respondent, found, actor, on)
    _conclude(respondent, found.outcome, actor, on)
    _determine(case, actor)
    settle_investigation(case, on)
    return finding


def withdraw_findings(case: Case, actor: Actor) -> None:
    """Open again what was found on a report that more inquiry replaces; the caller's transaction.

    A finding that a decision stands on already is left alone.
    """
    found = (RespondentState.FOUND, RespondentState.EXEMPTED, RespondentState.CLEARED)
    for respondent in case.respondents.filter(state__in=found, decisions__isnull=True):
        respondent.notifications.filter(kind="clearing", sent_on__isnull=True).delete()
        respondent.reopen()
        respondent.ended_on, respondent.end_reason = None, ""
        respondent.save()
        events.record("respondent.reopened", actor=actor, subject=respondent, on=case)


def _lawful(found: Found, case: Case) -> None:
    if found.outcome not in OUTCOMES:
        raise Refused.plainly("unknown_outcome", "请选择认定的结果。")
    outcome = check_finding(
        FindingFacts(
            misconduct=found.outcome != CLEARED,
            facts=found.facts,
            report_formed=True,
            conduct=frozenset(found.conduct),
            annex=frozenset(f"{group}.{item}" for group, item in found.annex),
            standard=found.standard,
            factors=dict(found.factors),
            severity=found.severity or None,
            exempting=found.outcome == EXEMPTED,
        )
    )
    if found.outcome == EXEMPTED:
        exempt = _exemption(found, case)
        outcome = Outcome.of((*outcome.findings, *exempt.findings), exempt.readings)
    allow(outcome)


def _exemption(found: Found, case: Case) -> Outcome:
    retraction = found.retraction or Retraction()
    received = case.complaints.order_by("received_on").values_list("received_on", flat=True)
    context = case_context(case)
    return check_exemption(
        ExemptionFacts(
            is_author=retraction.is_author,
            own_will=retraction.own_will,
            larger_harm=retraction.larger_harm,
            retracted_on=retraction.retracted_on,
            reported_on=received.first(),
            conduct=frozenset(found.conduct),
            reason=found.reasons,
        ),
        context,
        context.law(case.law_on),
    )


def _store(respondent: Respondent, found: Found, actor: Actor, on: date) -> Finding:
    guilty = found.outcome != CLEARED
    finding = Finding.objects.create(
        respondent=respondent,
        version=respondent.findings.count() + 1,
        misconduct=guilty,
        conduct=sorted(found.conduct) if guilty else [],
        annex=[list(pair) for pair in found.annex] if guilty else [],
        standard=found.standard.strip(),
        facts=found.facts.strip(),
        evidence=found.evidence.strip(),
        factors={str(item): said.strip() for item, said in sorted(found.factors.items())},
        severity=found.severity if found.outcome == MISCONDUCT else "",
        lenient=_lenient(found),
        aggravated=list(found.aggravated),
        reasons=found.reasons.strip(),
        found_on=on,
        found_by_id=actor.user_id,
    )
    retracted = found.retraction.retracted_on if found.retraction else None
    events.record(
        "finding.recorded",
        actor=actor,
        subject=finding,
        on=respondent.case,
        date=on,
        retracted_on=retracted,
    )
    return finding


def _lenient(found: Found) -> list[str]:
    exempted = [Lenient.RETRACTED_BEFORE_REPORT] if found.outcome == EXEMPTED else []
    chosen = {*found.lenient, *exempted}
    return [code.value for code in LENIENT if code in chosen]


def _conclude(respondent: Respondent, outcome: str, actor: Actor, on: date) -> None:
    if outcome == MISCONDUCT:
        respondent.find()
    elif outcome == EXEMPTED:
        respondent.exempt()
    else:
        respondent.clear()
        respondent.ended_on = on
        respondent.end_reason = OUTCOMES[CLEARED]
    respondent.save()
    name = {MISCONDUCT: "respondent.found", EXEMPTED: "respondent.exempted"}
    events.record(
        name.get(outcome, "respondent.cleared"),
        actor=actor,
        subject=respondent,
        on=respondent.case,
        date=on,
    )
    if outcome == CLEARED:
        _clearing_due(respondent)


def _clearing_due(respondent: Respondent) -> None:
    Notification.objects.create(
        case=respondent.case,
        kind="clearing",
        respondent=respondent,
        recipient="知悉不实反映的人员",
        article=CLEAR.place,
        contents="以适当方式澄清",
    )


def _determine(case: Case, actor: Actor) -> None:
    states = list(case.respondents.values_list("state", flat=True))
    undecided = sum(state not in RESULT_STATES for state in states)
    facts = DeterminationFacts(report_formed=True, respondents=len(states), undecided=undecided)
    if not check_determination(facts).allowed:
        return
    case.determine()
    case.save()
    events.record("case.determined", actor=actor, subject=case, on=case)


def _report_day(case: Case) -> date:
    report = case.reports.filter(superseded=False, formed_on__isnull=False).last()
    return report.formed_on if report and report.formed_on else case.accepted_on
