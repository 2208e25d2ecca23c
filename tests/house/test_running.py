"""``manage.py up``: one command starts everything, one signal ends it without a trace."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from misconduct.env import BASE_DIR
from tests.support.ports import answers, free_port

STOP_SECONDS = 25


def environment(var: Path, port: int) -> dict[str, str]:
    """A data directory and a port of its own, no demonstration."""
    kept = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    mine = {"DJANGO_SETTINGS_MODULE": "misconduct.settings", "DEMO": "false", "DEBUG": "true"}
    return {**kept, **mine, "VAR_DIR": str(var), "PORT": str(port)}


def start(var: Path, port: int) -> subprocess.Popen[str]:
    """Start it as make does."""
    return subprocess.Popen(
        [sys.executable, "manage.py", "up"],
        cwd=BASE_DIR,
        env=environment(var, port),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def health(port: int) -> dict[str, str]:
    """What the health page says, whatever its status; empty while nobody answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return dict(json.load(answer))
    except urllib.error.HTTPError as error:
        return dict(json.load(error))
    except OSError:
        return {}


def greeting(platform: subprocess.Popen[str]) -> str:
    """What it prints until it has started; fails with that when it ends before."""
    printed = ""
    for line in platform.stdout or ():
        printed += line
        if "平台已启动" in line:
            return printed
    raise AssertionError(f"did not start:\n{printed}")


def left_over(var: Path) -> list[str]:
    """The processes that still know the data directory."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if f"VAR_DIR={var}".encode() in (entry / "environ").read_bytes():
                found.append((entry / "cmdline").read_text().replace("\0", " "))
        except OSError:
            continue
    return found


@pytest.fixture
def var(tmp_path: Path) -> Iterator[Path]:
    """The data directory; nothing that knows it may outlive the test."""
    yield tmp_path
    deadline = time.monotonic() + STOP_SECONDS
    while left_over(tmp_path) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_it_comes_up_whole_and_leaves_nothing_behind(var: Path, number: int) -> None:
    port = free_port()
    platform = start(var, port)
    assert f"http://127.0.0.1:{port}/" in greeting(platform)
    well = {"status": "ok", "database": "ok", "broker": "ok", "worker": "ok"}
    assert health(port) == well
    platform.send_signal(number)
    output, _ = platform.communicate(timeout=STOP_SECONDS)
    if number != signal.SIGKILL:
        assert platform.returncode == 0, output
        assert not answers(port)


def test_a_taken_port_is_named_with_the_way_out(var: Path) -> None:
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"],
        stderr=subprocess.DEVNULL,
    ) as other:
        while not answers(port):
            time.sleep(0.05)
        output, _ = start(var, port).communicate(timeout=STOP_SECONDS)
        other.terminate()
    assert f"端口 {port} 不能使用" in output
    assert "make run" in output


def test_production_without_keys_does_not_start(tmp_path: Path) -> None:
    refused = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=BASE_DIR,
        env={**environment(tmp_path, free_port()), "DEBUG": "false"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode != 0
    assert "请设置 SECRET_KEY" in refused.stderr
