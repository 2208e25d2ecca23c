"""The commands as outside programs call them, ``rules.__main__``: exits, errors, lines, schemas."""

import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.edge.commands import COMMANDS, Options, answer, schema
from rules.edge.discretion import ProposalOutput
from rules.edge.integrity import IntegrityOutput
from rules.edge.outputs import (
    AppealOutput,
    ComplaintOutput,
    DueDateOutput,
    JurisdictionOutput,
    RouteOutput,
    SanctionsOutput,
)
from rules.edge.supervision import ToleranceOutput
from rules.errors import RuleInputError
from tests.rules.ask import ROOT, TODAY, ask, run
from tests.rules.test_appeals import FIRST
from tests.rules.test_complaints import GOOD
from tests.rules.test_filing import LOCAL

SANCTION = {"on": "2024-07-01", "conduct": [1], "measures": [{"item": 2}]}
EXAMPLES = {
    "check-sanctions": SANCTION,
    "due-date": {"rule": "acceptance", "start": "2026-03-02"},
    "check-complaint": GOOD,
    "check-appeal": FIRST,
    "submission-route": LOCAL,
    "find-jurisdiction": {"respondent": {"kind": "person", "unit": "甲大学"}},
    "check-integrity": {
        "on": "2026-03-02",
        "kind": "person",
        "purpose": "activity",
        "decisions": [{"effective": "2025-01-10", "measures": [{"item": 5, "years": 3}]}],
    },
    "propose-severity": {
        "on": "2026-03-02",
        "conduct": [1],
        "grades": [{"item": item, "grade": 1} for item in range(1, 7)],
    },
    "check-tolerance": {"on": "2026-03-02", "goal_missed": True, "proved": ["goal_missed"]},
}
OUTPUTS = {
    "check-sanctions": SanctionsOutput,
    "due-date": DueDateOutput,
    "check-complaint": ComplaintOutput,
    "check-appeal": AppealOutput,
    "submission-route": RouteOutput,
    "find-jurisdiction": JurisdictionOutput,
    "check-integrity": IntegrityOutput,
    "propose-severity": ProposalOutput,
    "check-tolerance": ToleranceOutput,
}


def text(value) -> str:
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.parametrize("command", EXAMPLES)
def test_reads_standard_input_and_exits_0(command):
    done = run(command, given=text(EXAMPLES[command]))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 1
    OUTPUTS[command].model_validate_json(done.stdout)


def test_reads_a_file_and_answers_an_unlawful_decision_with_0(tmp_path):
    file = tmp_path / "decision.json"
    file.write_text(text({**SANCTION, "severity": "minor"}), encoding="utf-8")
    done = run("check-sanctions", str(file))
    assert done.returncode == 0
    assert json.loads(done.stdout)["lawful"] is False


def test_bad_input_exits_2_with_nothing_on_standard_output():
    done = run("check-sanctions", given=text({**SANCTION, "conduct": [9]}))
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads(done.stderr)["error"].keys() == {"code", "message", "where"}


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("lunch",),
        ("schema",),
        ("schema", "lunch"),
        ("check-sanctions", "--loud"),
        ("check-sanctions", "/nowhere/at/all.json"),
        ("check-sanctions", "a", "b"),
    ],
)
def test_a_bad_command_line_exits_2(arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads(done.stderr)["error"]["code"] == "usage"


def test_lines_are_answered_in_order_and_bad_ones_in_their_place():
    lines = [text({**SANCTION, "severity": "minor"}), "nonsense", text(SANCTION), ""]
    done = run("check-sanctions", "--lines", given="\n".join(lines) + "\n")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [one.get("lawful") for one in found] == [False, None, True, None]
    assert [one.get("error", {}).get("code") for one in found] == [
        None,
        "invalid_json",
        None,
        "invalid_json",
    ]


def test_good_lines_exit_0_even_without_a_last_line_break():
    done = run(
        "due-date", "--lines", "--no-days", given="\n".join([text(EXAMPLES["due-date"])] * 3)
    )
    assert done.returncode == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["due"] for one in answers] == ["2026-03-23"] * 3
    assert all("days" not in one for one in answers)


@pytest.mark.parametrize("command", COMMANDS)
def test_schema(command):
    found = schema(COMMANDS[command])
    assert found["input"]["additionalProperties"] is False
    done = run("schema", command) if command == "due-date" else None
    if done is not None:
        assert done.returncode == 0
        assert json.loads(done.stdout) == json.loads(json.dumps(found))
    answered = ask(command, EXAMPLES[command])
    assert set(found["output"]["properties"]) == set(answered)
    written = COMMANDS[command].output.model_validate_json(json.dumps(answered), strict=False)
    assert written.model_dump(mode="json", by_alias=True) == answered


def test_what_is_shown_as_null_or_empty_may_be_absent():
    assert ask("due-date", {"rule": "acceptance", "start": "2026-03-02"})["due"] == "2026-03-23"
    empty = {"false": False, "null": None, "0": 0}
    short = {k: v for k, v in GOOD.items() if v not in empty.values()}
    assert ask("check-complaint", short) == ask("check-complaint", GOOD)
    short = {k: v for k, v in FIRST.items() if v is not False}
    assert ask("check-appeal", short) == ask("check-appeal", FIRST)


def test_complaints_and_competence_default_to_today():
    today = {k: v for k, v in GOOD.items() if k != "on"}
    assert ask("check-complaint", today)["advice"] == "accept"


def test_needs_nothing_but_pydantic():
    program = (
        "import sys; import rules.cli; "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "('django', 'celery', 'chinese_calendar', 'holidays', 'sqlite3', 'requests', 'urllib3')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", cwd=ROOT, check=True
    )
    assert done.stdout.strip() == "[]"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(EXAMPLES)), st.data())
def test_no_input_breaks_a_command(command, data):
    example = dict(EXAMPLES[command])
    for field in data.draw(st.lists(st.sampled_from(sorted(example)), max_size=3)):
        example[field] = data.draw(JSON)
    try:
        found = answer(COMMANDS[command], json.dumps(example).encode(), Options(True, TODAY))
    except RuleInputError as refused:
        assert refused.code and refused.message
    else:
        OUTPUTS[command].model_validate_json(json.dumps(found))


def test_whoever_has_read_enough_may_close_the_answers():
    line = text(SANCTION) + "\n"
    with subprocess.Popen(
        [sys.executable, "-m", "rules", "check-sanctions", "--lines"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdout.close()
        try:
            process.stdin.write(line * 2_000)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr.read() == ""
        assert process.wait(20) == 0
