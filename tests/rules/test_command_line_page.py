"""The examples of docs/command-line.md: each command as written, its input, what it answers."""

import io
import json
import re
import sys

import pytest

from rules.cli import main
from rules.edge.commands import COMMANDS
from tests.rules.ask import ROOT, TODAY, holds

PAGE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"```sh\npython -m rules (?P<line>.+)\n```\n\n```json\n(?P<given>[^`]+)```\n\n"
    r"```json\n(?P<shown>[^`]+)```\n"
)
EXAMPLES = [found.group("line", "given", "shown") for found in EXAMPLE.finditer(PAGE)]


@pytest.mark.parametrize(("line", "given", "shown"), EXAMPLES)
def test_an_example_answers_as_shown(line, given, shown, monkeypatch, capsysbinary):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert main(line.split(), TODAY) == 0
    found, expected = json.loads(capsysbinary.readouterr().out), json.loads(shown)
    assert set(expected) <= set(found)
    for key in expected:
        assert holds(found[key], expected[key]), (key, found[key])


def test_every_command_has_an_example_and_a_section():
    assert len(EXAMPLES) == PAGE.count("```sh") == 11
    assert {line.split()[0] for line, _, _ in EXAMPLES} == set(COMMANDS)
    assert re.findall(r"^## `(.+)`", PAGE, flags=re.M) == list(COMMANDS)


@pytest.mark.parametrize(
    "name",
    [
        *("--lines", "--no-days", "--overlay", "--readings", "--benchmark"),
        *("--explain", "--why-not"),
        *("as_of", "by_state_council", "completed_by_province", "social_science"),
        "decided_by_itself",
    ],
)
def test_every_option_and_later_input_is_told(name):
    assert f"`{name}" in PAGE
