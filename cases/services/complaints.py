"""Registering a complaint and deciding on it (Art 11–15; 84号 16)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from accounts import clock
from accounts.actors import Actor
from accounts.facts import own_of
from accounts.models import Organisation
from accounts.refusals import Refused
from accounts.sealing import blind_index
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from cases import events
from cases.documents import numbering
from cases.facts_inquiry import advice, decision_on_complaint
from cases.models import CHECKLIST, Complaint, NamedParty, Source, Work
from cases.services.complaint_letters import request_refusal_notice
from cases.services.dates import not_before, not_future
from cases.services.deadlines import start_clock, stop_clock
from rules.complaints import ComplaintOutcome
from rules.law import N221, cite
from rules.outcome import error
from rules.procedure.complaints import check_decision_on_complaint


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody a complaint is about, as the office writes it down."""

    name: str
    kind: str
    unit: Organisation | None = None
    unit_name: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """A project, paper, award or talent title the conduct concerns."""

    kind: str
    title: str
    identifier: str = ""
    manager: Organisation | None = None
    publicly_funded: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What came in: the source, the matter, who it is about, and who sent it (sealed).

    ``registrar_clear``: whoever registers it declared no relation of Art 45 to the parties.
    """

    source: str
    channel: int
    title: str
    content: str
    domain: str
    received_on: date
    receipt_evidence: str
    conduct: Sequence[int] = ()
    annex: Sequence[Sequence[int]] = ()
    parties: Sequence[Party] = ()
    works: Sequence[Subject] = ()
    complainant_name: str = ""
    complainant_unit: str = ""
    complainant_contact: str = ""
    referred_by: Organisation | None = None
    forwarded_from: Complaint | None = field(default=None)
    registrar_clear: bool = False


@transaction.atomic
def register_complaint(*, actor: Actor, report: Report) -> Complaint:
    """Write a complaint down; the clock of Art 14 starts on the day it was received."""
    require("complaint.register", actor)
    unit = Organisation.objects.get(pk=actor.unit)
    return store_complaint(actor=actor, unit=unit, report=report)


def store_complaint(*, actor: Actor, unit: Organisation, report: Report) -> Complaint:
    """Store a complaint for a unit and start its clock, in the caller's transaction.

    Raises Refused when what the law needs to know is missing.
    """
    not_future(report.received_on, "收到日期")
    _complete(report)
    complaint = Complaint(
        number=_number(unit, report.received_on.year),
        organisation=unit,
        source=report.source,
        channel=report.channel,
        title=report.title,
        content=report.content,
        domain=report.domain,
        conduct=sorted(report.conduct),
        annex=[list(pair) for pair in report.annex],
        received_on=report.received_on,
        receipt_evidence=report.receipt_evidence,
        registered_by_id=actor.user_id,
        registered_at=clock.now(),
        complainant_name=report.complainant_name,
        complainant_unit=report.complainant_unit,
        complainant_contact=report.complainant_contact,
        complainant_index=blind_index(report.complainant_name),
        referred_by=report.referred_by,
        forwarded_from=report.forwarded_from,
    )
    complaint.save()
    _rows(complaint, report)
    events.record(
        "complaint.registered",
        actor=actor,
        subject=complaint,
        on=complaint,
        source=complaint.source,
        received_on=complaint.received_on,
        registrar_clear=report.registrar_clear,
    )
    start_clock(
        rule="acceptance",
        subject=complaint,
        chain=complaint.chain,
        unit=unit,
        start=complaint.received_on,
        own=own_of(unit, complaint.received_on),
    )
    return complaint


@transaction.atomic
def assess_complaint(
    *,
    actor: Actor,
    complaint_id: int,
    answers: Mapping[str, bool],
    seen: int | None = None,
) -> ComplaintOutcome:
    """Keep the answers to Art 12, 13, 14 and 52, and tell what they lead to."""
    complaint = locked(Complaint, complaint_id)
    unchanged_since(complaint.chain, seen)
    require("complaint.decide", actor, complaint)
    _undecided(complaint)
    for name in CHECKLIST:
        if name in answers:
            setattr(complaint, name, answers[name])
    complaint.save()
    events.record(
        "complaint.assessed", actor=actor, subject=complaint, on=complaint, answers=dict(answers)
    )
    return advice(complaint)


@transaction.atomic
def decline_complaint(
    *, actor: Actor, complaint_id: int, on: date, reason: str, seen: int | None = None
) -> Complaint:
    """Refuse to accept, on a ground of Art 13 or a failed condition of Art 12 (Art 14: say why)."""
    complaint = ready_to_decide(actor=actor, complaint_id=complaint_id, seen=seen, on=on)
    outcome = permitted(complaint, "decline", on, reason)
    complaint.decline()
    decided(complaint, actor, on, reason)
    events.record(
        "complaint.declined",
        actor=actor,
        subject=complaint,
        on=complaint,
        grounds=[c.place for c in outcome.grounds],
    )
    settle_clock(complaint, on, "作出不予受理意见")
    request_refusal_notice(actor=actor, complaint=complaint, grounds=outcome.grounds)
    return complaint


@transaction.atomic
def notify_complainant(
    *, actor: Actor, complaint_id: int, on: date, seen: int | None = None
) -> Complaint:
    """Note that the named complainant was told; only then does the clock of Art 14 stop."""
    complaint = locked(Complaint, complaint_id)
    unchanged_since(complaint.chain, seen)
    require("complaint.decide", actor, complaint)
    if complaint.decided_on is None:
        raise Refused.plainly("not_decided", "还没有作出是否受理的意见，先作出意见再通知。")
    if not complaint.named:
        raise Refused.plainly("anonymous", "匿名举报没有可通知的举报人。")
    not_future(on, "通知日期")
    not_before(on, complaint.decided_on, "通知日期", "作出意见日期")
    complaint.notified_on = on
    complaint.save()
    events.record("complaint.notified", actor=actor, subject=complaint, on=complaint, date=on)
    stop_clock(rule="acceptance", subject=complaint, on=on, how="作出意见并通知实名举报人")
    return complaint


def ready_to_decide(*, actor: Actor, complaint_id: int, seen: int | None, on: date) -> Complaint:
    """The complaint, locked, with every answer given, open to this person's decision."""
    complaint = locked(Complaint, complaint_id)
    unchanged_since(complaint.chain, seen)
    require("complaint.decide", actor, complaint)
    _undecided(complaint)
    not_future(on, "作出意见日期")
    not_before(on, complaint.received_on, "作出意见日期", "收到日期")
    open_answers = [
        str(Complaint._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        for name in CHECKLIST
        if getattr(complaint, name) is None
    ]
    if open_answers:
        message = f"先逐项核对受理条件，还没有回答：{'、'.join(open_answers)}。"
        raise Refused.because(error("not_assessed", message, cite(N221, 12, "应同时满足下列条件")))
    return complaint


def permitted(complaint: Complaint, decision: str, on: date, reason: str = "") -> ComplaintOutcome:
    """The advice, when a person may decide so against it. Raises Refused with the articles."""
    found = advice(complaint)
    outcome = check_decision_on_complaint(
        decision_on_complaint(complaint, found, decision, on, reason)
    )
    if not outcome.allowed:
        # Why the conditions fail says more than that they do.
        why = found.outcome.errors if decision == "accept" else ()
        raise Refused.because(*why, *outcome.errors)
    return found


def decided(complaint: Complaint, actor: Actor, on: date, reason: str) -> None:
    """Write down who decided, when and why."""
    complaint.decided_on = on
    complaint.decided_by_id = actor.user_id
    complaint.reason = reason.strip()
    complaint.save()


def settle_clock(complaint: Complaint, on: date, how: str) -> None:
    """Stop the clock of Art 14, unless a named complainant has still to be told."""
    if not complaint.named:
        stop_clock(rule="acceptance", subject=complaint, on=on, how=how)


def _number(unit: Organisation, year: int) -> str:
    return f"{unit.prefix}举报{year}-{numbering.take(unit, '举报', year):04d}"


def _rows(complaint: Complaint, report: Report) -> None:
    """Whom it is about and what it concerns."""
    for party in report.parties:
        NamedParty.objects.create(
            complaint=complaint,
            name=party.name,
            kind=party.kind,
            unit=party.unit,
            unit_name=party.unit_name or (party.unit.name if party.unit else ""),
            position=party.position,
        )
    for work in report.works:
        Work.objects.create(
            complaint=complaint,
            kind=work.kind,
            title=work.title,
            identifier=work.identifier,
            manager=work.manager,
            publicly_funded=work.publicly_funded,
        )


def _undecided(complaint: Complaint) -> None:
    if complaint.state != "registered":
        shown = complaint.get_state_display()
        message = f"这件举报{shown}，不能再改。对不予受理的，举报人可以提出异议。"
        words = cite(N221, 14, "举报人可以对不予受理提出异议并说明理由")
        raise Refused.because(error("already_decided", message, words))


def _complete(report: Report) -> None:
    gaps = []
    if report.source == Source.NAMED and not report.complainant_name.strip():
        gaps.append("实名举报要有举报人姓名；不具名的选匿名举报。")
    if report.source == Source.TRANSFERRED and report.referred_by is None:
        gaps.append("移送的线索要写明移送单位，延期和结果都要向它报告。")
    if not report.title.strip() or not report.content.strip():
        gaps.append("题目和反映的问题都要写。")
    if not report.receipt_evidence.strip():
        gaps.append("收到日期开始计算期限，请写明凭据（如收文号、邮戳）。")
    if gaps:
        raise Refused.because(*(error("incomplete", gap, None) for gap in gaps))
