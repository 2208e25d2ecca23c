"""Which codes and keys a rule knows, found by asking it with facts that tell what it looks at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, get_args, get_origin, get_type_hints

from rules.errors import RuleInputError, UnknownCode

# A code no law has.
_NO_CODE = "\uffff"


class _Keys(dict[Any, Any]):
    """A mapping that remembers which keys it was asked for."""

    def __init__(self, given: Mapping[Any, Any]) -> None:
        super().__init__(given)
        self.asked: dict[Any, None] = {}

    def get(self, key: Any, default: Any = None) -> Any:
        """As of any mapping."""
        self.asked.setdefault(key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self.asked.setdefault(key)
        return super().__contains__(key)


class _Text(str):
    """A text that remembers what it was compared with."""

    asked: dict[Any, None]

    def __eq__(self, other: object) -> bool:
        self.asked.setdefault(other)
        return super().__eq__(other)

    __hash__ = str.__hash__


class _Members(frozenset[Any]):
    """A set that remembers which members it was asked for, alone or against another set."""

    asked: dict[Any, None]

    def __contains__(self, member: object) -> bool:
        self.asked.setdefault(member)
        return super().__contains__(member)

    def __rsub__(self, other: Any) -> frozenset[Any]:
        self.asked.update(dict.fromkeys(sorted(other, key=str)))
        return frozenset(other) - frozenset(self)


def codes_known(rule: Callable[[Any], Any], facts: Any) -> dict[str, tuple[Any, ...]]:
    """The members each field of the facts may have as far as the rule shows it, by field."""
    if not is_dataclass(facts):
        return {}
    kind: Any = type(facts)
    hints = get_type_hints(kind)
    found = {}
    for field in fields(facts):
        known = tuple(_known(rule, facts, field.name, hints[field.name]))
        if known:
            found[f"{kind.__name__}.{field.name}"] = tuple(dict.fromkeys(known))
    return found


def _known(rule: Callable[[Any], Any], facts: Any, name: str, hint: Any) -> Iterator[Any]:
    kinds = [one for one in get_args(hint) if one is not type(None)] or [hint]
    kind = hint if get_origin(hint) in (tuple, frozenset, Mapping) else kinds[0]
    origin, inner = get_origin(kind) or kind, get_args(kind)
    if origin is str:
        for value in (getattr(facts, name) or "", _NO_CODE):
            text = _Text(value)
            text.asked = {}
            yield from _refused(rule, replace(facts, **{name: text}))
            yield from (one for one in text.asked if isinstance(one, str) and one.strip())
    elif origin in (tuple, frozenset) and inner[0] is str:
        yield from _refused(rule, replace(facts, **{name: origin([_NO_CODE])}))
    if origin is Mapping:
        keys = _Keys(getattr(facts, name) or {})
        _asked(rule, replace(facts, **{name: keys}))
        yield from keys.asked
    elif origin is frozenset:
        members = _Members(getattr(facts, name))
        members.asked = {}
        _asked(rule, replace(facts, **{name: members}))
        yield from members.asked


def _asked(rule: Callable[[Any], Any], facts: Any) -> frozenset[object]:
    try:
        rule(facts)
    except UnknownCode as unknown:
        return unknown.codes
    except RuleInputError:
        pass
    return frozenset()


def _refused(rule: Callable[[Any], Any], facts: Any) -> list[object]:
    return sorted(_asked(rule, facts), key=str)
