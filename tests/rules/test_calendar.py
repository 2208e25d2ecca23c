"""Working days against chinesecalendar, and the interval for a year not announced."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import chinese_calendar
import holidays as holidays_package
import pytest

from rules.calendars import Calendar, bounds, built_in, load_notices
from rules.clocks import after, before, on_or_after, working_account
from rules.context import default_context
from rules.deadlines import is_working_day, working_days_between
from rules.errors import DateNotCovered

ONE = timedelta(days=1)
CALENDAR = built_in()
YEARS = range(2010, 2027)
# Two years were changed again by special notices after their yearly one.
SPECIAL = {
    date(2015, 9, 3): True,
    date(2015, 9, 4): True,
    date(2015, 9, 6): False,
    date(2020, 1, 31): True,
    date(2020, 2, 1): True,
}


def each(first: date, last: date):
    for offset in range((last - first).days + 1):
        yield first + offset * ONE


def by_yearly_notices(day: date) -> bool:
    """Whether the day was worked under the yearly notices alone."""
    return SPECIAL.get(day, chinese_calendar.is_workday(day))


def counted(start: date, count: int, worked: Callable[[date], bool], step: int = 1) -> date:
    day = start
    while count:
        day += step * ONE
        count -= worked(day)
    return day


def test_every_day_of_2010_to_2026_agrees_with_chinesecalendar():
    for day in each(date(2010, 1, 1), date(2026, 12, 31)):
        assert CALENDAR.is_working_day(day) == chinese_calendar.is_workday(day), day


def test_verified_years_carry_their_notice_and_the_others_say_so():
    notices = load_notices()
    assert [notice.year for notice in notices] == list(YEARS)
    for notice in notices:
        assert notice.verified == (notice.year >= 2022)
        assert (notice.number is None) == (notice.issued is None) == (not notice.verified)
        assert ("未核实" in notice.label) == (not notice.verified)


@pytest.mark.parametrize(
    ("day", "counted_", "why"),
    [
        (date(2026, 9, 19), False, "周六"),
        (date(2026, 9, 20), True, "调休上班（国务院办公厅2025年11月4日通知）"),
        (date(2026, 9, 21), True, "工作日"),
        (date(2026, 10, 1), False, "放假（国务院办公厅2025年11月4日通知）"),
        (date(2022, 12, 31), False, "周六"),
        (date(2023, 1, 2), False, "放假（国办发明电〔2022〕16号）"),
        (date(2018, 12, 29), True, "调休上班（2019年放假安排（文号未核实））"),
        (date(2018, 12, 31), False, "放假（2019年放假安排（文号未核实））"),
    ],
)
def test_each_day_says_why(day, counted_, why):
    found = CALENDAR.day(day)
    assert (found.counted, found.why) == (counted_, why)


def test_a_notice_governs_days_of_the_december_before():
    assert CALENDAR.governing(date(2022, 12, 31)).year == 2023
    assert CALENDAR.governing(date(2022, 12, 30)).year == 2022


def test_what_was_known_on_a_day():
    assert CALENDAR.known_on(date(2025, 11, 3)).last == date(2025, 12, 31)
    assert CALENDAR.known_on(date(2025, 11, 4)).last == date(2026, 12, 31)


def test_announced_and_firm():
    assert CALENDAR.announced_until() == date(2026, 12, 31)
    assert CALENDAR.firm_until() == date(2026, 12, 23)
    assert "2010–2026" in CALENDAR.edition


def test_years_must_follow_each_other():
    with pytest.raises(ValueError):
        Calendar([n for n in load_notices() if n.year != 2024])
    with pytest.raises(ValueError):
        Calendar([])


@pytest.mark.parametrize("count", [1, 3, 10, 15, 90])
def test_every_start_of_2010_to_2025_forwards(count):
    for day in each(date(2010, 1, 1), date(2025, 12, 31)):
        due = CALENDAR.add(day, count)
        assert CALENDAR.is_working_day(due) and CALENDAR.worked(day, due) == count
        if day.day == 1:
            assert due == counted(day, count, chinese_calendar.is_workday), day


@pytest.mark.parametrize("count", [1, 3])
def test_every_start_of_2011_to_2026_backwards(count):
    for day in each(date(2011, 1, 1), date(2026, 12, 31)):
        due = CALENDAR.subtract(day, count)
        assert due == counted(day, count, chinese_calendar.is_workday, step=-1), day


def test_before_the_calendar_is_an_error():
    for ask in (CALENDAR.add, CALENDAR.subtract):
        with pytest.raises(DateNotCovered):
            ask(date(2009, 12, 1), 3)
    with pytest.raises(DateNotCovered):
        CALENDAR.subtract(date(2010, 1, 4), 3)


def test_days_left_for_a_page():
    context = default_context()
    assert working_days_between(date(2026, 9, 30), date(2026, 10, 10), context) == 3
    assert working_days_between(date(2026, 10, 10), date(2026, 9, 30), context) == -3
    assert working_days_between(date(2026, 10, 10), date(2026, 10, 10), context) == 0
    assert is_working_day(date(2026, 10, 10), context)
    with pytest.raises(DateNotCovered):
        working_days_between(date(2026, 12, 1), date(2027, 1, 4), context)


def test_festivals_agree_with_the_holidays_package():
    names = {
        "qingming": "Tomb-Sweeping Day",
        "dragon_boat": "Dragon Boat Festival",
        "mid_autumn": "Mid-Autumn Festival",
    }
    for year in range(2014, 2036):
        known = holidays_package.China(years=year, language="en_US")
        statutory = bounds.statutory_days(year)
        for name, english in names.items():
            assert english in known.get(statutory[name][0], ""), (year, name)
        for day in statutory["spring"]:
            assert "Chinese New Year" in known.get(day, ""), day


def test_festivals_beyond_the_table_are_an_error():
    with pytest.raises(DateNotCovered):
        bounds.statutory_days(2036)
    with pytest.raises(DateNotCovered):
        after(CALENDAR, date(2036, 3, 1), 15)


@pytest.mark.parametrize("year", YEARS)
def test_statutory_days_were_always_rest(year):
    for days in bounds.statutory_days(year).values():
        assert not any(chinese_calendar.is_workday(day) for day in days)


@pytest.mark.parametrize("year", range(2011, 2027))
@pytest.mark.parametrize("count", [1, 3, 10, 15, 90])
def test_the_true_day_lies_inside_when_the_notice_is_withheld(year, count):
    known = CALENDAR.without(year)
    widest = 0
    for start in each(date(year - 1, 12, 1), date(year, 12, 22)):
        interval = after(known, start, count)
        if interval.latest > date(year, 12, 20):
            break
        due = counted(start, count, by_yearly_notices)
        assert interval.earliest <= due <= interval.latest, start
        widest = max(widest, (interval.latest - interval.earliest).days)
    assert widest <= 21


@pytest.mark.parametrize("year", range(2011, 2027))
def test_backwards_and_roll_when_the_notice_is_withheld(year):
    known = CALENDAR.without(year)
    for start in each(date(year - 1, 12, 24), date(year, 12, 20)):
        back = before(known, start, 3)
        assert back.earliest <= counted(start, 3, by_yearly_notices, -1) <= back.latest, start
        roll = on_or_after(known, start)
        true = start if by_yearly_notices(start) else counted(start, 1, by_yearly_notices)
        assert roll.earliest <= true <= roll.latest, start


def test_a_whole_year_has_as_many_working_days_as_the_law_leaves():
    for year in YEARS:
        if year in (2015, 2020):
            continue
        least, most = bounds.worked(date(year, 1, 20), date(year, 12, 20))
        days = each(date(year, 1, 21), date(year, 12, 20))
        assert least == most == sum(chinese_calendar.is_workday(day) for day in days), year


def test_the_account_of_open_days_says_what_is_open():
    days = {d.date: d for d in working_account(CALENDAR, date(2026, 12, 23), date(2027, 2, 9))}
    assert days[date(2026, 12, 23)].why == "工作日"
    assert days[date(2026, 12, 25)].counted is True
    assert days[date(2026, 12, 31)].counted is None
    assert "未公布" in days[date(2026, 12, 31)].why
    assert days[date(2027, 1, 1)].counted is False
    assert days[date(2027, 1, 1)].why == "法定节假日"
    assert days[date(2027, 1, 17)].why == "周日"
    assert json.dumps(days[date(2027, 1, 1)].as_json())
