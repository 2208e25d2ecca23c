"""What a yearly notice may do round each holiday: every arrangement that is in the notices' manner.

Four things hold for every yearly notice from 2010 to 2026, without exception.  The rest is one
run of days that holds the statutory days.  It gives as many working days less as the holiday has
statutory days: each further weekday in the run is made up on a weekend, two at most.  The days
made up are the weekend days nearest to the run, so many before it and the others after.  Round
the long holidays two of them lie one on each side, unless the run begins on a Monday or ends on a
Friday: then they are the weekend it leans on (from 2025 they may be either).  Which runs there
are is said below, holiday by holiday; docs/clocks.md shows how they follow from the notices.

Days are ordinals here: they are only compared and counted.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from rules.calendars.festivals import statutory_days

MOST_MADE_UP = 2
# From 2025 the law wants no more than six days of work in a row before and after a holiday (as a
# rule), which a whole weekend made up would break: it need not be made up whole.
SIX_DAYS_FROM = date(2025, 1, 1).toordinal()
# Remainders of an ordinal by seven: ordinal 1 is a Monday.
MONDAY, FRIDAY, SATURDAY = 1, 5, 6
NATIONAL_RUN = 7
JOINT_RUN = 8
LABOUR_RUN = 5
# Runs of the Spring Festival by number of statutory days, in days.
SPRING_RUNS = {3: (7, 8), 4: (8, 9)}
# From this day of September on, the Mid-Autumn Festival was one run with the National Day.
JOINT_FROM = 29
# A Mid-Autumn weekend this close was once made good within the run of the National Day (2015).
SHARED_FROM = 26
# How a one-day holiday was arranged, by the weekday it fell on (1 is Monday): the days of the run
# before and after it, and the days made up before the run.
ONE_DAY: dict[int, tuple[tuple[int, int, int], ...]] = {
    1: ((2, 0, 0),),
    2: ((2, 0, 1), (0, 2, 0)),
    3: ((0, 0, 0), (2, 0, 2), (0, 2, 1)),
    4: ((0, 2, 0),),
    5: ((0, 2, 0),),
    6: ((0, 2, 0), (1, 1, 0)),
    7: ((1, 1, 0), (0, 2, 1)),
}
ONE_DAY_HOLIDAYS = ("new_year", "qingming", "dragon_boat")


class Arrangement(NamedTuple):
    """One way to arrange a holiday: its run, the weekdays at rest, the weekends worked."""

    run: frozenset[int]
    rest: frozenset[int]
    work: frozenset[int]


FREE = Arrangement(frozenset(), frozenset(), frozenset())


def is_weekend(ordinal: int) -> bool:
    """Whether the day is a Saturday or a Sunday."""
    return ordinal % 7 in (SATURDAY, 0)


def _nearest(day: int, step: int, count: int, taken: Collection[int]) -> Iterator[int]:
    while count:
        day += step
        if is_weekend(day) and day not in taken:
            yield day
            count -= 1


def _sides(first: int, last: int, made_up: int) -> Collection[int]:
    """How many of the days made up may lie before a long run."""
    if made_up < MOST_MADE_UP:
        return range(made_up + 1)
    leans = [side for side, day, on in ((2, first, MONDAY), (0, last, FRIDAY)) if day % 7 == on]
    return leans if leans and last < SIX_DAYS_FROM else [*leans, 1]


def _arrange(
    first: int,
    length: int,
    statutory: int,
    befores: Collection[int] = (),
    taken: Arrangement = FREE,
) -> Iterator[Arrangement]:
    """The run made up in each way that is in the notices' manner, if there is one."""
    run = frozenset(range(first, first + length))
    rest = frozenset(day for day in run if not is_weekend(day))
    made_up = len(rest) - statutory
    if not 0 <= made_up <= MOST_MADE_UP:
        return
    busy = run | taken.run | taken.work
    for before in befores or _sides(first, first + length - 1, made_up):
        early = _nearest(first, -1, before, busy)
        late = _nearest(first + length - 1, 1, made_up - before, busy)
        yield Arrangement(run, rest, frozenset((*early, *late)))


def one_day(day: date) -> Iterator[Arrangement]:
    """A holiday of one day, arranged as one that fell on the same weekday once was."""
    at = day.toordinal()
    for before, after, early in ONE_DAY[day.isoweekday()]:
        yield from _arrange(at - before, before + 1 + after, 1, (early,))


def labour(days: tuple[date, ...]) -> Iterator[Arrangement]:
    """Labour Day: five days, from itself or the Saturday close before; one day was as any other."""
    first = days[0].toordinal()
    if len(days) == 1:
        yield from one_day(days[0])
    back = {7: 1, 1: 2, 2: 3}.get(days[0].isoweekday(), 0)
    for start in {first, first - back}:
        yield from _arrange(start, LABOUR_RUN, len(days))


def spring(days: tuple[date, ...]) -> Iterator[Arrangement]:
    """The Spring Festival: from its first statutory day, its eve, or a weekend day close before."""
    first = days[0].toordinal()
    early = (len(days) == 3 and days[0].year >= 2014) or is_weekend(first - 1)
    for start in (first - 1, first) if early else (first,):
        for length in SPRING_RUNS[len(days)]:
            yield from _arrange(start, length, len(days))


def autumn(festival: date, national: tuple[date, ...]) -> Iterator[Arrangement]:
    """The Mid-Autumn Festival and the National Day, one run when they are close."""
    first, moon = national[0].toordinal(), festival.toordinal()
    if (festival.month, festival.day) >= (9, JOINT_FROM):
        yield from _arrange(min(first, moon), JOINT_RUN, 4)
        return
    for alone in one_day(festival):
        for week in _arrange(first, NATIONAL_RUN, 3, taken=alone):
            yield Arrangement(alone.run | week.run, alone.rest | week.rest, alone.work | week.work)
    if is_weekend(moon) and (festival.month, festival.day) >= (9, SHARED_FROM):
        yield from _arrange(first, NATIONAL_RUN, 4)


def arrangements(year: int) -> Iterator[tuple[int, tuple[Arrangement, ...]]]:
    """The holidays of a year in order: how many days each has, and how it may be arranged.

    Raises DateNotCovered for a year whose lunar festivals are not in the table.
    """
    days = statutory_days(year)
    alone = {name: tuple(one_day(days[name][0])) for name in ONE_DAY_HOLIDAYS}
    yield 1, alone["new_year"]
    yield len(days["spring"]), tuple(spring(days["spring"]))
    yield 1, alone["qingming"]
    yield len(days["labour"]), tuple(labour(days["labour"]))
    yield 1, alone["dragon_boat"]
    yield 4, tuple(autumn(days["mid_autumn"][0], days["national"]))
