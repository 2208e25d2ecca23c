"""Rows of the stages from complaint to report as facts for the rules of procedure."""

from datetime import date

from accounts.models import Organisation
from cases.models import Complaint, Deadline, PartyKind
from rules.complaints import ComplaintOutcome
from rules.procedure.complaints import ComplaintDecisionFacts, ForwardFacts


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
