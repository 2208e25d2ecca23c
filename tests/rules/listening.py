"""Hears every answer the rules give while tests ask them, and which public rule gave it."""

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import FrameType, ModuleType
from typing import Any

import rules
from rules.law import TITLES
from rules.outcome import Finding

# What speaks to a rule on another's behalf; never the rule itself.
BETWEEN = ("rules.edge", "rules.explain", "rules.batch", "rules.outcome", "rules.cli")
HOLDING = ("findings", "departures")


def modules() -> list[ModuleType]:
    """Every module of rules/ in which a sentence may be written."""
    return [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(rules.__path__, "rules.")
        if not found.name.endswith("__main__") and not found.name.startswith(BETWEEN)
    ]


def answers() -> Iterator[type]:
    """The classes that hold findings: what a rule answers with."""
    for module in (*modules(), sys.modules["rules.outcome"]):
        for value in vars(module).values():
            own = isinstance(value, type) and value.__module__ == module.__name__
            if own and set(HOLDING) & {*vars(value), *vars(value).get("__annotations__", ())}:
                yield value


@dataclass
class Told:
    """Which public functions said a finding, and which of them the caller had asked."""

    by: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)


class Ear:
    """Keeps each finding once, with who said it."""

    def __init__(self) -> None:
        self.heard: dict[Finding, Told] = {}

    def listen(self) -> None:
        """From now on, until the process ends."""
        for kind in answers():
            maker = "__new__" if issubclass(kind, tuple) else "__init__"
            setattr(kind, maker, self._listening(getattr(kind, maker)))

    def _listening(self, before: Any) -> Any:
        def make(first: Any, *given: Any, **named: Any) -> Any:
            made = before(first, *given, **named)
            self._hear(first if made is None else made)
            return made

        return make

    def _hear(self, answer: Any) -> None:
        found = [one for name in HOLDING for one in getattr(answer, name, ())]
        if found:
            names = list(_public(sys._getframe(2)))
            self.take(found, names[:1], names[-1:])

    def take(self, found: Iterable[Finding], by: list[str], asked: list[str]) -> None:
        """Remember these findings, but those of a unit's own rules, which a test made up."""
        for one in found:
            if one.citation is None or one.citation.instrument in TITLES:
                told = self.heard.setdefault(one, Told())
                told.by.update(by)
                told.asked.update(asked)


def _public(frame: FrameType | None) -> Iterator[str]:
    """The public functions of rules/ on the way to an answer, the nearest first."""
    while frame is not None:
        module, name = frame.f_globals.get("__name__", ""), frame.f_code.co_qualname
        ruled = module.startswith("rules.") and not module.startswith(BETWEEN)
        if ruled and name.isidentifier() and not name.startswith("_"):
            yield f"{module}.{name}"
        frame = frame.f_back
