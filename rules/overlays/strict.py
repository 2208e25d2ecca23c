"""When a value of a unit's own rules is laxer than the one of the law it stands in for.

Article 51 lets units detail 221号 only 「依据本规则」, so that a detail may not depart from it to
the laxer side.  What Article 52 asks of a department's own rules, 「处理尺度不低于本规则」, holds
for units by analogy.  Each parameter says in which direction it may be left: a shorter time for
the office or a longer one for a party, more conduct above the floor, a ban that starts at a longer
term.  What is ``fixed`` may not be changed at all: the measures of a tier have no order of weight,
so that taking one away or adding one could not be shown to be no laxer.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rules.instruments import Parameter
from rules.overlays.words import refused, softened

_LOWER = ("over", "from")
_UPPER = ("to", "under")
# No period of a unit comes near it; it keeps every date within the calendar there is.
LONGEST = 1000


def _lowest(value: Mapping[str, int]) -> int:
    """The first month of a range of years."""
    return value["over"] * 12 + 1 if "over" in value else value["from"] * 12


def _highest(value: Mapping[str, int]) -> int | None:
    """The last month of a range of years, None when it has no end."""
    if "to" in value:
        return value["to"] * 12
    return value["under"] * 12 - 1 if "under" in value else None


def _is_range(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return False
    lower = [key for key in _LOWER if key in value]
    upper = [key for key in _UPPER if key in value]
    if len(lower) != 1 or len(upper) > 1 or len(value) != len(lower) + len(upper):
        return False
    highest = _highest(value)
    return highest is None or _lowest(value) <= highest


def _is_number(value: Any) -> bool:
    return type(value) is int and 1 <= value <= LONGEST


def _items(value: Any, base: Parameter) -> bool:
    if not isinstance(value, tuple) or len(set(value)) != len(value):
        return False
    return base.strict == "fixed" or set(value) <= {*base.among, *base.value}


def fits(value: Any, base: Parameter) -> bool:
    """Whether the value is of the kind the parameter takes: a number, a range, known items."""
    if isinstance(base.value, bool):
        return isinstance(value, bool)
    if isinstance(base.value, int):
        return _is_number(value)
    return _is_range(value) if isinstance(base.value, Mapping) else _items(value, base)


def _not_lower(value: Any, base: Any) -> bool:
    if isinstance(base, Mapping):
        return _lowest(value) >= _lowest(base) and _highest(value) == _highest(base)
    return bool(value >= base)


_HOLDS: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {
        "lower": lambda value, base: bool(value <= base),
        "higher": _not_lower,
        "superset": lambda value, base: set(value) >= set(base),
        "fixed": lambda value, base: same(value, base),
    }
)


def same(value: Any, base: Any) -> bool:
    """Whether two values say the same; the order of items says nothing."""
    if isinstance(base, Mapping):
        return dict(value) == dict(base)
    return set(value) == set(base) if isinstance(base, list | tuple) else bool(value == base)


def laxer(base: Parameter, value: Any, hard: bool) -> str | None:
    """What makes the value laxer than the parameter beneath it, in Chinese; None if it is not.

    ``value`` must fit.
    """
    if not _HOLDS[base.strict](value, base.value):
        return refused(base, value, _bounds(value, base.value))
    return softened(base) if base.hard and not hard else None


def _bounds(value: Any, base: Any) -> str:
    """Which ends of a range are laxer, or another; nothing for what is no range."""
    if not isinstance(base, Mapping):
        return ""
    lower = "下限低于" if _lowest(value) < _lowest(base) else ""
    upper = "" if _highest(value) == _highest(base) else "上限不同于"
    return "、".join(filter(None, (lower, upper)))
