"""The clocks of the law: examples by hand, then against a plain counter."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rules.context import default_context
from rules.deadlines import RULES, DueDateFacts, due_date, merge
from rules.errors import (
    DateNotCovered,
    DatesReversed,
    InstrumentNotInForce,
    NumberOutOfRange,
    RuleInputError,
    UnknownRule,
)
from rules.law import N221, P130
from tests.rules.ask import ask, codes
from tests.rules.plain_calendar import months_after, rolled, together
from tests.rules.unit_rules import loaded, parameter

ONE = timedelta(days=1)
CONTEXT = default_context()


def clock(rule: str, start: str, *suspensions: list[str | None], **more):
    return ask("due-date", {"rule": rule, "start": start, "suspensions": suspensions, **more})


def test_the_example_of_the_contracts():
    found = clock("investigation", "2026-01-15", ["2026-03-01", "2026-03-31"], extension_months=2)
    assert found["due"] == found["earliest"] == found["latest"] == "2026-10-15"
    assert (found["provisional"], found["hard"], found["findings"]) == (False, True, [])
    assert found["citation"]["article"] == 25
    assert found["readings"] == ["G1", "civil_code_months"]


WORKING_DAYS = [
    ("acceptance", "2026-03-02", "2026-03-23", True, 14, "15 working days over three weekends"),
    ("acceptance", "2026-09-18", "2026-10-15", True, 14, "a make-up Sunday counts, holidays not"),
    ("acceptance", "2026-02-14", "2026-03-13", True, 14, "from a make-up Saturday over 春节"),
    ("appeal", "2026-02-10", "2026-03-09", True, 41, "as the contracts show it"),
    ("report_upward", "2026-03-02", "2026-03-16", True, 36, "10 working days"),
    ("submit_to_national", "2026-03-16", "2026-03-30", True, 36, "from the province's receipt"),
    ("submit_direct", "2026-03-02", "2026-03-16", True, 36, "a department of the State Council"),
    ("inform_participants", "2026-03-02", "2026-03-23", False, 24, "一般: soft"),
    ("appeal_admission", "2026-03-02", "2026-03-23", True, 41, "from receipt of the appeal"),
    ("re_review_admission", "2026-03-02", "2026-03-23", True, 42, "the second appeal"),
    ("review", "2026-03-02", "2026-07-10", False, 43, "90 working days, 原则上"),
    ("re_review", "2026-03-02", "2026-07-10", False, 43, "each round its own 90"),
    ("supervision_objection", "2026-03-02", "2026-03-16", True, 27, "10, not 15"),
    ("supervision_notice", "2026-10-12", "2026-10-08", False, 25, "Saturday 10th is worked"),
    ("supervision_notice", "2026-10-09", "2026-09-29", False, 25, "backwards over 国庆"),
]


@pytest.mark.parametrize(("rule", "start", "due", "hard", "article", "why"), WORKING_DAYS)
def test_working_days(rule, start, due, hard, article, why):
    found = clock(rule, start)
    assert found["due"] == found["earliest"] == found["latest"] == due, why
    assert (found["hard"], found["citation"]["article"]) == (hard, article), why
    assert found["provisional"] is False
    assert "G1" in found["readings"]


def test_every_rule_is_in_the_table():
    assert set(RULES) == {row[0] for row in WORKING_DAYS} | {"investigation"}


def test_the_account_lists_every_day_and_why():
    found = clock("acceptance", "2026-09-18")
    days = found["days"]
    assert (days[0]["date"], days[-1]["date"]) == ("2026-09-19", "2026-10-15")
    assert len(days) == 27
    assert sum(d["counted"] for d in days) == 15
    assert days[0] == {"date": "2026-09-19", "counted": False, "why": "周六"}
    assert days[1]["why"].startswith("调休上班")


def test_without_the_account():
    given_ = {"rule": "acceptance", "start": "2026-09-18"}
    found = ask("due-date", given_, days=False)
    assert "days" not in found
    assert found["due"] == "2026-10-15"


INVESTIGATION = [
    ("2026-01-15", [], 0, "2026-07-15", "six calendar months, not 180 days"),
    ("2025-08-31", [], 0, "2026-02-28", "no such day: the month's last, a make-up Saturday"),
    ("2025-08-29", [], 0, "2026-02-28", "February has no 29th in 2026"),
    ("2024-08-29", [], 0, "2025-02-28", "nor in 2025"),
    ("2023-08-31", [], 0, "2024-02-29", "the leap day"),
    ("2026-04-03", [], 0, "2026-10-08", "on to the first working day after 国庆"),
    ("2026-01-11", [], 0, "2026-07-13", "from a Saturday on to Monday"),
    ("2026-01-15", [], 3, "2026-10-15", "extension in one step"),
    ("2025-08-31", [], 1, "2026-03-31", "not by way of 28 February"),
    ("2026-01-15", [["2026-03-01", "2026-03-01"]], 0, "2026-07-15", "no day suspended"),
    ("2026-01-15", [["2026-03-01", "2026-03-02"]], 0, "2026-07-16", "one day"),
    (
        "2026-01-15",
        [["2026-03-15", "2026-04-10"], ["2026-03-01", "2026-03-31"]],
        0,
        "2026-08-24",
        "overlaps merge: 40 days",
    ),
    (
        "2026-01-15",
        [["2026-03-01", "2026-03-11"], ["2026-04-01", "2026-04-11"]],
        0,
        "2026-08-04",
        "intervals add up",
    ),
    ("2026-01-15", [["2026-07-16", "2026-08-16"]], 0, "2026-07-15", "starts after the due date"),
    ("2026-01-15", [["2026-07-15", "2026-07-20"]], 0, "2026-07-20", "starts on the due date"),
    ("2026-01-15", [["2026-07-16", None]], 0, "2026-07-15", "open, but too late"),
    (
        "2026-01-15",
        [["2026-07-10", "2026-07-20"], ["2026-07-22", "2026-07-23"]],
        0,
        "2026-07-27",
        "the first moves the due date past the start of the second: 25 + 1 days, a Sunday",
    ),
]


@pytest.mark.parametrize(("start", "suspensions", "extension", "due", "why"), INVESTIGATION)
def test_investigation(start, suspensions, extension, due, why):
    found = clock("investigation", start, *suspensions, extension_months=extension)
    assert found["due"] == due, why


def test_suspended_now():
    found = clock("investigation", "2026-01-15", ["2026-03-01", None])
    assert [found[k] for k in ("due", "earliest", "latest")] == [None, None, None]
    assert found["provisional"] is False
    assert (found["hard"], found["citation"]["article"], found["days"]) == (True, 25, [])
    assert found["readings"] == ["G1", "civil_code_months"]
    assert found["calendar"] == CONTEXT.calendar.edition


def test_suspended_now_without_the_account_and_with_a_long_extension():
    facts = DueDateFacts(
        "investigation", date(2026, 1, 15), ((date(2026, 3, 1), None),), extension_months=7
    )
    found = due_date(facts, CONTEXT, days=False)
    assert found.days is None and "days" not in found.as_json()
    assert [finding.code for finding in found.findings] == ["extension_unusual"]


def test_an_open_suspension_swallows_what_follows():
    merged = merge(
        ((date(2026, 3, 1), None), (date(2026, 2, 1), date(2026, 3, 1)), (date(2026, 5, 1), None))
    )
    assert merged == [(date(2026, 2, 1), None)]


MARCH = [date(2026, 3, day) for day in range(1, 32)]
MERGED = [
    ([(0, 4), (2, 9), (20, 25)], [(0, 9), (20, 25)], "after two that overlap, one apart"),
    ([(0, 9), (2, 4), (9, 10)], [(0, 10)], "one inside, one that touches"),
    ([(0, None), (0, 4)], [(0, None)], "of two from one day, the one that lasts"),
    ([(0, 4), (0, None)], [(0, None)], "in either order"),
    ([(0, 4), (0, 2), (5, 6)], [(0, 4), (5, 6)], "and else the longer"),
]


@pytest.mark.parametrize(("given_", "expected", "why"), MERGED)
def test_suspensions_that_touch_or_overlap_are_one(given_, expected, why):
    def days(spans):
        return [(MARCH[a], None if b is None else MARCH[b]) for a, b in spans]

    assert merge(tuple(days(given_))) == days(expected), why
    assert merge(tuple(reversed(days(given_)))) == days(expected), why


def test_the_account_of_months_names_suspended_days_and_the_last_step():
    found = clock("investigation", "2026-01-11", ["2026-03-01", "2026-03-04"])
    assert [(d["date"], d["counted"], d["why"]) for d in found["days"]] == [
        ("2026-03-02", False, "中止调查期间"),
        ("2026-03-03", False, "中止调查期间"),
        ("2026-03-04", False, "中止调查期间"),
        ("2026-07-14", True, "工作日"),
    ]


def test_a_suspension_during_the_step_to_a_working_day_is_in_the_account_once():
    found = clock("investigation", "2026-04-01", ["2026-10-05", "2026-10-07"])
    assert [(d["date"], d["counted"], d["why"][:2]) for d in found["days"]] == [
        ("2026-10-03", False, "周六"),
        ("2026-10-04", False, "周日"),
        ("2026-10-05", False, "放假"),
        ("2026-10-06", False, "中止"),
        ("2026-10-07", False, "中止"),
        ("2026-10-08", True, "工作"),
    ]
    assert found["due"] == "2026-10-08"


def test_more_than_six_months_of_extension_is_unusual_not_barred():
    assert codes(clock("investigation", "2024-01-15", extension_months=6)) == []
    found = clock("investigation", "2024-01-15", extension_months=7)
    assert codes(found, "warning") == ["extension_unusual"]
    assert found["due"] == "2025-02-17"


@pytest.mark.parametrize("rule", sorted(set(RULES) - {"investigation"}))
def test_nothing_else_is_suspended_or_extended(rule):
    plain = clock(rule, "2026-03-02")
    suspended = clock(rule, "2026-03-02", ["2026-03-03", None])
    extended = clock(rule, "2026-03-02", extension_months=2)
    assert suspended["due"] == extended["due"] == plain["due"]
    assert codes(suspended, "info") == codes(extended, "info") == ["not_suspendable"]


PROVISIONAL = [
    ("acceptance", "2026-12-02", False, "15th working day on 23 December"),
    ("acceptance", "2026-12-03", True, "the next notice may move 24 December"),
    ("investigation", "2026-06-23", False, "lands on 23 December"),
    ("investigation", "2026-06-24", True, "lands on 24 December"),
    ("investigation", "2026-07-15", True, "lands in a year not announced"),
    ("supervision_notice", "2026-12-24", False, "counts back from the 23rd"),
    ("supervision_notice", "2026-12-25", True, "counts the 24th"),
    ("review", "2026-11-23", True, "90 working days reach into 2027"),
    ("acceptance", "2027-03-01", True, "starts in a year not announced"),
]


@pytest.mark.parametrize(("rule", "start", "provisional", "why"), PROVISIONAL)
def test_provisional(rule, start, provisional, why):
    found = clock(rule, start)
    assert found["provisional"] == provisional, why
    assert (found["due"] is None) == provisional
    assert found["earliest"] <= found["latest"]


def test_a_start_far_from_any_holiday_is_narrow():
    found = clock("acceptance", "2027-07-01")
    assert found["earliest"] == found["latest"] == "2027-07-22"


def test_a_130_rule_implies_its_instrument():
    found = clock("supervision_objection", "2026-03-02")
    assert found["citation"]["instrument"] == P130


def test_every_instrument_in_use_must_be_in_force_when_a_clock_starts():
    facts = DueDateFacts("acceptance", date(2024, 12, 31))
    assert due_date(facts, CONTEXT, days=False).due == date(2025, 1, 22)
    with pytest.raises(InstrumentNotInForce, match=P130):
        due_date(facts, default_context((N221, P130)))


BAD = [
    ({"rule": "supervision_notice", "start": "2024-12-31"}, InstrumentNotInForce, "start"),
    ({"rule": "acceptance", "start": "2022-08-24"}, InstrumentNotInForce, "start"),
    ({"rule": "acceptance", "start": "2009-06-01", "on": "2023-01-01"}, DateNotCovered, "start"),
    ({"rule": "acceptance", "start": "2040-06-01"}, DateNotCovered, "start"),
    ({"rule": "acceptance", "start": "9999-12-30"}, DateNotCovered, "start"),
    ({"rule": "investigation", "start": "9999-12-30"}, RuleInputError, "start"),
    (
        {
            "rule": "investigation",
            "start": "2026-01-15",
            "suspensions": [["2026-03-02", "2026-03-01"]],
        },
        DatesReversed,
        "suspensions.0",
    ),
    (
        {"rule": "investigation", "start": "2026-01-15", "suspensions": [["2026-01-14", None]]},
        DatesReversed,
        "suspensions.0",
    ),
]


@pytest.mark.parametrize(("given_", "error", "where"), BAD)
def test_what_cannot_be_counted_is_a_named_error(given_, error, where):
    with pytest.raises(error) as refused:
        ask("due-date", given_)
    assert refused.value.where == where


def test_the_core_checks_without_the_edge():
    with pytest.raises(UnknownRule, match="lunch"):
        due_date(DueDateFacts("lunch", date(2026, 1, 5)), CONTEXT)
    with pytest.raises(NumberOutOfRange):
        due_date(DueDateFacts("investigation", date(2026, 1, 5), (), -1), CONTEXT)


def test_months_without_the_step_to_a_working_day():
    context = CONTEXT.with_readings(civil_code_months="same_day")
    found = due_date(DueDateFacts("investigation", date(2026, 4, 3)), context)
    assert found.due == date(2026, 10, 3)


def test_the_law_of_another_day_may_be_asked_for():
    found = clock("acceptance", "2015-01-05", on="2023-01-01")
    assert found["due"] == "2015-01-26"


@settings(max_examples=200, deadline=None)
@example(start=date(2016, 11, 1), spans=[(182, 1)], extension=0)
@example(start=date(2016, 9, 4), spans=[(182, 16), (198, 1)], extension=0)
@given(
    start=st.dates(date(2010, 1, 1), date(2026, 6, 1)),
    spans=st.lists(st.tuples(st.integers(0, 250), st.integers(0, 60)), max_size=4),
    extension=st.integers(0, 6),
)
def test_investigation_against_a_plain_counter(start, spans, extension):
    suspensions = tuple((start + a * ONE, start + (a + b) * ONE) for a, b in spans)
    facts = DueDateFacts("investigation", start, suspensions, extension, on=date(2024, 1, 1))
    found = due_date(facts, CONTEXT)
    if found.provisional:
        return
    before, end = None, months_after(start, 6 + extension)
    while end != before:
        last = rolled(end)
        stopped = {
            begun + i * ONE
            for begun, until in together(suspensions)
            if begun <= last
            for i in range(1, (until - begun).days + 1)
        }
        before, end = end, months_after(start, 6 + extension) + len(stopped) * ONE
    assert found.due == last
    account = {day.date: day for day in found.days}
    assert list(account) == sorted(day.date for day in found.days)
    assert {day.date for day in found.days if "中止" in day.why} == stopped - {last}
    # A suspension that begins on the very last day, itself a step over rest days, may end later.
    assert max(day for day in account if account[day].counted) == found.due


def test_one_day_of_three_clear_ones():
    context = CONTEXT.with_readings(supervision_days="clear_days")
    found = due_date(DueDateFacts("supervision_notice", date(2026, 10, 12)), context)
    assert found.due == date(2026, 9, 30)
    assert found.readings == ("G1", "supervision_days")
    assert [str(day.date) for day in found.days if day.counted] == [
        "2026-09-30",
        "2026-10-08",
        "2026-10-09",
        "2026-10-10",
    ]


def test_an_extension_is_unusual_beyond_what_the_law_calls_usual():
    found = clock("investigation", "2024-01-15", extension_months=7)["findings"][0]
    assert found["message"] == "延长时间超过6个月，须说明理由"
    assert found["citation"]["article"] == 25
    assert found["citation"]["text"] == "延长时间一般不超过6个月"


def test_a_unit_may_call_a_shorter_extension_usual():
    context = CONTEXT.with_overlays(loaded(parameter("deadline.investigation_extension", 3)))
    for months, expected in ((3, []), (4, ["延长时间超过3个月，须说明理由"])):
        facts = DueDateFacts("investigation", date(2026, 3, 2), (), months)
        found = due_date(facts, context, days=False).findings
        assert [finding.message for finding in found] == expected
        assert all(finding.citation.instrument == "甲大学〔2026〕1号" for finding in found)


def test_what_does_not_move_a_clock_says_so_with_the_article():
    stopped = {"suspensions": [["2026-03-05", None]]}
    for more, article, words in (
        ({"extension_months": 1}, 25, "可延长调查期限"),
        (stopped, 23, "中止的时间不计入调查时限"),
        ({"extension_months": 1, **stopped}, 23, "中止的时间不计入调查时限"),
    ):
        (found,) = clock("acceptance", "2026-03-02", **more)["findings"]
        assert found["message"] == "中止和延长只影响调查处理期限，本期限不受影响"
        cited = (found["level"], found["citation"]["article"], found["citation"]["text"])
        assert cited == ("info", article, words)
    assert found["citation"]["text"] == "中止的时间不计入调查时限"


def test_the_answer_is_an_outcome_with_its_findings_and_readings():
    found = due_date(DueDateFacts("acceptance", date(2026, 3, 2), (), 1), CONTEXT)
    assert [finding.code for finding in found.outcome.findings] == ["not_suspendable"]
    assert found.outcome.readings == ("G1",)


def test_the_longest_extension_there_may_be():
    context = CONTEXT.with_readings(civil_code_months="same_day")
    facts = DueDateFacts("investigation", date(2026, 1, 15), (), 1200)
    assert due_date(facts, context, days=False).due == date(2126, 7, 15)
    with pytest.raises(NumberOutOfRange) as refused:
        due_date(DueDateFacts("investigation", date(2026, 1, 15), (), 1201), context)
    assert str(refused.value) == "延长的月数应在0至1200之间"
    assert refused.value.where == "extension_months"


def test_a_month_past_all_dates_is_not_covered():
    with pytest.raises(DateNotCovered) as refused:
        due_date(DueDateFacts("investigation", date(9999, 12, 30)), CONTEXT)
    assert str(refused.value) == "没有9999-12-30的放假安排（现有2010-01-01至2026-12-31）"
