"""The command line without starting a process: what is written, where, and the exit code."""

import io
import json
import sys
from datetime import date

import pytest

from rules.cli import main
from rules.edge.commands import COMMANDS, schema
from rules.edge.files import SHAPES
from tests.rules.ask import TODAY

DUE = {"rule": "acceptance", "start": "2026-03-02"}


@pytest.fixture
def call(capsysbinary, monkeypatch):
    """Exit code, what stands on standard output, what on standard error."""

    def called(*arguments, given=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = main(arguments, TODAY)
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode()

    return called


def test_an_answer_is_one_line(call):
    code, out, err = call("due-date", "--no-days", given=json.dumps(DUE).encode())
    assert (code, err, out.count("\n")) == (0, "", 1)
    found = json.loads(out)
    assert (found["due"], "days" in found) == ("2026-03-23", False)


def test_a_file_is_answered_with_the_account_of_the_days(call, tmp_path):
    file = tmp_path / "a.json"
    file.write_text(json.dumps(DUE))
    code, out, _ = call("due-date", str(file))
    assert (code, len(json.loads(out)["days"])) == (0, 21)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_the_shapes_of_a_command(call, command):
    code, out, err = call("schema", command)
    assert (code, json.loads(out), err) == (0, schema(COMMANDS[command]), "")


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_the_shape_of_a_file(call, shape):
    code, out, err = call("schema", shape)
    assert (code, json.loads(out), err) == (0, {"input": SHAPES[shape].model_json_schema()}, "")


def test_help_names_every_command_and_shape(call):
    code, out, err = call("--help")
    assert (code, err) == (0, "")
    assert f"命令：{'、'.join(COMMANDS)}\n" in out
    assert f"（schema）：{'、'.join(SHAPES)}\n" in out


def test_what_cannot_be_used_is_said_on_standard_error(call):
    code, out, err = call("due-date", "--fast")
    error = {"code": "usage", "message": "没有选项--fast", "where": "--fast"}
    assert (code, out, json.loads(err)) == (2, "", {"error": error})
    assert err.endswith("}\n")


def test_lines_are_answered_in_order_and_one_bad_line_shows_in_the_exit_code(call):
    good = json.dumps(DUE).encode()
    code, out, _ = call("due-date", "--lines", "--no-days", given=good + b"\nno\n" + good + b"\n")
    answers = [json.loads(line) for line in out.splitlines()]
    assert (code, ["error" in answer for answer in answers]) == (2, [False, True, False])
    assert call("due-date", "--lines", given=b"") == (0, "", "")


@pytest.mark.parametrize("count", [255, 256, 257, 513])
def test_every_line_has_its_line_however_many_there_are(call, count):
    code, out, _ = call(
        "due-date", "--lines", "--no-days", given=(json.dumps(DUE) + "\n").encode() * count
    )
    assert (code, out.count("\n"), len(set(out.splitlines()))) == (0, count, 1)


def test_why_and_why_not_are_asked_by_option(call):
    given = json.dumps({**DUE, "extension_months": 7, "rule": "investigation"}).encode()
    _, plain, _ = call("due-date", "--no-days", given=given)
    _, why, _ = call("due-date", "--no-days", "--explain", given=given)
    _, why_not, _ = call("due-date", "--no-days", "--why-not", given=given)
    fields = set(json.loads(plain))
    assert set(json.loads(why)) - fields == {"explanations"}
    assert set(json.loads(why_not)) - fields == {"why_not"}
    _, lines, _ = call("due-date", "--no-days", "--explain", "--lines", given=given + b"\n")
    assert json.loads(lines) == json.loads(why)


def test_readings_named_by_option_are_used(call):
    given = json.dumps({"rule": "supervision_notice", "start": "2026-03-09"}).encode()
    _, out, _ = call("due-date", "--no-days", "--readings=supervision_days=clear_days", given=given)
    assert json.loads(out)["readings"] == ["G1", "supervision_days"]


def test_complaints_are_judged_by_the_law_of_today_unless_a_day_is_told(monkeypatch, capsysbinary):
    given = {
        "respondent_identified": True,
        "within_scope": True,
        "facts_stated": True,
        "checkable_lead": True,
        "competent": True,
    }
    for day, code in ((date(2022, 8, 24), 2), (date(2022, 8, 25), 0)):
        text = io.BytesIO(json.dumps(given).encode())
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(text))
        assert main(["check-complaint"], day) == code
    assert capsysbinary.readouterr().out.count(b"\n") == 1


def test_an_error_in_a_line_stands_in_its_place_and_to_the_letter(call):
    code, out, err = call("due-date", "--lines", given=b"{}\n")
    error = {"code": "missing_field", "message": "缺少该字段（另有1处错误）", "where": "rule"}
    assert (code, json.loads(out), err) == (2, {"error": error}, "")


DESCRIBED = {
    "check-sanctions": {"decided_by_itself"},
    "propose-severity": {"severity"},
    "check-integrity": {
        "effective",
        "number",
        "starts",
        "register_until",
        "removed_on",
        "committed",
    },
    "check-tolerance": {"proved", "original_records"},
}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_fields_whose_name_does_not_say_it_all_are_described(call, command):
    shape = json.loads(call("schema", command)[1])["input"]
    models = [shape, *shape.get("$defs", {}).values()]
    described = {
        name
        for model in models
        for name, field in model.get("properties", {}).items()
        if field.get("description")
    }
    assert described == {"instruments", *DESCRIBED.get(command, ())}


def test_of_many_lines_at_most_256_answers_are_held_back(monkeypatch):
    written = []

    class Recorder(io.BytesIO):
        def write(self, text):
            written.append(text.count(b"\n"))
            return len(text)

    line = json.dumps({**DUE, "start": "2026-03-02"}).encode() + b"\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line * 600)))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Recorder()))
    assert main(["due-date", "--no-days", "--lines"], TODAY) == 0
    assert sum(written) == 600
    assert 1 < max(written) <= 256
