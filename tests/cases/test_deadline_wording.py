"""The sentences of the deadline table: what a person reads about a date that binds them."""

from datetime import date
from typing import Any

import pytest

from cases.deadlines.wording import ClockSentence, interval, not_begun, sentence, waiting

TODAY = date(2026, 12, 9)


def say(due: date | None = None, **changes: Any) -> ClockSentence:
    given: dict[str, Any] = {
        "unit": "working",
        "due": due,
        "earliest": due,
        "latest": due,
        "provisional": False,
        "done_on": None,
        "suspended": False,
        "today": TODAY,
        "remaining_working_days": None,
        "soft": "",
    }
    return sentence(**(given | changes))


@pytest.mark.parametrize(
    ("due", "left", "words", "state"),
    [
        (date(2026, 12, 18), 7, "还剩7个工作日（2026年12月18日）", ""),
        (date(2026, 12, 15), 4, "还剩4个工作日（2026年12月15日）", ""),
        (date(2026, 12, 14), 3, "还剩3个工作日（2026年12月14日）", "soon"),
        (date(2026, 12, 10), 1, "还剩1个工作日（2026年12月10日）", "soon"),
        (date(2026, 12, 9), 0, "今天到期（2026年12月9日）", "today"),
        (date(2026, 12, 8), -1, "已逾期1个工作日（2026年12月8日）", "late"),
        (date(2026, 12, 7), -2, "已逾期2个工作日（2026年12月7日）", "late"),
    ],
)
def test_working_days_run_turn_amber_and_pass(due: date, left: int, words: str, state: str) -> None:
    said = say(due, remaining_working_days=left)
    assert (str(said), said.state) == (words, state)


def test_on_the_weekend_after_the_due_date_it_is_late_though_no_working_day_has_passed() -> None:
    said = say(date(2026, 12, 11), today=date(2026, 12, 12), remaining_working_days=0)
    assert (str(said), said.state) == ("已逾期（2026年12月11日）", "late")


def test_months_are_said_in_days_never_in_working_days() -> None:
    said = say(date(2026, 12, 29), unit="calendar", remaining_working_days=14)
    assert (str(said), said.state) == ("还剩20天（2026年12月29日）", "")


def test_a_period_in_months_is_near_when_few_working_days_are_left() -> None:
    said = say(
        date(2026, 10, 8), unit="calendar", today=date(2026, 9, 30), remaining_working_days=1
    )
    assert (said.strong, said.state) == ("还剩8天", "soon")


def test_a_month_period_past_its_end_is_late_by_days() -> None:
    assert say(date(2026, 12, 7), unit="calendar", remaining_working_days=-2).strong == "已逾期2天"


def test_without_a_calendar_the_interval_is_said_never_one_date() -> None:
    said = say(None, earliest=date(2027, 1, 15), latest=date(2027, 1, 22), provisional=True)
    assert str(said) == "预计，2027年日历未公布：2027年1月15日至1月22日"
    assert said.state == "guess"


def test_the_last_days_of_the_announced_year_wait_for_the_next_calendar() -> None:
    said = say(None, earliest=date(2026, 12, 28), latest=date(2027, 1, 4), provisional=True)
    assert str(said) == "预计，2027年日历未公布：2026年12月28日至2027年1月4日"


def test_a_guess_that_is_near_is_shown_as_near() -> None:
    said = say(
        None,
        earliest=date(2026, 12, 28),
        latest=date(2026, 12, 30),
        provisional=True,
        today=date(2026, 12, 25),
        remaining_working_days=1,
    )
    assert said.state == "soon"


def test_the_missing_year_is_the_one_after_the_published_calendar() -> None:
    said = say(
        None,
        earliest=date(2027, 12, 27),
        latest=date(2027, 12, 31),
        provisional=True,
        announced_until=date(2026, 12, 31),
    )
    assert said.strong == "预计，2027年日历未公布："


@pytest.mark.parametrize("word", ["一般期限", "原则上"])
def test_a_soft_period_says_so_and_asks_for_a_reason(word: str) -> None:
    said = say(date(2026, 12, 18), remaining_working_days=7, soft=word)
    assert said.strong == "还剩7个工作日"
    assert said.remark == f"{word}，超过须写明理由"


def test_promptly_is_our_own_target_and_never_red() -> None:
    said = say(date(2026, 12, 18), remaining_working_days=7, target=True)
    assert str(said) == "目标还剩7个工作日（2026年12月18日）"
    assert said.remark == "条文写「及时」，日期是本单位目标"
    missed = say(date(2026, 12, 7), remaining_working_days=-2, target=True)
    assert (missed.strong, missed.state) == ("目标已过2个工作日", "soon")


def test_someone_elses_deadline_is_said_as_theirs() -> None:
    said = say(date(2026, 12, 16), remaining_working_days=5, someone_else=True)
    assert str(said) == "对方还剩5个工作日（2026年12月16日）"
    near = say(date(2026, 12, 10), remaining_working_days=1, someone_else=True)
    assert near.state == ""
    late = say(date(2026, 12, 7), remaining_working_days=-2, someone_else=True)
    assert (late.strong, late.state) == ("对方已逾期2个工作日", "late")


def test_a_stopped_clock_shows_no_date() -> None:
    said = say(None, suspended=True, unit="calendar")
    assert str(said) == "已中止，恢复后接着算"


def test_done_in_time_on_the_last_day() -> None:
    said = say(date(2026, 6, 10), done_on=date(2026, 6, 10))
    assert (str(said), said.state) == ("按期完成（2026年6月10日）", "done")


def test_done_late_says_by_how_much() -> None:
    said = say(date(2026, 6, 10), done_on=date(2026, 6, 11), remaining_working_days=-1)
    assert (str(said), said.state) == ("逾期1个工作日完成（2026年6月11日）", "late")


def test_done_inside_an_interval_claims_neither_in_time_nor_late() -> None:
    said = say(
        None,
        earliest=date(2027, 1, 4),
        latest=date(2027, 1, 8),
        provisional=True,
        done_on=date(2027, 1, 6),
    )
    assert (str(said), said.state) == ("已完成（2027年1月6日）", "")


def test_what_has_not_begun_says_what_starts_it() -> None:
    assert str(not_begun("生效", "10个工作日")) == "生效后才开始10个工作日"


def test_a_wait_without_a_period_is_counted_from_its_day() -> None:
    said = waiting(2, date(2026, 12, 7), "送批")
    assert str(said) == "已等2个工作日（12月7日送批）"
    assert said.remark == "条文没有天数"


def test_an_interval_of_one_day_is_still_no_promise() -> None:
    assert interval(date(2026, 12, 28), date(2026, 12, 28)) == "约2026年12月28日"
