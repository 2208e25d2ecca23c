"""The only place that says who may see and do what on complaints and cases."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from accounts.actors import Actor
from accounts.models import ConfidentialityAgreement
from accounts.policies import ALLOWED, HIDDEN, Basis, Permission, denied, policy
from accounts.roles import Role
from cases.facts import reads
from cases.models import (
    INVESTIGATING_DUTIES,
    Case,
    Complaint,
    Document,
    Duty,
    Participant,
    RecusalStatement,
)

RULES = "国科发监〔2022〕221号"
CONFIDENTIALITY = Basis(RULES, 44, "要签署保密协议")
RECUSAL = Basis(RULES, 45, "参与科研失信行为调查处理人员应签署回避声明")
STAND_ASIDE = Basis(RULES, 45, "不得参与调查处理工作，应主动申请回避")
PLAN = Basis(RULES, 16, "经单位相关负责人批准后实施")
SUSPENSION = Basis(RULES, 23, "可经单位相关负责人批准中止调查")
EXTENSION = Basis(RULES, 25, "经单位负责人批准后可延长调查期限")
SIGNATURE = Basis(RULES, 24, "调查报告须由全体调查人员签字")
POWER = Basis(RULES, 26, "由具有处理权限的单位按程序对被调查人作出处理决定")

REGISTRARS = (Role.OFFICER, Role.PROVINCIAL_OFFICER, Role.SUPERIOR_OFFICER)


def duties(actor: Actor, case: Case) -> set[str]:
    """The duties a person has on a case today."""
    return set(
        Participant.objects.filter(
            case=case, user_id=actor.person, organisation_id=actor.unit, until=None
        ).values_list("duty", flat=True)
    )


@policy("complaint.register")
def register(actor: Actor, subject: Any) -> Permission:
    """The office that receives complaints (Art 10, 14)."""
    if not actor.has(*REGISTRARS):
        return HIDDEN
    return _agreed(actor)


@policy("complaint.list")
def list_complaints(actor: Actor, subject: Any) -> Permission:
    """The office's own list."""
    return ALLOWED if actor.has(*REGISTRARS) else HIDDEN


@policy("complaint.view")
def view_complaint(actor: Actor, complaint: Complaint) -> Permission:
    """The office of the unit that received it."""
    if not actor.has(*REGISTRARS) or not actor.of(complaint.organisation_id):
        return HIDDEN
    return _agreed(actor)


@policy("complaint.decide")
def decide_complaint(actor: Actor, complaint: Complaint) -> Permission:
    """Whoever may see it decides on it."""
    return view_complaint(actor, complaint)


@policy("complaint.open_identity")
def open_identity(actor: Actor, complaint: Complaint) -> Permission:
    """The receiving office, on a stated reason, every opening logged (Art 46)."""
    return view_complaint(actor, complaint)


@policy("case.list")
def list_cases(actor: Actor, subject: Any) -> Permission:
    """Whoever has any part in cases; the list itself shows only what each may see."""
    return HIDDEN if _outsider(actor) else ALLOWED


@policy("case.know")
def know(actor: Actor, case: Case) -> Permission:
    """To know that the case exists: participants, the office, those above, the auditor."""
    if _outsider(actor):
        return HIDDEN
    if duties(actor, case) or _office(actor, case) or _above(actor, case):
        return ALLOWED
    return ALLOWED if actor.has(Role.AUDITOR) else HIDDEN


@policy("case.view")
def view_case(actor: Actor, case: Case) -> Permission:
    """The content of a case: known to them, agreement and statement signed, no conflict."""
    known = know(actor, case)
    if not known or actor.has(Role.AUDITOR):
        return known
    if not _signed_agreement(actor):
        return denied("先签署保密协议，才能打开案件。", CONFIDENTIALITY, then="case_sign")
    statement = RecusalStatement.objects.filter(case=case, user_id=actor.person).first()
    if statement is None:
        return denied("先签署本案的回避声明，才能打开案件。", RECUSAL, then="case_sign")
    if statement.conflicted:
        return denied("您声明了应当回避的情形，不得参与本案。", STAND_ASIDE)
    return ALLOWED


@policy("case.sign")
def sign(actor: Actor, case: Case) -> Permission:
    """Who knows of the case may sign its papers; the auditor sees no identities, and signs none."""
    return HIDDEN if actor.has(Role.AUDITOR) else know(actor, case)


@policy("case.read_content")
def read_content(actor: Actor, case: Case) -> Permission:
    """Names, evidence, letters: everybody who may view, except the auditor."""
    return HIDDEN if actor.has(Role.AUDITOR) else view_case(actor, case)


@policy("case.run")
def run(actor: Actor, case: Case) -> Permission:
    """The office's work on a case: team, records, drafts, letters."""
    return _needs(actor, case, _office(actor, case), "由本单位科研诚信办公室办理。", None)


@policy("case.investigate")
def investigate(actor: Actor, case: Case) -> Permission:
    """Steps of the inquiry: the team of the approved plan, or the office for it."""
    on_team = bool(duties(actor, case) & set(INVESTIGATING_DUTIES))
    reason = "由本案调查人员或科研诚信办公室记录。"
    return _needs(actor, case, on_team or _office(actor, case), reason, None)


