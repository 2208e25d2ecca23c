"""What the environment decides, and when the platform refuses to start."""

import base64
import json
import os
import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from misconduct.env import BASE_DIR, Environment, database

KEY = base64.b64encode(b"k" * 32).decode()
PRODUCTION = {
    "debug": False,
    "secret_key": "x" * 50,
    "sealing_keys": json.dumps({"2026": KEY}),
    "sealing_current": "2026",
    "blind_index_key": KEY,
}


def test_without_a_key_this_is_the_development_shape(tmp_path: Path) -> None:
    env = Environment(debug=None, demo=None, secret_key=None, var_dir=tmp_path)
    assert env.debug and env.demo and not env.https
    assert env.hosts == ["127.0.0.1", "127.0.0.1", "localhost", "[::1]"]


def test_development_keys_are_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    first = Environment(debug=True, secret_key=None, var_dir=tmp_path).keys
    second = Environment(debug=True, secret_key=None, var_dir=tmp_path).keys
    assert first == second
    file = next(tmp_path.glob("*keys*"))
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o600


def test_production_starts_with_keys_of_its_own(tmp_path: Path) -> None:
    env = Environment(**PRODUCTION, var_dir=tmp_path)
    assert env.keys.sealing_keys == {"2026": KEY}
    assert env.https and not env.demo and env.hosts == []


def test_lists_are_separated_by_commas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example.cn, b.example.cn")
    monkeypatch.setenv("TRUSTED_ORIGINS", "https://a.example.cn")
    env = Environment(**PRODUCTION, var_dir=tmp_path)
    assert env.hosts == ["a.example.cn", "b.example.cn"]
    assert env.origins == ["https://a.example.cn"]


def test_every_variable_is_explained() -> None:
    page = (BASE_DIR / "docs" / "deployment.md").read_text(encoding="utf-8")
    missing = [name for name in Environment.model_fields if f"`{name.upper()}`" not in page]
    assert missing == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"secret_key": None}, "SECRET_KEY"),
        ({"secret_key": "short"}, "SECRET_KEY"),
        ({"secret_key": "development-" + "x" * 50}, "development key"),
        ({"sealing_keys": None}, "SEALING_KEYS"),
        ({"sealing_keys": "not json"}, "SEALING_KEYS"),
        ({"sealing_keys": json.dumps({"2026": "c2hvcnQ="})}, "32"),
        ({"sealing_current": "2025"}, "SEALING_CURRENT"),
        ({"blind_index_key": None}, "BLIND_INDEX_KEY"),
        ({"blind_index_key": "?"}, "BLIND_INDEX_KEY"),
    ],
)
def test_production_refuses_to_start(
    tmp_path: Path, change: dict[str, str | None], named: str
) -> None:
    env = Environment(**{**PRODUCTION, **change}, var_dir=tmp_path)
    with pytest.raises(ImproperlyConfigured, match=named) as refusal:
        _ = env.keys
    english, chinese = str(refusal.value).split("\n")
    assert english.isascii() and not chinese.isascii()


def test_a_development_key_under_another_name_is_still_refused(tmp_path: Path) -> None:
    made = Environment(debug=True, secret_key=None, var_dir=tmp_path).keys
    copied = json.dumps({"2026": made.sealing_keys[made.sealing_current]})
    env = Environment(**{**PRODUCTION, "sealing_keys": copied}, var_dir=tmp_path)
    with pytest.raises(ImproperlyConfigured, match="development key"):
        _ = env.keys


def test_sqlite_writers_queue_and_commits_are_on_the_disk() -> None:
    options = database("sqlite:////tmp/x.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "synchronous=FULL" in options["init_command"]


def test_a_postgresql_address_with_everything() -> None:
    entry = database("postgresql://u:p%40ss@db.local:5433/cases?sslmode=require")
    assert (entry["NAME"], entry["USER"], entry["PASSWORD"]) == ("cases", "u", "p@ss")
    assert (entry["HOST"], entry["PORT"]) == ("db.local", "5433")
    assert entry["OPTIONS"] == {"sslmode": "require"}


def test_another_database_is_refused_by_name() -> None:
    with pytest.raises(ImproperlyConfigured, match="mysql"):
        database("mysql://localhost/cases")
