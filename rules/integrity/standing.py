"""Where a recorded decision stands on a day: its terms, its end, its entry in the register."""

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from rules.codes import Severity
from rules.context import Context
from rules.errors import RuleInputError, TermInvalid
from rules.integrity.facts import RecordedDecision, Status
from rules.sanctions.case import NO_TERM, PERMANENT, months_of, read_measures
from rules.terms import end_of_term

REGISTER = 13
BANS = frozenset({5, 7, 9})
GRAVE = frozenset({Severity.SERIOUS, Severity.ESPECIALLY_SERIOUS})
ONE = timedelta(days=1)
READ_HERE = ("term_end", "G8", "term_of_13")


class State(StrEnum):
    """What a decision is on the day of the check."""

    NOT_EFFECTIVE = "not_effective"
    REVOKED = "revoked"
    VOID = "void"
    VARIED = "varied"
    RUNNING = "running"
    NO_TERM = "no_term"
    EXPIRED = "expired"
    REMOVED = "removed"


# A decision that was made and neither fell nor was replaced: it belongs to the history.
VALID = frozenset({State.RUNNING, State.NO_TERM, State.EXPIRED, State.REMOVED})


class Term(NamedTuple):
    """A measure's term: ``ends`` is its last day, None for a permanent one."""

    item: int
    ends: date | None

    def runs(self, on: date) -> bool:
        """Whether the day lies within; the last day does."""
        return self.ends is None or on <= self.ends


class Standing(NamedTuple):
    """A decision on a day.

    ``ends_on`` is the last day of its longest term, None without one and when ``permanent``;
    ``entered`` whether it orders entry in the register, ``entry_ends`` the last day of the entry
    (None: no day is known), ``in_register`` whether the entry stands.
    """

    decision: RecordedDecision
    state: State
    terms: tuple[Term, ...]
    ends_on: date | None
    permanent: bool
    entered: bool
    entry_ends: date | None
    in_register: bool

    @property
    def valid(self) -> bool:
        """Whether the decision took effect and was neither revoked nor replaced."""
        return self.state in VALID

    def running(self, on: date) -> tuple[Term, ...]:
        """The terms that run on the day; none unless the decision stands."""
        return tuple(t for t in self.terms if t.runs(on)) if self.state is State.RUNNING else ()

    def grave(self, tiers: str) -> bool:
        """Whether it is a serious breach under that value of the reading ``veto_tiers``."""
        serious = self.decision.severity in GRAVE
        return (self.entered and tiers != "serious") or (serious and tiers != "register")

    def as_json(self) -> dict[str, object]:
        """The decision in the answer of check-integrity."""
        return {
            "number": self.decision.number,
            "effective": _iso(self.decision.effective),
            "state": self.state.value,
            "ends_on": _iso(self.ends_on),
            "permanent": self.permanent,
            "in_register": self.in_register,
        }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def standing(decision: RecordedDecision, index: int, on: date, context: Context) -> Standing:
    """Where the decision stands on a day.

    Raises UnknownCode, TermInvalid or TermNotAllowed for a measure that cannot be.
    """
    terms = _terms(decision, index, context)
    ends = [term.ends for term in terms if term.ends is not None]
    permanent = len(ends) < len(terms)
    ends_on = None if permanent or not ends else max(ends)
    entered = any(measure.item == REGISTER for measure in decision.measures)
    as_stated = context.reading("term_of_13") == "as_stated"
    entry_ends = decision.register_until if as_stated else ends_on
    left = entered and decision.left_by(on)
    state = _state(decision, terms, on, left and not as_stated)
    over = entry_ends is not None and entry_ends < on
    gone = left or over or state in {State.NOT_EFFECTIVE, State.VARIED}
    in_register = entered and not gone
    return Standing(decision, state, terms, ends_on, permanent, entered, entry_ends, in_register)


def _terms(decision: RecordedDecision, index: int, context: Context) -> tuple[Term, ...]:
    _check(decision, index)
    stated = context.reading("G8") == "stated"
    begins = (decision.starts if stated else None) or decision.effective
    if begins is None:
        return ()
    found = []
    for i, measure in enumerate(decision.measures):
        months = months_of(measure, i)
        if months != NO_TERM:
            where = f"decisions.{index}.measures.{i}"
            found.append(Term(measure.item, _end(begins, months, where)))
    return tuple(found)


def _check(decision: RecordedDecision, index: int) -> None:
    try:
        read_measures(decision.measures)
    except RuleInputError as wrong:
        wrong.where = f"decisions.{index}.{wrong.where}"
        raise


def _end(begins: date, months: int, where: str) -> date | None:
    if months == PERMANENT:
        return None
    try:
        return end_of_term(begins, months=months)
    except OverflowError:
        raise TermInvalid(where) from None


def _state(decision: RecordedDecision, terms: tuple[Term, ...], on: date, left: bool) -> State:
    if decision.effective is None or decision.effective > on:
        return State.NOT_EFFECTIVE
    if decision.status is not Status.IN_FORCE:
        return State(decision.status.value)
    if terms and not any(term.runs(on) for term in terms):
        return State.EXPIRED
    if left:
        return State.REMOVED
    return State.RUNNING if terms else State.NO_TERM


def last_day_in_register(found: Standing) -> date | None:
    """The last day on which the entry stood; None while no end is known."""
    removed = found.decision.removed_on
    days = [day for day in (found.entry_ends, removed and removed - ONE) if day is not None]
    return min(days, default=None)
