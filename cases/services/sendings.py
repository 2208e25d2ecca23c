"""What goes along with a decision, and to whom (Art 28, 33, 38, 29, 26): tasks with proof."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.models import Organisation
from accounts.refusals import NotYours, Refused
from accounts.services.locking import locked
from cases import events
from cases.models import Case, Decision, Notification, WorkKind
from cases.services.dates import not_before, not_future
from cases.services.entering import case_for
from cases.services.handling import respondent_for
from cases.services.judging import judge_decision
from rules.law import N221, S84, cite
from rules.outcome import Citation, error
from rules.sanctions import MeasureFact

BOTH = "处理决定书和调查报告"
TRANSFERRED = cite(N221, 28, "应将处理决定书和调查报告报送移送单位")
LEAD_UNIT = cite(N221, 28, "应同时将处理决定书送牵头调查单位")
MANAGERS = cite(N221, 38, "调查处理单位应将处理决定书和调查报告同时报送")
PENDING = cite(N221, 33, "终止其申报资格或被提名、被推荐资格")
DISCIPLINE = cite(N221, 29, "由有管辖权的机构给予处理或处分")
CRIME = cite(N221, 29, "构成犯罪的，依法追究刑事责任")
POWER = cite(N221, 26, "由具有处理权限的单位按程序对被调查人作出处理决定")
SOCIAL = cite(S84, 6, "省社科院会同有关部门承担全省哲学社会科学领域的科研诚信管理工作")
MANAGED = (WorkKind.PROJECT, WorkKind.AWARD, WorkKind.TALENT)

WORDS = {
    "transferring_body": TRANSFERRED,
    "lead_unit": LEAD_UNIT,
    "manager": MANAGERS,
    "terminate_pending_applications": PENDING,
    "refer_party_member": DISCIPLINE,
    "refer_public_servant": DISCIPLINE,
    "refer_crime": CRIME,
    "proposal": POWER,
    "social_body": SOCIAL,
}
REFERRALS = {
    "terminate_pending_applications": "受理申报、推荐的单位",
    "refer_party_member": "有管辖权的党组织",
    "refer_public_servant": "有管辖权的任免、监察机关",
    "refer_crime": "公安机关、检察机关",
}


@dataclass(frozen=True, slots=True)
class Sending:
    """Something to send: its kind, to whom (on the platform or by name), what."""

    kind: str
    contents: str
    organisation: Organisation | None = None
    recipient: str = ""


def sendings_due(decision: Decision) -> list[Notification]:
    """Note everything a decision has to be sent to, in the caller's transaction; what a version
    already has is not noted twice.
    """
    wanted = [*_bodies(decision.respondent.case), *_follow_up(decision)]
    return [_note(decision, sending) for sending in wanted]


def social_body_due(decision: Decision) -> Notification:
    """Note that 省社科院 is to be told of a decision in the social sciences (84号 6, reading C9).

    In the caller's transaction.
    """
    return _note(decision, Sending("social_body", "处理决定书", recipient="省社科院"))


@transaction.atomic
def record_sending(
    *,
    actor: Actor,
    notification_id: int,
    on: date,
    evidence: str,
    recipient: str = "",
    seen: int | None = None,
) -> Notification:
    """Note that it was sent, with its proof; ``recipient`` names a body not on the platform."""
    case_id = (
        Notification.objects.filter(pk=notification_id).values_list("case_id", flat=True).first()
    )
    if case_id is None:
        raise NotYours("没有这个页面，或者它不对您开放。")
    case = case_for("case.run", actor=actor, case_id=case_id, seen=seen)
    row = locked(Notification, notification_id)
    if row.kind not in WORDS:
        raise NotYours("没有这个页面，或者它不对您开放。")
    if row.sent_on is not None:
        raise Refused.plainly("already_sent", "这一项已经登记送出。")
    if not evidence.strip():
        raise Refused.because(error("evidence_missing", "请写明送出的凭据。", _words(row.kind)))
    not_future(on, "送出日期")
    decision = row.decision
    if decision is not None and decision.issued_on is not None:
        not_before(on, decision.issued_on, "送出日期", "签发日期")
    row.sent_on, row.sent_by_id, row.evidence = on, actor.user_id, evidence.strip()
    row.recipient = recipient.strip() or row.recipient
    row.save()
    events.record("case.told", actor=actor, subject=row, on=case, kind=row.kind)
    return row


@transaction.atomic
def propose_measures(
    *,
    actor: Actor,
    respondent_id: int,
    organisation: Organisation,
    measures: list[MeasureFact],
    reason: str,
    seen: int | None = None,
) -> Notification:
    """Note a proposal to the body that has the power for measures beyond the unit's own (Art 26).

    It goes with the report; that body's own decision is recorded and served apart.
    """
    respondent = respondent_for(actor=actor, respondent_id=respondent_id, seen=seen)
    if organisation.pk == respondent.case.organisation_id:
        raise Refused.plainly("own_unit", "请选择另一个有处理权限的单位；本单位的措施写在决定里。")
    if not measures or not reason.strip():
        raise Refused.because(error("proposal_incomplete", "请选择措施并写明理由。", POWER))
    items = "、".join(f"第二十九条第{m.item}项" for m in measures)
    row = Notification.objects.create(
        case=respondent.case,
        kind="proposal",
        organisation=organisation,
        respondent=respondent,
        article=POWER.place,
        contents=f"建议给予{items}处理：{reason.strip()}"[:200],
    )
    events.record(
        "decision.proposed_elsewhere",
        actor=actor,
        subject=row,
        on=respondent.case,
        measures=[m.item for m in measures],
    )
    return row


def _bodies(case: Case) -> list[Sending]:
    found = []
    if case.referred_by is not None:
        found.append(Sending("transferring_body", BOTH, case.referred_by))
    works = case.works.filter(kind__in=MANAGED).select_related("manager")
    managers = {w.manager.pk: w.manager for w in works if w.manager is not None}
    found += [Sending("manager", BOTH, manager) for _, manager in sorted(managers.items())]
    if any(work.manager is None for work in works):
        found.append(Sending("manager", BOTH, recipient="项目、奖励、人才的管理部门（单位）"))
    return found


def _follow_up(decision: Decision) -> list[Sending]:
    asked = judge_decision(decision).sanctions.follow_up
    pending = bool(decision.respondent.pending_applications.strip())
    return [
        Sending(code, "处理决定书", recipient=REFERRALS[code])
        for code in asked
        if code in REFERRALS and (code != "terminate_pending_applications" or pending)
    ]


def _note(decision: Decision, sending: Sending) -> Notification:
    row, _ = Notification.objects.get_or_create(
        case=decision.respondent.case,
        decision=decision,
        kind=sending.kind,
        organisation=sending.organisation,
        defaults={
            "respondent": decision.respondent,
            "recipient": sending.recipient,
            "article": _words(sending.kind).place,
            "contents": sending.contents,
        },
    )
    return row


def _words(kind: str) -> Citation:
    return WORDS[kind]
