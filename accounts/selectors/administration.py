"""Reading units and people for those who look after them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from accounts import clock, events
from accounts.models import Event, Membership, Organisation, User
from accounts.roles import Role


@dataclass(frozen=True, slots=True)
class Branch:
    """An organisation in the tree and how deep it stands, the top being 0."""

    organisation: Organisation
    depth: int
    superior: str = ""

    @property
    def indent(self) -> range:
        """A step for each level between this one's superior and the top."""
        return range(self.depth - 1)


@dataclass(frozen=True, slots=True)
class UserFilters:
    """What the list of users is narrowed to, as the address says."""

    text: str = ""
    organisation: str = ""
    role: str = ""
    closed: bool = False

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "UserFilters":
        """From the address; what it says that cannot be is left out."""
        organisation, role = query.get("organisation", ""), query.get("role", "")
        return cls(
            text=query.get("q", "").strip(),
            organisation=organisation if organisation.isdecimal() else "",
            role=role if role in Role.values else "",
            closed=query.get("closed") == "1",
        )

    @property
    def any(self) -> bool:
        """Whether the list is narrowed at all."""
        return self != UserFilters()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the record of a unit or an account, as the timeline draws it."""

    on: date
    text: str
    by: str
    mark: bool = False


def in_force(day: date) -> Q:
    """Memberships in force on a day."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))


def administrators() -> QuerySet[User]:
    """Those who can look after units and people today."""
    held = Membership.objects.filter(in_force(clock.today()), role=Role.SYSTEM_ADMINISTRATOR)
    return User.objects.filter(pk__in=held.values("user"), is_active=True)


def other_administrators(user_id: int) -> QuerySet[User]:
    """Those whose role has no end, so that it can be relied on, except this one."""
    held = Membership.objects.filter(
        role=Role.SYSTEM_ADMINISTRATOR, since__lte=clock.today(), until__isnull=True
    )
    return User.objects.filter(pk__in=held.values("user"), is_active=True).exclude(pk=user_id)


def tree() -> list[Branch]:
    """Every organisation below its superior, by name, with its ``staff`` and ``measures``."""
    now = in_force(clock.today())
    staff = Membership.objects.filter(now, user__is_active=True).values_list(
        "organisation_id", "user_id"
    )
    people: dict[int, set[int]] = {}
    for organisation_id, user_id in staff:
        people.setdefault(organisation_id, set()).add(user_id)
    below: dict[int | None, list[Organisation]] = {}
    for organisation in Organisation.objects.annotate(measures=Count("powers")).order_by("name"):
        organisation.staff = len(people.get(organisation.pk, ()))  # type: ignore[attr-defined]
        below.setdefault(organisation.superior_id, []).append(organisation)
    return list(_walk(below, None, 0))


def _walk(
    below: Mapping[int | None, list[Organisation]], superior: Organisation | None, depth: int
) -> Iterator[Branch]:
    for organisation in below.get(superior.pk if superior else None, []):
        yield Branch(organisation, depth, superior.name if superior else "")
        yield from _walk(below, organisation, depth + 1)


def users(filters: UserFilters) -> QuerySet[User]:
    """The accounts, by name, each with the memberships in force as ``current``."""
    now = in_force(clock.today())
    current = Membership.objects.filter(now).select_related("organisation").order_by("pk")
    found = User.objects.filter(is_active=not filters.closed)
    if filters.text:
        found = found.filter(Q(name__icontains=filters.text) | Q(username__icontains=filters.text))
    wanted = current
    if filters.organisation:
        wanted = wanted.filter(organisation_id=int(filters.organisation))
    if filters.role:
        wanted = wanted.filter(role=filters.role)
    if filters.organisation or filters.role:
        found = found.filter(pk__in=wanted.values("user"))
    return found.order_by("name", "username").prefetch_related(
        Prefetch("memberships", queryset=current, to_attr="current")
    )


def members(organisation: Organisation) -> QuerySet[Membership]:
    """The roles in force in a unit, by role and name."""
    return (
        organisation.memberships.filter(in_force(clock.today()), user__is_active=True)
        .select_related("user")
        .order_by("role", "user__name")
    )


def memberships(user: User) -> QuerySet[Membership]:
    """Every role a person has or had, the newest first."""
    return user.memberships.select_related("organisation").order_by("-since", "-pk")


def record_of(subject: Organisation | User) -> list[Line]:
    """What happened to a unit or an account, newest first."""
    found = list(Event.objects.filter(chain=subject.chain).order_by("-seq"))
    units = dict(
        Organisation.objects.filter(
            pk__in=[event.data["organisation"] for event in found if "organisation" in event.data]
        ).values_list("pk", "name")
    )
    return [
        Line(
            on=timezone.localtime(event.at).date(),
            text=events.label(event.name) + _detail(event, units),
            by=event.actor_name,
        )
        for event in found
    ]


def _detail(event: Event, units: Mapping[int, str]) -> str:
    data = event.data
    if "role" in data:
        return f"：{units.get(data['organisation'], '')}，{Role(data['role']).label}"
    if "changed" in data:
        return f"：{'、'.join(_field_name(name) for name in data['changed'])}"
    if "powers" in data:
        return f"：第{'、'.join(data['powers'])}项" if data["powers"] else "：没有处理权限"
    if "readings" in data:
        return f"：另行选定{len(data['readings'])}项" if data["readings"] else "：均按默认"
    return ""


def _field_name(name: str) -> str:
    field = Organisation._meta.get_field(name.removesuffix("_id"))
    return str(getattr(field, "verbose_name", name))
