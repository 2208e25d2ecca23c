"""Which rule rests on which words of the law, found in the code of ``rules/`` itself.

Tables are read as they are after import, functions from their source.  Nothing is listed by hand.
What a rule then tells people depends on the facts, and is heard, not read: see ``law_told``.
"""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from types import ModuleType
from typing import Any

import rules
from rules.instruments import instruments
from rules.outcome import Citation, Finding
from rules.readings import READINGS
from rules.readings.model import Reading

# Readings and instruments are shown apart: they are choices and data, not rules.
APART = (
    "rules.readings",
    "rules.instruments",
    "rules.parameters",
    "rules.law",
    "rules.headings",
    "rules.texts",
)
FUNCTION = ast.FunctionDef | ast.ClassDef


@dataclass
class Rule:
    """A public function, class or table of a module with what it rests on."""

    module: str
    name: str
    citations: set[Citation] = field(default_factory=set)
    parameters: set[str] = field(default_factory=set)

    @property
    def file(self) -> str:
        """Where it stands."""
        return self.module.replace(".", "/") + ".py"

    def take(self, other: "Rule") -> None:
        """Add what another one rests on."""
        self.citations |= other.citations
        self.parameters |= other.parameters


def modules() -> Iterator[ModuleType]:
    """Every module of rules/ that holds rules."""
    for found in pkgutil.walk_packages(rules.__path__, "rules."):
        if not found.name.endswith("__main__") and not found.name.startswith(APART):
            yield importlib.import_module(found.name)


@cache
def index() -> tuple[Rule, ...]:
    """Every rule, in the order of files and of the lines in them."""
    return tuple(rule for module in modules() for rule in _rules_of(module))


@cache
def memos() -> frozenset[int]:
    """The tables that start empty: what they hold are answers given since, and no rule."""
    return frozenset(
        id(getattr(module, name))
        for module in modules()
        for node in ast.parse(inspect.getsource(module)).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict)
        if not node.value.keys
        for name in _names(node)
    )


@cache
def parameter_names() -> frozenset[str]:
    """The names of all parameters of the instruments."""
    return frozenset(p.name for one in instruments().values() for p in one.parameters)


def _rules_of(module: ModuleType) -> Iterator[Rule]:
    tree = ast.parse(inspect.getsource(module))
    own = {name: node for node in tree.body for name in _names(node)}
    direct = {name: _direct(module, name, node) for name, node in own.items()}
    edges = {name: _mentioned(node) & own.keys() - {name} for name, node in own.items()}
    reached: set[str] = set()
    for name, node in own.items():
        if isinstance(node, FUNCTION) and not name.startswith("_"):
            rule = Rule(module.__name__, name)
            for one in _private_closure(name, edges, own):
                rule.take(direct[one])
                reached.add(one)
            yield rule
    # A table no function here mentions is used by other modules under its own name.
    for name in own:
        if name not in reached and not name.startswith("__"):
            yield direct[name]


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, FUNCTION):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [one.id for one in targets if isinstance(one, ast.Name)]


def _mentioned(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _private_closure(
    start: str, edges: Mapping[str, set[str]], own: Mapping[str, ast.stmt]
) -> set[str]:
    """``start`` and what it reaches; other public functions answer for themselves."""
    found, open_ones = {start}, [start]
    while open_ones:
        for name in edges[open_ones.pop()] - found:
            if isinstance(own[name], FUNCTION) and not name.startswith("_"):
                continue
            found.add(name)
            open_ones.append(name)
    return found


def _direct(module: ModuleType, name: str, node: ast.stmt) -> Rule:
    rule = Rule(module.__name__, name)
    if isinstance(node, FUNCTION):
        _read_source(rule, module, node)
    else:
        _read_value(rule, getattr(module, name, None), set())
    for text in _strings(node):
        rule.parameters |= {p for p in parameter_names() if re.fullmatch(text, p)}
    return rule


def _strings(node: ast.AST) -> Iterator[str]:
    """Patterns of the strings that may be the name of a parameter."""
    for one in ast.walk(node):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and "." in one.value:
            yield re.escape(one.value)
        elif isinstance(one, ast.JoinedStr):
            parts = [
                re.escape(str(p.value)) if isinstance(p, ast.Constant) else "[a-z0-9_]+"
                for p in one.values
            ]
            if any("." in part for part in parts[:1]):
                yield "".join(parts)


def _read_value(rule: Rule, value: Any, seen: set[int]) -> None:
    """Citations and findings in a table, however deep."""
    if id(value) in seen | memos() or isinstance(value, ModuleType | type | Reading):
        return
    seen.add(id(value))
    if isinstance(value, Citation):
        rule.citations.add(value)
    elif isinstance(value, Finding):
        rule.citations |= {value.citation} - {None}
    else:
        for inner in _inside(value):
            _read_value(rule, inner, seen)


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return [*value.keys(), *value.values()]
    if isinstance(value, tuple | list | set | frozenset):
        return value
    if is_dataclass(value):
        return [getattr(value, one.name, None) for one in fields(value)]
    return ()


def _read_source(rule: Rule, module: ModuleType, node: ast.AST) -> None:
    for one in ast.walk(node):
        if isinstance(one, ast.Name | ast.Attribute) or _quotes(one):
            _read_value(rule, _value(module, one), set())


def _quotes(node: ast.AST) -> bool:
    """Whether it is a call that quotes the law."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Name) and called.id in ("cite", "cite_annex")


def _value(module: ModuleType, node: ast.AST) -> Any:
    """What an expression is outside its function; None when it depends on the facts."""
    try:
        return eval(compile(ast.Expression(node), "<rules>", "eval"), dict(vars(module)))
    except Exception:
        return None


def places(citation: Citation) -> tuple[str, int | None]:
    """The instrument and article of a citation; None for the annex."""
    return citation.instrument, None if citation.annex else citation.article or 0


def readings_on(place: tuple[str, int | None]) -> tuple[Reading, ...]:
    """The readings of an article's silences, in the order of their declaration."""
    return tuple(
        one for one in READINGS.values() if any(places(source) == place for source in one.sources)
    )
