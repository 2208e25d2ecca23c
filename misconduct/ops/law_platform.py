"""What the application itself asks of the rules, found in its imports."""

import ast
import importlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from misconduct.env import BASE_DIR

APPS = ("accounts", "cases", "appeals", "reporting", "misconduct")
# These only show the rules.
NOT_ASKING = "misconduct/ops"


@cache
def asked() -> frozenset[str]:
    """The full names of the rules that a file of the application imports."""
    return frozenset(name for path in _files() for name in _names(path))


def _files() -> Iterator[Path]:
    for app in APPS:
        for path in sorted((BASE_DIR / app).rglob("*.py")):
            if not path.relative_to(BASE_DIR).as_posix().startswith(NOT_ASKING):
                yield path


def _names(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "rules":
            for one in node.names:
                yield from _resolved(tree, str(node.module), one.name, one.asname or one.name)


def _resolved(tree: ast.AST, module: str, name: str, alias: str) -> Iterator[str]:
    value = getattr(importlib.import_module(module), name, None)
    if not isinstance(value, ModuleType):
        yield _full_name(value)
        return
    for node in ast.walk(tree):
        owner = node.value if isinstance(node, ast.Attribute) else None
        if isinstance(node, ast.Attribute) and isinstance(owner, ast.Name) and owner.id == alias:
            yield _full_name(getattr(value, node.attr, None))


def _full_name(value: Any) -> str:
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}"
