"""Rows of the stages from complaint to report as facts for the rules of procedure."""

from collections.abc import Collection
from datetime import date

from accounts.actors import Actor
from accounts.models import ConfidentialityAgreement, Organisation
from accounts.roles import Role
from cases.facts import complaint_context, complaint_facts
from cases.models import (
    INVESTIGATING_DUTIES,
    PLAN_PARTS,
    REPORT_PARTS,
    Case,
    Complaint,
    Deadline,
    PartyKind,
    Plan,
    RecordKind,
    Report,
    RespondentState,
)
from rules.complaints import ComplaintOutcome, check_complaint
from rules.procedure.complaints import ComplaintDecisionFacts, ForwardFacts
from rules.procedure.inquiry import AcademicReviewFacts
from rules.procedure.people import TeamFacts
from rules.procedure.plan import PlanApprovalFacts
from rules.procedure.report import ReportFacts


def advice(complaint: Complaint) -> ComplaintOutcome:
    """What the law says should be done with a complaint, on the answers kept."""
    return check_complaint(
        complaint_facts(complaint), complaint.received_on, complaint_context(complaint)
    )


def decision_on_complaint(
    complaint: Complaint, advice: ComplaintOutcome, decision: str, on: date, reason: str
) -> ComplaintDecisionFacts:
    """A person's decision on a complaint beside the advice."""
    return ComplaintDecisionFacts(
        advice=advice.advice,
        decision=decision,
        received_on=complaint.received_on,
        decided_on=on,
        reason=reason,
        competent=bool(complaint.competent),
        named=complaint.named,
        military=bool(complaint.military),
        last_day=last_day("acceptance", complaint._meta.label_lower, complaint.pk),
    )


def last_day(rule: str, kind: str, pk: int) -> date | None:
    """The end of a running clock, None when there is none or it is still provisional."""
    clock = Deadline.objects.filter(
        rule=rule, subject_kind=kind, subject_id=pk, done=None, provisional=False
    ).first()
    return clock.due if clock else None


def forwarding(complaint: Complaint, to: Organisation | None, told_where: str) -> ForwardFacts:
    """How a complaint is to be passed on."""
    accused = complaint.parties.filter(kind=PartyKind.ORGANISATION)
    is_accused = to is not None and (
        accused.filter(unit=to).exists() or accused.filter(name=to.name).exists()
    )
    return ForwardFacts(
        recipient=to is not None,
        complainant_told=bool(told_where.strip()),
        recipient_is_respondent=is_accused,
    )


def plan_parts(plan: Plan) -> dict[str, str]:
    """The six parts of a plan."""
    return {name: getattr(plan, name) for name in PLAN_PARTS}


def plan_approved_on(case: Case) -> date | None:
    """Since when steps may be taken: the approval of the first plan (a later one adds to it)."""
    plan = case.plans.filter(approved_on__isnull=False).order_by("approved_on").first()
    return plan.approved_on if plan else None


def investigators(case: Case) -> frozenset[int]:
    """The user ids of the investigation team today."""
    on_team = case.participants.filter(duty__in=INVESTIGATING_DUTIES, until=None)
    return frozenset(on_team.values_list("user_id", flat=True))


def conflicted(case: Case) -> frozenset[int]:
    """The user ids of those who declared a relation of Art 45."""
    return frozenset(s.user_id for s in case.recusal_statements.all() if s.conflicted)


def parties(case: Case) -> frozenset[int]:
    """Team members who bear a respondent's name: the platform cannot tell them apart."""
    names = case.respondents.values_list("name", flat=True)
    same = case.participants.filter(until=None, user__name__in=list(names))
    return frozenset(same.values_list("user_id", flat=True))


def team(case: Case) -> TeamFacts:
    """The investigation team as the rules judge it."""
    return TeamFacts(
        investigators=investigators(case), parties=parties(case), barred=conflicted(case)
    )


def plan_approval(plan: Plan, case: Case, actor: Actor) -> PlanApprovalFacts:
    """A plan and the person about to approve it."""
    own, user_id = actor.of(case.organisation_id), actor.user_id
    return PlanApprovalFacts(
        parts=plan_parts(plan),
        approver_is_responsible_leader=own and actor.has(Role.RESPONSIBLE_LEADER),
        approver_is_investigator=user_id in investigators(case),
        approver_drafted=plan.drafted_by_id is not None and plan.drafted_by_id == user_id,
        approver_is_head=own and actor.has(Role.HEAD),
    )


def academic_review(case: Case, body: str, people: Collection[int]) -> AcademicReviewFacts:
    """Who reviewed, without those who must stand aside, and which papers are missing."""
    members = frozenset(people)
    signed = frozenset(
        case.recusal_statements.filter(user_id__in=members).values_list("user_id", flat=True)
    )
    agreed = frozenset(
        ConfidentialityAgreement.objects.filter(user_id__in=members).values_list(
            "user_id", flat=True
        )
    )
    return AcademicReviewFacts(
        body=body,
        members=members,
        recused=members & conflicted(case),
        without_agreement=members - agreed,
        without_statement=members - signed,
    )


def report(case: Case, written: Report) -> ReportFacts:
    """A report and the inquiry it rests on."""
    kinds = set(case.records.values_list("kind", flat=True))
    academic = case.records.filter(kind=RecordKind.ACADEMIC)
    heard = set(
        case.records.filter(kind=RecordKind.HEARING).values_list("respondent_id", flat=True)
    )
    to_hear = set(
        case.respondents.exclude(state=RespondentState.DISCONTINUED).values_list("pk", flat=True)
    )
    return ReportFacts(
        parts={name: getattr(written, name) for name in REPORT_PARTS},
        evidence_items=case.evidence.filter(excluded=False).count(),
        has_administrative=RecordKind.ADMINISTRATIVE in kinds,
        has_academic=academic.filter(no_academic_question=False).exists(),
        respondents_heard=bool(to_hear) and to_hear <= heard,
        investigators=investigators(case),
        signed=frozenset(written.signatures.values_list("user_id", flat=True)),
        no_academic_question=academic.filter(no_academic_question=True).exists(),
        filed=written.filed_on is not None,
    )
