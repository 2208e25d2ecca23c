"""Approving a decision, while the rules find no error at that moment (Art 26)."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.roles import Role
from cases import events
from cases.facts import case_context
from cases.models import INVESTIGATING_DUTIES, Decision, DecisionState, Participant
from cases.services.dates import not_before, not_future
from cases.services.handling import allow_for, decision_for, must_stand
from cases.services.judging import judge_decision, refuse_unless_lawful
from rules.law import N221, cite
from rules.procedure.decisions import ApprovalFacts, ReasonedWarnings, check_approval

HEARD_FIRST = cite(N221, 27, "被调查人作出陈述或申辩的，应充分听取其意见")


@transaction.atomic
def approve_decision(
    *, actor: Actor, decision_id: int, on: date, reason: str = "", seen: int | None = None
) -> Decision:
    """Approve; the law of the case and the powers of the unit are asked again now.

    ``reason``: why whoever drafted it or investigated approves it, where the unit's reading lets
    them (approver_apart).
    """
    decision = decision_for(
        actor=actor, decision_id=decision_id, seen=seen, policy="decision.approve"
    )
    states = [DecisionState.HEARD]
    must_stand(decision, states, "听取陈述申辩以后才能批准。", HEARD_FIRST)
    not_future(on, "批准日期")
    if decision.heard_on is not None:
        not_before(on, decision.heard_on, "批准日期", "听取完毕日期")
    judgement = judge_decision(decision)
    refuse_unless_lawful(judgement, decision.warning_reasons)
    warned = frozenset(f.code for f in judgement.warned)
    facts = ApprovalFacts(
        approver_is_head=actor.has(Role.HEAD),
        heard=True,
        warnings=ReasonedWarnings(warned, dict(decision.warning_reasons)),
        approver_drafted=decision.drafted_by_id == actor.user_id,
        approver_is_leader=actor.has(Role.RESPONSIBLE_LEADER),
        approver_is_investigator=_investigates(actor, decision),
    )
    allow_for(check_approval(facts, case_context(decision.respondent.case)), reason)
    decision.approve()
    decision.approved_by_id, decision.approved_on = actor.user_id, on
    decision.approval_reason = reason.strip()
    decision.save()
    events.record(
        "decision.approved", actor=actor, subject=decision, on=decision.respondent.case, date=on
    )
    return decision


def _investigates(actor: Actor, decision: Decision) -> bool:
    return (
        actor.user_id is not None
        and Participant.objects.filter(
            case_id=decision.respondent.case_id,
            user_id=actor.user_id,
            duty__in=INVESTIGATING_DUTIES,
        ).exists()
    )
