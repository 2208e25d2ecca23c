"""Lists of complaints and cases, as each person may see them, in one query."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable

from accounts import clock
from accounts.actors import Actor
from accounts.models import Organisation
from accounts.roles import Role
from cases.models import OPEN_STATES, Case, Complaint, Deadline, Participant, Respondent
from cases.policies import REGISTRARS

CASE_ORDERS = ("number", "accepted", "due", "title", "state")
_ORDER_FIELDS = {
    "number": "number",
    "accepted": "accepted_on",
    "due": "due",
    "title": "title",
    "state": "state",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; empty means all. ``order`` has a leading - for descending."""

    state: str = ""
    stage: str = ""
    unit: str = ""
    domain: str = ""
    overdue: bool = False
    text: str = ""
    order: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """From the address of a list."""
        return cls(
            state=query.get("state", ""),
            stage=query.get("stage", ""),
            unit=query.get("unit", ""),
            domain=query.get("domain", ""),
            overdue=query.get("overdue", "") == "1",
            text=query.get("q", "").strip(),
            order=query.get("sort", ""),
        )

    @property
    def any(self) -> bool:
        """Whether anything is narrowed."""
        chosen = (self.state, self.stage, self.unit, self.domain, self.text)
        return self.overdue or any(chosen)


def visible_cases(actor: Actor) -> QuerySet[Case]:
    """The cases this person may know of: the same answer as the policy ``case.know``."""
    if actor.user_id is None or actor.roles <= {Role.SYSTEM_ADMINISTRATOR.value}:
        return Case.objects.none()
    if actor.has(Role.AUDITOR):
        return Case.objects.all()
    taking_part = Participant.objects.filter(
        case=OuterRef("pk"), user_id=actor.person, organisation_id=actor.unit, until=None
    )
    known = Q(Exists(taking_part))
    if actor.has(*REGISTRARS, Role.RESPONSIBLE_LEADER, Role.HEAD):
        known |= Q(organisation_id=actor.unit)
    if actor.has(Role.PROVINCIAL_OFFICER):
        known |= Q(referred_by_id=actor.unit)
    if actor.has(Role.SUPERIOR_OFFICER):
        known |= Q(organisation__superior_id=actor.unit)
    return Case.objects.filter(known)


def units_of(actor: Actor) -> list[Organisation]:
    """The units whose cases this person may know of, for the filter."""
    own = visible_cases(actor).order_by().values("organisation_id").distinct()
    return list(Organisation.objects.filter(pk__in=own))


def case_list(actor: Actor, filters: Filters) -> QuerySet[Case]:
    """The case list: number, title, unit, state and the next date that binds, ``due``."""
    next_due = Deadline.objects.filter(
        subject_kind="cases.case", subject_id=OuterRef("pk"), done=None, due__isnull=False
    ).order_by("due")
    rows = visible_cases(actor).select_related("organisation")
    rows = _narrowed(rows, filters)
    if filters.text:
        rows = rows.filter(_matches(actor, filters.text))
    dated = rows.annotate(due=Subquery(next_due.values("due")[:1], output_field=DateField()))
    if filters.overdue:
        dated = dated.filter(due__lt=clock.today())
    return dated.order_by(*_order(filters.order))


def complaint_list(actor: Actor, filters: Filters) -> QuerySet[Complaint]:
    """The complaints the person's unit received, with the end of the period of Art 14."""
    if not actor.has(*REGISTRARS):
        return Complaint.objects.none()
    due = Deadline.objects.filter(
        rule="acceptance", subject_kind="cases.complaint", subject_id=OuterRef("pk"), done=None
    )
    rows = Complaint.objects.filter(organisation_id=actor.unit).annotate(
        due=Subquery(due.values("due")[:1], output_field=DateField())
    )
    if filters.state:
        rows = rows.filter(state=filters.state)
    if filters.domain:
        rows = rows.filter(domain=filters.domain)
    if filters.overdue:
        rows = rows.filter(due__lt=clock.today())
    if filters.text:
        words = filters.text
        rows = rows.filter(
            Q(number__icontains=words)
            | Q(title__icontains=words)
            | Q(parties__name__icontains=words)
        ).distinct()
    return rows.order_by("-received_on", "-id")


def _narrowed(rows: QuerySet[Case], filters: Filters) -> QuerySet[Case]:
    if filters.state:
        rows = rows.filter(state=filters.state)
    if filters.stage == "open":
        rows = rows.filter(state__in=OPEN_STATES)
    if filters.stage == "ended":
        rows = rows.exclude(state__in=OPEN_STATES)
    if filters.unit.isdigit():
        rows = rows.filter(organisation_id=int(filters.unit))
    if filters.domain:
        rows = rows.filter(domain=filters.domain)
    return rows


def _matches(actor: Actor, words: str) -> Q:
    found = Q(number__icontains=words) | Q(title__icontains=words)
    # An auditor who could search by name would learn the names.
    if not actor.has(Role.AUDITOR):
        named = Respondent.objects.filter(case=OuterRef("pk"), name__icontains=words)
        found |= Q(Exists(named))
    return found


def _order(asked: str) -> list[str | Combinable]:
    field = _ORDER_FIELDS.get(asked.removeprefix("-"), "")
    if not field:
        return ["-accepted_on", "-id"]
    descending = asked.startswith("-")
    key = F(field).desc(nulls_last=True) if descending else F(field).asc(nulls_last=True)
    return [key, "-id"]
