"""The opinion that ends a review, what it does to the decision, and telling the appellant."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from appeals import events
from appeals.facts import opinion_facts, opinion_title, review_rule
from appeals.models import Appeal, AppealOutcome
from appeals.policies import reviews
from appeals.services.aftermath import carry_out
from appeals.services.handling import opened, possible
from cases.services.deadlines import stop_clock
from cases.services.handling import allow
from rules.outcome import error
from rules.procedure.appeals import check_opinion

OWN_OPINION = error(
    "approver_investigates",
    "您办理了这件申诉；按本单位解读可以签发自己的意见，请说明理由。",
    None,
    "approver_apart",
)


@transaction.atomic
def decide_appeal(
    *,
    actor: Actor,
    appeal_id: int,
    outcome: str,
    opinion: str,
    on: date,
    reason: str = "",
    seen: int | None = None,
) -> Appeal:
    """Give the opinion; a decision that falls is revoked or varied in the same transaction.

    ``reason``: why somebody of the team gives it, where the body's reading lets them. Raises
    Refused while a reason of the appellant has no answer (Art 43).
    """
    appeal = opened("decide", actor=actor, appeal_id=appeal_id, seen=seen)
    if outcome not in appeal.outcomes:
        choices = "、".join(one.label for one in appeal.outcomes)
        raise Refused.plainly("unknown_outcome", f"结果请在{choices}中选择。")
    allow(check_opinion(opinion_facts(appeal, opinion)))
    if reviews(actor, appeal) and not reason.strip():
        raise Refused.because(OWN_OPINION)
    possible(on, "作出意见日期", appeal.began_on, "开始日期")
    appeal.decide()
    appeal.conclusion_reason = reason.strip()
    appeal.outcome, appeal.opinion = AppealOutcome(outcome), opinion.strip()
    appeal.decided_on, appeal.decided_by_id = on, actor.user_id
    appeal.save()
    events.record(
        "appeal.decided", actor=actor, subject=appeal, on=appeal, outcome=outcome, date=on
    )
    how = f"出具{opinion_title(appeal)}"
    stop_clock(rule=review_rule(appeal), subject=appeal, on=on, how=how)
    carry_out(appeal, actor, on)
    return appeal


@transaction.atomic
def tell_result(*, actor: Actor, appeal_id: int, on: date, seen: int | None = None) -> Appeal:
    """Note that the appellant was told the result (Art 41; at the second level by analogy)."""
    appeal = opened("tell_result", actor=actor, appeal_id=appeal_id, seen=seen)
    possible(on, "反馈日期", appeal.decided_on, "作出意见日期")
    appeal.result_told_on = on
    appeal.save()
    events.record("appeal.result_told", actor=actor, subject=appeal, on=appeal, date=on)
    return appeal
