"""The day-by-day account: each day in its week, counted or not, and why."""

from datetime import date

from misconduct.pages.months import Cell, Count, lay_out
from rules.context import default_context
from rules.deadlines import DueDateFacts, due_date


def account(start: date, today: date) -> Count:
    result = due_date(DueDateFacts("acceptance", start), default_context())
    return lay_out(start, result.days, today)


def on(count: Count, day: date) -> Cell:
    return next(cell for week in count.weeks for cell in week if cell.day == day)


NATIONAL_DAY = account(date(2026, 9, 18), date(2026, 10, 8))


def test_the_day_of_receipt_is_not_counted() -> None:
    first = on(NATIONAL_DAY, date(2026, 9, 18))
    assert (first.state, first.text) == ("start", "收到")


def test_a_make_up_sunday_is_the_first_working_day() -> None:
    cell = on(NATIONAL_DAY, date(2026, 9, 20))
    assert (cell.text, cell.extra_work) == ("第1个", True)
    assert cell.spoken == "9月20日，第1个工作日，调休上班"


def test_weekends_and_holidays_say_why_they_do_not_count() -> None:
    assert on(NATIONAL_DAY, date(2026, 9, 19)).text == "周末"
    assert on(NATIONAL_DAY, date(2026, 10, 1)).text == "国庆节"


def test_today_stands_out_and_the_rest_is_ahead() -> None:
    assert on(NATIONAL_DAY, date(2026, 10, 8)).state == "today"
    last = on(NATIONAL_DAY, date(2026, 10, 15))
    assert (last.state, last.text) == ("to", "第15个")


def test_the_sums_are_those_of_the_period() -> None:
    assert (NATIONAL_DAY.counted, NATIONAL_DAY.ahead) == (9, 6)
    assert len(NATIONAL_DAY.cells) == 9 + 6 + NATIONAL_DAY.uncounted


def test_today_on_a_rest_day_is_marked_but_not_counted() -> None:
    count = account(date(2026, 9, 18), date(2026, 10, 1))
    assert on(count, date(2026, 10, 1)).state == "now"
    assert count.counted == 8


def test_weeks_are_whole_and_months_are_named_where_they_begin() -> None:
    assert all(len(week) == 7 for week in NATIONAL_DAY.weeks)
    assert NATIONAL_DAY.weeks[0][0].number == "9/14"
    assert on(NATIONAL_DAY, date(2026, 10, 1)).number == "10/1"


def test_days_without_a_calendar_carry_no_ordinal() -> None:
    count = account(date(2027, 1, 20), date(2027, 1, 20))
    unknown = [cell for cell in count.cells if cell.state == "maybe"]
    assert unknown and count.unknown == len(unknown)
    first = unknown[0].day
    assert all(not c.text.startswith("第") for c in count.cells if c.day >= first)
