"""Files and words at the edge: rules of a unit, its benchmark, readings; names of mistakes."""

import json
from datetime import date
from typing import get_args

import pytest
from pydantic import ValidationError

from rules.arguments import Request
from rules.codes import Severity
from rules.context import default_context
from rules.deadlines import MONTHS_AT_MOST, RULES
from rules.edge.commands import COMMANDS, Options, answer, explained, reply, schema
from rules.edge.discretion import BenchmarkInput
from rules.edge.files import SHAPES, ReadingsInput, frame, readings
from rules.edge.frame import Frame
from rules.edge.inputs import RuleName
from rules.edge.integrity import PurposeName
from rules.edge.messages import InputInvalid, invalid
from rules.edge.overlay import OverlayInput, load_overlay
from rules.edge.reading import read_as
from rules.edge.supervision import ConditionName
from rules.errors import InstrumentNotInForce, UnknownReading
from rules.integrity import PURPOSES
from rules.law import N221, S84
from rules.overlays import Quotation, UnitParameter, UnitRules
from rules.sanctions import MeasureFact, SanctionFacts
from rules.supervision.tolerance import CONDITIONS
from tests.rules.ask import ROOT, TODAY

SAID = {
    "json_type": ("invalid_json", "不是有效的JSON"),
    "missing": ("missing_field", "缺少该字段"),
    "extra_forbidden": ("unknown_field", "没有该字段"),
    "literal_error": ("unknown_code", "不是规定的代码"),
    "enum": ("unknown_code", "不是规定的代码"),
    "greater_than": ("number_out_of_range", "数值超出范围"),
    "greater_than_equal": ("number_out_of_range", "数值超出范围"),
    "less_than_equal": ("number_out_of_range", "数值超出范围"),
    "string_too_short": ("invalid_value", "不能为空"),
    "model_type": ("invalid_type", "应为JSON对象"),
    "model_attributes_type": ("invalid_type", "应为JSON对象"),
    "dict_type": ("invalid_type", "应为JSON对象"),
    "too_long": ("invalid_value", "项数过多"),
    "tuple_type": ("invalid_type", "应为数组"),
    "list_type": ("invalid_type", "应为数组"),
    "bool_type": ("invalid_type", "应为true或false"),
    "int_type": ("invalid_type", "应为整数"),
    "int_from_float": ("invalid_type", "应为整数"),
    "string_type": ("invalid_type", "应为字符串"),
    "string_unicode": ("invalid_value", "字符串编码错误"),
    "date_type": ("invalid_date", "应为YYYY-MM-DD格式的日期"),
    "date_from_datetime_inexact": ("invalid_date", "应为YYYY-MM-DD格式的日期"),
    "finite_number": ("invalid_value", "不能使用的值"),
}
# What the library itself wants to know to put a mistake into words.
DETAILS = {
    "error": "?",
    "expected": "?",
    "gt": 1,
    "ge": 1,
    "le": 1,
    "min_length": 1,
    "max_length": 1,
    "actual_length": 1,
    "field_type": "?",
    "class_name": "?",
}


def mistakes(*kinds):
    details = [
        {"type": kind, "loc": ("a", at, "b"), "input": 0, "ctx": DETAILS}
        for at, kind in enumerate(kinds)
    ]
    return invalid(ValidationError.from_exception_data("x", details), ReadingsInput, b"")


@pytest.mark.parametrize("kind", SAID)
def test_a_mistake_is_said_in_chinese_with_a_code_and_its_place(kind):
    found = mistakes(kind)
    assert isinstance(found, InputInvalid)
    assert (found.code, found.message, found.where) == (*SAID[kind], "a.0.b")


def test_the_first_mistake_is_said_and_the_others_are_counted():
    assert mistakes("missing", "enum").message == "缺少该字段（另有1处错误）"
    assert mistakes("enum", "missing", "missing").message == "不是规定的代码（另有2处错误）"


NAMES = [
    (RuleName, RULES),
    (PurposeName, PURPOSES),
    (ConditionName, CONDITIONS),
]


@pytest.mark.parametrize(("names", "table"), NAMES)
def test_a_question_knows_the_names_the_rules_have(names, table):
    assert list(get_args(names)) == list(table)


