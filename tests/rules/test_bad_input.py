"""Input the law cannot answer: for each mistake a named error with its place, on one table."""

import json
from datetime import date

import pytest

from rules.edge.commands import COMMANDS, Options, answer
from rules.edge.overlay import load_overlay
from rules.errors import RuleInputError
from tests.rules.ask import ROOT, TODAY
from tests.rules.test_appeals import FIRST
from tests.rules.test_complaints import GOOD
from tests.rules.test_edge_fuzz import call

SANCTION = {"on": "2024-07-01", "conduct": [1], "measures": [{"item": 2}]}
CLOCK = {"rule": "investigation", "start": "2026-03-02"}
FILING = {"decided_by": "local", "measures": [{"item": 13}], "effective": "2026-03-02"}
CASE = {"respondent": {"kind": "person", "unit": "甲大学"}, "on": "2026-03-02"}
INTEGRITY = {"on": "2026-03-02", "kind": "person", "purpose": "activity"}


def text(value) -> str:
    return json.dumps(value, ensure_ascii=False)


def raw(extra: str) -> str:
    """A question about a clock with some text as it stands at its end."""
    return text(CLOCK)[:-1] + f", {extra}}}"


BAD = [
    ("check-sanctions", "{", "invalid_json", ""),
    ("check-sanctions", "[]", "invalid_type", ""),
    ("check-sanctions", "", "invalid_json", ""),
    ("check-sanctions", text({**SANCTION, "colour": 1}), "unknown_field", "colour"),
    ("check-sanctions", text({"conduct": [1], "measures": []}), "missing_field", "on"),
    ("check-sanctions", text({**SANCTION, "conduct": [9]}), "number_out_of_range", "conduct.0"),
    ("check-sanctions", text({**SANCTION, "conduct": [True]}), "invalid_type", "conduct.0"),
    ("check-sanctions", text({**SANCTION, "conduct": ["1"]}), "invalid_type", "conduct.0"),
    ("check-sanctions", text({**SANCTION, "conduct": []}), "conduct_missing", "conduct"),
    ("check-sanctions", text({**SANCTION, "severity": "grave"}), "unknown_code", "severity"),
    ("check-sanctions", text({**SANCTION, "lenient": ["kind"]}), "unknown_code", "lenient.0"),
    ("check-sanctions", text({**SANCTION, "on": "2024-02-30"}), "invalid_date", "on"),
    ("check-sanctions", text({**SANCTION, "on": 1719792000}), "invalid_date", "on"),
    ("check-sanctions", text({**SANCTION, "on": "2020-01-01"}), "instrument_not_in_force", "on"),
    (
        "check-sanctions",
        text({**SANCTION, "instruments": ["鲁科字〔2024〕84号"]}),
        "instrument_not_in_force",
        "on",
    ),
    (
        "check-sanctions",
        text({**SANCTION, "instruments": ["国科发监〔2022〕221号", "19号令"]}),
        "unknown_instrument",
        "instruments.1",
    ),
    (
        "check-sanctions",
        text({**SANCTION, "measures": [{"item": 2, "years": 1}]}),
        "term_not_allowed",
        "measures.0.years",
    ),
    (
        "check-sanctions",
        text({**SANCTION, "measures": [{"item": 3, "permanent": True}]}),
        "term_not_allowed",
        "measures.0.permanent",
    ),
    (
        "check-sanctions",
        text({**SANCTION, "measures": [{"item": 5, "years": 1, "permanent": True}]}),
        "term_invalid",
        "measures.0.permanent",
    ),
    (
        "check-sanctions",
        text({**SANCTION, "measures": [{"item": 5, "years": 0}]}),
        "number_out_of_range",
        "measures.0.years",
    ),
    (
        "check-sanctions",
        text({**SANCTION, "measures": [{"item": 5, "months": -3}]}),
        "number_out_of_range",
        "measures.0.months",
    ),
    (
        "check-sanctions",
        text({**SANCTION, "respondent": {"kind": "organisation", "party_member": True}}),
        "organisation_status",
        "respondent.party_member",
    ),
    (
        "check-sanctions",
        text({**SANCTION, "respondent": {"kind": "organisation", "public_servant": True}}),
        "organisation_status",
        "respondent.public_servant",
    ),
    ("check-sanctions", text({**SANCTION, "article_31": True}), "article_31_person", "article_31"),
    ("due-date", text({"rule": "lunch", "start": "2026-03-02"}), "unknown_code", "rule"),
    (
        "due-date",
        text({"rule": "investigation", "start": "2026-03-02", "extension_months": -1}),
        "number_out_of_range",
        "extension_months",
    ),
    ("check-appeal", text({**FIRST, "lodged": "2026-02-01"}), "dates_reversed", "lodged"),
    # The day, the office and the papers in an order that cannot have been.
    ("check-appeal", text({**FIRST, "received": "2026-02-09"}), "dates_reversed", "received"),
    ("check-appeal", text({**FIRST, "level": 3}), "number_out_of_range", "level"),
    ("check-appeal", text({**FIRST, "appellant": "friend"}), "unknown_code", "appellant"),
    (
        "due-date",
        text({**CLOCK, "suspensions": [["2026-04-02", "2026-04-01"]]}),
        "dates_reversed",
        "suspensions.0",
    ),
    (
        "due-date",
        text({**CLOCK, "suspensions": [["2026-04-02", None], ["2026-03-01", None]]}),
        "dates_reversed",
        "suspensions.1",
    ),
    (
        "due-date",
        text({**CLOCK, "suspensions": [["2026-04-02"]]}),
        "missing_field",
        "suspensions.0.1",
    ),
    (
        "due-date",
        text({**CLOCK, "suspensions": [["2026-04-02"] * 3]}),
        "invalid_value",
        "suspensions.0",
    ),
    (
        "submission-route",
        text({**FILING, "received_by_province": "2026-03-01"}),
        "dates_reversed",
        "received_by_province",
    ),
    ("submission-route", text({**FILING, "decided_by": "moon"}), "unknown_code", "decided_by"),
    # Days that nothing covers.
    ("due-date", text({**CLOCK, "start": "9999-12-31"}), "date_not_covered", "start"),
    (
        "due-date",
        text({"rule": "acceptance", "start": "2009-12-30", "on": "2024-01-01"}),
        "date_not_covered",
        "start",
    ),
    ("due-date", text({**CLOCK, "start": "2022-08-24"}), "instrument_not_in_force", "start"),
    ("due-date", text({**CLOCK, "on": "2022-08-24"}), "instrument_not_in_force", "on"),
    (
        "check-appeal",
        text({**FIRST, "served": "2022-08-24"}),
        "instrument_not_in_force",
        "served",
    ),
    ("check-appeal", text({**FIRST, "on": "2022-08-24"}), "instrument_not_in_force", "on"),
    (
        "submission-route",
        text({**FILING, "effective": "2022-08-24"}),
        "instrument_not_in_force",
        "effective",
    ),
    ("submission-route", text({**FILING, "on": "2022-08-24"}), "instrument_not_in_force", "on"),
    (
        "due-date",
        text({"rule": "supervision_notice", "start": "2024-12-31"}),
        "instrument_not_in_force",
        "start",
    ),
    ("check-complaint", text({**GOOD, "on": "2022-08-24"}), "instrument_not_in_force", "on"),
    # A text known by name only does not govern.
    (
        "check-sanctions",
        text({**SANCTION, "instruments": ["国科发监〔2019〕323号"]}),
        "text_not_held",
        "instruments.0",
    ),
    # Parties that cannot be what they are said to be.
    (
        "find-jurisdiction",
        text({**CASE, "respondent": {"kind": "organisation", "is_head": True}}),
        "facts_contradict",
        "respondent",
    ),
    (
        "find-jurisdiction",
        text(
            {
                **CASE,
                "matter": {"kind": "paper", "authors": [{"name": "甲"}], "corresponding": ["乙"]},
            }
        ),
        "facts_contradict",
        "matter.corresponding.0",
    ),
    (
        "find-jurisdiction",
        text({"respondent": {"kind": "person", "unit": ""}}),
        "invalid_value",
        "respondent.unit",
    ),
    ("check-integrity", text({**INTEGRITY, "open_cases": -1}), "number_out_of_range", "open_cases"),
    ("check-integrity", text({**INTEGRITY, "purpose": "holiday"}), "unknown_code", "purpose"),
    # Text that is not one JSON object, or not one reading of it.
    ("due-date", "null", "invalid_type", ""),
    ("due-date", "3", "invalid_type", ""),
    ("due-date", "[" * 5000, "invalid_json", ""),
    ("due-date", '{"rule":' * 5000, "invalid_json", ""),
    ("due-date", "\ufeff" + text(CLOCK), "invalid_json", ""),
    ("due-date", text(CLOCK) * 2, "invalid_json", ""),
    ("due-date", raw('"start": "2026-03-03"'), "duplicate_field", "start"),
    ("due-date", raw('"rule": "investigation"'), "duplicate_field", "rule"),
    (
        "check-sanctions",
        '{"on": "2024-07-01", "conduct": [1], "measures": [{"item": 2}, {"item": 5, "item": 2}]}',
        "duplicate_field",
        "measures.1.item",
    ),
    ("due-date", raw('"extension_months": NaN'), "invalid_type", "extension_months"),
    ("due-date", raw('"extension_months": Infinity'), "invalid_type", "extension_months"),
    ("due-date", raw('"extension_months": 1e400'), "invalid_type", "extension_months"),
    ("due-date", raw('"extension_months": 1.0'), "invalid_type", "extension_months"),
    ("due-date", raw('"extension_months": 1201'), "number_out_of_range", "extension_months"),
    (
        "due-date",
        raw(f'"extension_months": 1{"0" * 30}'),
        "number_out_of_range",
        "extension_months",
    ),
    ("due-date", raw(f'"extension_months": 1{"0" * 5000}'), "invalid_json", ""),
    ("due-date", raw('"on": "0000-01-01"'), "invalid_date", "on"),
    ("due-date", raw('"on": "2026-03-02T00:00:00"'), "invalid_date", "on"),
]


