"""Making the early years anew never loses a year whose notice was read."""

import io
import json

import pytest

from tests.rules import make_notices
from tests.rules.make_notices import TARGET


def verified():
    return [one for one in json.loads(TARGET.read_text(encoding="utf-8")) if one["verified"]]


@pytest.fixture
def target(tmp_path, monkeypatch):
    """A copy of the data file, so that a test cannot harm it."""
    copy = tmp_path / "notices.json"
    copy.write_text(TARGET.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(make_notices, "TARGET", copy)
    return copy


def given(monkeypatch, notices):
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in notices)
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))


def test_a_year_left_out_is_named_and_nothing_is_written(target, monkeypatch, capsys):
    before = target.read_text(encoding="utf-8")
    given(monkeypatch, verified()[-1:])
    with pytest.raises(SystemExit) as stopped:
        make_notices.main([])
    assert stopped.value.code == 2
    assert "2022, 2023, 2024, 2025 would be lost" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == before


def test_all_of_them_make_the_same_file(target, monkeypatch):
    before = target.read_text(encoding="utf-8")
    target.write_text(before.replace("2021-", "2020-"), encoding="utf-8")
    given(monkeypatch, verified())
    make_notices.main([])
    assert target.read_text(encoding="utf-8") == before


def test_help_reads_nothing(target, capsys):
    with pytest.raises(SystemExit) as stopped:
        make_notices.main(["--help"])
    assert stopped.value.code == 0
    assert "docs/clocks.md" in capsys.readouterr().out
