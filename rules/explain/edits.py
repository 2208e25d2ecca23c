"""One change at one place of frozen facts, and how several are made together.

A place is written like 「measures.1.years」: the field, then the position in a list, the member of
a set or the key of a mapping, then the field of what stands there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import accumulate
from typing import Any, NamedTuple

SET, REMOVE, ADD = "set", "remove", "add"
Path = tuple[Any, ...]


class Key(NamedTuple):
    """A key of a mapping inside a path, where a bare number would be a position."""

    key: Any


class Edit(NamedTuple):
    """``op`` is set (a value for another), remove or add (a member of a list or set).

    ``path`` leads to what is changed, for add to the list; ``was`` and ``value`` are before and
    after, None where there is nothing; ``place`` is the path as a person reads it.
    """

    path: Path
    op: str
    was: Any
    value: Any
    place: str


def edit(path: Path, op: str, was: Any, value: Any, field: str | None = None) -> Edit:
    """An edit whose place is its path, and ``field`` below it where only that is meant."""
    parts = path if field is None else (*path, field)
    return Edit(path, op, was, value, ".".join(_plain(part) for part in parts))


def _plain(part: Any) -> str:
    return str(part.key if isinstance(part, Key) else part)


def compatible(edits: Iterable[Edit]) -> bool:
    """Whether the edits touch different places, none of them inside another."""
    added: set[tuple[Path, Any]] = set()
    taken: set[Path] = set()
    above: set[Path] = set()
    for one in edits:
        if one.op == ADD:
            if (one.path, one.value) in added:
                return False
            added.add((one.path, one.value))
            continue
        over = list(accumulate((part,) for part in one.path))
        if one.path in above or not taken.isdisjoint(over):
            return False
        taken.add(one.path)
        above.update(over)
    return True


def applied(facts: Any, edits: Iterable[Edit]) -> Any:
    """The facts with these compatible edits made; positions are those of the facts given."""
    given = list(edits)
    for one in given:
        if one.op == SET:
            facts = _at(facts, one.path, one)
    # From within and from the back, so that the positions of the others still hold.
    for one in sorted((e for e in given if e.op == REMOVE), key=_inmost_last_first):
        facts = _at(facts, one.path, one)
    for one in given:
        if one.op == ADD:
            facts = _at(facts, (*one.path, None), one)
    return facts


def _inmost_last_first(one: Edit) -> tuple[int, int]:
    at = one.path[-1]
    return (-len(one.path), -at if isinstance(at, int) else 0)


def _at(node: Any, path: Path, change: Edit) -> Any:
    head, rest = path[0], path[1:]
    if is_dataclass(node) and not isinstance(node, type):
        value = _at(getattr(node, head), rest, change) if rest else change.value
        return replace(node, **{head: value})
    if isinstance(head, Key):
        held = {} if node is None else node
        return {**held, head.key: _member(held.get(head.key), rest, change)}
    if isinstance(node, frozenset):
        return node | {change.value} if change.op == ADD else node - {head}
    if head is None:
        return (*(node or ()), change.value)
    here = () if change.op == REMOVE and not rest else (_member(node[head], rest, change),)
    return (*node[:head], *here, *node[head + 1 :])


def _member(node: Any, rest: Path, change: Edit) -> Any:
    return _at(node, rest, change) if rest else change.value


def plain(value: Any) -> Any:
    """A value of the facts as JSON shows it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        shown = {name: plain(getattr(value, name)) for name in value.__dataclass_fields__}
        return {name: one for name, one in shown.items() if one not in (None, False)}
    if isinstance(value, frozenset):
        return sorted((plain(one) for one in value), key=str)
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    return value
