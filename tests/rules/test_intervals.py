"""The interval of a clock while a year is not announced: it holds the true day, and is narrow.

Each year's notice is withheld in turn, and every clock that then rests on open days is asked.
"""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from rules.calendars import Calendar, bounds, built_in, load_notices
from rules.clocks import after, before, on_or_after, worked
from rules.context import default_context
from rules.deadlines import DueDateFacts, due_date
from rules.errors import DateNotCovered
from tests.rules.plain_calendar import (
    CHANGED_LATER,
    YEARLY,
    count,
    each,
    months_after,
    rolled,
)

CALENDAR = built_in()
CONTEXT = default_context()
WITHHELD = range(2011, 2027)
# By count of working days: the widest interval in days, and all widths of all starts together.
NARROW = {
    1: (9, 844),
    10: (9, 1437),
    15: (10, 1531),
    90: (10, 928),
    -3: (9, 1078),
    -4: (9, 1185),
}


def governed(year):
    """The days the notice of a year may move, each as a start of a clock."""
    return each(date(year - 1, 12, 24), date(year, 12, 23))


def interval(calendar, start, days):
    return after(calendar, start, days) if days > 0 else before(calendar, start, -days)


@pytest.mark.parametrize("days", NARROW)
def test_the_true_day_lies_inside_and_the_interval_is_narrow(days):
    widths = Counter()
    for year in WITHHELD:
        withheld = CALENDAR.without(year)
        for start in governed(year):
            true = count(start, days, YEARLY)
            if true is None:
                continue
            found = interval(withheld, start, days)
            assert found.earliest <= true <= found.latest, (year, start)
            if found.rests_on <= date(year, 12, 23):
                widths[(found.latest - found.earliest).days] += 1
    widest, together = NARROW[days]
    assert max(widths) == widest
    assert sum(width * times for width, times in widths.items()) <= together


@pytest.mark.parametrize("days", NARROW)
def test_the_interval_is_a_day_once_the_notice_is_known(days):
    for year in WITHHELD:
        known = CALENDAR.without(year + 1)
        for start in governed(year):
            found = interval(known, start, days)
            if found.rests_on <= known.firm_until():
                assert found.earliest == found.latest


@pytest.mark.parametrize("year", WITHHELD)
def test_clocks_that_start_before_the_open_year_and_end_in_it(year):
    withheld = CALENDAR.without(year)
    for start in each(date(year - 1, 8, 1), date(year - 1, 12, 23)):
        for days in (10, 15, 90):
            true, found = count(start, days, YEARLY), after(withheld, start, days)
            if true is not None and not set(each(start, true)) & CHANGED_LATER.keys():
                assert found.earliest <= true <= found.latest, (start, days)


@pytest.mark.parametrize("year", WITHHELD)
def test_six_months_that_end_in_the_open_year(year):
    context = CONTEXT.with_calendar(CALENDAR.without(year))
    for start in each(date(year - 1, 6, 24), date(year, 12, 23)):
        facts = DueDateFacts("investigation", start, on=date(2026, 1, 1))
        found, true = due_date(facts, context, days=False), rolled(months_after(start, 6), YEARLY)
        if true is not None:
            assert found.earliest <= true <= found.latest, start
        assert found.provisional and found.due is None


@pytest.mark.parametrize("year", WITHHELD)
def test_the_next_working_day_in_the_open_year(year):
    withheld = CALENDAR.without(year)
    for day in governed(year):
        true, found = rolled(day, YEARLY), on_or_after(withheld, day)
        if true is not None:
            assert found.earliest <= true <= found.latest, day


