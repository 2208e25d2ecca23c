"""The calendar of announced days, counted once so that adding working days is two look-ups."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from rules.calendars.festivals import NAMES, statutory_days
from rules.calendars.notices import Notice, load_notices
from rules.errors import DateNotCovered

# The next notice has never reached further back than this into the year before.
NEXT_NOTICE_FROM = (12, 24)
WEEKDAYS = "一二三四五六日"
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the account: ``counted`` is None where it is not announced yet."""

    date: date
    counted: bool | None
    why: str

    def as_json(self) -> dict[str, object]:
        """The day as the contracts show it."""
        return {"date": self.date.isoformat(), "counted": self.counted, "why": self.why}


def _moved(notices: Sequence[Notice]) -> dict[date, tuple[bool, Notice]]:
    """Whether each day a notice names is worked; a later notice goes before an earlier one."""
    found: dict[date, tuple[bool, Notice]] = {}
    for notice in notices:
        found.update(dict.fromkeys(notice.rest, (False, notice)))
        found.update(dict.fromkeys(notice.work, (True, notice)))
    return found


class Calendar:
    """The working days of consecutive announced years; immutable once made.

    ``add`` and ``subtract`` answer within the announced days or not at all (None): whoever asks
    decides whether an interval will do.
    """

    __slots__ = (
        "_account",
        "_dates",
        "_moved",
        "_origin",
        "_upto",
        "_yearly",
        "edition",
        "first",
        "last",
        "notices",
    )

    def __init__(self, notices: Sequence[Notice]) -> None:
        self.notices = tuple(notices)
        self._yearly = [notice for notice in notices if notice.occasion is None]
        years = [notice.year for notice in self._yearly]
        if not years or years != list(range(years[0], years[0] + len(years))):
            raise ValueError("a calendar needs consecutive years")
        self.first = date(years[0], 1, 1)
        self.last = date(years[-1], 12, 31)
        self.edition = f"{years[0]}–{years[-1]}，至{self._yearly[-1].label}"
        self._origin = self.first.toordinal()
        self._moved = _moved(self.notices)
        days = [self.first + timedelta(days=i) for i in range((self.last - self.first).days + 1)]
        work = [self._moved[d][0] if d in self._moved else d.weekday() < 5 for d in days]
        self._upto = list(accumulate(work, initial=0))
        self._dates = [day for day, worked in zip(days, work, strict=True) if worked]
        self._account: tuple[Day, ...] = ()

    def announced_until(self) -> date:
        """The last day of the last announced year."""
        return self.last

    def firm_until(self) -> date:
        """The last day no later notice may still move."""
        month, day = NEXT_NOTICE_FROM
        return date(self.last.year, month, day) - ONE

    def covers(self, day: date) -> bool:
        """Whether a notice is loaded for the day's year."""
        return self.first <= day <= self.last

    def is_working_day(self, day: date) -> bool:
        """Whether the day is worked; raises DateNotCovered outside the announced years."""
        at = self._at(day)
        return self._upto[at + 1] > self._upto[at]

    def _at(self, day: date) -> int:
        if not self.covers(day):
            raise DateNotCovered(day, self.first, self.last)
        return day.toordinal() - self._origin

    def worked(self, start: date, end: date) -> int:
        """Working days after ``start`` up to and including ``end``; both within coverage."""
        return self._upto[self._at(end) + 1] - self._upto[self._at(start) + 1]

    def add(self, start: date, count: int) -> date | None:
        """The ``count``-th working day after ``start``; None when it is past the calendar."""
        after = start.toordinal() + 1 - self._origin
        if after < 0:
            raise DateNotCovered(start, self.first, self.last)
        if start > self.last:
            return None
        at = self._upto[after] + count - 1
        return self._dates[at] if at < len(self._dates) else None

    def subtract(self, start: date, count: int) -> date | None:
        """The ``count``-th working day before ``start``; None when it is past the calendar."""
        if start <= self.first:
            raise DateNotCovered(start, self.first, self.last)
        if start > self.last + ONE:
            return None
        at = bisect_left(self._dates, start) - count
        if at < 0:
            raise DateNotCovered(self.first - ONE, self.first, self.last)
        return self._dates[at]

    def governing(self, day: date) -> Notice:
        """The notice that says what the day is: the latest one that moved it, else its year's."""
        at = day.year - self.first.year
        return self._moved[day][1] if day in self._moved else self._yearly[at]

    def day(self, day: date) -> Day:
        """The day with the reason why it counts or not; raises DateNotCovered."""
        return self.account(day, day)[0]

    def account(self, first: date, last: date) -> tuple[Day, ...]:
        """Every day from ``first`` to ``last`` with its reason; raises DateNotCovered."""
        if not self._account:
            self._account = _accounts(self)
        return self._account[self._at(first) : self._at(last) + 1]

    def without(self, year: int) -> "Calendar":
        """The calendar as it stood before the notice for ``year`` was known."""
        return _made(tuple(notice for notice in self.notices if notice.year < year))

    def known_on(self, day: date) -> "Calendar":
        """The calendar of what was known on a day.

        A notice whose date is not known counts as known from the first day of its year, so what
        is answered for an earlier day is never surer than it was.  Raises DateNotCovered before
        the first of them.
        """
        known = tuple(notice for notice in self.notices if notice.known <= day)
        if not known:
            raise DateNotCovered(day, self.notices[0].known, self.last, "as_of")
        return _made(known)


@cache
def _made(notices: tuple[Notice, ...]) -> Calendar:
    return Calendar(notices)


def _festivals(calendar: Calendar) -> dict[date, str]:
    """The holiday each day of rest belongs to: the run of rest round its statutory days."""
    found: dict[date, list[str]] = {}
    for year in range(calendar.first.year, calendar.last.year + 1):
        for name, days in statutory_days(year).items():
            for day in _run(calendar, days):
                found.setdefault(day, []).append(NAMES[name])
    return {day: "、".join(names) for day, names in found.items()}


def _run(calendar: Calendar, days: Sequence[date]) -> list[date]:
    first, last = days[0], days[-1]
    while calendar.covers(first - ONE) and not calendar.is_working_day(first - ONE):
        first -= ONE
    while calendar.covers(last + ONE) and not calendar.is_working_day(last + ONE):
        last += ONE
    return [first + i * ONE for i in range((last - first).days + 1)]


def _accounts(calendar: Calendar) -> tuple[Day, ...]:
    festivals = _festivals(calendar)
    span = range((calendar.last - calendar.first).days + 1)
    return tuple(_account(calendar, calendar.first + i * ONE, festivals) for i in span)


def _account(calendar: Calendar, day: date, festivals: dict[date, str]) -> Day:
    weekend = day.weekday() >= 5
    notice = calendar.governing(day)
    if calendar.is_working_day(day):
        return Day(day, True, f"调休上班（{notice.label}）" if weekend else "工作日")
    if weekend:
        return Day(day, False, f"周{WEEKDAYS[day.weekday()]}")
    return Day(
        day, False, f"放假：{notice.occasion or festivals.get(day, '调休')}（{notice.label}）"
    )


@cache
def built_in() -> Calendar:
    """The calendar that comes with the package."""
    return Calendar(load_notices())
