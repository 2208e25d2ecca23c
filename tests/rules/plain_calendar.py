"""A plain counter of days, written apart from the engine: a set of worked days and a finger.

The days are those of chinesecalendar.  Nothing here is clever, so that it can be believed.
"""

from calendar import monthrange
from collections.abc import Container, Iterable, Iterator
from datetime import date, timedelta

import chinese_calendar

ONE = timedelta(days=1)
FIRST, LAST = date(2010, 1, 1), date(2026, 12, 31)
# Three years were changed again by a notice of their own: what the yearly notice had said.
CHANGED_LATER = {
    date(2015, 9, 3): True,
    date(2015, 9, 4): True,
    date(2015, 9, 6): False,
    date(2019, 4, 28): False,
    date(2019, 5, 2): True,
    date(2019, 5, 3): True,
    date(2019, 5, 5): False,
    date(2020, 1, 31): True,
    date(2020, 2, 1): True,
}


def each(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last."""
    for offset in range((last - first).days + 1):
        yield first + offset * ONE


WORKED = frozenset(day for day in each(FIRST, LAST) if chinese_calendar.is_workday(day))
# Under the yearly notices alone, the three changes left out.
YEARLY = frozenset(day for day in each(FIRST, LAST) if CHANGED_LATER.get(day, day in WORKED))


def count(start: date, days: int, worked: Container[date] = WORKED) -> date | None:
    """The working day so many after the start, or before it when negative; None off the table."""
    step = ONE if days > 0 else -ONE
    left, day = abs(days), start
    while left:
        day += step
        if not FIRST <= day <= LAST:
            return None
        left -= day in worked
    return day


def months_after(start: date, months: int) -> date:
    """The same day so many months later, or that month's last."""
    year, month = start.year, start.month
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def rolled(day: date, worked: Container[date] = WORKED) -> date | None:
    """The day, or the next that is worked; None off the table."""
    while day not in worked:
        if day > LAST:
            return None
        day += ONE
    return day


def together(spans: Iterable[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spans that meet as one: what begins by the end of another goes on with it."""
    ends: dict[date, date] = {}
    for begun, until in sorted(spans):
        joined = next((first for first, end in ends.items() if begun <= end), begun)
        ends[joined] = max(until, ends.get(joined, until))
    return list(ends.items())
