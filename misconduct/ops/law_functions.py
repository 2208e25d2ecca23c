"""docs/python-functions.md: what a caller of rules/ from Python may ask, with what each answers."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import rules
from misconduct.ops.law_pages import GENERATED

# Where a caller asks; a package offers what its front page lists, a module what it defines.
PACKAGES = (
    "rules.sanctions",
    "rules.integrity",
    "rules.supervision",
    "rules.discretion",
    "rules.overlays",
    "rules.explain",
    "rules.batch",
)
MODULES = (
    "rules.context",
    "rules.complaints",
    "rules.appeals",
    "rules.filing",
    "rules.jurisdiction",
    "rules.deadlines",
    "rules.edge.overlay",
    "rules.edge.discretion",
)
WITHIN = ("rules.procedure.", "rules.integrity.", "rules.supervision.")
ASKS = ("check_", "find_", "propose", "due_", "next_")


def page() -> str:
    """The page."""
    lines = ["# The functions of `rules/`", "", GENERATED, ""]
    lines += [
        "Examples are in [python-api.md](python-api.md). Facts and answers are frozen.",
        "What cannot be judged raises a class of `rules.errors`.",
    ]
    for module in _modules():
        rows = list(_rows(module))
        if rows:
            lines += ["", f"## `{module.__name__}`", "", _first(module.__doc__), ""]
            lines += ["| function | what it answers |", "|---|---|", *rows]
    return "\n".join(lines) + "\n"


def _modules() -> Iterator[ModuleType]:
    for name in (*MODULES, *PACKAGES):
        yield importlib.import_module(name)
    for found in pkgutil.walk_packages(rules.__path__, "rules."):
        if found.name.startswith(WITHIN) and found.name not in PACKAGES:
            yield importlib.import_module(found.name)


def functions(module: ModuleType) -> dict[str, Callable[..., Any]]:
    """The public functions a module offers, by name."""
    listed = getattr(module, "__all__", None)
    within = module.__name__.startswith(WITHIN)
    found = {}
    for name, value in vars(module).items():
        value = inspect.unwrap(value) if callable(value) else value
        if not inspect.isfunction(value) or name.startswith("_"):
            continue
        own = value.__module__ == module.__name__ and (not within or name.startswith(ASKS))
        if name in listed if listed is not None else own:
            found[name] = value
    return found


def _rows(module: ModuleType) -> Iterator[str]:
    for name, function in functions(module).items():
        given = ", ".join(inspect.signature(function).parameters)
        yield f"| `{name}({given})` | {_first(function.__doc__)} |"


def _first(text: str | None) -> str:
    """The first sentence or paragraph of a docstring, on one line."""
    return " ".join((text or "").strip().split("\n\n")[0].split()).replace("|", "\\|")
