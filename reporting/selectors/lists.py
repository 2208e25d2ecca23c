"""The list of filings, as each person may see it, in one query."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable

from accounts import clock
from accounts.actors import Actor
from accounts.roles import Role
from cases.models import Deadline
from reporting.models import Receipt, Recipient, Submission, SubmissionState
from reporting.policies import OFFICE

ORDERS = {"due": "due", "effective": "effective_on", "number": "decision__number"}
STANDING = (SubmissionState.ACKNOWLEDGED, SubmissionState.REMOVED)


@dataclass(frozen=True, slots=True)
class Filters:
    """What the list is narrowed to; empty means all. ``order`` has a leading - for descending."""

    state: str = ""
    unit: str = ""
    overdue: bool = False
    text: str = ""
    order: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Filters":
        """From the address of the list."""
        return cls(
            state=query.get("state", ""),
            unit=query.get("unit", ""),
            overdue=query.get("overdue", "") == "1",
            text=query.get("q", "").strip(),
            order=query.get("sort", ""),
        )

    @property
    def any(self) -> bool:
        """Whether anything is narrowed."""
        return self.overdue or any((self.state, self.unit, self.text))


def unfinished(rows: QuerySet[Submission]) -> QuerySet[Submission]:
    """Those of them that still ask for something: the superior's receipt may be the last."""
    told = Receipt.objects.filter(submission=OuterRef("pk"), recipient=Recipient.SUPERIOR)
    awaited = Q(superior__isnull=False, direct=False) & ~Exists(told)
    rows = rows.exclude(state=SubmissionState.REMOVED)
    return rows.filter(~Q(state=SubmissionState.ACKNOWLEDGED) | awaited)


def visible_submissions(actor: Actor) -> QuerySet[Submission]:
    """The filings this person may know of: the same answer as the policy ``submission.know``."""
    rows = Submission.objects.select_related(
        "case", "organisation", "superior", "province", "decision__respondent"
    )
    if actor.has(Role.AUDITOR):
        return rows
    if actor.user_id is None or actor.organisation_id is None or not actor.has(*OFFICE):
        return rows.none()
    known = Q(organisation_id=actor.unit) | Q(superior_id=actor.unit)
    if actor.has(Role.PROVINCIAL_OFFICER):
        known |= Q(province_id=actor.unit)
    return rows.filter(known)


def submission_list(actor: Actor, filters: Filters) -> QuerySet[Submission]:
    """The list, narrowed and ordered; ``due`` is the next date that binds somebody."""
    open_clocks = Deadline.objects.filter(
        subject_kind=Submission._meta.label_lower,
        subject_id=OuterRef("pk"),
        done=None,
        due__isnull=False,
    ).order_by("due")
    rows = _narrowed(visible_submissions(actor), actor, filters).annotate(
        due=Subquery(open_clocks.values("due")[:1], output_field=DateField())
    )
    if filters.overdue:
        rows = rows.filter(due__lt=clock.today())
    return rows.order_by(*_order(filters.order))


def units_of(rows: QuerySet[Submission]) -> list[tuple[int, str]]:
    """The units whose filings are in the list, for its filter."""
    found = rows.order_by().values_list("organisation_id", "organisation__name").distinct()
    return sorted(found, key=lambda pair: pair[1])


def clocks_of(submissions: list[Submission]) -> dict[int, Deadline]:
    """The open clock that binds next, by submission."""
    rows = Deadline.objects.filter(
        subject_kind=Submission._meta.label_lower,
        subject_id__in=[submission.pk for submission in submissions],
        done=None,
    ).select_related("unit", "own_rules")
    # The earliest is written last and so stands.
    ordered = sorted(rows, key=lambda d: (d.due is None, d.due), reverse=True)
    return {deadline.subject_id: deadline for deadline in ordered}


def _narrowed(rows: QuerySet[Submission], actor: Actor, filters: Filters) -> QuerySet[Submission]:
    if filters.state == "open":
        rows = rows.exclude(state__in=STANDING)
    elif filters.state in SubmissionState.values:
        rows = rows.filter(state=filters.state)
    if filters.unit.isdigit():
        rows = rows.filter(organisation_id=int(filters.unit))
    if filters.text:
        words = filters.text
        found = Q(case__number__icontains=words) | Q(decision__number__icontains=words)
        # An auditor who could search by name would learn the names.
        if not actor.has(Role.AUDITOR):
            found |= Q(decision__respondent__name__icontains=words)
        rows = rows.filter(found)
    return rows


def _order(asked: str) -> list[str | Combinable]:
    field = ORDERS.get(asked.removeprefix("-"), "")
    if not field:
        return [F("due").asc(nulls_last=True), "-id"]
    descending = asked.startswith("-")
    key = F(field).desc(nulls_last=True) if descending else F(field).asc(nulls_last=True)
    return [key, "-id"]
