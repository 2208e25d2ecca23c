"""Objections to a refusal, and opening a sealed identity (Art 14, 46)."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.audit.log import record_read
from accounts.refusals import NotYours, Refused
from accounts.sealing import open_sealed
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from cases import events
from cases.facts import complaint_context
from cases.models import Complaint, ComplaintState, Objection
from cases.services.dates import not_before, not_future
from cases.services.deadlines import reopen_clock
from rules.law import N221, cite
from rules.outcome import error
from rules.procedure.complaints import check_objection, check_objection_ruling

PROTECTION = cite(N221, 46, "不得泄露相关信息")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a complainant is, opened on a stated reason; never stored or logged."""

    name: str
    unit: str
    contact: str


@transaction.atomic
def lodge_objection(
    *, actor: Actor, complaint_id: int, on: date, reasons: str, seen: int | None = None
) -> Objection:
    """Write down that the complainant objects to the refusal, and why (Art 14: no period)."""
    complaint = locked(Complaint, complaint_id)
    unchanged_since(complaint.chain, seen)
    require("complaint.decide", actor, complaint)
    if complaint.state != ComplaintState.DECLINED or complaint.decided_on is None:
        words = cite(N221, 14, "举报人可以对不予受理提出异议并说明理由")
        message = "只有不予受理的举报才能提出异议；对处理结果不服的，走申诉复查。"
        raise Refused.because(error("not_declined", message, words))
    if complaint.objections.filter(upheld=None).exists():
        raise Refused.plainly("objection_open", "已有一件异议还没有答复，先答复它。")
    outcome = check_objection(reasons)
    if not outcome.allowed:
        raise Refused(outcome)
    not_future(on, "提出日期")
    not_before(on, complaint.decided_on, "提出日期", "作出意见日期")
    objection = Objection.objects.create(complaint=complaint, lodged_on=on, reasons=reasons.strip())
    events.record(
        "complaint.objected", actor=actor, subject=complaint, on=complaint, objection=objection.pk
    )
    return objection


@transaction.atomic
def rule_on_objection(
    *,
    actor: Actor,
    complaint_id: int,
    objection_id: int,
    on: date,
    upheld: bool,
    answer: str,
    seen: int | None = None,
) -> Objection:
    """Answer an objection; upheld, the complaint is handled again and its clock runs on."""
    complaint = locked(Complaint, complaint_id)
    unchanged_since(complaint.chain, seen)
    require("complaint.decide", actor, complaint)
    objection = complaint.objections.filter(pk=objection_id).first()
    if objection is None:
        raise NotYours("没有这个页面，或者它不对您开放。")
    if objection.upheld is not None or complaint.state != ComplaintState.DECLINED:
        raise Refused.plainly("objection_ruled", "这件异议已经答复过了。")
    outcome = check_objection_ruling(
        upheld=upheld,
        answer=answer,
        lodged_on=objection.lodged_on,
        answered_on=on,
        context=complaint_context(complaint),
    )
    if not outcome.allowed:
        raise Refused(outcome)
    not_future(on, "答复日期")
    not_before(on, objection.lodged_on, "答复日期", "提出日期")
    objection.upheld, objection.answer, objection.ruled_on = upheld, answer.strip(), on
    objection.ruled_by_id = actor.user_id
    objection.save()
    if upheld:
        _handle_again(complaint)
    name = "complaint.objection_upheld" if upheld else "complaint.objection_dismissed"
    events.record(name, actor=actor, subject=complaint, on=complaint, objection=objection.pk)
    return objection


@transaction.atomic
def open_identity(*, actor: Actor, complaint_id: int, reason: str) -> Identity:
    """Show who reported, on a reason that is kept with the reading and seen by the office."""
    complaint = locked(Complaint, complaint_id)
    require("complaint.open_identity", actor, complaint)
    if not complaint.complainant_name:
        raise Refused.plainly("anonymous", "匿名举报没有封存的身份。")
    if not reason.strip():
        message = "开启身份要写明理由；理由和开启人都会留下记录。"
        raise Refused.because(error("reason_missing", message, PROTECTION))
    record_read(
        actor=actor, subject=complaint, what="complaint.identity", reason=reason.strip()[:300]
    )
    events.record("complaint.identity_opened", actor=actor, subject=complaint, on=complaint)
    return Identity(
        name=open_sealed(complaint.complainant_name),
        unit=open_sealed(complaint.complainant_unit),
        contact=open_sealed(complaint.complainant_contact),
    )


def _handle_again(complaint: Complaint) -> None:
    complaint.reopen()
    complaint.decided_on = None
    complaint.decided_by = None
    complaint.reason = ""
    complaint.notified_on = None
    complaint.save()
    # The law gives no new period: the clock of the first receipt counts on.
    reopen_clock(rule="acceptance", subject=complaint)