AHEAD = [
    ("acceptance", "2027-07-01", "2027-07-22", "2027-07-22", "far from any holiday"),
    ("acceptance", "2026-12-24", "2027-01-15", "2027-01-15", "元旦 on a Friday was never moved"),
    ("acceptance", "2027-01-14", "2027-02-03", "2027-02-04", "31 January may be made up"),
    ("acceptance", "2027-01-20", "2027-02-16", "2027-02-16", "after 春节 it is all the same"),
    ("report_upward", "2027-04-20", "2027-05-06", "2027-05-07", "25 April is worked, or 8 May"),
    ("acceptance", "2027-04-20", "2027-05-13", "2027-05-13", "either of them is past"),
    ("report_upward", "2027-05-26", "2027-06-08", "2027-06-10", "端午 on a Wednesday: three ways"),
    ("report_upward", "2028-09-20", "2028-10-10", "2028-10-11", "中秋 within 国庆: eight days"),
    ("review", "2027-05-20", "2027-09-26", "2027-09-26", "a Sunday made up for 国庆 either way"),
]


@pytest.mark.parametrize(("rule", "start", "earliest", "latest", "why"), AHEAD)
def test_years_ahead(rule, start, earliest, latest, why):
    found = due_date(DueDateFacts(rule, date.fromisoformat(start)), CONTEXT)
    assert (str(found.earliest), str(found.latest)) == (earliest, latest), why
    assert found.provisional and found.due is None


def test_a_long_clock_from_the_first_year_of_a_calendar():
    """So long that as many days before its start would lie outside the calendar."""
    start = date(2010, 3, 1)
    true = count(start, 300, YEARLY)
    assert after(CALENDAR.without(2011), start, 300) == (true, true, true)


def test_the_last_firm_day_needs_no_bounds():
    """Neither a start on the eve of the calendar nor a year after the last of the festivals."""
    first, eve = CALENDAR.without(2011), date(2009, 12, 31)
    days = sum(day in YEARLY for day in each(date(2010, 1, 1), date(2010, 12, 23)))
    assert after(first, eve, days) == (date(2010, 12, 23),) * 3
    last = Calendar([replace(load_notices()[-1], year=2035, rest=frozenset(), work=frozenset())])
    assert worked(last, date(2035, 11, 30), date(2035, 12, 23)) == (15, 15)


def test_what_is_counted_back_rests_on_the_day_before_the_start():
    assert before(CALENDAR, date(2026, 3, 10), 3) == (date(2026, 3, 5),) * 2 + (date(2026, 3, 9),)
    assert before(CALENDAR, date(2027, 3, 10), 3) == (date(2027, 3, 5),) * 2 + (date(2027, 3, 9),)


@pytest.mark.parametrize(
    ("last", "start", "days"),
    [(2026, "2010-01-03", 3), (2010, "2010-12-23", 400), (2010, "2010-12-24", 400)],
)
def test_more_days_back_than_there_are_name_the_day_before_the_first(last, start, days):
    with pytest.raises(DateNotCovered) as refused:
        before(CALENDAR.without(last + 1), date.fromisoformat(start), days)
    assert str(refused.value) == f"没有2009-12-31的放假安排（现有2010-01-01至{last}-12-31）"


def test_a_whole_year_has_as_many_working_days_as_the_law_leaves():
    for year in range(2010, 2027):
        days = each(date(year, 1, 8), date(year, 12, 20))
        least, most = bounds.worked(date(year, 1, 7), date(year, 12, 20))
        assert least == most == sum(day in YEARLY for day in days), year


def test_the_last_december_of_the_table_is_bounded_up_to_where_new_year_reaches_back():
    assert bounds.worked(date(2035, 11, 30), date(2035, 12, 19)) == (13, 13)
    with pytest.raises(DateNotCovered, match="没有2036年的节日日期"):
        bounds.worked(date(2035, 11, 30), date(2035, 12, 20))


def test_beyond_the_table_of_festivals_is_an_error():
    for ask in (after, before):
        with pytest.raises(DateNotCovered) as refused:
            ask(CALENDAR, date(2036, 3, 1), 15)
        assert refused.value.where == "start"
        assert str(refused.value) == "没有2036年的节日日期（现有2010年至2035年）"
        with pytest.raises(DateNotCovered, match="没有9999年的节日日期"):
            ask(CALENDAR, date(9999, 12, 31), 3)
