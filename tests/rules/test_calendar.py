"""Working days against chinesecalendar, and the interval for a year not announced."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import chinese_calendar
import holidays as holidays_package
import pytest

from rules.calendars import Calendar, built_in, load_notices
from rules.calendars.festivals import statutory_days
from rules.calendars.notices import Notice
from rules.clocks import after, working_account
from rules.context import default_context
from rules.deadlines import is_working_day, working_days_between
from rules.errors import DateNotCovered
from tests.rules.make_notices import TARGET, written

ONE = timedelta(days=1)
CALENDAR = built_in()
YEARS = range(2010, 2027)


def each(first: date, last: date):
    for offset in range((last - first).days + 1):
        yield first + offset * ONE


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
    yearly = [notice for notice in notices if notice.occasion is None]
    assert [notice.year for notice in yearly] == list(YEARS)
    for notice in yearly:
        assert notice.verified == (notice.year >= 2022)
        assert (notice.number is None) == (notice.issued is None) == (not notice.verified)
        assert ("未核实" in notice.label) == (not notice.verified)
        assert notice.known == (notice.issued or date(notice.year, 1, 1))


def test_notices_within_a_year_follow_the_one_of_the_year():
    special = [notice for notice in load_notices() if notice.occasion]
    assert [(n.year, n.occasion, n.known, n.label) for n in special] == [
        (2015, "抗战胜利纪念日", date(2015, 5, 13), "抗战胜利70周年纪念日放假安排（文号未核实）"),
        (2019, "劳动节", date(2019, 3, 22), "2019年劳动节调整放假安排（文号未核实）"),
        (2020, "春节", date(2020, 1, 26), "2020年延长春节假期安排（文号未核实）"),
    ]


def test_notices_stand_in_the_order_in_which_they_were_known_the_years_first(tmp_path):
    def told(year, number, issued, occasion=None):
        about = {"year": year, "notice": number, "issued": issued, "occasion": occasion}
        return {**about, "verified": False, "rest": [], "make_up_work": []}

    path = tmp_path / "notices.json"
    given = [
        told(2021, "b", "2020-11-25"),
        told(2020, "later", "2020-03-01", "春节"),
        told(2020, "sooner", "2020-01-26", "春节"),
        told(2020, "year", "2020-06-01"),
    ]
    path.write_text(json.dumps(given), "utf-8")
    notices = load_notices(path)
    assert [notice.number for notice in notices] == ["year", "sooner", "later", "b"]
    assert {notice.title for notice in notices} == {""}
    without = Notice(2020, None, None, False, frozenset(), frozenset())
    assert (without.title, without.label) == ("", "2020年放假安排（文号未核实）")


@pytest.mark.parametrize(
    ("day", "counted_", "why"),
    [
        (date(2026, 9, 19), False, "周六"),
        (date(2026, 9, 20), True, "调休上班（国务院办公厅2025年11月4日通知）"),
        (date(2026, 9, 21), True, "工作日"),
        (date(2026, 12, 31), True, "工作日"),
        (date(2026, 10, 1), False, "放假：国庆节（国务院办公厅2025年11月4日通知）"),
        (date(2026, 2, 23), False, "放假：春节（国务院办公厅2025年11月4日通知）"),
        (date(2025, 10, 6), False, "放假：中秋节、国庆节（国办发明电〔2024〕12号）"),
        (date(2024, 6, 10), False, "放假：端午节（国办发明电〔2023〕7号）"),
        (date(2022, 12, 31), False, "周六"),
        (date(2023, 1, 2), False, "放假：元旦（国办发明电〔2022〕16号）"),
        (date(2018, 12, 29), True, "调休上班（2019年放假安排（文号未核实））"),
        (date(2018, 12, 31), False, "放假：元旦（2019年放假安排（文号未核实））"),
        (
            date(2015, 9, 3),
            False,
            "放假：抗战胜利纪念日（抗战胜利70周年纪念日放假安排（文号未核实））",
        ),
        (date(2020, 1, 31), False, "放假：春节（2020年延长春节假期安排（文号未核实））"),
        (date(2020, 2, 1), False, "周六"),
        (date(2019, 4, 28), True, "调休上班（2019年劳动节调整放假安排（文号未核实））"),
        (date(2010, 1, 1), False, "放假：元旦（2010年放假安排（文号未核实））"),
    ],
)
def test_each_day_says_why(day, counted_, why):
    found = Calendar(CALENDAR.notices).day(day)  # made anew, its account too
    assert (found.date, found.counted, found.why) == (day, counted_, why)


def test_a_notice_governs_days_of_the_december_before():
    assert CALENDAR.governing(date(2022, 12, 31)).year == 2023
    assert CALENDAR.governing(date(2022, 12, 30)).year == 2022


KNOWN = [
    ("2025-11-03", "2025-12-31", "2026 was announced the day after"),
    ("2025-11-04", "2026-12-31", "the day itself"),
    ("2022-12-07", "2022-12-31", "the notice for 2023 came late"),
    ("2022-12-08", "2023-12-31", "eight days into December"),
    ("2015-06-01", "2015-12-31", "no date on record: known from 1 January of its year"),
    ("2010-01-01", "2010-12-31", "the first"),
]


@pytest.mark.parametrize(("day", "last", "why"), KNOWN)
def test_what_was_known_on_a_day(day, last, why):
    assert CALENDAR.known_on(date.fromisoformat(day)).last == date.fromisoformat(last), why


def test_nothing_was_known_before_the_first_notice():
    with pytest.raises(DateNotCovered) as refused:
        CALENDAR.known_on(date(2009, 12, 31))
    assert refused.value.where == "as_of"
    span = f"现有2010-01-01至{CALENDAR.last}"
    assert str(refused.value) == f"没有2009-12-31的放假安排（{span}）"


CHANGED_WITHIN_THE_YEAR = [
    ("2015-09-03", "2015-05-12", True, "2015-05-13", False),
    ("2015-09-06", "2015-05-12", False, "2015-05-13", True),
    ("2019-05-02", "2019-03-21", True, "2019-03-22", False),
    ("2019-05-05", "2019-03-21", False, "2019-03-22", True),
    ("2020-01-31", "2020-01-25", True, "2020-01-26", False),
    ("2020-02-01", "2020-01-25", True, "2020-01-26", False),
]


@pytest.mark.parametrize(("day", "before", "then", "after_", "now"), CHANGED_WITHIN_THE_YEAR)
def test_a_day_changed_within_the_year_was_another_day_before(day, before, then, after_, now):
    of = date.fromisoformat
    assert CALENDAR.known_on(of(before)).is_working_day(of(day)) is then
    assert CALENDAR.known_on(of(after_)).is_working_day(of(day)) is now
    assert CALENDAR.governing(of(day)).known == of(after_)


def test_one_calendar_is_made_once():
    assert CALENDAR.known_on(date(2025, 1, 1)) is CALENDAR.known_on(date(2025, 6, 1))
    assert CALENDAR.without(2026) is CALENDAR.known_on(date(2025, 6, 1))
    assert CALENDAR.without(2026).last == date(2025, 12, 31)
    assert CALENDAR.without(2020).governing(date(2019, 5, 2)).occasion == "劳动节"


def test_rest_away_from_every_festival_is_still_named():
    odd = replace(load_notices()[-1], rest=frozenset({date(2026, 7, 1)}), work=frozenset())
    found = Calendar([odd]).day(date(2026, 7, 1))
    assert (found.counted, found.why) == (False, f"放假：调休（{odd.label}）")


def test_rest_that_lasts_to_the_end_of_the_calendar_belongs_to_its_holiday():
    rest = frozenset(each(date(2026, 10, 1), date(2026, 12, 31)))
    odd = replace(load_notices()[-1], rest=rest, work=frozenset())
    assert Calendar([odd]).day(date(2026, 12, 31)).why == f"放假：国庆节（{odd.label}）"


def test_the_last_year_whose_festivals_are_known_has_an_account():
    rest = frozenset({date(2035, 1, 1)})
    last = replace(load_notices()[-1], year=2035, rest=rest, work=frozenset())
    assert Calendar([last]).day(date(2035, 1, 1)).why == f"放假：元旦（{last.label}）"


def test_announced_and_firm():
    assert CALENDAR.announced_until() == date(2026, 12, 31)
    assert CALENDAR.firm_until() == date(2026, 12, 23)
    assert Calendar(load_notices()).edition == "2010–2026，至国务院办公厅2025年11月4日通知"


def test_years_must_follow_each_other():
    with pytest.raises(ValueError, match=r"^a calendar needs consecutive years$"):
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


IN_THE_PACKAGE = {
    "new_year": {"New Year's Day"},
    "spring": {"Chinese New Year's Eve", "Chinese New Year (Spring Festival)"},
    "qingming": {"Tomb-Sweeping Day"},
    "labour": {"Labor Day"},
    "dragon_boat": {"Dragon Boat Festival"},
    "mid_autumn": {"Mid-Autumn Festival"},
    "national": {"National Day"},
}


@pytest.mark.parametrize("year", range(2010, 2036))
def test_the_days_of_every_festival_are_those_of_the_holidays_package(year):
    known = holidays_package.China(years=year, language="en_US")
    for name, days in statutory_days(year).items():
        theirs = {day for day in known if IN_THE_PACKAGE[name] & set(known[day].split("; "))}
        assert theirs == set(days), name


@pytest.mark.parametrize(
    ("year", "spring", "labour", "days"),
    [
        (2013, ("2013-02-09", "2013-02-11"), 1, 11),
        (2014, ("2014-01-31", "2014-02-02"), 1, 11),
        (2024, ("2024-02-10", "2024-02-12"), 1, 11),
        (2025, ("2025-01-28", "2025-01-31"), 2, 13),
    ],
)
def test_the_days_of_rest_the_law_itself_gives(year, spring, labour, days):
    found = statutory_days(year)
    assert (str(found["spring"][0]), str(found["spring"][-1])) == spring
    assert found["new_year"] == (date(year, 1, 1),)
    assert found["labour"] == (date(year, 5, 1), date(year, 5, 2))[:labour]
    assert found["national"] == tuple(date(year, 10, day) for day in (1, 2, 3))
    assert sum(map(len, found.values())) == days


def test_festivals_beyond_the_table_are_an_error():
    with pytest.raises(DateNotCovered):
        statutory_days(2036)
    with pytest.raises(DateNotCovered):
        after(CALENDAR, date(2036, 3, 1), 15)


def test_the_account_of_open_days_says_what_is_open():
    days = {d.date: d for d in working_account(CALENDAR, date(2026, 12, 23), date(2028, 2, 9))}
    assert [
        (str(day), days[day].counted, days[day].why)
        for day in (
            date(2026, 12, 23),
            date(2026, 12, 24),
            date(2026, 12, 31),
            date(2027, 1, 1),
            date(2027, 1, 17),
            date(2027, 1, 31),
            date(2027, 2, 6),
            date(2027, 2, 10),
            date(2027, 10, 7),
            date(2027, 10, 9),
            date(2027, 12, 31),
        )
    ] == [
        ("2026-12-23", True, "工作日"),
        ("2026-12-24", True, "工作日（放假安排未公布，依历年放假安排）"),
        ("2026-12-31", True, "工作日（放假安排未公布，依历年放假安排）"),
        ("2027-01-01", False, "放假：元旦（依节假日办法和历年放假安排）"),
        ("2027-01-17", False, "周日"),
        ("2027-01-31", None, "周日，放假安排未公布，可能调休"),
        ("2027-02-06", False, "周六"),
        ("2027-02-10", False, "放假：春节（依节假日办法和历年放假安排）"),
        ("2027-10-07", False, "放假：国庆节（依节假日办法和历年放假安排）"),
        ("2027-10-09", True, "调休上班（放假安排未公布，依历年放假安排）"),
        ("2027-12-31", None, "周五，放假安排未公布，可能调休"),
    ]
    assert days[date(2027, 1, 1)].as_json() == {
        "date": "2027-01-01",
        "counted": False,
        "why": "放假：元旦（依节假日办法和历年放假安排）",
    }


def test_the_data_file_is_what_its_sources_make():
    text = TARGET.read_text(encoding="utf-8")
    verified = [notice for notice in json.loads(text) if notice["verified"]]
    assert written(verified) == text


OUTSIDE = [
    (lambda: CALENDAR.is_working_day(date(2027, 1, 1)), "2027-01-01"),
    (lambda: CALENDAR.add(date(2009, 12, 30), 1), "2009-12-30"),
    (lambda: CALENDAR.subtract(date(2010, 1, 1), 1), "2010-01-01"),
    (lambda: CALENDAR.subtract(date(2010, 1, 4), 3), "2009-12-31"),
]


@pytest.mark.parametrize(("ask", "day"), OUTSIDE)
def test_a_day_outside_is_named_with_what_there_is(ask, day):
    with pytest.raises(DateNotCovered) as refused:
        ask()
    assert str(refused.value) == f"没有{day}的放假安排（现有2010-01-01至2026-12-31）"


def test_the_edges_of_the_calendar():
    assert CALENDAR.add(date(2009, 12, 31), 1) == date(2010, 1, 4)
    assert CALENDAR.subtract(date(2010, 1, 5), 1) == date(2010, 1, 4)
    assert CALENDAR.subtract(date(2027, 1, 1), 1) == date(2026, 12, 31)
    assert CALENDAR.subtract(date(2027, 1, 2), 1) is None
    assert CALENDAR.add(date(2026, 12, 31), 1) is None
