"""Giving a person a role in an organisation, and ending it."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from accounts import clock, events
from accounts.actors import Actor
from accounts.models import Level, Membership, Organisation, OrganisationKind, User
from accounts.refusals import NotYours, Refused
from accounts.roles import Role
from accounts.selectors.administration import other_administrators
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from rules.outcome import Finding, error

DEPARTMENTS = frozenset(
    {
        OrganisationKind.DEPARTMENT.value,
        OrganisationKind.SCIENCE_DEPARTMENT.value,
        OrganisationKind.SOCIAL_SCIENCE_BODY.value,
    }
)
# Those who see no case content, or no identities, cannot be somebody who does at the same desk.
ALONE = frozenset({Role.SYSTEM_ADMINISTRATOR.value, Role.AUDITOR.value})
TWO_PERSONS = frozenset({Role.RESPONSIBLE_LEADER.value, Role.HEAD.value})


@transaction.atomic
def add_membership(
    *,
    actor: Actor,
    user_id: int,
    organisation_id: int,
    role: str,
    since: date,
    seen: int | None = None,
) -> Membership:
    """Give a role. Refused for oneself, where the unit has no such role, where two collide."""
    require("administration.manage", actor)
    user = locked(User, user_id)
    unchanged_since(user.chain, seen)
    if user.pk == actor.user_id:
        raise Refused.plainly("own_role", "不能给自己增加角色，请另一位系统管理员办理。")
    return appoint(actor=actor, user=user, organisation_id=organisation_id, role=role, since=since)


def appoint(
    *, actor: Actor, user: User, organisation_id: int, role: str, since: date
) -> Membership:
    """The same in the caller's transaction, whoever asks: for the first administrator."""
    organisation = Organisation.objects.filter(pk=organisation_id).first()
    if organisation is None:
        raise Refused.plainly("organisation_unknown", "没有登记这个单位。")
    if role not in Role.values:
        raise Refused.plainly("role_unknown", "请选择角色。")
    findings = [*_misplaced(role, organisation), *_colliding(user, organisation, role, since)]
    if findings:
        raise Refused.because(*findings)
    membership = Membership.objects.create(
        user=user, organisation=organisation, role=role, since=since
    )
    events.record(
        "membership.added",
        actor=actor,
        subject=user,
        membership=membership.pk,
        organisation=organisation.pk,
        role=role,
        since=since,
    )
    return membership


@transaction.atomic
def end_membership(
    *, actor: Actor, user_id: int, membership_id: int, until: date, seen: int | None = None
) -> Membership:
    """Let a role end with the day ``until``; yesterday at the earliest, which ends it at once."""
    require("administration.manage", actor)
    user = locked(User, user_id)
    unchanged_since(user.chain, seen)
    membership = user.memberships.filter(pk=membership_id).first()
    if membership is None:
        raise NotYours("没有这个页面，或者它不对您开放。")
    yesterday = clock.today() - timedelta(days=1)
    if membership.until is not None and membership.until <= yesterday:
        raise Refused.plainly("already_ended", "这个角色已经结束。")
    if until < yesterday:
        message = "最后一天不能早于昨天：已经办过的事是在有这个角色时办的。"
        raise Refused.plainly("too_early", message)
    last = membership.role == Role.SYSTEM_ADMINISTRATOR and not other_administrators(user.pk)
    if last:
        message = "这是最后一位系统管理员；先给另一人系统管理员角色，才能结束。"
        raise Refused.plainly("last_administrator", message)
    membership.until = until
    membership.save(update_fields=["until"])
    events.record(
        "membership.ended",
        actor=actor,
        subject=user,
        membership=membership.pk,
        organisation=membership.organisation_id,
        role=membership.role,
        until=until,
    )
    return membership


def _misplaced(role: str, organisation: Organisation) -> Iterator[Finding]:
    province = organisation.level == Level.PROVINCE
    if role == Role.PROVINCIAL_OFFICER and not (province and organisation.is_science_department):
        yield error("role_misplaced", "省科技厅人员只能属于省级科技行政部门。", None)
    if role == Role.AUDITOR and not province:
        yield error("role_misplaced", "省级监督人员只能属于省级单位。", None)
    if role == Role.SUPERIOR_OFFICER and organisation.kind not in DEPARTMENTS:
        yield error("role_misplaced", "主管部门人员只能属于主管部门。", None)


def _colliding(user: User, organisation: Organisation, role: str, since: date) -> Iterator[Finding]:
    held = set(_overlapping(user, organisation, since).values_list("role", flat=True))
    if role in held:
        yield error("role_held", f"已经是{organisation.name}的{Role(role).label}。", None)
        return
    if held and (role in ALONE or held & ALONE):
        message = "系统管理员和省级监督人员不能同时在同一单位担任别的角色；先结束原来的角色。"
        yield error("role_alone", message, None)
    if {role, *held} >= TWO_PERSONS:
        message = "单位相关负责人和单位负责人分别批准，由两个人担任。"
        yield error("role_two_persons", message, None)


def _overlapping(user: User, organisation: Organisation, since: date) -> QuerySet[Membership]:
    return Membership.objects.filter(
        Q(until__isnull=True) | Q(until__gte=since), user=user, organisation=organisation
    )