@policy("case.approve_plan")
def approve_plan(actor: Actor, case: Case) -> Permission:
    """The responsible leader, not an investigator (Art 16); the head where C3 reads it so."""
    return _needs(actor, case, _leads(actor, case), f"由{leaders(case)}批准。", PLAN)


@policy("case.suspend")
def suspend(actor: Actor, case: Case) -> Permission:
    """The responsible leader (Art 23); the head where C3 reads it so."""
    return _needs(actor, case, _leads(actor, case), f"由{leaders(case)}批准。", SUSPENSION)


@policy("case.resume")
def resume(actor: Actor, case: Case) -> Permission:
    """The office or who may suspend it, as soon as the cause is gone (Art 23)."""
    holds = _office(actor, case) or _leads(actor, case)
    return _needs(actor, case, holds, f"由科研诚信办公室或{leaders(case)}恢复调查。", None)


@policy("case.extend")
def extend(actor: Actor, case: Case) -> Permission:
    """The head (Art 25)."""
    return _needs(actor, case, _heads(actor, case), "由单位负责人批准。", EXTENSION)


@policy("case.sign_report")
def sign_report(actor: Actor, case: Case) -> Permission:
    """Each investigator for themselves (Art 24)."""
    on_team = bool(duties(actor, case) & set(INVESTIGATING_DUTIES))
    return _needs(actor, case, on_team, "由本案调查人员本人签字。", SIGNATURE)


@policy("decision.approve")
def approve_decision(actor: Actor, case: Case) -> Permission:
    """The head of the body that has the power (Art 26), or its leader: decision_approver."""
    holds = _heads(actor, case) or (
        leader_decides(case)
        and actor.of(case.organisation_id)
        and actor.has(Role.RESPONSIBLE_LEADER)
    )
    return _needs(actor, case, holds, f"由{deciders(case)}批准。", POWER)


@policy("document.read")
def read_document(actor: Actor, document: Document) -> Permission:
    """A letter is open to those who may read what it is about."""
    return _of_document(actor, document, read_content)


@policy("document.manage")
def manage_document(actor: Actor, document: Document) -> Permission:
    """The office has a letter made again."""
    return _of_document(actor, document, run)


def _of_document(
    actor: Actor, document: Document, of_case: Callable[[Actor, Case], Permission]
) -> Permission:
    if document.case is not None:
        found = of_case(actor, document.case)
    else:
        complaint = Complaint.objects.filter(pk=document.subject_id).first()
        about_one = document.subject_kind == Complaint._meta.label_lower and complaint is not None
        found = view_complaint(actor, complaint) if about_one and complaint else HIDDEN
    # Where the papers are signed is the case's page, which a letter cannot lead to.
    return replace(found, then="")


def _needs(actor: Actor, case: Case, holds: bool, reason: str, basis: Basis | None) -> Permission:
    seen = view_case(actor, case)
    if not seen:
        return seen
    return ALLOWED if holds else denied(reason, basis)


def _office(actor: Actor, case: Case) -> bool:
    own = actor.of(case.organisation_id)
    return own and actor.has(*REGISTRARS)


def head_leads(case: Case) -> bool:
    """Whether the head may approve what the law gives to the responsible leader (C3)."""
    return reads(case, "C3") == "head_as_well"


def leaders(case: Case) -> str:
    """Who approves what the law gives to the responsible leader, in words."""
    return "单位相关负责人或单位负责人" if head_leads(case) else "单位相关负责人"


def leader_decides(case: Case) -> bool:
    """Whether the responsible leader may approve a decision as the head may."""
    return reads(case, "decision_approver") == "responsible_leader"


def deciders(case: Case) -> str:
    """Who approves a decision, in words."""
    return "单位负责人或单位相关负责人" if leader_decides(case) else "单位负责人"


def _leads(actor: Actor, case: Case) -> bool:
    if not actor.of(case.organisation_id):
        return False
    return actor.has(Role.RESPONSIBLE_LEADER) or (actor.has(Role.HEAD) and head_leads(case))


def _heads(actor: Actor, case: Case) -> bool:
    return actor.of(case.organisation_id) and actor.has(Role.HEAD)


def _above(actor: Actor, case: Case) -> bool:
    """Leaders of the unit; its superior; the department that referred the case or records it."""
    if actor.of(case.organisation_id):
        return actor.has(Role.RESPONSIBLE_LEADER, Role.HEAD)
    if actor.has(Role.PROVINCIAL_OFFICER) and actor.of(case.referred_by_id):
        return True
    return actor.has(Role.SUPERIOR_OFFICER) and actor.of(case.organisation.superior_id)


def _outsider(actor: Actor) -> bool:
    administrator = actor.roles == {Role.SYSTEM_ADMINISTRATOR.value}
    return actor.user_id is None or not actor.roles or administrator


def _signed_agreement(actor: Actor) -> bool:
    return ConfidentialityAgreement.objects.filter(
        user_id=actor.person, organisation_id=actor.unit
    ).exists()


def _agreed(actor: Actor) -> Permission:
    if _signed_agreement(actor):
        return ALLOWED
    return denied("先签署保密协议，才能办理举报。", CONFIDENTIALITY, then="agreement_sign")


def is_officer(actor: Actor, case: Case) -> bool:
    """Whether the person runs the case for its unit."""
    return Duty.OFFICER.value in duties(actor, case)
