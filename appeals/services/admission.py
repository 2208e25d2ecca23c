"""Whether an appeal is admitted, telling the appellant, and withdrawal (Art 41, 42; 84号 18)."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from appeals import events
from appeals.facts import admission_facts, admission_rule, advice, appeal_context, review_rule
from appeals.models import Appeal
from appeals.services.aftermath import unchanged
from appeals.services.handling import begin_clock, opened, possible
from cases.services.deadlines import stop_clock
from rules.outcome import Outcome
from rules.procedure.appeals import check_admission


@transaction.atomic
def admit_appeal(*, actor: Actor, appeal_id: int, on: date, seen: int | None = None) -> Appeal:
    """Admit; the ninety working days run from this day (Art 43).

    Raises Refused with each ground that speaks against it.
    """
    appeal = opened("admit", actor=actor, appeal_id=appeal_id, seen=seen)
    _decide(appeal, "admit", on)
    appeal.admit()
    appeal.decided_admission_on = on
    appeal.save()
    events.record("appeal.admitted", actor=actor, subject=appeal, on=appeal, date=on)
    begin_clock(review_rule(appeal), appeal, on)
    return appeal


@transaction.atomic
def refuse_appeal(
    *, actor: Actor, appeal_id: int, on: date, reason: str, seen: int | None = None
) -> Appeal:
    """Refuse on the grounds of Art 41 or 42 alone, saying why."""
    appeal = opened("refuse", actor=actor, appeal_id=appeal_id, seen=seen)
    _decide(appeal, "refuse", on, reason)
    appeal.refuse()
    appeal.decided_admission_on, appeal.refusal_reason = on, reason.strip()
    appeal.save()
    events.record("appeal.refused", actor=actor, subject=appeal, on=appeal, date=on)
    unchanged(appeal, actor, on, used=False)
    return appeal


@transaction.atomic
def tell_appellant(*, actor: Actor, appeal_id: int, on: date, seen: int | None = None) -> Appeal:
    """Note that the appellant was told whether the appeal is admitted; the clock stops."""
    appeal = opened("tell", actor=actor, appeal_id=appeal_id, seen=seen)
    possible(on, "告知日期", appeal.decided_admission_on, "作出决定日期")
    appeal.told_on = on
    appeal.save()
    events.record("appeal.told", actor=actor, subject=appeal, on=appeal, date=on)
    stop_clock(rule=admission_rule(appeal), subject=appeal, on=on, how="作出决定并告知申诉人")
    return appeal


@transaction.atomic
def withdraw_appeal(*, actor: Actor, appeal_id: int, on: date, seen: int | None = None) -> Appeal:
    """The appellant withdrew in writing; nothing is decided about the decision."""
    appeal = opened("withdraw", actor=actor, appeal_id=appeal_id, seen=seen)
    possible(on, "撤回日期", appeal.began_on or appeal.received_on, "收到申诉、开始办理日期")
    appeal.withdraw()
    appeal.save()
    events.record("appeal.withdrawn", actor=actor, subject=appeal, on=appeal, date=on)
    for rule in (admission_rule(appeal), review_rule(appeal)):
        stop_clock(rule=rule, subject=appeal, on=on, how="申诉人撤回")
    unchanged(appeal, actor, on, used=False)
    return appeal


def _decide(appeal: Appeal, decision: str, on: date, reason: str = "") -> None:
    """Ask the rules; where an appeal may not be admitted, its own grounds are told too."""
    judged = check_admission(admission_facts(appeal, decision, on, reason), appeal_context(appeal))
    possible(on, "决定日期", appeal.received_on, "收到申诉日期")
    if judged.allowed:
        return
    grounds = advice(appeal).findings if decision == "admit" else ()
    raise Refused(Outcome.of((*judged.errors, *grounds)))