@pytest.mark.parametrize(("command", "given_", "code", "where"), BAD)
def test_bad_input_is_a_named_error_with_its_place(command, given_, code, where):
    with pytest.raises(RuleInputError) as refused:
        answer(COMMANDS[command], given_.encode(), Options(True, TODAY))
    assert (refused.value.code, refused.value.where) == (code, where)
    assert any("\u4e00" <= char <= "\u9fff" for char in refused.value.message)


@pytest.mark.parametrize("given_", [b"\xff", text(CLOCK).encode("utf-16"), b"\x00", b""])
def test_bytes_that_are_not_text_are_no_json(given_):
    code, out, err = call(given_, "due-date")
    assert (code, out) == (2, b"")
    assert json.loads(err)["error"]["code"] == "invalid_json"


def test_the_other_mistakes_are_counted():
    code, _, err = call(b"{}", "check-sanctions")
    assert (code, json.loads(err)["error"]["message"]) == (2, "缺少该字段（另有2处错误）")


def test_a_colon_in_a_name_is_not_a_field_told_twice():
    named = {**CASE, "respondent": {"kind": "person", "unit": "甲大学：a:b"}}
    found = answer(COMMANDS["find-jurisdiction"], text(named).encode(), Options(True, TODAY))
    assert found["candidates"][0]["organisation"] == "甲大学：a:b"


