"""How every service on an appeal begins: its case is locked first, then the appeal, so that the
review and whoever works on the case wait for each other.
"""

from datetime import date

from accounts.actors import Actor
from accounts.refusals import NotYours, Refused
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import citation_of, require
from appeals import events
from appeals.facts import reviews_under
from appeals.models import Appeal, AppealReason, ReviewMember
from appeals.selectors.moves import MOVES, closed
from cases.models import Case, Decision, DecisionState, Respondent
from cases.services.dates import not_before, not_future
from cases.services.deadlines import start_clock
from rules.outcome import error

NOT_THERE = "没有这个页面，或者它不对您开放。"
IN_FORCE = (DecisionState.ISSUED, DecisionState.SERVED, DecisionState.EFFECTIVE)


def opened(slug: str, *, actor: Actor, appeal_id: int, seen: int | None) -> Appeal:
    """The appeal, locked with its case, the move open where it stands and to this person.

    Raises NotYours, Conflict, or Refused with what would open the way.
    """
    appeal = held(appeal_id)
    unchanged_since(appeal.chain, seen)
    require(MOVES[slug].policy, actor, appeal)
    blocked = closed(slug, appeal)
    if blocked is not None:
        raise Refused.because(error("not_now", blocked.reason, citation_of(blocked.basis)))
    return appeal


def held(appeal_id: int) -> Appeal:
    """The appeal, locked together with its case. Raises NotYours when there is none."""
    case_id = Appeal.objects.filter(pk=appeal_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotYours(NOT_THERE)
    case = locked(Case, case_id)
    appeal = locked(Appeal, appeal_id)
    appeal.case = case
    return appeal


def held_decision(decision_id: int) -> Decision:
    """A decision, locked together with its case (reached as ``decision.respondent.case``)."""
    owner = Respondent.objects.filter(decisions=decision_id).first()
    if owner is None:
        raise NotYours(NOT_THERE)
    owner.case = locked(Case, owner.case_id)
    decision = locked(Decision, decision_id)
    decision.respondent = owner
    return decision


def in_force(appeal: Appeal) -> Decision | None:
    """The respondent's decision that stands now: the one appealed, or what took its place."""
    rows = Decision.objects.filter(
        respondent__decisions=appeal.decision_id, state__in=IN_FORCE
    ).order_by("version")
    newest = rows.values_list("pk", flat=True).last()
    return None if newest is None else held_decision(newest)


def possible(day: date, what: str, earliest: date | None, after: str) -> None:
    """Refuse a day that has not come, or that lies before what it follows."""
    not_future(day, what)
    if earliest is not None:
        not_before(day, earliest, what, after)


def begin_clock(rule: str, appeal: Appeal, start: date) -> None:
    """Start a clock of the appeal for the body that handles it."""
    start_clock(
        rule=rule,
        subject=appeal,
        chain=appeal.chain,
        unit=appeal.organisation,
        start=start,
        own=reviews_under(appeal),
    )


def seal(row: AppealReason | ReviewMember, appeal: Appeal, actor: Actor) -> None:
    """Put a row written by the same act under the seal of the record."""
    events.record("record.kept", actor=actor, subject=row, on=appeal)
