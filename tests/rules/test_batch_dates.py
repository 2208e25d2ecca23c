"""Due dates in columns are those of the single path, row by row, for every start day."""

import builtins
import importlib
import sys
from datetime import date

import numpy as np
import pytest

from rules.batch import due_dates
from rules.calendars import built_in
from rules.context import default_context
from rules.deadlines import RULES, DueDateFacts, due_date
from rules.errors import (
    DateNotCovered,
    DatesReversed,
    InstrumentNotInForce,
    NumberOutOfRange,
    RuleInputError,
    UnknownRule,
)
from tests.rules.unit_rules import loaded, parameter

CONTEXT = default_context()
ON = date(2026, 1, 1)
STARTS = np.arange("2010-02-01", "2035-06-01", dtype="datetime64[D]")
WORKING = sorted(set(RULES) - {"investigation"})
CASES = [(rule, CONTEXT) for rule in WORKING] + [
    ("supervision_notice", CONTEXT.with_readings(supervision_days="clear_days")),
    ("review", CONTEXT.with_calendar(built_in().without(2024))),
]


def same(found, rows, singles):
    expected = np.array([(one.due, one.earliest, one.latest) for one in singles], "datetime64[D]")
    for place, column in enumerate((found.due, found.earliest, found.latest)):
        assert np.array_equal(column, expected[:, place], equal_nan=True)
    assert found.provisional.tolist() == [one.provisional for one in singles]
    assert len(found) == len(rows)
    assert found.provisional.dtype == np.bool_


@pytest.mark.parametrize(("rule", "context"), CASES)
def test_working_days_from_every_start(rule, context):
    singles = [
        due_date(DueDateFacts(rule, day, on=ON), context, days=False) for day in STARTS.tolist()
    ]
    same(due_dates(rule, STARTS, context, on=ON), STARTS, singles)


@pytest.mark.parametrize("reading", ["next_working_day", "same_day"])
@pytest.mark.parametrize("seed", [1, 2])
def test_months_with_extension_and_suspension_from_every_start(reading, seed):
    context = CONTEXT.with_readings(civil_code_months=reading)
    chance = np.random.default_rng(seed)
    starts = STARTS[np.datetime64("2034-01-01") > STARTS]
    count = len(starts)
    extension = chance.integers(0, 13, count)
    begun = starts + chance.integers(0, 420, count)
    resumed = begun + chance.integers(0, 60, count)
    resumed[chance.random(count) < 0.2] = np.datetime64("NaT")
    none = chance.random(count) < 0.3
    begun[none] = resumed[none] = np.datetime64("NaT")
    found = due_dates(
        "investigation",
        starts,
        context,
        extension_months=extension,
        begun=begun,
        resumed=resumed,
        on=ON,
    )
    rows = zip(starts.tolist(), extension.tolist(), begun.tolist(), resumed.tolist(), strict=True)
    singles = [
        due_date(
            DueDateFacts("investigation", day, ((b, r),) if b else (), months, ON),
            context,
            days=False,
        )
        for day, months, b, r in rows
    ]
    same(found, starts, singles)


def test_a_suspension_that_begins_on_the_later_of_two_days():
    starts = ["2026-07-31"] * 4
    begun = ["2027-02-01", "2027-02-02", "2027-02-01", "2027-01-31"]
    resumed = ["2027-02-03", "2027-02-03", "NaT", "2027-02-02"]
    found = due_dates("investigation", starts, CONTEXT, begun=begun, resumed=resumed)
    assert found.earliest.astype(str).tolist() == ["2027-01-31", "2027-01-31", "NaT", "2027-02-02"]
    assert found.latest.astype(str).tolist() == ["2027-02-02", "2027-02-01", "NaT", "2027-02-02"]
    assert found.provisional.tolist() == [True, True, False, True]
    assert np.isnat(found.due).all()


def test_the_example_of_the_contracts():
    found = due_dates(
        "investigation",
        ["2026-01-15"],
        CONTEXT,
        extension_months=2,
        begun="2026-03-01",
        resumed="2026-03-31",
    )
    assert found.due.astype(str).tolist() == ["2026-10-15"]


def test_each_row_is_under_the_law_of_its_own_start():
    found = due_dates("acceptance", ["2022-08-25", "2026-03-02", "2022-08-25"], CONTEXT)
    assert found.due.astype(str).tolist() == ["2022-09-16", "2026-03-23", "2022-09-16"]


def test_a_shorter_period_of_the_unit_holds_from_its_day():
    shorter = loaded(parameter("deadline.acceptance", 10, date(2026, 6, 1)))
    context = CONTEXT.with_overlays(shorter)
    starts = ["2026-06-01", "2026-04-01", "2026-12-01", "2026-12-15", "2026-05-29"]
    found = due_dates("acceptance", starts, context)
    rows = [date.fromisoformat(start) for start in starts]
    singles = [due_date(DueDateFacts("acceptance", row), context, days=False) for row in rows]
    same(found, rows, singles)
    assert found.earliest.astype(str).tolist() == [
        "2026-06-15",
        "2026-04-23",
        "2026-12-15",
        "2026-12-29",
        "2026-06-22",
    ]
    assert found.provisional.tolist() == [False, False, False, True, False]


def test_whether_a_row_is_provisional_is_asked_under_its_own_law():
    shorter = loaded(
        parameter("deadline.acceptance", 10, date(2025, 12, 8)), since=date(2025, 12, 1)
    )
    context = CONTEXT.with_calendar(built_in().without(2026)).with_overlays(shorter)
    found = due_dates("acceptance", ["2025-12-05", "2025-12-08"], context)
    assert found.provisional.tolist() == [True, False]
    assert found.earliest.astype(str).tolist() == ["2025-12-26", "2025-12-22"]


