"""A computed period as a strip and a month grid: which days counted, which did not, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

WEEKEND = ("周六", "周日", "周末")
REASON_LENGTH = 4
"""Longest reason, in characters, that fits a cell; the caption below the grid says the rest."""


class Day(Protocol):
    """A day of a computed due date, as the rules give it."""

    @property
    def date(self) -> date: ...
    @property
    def counted(self) -> bool: ...
    @property
    def why(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Cell:
    """A day as drawn. ``state``: start, in, today, to, not, or no (outside the period)."""

    day: date
    number: str
    state: str
    text: str = ""
    extra_work: bool = False
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A period laid out: the strip, the weeks, and how many days of each kind."""

    cells: tuple[Cell, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    counted: int
    ahead: int
    uncounted: int
    start_word: str

    @property
    def first(self) -> date:
        """The first day of the grid."""
        return self.weeks[0][0].day

    @property
    def last(self) -> date:
        """The last day of the grid."""
        return self.weeks[-1][-1].day


def lay_out(start: date, days: Iterable[Day], today: date, start_word: str = "收到") -> Count:
    """Lay a period out from the day that starts it (not counted) to its last day."""
    listed = [d for d in days if d.date > start]
    cells = [_start_cell(start, start_word)]
    ordinal = 0
    for day in listed:
        ordinal += day.counted
        cells.append(_cell(day, ordinal, today))
    counted = sum(1 for c in cells if c.state in ("in", "today") and c.text.startswith("第"))
    ahead = sum(1 for c in cells if c.state == "to")
    uncounted = len(cells) - counted - ahead
    return Count(tuple(cells), _weeks(cells), counted, ahead, uncounted, start_word)


def _start_cell(start: date, word: str) -> Cell:
    spoken = f"{start.month}月{start.day}日，{word}当天，不计入"
    return Cell(start, str(start.day), "start", word, spoken=spoken)


def _cell(day: Day, ordinal: int, today: date) -> Cell:
    spoken_date = f"{day.date.month}月{day.date.day}日"
    number = f"{day.date.month}/{day.date.day}" if day.date.day == 1 else str(day.date.day)
    if not day.counted:
        reason = "周末" if day.why in WEEKEND else day.why
        state = "today" if day.date == today else "not"
        return Cell(
            day.date,
            number,
            state,
            reason[:REASON_LENGTH],
            spoken=f"{spoken_date}，{reason}，不计入",
        )
    extra = day.date.weekday() >= 5
    state = "today" if day.date == today else "to" if day.date > today else "in"
    spoken = f"{spoken_date}，第{ordinal}个工作日" + ("，调休上班" if extra else "")
    return Cell(day.date, number, state, f"第{ordinal}个", extra, spoken)


def _weeks(cells: Sequence[Cell]) -> tuple[tuple[Cell, ...], ...]:
    known = {cell.day: cell for cell in cells}
    first = cells[0].day - timedelta(days=cells[0].day.weekday())
    last = cells[-1].day + timedelta(days=6 - cells[-1].day.weekday())
    weeks = []
    for offset in range(0, (last - first).days + 1, 7):
        monday = first + timedelta(days=offset)
        days = [monday + timedelta(days=i) for i in range(7)]
        weeks.append(tuple(known.get(day) or _outside(day, first) for day in days))
    return tuple(weeks)


def _outside(day: date, first: date) -> Cell:
    named = day == first or day.day == 1
    return Cell(day, f"{day.month}/{day.day}" if named else str(day.day), "no")