EXAMPLE = json.loads((ROOT / "docs" / "examples" / "unit-overlay.json").read_text("utf-8"))


def overlay_with(value) -> bytes:
    first, *rest = EXAMPLE["parameters"]
    return text({**EXAMPLE, "parameters": [{**first, "value": value}, *rest]}).encode()


@pytest.mark.parametrize("value", ["10", 1.5, None, {"over": -1}, {"below": 3}, [1, "2"]])
def test_a_value_of_no_kind_at_all_has_one_place(value):
    with pytest.raises(RuleInputError) as refused:
        load_overlay(overlay_with(value))
    assert (refused.value.code, refused.value.where) == ("invalid_type", "parameters.0.value")
    assert refused.value.message == "应为整数、是否、项号的列表或年数幅度"


def test_a_file_of_rules_without_a_title_names_the_field():
    cut = {name: value for name, value in EXAMPLE.items() if name != "title"}
    with pytest.raises(RuleInputError) as refused:
        load_overlay(text(cut).encode())
    assert (refused.value.code, refused.value.where) == ("missing_field", "title")


def test_the_example_is_read_with_every_field():
    one = load_overlay(text(EXAMPLE).encode())
    assert (one.number, one.organisation) == ("示例大学〔2026〕8号", "示例大学")
    assert (one.since, one.until, one.checked) == (date(2026, 3, 1), None, date(2026, 11, 24))
    assert one.citation.text == "本细则自2026年3月1日起施行"
    assert [(p.name, p.value, p.unit) for p in one.parameters[:4]] == [
        ("deadline.acceptance", 10, "working_days"),
        ("deadline.acceptance", 7, "working_days"),
        ("quorum.panel", 7, "persons"),
        ("tier.major.term", {"from": 1, "under": 3}, "years"),
    ]