def test_no_rows_have_no_answers():
    found = due_dates("acceptance", [], CONTEXT)
    assert len(found) == 0 and found.due.tolist() == []


def test_one_extension_stands_for_all_rows():
    found = due_dates("investigation", ["2026-01-15", "2026-01-16"], CONTEXT, extension_months=3)
    assert found.due.astype(str).tolist() == ["2026-10-15", "2026-10-16"]


OK = "2026-01-15"
BAD = [
    ("acceptance", [OK, "2022-08-24"], {}, InstrumentNotInForce, "1.on"),
    ("acceptance", [OK, "NaT"], {}, NumberOutOfRange, "1.start"),
    ("acceptance", [OK, "10000-01-01"], {}, NumberOutOfRange, "1.start"),
    ("acceptance", ["0000-12-31"], {}, NumberOutOfRange, "0.start"),
    ("acceptance", [OK, OK, "2040-06-01"], {}, DateNotCovered, "2.start"),
    ("acceptance", [OK, "9999-12-31"], {}, DateNotCovered, "1.start"),
    ("acceptance", ["0001-01-01"], {}, InstrumentNotInForce, "0.on"),
    ("acceptance", ["soon"], {}, NumberOutOfRange, "start"),
    ("acceptance", [1.5], {}, NumberOutOfRange, "start"),
    ("investigation", [OK], {"begun": ["soon"]}, NumberOutOfRange, "begun"),
    ("investigation", [OK, OK, OK], {"resumed": [OK, OK]}, NumberOutOfRange, "resumed"),
    ("investigation", ["9999-12-31"], {}, DateNotCovered, "0.start"),
    (
        "investigation",
        [OK, OK],
        {"extension_months": [0, -1]},
        NumberOutOfRange,
        "1.extension_months",
    ),
    ("investigation", [OK], {"extension_months": 1201}, NumberOutOfRange, "0.extension_months"),
    ("investigation", [OK], {"extension_months": [0, 0]}, NumberOutOfRange, "extension_months"),
    ("investigation", [OK, OK, OK], {"begun": [OK, OK]}, NumberOutOfRange, "begun"),
    ("investigation", [OK, OK], {"begun": [OK, "2026-01-14"]}, DatesReversed, "1.begun"),
    (
        "acceptance",
        [OK, OK],
        {"begun": "2026-03-02", "resumed": ["2026-03-02", "2026-03-01"]},
        DatesReversed,
        "1.resumed",
    ),
    ("investigation", [OK], {"resumed": ["2026-03-01"]}, NumberOutOfRange, "0.begun"),
    (
        "investigation",
        [OK],
        {"begun": "2026-03-02", "resumed": "9999-12-31"},
        DateNotCovered,
        "0.start",
    ),
]


@pytest.mark.parametrize(("rule", "starts", "more", "error", "where"), BAD)
def test_a_bad_row_is_named(rule, starts, more, error, where):
    with pytest.raises(error) as refused:
        due_dates(rule, starts, CONTEXT, **more)
    assert refused.value.where == where


def test_the_largest_extension_and_a_suspension_of_no_day_are_taken():
    found = due_dates(
        "investigation",
        [OK],
        CONTEXT.with_readings(civil_code_months="same_day"),
        extension_months=1200,
        begun=OK,
        resumed=OK,
    )
    assert found.due.astype(str).tolist() == ["2126-07-15"]


def test_the_last_day_no_notice_may_move_is_settled_and_the_next_is_not():
    found = due_dates("investigation", ["2026-06-23", "2026-06-24"], CONTEXT)
    assert found.provisional.tolist() == [False, True]
    assert found.due.astype(str).tolist() == ["2026-12-23", "NaT"]


def test_the_last_day_there_is_may_be_the_answer():
    context = CONTEXT.with_readings(civil_code_months="same_day")
    found = due_dates("investigation", ["9899-12-31"], context, extension_months=1194)
    assert found.due.astype(str).tolist() == ["9999-12-31"]


def test_what_does_not_move_a_clock_is_not_held_against_it():
    found = due_dates("acceptance", [OK], CONTEXT, extension_months=3, begun="2026-01-01")
    assert found.due.astype(str).tolist() == ["2026-02-05"]


def test_an_unknown_rule_is_named():
    with pytest.raises(UnknownRule) as refused:
        due_dates("lunch", [OK], CONTEXT)
    assert "lunch" in str(refused.value)


@pytest.mark.parametrize(
    ("starts", "more", "message"),
    [
        (["NaT"], {}, "应为YYYY-MM-DD格式的日期"),
        (["soon"], {}, "应为YYYY-MM-DD格式的日期"),
        ([OK], {"extension_months": -1}, "延长的月数应在0至1200之间"),
        ([OK], {"resumed": OK}, "有恢复日而没有中止日"),
        ([OK], {"begun": "2026-03-02", "resumed": "2026-03-01"}, "恢复调查的日期早于中止的日期"),
        ([OK], {"begun": "2026-01-14"}, "中止的日期早于期限的起始日"),
        ([OK], {"begun": [OK, OK]}, "应有1个值"),
        (["9999-12-31"], {}, "没有9999-12-31的放假安排（现有2010-01-01至2026-12-31）"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(starts, more, message):
    with pytest.raises(RuleInputError) as refused:
        due_dates("investigation", starts, CONTEXT, **more)
    assert str(refused.value) == message


def test_without_numpy_the_way_to_get_it_is_said(monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.split(".")[0] == "numpy":
            raise ImportError(name)
        return real(name, *rest)

    for name in [name for name in sys.modules if name.startswith("rules.batch")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError) as refused:
        importlib.import_module("rules.batch")
    assert str(refused.value) == "rules.batch needs NumPy: pip install 'misconduct[batch]'"
