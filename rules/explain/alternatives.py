"""What the facts could have been instead: every single change worth trying, from their types.

A yes becomes a no, a code another code, a text is left out, a date moves to the day before or
after the others, a member of a list goes or comes.  ``codes`` gives the members a field may have
where the type does not say.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from rules.explain.edits import ADD, REMOVE, SET, Edit, Key, Path, edit
from rules.outcome import Citation, Finding
from rules.sanctions import MeasureFact

WRITTEN = "（已写明）"
Codes = Mapping[str, tuple[Any, ...]]
# Enough to pass every number of people or items the texts name.
_NUMBERS = tuple(range(8))
# Words of the law, and measures: their terms move to the bounds of a tier (rules.explain.measures).
_WHOLE = (Citation, Finding, MeasureFact)

# Lists whose last member cannot go, only become another.
_NEVER_EMPTY = ("SanctionFacts.conduct",)


def alternatives(facts: Any, codes: Codes, answer: Any = ()) -> tuple[Edit, ...]:
    """Every single change of the facts, in the order of their fields.

    The days of the answer, such as the last day of a period, are tried as well.
    """
    told = tuple(one for one in answer if isinstance(one, date))
    return tuple(_of_record(facts, (), codes, (*_days(facts), *told)))


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _days(node: Any) -> tuple[date, ...]:
    """Each date in the facts with the day before and the day after it."""
    day = timedelta(days=1)
    near = {moved for found in _dates(node) for moved in (found - day, found, found + day)}
    return tuple(sorted(near))


def _dates(node: Any) -> Iterator[date]:
    if isinstance(node, date):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from _dates(one)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _dates(getattr(node, field.name))


def _of_record(node: Any, path: Path, codes: Codes, days: tuple[date, ...]) -> Iterator[Edit]:
    kind: Any = type(node)
    hints = _hints(kind)
    for field in fields(node):
        here = (*path, field.name)
        name = f"{type(node).__name__}.{field.name}"
        value = getattr(node, field.name)
        yield from _of_field(hints[field.name], value, here, codes, name, days)


def _of_field(
    kind: Any, value: Any, path: Path, codes: Codes, name: str, days: tuple[date, ...]
) -> Iterator[Edit]:
    members = [one for one in _choices(kind) if one is not NoneType]
    origin = get_origin(members[0]) or members[0]
    if is_dataclass(origin):
        if value is not None:
            yield from _of_record(value, path, codes, days)
    elif origin is tuple:
        yield from _of_list(get_args(members[0])[0], value, path, codes, name, days)
    elif origin is frozenset:
        strangers = _strangers(value) if get_args(members[0]) == (int,) else ()
        yield from _of_set(value, path, codes.get(name, strangers))
    elif origin is Mapping:
        known = codes.get(name, ())
        yield from _of_mapping(get_args(members[0])[1], value or {}, path, known, codes, days)
    else:
        optional = NoneType in _choices(kind)
        for other in _others(origin, value, codes.get(name), days, optional):
            yield edit(path, SET, value, other)


def _choices(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) is UnionType else (kind,)


def _of_list(
    kind: Any, value: Any, path: Path, codes: Codes, name: str, days: tuple[date, ...]
) -> Iterator[Edit]:
    known = codes.get(name, _members(kind))
    for i, member in enumerate(value or ()):
        here = (*path, i)
        yield edit(here, REMOVE, member, None)
        if is_dataclass(member) and not isinstance(member, _WHOLE):
            yield from _of_record(member, here, codes, days)
        elif name in _NEVER_EMPTY:
            yield from (edit(here, SET, member, one) for one in known if one not in value)
    yield from (edit(path, ADD, None, one) for one in known if one not in (value or ()))


def _members(kind: Any) -> tuple[Any, ...]:
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, Enum) else ()


def _of_set(value: frozenset[Any], path: Path, known: tuple[Any, ...]) -> Iterator[Edit]:
    for member in sorted(value, key=str):
        yield edit((*path, member), REMOVE, member, None)
    yield from (edit(path, ADD, None, one) for one in known if one not in value)


def _strangers(people: frozenset[int]) -> tuple[int, ...]:
    """Two people nobody has named yet."""
    last = max(people, default=0)
    return (last + 1_000_001, last + 1_000_002)


def _of_mapping(
    kind: Any,
    value: Mapping[Any, Any],
    path: Path,
    known: tuple[Any, ...],
    codes: Codes,
    days: tuple[date, ...],
) -> Iterator[Edit]:
    for key in dict.fromkeys((*known, *value)):
        here = (*path, Key(key))
        if kind is str:
            was = value.get(key, "")
            yield edit(here, SET, was, "" if was.strip() else WRITTEN)
        elif key in value:
            yield from _of_field(kind, value[key], here, codes, "", days)


def _others(
    origin: Any,
    value: Any,
    known: tuple[Any, ...] | None,
    days: tuple[date, ...],
    optional: bool,
) -> list[Any]:
    found = known if known is not None else _values(origin, value, days)
    nothing = (None,) if optional else ()
    return [one for one in dict.fromkeys((*nothing, *found)) if one != value]


def _nearest_first(value: date | None, days: tuple[date, ...]) -> tuple[date, ...]:
    """The days in the order of their distance; earliest first where no day is given."""
    start = value or date.min
    return tuple(sorted(dict.fromkeys(days), key=lambda day: (abs(day - start), day)))


def _values(origin: Any, value: Any, days: tuple[date, ...]) -> tuple[Any, ...]:
    if members := _members(origin):
        return members
    makers: dict[Any, Callable[[], tuple[Any, ...]]] = {
        bool: lambda: (False, True),
        str: lambda: ("",) if value and value.strip() else (WRITTEN,),
        date: lambda: _nearest_first(value, days),
        # Below nought there is nothing to count.
        int: lambda: (*_NUMBERS, value - 1, value + 1) if value else _NUMBERS,
    }
    return makers[origin]() if origin in makers else ()
