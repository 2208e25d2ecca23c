"""Standing still and taking longer: suspension, resumption, extension (Art 23, 25)."""

from datetime import date

from django.db import transaction

from accounts import clock
from accounts.actors import Actor
from accounts.refusals import Refused
from accounts.roles import Role
from cases import events
from cases.facts import case_context
from cases.facts_inquiry import last_day
from cases.models import OPEN_STATES, Case, CaseState, Extension, Suspension
from cases.services.dates import not_future
from cases.services.deadlines import recount_investigation
from cases.services.entering import case_for, standing
from cases.services.told import EXTENSION, owe
from rules.law import N221, cite
from rules.outcome import Outcome
from rules.procedure.clocks import (
    ExtensionFacts,
    ResumptionFacts,
    SuspensionFacts,
    check_extension,
    check_resumption,
    check_suspension,
)

TO_THE_SENDER = cite(N221, 25, "对上级机关和有关部门移送的，调查延期情况应向移送机关或部门报告")


@transaction.atomic
def suspend(
    *,
    actor: Actor,
    case_id: int,
    ground: str,
    detail: str,
    on: date,
    seen: int | None = None,
) -> Suspension:
    """Suspend from ``on``; approved by the leader who does it, today, so never back-dated."""
    case = case_for("case.suspend", actor=actor, case_id=case_id, seen=seen)
    not_future(on, "中止之日")
    facts = SuspensionFacts(
        ground=ground,
        approver_is_responsible_leader=actor.has(Role.RESPONSIBLE_LEADER),
        effective_on=on,
        approved_on=clock.today(),
        case_investigating=case.state == CaseState.INVESTIGATING,
        open_suspension=case.suspensions.filter(resumed_on=None).exists(),
        approver_is_head=actor.has(Role.HEAD),
        earlier=case.suspensions.count(),
    )
    _allowed(check_suspension(facts, case_context(case)))
    suspension = Suspension.objects.create(
        case=case,
        ground=ground,
        detail=detail.strip(),
        requested_by_id=actor.user_id,
        approved_by_id=actor.user_id,
        effective_on=on,
    )
    case.suspend()
    case.save()
    events.record("case.suspended", actor=actor, subject=case, on=case, ground=ground, date=on)
    _counted_again(actor, case, suspension)
    return suspension


@transaction.atomic
def resume(
    *, actor: Actor, case_id: int, on: date, cause_gone: str, seen: int | None = None
) -> Suspension:
    """Take the investigation up again; the days between are not counted (Art 23)."""
    case = case_for("case.resume", actor=actor, case_id=case_id, seen=seen)
    not_future(on, "恢复之日")
    suspension = case.suspensions.filter(resumed_on=None).first()
    since = suspension.effective_on if suspension else None
    _allowed(check_resumption(ResumptionFacts(since, on, cause_gone)))
    assert suspension is not None
    suspension.resumed_on, suspension.resumed_because = on, cause_gone.strip()
    suspension.save()
    case.resume()
    case.save()
    events.record("case.resumed", actor=actor, subject=case, on=case, date=on)
    _counted_again(actor, case, suspension)
    return suspension


@transaction.atomic
def extend(
    *, actor: Actor, case_id: int, months: int, ground: str, seen: int | None = None
) -> Extension:
    """More months for a case of special weight and complexity; a sender of the lead is told."""
    case = case_for("case.extend", actor=actor, case_id=case_id, seen=seen)
    standing(case, OPEN_STATES, "办理期间才能延长。", cite(N221, 25, "可延长调查期限"))
    facts = ExtensionFacts(
        months=months,
        ground_stated=bool(ground.strip()),
        approver_is_head=actor.has(Role.HEAD) and actor.of(case.organisation_id),
        approved_on=clock.today(),
        due=last_day("investigation", case._meta.label_lower, case.pk),
        transferred=case.referred_by_id is not None,
        earlier_months=sum(e.months for e in case.extensions.all()),
        on=case.law_on,
    )
    _allowed(check_extension(facts, case_context(case)))
    extension = Extension.objects.create(
        case=case,
        months=months,
        ground=ground.strip(),
        approved_by_id=actor.user_id,
        approved_on=clock.today(),
    )
    events.record("case.extended", actor=actor, subject=extension, on=case, months=months)
    recount_investigation(case)
    if case.referred_by is not None:
        owe(
            case=case,
            kind=EXTENSION,
            organisation=case.referred_by,
            article=TO_THE_SENDER.place,
            contents=f"调查延期{months}个月的情况",
        )
    return extension


def _counted_again(actor: Actor, case: Case, suspension: Suspension) -> None:
    events.record("record.kept", actor=actor, subject=suspension, on=case)
    recount_investigation(case)


def _allowed(outcome: Outcome) -> None:
    if not outcome.allowed:
        raise Refused(outcome)