SANCTION = {"on": "2026-01-02", "conduct": [1], "measures": []}
CLOCK = {"rule": "investigation", "start": "2026-01-02"}
APPEAL = {
    "level": 1,
    "served": "2026-01-02",
    "lodged": "2026-01-03",
    "appellant": "respondent",
    "reasons": True,
    "evidence_or_leads": True,
}
GRADED = {"on": "2026-01-02", "conduct": [1], "grades": []}
# The command, a question, the field and its least and greatest number (None: no greatest).
BOUNDS = [
    ("check-sanctions", SANCTION, lambda n: {"conduct": [n]}, 1, 8),
    ("check-sanctions", SANCTION, lambda n: {"factors": [n]}, 1, 6),
    ("check-sanctions", SANCTION, lambda n: {"powers": [n]}, 1, 14),
    ("check-sanctions", SANCTION, lambda n: {"measures": [{"item": n}]}, 1, 14),
    ("check-sanctions", SANCTION, lambda n: {"measures": [{"item": 5, "years": n}]}, 1, 100_000),
    ("check-sanctions", SANCTION, lambda n: {"measures": [{"item": 5, "months": n}]}, 1, 100_000),
    ("due-date", CLOCK, lambda n: {"extension_months": n}, 0, MONTHS_AT_MOST),
    ("check-appeal", APPEAL, lambda n: {"level": n}, 1, 2),
    ("propose-severity", GRADED, lambda n: {"grades": [{"item": n, "grade": 0}]}, 1, 6),
    ("propose-severity", GRADED, lambda n: {"grades": [{"item": 1, "grade": n}]}, 0, None),
    (
        "check-integrity",
        {"on": "2026-01-02", "kind": "person", "purpose": "award"},
        lambda n: {"open_cases": n},
        0,
        None,
    ),
]


@pytest.mark.parametrize(("command", "given", "more", "least", "most"), BOUNDS)
def test_a_number_has_its_bounds(command, given, more, least, most):
    def read(number):
        return read_as(COMMANDS[command].input, json.dumps({**given, **more(number)}).encode())

    assert read(least).facts() and read(least if most is None else most).facts()
    said = f"不小于{least}" if most is None else f"为{least}至{most}"
    for number in (least - 1, *(() if most is None else (most + 1,))):
        with pytest.raises(InputInvalid, match=rf"^数值超出范围，应{said}$"):
            read(number)


RULES_OF_A_UNIT = {
    "number": "甲大学〔2026〕1号",
    "title": "甲大学实施细则",
    "organisation": "甲大学",
    "from": "2026-03-01",
    "until": "2028-02-28",
    "checked": "2026-03-02",
    "citation": {"article": 3, "words": "按本细则"},
    "articles": [{"article": 3, "text": "按本细则的规定执行。"}, {"article": 4, "text": "四"}],
    "parameters": [
        {
            "name": "quorum.panel",
            "value": 7,
            "unit": "persons",
            "from": "2026-03-01",
            "hard": False,
            "citation": {"article": 3, "words": "规定"},
        },
        {
            "name": "tier.major.term",
            "value": {"from": 1, "under": 3},
            "from": "2026-03-04",
            "citation": {"article": 4, "words": "四"},
        },
        {
            "name": "tier.bounded",
            "value": [5, 7],
            "from": "2026-03-05",
            "citation": {"article": 4, "words": "四"},
        },
    ],
}


def read_rules(**more):
    return read_as(OverlayInput, json.dumps({**RULES_OF_A_UNIT, **more}).encode()).facts()


def test_the_rules_of_a_unit_are_read_field_by_field():
    four = Quotation(4, "四")
    expected = UnitRules(
        "甲大学〔2026〕1号",
        "甲大学实施细则",
        "甲大学",
        date(2026, 3, 1),
        date(2028, 2, 28),
        date(2026, 3, 2),
        {3: "按本细则的规定执行。", 4: "四"},
        Quotation(3, "按本细则"),
        (
            UnitParameter(
                "quorum.panel", 7, date(2026, 3, 1), Quotation(3, "规定"), "persons", False
            ),
            UnitParameter("tier.major.term", {"from": 1, "under": 3}, date(2026, 3, 4), four),
            UnitParameter("tier.bounded", (5, 7), date(2026, 3, 5), four),
        ),
    )
    assert read_rules() == expected
    assert read_rules(until=None).until is None


