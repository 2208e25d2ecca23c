"""Asking a policy on behalf of a service: an answer of no becomes the refusal of the move."""

from typing import Any

from accounts.actors import Actor
from accounts.facts import quoted
from accounts.policies import Basis, may
from accounts.refusals import NotYours, Refused
from rules.outcome import Citation, error


def citation_of(basis: Basis | None) -> Citation | None:
    """The quoted words a policy rests on."""
    return None if basis is None else quoted(basis.instrument, basis.article, basis.words)


def require(name: str, actor: Actor, subject: Any = None) -> None:
    """Go on only if the policy allows. Raises NotYours when hidden, Refused when denied."""
    permission = may(name, actor, subject)
    if permission.hidden:
        raise NotYours(permission.reason)
    if not permission.allowed:
        raise Refused.because(
            error("not_allowed", permission.reason, citation_of(permission.basis))
        )
