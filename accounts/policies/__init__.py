"""Who may do what; see ``base`` for how a policy is declared and asked."""

from accounts.policies import people
from accounts.policies.base import (
    ALLOWED,
    HIDDEN,
    Basis,
    Permission,
    denied,
    may,
    names,
    policy,
)

__all__ = [
    "ALLOWED",
    "HIDDEN",
    "Basis",
    "Permission",
    "denied",
    "may",
    "names",
    "people",
    "policy",
]
