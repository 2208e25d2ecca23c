"""Counting days: forwards, backwards, on to a working day, and the account of every day.

Announced days are looked up; days not announced are bounded (``rules.calendars.bounds``).
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from rules.calendars import Calendar, Day, bounds
from rules.calendars.calendar import WEEKDAYS

ONE = timedelta(days=1)


class Interval(NamedTuple):
    """When a clock ends: the days it may be, and the last day the answer rests on."""

    earliest: date
    latest: date
    rests_on: date


def worked(calendar: Calendar, start: date, end: date) -> tuple[int, int]:
    """Least and most working days after ``start`` up to and including ``end``."""
    firm = calendar.firm_until()
    known = calendar.worked(min(start, firm), min(end, firm))
    if end <= firm:
        return known, known
    least, most = bounds.worked(max(start, firm), end)
    return known + least, known + most


def after(calendar: Calendar, start: date, count: int) -> Interval:
    """The ``count``-th working day after ``start``; raises DateNotCovered before the calendar."""
    due = calendar.add(start, count)
    if due is not None and due <= calendar.firm_until():
        return Interval(due, due, due)
    return _after_open(calendar, start, count)


@lru_cache(maxsize=16384)
def _after_open(calendar: Calendar, start: date, count: int) -> Interval:
    """The first days on which the most, then the least, working days reach the count."""
    earliest: date | None = None
    # No further than there are dates: what is not covered is refused there as anywhere.
    day = date.fromordinal(min(start.toordinal() + count, date.max.toordinal()))
    while True:
        least, most = worked(calendar, start, day)
        if earliest is None and most >= count:
            earliest = day
        if least >= count and earliest is not None:
            return Interval(earliest, day, day)
        day += ONE


def before(calendar: Calendar, start: date, count: int) -> Interval:
    """The ``count``-th working day before ``start``; raises DateNotCovered before the calendar."""
    due = calendar.subtract(start, count) if start - ONE <= calendar.firm_until() else None
    if due is None:
        return _before_open(calendar, start, count)
    return Interval(due, due, start - ONE)


@lru_cache(maxsize=16384)
def _before_open(calendar: Calendar, start: date, count: int) -> Interval:
    latest: date | None = None
    day = start - count * ONE
    while True:
        least, most = worked(calendar, day - ONE, start - ONE)
        if latest is None and most >= count:
            latest = day
        if least >= count and latest is not None:
            return Interval(day, latest, start - ONE)
        day -= ONE


def on_or_after(calendar: Calendar, day: date) -> Interval:
    """The day itself when worked, else the next working day."""
    return after(calendar, day - ONE, 1)


@lru_cache(maxsize=4096)
def _unannounced(day: date) -> Day:
    sure = bounds.certainty(day)
    weekday = f"周{WEEKDAYS[day.weekday()]}"
    if sure is None:
        return Day(day, None, f"{weekday}，放假安排未公布，可能调休")
    weekend = day.weekday() >= 5
    if sure:
        word = "调休上班" if weekend else "工作日"
        return Day(day, True, f"{word}（放假安排未公布，依历年放假安排）")
    if weekend:
        return Day(day, False, weekday)
    return Day(day, False, f"放假：{bounds.festival(day)}（依节假日办法和历年放假安排）")


def working_account(calendar: Calendar, first: date, last: date) -> tuple[Day, ...]:
    """Every day from ``first`` to ``last``, counted or not, and why; open where not announced."""
    firm = calendar.firm_until()
    announced = calendar.account(first, min(last, firm)) if first <= firm else ()
    start = max(first, firm + ONE)
    return (*announced, *(_unannounced(start + i * ONE) for i in range((last - start).days + 1)))


def month_account(
    calendar: Calendar, stopped: list[tuple[date, date]], end: date, due: date
) -> tuple[Day, ...]:
    """The suspended days and those from the corresponding day to the due date, each once."""
    found = {
        begun + i * ONE: Day(begun + i * ONE, False, "中止调查期间")
        for begun, resumed in stopped
        for i in range(1, (resumed - begun).days + 1)
    }
    last = {day.date: day for day in working_account(calendar, end, due)}
    # Suspended days may reach into the step to a working day, which ends on the due date itself.
    return tuple(day for _, day in sorted({**last, **found, due: last[due]}.items()))
