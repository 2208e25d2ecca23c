"""Due dates: one by one, in columns, and by the loops of two other calendars on the same dates."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

import chinese_calendar
import holidays
import numpy as np

from rules.batch import due_dates
from rules.context import default_context
from rules.deadlines import DueDateFacts, due_date
from tests.bench.rows import Row, rate, ratio

CONTEXT = default_context()
ONE = timedelta(days=1)
# Starts whose ends are all announced, so that the other calendars have an answer too.
STARTS = [date(2025, 1, 2) + n * ONE for n in range(540)]
OPEN = [date(2027, 1, 1) + n * ONE for n in range(365)]
MILLION = 1_000_000
SINGLE = "single calls with citations"
ACCOUNT = "with the account of every day"
COLUMNS = "a million rows, earliest, latest and provisional"
PACKAGE = holidays.China(years=range(2025, 2028))


def rows() -> Iterator[Row]:
    """Each way of counting on the same starts; 15 and 90 working days, six months, 3 days back."""
    for rule in ("acceptance", "review", "investigation", "supervision_notice"):
        yield Row(f"due-date, {rule}", single(rule, STARTS), "due dates/s", SINGLE)
    for rule in ("acceptance", "review", "investigation"):
        figure = single(rule, STARTS, days=True)
        yield Row(f"due-date, {rule}, with days", figure, "due dates/s", ACCOUNT)
    yield Row("due-date, acceptance, open", single("acceptance", OPEN), "due dates/s", "in 2027")
    yield from in_columns()
    yield from by_others()


def single(rule: str, starts: list[date], *, days: bool = False) -> float:
    """Due dates a second, one by one."""
    facts = [DueDateFacts(rule, start) for start in starts]

    def work() -> None:
        for one in facts:
            due_date(one, CONTEXT, days=days)

    return rate(work, at_once=len(facts))


def in_columns() -> Iterator[Row]:
    """Due dates a second, a million rows at once."""
    chance = np.random.default_rng(0)
    for name, days in (("", STARTS), (", open", OPEN)):
        starts = chance.choice(np.array(days, "datetime64[D]"), MILLION)
        for rule in ("acceptance", "review", "investigation", "supervision_notice"):
            figure = rate(partial(due_dates, rule, starts, CONTEXT), at_once=MILLION)
            yield Row(f"rules.batch, {rule}{name}", figure, "due dates/s", COLUMNS)
    starts = chance.choice(np.array(STARTS, "datetime64[D]"), MILLION)
    moved = partial(
        due_dates,
        "investigation",
        starts,
        CONTEXT,
        extension_months=chance.integers(0, 7, MILLION),
        begun=starts + 30,
        resumed=starts + 60,
    )
    yield Row("rules.batch, suspended and extended", rate(moved, at_once=MILLION), "due dates/s")


def by_others() -> Iterator[Row]:
    """The plain loop over chinesecalendar, and what the package holidays offers for it."""
    for days, rule in ((15, "acceptance"), (90, "review")):
        expected = [due_date(DueDateFacts(rule, one), CONTEXT).due for one in STARTS]
        ours = single(rule, STARTS)
        for name, count in (("chinesecalendar, loop", looped), ("holidays", nth)):
            if [count(one, days) for one in STARTS] != expected:
                raise RuntimeError(f"{name} answers otherwise")
            figure = rate(partial(every, count, days), at_once=len(STARTS))
            yield Row(f"{name}, {days} days", figure, "due dates/s", "the day alone")
            yield ratio(f"due-date, {rule} to {name.split(',')[0]}", ours, figure)


def every(count: Callable[[date, int], date], days: int) -> None:
    """The count from every start."""
    for start in STARTS:
        count(start, days)


def looped(start: date, days: int) -> date:
    """The working day by asking chinesecalendar for each day."""
    day = start
    while days:
        day += ONE
        days -= chinese_calendar.is_workday(day)
    return day


def nth(start: date, days: int) -> date:
    """The working day as the package holidays counts it."""
    return PACKAGE.get_nth_working_day(start, days)
