"""Small wrong versions of the data of ``rules/``: a number, a day, a choice, an entry of a list.

Cited words, titles and the day of the last check are left alone: the words are compared with the
text at import, the rest decides nothing.
"""

import copy
import json
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from tests.mutation.mutants import DATA, Mutant

LEFT_ALONE = {
    "words",
    "title",
    "checked",
    "citation",
    "note",
    "notice",
    "issued",
    "reason",
    "question",
    "verified",
}
STRICT = {"lower": "higher", "higher": "lower", "superset": "subset", "subset": "superset"}


def data_mutants_of(file: str, source: bytes) -> list[Mutant]:
    """Every change of a JSON file."""
    data = json.loads(source)
    found = []
    for path, old, new in _changes(data, ()):
        text = json.dumps(_replaced(data, path, new), ensure_ascii=False)
        place = "/".join(_name(data, path))
        shown = "(left out)" if new is _LEFT_OUT else json.dumps(new, ensure_ascii=False)
        key = sha256(f"{file}:{place}:{json.dumps(old)}:{shown}".encode()).hexdigest()[:16]
        was = json.dumps(old, ensure_ascii=False)
        found.append(Mutant(file, DATA, place, 0, 0, len(source), f"{was} -> {shown}", text, key))
    return found


_LEFT_OUT = object()


def _changes(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in LEFT_ALONE:
                yield from _changes(inner, (*path, key))
    elif isinstance(value, list):
        yield from _list_changes(value, path)
    else:
        yield from ((path, value, new) for new in _scalar(value, path))


def _list_changes(value: list[Any], path: tuple[Any, ...]) -> Iterator[tuple[Any, Any, Any]]:
    # Days of a holiday are a span: it is left out whole, or ends a day later.
    span = len(value) == 2 and all(isinstance(one, str) for one in value)
    for at, inner in enumerate(value):
        if not isinstance(inner, dict) and not span:
            yield (*path, at), inner, _LEFT_OUT
        if not span or at == 1:
            yield from _changes(inner, (*path, at))


def _scalar(value: Any, path: tuple[Any, ...]) -> Iterator[Any]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value + 1, value - 1)
    elif isinstance(value, str) and path[-1] == "strict":
        yield STRICT.get(value, "higher")
    elif isinstance(value, str):
        yield from list(_shifted(value))[: 1 if isinstance(path[-1], int) else 2]


def _shifted(value: str) -> Iterator[str]:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return
    for step in (1, -1):
        yield (day + timedelta(days=step)).isoformat()


def _replaced(data: Any, path: tuple[Any, ...], new: Any) -> Any:
    changed = copy.deepcopy(data)
    at = changed
    for key in path[:-1]:
        at = at[key]
    if new is _LEFT_OUT:
        del at[path[-1]]
    else:
        at[path[-1]] = new
    return changed


def _name(data: Any, path: tuple[Any, ...]) -> Iterator[str]:
    """The path with the names of list entries where they have one."""
    for key in path:
        data = data[key]
        named = isinstance(data, dict) and (data.get("name") or data.get("year"))
        yield str(named or key)