@pytest.mark.parametrize("bound", ["over", "from", "to", "under"])
def test_a_range_of_years_lies_between_none_and_a_hundred(bound):
    first = RULES_OF_A_UNIT["parameters"][0]
    for years in (0, 100):
        found = read_rules(parameters=[{**first, "value": {bound: years}}])
        assert found.parameters[0].value == {bound: years}
    for years in (-1, 101):
        with pytest.raises(InputInvalid):
            read_rules(parameters=[{**first, "value": {bound: years}}])


NOT_READ = [
    ({"citation": {"article": 0, "words": "x"}}, "citation.article"),
    ({"articles": [{"article": 0, "text": "x"}]}, "articles.0.article"),
    ({"number": ""}, "number"),
    ({"a.value.b": 1}, "a.value.b"),
]


@pytest.mark.parametrize(("more", "where"), NOT_READ)
def test_what_is_wrong_in_a_file_of_rules_has_its_place(more, where):
    with pytest.raises(InputInvalid) as refused:
        load_overlay(json.dumps({**RULES_OF_A_UNIT, **more}).encode())
    assert refused.value.where == where


BENCHMARK = json.loads(
    (ROOT / "docs" / "examples" / "discretion-benchmark.json").read_text("utf-8")
)


def test_a_benchmark_is_read_field_by_field():
    given = read_as(BenchmarkInput, json.dumps(BENCHMARK).encode())
    assert (given.organisation, given.title) == (BENCHMARK["organisation"], BENCHMARK["title"])
    version, first = given.versions[0].fact(), BENCHMARK["versions"][0]
    assert (version.name, version.since) == ("2024年版", date(2024, 7, 1))
    assert [[w.item, w.weight, list(w.grades), w.clause] for w in version.factors] == [
        [one[name] for name in ("item", "weight", "grades", "clause")] for one in first["factors"]
    ]
    graver = [Severity.MAJOR, Severity.SERIOUS, Severity.ESPECIALLY_SERIOUS]
    assert list(version.thresholds.items()) == list(zip(graver, (8, 18, 30), strict=True))
    assert list(version.cuts.items()) == list(
        zip(graver, ((13, 25), (45, 53), (85, 121)), strict=True)
    )
    assert (version.thresholds_clause, version.cuts_clause) == ("第五条", "第六条")


def test_points_are_bounded():
    for points, read in ((1_000_000, True), (1_000_001, False)):
        changed = json.loads(json.dumps(BENCHMARK))
        changed["versions"][0]["thresholds"]["major"] = points
        text = json.dumps(changed).encode()
        if read:
            assert read_as(BenchmarkInput, text)
        else:
            with pytest.raises(InputInvalid, match=r"^数值超出范围，应不大于1000000$"):
                read_as(BenchmarkInput, text)


DECIDED = {
    "on": "2026-03-02",
    "conduct": [2],
    "grades": [{"item": item, "grade": 1} for item in range(1, 7)],
    "severity": "minor",
    "measures": [{"item": 5, "years": 4}],
}


def test_what_was_decided_is_held_against_what_is_proposed(tmp_path):
    asked = read_as(COMMANDS["propose-severity"].input, json.dumps(DECIDED).encode())
    decision = SanctionFacts(
        date(2026, 3, 2), (2,), (MeasureFact(5, years=4),), severity=Severity.MINOR
    )
    assert asked.decision() == decision
    file = tmp_path / "benchmark.json"
    file.write_text(json.dumps(BENCHMARK), encoding="utf-8")
    options = Options(True, TODAY, frame(Request("propose-severity", benchmark=str(file))))
    found = answer(COMMANDS["propose-severity"], json.dumps(DECIDED).encode(), options)
    assert [one["code"] for one in found["departures"]] == ["departs_from_proposal"]


def test_readings_are_joined_and_the_last_of_a_name_counts(tmp_path):
    file = tmp_path / "readings.json"
    file.write_text('{"G14": "never", "C9": "inform_social_body"}', encoding="utf-8")
    both = {"G14": "with_reason", "C9": "inform_social_body", "G10": "from_completed"}
    assert readings((str(file), "G14=with_reason", "G10=from_completed")) == both
    assert readings(("G14=with_reason", str(file)))["G14"] == "never"
    assert readings(()) == {}
    with pytest.raises(UnknownReading, match=r"^解读G14不能取“never=x”$"):
        readings(("G14=never=x",))
    file.write_text('{"G14": 1}', encoding="utf-8")
    with pytest.raises(InputInvalid) as refused:
        readings((str(file),))
    assert (refused.value.code, refused.value.where) == ("invalid_type", "G14")


