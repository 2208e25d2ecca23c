"""Whatever comes in: an answer of the promised shape, or a named error; never a traceback."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.cli import main
from rules.edge.commands import COMMANDS, Options, answer, reply, schema
from rules.edge.writing import plain
from rules.errors import RuleInputError
from tests.rules.ask import TODAY
from tests.rules.shapes import JSON, valid

NAMES = sorted(COMMANDS)
OPTIONS = Options(True, TODAY)
SCHEMAS = {name: schema(COMMANDS[name]) for name in NAMES}
INPUTS = {name: valid(SCHEMAS[name]["input"]) for name in NAMES}
# What a well-shaped question may still be refused for: facts, codes and days, never the shape.
OF_FACTS = {
    "article_31_person",
    "conduct_missing",
    "date_not_covered",
    "dates_reversed",
    "facts_contradict",
    "instrument_not_in_force",
    "not_covered",
    "organisation_status",
    "term_invalid",
    "term_not_allowed",
}


@contextmanager
def standard_streams(text: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    out, err = io.BytesIO(), io.BytesIO()
    streams = {
        "stdin": mock.Mock(buffer=io.BytesIO(text)),
        "stdout": mock.Mock(buffer=out),
        "stderr": mock.Mock(buffer=err),
    }
    with mock.patch.multiple("sys", **streams):
        yield out, err


def call(text: bytes, *arguments: str) -> tuple[int, bytes, bytes]:
    """Exit code, standard output and standard error of a command line."""
    with standard_streams(text) as (out, err):
        code = main(arguments, TODAY)
    return code, out.getvalue(), err.getvalue()


def assert_is_error(found: Any) -> str:
    assert list(found) == ["error"]
    assert list(found["error"]) == ["code", "message", "where"]
    assert all(isinstance(value, str) for value in found["error"].values())
    assert found["error"]["code"] and found["error"]["message"]
    return found["error"]["code"]


def assert_answers_or_refuses(name: str, text: bytes) -> str | None:
    """One command line: the code of the error, None for an answer of the promised shape."""
    code, out, err = call(text, name)
    if code == 0:
        assert err == b"" and out.count(b"\n") == 1
        COMMANDS[name].output.model_validate_json(out, strict=False)
        return None
    assert (code, out) == (2, b"")
    return assert_is_error(json.loads(err))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), st.binary(max_size=60))
def test_random_bytes(name, text):
    assert assert_answers_or_refuses(name, text) is not None


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(NAMES), JSON)
def test_random_json(name, value):
    assert assert_answers_or_refuses(name, json.dumps(value).encode()) is not None


@settings(max_examples=1500, deadline=None)
@given(st.data())
def test_a_question_of_the_printed_shape_is_answered_or_its_facts_are_refused(data):
    name = data.draw(st.sampled_from(NAMES))
    text = json.dumps(data.draw(INPUTS[name]), ensure_ascii=False).encode()
    assert assert_answers_or_refuses(name, text) in {None, *OF_FACTS}


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if not isinstance(value, dict | list):
        return [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    return [path, *(found for key, one in inner for found in paths(one, (*path, key)))]


def replaced(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = value.copy()
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


@settings(max_examples=1000, deadline=None)
@given(st.data())
def test_a_question_with_something_else_in_one_place(data):
    name = data.draw(st.sampled_from(NAMES))
    question = data.draw(INPUTS[name])
    place = data.draw(st.sampled_from(paths(question)))
    changed = replaced(question, place, data.draw(JSON))
    assert_answers_or_refuses(name, json.dumps(changed).encode())


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_question_cut_off_or_with_a_byte_changed(data):
    name = data.draw(st.sampled_from(NAMES))
    text = json.dumps(data.draw(INPUTS[name]), ensure_ascii=False).encode()
    at = data.draw(st.integers(0, len(text) - 1))
    assert assert_answers_or_refuses(name, text[:at]) == "invalid_json"
    assert_answers_or_refuses(name, text[:at] + data.draw(st.binary(max_size=2)) + text[at + 1 :])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_lines_are_answered_as_one_by_one(data):
    name = data.draw(st.sampled_from(NAMES))
    line = INPUTS[name].map(lambda one: json.dumps(one).encode()) | st.sampled_from([b"", b"{"])
    lines = data.draw(st.lists(line, max_size=6))
    code, out, err = call(b"".join(one + b"\n" for one in lines), name, "--lines")
    alone = [call(one, name) for one in lines]
    assert err == b""
    assert code == (2 if any(one[0] == 2 for one in alone) else 0)
    assert out == b"".join(one[1] or one[2] for one in alone)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(["check-sanctions", "due-date"]), st.data(), st.booleans())
def test_what_is_written_from_pieces_is_what_is_written_whole(name, data, days):
    text = json.dumps(data.draw(INPUTS[name])).encode()
    options = Options(days, TODAY)
    try:
        pieces = reply(COMMANDS[name], text, options)
    except RuleInputError:
        return
    assert pieces == plain(mock.Mock(as_json=lambda: answer(COMMANDS[name], text, options)))


@pytest.mark.parametrize("lines", [0, 1, 255, 256, 257, 600])
def test_no_line_is_lost_where_they_are_written_together(lines):
    text = b'{"rule": "acceptance", "start": "2026-03-02"}\n' * lines
    code, out, err = call(text, "due-date", "--lines", "--no-days")
    assert (code, err) == (0, b"")
    assert [json.loads(one)["due"] for one in out.splitlines()] == ["2026-03-23"] * lines
    assert out.count(b"\n") == lines
