"""The respondent's statement and defence: received, each point answered, or lapsed (Art 27)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from cases import events
from cases.models import Decision, DecisionState, Statement, StatementPoint
from cases.services.dates import not_before, not_future
from cases.services.handling import allow, decision_for, must_stand
from rules.law import N221, cite
from rules.outcome import error
from rules.procedure.decisions import HearingFacts, check_hearing

HEAR = cite(N221, 27, "被调查人作出陈述或申辩的，应充分听取其意见")
TOLD_FIRST = "事先告知书送达以后，才有陈述申辩可以登记。"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a point, and whether the point was accepted."""

    text: str
    accepted: bool


@transaction.atomic
def record_statement(
    *,
    actor: Actor,
    decision_id: int,
    received_on: date,
    content: str,
    points: Sequence[str],
    seen: int | None = None,
) -> Statement:
    """Keep a statement with its points, one by one, so that each can be answered."""
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    must_stand(decision, [DecisionState.NOTICED], TOLD_FIRST, HEAR)
    not_future(received_on, "收到日期")
    assert decision.noticed_on is not None
    not_before(received_on, decision.noticed_on, "收到日期", "告知书送达日期")
    said = [point.strip() for point in points if point.strip()]
    gaps = []
    if not content.strip():
        gaps.append(error("content_missing", "请写明陈述申辩的内容。", HEAR))
    if not said:
        gaps.append(error("points_missing", "请把其中的意见逐条列出，每条都要答复。", HEAR))
    if gaps:
        raise Refused.because(*gaps)
    statement = Statement.objects.create(
        decision=decision,
        received_on=received_on,
        content=content.strip(),
        entered_by_id=actor.user_id,
    )
    for point in said:
        StatementPoint.objects.create(statement=statement, point=point)
    events.record(
        "decision.statement_received",
        actor=actor,
        subject=statement,
        on=decision.respondent.case,
        decision=decision.pk,
        points=len(said),
    )
    return statement


@transaction.atomic
def answer_points(
    *,
    actor: Actor,
    decision_id: int,
    answers: Mapping[int, Answer],
    seen: int | None = None,
) -> Decision:
    """Answer points of the statements (point id to answer); an empty answer leaves it open."""
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    must_stand(decision, [DecisionState.NOTICED], TOLD_FIRST, HEAR)
    points = StatementPoint.objects.filter(statement__decision=decision, pk__in=answers)
    answered = []
    for point in points:
        answer = answers[point.pk]
        if answer.text.strip():
            point.answer, point.accepted = answer.text.strip(), answer.accepted
            point.save()
            answered.append(point.pk)
    if not answered:
        raise Refused.because(error("answer_missing", "请至少写一条答复。", HEAR))
    for statement in decision.statements.filter(points__in=answered).distinct():
        events.record("record.kept", actor=actor, subject=statement, on=decision.respondent.case)
    events.record(
        "decision.statement_answered",
        actor=actor,
        subject=decision,
        on=decision.respondent.case,
        points=answered,
    )
    return decision


@transaction.atomic
def conclude_hearing(
    *, actor: Actor, decision_id: int, on: date, seen: int | None = None
) -> Decision:
    """The respondent is heard: every point answered, or the period has run out after service."""
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    must_stand(decision, [DecisionState.NOTICED], TOLD_FIRST, HEAR)
    not_future(on, "听取完毕日期")
    if decision.noticed_on is not None:
        not_before(on, decision.noticed_on, "听取完毕日期", "告知书送达日期")
    statements = list(decision.statements.all())
    points = StatementPoint.objects.filter(statement__decision=decision)
    received = min((s.received_on for s in statements), default=None)
    if received is not None:
        not_before(on, max(s.received_on for s in statements), "听取完毕日期", "收到日期")
    allow(
        check_hearing(
            HearingFacts(
                statement_received_on=received,
                points=points.count(),
                points_answered=points.exclude(answer="").count(),
                reply_due=decision.reply_due,
                notice_served_on=decision.noticed_on,
                notice_evidence=decision.notice_evidence,
                today=on,
            )
        )
    )
    decision.hear()
    decision.heard_on, decision.waived = on, received is None
    decision.save()
    events.record(
        "decision.heard",
        actor=actor,
        subject=decision,
        on=decision.respondent.case,
        waived=decision.waived,
    )
    return decision