def test_the_frame_is_what_the_options_name(tmp_path):
    ours, benchmark = tmp_path / "ours.json", tmp_path / "benchmark.json"
    example = (ROOT / "docs" / "examples" / "unit-overlay.json").read_bytes()
    ours.write_bytes(example)
    benchmark.write_text(json.dumps(BENCHMARK), encoding="utf-8")
    asked = Request("x", overlays=(str(ours),), readings=("G14=never",), benchmark=str(benchmark))
    found = frame(asked)
    assert [one.number for one in found.overlays] == ["示例大学〔2026〕8号"]
    assert (found.readings, found.benchmark.title) == ({"G14": "never"}, BENCHMARK["title"])
    context = found.context((N221, S84))
    assert context.instruments == (N221, S84)
    assert (context.overlays, context.benchmark) == (found.overlays, found.benchmark)
    assert context.reading("G14") == "never"
    assert found.context((N221, S84)) is context
    empty = frame(Request("x"))
    assert (empty.overlays, empty.readings, empty.benchmark) == ((), {}, None)
    assert empty.context((N221,)) == default_context((N221,))


COMPLAINT = {
    "respondent_identified": True,
    "within_scope": True,
    "facts_stated": True,
    "checkable_lead": True,
    "competent": True,
}
DUE = COMMANDS["due-date"]
TOLD = json.dumps({"rule": "acceptance", "start": "2026-03-02"}).encode()


def test_explanations_are_added_to_the_whole_answer():
    whole = answer(DUE, TOLD, Options(True, TODAY))
    options = Options(True, TODAY, explain=True)
    assert explained(DUE, TOLD, options) == {**whole, "explanations": []}
    assert json.loads(reply(DUE, TOLD, options)) == json.loads(
        json.dumps({**whole, "explanations": []})
    )
    asked = Options(False, TODAY, why_not="")
    assert set(json.loads(reply(DUE, TOLD, asked))) == {*whole, "why_not"} - {"days"}
    plain = json.loads(reply(DUE, TOLD, Options(False, TODAY)))
    assert set(plain) == set(whole) - {"days"}


def test_what_day_it_is_counts_where_no_day_is_told():
    told = {"respondent": {"kind": "person", "unit": "甲大学"}}
    for command, given in (("find-jurisdiction", told), ("check-complaint", COMPLAINT)):
        text = json.dumps(given).encode()
        early = Options(True, date(2022, 8, 24))
        with pytest.raises(InstrumentNotInForce):
            answer(COMMANDS[command], text, early)
        on = json.dumps({**given, "on": "2022-08-25"}).encode()
        assert answer(COMMANDS[command], on, early) == answer(
            COMMANDS[command], text, Options(True, TODAY)
        )


def test_a_question_in_which_every_name_stands_twice_is_refused():
    text = TOLD[:-1] + b"," + TOLD[1:]
    with pytest.raises(InputInvalid) as refused:
        answer(DUE, text, Options(True, TODAY))
    assert (refused.value.code, refused.value.where) == ("duplicate_field", "rule")


def test_the_frame_of_a_question_without_options_is_the_built_in_one():
    assert Frame().context(()) is default_context(())
    assert (Frame().overlays, Frame().readings, Frame().benchmark) == ((), {}, None)


def test_the_files_the_options_name_have_a_shape_each():
    assert dict(SHAPES) == {
        "overlay": OverlayInput,
        "readings": ReadingsInput,
        "benchmark": BenchmarkInput,
    }


def test_the_shapes_are_those_of_the_json_written_and_read():
    found = schema(COMMANDS["check-integrity"])
    assert list(found) == ["input", "output", "explained"]
    assert found["input"]["required"] == ["on", "kind", "purpose"]
    # What is always written is required, under the name it is written with.
    assert found["output"]["required"] == list(found["output"]["properties"])
    assert list(found["output"]["$defs"]["WindowOutput"]["properties"]) == [
        "from",
        "to",
        "citation",
    ]
    change = found["explained"]["$defs"]["ChangeOutput"]
    assert list(change["properties"])[:4] == ["place", "op", "from", "to"]
    due = schema(DUE)["output"]
    assert due["required"] == [name for name in due["properties"] if name != "days"]
