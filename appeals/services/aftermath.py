"""What an appeal leaves behind on the decision: it stands, changes, falls, or takes effect."""

from datetime import date, timedelta

from accounts.actors import Actor
from accounts.refusals import Refused
from appeals import events
from appeals.facts import admission_rule, review_rule
from appeals.models import Appeal, AppealLevel, AppealOutcome, Appellant
from appeals.services.handling import begin_clock, held, held_decision, in_force
from cases.facts import case_context
from cases.models import Decision, DecisionState
from cases.services.corrections import reopen_after_revocation, revoke_decision, vary_decision
from cases.services.deadlines import reopen_clock, stop_clock
from cases.services.effect import AFTER_APPEAL, appeal_last_day, make_effective
from rules.law import N221, cite
from rules.outcome import error

OPINION = cite(N221, 43, "复查、复核应制作复查、复核意见书")


def carry_out(appeal: Appeal, actor: Actor, on: date) -> None:
    """Do to the decision what the opinion says, in the caller's transaction.

    At the second level it is done to the decision that stands by then, which the first review may
    have put in place. Raises Refused where none stands that could be varied or revoked.
    """
    if appeal.of_refusal:
        if appeal.outcome == AppealOutcome.ADMITTED:
            _order_admission(appeal, actor, on)
        return
    if appeal.outcome == AppealOutcome.UPHELD:
        unchanged(appeal, actor, on, used=True)
        return
    decision = in_force(appeal)
    reason = f"{appeal.word}，{appeal.number}"
    if decision is None and appeal.outcome != AppealOutcome.SENT_BACK:
        message = "没有处理决定可以变更、撤销；要重新办理的，结果请选「发回重新办理」。"
        raise Refused.because(error("nothing_in_force", message, OPINION))
    if decision is not None and appeal.outcome == AppealOutcome.VARIED:
        vary_decision(actor=actor, decision=decision, on=on, reason=reason)
    elif decision is not None:
        revoke_decision(actor=actor, decision=decision, on=on, reason=reason)
    if appeal.outcome == AppealOutcome.SENT_BACK:
        appealed = decision or held_decision(appeal.decision_id)
        reopen_after_revocation(actor=actor, decision=appealed, on=on, reason=reason)


def unchanged(appeal: Appeal, actor: Actor, on: date, *, used: bool) -> None:
    """A respondent's first appeal ended and left the decision as it is.

    What is left of the period for appeal runs on unless the right was ``used``. Where the unit
    reads effect after that period (G2), the decision waited for this end and takes effect.
    """
    if appeal.level != AppealLevel.REVIEW or appeal.appellant != Appellant.RESPONDENT:
        return
    decision = held_decision(appeal.decision_id)
    waits = decision.state == DecisionState.SERVED
    reading = case_context(decision.respondent.case).reading("G2")
    last = appeal_last_day(decision)
    if waits and reading == AFTER_APPEAL and last is not None and on > last:
        day = on if appeal.lodged_on <= last else last + timedelta(days=1)
        make_effective(actor=actor, decision=decision, on=day)
    elif _time_left(decision, last, on) and (waits or not used):
        reopen_clock(rule="appeal", subject=decision)


def _order_admission(appeal: Appeal, actor: Actor, on: date) -> None:
    """The first appeal, wrongly refused, is admitted: its review begins to run, and the appellant
    is told of that.
    """
    assert appeal.first_id is not None
    first = held(appeal.first_id)
    first.order_admission()
    first.decided_admission_on, first.told_on = on, None
    first.save()
    events.record("appeal.admission_ordered", actor=actor, subject=first, on=first, date=on)
    how = "上级主管部门责令受理"
    stop_clock(rule=admission_rule(first), subject=first, on=on, how=how)
    # What was left of the period ran on after the refusal; the right is used now.
    stop_clock(rule="appeal", subject=first.complaint or first.decision, on=on, how=how)
    begin_clock(review_rule(first), first, on)


def _time_left(decision: Decision, last: date | None, on: date) -> bool:
    stands = decision.state in (DecisionState.SERVED, DecisionState.EFFECTIVE)
    return stands and (last is None or on <= last)
