"""How every move of a filing begins: lock it, see who was faster, ask who may and if it is open."""

from datetime import date

from accounts.actors import Actor
from accounts.refusals import Refused
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import citation_of, require
from cases.services.dates import not_before, not_future
from reporting.models import Submission
from reporting.selectors.moves import MOVES, closed
from rules.outcome import error


def opened(slug: str, *, actor: Actor, submission_id: int, seen: int | None) -> Submission:
    """The submission, locked, with the move open to this person.

    Raises Conflict, NotYours, or Refused with what would open the way.
    """
    submission = locked(Submission, submission_id)
    unchanged_since(submission.chain, seen)
    require(MOVES[slug].policy, actor, submission)
    blocked = closed(slug, submission)
    if blocked is not None:
        raise Refused.because(error("not_open", blocked.reason, citation_of(blocked.basis)))
    return submission


def possible(on: date, what: str, earliest: date | None, after_what: str) -> None:
    """Refuse a date that has not come or that lies before what it follows."""
    not_future(on, what)
    if earliest is not None:
        not_before(on, earliest, what, after_what)
