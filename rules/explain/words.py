"""Places of facts in Chinese: what a fact is, and what a change of it would be."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any

from rules.codes import AGGRAVATED, LENIENT, SEVERITIES
from rules.explain.edits import ADD, REMOVE, Edit, Key
from rules.explain.labels import LABELS, named, said
from rules.law import N221, TITLES
from rules.outcome import Citation, Finding
from rules.sanctions import MeasureFact
from rules.sanctions.case import NO_TERM, months_of
from rules.sanctions.findings import label, length, listed


def _measure(value: MeasureFact) -> str:
    months = months_of(value, 0)
    term = "" if months == NO_TERM else f"（{length(months)}）"
    return f"{label(value.item)}措施{term}"


def _suspension(value: tuple[date, date | None]) -> str:
    begun, resumed = value
    if resumed is None:
        return f"自{value_words(begun)}起的中止（尚未恢复）"
    return f"{value_words(begun)}至{value_words(resumed)}的中止"


_NOTHING: tuple[Any, ...] = (None, False, "", (), frozenset(), {})
# How a member of a list is named; {0} of the other lists is the value itself.
_MEMBERS: Mapping[str, Callable[[Any], str]] = MappingProxyType(
    {
        "conduct": lambda item: f"第二条{label(item)}情形",
        "factors": lambda item: f"第三十条{label(item)}因素",
        "lenient": lambda kind: f"从轻情形「{LENIENT[kind].label}」",
        "aggravated": lambda kind: f"从重情形「{AGGRAVATED[kind].label}」",
        "powers": lambda item: f"{label(item)}措施的处理权限",
        "suspensions": _suspension,
    }
)
# What the decider made of a list; any other there just is.
_HELD = MappingProxyType({"conduct": "认定了", "measures": "给予了", "factors": "考虑了"})


def value_words(value: Any) -> str:
    """A value as a person says it."""
    if value is None or value == "":
        return "未写明"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, str):
        return value if value in SEVERITIES.values() else _code(value)
    if isinstance(value, int | float):
        return str(value)
    return _whole(value)


def _code(value: Any) -> str:
    """A code by what it stands for, any other text as it was written."""
    return SEVERITIES.get(value) or said(value) or f"「{value}」"


def _whole(value: Any) -> str:
    """A value made of others, never as the program writes it."""
    if isinstance(value, MeasureFact):
        return _measure(value)
    if isinstance(value, Finding):
        return f"「{value.message}」"
    if isinstance(value, Citation):
        return full_place(value)
    if isinstance(value, Enum):
        return value_words(value.value)
    if isinstance(value, Mapping):
        return _parts((value_words(key), one) for key, one in value.items())
    parts = dict(_record(value))
    if parts:
        name = parts.get("name")
        return value_words(name) if name else _parts((named(k), v) for k, v in parts.items())
    members: Collection[Any] = value
    return "、".join(map(value_words, members)) or "无"


def _record(value: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a record by name; nothing for what is none."""
    if is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
    yield from ((name, getattr(value, name)) for name in getattr(value, "_fields", ()))


def _parts(parts: Iterator[tuple[str, Any]]) -> str:
    """「（名称：「甲」，学籍所在单位：未写明）」, what is not so left out."""
    held = [f"{name}：{value_words(one)}" for name, one in parts if one not in _NOTHING]
    return f"（{'，'.join(held)}）" if held else "（未写明）"


def full_place(citation: Citation) -> str:
    """An article, with the title of its text unless that is 221号; without a title its number."""
    if citation.instrument == N221:
        return citation.place
    title = TITLES.get(citation.instrument, citation.instrument)
    return f"{title if title.startswith('《') else citation.instrument}{citation.place}"


def _name(one: Edit) -> str:
    """What the place is called: the label of its last named field, with its position or key."""
    fields = [part for part in one.path if isinstance(part, str)]
    known = [part for part in fields if part in LABELS]
    name = LABELS[known[-1]] if known else fields[-1]
    rest = one.path[one.path.index(known[-1]) + 1 :] if known else one.path[1:]
    place = name + "".join(f"（{_position(part)}）" for part in rest)
    return f"「{place}」" if isinstance(one.was, bool) or isinstance(one.value, bool) else place


def _position(part: Any) -> str:
    """「第2项」 of a list; the key of a mapping as it is, or its name."""
    if isinstance(part, int):
        return f"第{part + 1}项"
    key = part.key if isinstance(part, Key) else part
    return said(key) or named(key)


def _member(one: Edit, value: Any) -> str:
    if isinstance(value, MeasureFact):
        return _measure(value)
    make = _MEMBERS.get(one.path[0])
    if make is not None:
        return make(value)
    return f"{named(_list_of(one))}{value_words(value)}"


def _list_of(one: Edit) -> str:
    """The field that holds the member: the path of a list, or of a member of one."""
    path = one.path if one.op == ADD else one.path[:-1]
    last: str = [part for part in path if isinstance(part, str)][-1]
    return last


def _in_list(one: Edit) -> bool:
    """Whether the edit replaces or removes a member of a list, not a field of it."""
    return one.op == REMOVE or isinstance(one.path[-1], int)


def fact_words(*edits: Edit) -> str:
    """A fact as it is, before any of the edits of one place: 「认定了第二条第一项情形」."""
    one = edits[0]
    if one.op == ADD:
        return f"没有{_any_of(edits)}"
    if _in_list(one):
        return f"{_HELD.get(_list_of(one), '有')}{_member(one, one.was)}"
    return f"{_name(one)}为{_short(one.was)}"


def _any_of(edits: tuple[Edit, ...]) -> str:
    if len(edits) > 1 and isinstance(edits[0].value, MeasureFact):
        return f"{listed(tuple(one.value.item for one in edits))}措施之一"
    return "或".join(_member(one, one.value) for one in edits)


def change_words(one: Edit) -> str:
    """The change: 「增加第十三项措施」, 「认定的情节由较轻改为严重」."""
    if one.op == ADD:
        return f"增加{_member(one, one.value)}"
    if one.op == REMOVE:
        return f"去掉{_member(one, one.was)}"
    if _in_list(one):
        return f"{_member(one, one.was)}改为{_member(one, one.value)}"
    return f"{_name(one)}由{_short(one.was)}改为{_short(one.value)}"


def _short(value: Any) -> str:
    return value_words(value).removeprefix("情节")
