"""The interval in which a working-day clock ends when a year is not announced yet.

What is certain: the days of rest fixed by 全国年节及纪念日放假办法 (11 a year from 2014, 13 from
2025; before 2014 the Spring Festival's three days began on its eve), the dates of the lunar
festivals, and that the notice only exchanges days: every weekday it adds to a holiday is worked on
a weekend, and a statutory day that falls on a weekend is made up on a weekday.  So over the whole
neighbourhood of a holiday the working days are its weekdays less its statutory days.

What is not certain is where, inside that neighbourhood, the exchanged days lie.  The neighbourhood
and the number of days are at most those of the yearly notices of 2010 to 2026: ``REACH`` gives for
each holiday how far before its first and after its last statutory day a weekday was made a rest
and a weekend was worked, and how many of each.  Holidays whose neighbourhoods meet are taken
together.  For any day d this bounds the working days up to d from both sides; the clock ends, at
the earliest, when the upper bound reaches the count and, at the latest, when the lower one does.

Special notices within a year (spring of 2020, 3 September 2015) are outside any yearly notice and
outside these bounds.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from rules.errors import DateNotCovered

FESTIVALS = Path(__file__).parent / "festivals.json"
ONE = timedelta(days=1)


class Reach(NamedTuple):
    """The most a yearly notice has done round one holiday.

    ``rest_before`` and ``rest_after`` are days from the statutory days within which weekdays
    became rest, ``work_before`` and ``work_after`` those within which weekends were worked,
    ``rests`` the weekdays of rest in all, ``works`` the weekends worked.
    """

    rest_before: int
    rest_after: int
    work_before: int
    work_after: int
    rests: int
    works: int


# The four one-day holidays are arranged alike, so what was done with one may be done with another.
_ONE_DAY = Reach(2, 2, 4, 5, 3, 2)
REACH = {
    "new_year": _ONE_DAY,
    "spring": Reach(1, 4, 6, 9, 6, 2),
    "qingming": _ONE_DAY,
    "labour": Reach(2, 4, 8, 10, 3, 2),
    "dragon_boat": _ONE_DAY,
    "mid_autumn": _ONE_DAY,
    "national": Reach(0, 5, 11, 9, 6, 2),
}


@dataclass(frozen=True)
class Holiday:
    """One holiday, or several whose neighbourhoods meet, with the days that may be moved."""

    statutory: frozenset[date]
    rest_window: frozenset[date]
    work_window: frozenset[date]
    rests: int
    works: int
    days: int

    @cached_property
    def first(self) -> date:
        """The first day the notice may move."""
        return min(self.rest_window | self.work_window)

    @cached_property
    def last(self) -> date:
        """The last day the notice may move."""
        return max(self.rest_window | self.work_window)

    def joined(self, other: "Holiday") -> "Holiday":
        """Both taken together."""
        statutory = self.statutory | other.statutory
        return Holiday(
            statutory,
            self.rest_window | other.rest_window,
            (self.work_window | other.work_window) - statutory,
            self.rests + other.rests,
            self.works + other.works,
            self.days + other.days,
        )

    def _most(self, inside: Callable[[date], bool]) -> int:
        weekends = sum(1 for d in self.work_window if inside(d))
        lost = sum(1 for d in self.statutory if d.weekday() < 5 and inside(d))
        return min(self.works, weekends) - lost

    def _least(self, inside: Callable[[date], bool]) -> int:
        return -min(self.rests, sum(1 for d in self.rest_window if inside(d)))

    def change(self, start: date, end: date) -> tuple[int, int]:
        """Least and most that the holiday adds to the weekdays after ``start`` up to ``end``."""
        if start < self.first and self.last <= end:
            return -self.days, -self.days

        def inside(day: date) -> bool:
            return start < day <= end

        def outside(day: date) -> bool:
            return not inside(day)

        least = max(self._least(inside), -self.days - self._most(outside))
        most = min(self._most(inside), -self.days - self._least(outside))
        return least, most


@cache
def _festivals() -> dict[int, dict[str, date]]:
    data = json.loads(FESTIVALS.read_text(encoding="utf-8"))
    return {
        int(year): {name: date.fromisoformat(day) for name, day in days.items()}
        for year, days in data.items()
    }


def statutory_days(year: int) -> dict[str, tuple[date, ...]]:
    """The days of rest of a year under 全国年节及纪念日放假办法, by holiday.

    Raises DateNotCovered for a year whose lunar festivals are not in the table.
    """
    table = _festivals()
    if year not in table:
        day = date(year, 1, 1)
        raise DateNotCovered(day, date(min(table), 1, 1), date(max(table), 12, 31))
    lunar = table[year]
    spring = lunar["spring"]
    eve, last = (1, 2) if year >= 2025 else ((0, 2) if year >= 2014 else (1, 1))
    labour = 2 if year >= 2025 else 1
    return {
        "new_year": (date(year, 1, 1),),
        "spring": tuple(spring + i * ONE for i in range(-eve, last + 1)),
        "qingming": (lunar["qingming"],),
        "labour": tuple(date(year, 5, 1 + i) for i in range(labour)),
        "dragon_boat": (lunar["dragon_boat"],),
        "mid_autumn": (lunar["mid_autumn"],),
        "national": tuple(date(year, 10, 1 + i) for i in range(3)),
    }


def _window(first: date, last: date, before: int, after: int) -> Iterator[date]:
    for offset in range(-before, (last - first).days + after + 1):
        yield first + offset * ONE


def _holiday(name: str, days: tuple[date, ...]) -> Holiday:
    reach = REACH[name]
    near = _window(days[0], days[-1], reach.rest_before, reach.rest_after)
    wide = _window(days[0], days[-1], reach.work_before, reach.work_after)
    return Holiday(
        frozenset(days),
        frozenset(d for d in near if d.weekday() < 5),
        frozenset(d for d in wide if d.weekday() >= 5 and d not in days),
        reach.rests,
        reach.works,
        len(days),
    )


@cache
def holidays(year: int) -> tuple[Holiday, ...]:
    """The holidays of a year, those whose neighbourhoods meet taken together."""
    found: list[Holiday] = []
    single = (_holiday(name, days) for name, days in statutory_days(year).items())
    for holiday in sorted(single, key=lambda h: h.first):
        if found and holiday.first <= found[-1].last:
            holiday = found.pop().joined(holiday)
        found.append(holiday)
    return tuple(found)


def weekdays(start: date, end: date) -> int:
    """Mondays to Fridays after ``start`` up to and including ``end``."""

    def upto(day: date) -> int:
        weeks, rest = divmod(day.toordinal() - 1, 7)  # ordinal 1 is a Monday
        return weeks * 5 + min(rest + 1, 5)

    return upto(end) - upto(start)


def worked(start: date, end: date) -> tuple[int, int]:
    """Least and most working days after ``start`` up to ``end`` under any yearly notices."""
    least = most = weekdays(start, end)
    for year in range(start.year, end.year + 2):
        if year > end.year and (end.month, end.day) < (12, 20):
            continue
        for holiday in holidays(year):
            if holiday.first <= end and holiday.last > start:
                low, high = holiday.change(start, end)
                least, most = least + low, most + high
    return least, most


def possibly(day: date) -> tuple[bool, bool]:
    """Whether some notice may, and whether every notice must, make the day a working day."""
    least, most = worked(day - ONE, day)
    return most > 0, least > 0


def certainty(day: date) -> bool | None:
    """Whether the day is worked under every notice (True), none (False), or some (None)."""
    may, must = possibly(day)
    return must if may == must else None
