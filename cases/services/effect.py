"""When a decision takes effect (reading G2), when its term ends, and what it replaces."""

from datetime import date, timedelta

from django.db import transaction

from accounts import clock
from accounts.actors import SYSTEM, Actor
from accounts.services.locking import locked
from cases import events
from cases.facts import case_context
from cases.models import Case, Deadline, Decision, DecisionState, Respondent
from cases.services.dates import not_before, not_future
from cases.services.handling import allow, decision_for, must_stand
from rules.law import N221, cite
from rules.procedure.decisions import EffectFacts, check_effect
from rules.terms import end_of_term

ON_SERVICE, AFTER_APPEAL = "service", "appeal_lapsed"
WHY = {
    ON_SERVICE: "送达被处理人时生效（本单位解读，条文未写明）",
    AFTER_APPEAL: "申诉期限届满后生效（本单位解读，条文未写明）",
}
SERVED_FIRST = cite(N221, 36, "在决定生效后10个工作日内")


def make_effective(*, actor: Actor, decision: Decision, on: date) -> Decision:
    """Let a served decision take effect, in the caller's transaction and under its locks.

    An earlier version still standing is varied by it. Raises Refused while the reading of the unit
    does not let it take effect on that day.
    """
    case = decision.respondent.case
    context = case_context(case)
    facts = EffectFacts(
        served_on=decision.served_on,
        effective_on=on,
        appeal_last_day=appeal_last_day(decision),
    )
    allow(check_effect(facts, context))
    decision.take_effect()
    decision.effective_on, decision.effective_reason = on, WHY[context.reading("G2")]
    decision.save()
    _succeed(decision, actor, on)
    events.record(
        "decision.effective",
        actor=actor,
        subject=decision,
        on=case,
        decision=decision.pk,
        date=on,
    )
    return decision


@transaction.atomic
def declare_effective(
    *, actor: Actor, decision_id: int, on: date, seen: int | None = None
) -> Decision:
    """The office states the day of effect, where it does not follow from service."""
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    states = [DecisionState.SERVED]
    must_stand(decision, states, "处理决定书送达以后才能生效。", SERVED_FIRST)
    not_future(on, "生效日期")
    if decision.served_on is not None:
        not_before(on, decision.served_on, "生效日期", "送达日期")
    return make_effective(actor=actor, decision=decision, on=on)


def effects_due() -> int:
    """Let every served decision take effect whose period for appeal has run without an appeal.

    For units that read it so; how many took effect. A lodged appeal has stopped the clock, and the
    result of the review decides then.
    """
    waiting = Decision.objects.filter(state=DecisionState.SERVED).values_list("pk", flat=True)
    return sum(_lapse(pk) for pk in list(waiting))


def expiries_due() -> int:
    """End every decision whose longest term has run (84号 21); how many ended."""
    standing = Decision.objects.filter(state=DecisionState.EFFECTIVE).values_list("pk", flat=True)
    return sum(_expire(pk) for pk in list(standing))


def last_day_of(decision: Decision) -> date | None:
    """The last day of the longest term, None without one or when a measure is permanent (G9).

    Terms run from the day of effect, or from the day the decision states (G8).
    """
    if decision.effective_on is None:
        return None
    begins = decision.starts_on or decision.effective_on
    measures = list(decision.measures.all())
    if any(m.permanent for m in measures):
        return None
    ends = [
        end_of_term(begins, m.years or 0, m.months or 0) for m in measures if m.years or m.months
    ]
    return max(ends, default=None)


def appeal_last_day(decision: Decision) -> date | None:
    """The last day the respondent may appeal, None while it rests on days not announced."""
    row = Deadline.objects.filter(
        rule="appeal", subject_kind=decision._meta.label_lower, subject_id=decision.pk
    ).last()
    return None if row is None or row.provisional else row.due


@transaction.atomic
def _lapse(decision_id: int) -> bool:
    decision = _held(decision_id)
    last = appeal_last_day(decision)
    reading = case_context(decision.respondent.case).reading("G2")
    open_clock = Deadline.objects.filter(
        rule="appeal",
        subject_kind=decision._meta.label_lower,
        subject_id=decision.pk,
        done=None,
    ).exists()
    waits = decision.state != DecisionState.SERVED or reading != AFTER_APPEAL or not open_clock
    if waits or last is None or last >= clock.today():
        return False
    make_effective(actor=SYSTEM, decision=decision, on=last + timedelta(days=1))
    return True


@transaction.atomic
def _expire(decision_id: int) -> bool:
    decision = _held(decision_id)
    last = last_day_of(decision)
    if decision.state != DecisionState.EFFECTIVE or last is None or last >= clock.today():
        return False
    decision.expire()
    decision.ended_on, decision.end_reason = last, "处理期限届满"
    decision.save()
    events.record(
        "decision.expired",
        actor=SYSTEM,
        subject=decision,
        on=decision.respondent.case,
        decision=decision.pk,
        date=last,
    )
    return True


def _held(decision_id: int) -> Decision:
    owner = Respondent.objects.get(decisions=decision_id)
    case = locked(Case, owner.case_id)
    decision = locked(Decision, decision_id)
    owner.case = case
    decision.respondent = owner
    return decision


def _succeed(decision: Decision, actor: Actor, on: date) -> None:
    before = decision.previous
    if before is None or before.state not in (DecisionState.SERVED, DecisionState.EFFECTIVE):
        return
    before.vary()
    before.ended_on, before.end_reason = on, f"由{decision.number}变更"
    before.save()
    events.record(
        "decision.varied",
        actor=actor,
        subject=before,
        on=decision.respondent.case,
        decision=before.pk,
        later=decision.pk,
    )
