"""The examples of docs/command-line.md: each command as written, its input, what it answers."""

import io
import json
import re
import sys

import pytest

from rules.cli import main
from rules.edge.commands import COMMANDS, Options, respond
from rules.edge.files import SHAPES
from rules.explain import targets
from tests.rules.ask import ROOT, TODAY, holds

PAGE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(
    r"```sh\n\.venv/bin/python -m rules (?P<line>.+)\n```\n\n```json\n(?P<given>[^`]+)```\n\n"
    r"```json\n(?P<shown>[^`]+)```\n"
)
EXAMPLES = [found.group("line", "given", "shown") for found in EXAMPLE.finditer(PAGE)]


@pytest.mark.parametrize(("line", "given", "shown"), EXAMPLES)
def test_an_example_answers_as_shown(line, given, shown, monkeypatch, capsysbinary):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    code = main(line.split(), TODAY)
    answered = capsysbinary.readouterr()
    answers = [json.loads(one) for one in (answered.out + answered.err).splitlines()]
    expected = list(map(json.loads, shown.splitlines() if "--lines" in line else [shown]))
    assert len(answers) == len(expected)
    for found, part in zip(answers, expected, strict=True):
        assert set(part) <= set(found)
        for key in part:
            assert holds(found[key], part[key]), (key, found[key])
    assert code == (2 if any("error" in part for part in expected) else 0)
    assert bool(answered.err) == (code == 2 and "--lines" not in line)


def test_every_command_has_an_example_and_a_section():
    assert len(EXAMPLES) == PAGE.count("```sh") == 16
    assert {line.split()[0] for line, _, _ in EXAMPLES} == set(COMMANDS)
    assert re.findall(r"^## `(.+)`", PAGE, flags=re.M) == list(COMMANDS)


@pytest.mark.parametrize(
    "name",
    [
        *(".venv/bin/python -m rules schema " + name for name in (*SHAPES, "check-sanctions")),
        *("--lines", "--no-days", "--overlay", "--readings", "--benchmark"),
        *("--explain", "--why-not"),
        *("as_of", "by_state_council", "completed_by_province", "social_science"),
        "decided_by_itself",
    ],
)
def test_every_option_and_later_input_is_told(name):
    assert f"`{name}" in PAGE or f"```\n{name}\n" in PAGE or f"\n{name}\n" in PAGE


@pytest.mark.parametrize("command", COMMANDS)
def test_the_targets_of_why_not_stand_in_the_table(command):
    given = next(text for line, text, _ in EXAMPLES if line.split()[0] == command)
    answered = respond(COMMANDS[command], given.encode(), Options(False, TODAY))
    row = re.search(rf"^\| `{command}` \| (.+) \|$", PAGE, flags=re.M)
    assert row[1] == "、".join(f"`{one}`" for one in targets(answered))


def test_on_is_required_where_the_page_says_so():
    said = re.search(r"required for (.+?), today where", PAGE, flags=re.S)[1]
    required = {
        name
        for name, command in COMMANDS.items()
        if "on" in command.input.model_fields and command.input.model_fields["on"].is_required()
    }
    assert set(re.findall("`([a-z-]+)`", said)) == required


PIPED = re.compile(
    r"^echo '(?P<given>[^']+)' \| \.venv/bin/python -m rules (?P<line>.+)$", flags=re.M
)
OTHER_PAGES = [
    (page.name, *found.group("line", "given"))
    for page in sorted((ROOT / "docs").glob("*.md"))
    for found in PIPED.finditer(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize(("page", "line", "given"), OTHER_PAGES)
def test_a_line_of_another_page_runs(page, line, given, monkeypatch, capsysbinary):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert main(line.split(), TODAY) == 0
    assert "error" not in json.loads(capsysbinary.readouterr().out)


def test_the_pages_on_files_show_how_to_use_one():
    assert {page for page, _, _ in OTHER_PAGES} == {"discretion-benchmark.md", "unit-overlay.md"}
