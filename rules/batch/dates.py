"""Due dates by the million, without the account: the answers of ``rules.deadlines``, in columns.

Each distinct day is counted once by the single path and looked up for every row that has it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rules.batch.intake import as_days, first, placed, whole
from rules.clocks import Interval, on_or_after
from rules.context import Context
from rules.deadlines import MONTHS_AT_MOST, RULES, Rule, length_of, working_days
from rules.errors import (
    DateNotCovered,
    DatesReversed,
    NumberOutOfRange,
    RuleInputError,
    UnknownRule,
)
from rules.instruments import Parameter

Days = NDArray[np.datetime64]
Months = NDArray[np.int64]
Flags = NDArray[np.bool_]
NOT_A_DAY = np.datetime64("NaT", "D")
Found = TypeVar("Found")
_FIRST_DAY, _LAST_DAY = np.datetime64("0001-01-01"), np.datetime64("9999-12-31")


@dataclass(frozen=True, slots=True)
class DueDates:
    """A column for each part of the answer; NaT where there is none (suspended without end)."""

    earliest: Days
    latest: Days
    provisional: Flags

    @property
    def due(self) -> Days:
        """The day itself, NaT while provisional or suspended."""
        return np.where(self.provisional, NOT_A_DAY, self.earliest)

    def __len__(self) -> int:
        return len(self.earliest)


class _Clocks(NamedTuple):
    """The rows as they came in; ``begun`` and ``resumed`` are NaT where nothing is suspended."""

    start: Days
    extension: Months
    begun: Days
    resumed: Days


def due_dates(
    rule: str,
    start: ArrayLike,
    context: Context,
    *,
    extension_months: ArrayLike = 0,
    begun: ArrayLike = NOT_A_DAY,
    resumed: ArrayLike = NOT_A_DAY,
    on: date | None = None,
) -> DueDates:
    """When the clock of each row runs out.

    ``begun`` and ``resumed`` are one suspension a row: NaT in both for none, in ``resumed`` alone
    while it lasts.  ``on`` is the day whose law applies (default: each row's start).  Extension
    and suspension move nothing but the investigation.

    Raises UnknownRule, or InstrumentNotInForce, DateNotCovered, DatesReversed or NumberOutOfRange
    with the number of the row before the place.
    """
    known = RULES.get(rule)
    if known is None:
        raise UnknownRule(rule)
    rows = _read(known, start, extension_months, begun, resumed)
    found = DueDates(np.copy(rows.start), np.copy(rows.start), np.zeros(len(rows.start), np.bool_))
    which, laws = _laws(rows.start, lambda day: length_of(known, on or day, context))
    for place, law in enumerate(laws):
        earliest, latest, provisional = _answer(rows, law, context)
        mine = which == place
        np.copyto(found.earliest, earliest, where=mine)
        np.copyto(found.latest, latest, where=mine)
        np.copyto(found.provisional, provisional, where=mine)
    return found


def _read(
    rule: Rule, start: ArrayLike, extension: ArrayLike, begun: ArrayLike, resumed: ArrayLike
) -> _Clocks:
    starts = as_days(start, "start")
    count = len(starts)
    months = whole(extension, count, "extension_months")
    rows = _Clocks(starts, months, _each(begun, count, "begun"), _each(resumed, count, "resumed"))
    wrong = NumberOutOfRange("应为YYYY-MM-DD格式的日期", "start")
    _refuse(~((starts >= _FIRST_DAY) & (starts <= _LAST_DAY)), wrong)
    outside = f"延长的月数应在0至{MONTHS_AT_MOST}之间"
    _refuse((months < 0) | (months > MONTHS_AT_MOST), NumberOutOfRange(outside, "extension_months"))
    missing = np.isnat(rows.begun) & ~np.isnat(rows.resumed)
    _refuse(missing, NumberOutOfRange("有恢复日而没有中止日", "begun"))
    back = DatesReversed("恢复调查的日期早于中止的日期", "resumed")
    _refuse(rows.resumed < rows.begun, back)
    early = DatesReversed("中止的日期早于期限的起始日", "begun")
    _refuse((rows.begun < starts) & rule.suspendable, early)
    return rows


def _refuse(wrong: Flags, problem: RuleInputError) -> None:
    row = first(wrong)
    if row is not None:
        raise placed(problem, row)


def _each(values: ArrayLike, count: int, name: str) -> Days:
    days = as_days(values, name)
    if len(days) not in (1, count):
        raise NumberOutOfRange(f"应有{count}个值", name)
    return np.broadcast_to(days, (count,))


def _distinct(days: Days) -> tuple[int, list[int], NDArray[np.int64]]:
    """The first day as a number, the distinct days counted from it, and each row's."""
    numbers = days.astype(np.int64)
    begin = int(numbers.min())
    places = numbers - begin
    return begin, np.flatnonzero(np.bincount(places)).tolist(), places


def _laws(
    days: Days, law_of: Callable[[date], Parameter]
) -> tuple[NDArray[np.int64], list[Parameter]]:
    """The lengths in force on the days there are, and the place of each row's among them."""
    if not len(days):
        return days.astype(np.int64), []
    begin, distinct, places = _distinct(days)
    found: dict[Parameter, int] = {}
    table = np.zeros(distinct[-1] + 1, np.int64)
    for place in distinct:
        law = _at_row(law_of, begin, place, places)
        table[place] = found.setdefault(law, len(found))
    return table[places], list(found)


def _at_row(
    answer: Callable[[date], Found], begin: int, place: int, places: NDArray[np.int64]
) -> Found:
    day: date = np.datetime64(begin + place, "D").item()
    try:
        return answer(day)
    except RuleInputError as problem:
        raise placed(problem, int((places == place).argmax())) from None


def _looked_up(days: Days, answer: Callable[[date], Interval]) -> tuple[Days, Days, Days]:
    """Earliest, latest and the last day the answer rests on, for each row's day."""
    begin, distinct, places = _distinct(days)
    table = np.zeros((3, distinct[-1] + 1), "datetime64[D]")
    for place in distinct:
        table[:, place] = _at_row(answer, begin, place, places)
    return table[0][places], table[1][places], table[2][places]


def _answer(rows: _Clocks, law: Parameter, context: Context) -> tuple[Days, Days, Flags]:
    if law.unit == "months":
        return _months(rows, law.value, context)
    earliest, latest, rests_on = _looked_up(rows.start, lambda day: working_days(day, law, context))
    return earliest, latest, rests_on > np.datetime64(context.calendar.firm_until())


def _months(rows: _Clocks, months: int, context: Context) -> tuple[Days, Days, Flags]:
    """As the single path: a suspension is held against the day on which the clock then ends."""
    calendar, same_day = context.calendar, context.reading("civil_code_months") == "same_day"

    def roll(days: Days) -> tuple[Days, Days]:
        _refuse(days > _LAST_DAY, DateNotCovered(date.max, calendar.first, calendar.last))
        if same_day:
            return days, days
        return _looked_up(days, lambda day: on_or_after(calendar, day))[:2]

    end = _add_months(rows.start, rows.extension + months)
    suspended = [rows.begun <= until for until in roll(end)]
    lasting = np.isnat(rows.resumed)
    running = suspended[1] & lasting
    stopped = np.where(lasting, 0, rows.resumed - rows.begun)
    earliest = roll(end + np.where(suspended[0], stopped, 0))[0]
    latest = roll(end + np.where(suspended[1], stopped, 0))[1]
    provisional = latest > np.datetime64(date.max if same_day else calendar.firm_until())
    for column in (earliest, latest):
        column[running] = NOT_A_DAY
    return earliest, latest, provisional & ~running


def _add_months(start: Days, months: Months) -> Days:
    """The corresponding day, or the month's last."""
    month = start.astype("datetime64[M]")
    day = start - month.astype("datetime64[D]")
    target = month + months
    begin = target.astype("datetime64[D]")
    last = (target + 1).astype("datetime64[D]") - begin - 1
    found: Days = begin + np.minimum(day, last)
    return found
