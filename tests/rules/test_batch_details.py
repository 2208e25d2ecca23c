"""Decisions by the million, looked at closely: what is refused, in which words, and block by block.

The columns are compared with single checks on decisions chosen so that each part of a finding
decides one of them.
"""

import importlib
from datetime import date

import numpy as np
import pytest

from rules.batch import NOT_JUDGED, OPEN_TERM, READINGS, UNDECIDED, Columns, check
from rules.codes import Severity
from rules.context import default_context
from rules.errors import RuleInputError
from rules.sanctions import MeasureFact, Respondent, SanctionFacts
from tests.rules.test_batch import assert_same
from tests.rules.unit_rules import loaded, parameter

M = MeasureFact
ON = date(2024, 7, 1)
CONTEXT = default_context()
DAYS = ["2024-07-01", "2024-07-02", "2024-07-03"]
ORGANISATION = Respondent("organisation")
DAY = "应为YYYY-MM-DD格式的日期"
THREE = "期限应为（决定序号、措施、月数）三列整数"


def decision(conduct, *measures, on=ON, **more):
    return SanctionFacts(on, tuple(conduct), measures, **more)


SAID = [
    ({"on": ["2024-07-01", "NaT", "2024-07-03"]}, "number_out_of_range", DAY, "1.on"),
    ({"on": ["2024-07-01", "soon"]}, "number_out_of_range", DAY, "on"),
    ({"on": ["0000-12-31"]}, "number_out_of_range", DAY, "0.on"),
    ({"on": ["10000-01-01"]}, "number_out_of_range", DAY, "0.on"),
    ({"conduct": [2, 2, 1]}, "unknown_code", "第二条没有“1”", "2.conduct"),
    ({"factors": [0, 128, 0]}, "unknown_code", "第三十条没有“128”", "1.factors"),
    ({"lenient": [0, 64, 0]}, "unknown_code", "第三十四条没有“64”", "1.lenient"),
    ({"aggravated": 256}, "unknown_code", "第三十五条没有“256”", "0.aggravated"),
    ({"involves": 8}, "unknown_code", "涉及事项没有“8”", "0.involves"),
    ({"powers": 1}, "unknown_code", "第二十九条没有“1”", "0.powers"),
    ({"factors": 1.5}, "number_out_of_range", "应为整数", "factors"),
    ({"mitigated": ["no"] * 3}, "number_out_of_range", "应为整数", "mitigated"),
    ({"factors": [2, 2]}, "number_out_of_range", "应有3个值", "factors"),
    ({"mitigated": [0, 0, 2]}, "unknown_code", "是或否没有“2”", "2.mitigated"),
    ({"severity": [0, 0, 4]}, "unknown_code", "情节没有“4”", "2.severity"),
    ({"severity": 1.5}, "number_out_of_range", "应为整数", "severity"),
    ({"terms": [(0, 5)]}, "number_out_of_range", THREE, "terms"),
    ({"terms": [(1, 15, 9)]}, "unknown_code", "第二十九条没有“15”", "1.item"),
    ({"terms": [(1, 13, 9)]}, "term_not_allowed", "第二十九条第十三项措施不能带该期限", "1.months"),
    ({"terms": [(1, 5, 2**31)]}, "number_out_of_range", "期限过长", "1.months"),
    ({"terms": [(3, 5, 9)]}, "number_out_of_range", "没有第3个决定", "terms.0"),
    ({"permanent": 1 << 3}, "term_not_allowed", "第二十九条第三项措施不能带该期限", "0.permanent"),
]


@pytest.mark.parametrize(("wrong", "code", "message", "where"), SAID)
def test_a_column_that_cannot_be_is_named_in_words(wrong, code, message, where):
    with pytest.raises(RuleInputError) as refused:
        Columns.from_arrays(**{"on": DAYS, "conduct": 1 << 6, **wrong})
    found = {"code": code, "message": message, "where": where}
    assert refused.value.as_json()["error"] == found


NUMBERS = {
    "conduct": range(1, 9),
    "untimed": range(1, 15),
    "factors": range(1, 7),
    "lenient": range(1, 6),
    "aggravated": range(1, 8),
    "powers": range(1, 15),
    "involves": range(3),
}


@pytest.mark.parametrize("number", range(16))
@pytest.mark.parametrize("name", NUMBERS)
def test_a_set_takes_every_number_of_its_article_and_no_other(name, number):
    given = {"on": DAYS[:1], "conduct": 1 << 6, name: 1 << number}
    if number in NUMBERS[name]:
        assert getattr(Columns.from_arrays(**given), name).tolist() == [1 << number]
    else:
        with pytest.raises(RuleInputError) as refused:
            Columns.from_arrays(**given)
        assert (refused.value.code, refused.value.where) == ("unknown_code", f"0.{name}")


