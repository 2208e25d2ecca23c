"""The only place that says who may see and do what on filings."""

from typing import Any

from accounts.actors import Actor
from accounts.models import ConfidentialityAgreement, Membership
from accounts.policies import ALLOWED, HIDDEN, Basis, Permission, denied, policy
from accounts.roles import Role
from cases.models import RecusalStatement
from cases.policies import CONFIDENTIALITY, RECUSAL, REGISTRARS, STAND_ASIDE
from reporting.facts import applicant
from reporting.models import Submission

RULES = "国科发监〔2022〕221号"
SHANDONG = "鲁科字〔2024〕84号"
UPWARD = Basis(
    RULES,
    36,
    "处理决定作出单位应在决定生效后10个工作日内将处理决定书和调查报告报送上级主管部门和所在地省级科技行政部门",
)
NATIONAL = Basis(
    RULES,
    36,
    "省级科技行政部门应在收到之日起10个工作日内通过科研诚信管理信息系统按规定汇交科研诚信严重失信行为数据信息，并将处理决定书和调查报告报送科技部",
)
DIRECT = Basis(RULES, 36, "由该部门在处理决定生效后10个工作日内")
CHECK = Basis(SHANDONG, 20, "省科技厅对汇交的科研失信行为数据进行把关")
REMOVAL = Basis(SHANDONG, 21, "由作出处理决定的部门按照程序及时向省科技厅提交相关资料")

OFFICE = (*REGISTRARS, Role.RESPONSIBLE_LEADER, Role.HEAD)
READERS = (*OFFICE, Role.AUDITOR)


@policy("submission.list")
def list_submissions(actor: Actor, subject: Any) -> Permission:
    """Offices, their superiors, the province and the auditor; each sees only their own."""
    return ALLOWED if actor.user_id is not None and actor.has(*READERS) else HIDDEN


@policy("submission.know")
def know(actor: Actor, submission: Submission) -> Permission:
    """To know that there is a filing: the unit, its superior, the province, the auditor."""
    if actor.user_id is None:
        return HIDDEN
    concerned = (
        (actor.of(submission.organisation_id) and actor.has(*OFFICE))
        or (actor.of(submission.superior_id) and actor.has(*OFFICE))
        or (actor.of(submission.province_id) and actor.has(Role.PROVINCIAL_OFFICER))
        or actor.has(Role.AUDITOR)
    )
    return ALLOWED if concerned else HIDDEN


@policy("submission.sign")
def sign(actor: Actor, submission: Submission) -> Permission:
    """Who handles a filing signs for its case first; the auditor sees no identities, signs none."""
    return HIDDEN if actor.has(Role.AUDITOR) else know(actor, submission)


@policy("submission.view")
def view(actor: Actor, submission: Submission) -> Permission:
    """Its content: with the agreement and the recusal statement signed, and no conflict."""
    known = know(actor, submission)
    if not known or actor.has(Role.AUDITOR):
        return known
    return _cleared(actor, submission)


@policy("submission.read_content")
def read_content(actor: Actor, submission: Submission) -> Permission:
    """The name of the person and the letters: everybody who may view, except the auditor."""
    return HIDDEN if actor.has(Role.AUDITOR) else view(actor, submission)


@policy("submission.confirm_package")
def confirm_package(actor: Actor, submission: Submission) -> Permission:
    """The office of the unit that decided."""
    return _for_the_filer(actor, submission, "由作出处理决定的单位备齐报送件。", REGISTRARS)


@policy("submission.release")
def release(actor: Actor, submission: Submission) -> Permission:
    """The unit that decided: another officer, or a leader."""
    return _for_the_filer(actor, submission, "由作出处理决定的单位放行。", OFFICE)


@policy("submission.submit_direct")
def submit_direct(actor: Actor, submission: Submission) -> Permission:
    """The department of the State Council that files itself (Art 36)."""
    if not submission.direct:
        return _needs(actor, submission, False, "由省科技厅汇交国家系统。", NATIONAL)
    return _for_the_filer(actor, submission, "由国务院部门汇交。", OFFICE)


