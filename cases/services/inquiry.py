"""The inquiry itself: begun under the approved plan, every step written down (Art 17, 18, 20)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from accounts import clock
from accounts.actors import Actor
from accounts.models import User
from accounts.refusals import Refused
from cases import events
from cases.facts import case_law
from cases.facts_inquiry import academic_review, investigators, plan_approved_on
from cases.models import Case, CaseState, InquiryRecord, RecordKind, Respondent
from cases.policies import leaders
from cases.services.dates import not_future
from cases.services.entering import case_for, standing
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error
from rules.procedure.inquiry import (
    BODIES,
    InterviewFacts,
    check_academic_review,
    check_interview,
)
from rules.procedure.plan import check_step_after_plan

INQUIRY = cite(N221, 17, "调查应包括行政调查和学术评议")
HEARING = cite(N221, 20, "应当听取被调查人的陈述和申辩")


@dataclass(frozen=True, slots=True)
class Step:
    """What was done on a day; which fields count depends on ``kind`` (RecordKind).

    ``people``: user ids of the investigators present or of the reviewing experts.
    """

    kind: str
    done_on: date
    content: str
    respondent_id: int | None = None
    body: str = ""
    people: Sequence[int] = ()
    interviewee: str = ""
    place: str = ""
    recorded: bool = False
    recording_told_on: date | None = None
    interviewers_signed: bool = False
    interviewee_signed: bool = False
    no_academic_question: bool = False


@transaction.atomic
def begin_investigation(*, actor: Actor, case_id: int, seen: int | None = None) -> Case:
    """Start investigating under the approved plan (Art 16, 17)."""
    case = case_for("case.investigate", actor=actor, case_id=case_id, seen=seen)
    opens = f"调查方案经{leaders(case)}批准后才能开始调查，已开始的不必再开始。"
    standing(case, [CaseState.PLANNED], opens, cite(N221, 16, "经单位相关负责人批准后实施"))
    case.begin()
    case.save()
    events.record("case.investigation_begun", actor=actor, subject=case, on=case)
    return case


@transaction.atomic
def record_step(
    *, actor: Actor, case_id: int, step: Step, seen: int | None = None
) -> InquiryRecord:
    """Write a step of the inquiry down, checked against the articles for its kind."""
    case = case_for("case.investigate", actor=actor, case_id=case_id, seen=seen)
    opens = "开始调查以后、形成报告以前才能记录；中止的先恢复，已形成报告的先退回补充调查。"
    standing(case, [CaseState.INVESTIGATING], opens, INQUIRY)
    not_future(step.done_on, "日期")
    respondent = _respondent(case, step)
    outcome = Outcome.of([*_missing(case, step), *_judged(case, step)])
    if not outcome.allowed:
        raise Refused(outcome)
    record = InquiryRecord.objects.create(
        case=case,
        kind=step.kind,
        done_on=step.done_on,
        content=step.content.strip(),
        respondent=respondent,
        body=step.body,
        interviewee=step.interviewee.strip(),
        place=step.place.strip(),
        recorded=step.recorded,
        recording_told_on=step.recording_told_on,
        interviewers_signed=step.interviewers_signed,
        interviewee_signed=step.interviewee_signed,
        no_academic_question=step.no_academic_question,
        entered_by_id=actor.user_id,
        entered_at=clock.now(),
    )
    record.people.set(User.objects.filter(pk__in=step.people))
    events.record(
        "case.step_recorded",
        actor=actor,
        subject=record,
        on=case,
        kind=step.kind,
        done_on=step.done_on,
    )
    return record


def _respondent(case: Case, step: Step) -> Respondent | None:
    if step.respondent_id is None:
        return None
    respondent = case.respondents.filter(pk=step.respondent_id).first()
    if respondent is None:
        raise Refused.plainly("not_on_case", "请从本案的被调查人中选择。")
    return respondent


def _missing(case: Case, step: Step) -> list[Finding]:
    gaps = []
    if not step.content.strip():
        gaps.append(error("content_missing", "请写明做了什么、有什么结果。", None))
    if step.kind == RecordKind.HEARING and step.respondent_id is None:
        gaps.append(error("respondent_missing", "请选听取了哪一名被调查人的陈述和申辩。", HEARING))
    if step.kind == RecordKind.INTERVIEW and not step.interviewee.strip():
        words = cite(N221, 18, "谈话对象")
        gaps.append(error("interviewee_missing", "请填写谈话对象。", words))
    reviewed = step.kind == RecordKind.ACADEMIC and not step.no_academic_question
    if reviewed and step.body not in BODIES:
        words = case_law(case)["quorum.panel"].citation
        gaps.append(error("body_missing", "请选由学术委员会还是专家组评议。", words))
    return gaps


def _judged(case: Case, step: Step) -> tuple[Finding, ...]:
    approved = plan_approved_on(case)
    if step.kind == RecordKind.INTERVIEW:
        present = frozenset(step.people) & investigators(case)
        return check_interview(
            InterviewFacts(
                investigators=len(present),
                written=bool(step.content.strip()),
                interviewers_signed=step.interviewers_signed,
                interviewee_signed=step.interviewee_signed,
                held_on=step.done_on,
                plan_approved_on=approved,
                recorded=step.recorded,
                recording_told_on=step.recording_told_on,
            ),
            case_law(case),
        ).findings
    found = check_step_after_plan(step.done_on, approved).findings
    if step.kind != RecordKind.ACADEMIC or step.no_academic_question or step.body not in BODIES:
        return found
    review = academic_review(case, step.body, step.people)
    return (*found, *check_academic_review(review, case_law(case)).findings)
