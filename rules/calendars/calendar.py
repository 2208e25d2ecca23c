"""The calendar of announced days, counted once so that adding working days is two look-ups."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from rules.errors import DateNotCovered

NOTICES = Path(__file__).parent / "notices.json"
# The next notice has never reached further back than this into the year before.
NEXT_NOTICE_FROM = (12, 24)
WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class Notice:
    """One yearly arrangement: ``rest`` and ``work`` are the days it moves or names.

    ``number`` and ``issued`` are None for years taken from another calendar, where ``verified``
    is False; ``issued`` is the day from which the arrangement was known.
    """

    year: int
    number: str | None
    issued: date | None
    verified: bool
    rest: frozenset[date]
    work: frozenset[date]

    @property
    def label(self) -> str:
        """How a person reads it: the number, or the year where the number is not verified."""
        return self.number or f"{self.year}年放假安排（文号未核实）"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the account: ``counted`` is None where it is not announced yet."""

    date: date
    counted: bool | None
    why: str

    def as_json(self) -> dict[str, object]:
        """The day as the contracts show it."""
        return {"date": self.date.isoformat(), "counted": self.counted, "why": self.why}


def _span(first: str, last: str) -> Iterable[date]:
    start = date.fromisoformat(first)
    for offset in range((date.fromisoformat(last) - start).days + 1):
        yield start + timedelta(days=offset)


def _notice(data: dict[str, Any]) -> Notice:
    return Notice(
        year=data["year"],
        number=data["notice"],
        issued=date.fromisoformat(data["issued"]) if data["issued"] else None,
        verified=data["verified"],
        rest=frozenset(day for first, last in data["rest"] for day in _span(first, last)),
        work=frozenset(date.fromisoformat(day) for day in data["make_up_work"]),
    )


def load_notices(path: Path = NOTICES) -> tuple[Notice, ...]:
    """The notices of a file, in order of their years."""
    found = (_notice(data) for data in json.loads(path.read_text(encoding="utf-8")))
    return tuple(sorted(found, key=lambda notice: notice.year))


class Calendar:
    """The working days of consecutive announced years; immutable once made.

    ``add`` and ``subtract`` answer within the announced days or not at all (None): whoever asks
    decides whether an interval will do.
    """

    __slots__ = ("_cumulated", "_ordinals", "_origin", "_work", "first", "last", "notices")

    def __init__(self, notices: Sequence[Notice]) -> None:
        years = [notice.year for notice in notices]
        if not years or years != list(range(years[0], years[0] + len(years))):
            raise ValueError("a calendar needs consecutive years")
        self.notices = tuple(notices)
        self.first = date(years[0], 1, 1)
        self.last = date(years[-1], 12, 31)
        self._origin = self.first.toordinal()
        rest = frozenset[date]().union(*(notice.rest for notice in notices))
        work = frozenset[date]().union(*(notice.work for notice in notices))
        days = (self.first + timedelta(days=i) for i in range((self.last - self.first).days + 1))
        self._work = bytes(d in work or (d.weekday() < 5 and d not in rest) for d in days)
        self._cumulated = list(accumulate(self._work))
        self._ordinals = [self._origin + i for i, w in enumerate(self._work) if w]

    @property
    def edition(self) -> str:
        """What the calendar rests on: its years and the last notice."""
        last = self.notices[-1]
        return f"{self.first.year}–{self.last.year}，至{last.label}"

    def announced_until(self) -> date:
        """The last day of the last announced year."""
        return self.last

    def firm_until(self) -> date:
        """The last day no later notice may still move."""
        month, day = NEXT_NOTICE_FROM
        return date(self.last.year, month, day) - timedelta(days=1)

    def covers(self, day: date) -> bool:
        """Whether a notice is loaded for the day's year."""
        return self.first <= day <= self.last

    def is_working_day(self, day: date) -> bool:
        """Whether the day is worked; raises DateNotCovered outside the announced years."""
        if not self.covers(day):
            raise DateNotCovered(day, self.first, self.last)
        return bool(self._work[day.toordinal() - self._origin])

    def worked(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and including ``end``; both within coverage."""
        for day in (start, end):
            if not self.covers(day):
                raise DateNotCovered(day, self.first, self.last)
        upto = self._cumulated
        return upto[end.toordinal() - self._origin] - upto[start.toordinal() - self._origin]

    def add(self, start: date, count: int) -> date | None:
        """The ``count``-th working day after ``start``; None when it is past the calendar."""
        if start < self.first:
            raise DateNotCovered(start, self.first, self.last)
        if start > self.last:
            return None
        at = self._cumulated[start.toordinal() - self._origin] + count - 1
        return date.fromordinal(self._ordinals[at]) if at < len(self._ordinals) else None

    def subtract(self, start: date, count: int) -> date | None:
        """The ``count``-th working day before ``start``; None when it is past the calendar."""
        if start <= self.first:
            raise DateNotCovered(start, self.first, self.last)
        if start > self.last + timedelta(days=1):
            return None
        at = bisect_left(self._ordinals, start.toordinal()) - count
        if at < 0:
            raise DateNotCovered(self.first - timedelta(days=1), self.first, self.last)
        return date.fromordinal(self._ordinals[at])

    def governing(self, day: date) -> Notice:
        """The notice that says what the day is: the next year's where it moved the day."""
        index = day.year - self.first.year
        following = self.notices[index + 1 : index + 2]
        if following and (day in following[0].rest or day in following[0].work):
            return following[0]
        return self.notices[index]

    def day(self, day: date) -> Day:
        """The day with the reason why it counts or not."""
        working = self.is_working_day(day)
        weekend = day.weekday() >= 5
        if working:
            why = f"调休上班（{self.governing(day).label}）" if weekend else "工作日"
        elif weekend:
            why = f"周{WEEKDAYS[day.weekday()]}"
        else:
            why = f"放假（{self.governing(day).label}）"
        return Day(day, working, why)

    def without(self, year: int) -> "Calendar":
        """The calendar as it stood before the notice for ``year`` was known."""
        return Calendar([notice for notice in self.notices if notice.year < year])

    def known_on(self, day: date) -> "Calendar":
        """The calendar of the notices issued by that day (unverified ones count as known)."""
        return Calendar([n for n in self.notices if n.issued is None or n.issued <= day])


@cache
def built_in() -> Calendar:
    """The calendar that comes with the package."""
    return Calendar(load_notices())
