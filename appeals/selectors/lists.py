"""The list of appeals, as each person may see it."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from accounts.actors import Actor
from accounts.roles import Role
from appeals.models import Appeal, AppealState, ReviewMember
from appeals.policies import READERS
from cases.models import Case, Deadline

ROWS = ("case__organisation", "organisation__superior", "decision__respondent", "first")
# Decided ones stay open until the appellant is told.
UNTOLD = Q(state=AppealState.REFUSED, told_on=None) | Q(
    state=AppealState.DECIDED, result_told_on=None
)
OPEN_STATES = (AppealState.LODGED, AppealState.ADMITTED, AppealState.UNDER_REVIEW)
OPEN = Q(state__in=OPEN_STATES) | UNTOLD


def visible_appeals(actor: Actor) -> QuerySet[Appeal]:
    """The appeals this person may know of: the same answer as the policy ``appeal.know``."""
    rows = Appeal.objects.select_related(*ROWS)
    if actor.has(Role.AUDITOR):
        return rows
    reviewing = ReviewMember.objects.filter(user_id=actor.person, until=None)
    own = Q(pk__in=reviewing.values("appeal_id"))
    if actor.organisation_id is not None and actor.has(*READERS):
        own |= Q(organisation_id=actor.unit) | Q(case__organisation_id=actor.unit)
        if actor.has(Role.SUPERIOR_OFFICER):
            own |= Q(case__organisation__superior_id=actor.unit)
        if actor.has(Role.PROVINCIAL_OFFICER):
            own |= Q(case__referred_by_id=actor.unit)
    return rows.filter(own)


def appeal_list(actor: Actor, state: str, level: str) -> QuerySet[Appeal]:
    """The list, narrowed to a state (or all that are open) and a level; empty means all."""
    rows = visible_appeals(actor)
    if state == "open":
        rows = rows.filter(OPEN)
    elif state in AppealState.values:
        rows = rows.filter(state=state)
    return rows.filter(level=int(level)) if level in ("1", "2") else rows


def of_case(case: Case) -> QuerySet[Appeal]:
    """The appeals of a case, newest first."""
    return case.appeals.select_related(*ROWS)


def clocks_of(appeals: Iterable[Appeal]) -> dict[int, Deadline]:
    """The open clock that binds next, by appeal."""
    rows = Deadline.objects.filter(
        subject_kind=Appeal._meta.label_lower,
        subject_id__in=[appeal.pk for appeal in appeals],
        done=None,
    )
    # The earliest is written last and so stands.
    ordered = sorted(rows, key=lambda d: (d.due is None, d.due), reverse=True)
    return {deadline.subject_id: deadline for deadline in ordered}
