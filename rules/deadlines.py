"""due-date: when a clock of the law runs out, and the account of the days behind it.

Working days are counted from the day after the start.  Months end on the corresponding day, moved
by suspended days and then on to the next working day.  Where the answer rests on days that no
notice has fixed yet it is an interval, see ``rules.calendars.bounds``.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from rules.calendars import Day
from rules.clocks import (
    ONE,
    Interval,
    after,
    before,
    month_account,
    on_or_after,
    worked,
    working_account,
)
from rules.context import Context
from rules.errors import DateNotCovered, DatesReversed, NumberOutOfRange, UnknownRule
from rules.instruments import Parameter, Provisions, provisions
from rules.law import N221, cite
from rules.outcome import Citation, Finding, Outcome, info, readings_of, warning
from rules.periods import RULES as RULES
from rules.periods import Rule as Rule
from rules.terms import add_months

Suspension = tuple[date, date | None]
# Far more than any extension, little enough for every date to exist.
MONTHS_AT_MOST = 1200


_UNMOVED = "中止和延长只影响调查处理期限，本期限不受影响"
NOT_SUSPENDABLE = info("not_suspendable", _UNMOVED, cite(N221, 23, "中止的时间不计入调查时限"))
NOT_EXTENDABLE = info("not_suspendable", _UNMOVED, cite(N221, 25, "可延长调查期限"))


@dataclass(frozen=True, slots=True)
class DueDateFacts:
    """A clock that started on ``start``.

    A suspension is (day it takes effect, day of resumption or None while it lasts); ``on`` is the
    day whose law applies (default ``start``); ``as_of`` asks for the answer as it was on a day,
    under the notices known then (default: all that are loaded).
    """

    rule: str
    start: date
    suspensions: tuple[Suspension, ...] = ()
    extension_months: int = 0
    on: date | None = None
    as_of: date | None = None


class DueDate(NamedTuple):
    """The answer: ``due`` is None while provisional (an interval then) or suspended."""

    due: date | None
    earliest: date | None
    latest: date | None
    provisional: bool
    hard: bool
    citation: Citation
    findings: tuple[Finding, ...]
    readings: tuple[str, ...]
    days: tuple[Day, ...] | None
    calendar: str

    @property
    def outcome(self) -> Outcome:
        """The findings as the common answer of all rules."""
        return Outcome.of(self.findings, self.readings)

    def as_json(self) -> dict[str, object]:
        """The object of the contracts; without ``days`` when they were not asked for."""

        def iso(day: date | None) -> str | None:
            return None if day is None else day.isoformat()

        answer: dict[str, object] = {
            "due": iso(self.due),
            "earliest": iso(self.earliest),
            "latest": iso(self.latest),
            "provisional": self.provisional,
            "hard": self.hard,
            "citation": self.citation.as_json(),
            "findings": [finding.as_json() for finding in self.findings],
            "readings": list(self.readings),
        }
        if self.days is not None:
            answer["days"] = [day.as_json() for day in self.days]
        answer["calendar"] = self.calendar
        return answer


def due_date(facts: DueDateFacts, context: Context, *, days: bool = True) -> DueDate:
    """When the clock runs out; ``days`` asks for the day-by-day account too.

    Raises UnknownRule, InstrumentNotInForce, DateNotCovered, DatesReversed or NumberOutOfRange.
    """
    rule = RULES.get(facts.rule)
    if rule is None:
        raise UnknownRule(facts.rule)
    _check(facts, rule)
    if facts.as_of is not None:
        context = context.with_calendar(context.calendar.known_on(facts.as_of))
    law = _law(rule, facts.on or facts.start, context)
    length = law[rule.parameter]
    try:
        if length.unit == "months":
            usual = law["deadline.investigation_extension"]
            return _months(facts, length, usual, context, days)
        return _working_days(facts, length, context, days)
    except OverflowError:
        raise DateNotCovered(facts.start, context.calendar.first, context.calendar.last) from None


def length_of(rule: Rule, on: date, context: Context) -> Parameter:
    """How long the clock runs under the law of a day; raises InstrumentNotInForce."""
    return _law(rule, on, context)[rule.parameter]


def _law(rule: Rule, on: date, context: Context) -> Provisions:
    return provisions(_numbers(context.instruments, rule.instrument), on, context.overlays)


@lru_cache(maxsize=256)
def _numbers(instruments: tuple[str, ...], implied: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*instruments, implied)))


def _check(facts: DueDateFacts, rule: Rule) -> None:
    if not 0 <= facts.extension_months <= MONTHS_AT_MOST:
        message = f"延长的月数应在0至{MONTHS_AT_MOST}之间"
        raise NumberOutOfRange(message, "extension_months")
    for i, (begun, resumed) in enumerate(facts.suspensions):
        if resumed is not None and resumed < begun:
            raise DatesReversed("恢复调查的日期早于中止的日期", f"suspensions.{i}")
        if rule.suspendable and begun < facts.start:
            raise DatesReversed("中止的日期早于期限的起始日", f"suspensions.{i}")


def working_days(start: date, length: Parameter, context: Context) -> Interval:
    """Where a clock in working days ends; raises DateNotCovered."""
    if length.unit == "working_days":
        return after(context.calendar, start, length.value)
    clear = context.reading("supervision_days") == "clear_days"
    return before(context.calendar, start, length.value + clear)


def _working_days(facts: DueDateFacts, law: Parameter, context: Context, days: bool) -> DueDate:
    backward = law.unit != "working_days"
    interval = working_days(facts.start, law, context)
    found = _ignored(facts)
    account = None
    if days:
        first, last = (
            (interval.earliest, facts.start - ONE)
            if backward
            else (facts.start + ONE, interval.latest)
        )
        account = working_account(context.calendar, first, last)
    reading = ("G1", "supervision_days") if backward else ("G1",)
    return _answer(interval, law, found, reading, account, context)


def _ignored(facts: DueDateFacts) -> tuple[Finding, ...]:
    if facts.suspensions:
        return (NOT_SUSPENDABLE,)
    return (NOT_EXTENDABLE,) if facts.extension_months else ()


def _months(
    facts: DueDateFacts, law: Parameter, usual: Parameter, context: Context, days: bool
) -> DueDate:
    corresponding = add_months(facts.start, law.value + facts.extension_months)
    merged = merge(facts.suspensions)
    move = context.reading("civil_code_months") == "next_working_day"
    earliest, _ = _suspended(corresponding, merged, context, move, 0)
    latest, stopped = _suspended(corresponding, merged, context, move, 1)
    found = _unusual(facts.extension_months, usual)
    reading = ("G1", "civil_code_months")
    if earliest is None or latest is None:
        return _open_suspension(law, found, reading, context, days)
    rolled = _rolled(latest, context, move)
    interval = Interval(_rolled(earliest, context, move).earliest, rolled.latest, rolled.rests_on)
    account = month_account(context.calendar, stopped, latest, interval.latest) if days else None
    return _answer(interval, law, found, reading, account, context)


def _unusual(months: int, usual: Parameter) -> tuple[Finding, ...]:
    if months <= usual.value:
        return ()
    message = f"延长时间超过{usual.value}个月，须说明理由"
    return (warning("extension_unusual", message, usual.citation),)


def _open_suspension(
    law: Parameter,
    found: tuple[Finding, ...],
    readings: tuple[str, ...],
    context: Context,
    days: bool,
) -> DueDate:
    """Suspended now: no day can be named until the inquiry resumes."""
    used = readings_of(found, readings)
    account: tuple[Day, ...] | None = () if days else None
    edition = context.calendar.edition
    return DueDate(None, None, None, False, law.hard, law.citation, found, used, account, edition)


def _answer(
    interval: Interval,
    law: Parameter,
    found: tuple[Finding, ...],
    readings: tuple[str, ...],
    account: tuple[Day, ...] | None,
    context: Context,
) -> DueDate:
    provisional = interval.rests_on > context.calendar.firm_until()
    return DueDate(
        None if provisional else interval.earliest,
        interval.earliest,
        interval.latest,
        provisional,
        law.hard,
        law.citation,
        found,
        readings_of(found, readings),
        account,
        context.calendar.edition,
    )


def merge(suspensions: tuple[Suspension, ...]) -> list[Suspension]:
    """The suspensions in order, those that touch or overlap made one; an open one is the last."""
    merged: list[Suspension] = []
    for begun, end in sorted(suspensions, key=lambda one: one[0]):
        if merged:
            before_it, until = merged[-1]
            if until is None:
                break
            if begun <= until:
                merged[-1] = (before_it, None if end is None else max(until, end))
                continue
        merged.append((begun, end))
    return merged


def _rolled(day: date, context: Context, move: bool) -> Interval:
    return on_or_after(context.calendar, day) if move else Interval(day, day, date.min)


def _suspended(
    end: date, merged: list[Suspension], context: Context, move: bool, which: int
) -> tuple[date | None, list[tuple[date, date]]]:
    """The end moved by the suspended days, before the step to a working day; None while open.

    A suspension that starts after the due date counts for nothing, so each is held against the
    due date as it then is; ``which`` takes its earliest (0) or latest (1) day.  With the end, the
    suspensions that count.
    """
    stopped: list[tuple[date, date]] = []
    for begun, resumed in merged:
        if begun > _rolled(end, context, move)[which]:
            break
        if resumed is None:
            return None, stopped
        end += resumed - begun
        stopped.append((begun, resumed))
    return end, stopped


def is_working_day(day: date, context: Context) -> bool:
    """Whether the day is worked; raises DateNotCovered outside the announced years."""
    return context.calendar.is_working_day(day)


def working_days_between(start: date, end: date, context: Context) -> int:
    """Working days after ``start`` up to and including ``end``; negative when it is earlier.

    Raises DateNotCovered outside the announced years.
    """
    if end < start:
        return -context.calendar.worked(end, start)
    return context.calendar.worked(start, end)


def working_days_range(start: date, end: date, context: Context) -> tuple[int, int]:
    """Least and most working days after ``start`` up to ``end`` (not before it), announced or not.

    Equal where the notices, or the law of the statutory holidays alone, settle the number.
    """
    return worked(context.calendar, start, end)
