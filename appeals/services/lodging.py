"""Taking an appeal in: the first with the body that decided, the second with its superior."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.actors import Actor
from accounts.models import Organisation
from accounts.refusals import Refused
from accounts.services.locking import unchanged_since
from accounts.services.permissions import require
from appeals import events
from appeals.facts import (
    admission_rule,
    second_body,
    second_context,
    second_level_facts,
    settled,
    standing_facts,
)
from appeals.models import Appeal, AppealLevel, AppealReason, AppealState, Appellant
from appeals.selectors.lists import OPEN_STATES
from appeals.services.handling import begin_clock, held, held_decision, possible, seal
from cases.documents import numbering
from cases.facts import case_context
from cases.models import Complaint, Decision, DecisionState
from cases.services.deadlines import stop_clock
from cases.services.handling import allow, allow_for
from rules.law import N221, cite
from rules.outcome import error
from rules.procedure.appeals import check_second_level, check_standing, check_third_level

FALLEN = (DecisionState.VARIED, DecisionState.REVOKED, DecisionState.ABANDONED)
DISSATISFIED = cite(N221, 41, "举报人或被处理人对处理决定不服的")
TO_SUPERIOR = cite(N221, 42, "举报人或被处理人对复查结果不服的，可向调查处理单位的上级主管部门")
RECEIPT = cite(N221, 41, "应在收到申诉之日起15个工作日内作出是否受理决定")


@dataclass(frozen=True, slots=True)
class Petition:
    """What the appellant handed in, as the office writes it down.

    When the decision reached the appellant is not among it: the record of service says so.
    ``complaint_id``: as which complaint a complainant appeals; ``identity_proof``: how one without
    a name proved to be the complainant. What follows is asked of a second appeal only (Art 42);
    ``taken_because``: why the superior takes an appeal whose first was refused, where it reads
    that it may (refused_appeal).
    """

    appellant: str
    lodged_on: date
    received_on: date
    receipt_evidence: str
    reasons: Sequence[str]
    evidence: str = ""
    complaint_id: int | None = None
    identity_proof: str = ""
    sufficient_evidence: bool = False
    only_dissatisfied: bool = False
    same_facts_and_reasons: bool = False
    taken_because: str = ""


@transaction.atomic
def lodge_appeal(
    *, actor: Actor, decision_id: int, petition: Petition, seen: int | None = None
) -> Appeal:
    """Register a first appeal (Art 41); 15 working days for admission run from its receipt.

    An appeal that is late or lacks reasons is registered too: whether it is admitted is decided
    afterwards, and the appellant is told.
    """
    decision = held_decision(decision_id)
    unchanged_since(decision.chain, seen)
    require("appeal.lodge", actor, decision)
    complaint = _complaint(decision, petition)
    standing = standing_facts(decision, petition.appellant, complaint, petition.identity_proof)
    allow(check_standing(standing, case_context(decision.respondent.case)))
    _still_stands(decision)
    _not_twice(_of_appellant(decision, petition, complaint))
    known = decision.complainant_told_on if complaint else decision.served_on
    if known is None:
        # Only one without a name, whom nobody tells: the petition shows that they know by now.
        known = petition.lodged_on
    appeal = _store(actor, decision, petition, None, decision.organisation, known)
    lodged_against = complaint or decision
    stop_clock(rule="appeal", subject=lodged_against, on=petition.lodged_on, how="已提出申诉")
    return appeal


@transaction.atomic
def lodge_second_appeal(
    *, actor: Actor, first_id: int, petition: Petition, seen: int | None = None
) -> Appeal:
    """Register a second appeal (Art 42): against the result of a review, with the superior.

    It has no period; the result of the re-review is final. Where the superior reads it so, the
    refusal of the first appeal is put to it as well (refused_appeal).
    """
    first = held(first_id)
    unchanged_since(first.chain, seen)
    require("appeal.lodge_second", actor, first)
    body = second_body(first)
    frame = None if body is None else second_context(first, body)
    allow_for(check_second_level(second_level_facts(first), frame), petition.taken_because)
    if settled(first):
        raise Refused(check_third_level())
    if body is None:
        message = "调查处理单位没有登记上级主管部门；请系统管理员登记后再收取。"
        raise Refused.because(error("no_superior", message, TO_SUPERIOR))
    decision = held_decision(first.decision_id)
    complaint = _complaint(decision, petition)
    standing = standing_facts(decision, petition.appellant, complaint, petition.identity_proof)
    allow(check_standing(standing, case_context(decision.respondent.case)))
    _not_twice(first.second.filter(appellant=petition.appellant, complaint=complaint))
    if first.state == AppealState.REFUSED:
        _not_twice(_of_appellant(decision, petition, complaint))
    known = first.decided_on or first.decided_admission_on
    assert known is not None  # The state says so.
    return _store(actor, decision, petition, first, body, known)


def _complaint(decision: Decision, petition: Petition) -> Complaint | None:
    if petition.appellant != Appellant.COMPLAINANT or petition.complaint_id is None:
        return None
    return decision.respondent.case.complaints.filter(pk=petition.complaint_id).first()


def _still_stands(decision: Decision) -> None:
    if decision.state not in FALLEN:
        return
    shown = DecisionState(decision.state).label
    message = f"处理决定{shown}，不能再对它申诉；另有新的处理决定的，收到后可以申诉。"
    raise Refused.because(error("decision_fallen", message, DISSATISFIED))


def _of_appellant(
    decision: Decision, petition: Petition, complaint: Complaint | None
) -> QuerySet[Appeal]:
    """The appeals to the body that decided, and those about its refusals."""
    own = decision.appeals.filter(appellant=petition.appellant, complaint=complaint)
    return own.filter(Q(level=AppealLevel.REVIEW) | Q(of_refusal=True))


def _not_twice(earlier: QuerySet[Appeal]) -> None:
    running = earlier.filter(state__in=OPEN_STATES).first()
    if running is not None:
        message = f"同一申诉人的申诉{running.number}正在办理，补充的理由和证据交给该件。"
        raise Refused.plainly("already_lodged", message)
    if earlier.filter(level=AppealLevel.REVIEW, state=AppealState.DECIDED).exists():
        message = "已经作出复查意见；对复查结果不服的，向调查处理单位的上级主管部门申诉。"
        raise Refused.because(error("already_reviewed", message, TO_SUPERIOR))


def _store(
    actor: Actor,
    decision: Decision,
    petition: Petition,
    first: Appeal | None,
    body: Organisation,
    known_on: date,
) -> Appeal:
    of_refusal = first is not None and first.state == AppealState.REFUSED
    decided = "作出不予受理决定日期" if of_refusal else "作出复查意见日期"
    after = "收到处理决定书或被告知日期" if first is None else decided
    possible(petition.lodged_on, "提出日期", known_on, after)
    possible(petition.received_on, "收到申诉日期", petition.lodged_on, "提出日期")
    if not petition.receipt_evidence.strip():
        message = "没有写明收到日期的凭据；期限从收到起算，补上凭据后才能登记。"
        raise Refused.because(error("receipt_unproven", message, RECEIPT))
    appeal = Appeal.objects.create(
        number=_number(body, first, petition.received_on.year),
        level=AppealLevel.REVIEW if first is None else AppealLevel.RE_REVIEW,
        case=decision.respondent.case,
        decision=decision,
        first=first,
        organisation=body,
        of_refusal=of_refusal,
        taken_because=petition.taken_because.strip() if of_refusal else "",
        appellant=petition.appellant,
        complaint=(complaint := _complaint(decision, petition)),
        identity_proof=""
        if complaint is None or complaint.named
        else petition.identity_proof.strip(),
        served_on=known_on,
        lodged_on=petition.lodged_on,
        received_on=petition.received_on,
        receipt_evidence=petition.receipt_evidence.strip(),
        has_evidence=bool(petition.evidence.strip()),
        evidence=petition.evidence.strip(),
        sufficient_evidence=petition.sufficient_evidence and bool(petition.evidence.strip()),
        only_dissatisfied=petition.only_dissatisfied,
        same_facts_and_reasons=petition.same_facts_and_reasons,
        registered_by_id=actor.user_id,
    )
    events.record("appeal.lodged", actor=actor, subject=appeal, on=appeal, decision=decision.pk)
    for said in petition.reasons:
        if said.strip():
            reason = AppealReason.objects.create(appeal=appeal, reason=said.strip())
            seal(reason, appeal, actor)
    begin_clock(admission_rule(appeal), appeal, petition.received_on)
    return appeal


def _number(body: Organisation, first: Appeal | None, year: int) -> str:
    series = "诉" if first is None else "核"
    return numbering.written(body, series, year, numbering.take(body, series, year))
