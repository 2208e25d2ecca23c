"""Asking the rules as an outside program does: JSON through the commands."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from rules.edge.commands import COMMANDS, Options, answer

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)


def ask(command: str, given: dict[str, Any], *, days: bool = True) -> dict[str, Any]:
    """The answer of a command, without starting a process."""
    text = json.dumps(given).encode()
    found = answer(COMMANDS[command], text, Options(days, TODAY))
    return json.loads(json.dumps(found))


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """``python -m rules`` with these arguments and that standard input."""
    return subprocess.run(
        [sys.executable, "-m", "rules", *arguments],
        input=given,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )


def codes(found: dict[str, Any], level: str | None = None) -> list[str]:
    """The codes of the findings, of one level or of all."""
    return [f["code"] for f in found["findings"] if level in (None, f["level"])]
