"""What a notice is taken to do with each holiday, and that every past one did so."""

from datetime import date

import pytest

from rules.calendars.arrangements import arrangements
from tests.rules.plain_calendar import FIRST, YEARLY, each

# One line for each way: the holiday by its place in the year, the run, the days worked for it.
# 端午 of 2027 is on a Wednesday, 劳动节 of 2029 on a Tuesday, 中秋 of 2034 on a Wednesday close to
# 国庆, 春节 of 2029 begins on a Monday, 元旦 of 2034 is a Sunday, of 2013 a Tuesday.
WAYS = {
    2013: """
        1 2012-12-30–2013-01-01 worked 2012-12-29
        1 2013-01-01–2013-01-03 worked 2013-01-05 2013-01-06
    """,
    2027: """
        1 2027-01-01–2027-01-03 worked
        2 2027-02-05–2027-02-12 worked 2027-01-31 2027-02-13
        2 2027-02-05–2027-02-12 worked 2027-02-13 2027-02-14
        2 2027-02-05–2027-02-13 worked 2027-01-31 2027-02-14
        3 2027-04-03–2027-04-05 worked
        4 2027-05-01–2027-05-05 worked 2027-04-25
        4 2027-05-01–2027-05-05 worked 2027-05-08
        5 2027-06-07–2027-06-09 worked 2027-06-05 2027-06-06
        5 2027-06-09–2027-06-09 worked
        5 2027-06-09–2027-06-11 worked 2027-06-06 2027-06-12
        6 2027-09-13–2027-10-07 worked 2027-09-11 2027-09-12 2027-09-26 2027-10-09
        6 2027-09-15–2027-10-07 worked 2027-09-12 2027-09-18 2027-09-26 2027-10-09
        6 2027-09-15–2027-10-07 worked 2027-09-26 2027-10-09
    """,
    2029: """
        1 2028-12-30–2029-01-01 worked
        2 2029-02-11–2029-02-18 worked 2029-02-10
        2 2029-02-11–2029-02-18 worked 2029-02-24
        2 2029-02-11–2029-02-19 worked 2029-02-10 2029-02-24
        2 2029-02-12–2029-02-19 worked 2029-02-10 2029-02-11
        2 2029-02-12–2029-02-19 worked 2029-02-11 2029-02-24
        3 2029-04-02–2029-04-04 worked 2029-03-31 2029-04-01
        3 2029-04-04–2029-04-04 worked
        3 2029-04-04–2029-04-06 worked 2029-04-01 2029-04-07
        4 2029-04-28–2029-05-02 worked 2029-04-22
        4 2029-04-28–2029-05-02 worked 2029-05-05
        4 2029-05-01–2029-05-05 worked 2029-04-29 2029-05-06
        5 2029-06-15–2029-06-17 worked
        5 2029-06-16–2029-06-18 worked
        6 2029-09-21–2029-10-07 worked 2029-09-29 2029-09-30
        6 2029-09-21–2029-10-07 worked 2029-09-30 2029-10-13
        6 2029-09-22–2029-10-07 worked 2029-09-29 2029-09-30
        6 2029-09-22–2029-10-07 worked 2029-09-30 2029-10-13
    """,
    2034: """
        1 2033-12-31–2034-01-02 worked
        1 2034-01-01–2034-01-03 worked 2033-12-31
        2 2034-02-18–2034-02-25 worked 2034-02-12
        2 2034-02-18–2034-02-25 worked 2034-02-26
        2 2034-02-18–2034-02-26 worked 2034-02-12
        2 2034-02-18–2034-02-26 worked 2034-03-04
        3 2034-04-03–2034-04-05 worked 2034-04-01 2034-04-02
        3 2034-04-05–2034-04-05 worked
        3 2034-04-05–2034-04-07 worked 2034-04-02 2034-04-08
        4 2034-04-29–2034-05-03 worked 2034-04-23
        4 2034-04-29–2034-05-03 worked 2034-05-06
        5 2034-06-18–2034-06-20 worked 2034-06-17
        5 2034-06-20–2034-06-22 worked 2034-06-24 2034-06-25
        6 2034-09-25–2034-10-07 worked 2034-09-23 2034-09-24 2034-09-30 2034-10-08
        6 2034-09-27–2034-10-07 worked 2034-09-23 2034-09-24 2034-09-30 2034-10-08
        6 2034-09-27–2034-10-07 worked 2034-09-30 2034-10-08
    """,
}


def said(ordinals):
    return [str(date.fromordinal(day)) for day in sorted(ordinals)]


def lines(year):
    for place, (_, ways) in enumerate(arrangements(year), 1):
        for way in ways:
            days = said(way.run)
            yield " ".join((f"{place} {days[0]}–{days[-1]} worked", *said(way.work)))


@pytest.mark.parametrize("year", [2027, 2029, 2034])
def test_the_ways_of_a_year_ahead(year):
    assert sorted(set(lines(year))) == [line.strip() for line in WAYS[year].strip().split("\n")]


def test_new_year_on_a_tuesday():
    expected = [line.strip() for line in WAYS[2013].strip().split("\n")]
    assert sorted(line for line in lines(2013) if line.startswith("1")) == expected


def test_the_eve_of_spring_is_a_day_to_begin_from_once_it_is_no_statutory_day():
    """It was one from 2008 to 2013 and is again from 2025."""
    found = {year: [line for line in lines(year) if line.startswith("2")] for year in (2013, 2014)}
    assert found[2013] == [
        "2 2013-02-09–2013-02-15 worked 2013-02-16 2013-02-17",
        "2 2013-02-09–2013-02-16 worked 2013-02-03 2013-02-17",
    ]
    assert found[2014] == [
        "2 2014-01-30–2014-02-05 worked 2014-01-26 2014-02-08",
        "2 2014-01-31–2014-02-06 worked 2014-01-26 2014-02-08",
    ]


@pytest.mark.parametrize("year", range(2010, 2027))
def test_every_holiday_was_arranged_in_one_of_these_ways(year):
    for days, ways in arrangements(year):
        touched = frozenset[int]().union(*(way.run | way.work for way in ways))
        span = each(date.fromordinal(min(touched)), date.fromordinal(max(touched)))
        moved = [d.toordinal() for d in span if d >= FIRST and (d in YEARLY) != (d.weekday() < 5)]
        assert moved in [sorted(way.rest | way.work) for way in ways], days


@pytest.mark.parametrize("year", range(2010, 2036))
def test_a_holiday_takes_as_many_working_days_as_it_has_statutory_days(year):
    found = [
        (days, {len(way.rest) - len(way.work) for way in ways}) for days, ways in arrangements(year)
    ]
    spring, labour = (4, 2) if year >= 2025 else (3, 1)
    assert [days for days, _ in found] == [1, spring, 1, labour, 1, 4]
    assert all(taken == {days} for days, taken in found)
