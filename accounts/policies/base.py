"""The registry of policies: the only places that say who may.

A policy is a named function of the actor and the subject. It answers with a Permission: allowed,
denied with a reason (and the article, as plain data), or hidden, which pages show as 404.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.actors import Actor


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a permission's reason stands: instrument number, article, and words of it."""

    instrument: str
    article: int
    words: str


@dataclass(frozen=True, slots=True)
class Permission:
    """What a policy answers; ``then`` names the page that would open the way, if there is one."""

    allowed: bool
    reason: str = ""
    basis: Basis | None = None
    hidden: bool = False
    then: str = ""

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Permission(True)
HIDDEN = Permission(False, "没有这个页面，或者它不对您开放。", hidden=True)

Rule = Callable[[Actor, Any], Permission]
_policies: dict[str, Rule] = {}


def denied(reason: str, basis: Basis | None = None, *, then: str = "") -> Permission:
    """Not allowed, for a reason the person may know."""
    return Permission(False, reason, basis, then=then)


def policy(name: str) -> Callable[[Rule], Rule]:
    """Register the decorated function under ``name`` (dotted: what.action)."""

    def register(rule: Rule) -> Rule:
        if name in _policies:
            raise ValueError(f"policy {name!r} is declared twice")
        _policies[name] = rule
        return rule

    return register


def may(name: str, actor: Actor, subject: Any = None) -> Permission:
    """Ask a policy. KeyError for a name nobody declared."""
    return _policies[name](actor, subject)


def names() -> tuple[str, ...]:
    """Every declared policy."""
    return tuple(sorted(_policies))
