"""Reading people and organisations."""

from datetime import date

from django.db.models import Q, QuerySet

from accounts import clock
from accounts.actors import Actor
from accounts.models import (
    ConfidentialityAgreement,
    Membership,
    Organisation,
    OrganisationKind,
    User,
)
from accounts.models.organisations import Level
from accounts.roles import Role


def memberships_of(user_id: int, on: date | None = None) -> QuerySet[Membership]:
    """The memberships in force on a day (default today)."""
    day = on or clock.today()
    return Membership.objects.filter(
        Q(until__isnull=True) | Q(until__gte=day), user_id=user_id, since__lte=day
    ).select_related("organisation")


def organisations_of(user_id: int) -> list[Organisation]:
    """The organisations a user can act for, by name."""
    found = {m.organisation_id: m.organisation for m in memberships_of(user_id)}
    return sorted(found.values(), key=lambda o: o.name)


def actor_for(user: User, organisation_id: int | None) -> Actor:
    """The person acting for an organisation; the first of theirs when the wanted one is not."""
    held = list(memberships_of(user.pk))
    own = sorted({m.organisation_id for m in held})
    chosen = organisation_id if organisation_id in own else (own[0] if own else None)
    roles = frozenset(m.role for m in held if m.organisation_id == chosen)
    return Actor(user_id=user.pk, name=user.name, organisation_id=chosen, roles=roles)


def holders(organisation_id: int, *roles: Role) -> QuerySet[User]:
    """The users who hold one of the roles in an organisation today."""
    day = clock.today()
    return (
        User.objects.filter(
            Q(memberships__until__isnull=True) | Q(memberships__until__gte=day),
            memberships__organisation_id=organisation_id,
            memberships__role__in=[role.value for role in roles],
            memberships__since__lte=day,
            is_active=True,
        )
        .distinct()
        .order_by("name")
    )


def agreement_of(user_id: int, organisation_id: int) -> ConfidentialityAgreement | None:
    """The standing confidentiality agreement, None when unsigned."""
    return ConfidentialityAgreement.objects.filter(
        user_id=user_id, organisation_id=organisation_id
    ).first()


def science_department_of(organisation: Organisation) -> Organisation | None:
    """The 省级科技行政部门 of the organisation's province (Art 36)."""
    return Organisation.objects.filter(
        kind=OrganisationKind.SCIENCE_DEPARTMENT,
        level=Level.PROVINCE,
        province=organisation.province,
    ).first()