def test_the_first_and_the_last_day_of_the_calendar_are_days():
    assert len(Columns.from_arrays(["0001-01-01", "9999-12-31"], 2)) == 2


def test_what_is_not_given_is_nothing_and_one_day_may_stand_alone():
    columns = Columns.from_arrays("2024-07-01", 1 << 6)
    assert columns.facts(0) == decision([6], powers=tuple(range(1, 15)))
    assert columns.on.dtype == "datetime64[D]"


def test_a_column_there_is_not_is_named():
    with pytest.raises(TypeError) as refused:
        Columns.from_arrays(DAYS, 2, shape=1, kind=1)
    assert str(refused.value) == "no column kind"


def test_a_decision_that_cannot_be_is_named_with_its_number():
    with pytest.raises(RuleInputError) as refused:
        Columns.of([decision([1], M(2)), decision([1], M(2), M(13, years=1))])
    found = refused.value.as_json()["error"]
    assert (found["code"], found["where"]) == ("term_not_allowed", "1.measures.1.years")


def test_no_decisions_have_no_answers():
    columns = Columns.of([])
    assert columns.on.dtype == "datetime64[D]"
    assert len(check(columns, CONTEXT)) == 0


def test_a_day_without_law_names_the_first_decision_of_it():
    columns = Columns.from_arrays(["2024-07-01", "2022-08-24", "2022-08-24"], 1 << 6)
    with pytest.raises(RuleInputError) as refused:
        check(columns, CONTEXT)
    found = refused.value.as_json()["error"]
    assert (found["code"], found["where"]) == ("instrument_not_in_force", "1.on")


def test_the_numbers_that_stand_for_no_severity():
    assert (NOT_JUDGED, OPEN_TERM, UNDECIDED) == (-1, 4, -1)
    columns = Columns.from_arrays(
        DAYS, 1 << 6, untimed=[1 << 14, 1 << 2, 1 << 2], severity=[-1, -1, 1]
    )
    answers = check(columns, CONTEXT)
    assert (answers.judged.tolist(), answers.term.tolist()) == ([-1, 1, 1], [4, 4, 1])
    assert {items.dtype for items in answers.items.values()} == {np.dtype(np.uint16)}


def test_each_reading_has_one_bit():
    assert len(set(READINGS)) == len(READINGS)


def test_a_day_long_before_any_law_is_refused_as_well():
    with pytest.raises(RuleInputError) as refused:
        check(Columns.from_arrays(["1949-10-01"], 1 << 6), CONTEXT)
    assert (refused.value.code, refused.value.where) == ("instrument_not_in_force", "0.on")


def test_a_day_after_the_end_of_the_units_rules_names_the_first_decision_of_it():
    ended = loaded(parameter("floor.conduct", (1, 2, 3, 4, 5, 6)), until=date(2026, 6, 30))
    columns = Columns.from_arrays(["2026-06-01", "2026-07-02", "2026-07-02"], 1 << 6)
    with pytest.raises(RuleInputError) as refused:
        check(columns, CONTEXT.with_overlays(ended))
    assert (refused.value.code, refused.value.where) == ("instrument_not_in_force", "1.on")


def test_which_decisions_have_a_finding():
    answers = check(Columns.from_arrays(DAYS, [2, 2, 64], untimed=[2, 4, 2], severity=0), CONTEXT)
    assert answers.found("below_floor").tolist() == [True, True, False]
    assert answers.found("no_measure").tolist() == [False, True, False]


BAN = (M(5, years=3), M(13))
EXEMPT = {"lenient": ("retracted_before_report",)}
CLOSE = [
    decision([1], *BAN, severity="serious", aggravated=("organised",)),
    decision(
        [1],
        *BAN,
        severity="serious",
        aggravated=("organised",),
        lenient=("corrected_beforehand",),
    ),
    decision([1], M(5, years=4), M(13), severity="serious", aggravated=("organised",)),
    decision([6], M(14), **EXEMPT, powers=(1,), aggravated=("obstructed",), factors=(2,)),
    decision([1, 2], M(14), **EXEMPT, powers=(1,)),
    decision([6], M(14), powers=(1,), aggravated=("obstructed",), factors=(2,)),
    decision([1, 6], M(2), powers=(1,), involves=("award",), suspected_crime=True),
    decision([6, 7], M(1), aggravated=("repeated_or_multiple",), factors=(4,)),
    decision([6], M(1)),
    decision([6], M(2)),
    decision([1], M(1)),
    decision([1], M(8), M(13), respondent=ORGANISATION, severity="major", powers=(13,)),
    decision([1], M(9, permanent=True), M(10), severity="especially_serious"),
    decision(
        [], M(1), M(2), respondent=ORGANISATION, article_31=True, severity="minor", mitigated=True
    ),
    decision([], M(14), respondent=ORGANISATION, article_31=True, decided_by_itself=True, **EXEMPT),
    decision([], M(2), respondent=ORGANISATION, article_31=True, decided_by_itself=True),
    decision([1], M(10, years=1), M(11, months=3), M(5), severity="serious", mitigated=True),
    decision([1], M(5, years=1), M(7, years=4), M(7, years=6), M(13)),
    decision([6], M(3, months=6)),
    decision([6], M(2), respondent=Respondent("person", True, False)),
    decision([6], M(2), respondent=Respondent("person", False, True)),
    decision([1], *BAN, M(3, months=6), severity="serious", aggravated=("organised",)),
    decision([1], M(10, years=3), M(13), severity="serious", aggravated=("organised",)),
]