@policy("submission.confirm_superior")
def confirm_superior(actor: Actor, submission: Submission) -> Permission:
    """The superior the package was sent to; the unit for one that is not on the platform."""
    own = actor.of(submission.superior_id) and actor.has(*OFFICE)
    unit = actor.of(submission.organisation_id) and actor.has(*REGISTRARS)
    holds = own or (unit and absent(submission.superior_id))
    return _needs(actor, submission, holds, "由上级主管部门确认收到。", UPWARD)


@policy("submission.receive")
def receive(actor: Actor, submission: Submission) -> Permission:
    """The provincial department."""
    return _for_the_province(actor, submission, "由省科技厅确认收到。", UPWARD)


@policy("submission.check")
def check(actor: Actor, submission: Submission) -> Permission:
    """The provincial department, which checks what comes in (84号 20)."""
    return _for_the_province(actor, submission, "由省科技厅审核。", CHECK)


@policy("submission.submit")
def submit(actor: Actor, submission: Submission) -> Permission:
    """The provincial department; that it is another person is checked with the move."""
    return _for_the_province(actor, submission, "由省科技厅放行汇交。", NATIONAL)


@policy("submission.complete")
def complete(actor: Actor, submission: Submission) -> Permission:
    """The office of the unit that decided completes what was missing."""
    return _for_the_filer(actor, submission, "由作出处理决定的单位补正。", REGISTRARS)


@policy("submission.apply_removal")
def apply_removal(actor: Actor, submission: Submission) -> Permission:
    """The body that decided (84号 21), or its department: C18. For a department that is not on the
    platform the unit records its application.
    """
    body = applicant(submission)
    own = actor.of(body.pk) and actor.has(*REGISTRARS)
    unit = actor.of(submission.organisation_id) and actor.has(*REGISTRARS)
    said = "作出处理决定的单位" if body.pk == submission.organisation_id else body.name
    holds = own or (unit and absent(body.pk))
    return _needs(actor, submission, holds, f"由{said}申请移出。", REMOVAL)


@policy("submission.remove")
def remove(actor: Actor, submission: Submission) -> Permission:
    """The provincial department, or the State Council department that filed itself."""
    if submission.direct:
        return _for_the_filer(actor, submission, "由国务院部门办理移出。", OFFICE)
    return _for_the_province(actor, submission, "由省科技厅办理移出。", REMOVAL)


def absent(organisation_id: int | None) -> bool:
    """Whether nobody acts for an organisation here, so that others record its receipts."""
    if organisation_id is None:
        return False
    return not Membership.objects.filter(organisation_id=organisation_id, until=None).exists()


def _for_the_filer(
    actor: Actor, submission: Submission, reason: str, roles: tuple[Role, ...]
) -> Permission:
    holds = actor.of(submission.filer.pk) and actor.has(*roles)
    basis = DIRECT if submission.direct else UPWARD
    return _needs(actor, submission, holds, reason, basis)


def _for_the_province(
    actor: Actor, submission: Submission, reason: str, basis: Basis
) -> Permission:
    holds = actor.of(submission.province_id) and actor.has(Role.PROVINCIAL_OFFICER)
    return _needs(actor, submission, holds, reason, basis)


def _needs(
    actor: Actor, submission: Submission, holds: bool, reason: str, basis: Basis | None
) -> Permission:
    seen = view(actor, submission)
    if not seen:
        return seen
    return ALLOWED if holds else denied(reason, basis)


def _cleared(actor: Actor, submission: Submission) -> Permission:
    if actor.user_id is None or actor.organisation_id is None:
        return HIDDEN
    agreed = ConfidentialityAgreement.objects.filter(
        user_id=actor.user_id, organisation_id=actor.organisation_id
    ).exists()
    if not agreed:
        return denied("先签署保密协议，才能打开汇交件。", CONFIDENTIALITY, then="submission_sign")
    statement = RecusalStatement.objects.filter(
        case_id=submission.case_id, user_id=actor.user_id
    ).first()
    if statement is None:
        return denied("先签署本案的回避声明，才能打开汇交件。", RECUSAL, then="submission_sign")
    if statement.conflicted:
        return denied("您声明了应当回避的情形，不得参与本案的汇交。", STAND_ASIDE)
    return ALLOWED