CHOICES = [
    (("--overlay",), "usage", "--overlay", "选项--overlay后应写明文件或取值"),
    (("--overlay=",), "usage", "--overlay", "选项--overlay后应写明文件或取值"),
    (("--overlay", "/nowhere"), "usage", "/nowhere", "不能读取文件/nowhere（没有该文件）"),
    (("--overlay", "/tmp"), "usage", "/tmp", "不能读取文件/tmp（是目录，不是文件）"),
    (
        ("--benchmark", "/tmp"),
        "usage",
        "--benchmark",
        "check-sanctions不使用选项--benchmark，该选项只用于propose-severity",
    ),
    (("a\0b",), "usage", "a\0b", "不能读取文件a\0b（请核对文件名和权限）"),
    (("--lines=3",), "usage", "--lines=3", "没有选项--lines=3"),
    (("--readings", "G99=x"), "unknown_reading", "readings", "没有名为“G99”的解读"),
    (("--readings", "G14=x"), "unknown_reading", "readings", "解读G14不能取“x”"),
    (("--why-not=moon",), "unknown_code", "why_not", "目标没有“moon”"),
    (("a", "b"), "usage", "b", "参数过多"),
]


@pytest.mark.parametrize(("options", "code", "where", "message"), CHOICES)
def test_a_bad_option_is_named(options, code, where, message):
    exit_code, out, err = call(text(SANCTION).encode(), "check-sanctions", *options)
    assert (exit_code, out) == (2, b"")
    assert json.loads(err) == {"error": {"code": code, "message": message, "where": where}}


EXEMPTION = {**SANCTION, "measures": [], "lenient": ["retracted_before_report"]}


def test_readings_are_chosen_by_name_or_by_file_and_the_last_counts(tmp_path):
    file = tmp_path / "readings.json"
    file.write_text('{"G14": "never"}', encoding="utf-8")
    given = text(EXEMPTION).encode()

    def lawful(*options: str) -> bool:
        code, out, _ = call(given, "check-sanctions", *options)
        assert code == 0
        return json.loads(out)["lawful"]

    assert lawful()
    assert not lawful("--readings", "G14=never")
    assert not lawful(f"--readings={file}")
    assert lawful(f"--readings={file}", "--readings=G14=with_reason")


def test_help_lists_every_command_and_option():
    code, out, err = call(b"", "--help")
    said = out.decode()
    assert (code, err) == (0, b"")
    assert all(name in said for name in (*COMMANDS, "overlay", "--why-not", "--benchmark"))