@pytest.mark.parametrize(
    "read",
    [
        {},
        {"G12": "aggravation_shown", "G14": "never", "same_fact_twice": "refuse", "C6": "refuse"},
        {"G9": "bind", "permanent_ban": "refuse", "organisation_measures": "refuse"},
        {"G13": "not_below_floor", "article_31_tiers": "apply"},
    ],
)
def test_each_part_of_a_finding_decides_one_of_these(read):
    assert_same(CLOSE, CONTEXT.with_readings(**read))


# No severity fits any of these: the one with the fewest errors is judged, the lightest of several.
NONE_FITS = [
    ("minor", {}, decision([6], M(3, months=6), M(5, years=1), M(5, years=4)), "one error in each"),
    ("major", {}, decision([6], M(5, years=1), M(5, years=4)), "one, and two as minor"),
    ("major", {}, decision([6], M(5, years=1), M(5, years=4), M(10, years=4)), "10 is not bound"),
    ("minor", {}, decision([1], M(3, months=6)), "one in each, the term of 3 none of them"),
    (
        "major",
        {},
        decision([6], M(5, permanent=True), M(5, years=1), M(7, years=1)),
        "as major only the one for good is wrong",
    ),
    ("minor", {"C6": "refuse"}, decision([6], M(1), M(2)), "one in each"),
    ("major", {"C6": "refuse"}, decision([6], M(1), M(2), M(4)), "one, and two as minor"),
    (
        "major",
        {"C6": "refuse", "G13": "not_below_floor"},
        decision([1], M(1), M(10), mitigated=True),
        "mitigated, but not below the floor: none, and one as minor",
    ),
]


@pytest.mark.parametrize(("judged", "read", "facts", "why"), NONE_FITS)
def test_where_no_severity_fits_the_one_with_the_fewest_errors_is_judged(judged, read, facts, why):
    context = CONTEXT.with_readings(**read)
    answers = check(Columns.of([facts]), context)
    place = tuple(Severity).index(judged)
    assert (answers.judged.tolist(), answers.consistent.tolist()) == ([place], [0]), why
    assert_same([facts], context)


@pytest.mark.parametrize("block", [1, 3, 7, len(CLOSE)])
def test_the_size_of_a_block_changes_no_answer(monkeypatch, block):
    monkeypatch.setattr(importlib.import_module("rules.batch.check"), "BLOCK", block)
    assert_same(CLOSE)


def test_decisions_under_the_law_of_their_own_day_stand_side_by_side():
    wider = loaded(parameter("floor.conduct", (1, 2, 3, 4, 5, 6), date(2026, 6, 1)))
    days = [date(2026, 5, 31), date(2026, 6, 1), date(2026, 5, 31), date(2026, 6, 2)]
    facts = [decision([6], M(1), on=day) for day in days]
    frame = CONTEXT.with_overlays(wider)
    assert_same(facts, frame)
    answers = check(Columns.of(facts), frame)
    assert answers.found("below_floor").tolist() == [False, True, False, True]


def test_the_columns_of_a_block_stand_for_themselves():
    terms = [(0, 5, 36), (1, 5, 12), (1, 9, 24), (2, 7, 48)]
    columns = Columns.from_arrays(DAYS, 2, untimed=1 << 13, terms=terms)
    block = columns.block(1, 3)
    assert (len(block), block.start.tolist()) == (2, [0, 2, 3])
    assert (block.item.tolist(), block.months.tolist()) == ([5, 9, 7], [12, 24, 48])
    assert [block.facts(row) for row in range(2)] == [columns.facts(1), columns.facts(2)]
    assert columns.block(1, 2).item.tolist() == [5, 9]
