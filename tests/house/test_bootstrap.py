"""Making a bare machine ready, and saying what to install where that is not allowed."""

import subprocess
import sys
from pathlib import Path

import pytest

from misconduct.env import BASE_DIR
from misconduct.ops import bootstrap

NONSENSE = "no-such-package-of-debian"


def test_a_package_that_is_not_installed_is_found() -> None:
    assert bootstrap.absent(["dpkg", NONSENSE]) == [NONSENSE]


def test_without_root_or_sudo_it_says_exactly_what_to_type(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(bootstrap, "privilege", lambda: None)
    with pytest.raises(SystemExit) as stopped:
        bootstrap.install_packages(["dpkg", NONSENSE])
    command = f"sudo apt-get install -y --no-install-recommends {NONSENSE}"
    assert str(stopped.value).count(command) == 2


def test_what_is_there_is_not_installed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "privilege", lambda: pytest.fail("asked for root"))
    bootstrap.install_packages(["dpkg"])


def test_the_stamp_follows_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "requirements.lock"
    monkeypatch.setattr(bootstrap, "LOCK", lock)
    lock.write_text("a==1")
    first = bootstrap.wanted()
    lock.write_text("a==2")
    assert bootstrap.wanted() != first


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"3\.11"):
        bootstrap.prepare("install")


def test_it_runs_on_the_bare_standard_library() -> None:
    script = BASE_DIR / "misconduct" / "ops" / "bootstrap.py"
    isolated = [sys.executable, "-I", "-S", str(script), "--help"]
    assert "run" in subprocess.run(isolated, capture_output=True, text=True, check=True).stdout
