"""Why a value of a unit's own rules is laxer than the law, for the person who wrote the file."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from rules.instruments import Parameter
from rules.parameters import NAMES, value_words

# By direction, for the clocks that run forward and for every other number.
_PERIODS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"lower": ("长于", "只能缩短"), "higher": ("短于", "只能延长")}
)
_NUMBERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"lower": ("多于", "只能减少"), "higher": ("少于", "只能增加")}
)
_RUNNING = ("working_days", "months")
_EARLIER = "working_days_before"


def refused(base: Parameter, value: Any, bounds: str) -> str:
    """That the value is laxer, in which direction it may be left, and against which words.

    ``bounds`` says for a range which of its ends is; it is empty for all else.
    """
    ours = shown(base, value)
    if isinstance(base.value, bool):
        return f"{_named(base)}为{ours}，{_against(base)}为{shown(base, base.value)}{_only(base)}"
    if base.strict == "superset":
        missing = tuple(one for one in base.value if one not in value)
        return f"{_named(base)}缺少{_against(base)}的{shown(base, missing)}{_only(base)}"
    how = bounds or _direction(base)[0]
    return f"{_named(base)}为{ours}，{how}{_against(base)}的{shown(base, base.value)}{_only(base)}"


def softened(base: Parameter) -> str:
    """That a duty has become the usual case."""
    return f"{_named(base)}由应当改为一般要求，{_against(base)}为应当（不得放宽；{_words(base)}）"


def shown(base: Parameter, value: Any) -> str:
    """The value of a parameter as a person reads it."""
    return value_words(replace(base, value=value)) if value != () else "空"


def _named(base: Parameter) -> str:
    """By its name in the file first: whoever shows the sentence finds it there."""
    return f"{base.name}（{NAMES[base.name]}）"


def _against(base: Parameter) -> str:
    return f"{base.citation.instrument}{base.citation.place}规定"


def _words(base: Parameter) -> str:
    return f"「{base.citation.text}」"


def _only(base: Parameter) -> str:
    return f"（{_direction(base)[1]}；{_words(base)}）"


def _direction(base: Parameter) -> tuple[str, str]:
    """How a laxer value stands to the law, and what a unit may do instead."""
    if isinstance(base.value, bool):
        return "", "不得取消"
    if isinstance(base.value, Mapping):
        return "", "只能提高下限，上限不得改动"
    if base.strict == "superset":
        return "", "只能增加，不能减少"
    if base.strict == "fixed":
        return "不同于", "不得更改"
    if base.unit == _EARLIER:
        return "晚于", "只能提前"
    table = _PERIODS if base.unit in _RUNNING else _NUMBERS
    return table[base.strict]
