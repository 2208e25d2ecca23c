"""A computed period as a strip and a month grid: which days counted, which did not, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

WEEKEND = ("周六", "周日", "周末")
SATURDAY = 5
REASON_LENGTH = 4
"""Longest reason, in characters, that fits a cell."""


class Day(Protocol):
    """A day of a computed due date, as the rules give it."""

    @property
    def date(self) -> date: ...
    @property
    def counted(self) -> bool | None: ...
    @property
    def why(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Cell:
    """A day as drawn.

    ``state``: start; in, today, to (counted before, on and after today); not; now (today, not
    counted); maybe (no notice yet); no (outside the period).
    """

    day: date
    number: str
    state: str
    text: str = ""
    extra_work: bool = False
    spoken: str = ""
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A period laid out: the strip, the weeks, and how many days of each kind."""

    cells: tuple[Cell, ...]
    weeks: tuple[tuple[Cell, ...], ...]
    counted: int
    ahead: int
    uncounted: int
    unknown: int
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
    """Lay a period out from the day that starts it (not counted) to its last day.

    From the first day that no notice has fixed yet, days carry no ordinal: it is not known.
    """
    cells = [_start_cell(start, start_word)]
    ordinal: int | None = 0
    for day in days:
        if day.date <= start:
            continue
        ordinal = None if ordinal is None or day.counted is None else ordinal + day.counted
        cells.append(_cell(day, ordinal, today))
    counted = sum(1 for cell in cells if cell.counts and cell.day <= today)
    ahead = sum(1 for cell in cells if cell.counts and cell.day > today)
    open_days = sum(1 for cell in cells if cell.state == "maybe")
    uncounted = len(cells) - counted - ahead - open_days
    return Count(tuple(cells), _weeks(cells), counted, ahead, uncounted, open_days, start_word)


def _start_cell(start: date, word: str) -> Cell:
    return Cell(start, str(start.day), "start", word, spoken=f"{_said(start)}，{word}当天，不计入")


def _cell(day: Day, ordinal: int | None, today: date) -> Cell:
    number = f"{day.date.month}/{day.date.day}" if day.date.day == 1 else str(day.date.day)
    now = day.date == today
    if day.counted is None:
        spoken = f"{_said(day.date)}，{day.why}"
        return Cell(day.date, number, "maybe", "未公布", spoken=spoken)
    if not day.counted:
        reason = _reason(day.why)
        spoken = f"{_said(day.date)}，{reason}，不计入"
        return Cell(day.date, number, "now" if now else "not", reason, spoken=spoken)
    extra = day.date.weekday() >= SATURDAY
    state = "today" if now else "to" if day.date > today else "in"
    text = f"第{ordinal}个" if ordinal is not None else ""
    spoken = f"{_said(day.date)}，{text}工作日" + ("，调休上班" if extra else "")
    return Cell(day.date, number, state, text, extra, spoken, counts=True)


def _said(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _reason(why: str) -> str:
    # The rules write 放假：国庆节（the notice); a cell has room for the holiday only.
    word = why.split("（")[0].split("，")[0].split("：")[-1]
    return "周末" if word in WEEKEND else word[:REASON_LENGTH]


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
