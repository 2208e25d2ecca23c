"""The generated pages are those of the code, and the README leads a newcomer."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from misconduct.env import BASE_DIR
from misconduct.management.commands import render_docs
from misconduct.ops import charts

MACHINES = {"Complaint", "Case", "Respondent", "Decision", "Appeal", "Submission"}


def test_there_is_a_chart_of_each_machine() -> None:
    assert {model.__name__ for model, _field in charts.machines()} == MACHINES


def test_every_move_names_its_words_and_its_article() -> None:
    for model, field in charts.machines():
        for move in field.get_all_transitions(model):
            custom = move.custom or {}
            assert custom.get("label"), f"{model.__name__}.{move.name}"
            assert "条" in custom.get("article", ""), f"{model.__name__}.{move.name}"


def test_the_pages_in_docs_are_up_to_date() -> None:
    call_command("render_docs", check=True)


def test_a_stale_page_fails_the_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render_docs, "BASE_DIR", tmp_path)
    with pytest.raises(CommandError, match=r"docs/states\.md"):
        call_command("render_docs", check=True)
    call_command("render_docs")
    call_command("render_docs", check=True)
    (tmp_path / "docs" / "states.md").write_text("old")
    with pytest.raises(CommandError, match="stale"):
        call_command("render_docs", check=True)


def test_the_two_commands_stand_in_the_first_twenty_lines() -> None:
    head = (BASE_DIR / "README.md").read_text(encoding="utf-8").splitlines()[:20]
    assert any(line.startswith("git clone") for line in head)
    assert "make run" in head


def test_what_the_readme_points_to_is_there() -> None:
    text = (BASE_DIR / "README.md").read_text(encoding="utf-8")
    targets = [part.split(")")[0] for part in text.split("](")[1:]]
    assert targets
    missing = [t for t in targets if "://" not in t and not (BASE_DIR / t).exists()]
    assert missing == []


def test_the_lock_names_no_registry_and_pins_every_hash() -> None:
    lines = (BASE_DIR / "requirements.lock").read_text().splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("--")]
    pinned = [line for line in lines if "==" in line and not line.startswith(" ")]
    assert len(pinned) > 50
    assert all(line.endswith("\\") for line in pinned)
