"""The least and the most working days between two days when the notices are not known.

Every notice is taken to arrange each holiday in one of the ways of ``arrangements``.  Holidays do
not meddle with each other (those that do are one there), so the least number of working days is
the weekdays and, for each holiday, the least any of its arrangements leaves; the most likewise.
Both are reached by some notices, so the bounds cannot be narrower than this without knowing more.

Special notices within a year (2015, 2019, 2020) are no yearly arrangement and outside the bounds.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from rules.calendars.arrangements import Arrangement, arrangements
from rules.calendars.festivals import NAMES, statutory_days

ONE = timedelta(days=1)
# Arrangements of New Year's Day reach back into the December before, never further than this.
NEXT_YEAR_FROM = (12, 20)


class Holiday:
    """The change a holiday makes to the weekdays worked, under each of its arrangements.

    ``first`` and ``last`` are the ordinals of the outermost days any arrangement moves.
    """

    __slots__ = ("_changes", "days", "first", "last")

    def __init__(self, days: int, ways: Iterable[Arrangement]) -> None:
        chosen = {(way.rest, way.work) for way in ways}
        moved = frozenset[int]().union(*(rest | work for rest, work in chosen))
        self.days = days
        self.first = min(moved)
        self.last = max(moved)
        span = range(self.first, self.last + 1)
        self._changes = [
            list(accumulate(((d in work) - (d in rest) for d in span), initial=0))
            for rest, work in chosen
        ]

    def change(self, start: int, end: int) -> tuple[int, int]:
        """Least and most that the holiday adds to the weekdays after ``start`` up to ``end``."""
        if start < self.first and self.last <= end:
            return -self.days, -self.days
        low = max(start + 1 - self.first, 0)
        high = min(end, self.last) + 1 - self.first
        found = [change[high] - change[low] for change in self._changes]
        return min(found), max(found)


@cache
def holidays(year: int) -> tuple[Holiday, ...]:
    """The holidays of a year, in order.

    Raises DateNotCovered for a year whose lunar festivals are not in the table.
    """
    return tuple(Holiday(days, ways) for days, ways in arrangements(year))


def weekdays(start: int, end: int) -> int:
    """Mondays to Fridays after ``start`` up to and including ``end``, as ordinals."""

    def upto(day: int) -> int:
        weeks, rest = divmod(day - 1, 7)  # ordinal 1 is a Monday
        return weeks * 5 + min(rest + 1, 5)

    return upto(end) - upto(start)


def worked(start: date, end: date) -> tuple[int, int]:
    """Least and most working days after ``start`` up to ``end`` under any yearly notices."""
    after, upto = start.toordinal(), end.toordinal()
    least = most = weekdays(after, upto)
    final = end.year + ((end.month, end.day) >= NEXT_YEAR_FROM)
    for year in range(start.year, final + 1):
        for holiday in holidays(year):
            if holiday.first <= upto and holiday.last > after:
                low, high = holiday.change(after, upto)
                least, most = least + low, most + high
    return least, most


def festival(day: date) -> str:
    """The holiday of the day's year whose statutory days are nearest to it."""
    near = {
        name: min(abs((day - one).days) for one in days)
        for name, days in statutory_days(day.year).items()
    }
    return NAMES[min(near, key=near.__getitem__)]


def certainty(day: date) -> bool | None:
    """Whether the day is worked under every notice (True), none (False), or some (None)."""
    least, most = worked(day - ONE, day)
    return bool(most) if least == most else None
