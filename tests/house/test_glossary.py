"""Every identifier of the glossary exists in the code."""

import ast
import re
from pathlib import Path

import pytest

from misconduct.env import BASE_DIR
from misconduct.ops.doors import OURS

ROWS = [
    line for line in (BASE_DIR / "docs" / "glossary.md").read_text().splitlines() if "`" in line
]
IDENTIFIERS = sorted({name for row in ROWS for name in re.findall(r"`(\w+)`", row)})


def named(path: Path) -> set[str]:
    """The classes, functions, fields and the values of choices in one file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return found


@pytest.fixture(scope="module")
def names() -> set[str]:
    """Everything the packages name."""
    files = [p for package in (*OURS, "rules") for p in (BASE_DIR / package).rglob("*.py")]
    return set().union(*(named(path) for path in files if "migrations" not in path.parts))


def test_the_table_is_there() -> None:
    assert len(IDENTIFIERS) > 30


@pytest.mark.parametrize("identifier", IDENTIFIERS)
def test_identifier_exists(identifier: str, names: set[str]) -> None:
    assert identifier in names
