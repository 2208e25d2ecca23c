"""The two letters a named complainant gets: taken up, or not and why (Art 14)."""

from collections.abc import Sequence

from accounts.actors import Actor
from accounts.models import Organisation
from accounts.sealing import open_sealed
from cases.documents.contexts import Contact, Letter
from cases.documents.facts import quote
from cases.documents.kinds.acceptance import AcceptanceNotice
from cases.documents.kinds.refusal import Ground, RefusalNotice
from cases.facts import own_words
from cases.models import Case, Complaint, Document, RecipientRole
from cases.services.documents import request_document
from rules.law import N221, cite
from rules.outcome import Citation

INVESTIGATION = "investigation"
ACCEPTED = cite(N221, 14, "符合本规则第十二条规定且属于本单位职责范围的，应予以受理")
PERIOD = cite(N221, 25, "科研失信行为的调查处理应自决定受理之日起6个月内完成。")
RECUSAL = cite(N221, 45, "被调查人、举报人有权要求其回避。")
SECRECY = cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息")
OBJECTION = cite(N221, 14, "举报人可以对不予受理提出异议并说明理由；异议不成立的，不予受理。")


def request_acceptance_notice(*, actor: Actor, complaint: Complaint, case: Case) -> Document | None:
    """Ask for the notice of acceptance, in the caller's transaction; None without a name."""
    if not complaint.complainant_name or complaint.decided_on is None:
        return None
    return _request(
        actor,
        complaint,
        "acceptance_notice",
        AcceptanceNotice(
            organisation=complaint.organisation.name,
            addressee=_addressee(complaint),
            contact=contact_of(complaint.organisation),
            dated=complaint.decided_on,
            received=complaint.received_on,
            accepted=complaint.decided_on,
            matter=complaint.title,
            case_number=case.number,
            conditions=(quote(ACCEPTED),),
            period=quote(own_words(INVESTIGATION, case.own_rules, case.accepted_on) or PERIOD),
            recusal=quote(RECUSAL),
            secrecy=quote(SECRECY),
        ),
    )


def request_refusal_notice(
    *, actor: Actor, complaint: Complaint, grounds: Sequence[Citation]
) -> Document | None:
    """Ask for the notice of refusal with every ground; None without a name."""
    if not complaint.complainant_name or complaint.decided_on is None:
        return None
    found = (complaint.reason,)
    return _request(
        actor,
        complaint,
        "refusal_notice",
        RefusalNotice(
            organisation=complaint.organisation.name,
            addressee=_addressee(complaint),
            contact=contact_of(complaint.organisation),
            dated=complaint.decided_on,
            received=complaint.received_on,
            matter=complaint.title,
            grounds=tuple(
                Ground(quotation=quote(c), condition=c.article == 12, found=found) for c in grounds
            ),
            objection=quote(OBJECTION),
        ),
    )


def contact_of(unit: Organisation) -> Contact:
    """Where a recipient reaches the unit's office."""
    return Contact(office=unit.office or unit.name, telephone=unit.telephone, address=unit.address)


def _addressee(complaint: Complaint) -> str:
    # Sealed again on the letter's row; nobody sees the name by asking for the letter.
    return open_sealed(complaint.complainant_name)


def _request(actor: Actor, complaint: Complaint, kind: str, letter: Letter) -> Document:
    # No case: the letter names the complainant, so it stays with the complaint's office.
    return request_document(
        actor=actor,
        kind=kind,
        context=letter,
        subject=complaint,
        case=None,
        organisation=complaint.organisation,
        recipient=RecipientRole.COMPLAINANT.label,
        recipient_role=RecipientRole.COMPLAINANT,
    )
