"""The advance notice (Art 27): its date to answer by, the letter, its service."""

from datetime import date, timedelta

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from cases import events
from cases.facts import case_context
from cases.models import Case, Decision, DecisionState, Document, RecipientRole
from cases.services.dates import not_before, not_future, written
from cases.services.decision_letters import advance_notice, sealed_identities
from cases.services.documents import request_document
from cases.services.handling import allow, decision_for, must_stand
from cases.services.judging import judge_decision, refuse_unless_lawful
from rules.deadlines import is_working_day
from rules.errors import DateNotCovered
from rules.law import N221, cite
from rules.outcome import error
from rules.procedure.decisions import NoticeFacts, check_notice

LAPSED = cite(N221, 27, "被调查人逾期没有进行陈述或申辩的，视为放弃权利")
TELL = cite(N221, 27, "应书面告知被调查人拟作出处理决定的事实、依据")
WAITING = "事先告知书送达以后再办。"


def reply_due(case: Case, served_on: date) -> date:
    """The last day to answer when the notice is served on a day: the unit's own number of working
    days after it (the law gives none, reading G3).

    Raises Refused when the working days of that time are not announced yet.
    """
    context, day = case_context(case), served_on
    try:
        for _ in range(case.organisation.reply_working_days):
            day += timedelta(days=1)
            while not is_working_day(day, context):
                day += timedelta(days=1)
    except DateNotCovered as unknown:
        message = "截止日期要用到还没有公布的放假安排，请在公布后再制作告知书。"
        raise Refused.because(error("calendar_missing", message, LAPSED, "G1")) from unknown
    return day


@transaction.atomic
def prepare_notice(
    *,
    actor: Actor,
    decision_id: int,
    on: date,
    serve_by: date,
    seen: int | None = None,
) -> Document:
    """Make the notice: dated ``on``, to be served by ``serve_by``; the reply period runs from it.

    ``serve_by`` may lie in the future. Made again after a change it replaces the earlier one.
    """
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    must_stand(decision, [DecisionState.DRAFTED], "告知以后改拟的，可以重新制作告知书。")
    not_future(on, "告知书日期")
    not_before(on, decision.drafted_on, "告知书日期", "拟定日期")
    not_before(serve_by, on, "送达日期", "告知书日期")
    refuse_unless_lawful(judge_decision(decision), decision.warning_reasons)
    respondent = decision.respondent
    decision.reply_due = reply_due(respondent.case, serve_by)
    decision.save()
    document = request_document(
        actor=actor,
        kind="advance_notice",
        context=advance_notice(decision, on),
        subject=decision,
        case=respondent.case,
        organisation=decision.organisation,
        recipient=respondent.name,
        recipient_role=RecipientRole.RESPONDENT,
        must_not_contain=sealed_identities(respondent.case),
    )
    events.record(
        "decision.notice_prepared",
        actor=actor,
        subject=decision,
        on=respondent.case,
        document=document.pk,
        reply_due=decision.reply_due,
    )
    return document


@transaction.atomic
def serve_notice(
    *, actor: Actor, decision_id: int, on: date, evidence: str, seen: int | None = None
) -> Decision:
    """Note that the notice was served, with proof; only then can the reply period lapse (R27.2)."""
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    must_stand(decision, [DecisionState.DRAFTED], "告知书已经送达。", TELL)
    if decision.reply_due is None:
        message = "还没有制作事先告知书；先制作告知书再登记送达。"
        raise Refused.because(error("no_notice", message, TELL))
    not_future(on, "送达日期")
    not_before(on, decision.drafted_on, "送达日期", "拟定日期")
    allow(
        check_notice(
            NoticeFacts(
                facts=decision.facts,
                basis=decision.basis,
                rights_told=True,
                reply_due=decision.reply_due,
                on=on,
                evidence=evidence,
            ),
            case_context(decision.respondent.case),
        )
    )
    _leaves_time(decision, on)
    decision.notice()
    decision.noticed_on, decision.notice_evidence = on, evidence.strip()
    decision.save()
    events.record(
        "decision.noticed", actor=actor, subject=decision, on=decision.respondent.case, date=on
    )
    return decision


def _leaves_time(decision: Decision, served_on: date) -> None:
    assert decision.reply_due is not None
    needed = reply_due(decision.respondent.case, served_on)
    if decision.reply_due < needed:
        days = decision.organisation.reply_working_days
        message = (
            f"告知书写的截止日期是{written(decision.reply_due)}，从{written(served_on)}送达算起"
            f"不足{days}个工作日；请重新制作告知书。"
        )
        raise Refused.because(error("reply_period_short", message, LAPSED, "G3"))
