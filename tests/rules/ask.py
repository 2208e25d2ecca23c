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
PERMANENT = "permanent"


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


def holds(found: Any, shown: Any) -> bool:
    """Whether all that is shown is there: a list whole, an object perhaps in part."""
    if isinstance(shown, dict):
        return all(key in found and holds(found[key], shown[key]) for key in shown)
    if isinstance(shown, list):
        return len(found) == len(shown) and all(map(holds, found, shown))
    return bool(found == shown)


def codes(found: dict[str, Any], level: str | None = None) -> list[str]:
    """The codes of the findings, of one level or of all."""
    return [f["code"] for f in found["findings"] if level in (None, f["level"])]


def measures(*given: Any) -> list[dict[str, Any]]:
    """13, (5, 3) for three years, (5, 0, 18) for months, (5, "permanent")."""
    found = []
    for one in given:
        item, *term = one if isinstance(one, tuple) else (one,)
        if term == [PERMANENT]:
            found.append({"item": item, "permanent": True})
        else:
            named = dict(zip(("years", "months"), term, strict=False))
            found.append({"item": item, **{k: v for k, v in named.items() if v}})
    return found


def check_sanctions(conduct: list[int], given: tuple[Any, ...], **more: Any) -> dict[str, Any]:
    """The answer for conduct and measures on a day on which 221号 is in force."""
    facts = {"on": "2024-07-01", "conduct": conduct, "measures": measures(*given), **more}
    return ask("check-sanctions", facts)
