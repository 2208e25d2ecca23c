"""Who may see and do what on appeals."""

from dataclasses import replace
from typing import Any

from accounts.actors import Actor
from accounts.policies import ALLOWED, HIDDEN, Basis, Permission, denied, policy
from accounts.roles import Role
from appeals.facts import appeal_context, second_body
from appeals.models import Appeal, AppealLevel
from cases.models import Decision
from cases.policies import RECUSAL, REGISTRARS, RULES, read_content, sign

TEAM = Basis(RULES, 41, "另行组织调查组或委托第三方机构")
TO_DECIDER = Basis(RULES, 41, "向作出调查处理决定的单位或部门书面提出申诉")
TO_SUPERIOR = Basis(RULES, 42, "可向调查处理单位的上级主管部门书面提出申诉")
ADMISSION = {
    AppealLevel.REVIEW: Basis(RULES, 41, "调查处理单位（部门）应在收到申诉之日起15个工作日内"),
    AppealLevel.RE_REVIEW: Basis(RULES, 42, "上级主管部门应在收到申诉之日起15个工作日内"),
}
OPINION = Basis(RULES, 43, "复查、复核应制作复查、复核意见书")
READERS = (*REGISTRARS, Role.HEAD, Role.RESPONSIBLE_LEADER)


@policy("appeal.list")
def list_appeals(actor: Actor, subject: Any) -> Permission:
    """Offices and leaders, the reviewers, and the auditor; each sees only their own."""
    return ALLOWED if actor.has(*READERS, Role.REVIEWER, Role.AUDITOR) else HIDDEN


@policy("appeal.lodge")
def lodge(actor: Actor, decision: Decision) -> Permission:
    """The office of the body that decided takes a first appeal in (Art 41)."""
    seen = read_content(actor, decision.respondent.case)
    if not seen:
        return _signing(seen, "appeal_lodge_sign")
    if actor.of(decision.organisation_id) and actor.has(*REGISTRARS):
        return ALLOWED
    return denied(f"由{decision.organisation.name}的办公室收取。", TO_DECIDER)


@policy("appeal.lodge_sign")
def lodge_sign(actor: Actor, decision: Decision) -> Permission:
    """Who knows of the case is led to its papers; to others the decision does not exist."""
    return sign(actor, decision.respondent.case)


@policy("appeal.know")
def know(actor: Actor, appeal: Appeal) -> Permission:
    """To know that there is an appeal: the offices concerned, the review team, the auditor."""
    if actor.has(Role.AUDITOR):
        return ALLOWED
    if not (reviews(actor, appeal) or actor.has(*READERS)):
        return HIDDEN
    return sign(actor, appeal.case)


@policy("appeal.view")
def view(actor: Actor, appeal: Appeal) -> Permission:
    """Its content: whoever may know of it and has signed the papers of the case."""
    known = know(actor, appeal)
    if not known or actor.has(Role.AUDITOR):
        return known
    return _signing(read_content(actor, appeal.case), "appeal_sign")


@policy("appeal.lodge_second")
def lodge_second(actor: Actor, first: Appeal) -> Permission:
    """The superior's office takes a second appeal in (Art 42)."""
    body = second_body(first)
    holds = body is not None and actor.of(body.pk) and actor.has(*REGISTRARS)
    where = f"由{body.name}的办公室收取。" if body else "调查处理单位没有登记上级主管部门。"
    return _needs(actor, first, holds, where, TO_SUPERIOR)


@policy("appeal.decide_admission")
def decide_admission(actor: Actor, appeal: Appeal) -> Permission:
    """The office of the body the appeal was lodged with."""
    holds = actor.of(appeal.organisation_id) and actor.has(*REGISTRARS)
    basis = ADMISSION[AppealLevel(appeal.level)]
    return _needs(actor, appeal, holds, f"由{appeal.organisation.name}的办公室办理。", basis)


@policy("appeal.review")
def review(actor: Actor, appeal: Appeal) -> Permission:
    """The review team (Art 41); what a third party found is written down by the office."""
    holds = reviews(actor, appeal)
    if appeal.third_party and not holds:
        holds = actor.of(appeal.organisation_id) and actor.has(*REGISTRARS)
    return _needs(actor, appeal, holds, f"由{appeal.word}人员办理。", TEAM)


@policy("appeal.conclude")
def conclude(actor: Actor, appeal: Appeal) -> Permission:
    """The head of the body, or the office of a department; somebody of the team itself only where
    the body's reading lets people approve their own work (approver_apart).
    """
    signs = (Role.HEAD,) if appeal.level == AppealLevel.REVIEW else (Role.HEAD, *REGISTRARS)
    holds = actor.of(appeal.organisation_id) and actor.has(*signs)
    if holds and reviews(actor, appeal) and not own_opinion(appeal):
        reason = f"您是{appeal.word}人员，不能签发自己的意见；由另一人签发（条文未写明的解读）。"
        return _needs(actor, appeal, False, reason, None)
    who = "单位负责人" if appeal.level == AppealLevel.REVIEW else "上级主管部门"
    return _needs(actor, appeal, holds, f"由{appeal.organisation.name}的{who}签发。", OPINION)


def own_opinion(appeal: Appeal) -> bool:
    """Whether who reviews may, for a reason, give the opinion as well (approver_apart)."""
    return appeal_context(appeal).reading("approver_apart") == "with_reason"


def _needs(
    actor: Actor, appeal: Appeal, holds: bool, reason: str, basis: Basis | None
) -> Permission:
    seen = view(actor, appeal)
    if not seen:
        return seen
    return ALLOWED if holds else denied(reason, basis)


def reviews(actor: Actor, appeal: Appeal) -> bool:
    """Whether the person is of the review team now."""
    return appeal.members.filter(user_id=actor.person, until=None).exists()


def _signing(seen: Permission, address: str) -> Permission:
    """The papers are those of the case, but the way to them starts at the page in hand."""
    if not seen.then:
        return seen
    return replace(seen, then=address, basis=seen.basis or RECUSAL)
