"""What is asked of an integrity check (诚信审核)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.codes import RespondentKind, Severity
from rules.sanctions.facts import MeasureFact


class Status(StrEnum):
    """What became of a decision."""

    IN_FORCE = "in_force"
    REVOKED = "revoked"
    VOID = "void"
    VARIED = "varied"


@dataclass(frozen=True, slots=True)
class RecordedDecision:
    """A decision as the files keep it, also after the national register dropped it.

    ``effective`` None: not in effect yet; ``starts``: the first day of its terms where the decision
    states one; ``register_until``: the last day stated for the entry itself; ``removed_on``: the
    day the entry left the register; ``committed``: the day of the conduct, where known.
    A varied decision is followed by the one that took its place.
    """

    effective: date | None
    measures: tuple[MeasureFact, ...]
    severity: Severity | None = None
    number: str = ""
    status: Status = Status.IN_FORCE
    starts: date | None = None
    register_until: date | None = None
    removed_on: date | None = None
    committed: date | None = None

    def left_by(self, on: date) -> bool:
        """Whether the entry had been removed from the register by that day."""
        return self.removed_on is not None and self.removed_on <= on


@dataclass(frozen=True, slots=True)
class IntegrityFacts:
    """Who applies for what, on which day, and every decision on file about the applicant.

    ``purpose`` is one of ``rules.integrity.PURPOSES``.  ``open_cases`` is taken so that the caller
    need not strip it: an open case neither blocks nor leaves a trace in the answer.
    """

    kind: RespondentKind
    purpose: str
    on: date
    decisions: tuple[RecordedDecision, ...] = ()
    open_cases: int = 0
