"""Who may see and do what on appeals."""

from typing import Any

from accounts.actors import Actor
from accounts.policies import ALLOWED, HIDDEN, Basis, Permission, denied, policy
from accounts.roles import Role
from appeals.models import Appeal, AppealLevel
from cases.models import Case, Decision
from cases.policies import read_content

RULES = "国科发监〔2022〕221号"
TEAM = Basis(RULES, 41, "另行组织调查组或委托第三方机构")
OFFICES = (Role.OFFICER, Role.SUPERIOR_OFFICER, Role.PROVINCIAL_OFFICER)


@policy("appeal.list")
def list_appeals(actor: Actor, subject: Any) -> Permission:
    """The offices that receive appeals, the reviewers, and the auditor (no identities)."""
    return ALLOWED if actor.has(*OFFICES, Role.REVIEWER, Role.AUDITOR) else HIDDEN


@policy("appeal.lodge")
def lodge(actor: Actor, decision: Decision) -> Permission:
    """The office of the deciding unit takes a first appeal in, its superior a second."""
    seen = read_content(actor, decision.respondent.case)
    if not seen:
        return seen
    unit = decision.organisation
    if actor.has(*OFFICES) and (actor.of(unit.pk) or actor.of(unit.superior_id)):
        return ALLOWED
    return denied("由作出处理决定的单位（复查）或其上级主管部门（复核）的办公室登记。", TEAM)


@policy("appeal.view")
def view(actor: Actor, appeal: Appeal) -> Permission:
    """The receiving office, the review team, and the office of the case."""
    if actor.has(Role.AUDITOR):
        return ALLOWED
    member = appeal.members.filter(user_id=actor.user_id).exists()
    if not (member or actor.has(*OFFICES, Role.HEAD, Role.RESPONSIBLE_LEADER)):
        return HIDDEN
    return _content(actor, appeal.case)


@policy("appeal.decide_admission")
def decide_admission(actor: Actor, appeal: Appeal) -> Permission:
    """The office of the body the appeal was lodged with."""
    seen = view(actor, appeal)
    if not seen:
        return seen
    if actor.of(appeal.organisation_id) and actor.has(*OFFICES):
        return ALLOWED
    return denied(f"由{appeal.organisation.name}的办公室办理。")


@policy("appeal.review")
def review(actor: Actor, appeal: Appeal) -> Permission:
    """The review team, which shares nobody with the first (Art 41)."""
    seen = view(actor, appeal)
    if not seen:
        return seen
    if appeal.members.filter(user_id=actor.user_id).exists():
        return ALLOWED
    return denied("由另行组织的调查组复查。", TEAM)


@policy("appeal.conclude")
def conclude(actor: Actor, appeal: Appeal) -> Permission:
    """The head of a unit, or the office of a department, signs the opinion."""
    seen = view(actor, appeal)
    if not seen:
        return seen
    signs = (Role.HEAD,) if appeal.level == AppealLevel.REVIEW else (Role.HEAD, *OFFICES)
    if actor.of(appeal.organisation_id) and actor.has(*signs):
        return ALLOWED
    return denied("由作出复查、复核的单位负责人出具意见书。")


def _content(actor: Actor, case: Case) -> Permission:
    return read_content(actor, case)
