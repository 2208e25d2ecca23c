"""Decisions that fall or change after issue: revoked, varied, mitigated, the affair reopened."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from cases import events
from cases.facts import case_context, kept
from cases.models import CaseState, Decision, DecisionState, RespondentState
from cases.services.dates import not_before, not_future
from cases.services.deadlines import start_clock, stop_clock
from cases.services.drafting import store_decision
from cases.services.handling import allow, decision_for, must_stand
from cases.services.judging import Proposal
from rules.law import N221, S84, cite
from rules.procedure.decisions import (
    MitigationFacts,
    RevocationFacts,
    check_mitigation,
    check_revocation,
)

GROUNDS = {
    "own_correction": "本单位自行纠正",
    "superior_order": "上级主管部门责令",
    "review": "复查、复核结果",
}
REVOCABLE = (DecisionState.ISSUED, DecisionState.SERVED, DecisionState.EFFECTIVE)
REVOKED = cite(S84, 21, "科研失信行为数据所依据的处理决定被撤销或者宣告无效的")
EFFECTIVE_FIRST = cite(N221, 40, "处理决定生效后")


def revoke_decision(*, actor: Actor, decision: Decision, on: date, reason: str) -> Decision:
    """Revoke an issued decision, in the caller's transaction (the caller asked who may).

    Its record, if any, is removed by what hangs on the event (84号 21).
    """
    must_stand(decision, REVOCABLE, "只有签发以后的决定才能撤销；没有签发的可以放弃。", REVOKED)
    decision.revoke()
    decision.ended_on, decision.end_reason = on, reason[:300]
    decision.save()
    stop_clock(rule="appeal", subject=decision, on=on, how="处理决定已撤销")
    events.record(
        "decision.revoked",
        actor=actor,
        subject=decision,
        on=decision.respondent.case,
        decision=decision.pk,
        date=on,
    )
    return decision


def vary_decision(*, actor: Actor, decision: Decision, on: date, reason: str) -> Decision:
    """A review changed the decision: it stands no longer, the changed one is drafted as the next
    version. In the caller's transaction (the caller asked who may).
    """
    states = (DecisionState.SERVED, DecisionState.EFFECTIVE)
    must_stand(decision, states, "送达以后的决定才能变更。", REVOKED)
    decision.vary()
    decision.ended_on, decision.end_reason = on, reason[:300]
    decision.save()
    stop_clock(rule="appeal", subject=decision, on=on, how="处理决定已变更")
    events.record(
        "decision.varied",
        actor=actor,
        subject=decision,
        on=decision.respondent.case,
        decision=decision.pk,
        date=on,
    )
    return decision


def reopen_after_revocation(*, actor: Actor, decision: Decision, on: date, reason: str) -> None:
    """Have the respondent's affair decided again: the proceeding is open, the case reported.

    The clock of Art 25 starts again from the reopening; what ran before stays on record.
    """
    respondent, case = decision.respondent, decision.respondent.case
    if respondent.state in (RespondentState.FOUND, RespondentState.EXEMPTED):
        respondent.reopen()
        respondent.ended_on, respondent.end_reason = None, ""
        respondent.save()
        events.record(
            "respondent.reopened", actor=actor, subject=respondent, on=case, reason=reason, date=on
        )
    if case.state in (CaseState.DETERMINED, CaseState.CLOSED):
        case.reopen()
        case.closed_on = None
        case.save()
        events.record("case.reopened", actor=actor, subject=case, on=case, reason=reason, date=on)
    start_clock(
        rule="investigation",
        subject=case,
        chain=case.chain,
        unit=case.organisation,
        start=on,
        own=kept(case),
        what="重新调查处理",
    )


@transaction.atomic
def correct_decision(
    *,
    actor: Actor,
    decision_id: int,
    ground: str,
    document: str,
    reason: str,
    on: date,
    decide_again: bool,
    seen: int | None = None,
) -> Decision:
    """Revoke by own correction or on a superior's order; ``decide_again`` reopens the affair."""
    decision = decision_for(
        actor=actor, decision_id=decision_id, seen=seen, policy="decision.approve"
    )
    not_future(on, "撤销日期")
    allow(
        check_revocation(
            RevocationFacts(
                ground=ground,
                document=document,
                reason=reason,
                revoked_on=on,
                issued_on=decision.issued_on,
            ),
            case_context(decision.respondent.case),
        )
    )
    said = f"{GROUNDS[ground]}（{document.strip()}）：{reason.strip()}"
    revoke_decision(actor=actor, decision=decision, on=on, reason=said)
    if decide_again:
        reopen_after_revocation(actor=actor, decision=decision, on=on, reason=GROUNDS[ground])
    return decision


@transaction.atomic
def mitigate_decision(
    *,
    actor: Actor,
    decision_id: int,
    proposal: Proposal,
    applied_on: date,
    national_media_promise: bool,
    major_contribution: bool,
    on: date,
    seen: int | None = None,
) -> Decision:
    """Draft a mitigated version (Art 40) on the respondent's application; ``proposal.basis`` says
    why. The decision in effect stands until the new one takes effect.
    """
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    not_future(on, "拟定日期")
    not_future(applied_on, "申请日期")
    not_before(on, applied_on, "拟定日期", "申请日期")
    allow(
        check_mitigation(
            MitigationFacts(
                effective=decision.state == DecisionState.EFFECTIVE,
                applied=decision.effective_on is not None and applied_on >= decision.effective_on,
                national_media_promise=national_media_promise,
                major_contribution=major_contribution,
                same_unit=actor.of(decision.organisation_id),
                reason=proposal.basis,
            )
        )
    )
    pending = decision.later.exclude(state=DecisionState.ABANDONED).exists()
    must_stand(
        decision,
        [] if pending else [DecisionState.EFFECTIVE],
        "已经在办减轻处理，请在那一稿上改拟。",
        EFFECTIVE_FIRST,
    )
    return store_decision(
        respondent=decision.respondent,
        finding=decision.finding,
        proposal=proposal,
        actor=actor,
        on=on,
        previous=decision,
        mitigated=True,
    )
