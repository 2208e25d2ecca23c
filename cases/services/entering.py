"""How every service on a case begins, and the refusal when the case stands elsewhere."""

from collections.abc import Collection

from accounts.actors import Actor
from accounts.refusals import Refused
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from cases.models import Case, CaseState
from rules.outcome import Citation, error


def case_for(policy: str, *, actor: Actor, case_id: int, seen: int | None) -> Case:
    """The case, locked, unchanged since the page was made, and open to this person.

    Raises NotYours, Conflict or Refused.
    """
    case = locked(Case, case_id)
    unchanged_since(case.chain, seen)
    require(policy, actor, case)
    return case


def standing(
    case: Case, states: Collection[str], opens: str, citation: Citation | None = None
) -> None:
    """Refuse unless the case is in one of ``states``; ``opens`` says what would open the way."""
    if case.state not in states:
        message = f"案件现在的状态是「{CaseState(case.state).label}」，不能这样办。{opens}"
        raise Refused.because(error("wrong_state", message, citation))
