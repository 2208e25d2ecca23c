"""Tables of accounts."""

from accounts.models.audit import ChainHead, Event, Handling, ReadEntry, ReadLink
from accounts.models.organisations import (
    DiscretionBenchmark,
    Level,
    Organisation,
    OrganisationKind,
    Power,
    UnitRules,
)
from accounts.models.users import ConfidentialityAgreement, Membership, User

__all__ = [
    "ChainHead",
    "ConfidentialityAgreement",
    "DiscretionBenchmark",
    "Event",
    "Handling",
    "Level",
    "Membership",
    "Organisation",
    "OrganisationKind",
    "Power",
    "ReadEntry",
    "ReadLink",
    "UnitRules",
    "User",
]
