"""Accepting a complaint opens a case, or joins one that is open (Art 14; 84号 14, 16)."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.facts import own_of
from accounts.models import Organisation
from accounts.refusals import Refused
from accounts.services.locking import locked
from cases import events
from cases.documents import numbering
from cases.facts import governing, governing_reason, kept
from cases.facts_inquiry import forwarding
from cases.models import (
    OPEN_STATES,
    Case,
    Complaint,
    Duty,
    NamedParty,
    Participant,
    Respondent,
    WorkKind,
)
from cases.services.complaint_letters import request_acceptance_notice
from cases.services.complaints import (
    Party,
    Report,
    Subject,
    decided,
    permitted,
    ready_to_decide,
    settle_clock,
    store_complaint,
)
from cases.services.deadlines import start_clock
from cases.services.people import screen_again, sign_papers
from rules.law import S84, cite
from rules.procedure.complaints import check_forwarding


@transaction.atomic
def accept_complaint(
    *,
    actor: Actor,
    complaint_id: int,
    on: date,
    title: str = "",
    join_case_id: int | None = None,
    no_relation: bool = False,
    seen: int | None = None,
) -> Case:
    """Accept: the date starts the six months of Art 25 (once, from the first acceptance).

    ``no_relation``: the person declares none of the relations of Art 45 and so signs the statement
    of the case at once; else it is signed before the case opens to them.
    """
    complaint = ready_to_decide(actor=actor, complaint_id=complaint_id, seen=seen, on=on)
    permitted(complaint, "accept", on)
    complaint.accept()
    if join_case_id is None:
        case = _open_case(complaint, actor, on, title)
    else:
        case = _join(complaint, join_case_id, actor, on)
    complaint.case = case
    decided(complaint, actor, on, "符合受理条件，属于本单位职责范围。")
    name = "complaint.accepted" if join_case_id is None else "complaint.joined"
    events.record(name, actor=actor, subject=complaint, on=complaint, case=case.pk)
    settle_clock(complaint, on, "决定受理")
    request_acceptance_notice(actor=actor, complaint=complaint, case=case)
    if no_relation:
        sign_papers(actor=actor, case_id=case.pk)
    return case


@transaction.atomic
def forward_complaint(
    *,
    actor: Actor,
    complaint_id: int,
    on: date,
    to: Organisation | None,
    told_where: str = "",
    seen: int | None = None,
) -> Complaint:
    """Pass on what the unit is not competent for, or tell the complainant where to go (Art 14).

    A department that has the first responsible unit handle it sends it the same way (84号 14).
    """
    complaint = ready_to_decide(actor=actor, complaint_id=complaint_id, seen=seen, on=on)
    permitted(complaint, "forward", on, told_where)
    outcome = check_forwarding(forwarding(complaint, to, told_where))
    if not outcome.allowed:
        raise Refused(outcome)
    complaint.forward()
    complaint.forwarded_to = to
    complaint.told_where = told_where.strip()
    decided(complaint, actor, on, told_where or (f"转送{to.name}" if to else ""))
    name = "complaint.forwarded" if to else "complaint.redirected"
    destination = to.pk if to else None
    events.record(name, actor=actor, subject=complaint, on=complaint, to=destination)
    settle_clock(complaint, on, "转送或告知")
    if to is not None:
        _receive_onward(complaint, to, actor, on)
    return complaint


def _open_case(complaint: Complaint, actor: Actor, on: date, title: str) -> Case:
    unit = complaint.organisation
    provincial = complaint.works.filter(kind=WorkKind.PROJECT, publicly_funded=True).exists()
    instruments = governing(unit, on, provincial_project=provincial)
    own = own_of(unit, on)
    sequence = numbering.take(unit, "", on.year)
    case = Case.objects.create(
        number=numbering.written(unit, "", on.year, sequence),
        organisation=unit,
        title=title.strip() or complaint.title,
        domain=complaint.domain,
        accepted_on=on,
        officer_id=actor.user_id,
        referred_by=complaint.referred_by,
        instruments=instruments,
        own_rules=own.rules,
        readings=dict(own.readings),
        law_on=on,
        law_reason=governing_reason(instruments, own.rules, on),
        law_chosen_by_id=actor.user_id,
    )
    events.record(
        "case.opened",
        actor=actor,
        subject=case,
        on=case,
        complaint=complaint.pk,
        instruments=instruments,
        own_rules=own.rules.pk if own.rules else None,
        readings=case.readings,
    )
    officer = Participant.objects.create(
        case=case,
        user_id=actor.person,
        organisation_id=actor.unit,
        duty=Duty.OFFICER,
        since=on,
    )
    events.record("record.kept", actor=actor, subject=officer, on=case)
    _bring_in(complaint, case, actor, on)
    start_clock(
        rule="investigation",
        subject=case,
        chain=case.chain,
        unit=unit,
        start=on,
        own=kept(case),
    )
    return case


def _join(complaint: Complaint, case_id: int, actor: Actor, on: date) -> Case:
    case = locked(Case, case_id)
    if case.organisation_id != complaint.organisation_id or case.state not in OPEN_STATES:
        raise Refused.plainly("cannot_join", "只能并入本单位正在办理的案件。")
    events.record(
        "case.complaint_joined", actor=actor, subject=case, on=case, complaint=complaint.pk
    )
    _bring_in(complaint, case, actor, on)
    complaint.case = case
    complaint.save()
    screen_again(case=case)
    return case


def _bring_in(complaint: Complaint, case: Case, actor: Actor, on: date) -> None:
    complaint.works.update(case=case)
    for party in complaint.parties.all():
        if case.respondents.filter(name=party.name, unit_name=party.unit_name).exists():
            continue
        respondent = Respondent.objects.create(
            case=case,
            name=party.name,
            kind=party.kind,
            unit=party.unit,
            unit_name=party.unit_name,
            position=party.position,
            allegations=complaint.content,
            conduct=complaint.conduct,
            added_on=on,
        )
        events.record("case.respondent_added", actor=actor, subject=respondent, on=case)


def _receive_onward(complaint: Complaint, to: Organisation, actor: Actor, on: date) -> None:
    """The receiving unit has a complaint of its own, with its own fifteen days (R14.3)."""
    report = Report(
        source="transferred",
        channel=complaint.channel,
        title=complaint.title,
        content=complaint.content,
        domain=complaint.domain,
        received_on=on,
        receipt_evidence=f"平台转送，{complaint.organisation.name} {complaint.number}",
        conduct=complaint.conduct,
        annex=complaint.annex,
        parties=[_party(p) for p in complaint.parties.all()],
        works=[
            Subject(w.kind, w.title, w.identifier, w.manager, w.publicly_funded)
            for w in complaint.works.all()
        ],
        referred_by=complaint.organisation,
        forwarded_from=complaint,
    )
    onward = store_complaint(actor=actor, unit=to, report=report)
    # The identity goes along sealed as it is; nobody opens it to pass it on.
    onward.complainant_name = complaint.complainant_name
    onward.complainant_unit = complaint.complainant_unit
    onward.complainant_contact = complaint.complainant_contact
    onward.complainant_index = complaint.complainant_index
    onward.save()
    events.record(
        "complaint.received_onward",
        actor=actor,
        subject=onward,
        on=onward,
        forwarded_from=complaint.pk,
        basis=cite(S84, 14, "应责成第一责任主体开展调查处理").place,
    )


def _party(party: NamedParty) -> Party:
    return Party(party.name, party.kind, party.unit, party.unit_name, party.position)
