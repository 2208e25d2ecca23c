"""What an instrument is: a text in force over a span of days, with the numbers it gives."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from rules.errors import ParameterMissing
from rules.outcome import Citation


# Both are compared by identity: loaded once, they are part of the key of what is computed.
@dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """A number (or list) of the law: what it is, from when it holds, and its words.

    ``strict`` is the direction in which a unit's own rules may depart from it; ``hard`` whether
    the law leaves no room (应) or speaks of the usual case (一般、原则上); ``among`` the items a
    list may hold.
    """

    name: str
    value: Any
    unit: str | None
    since: date
    strict: str
    hard: bool
    citation: Citation
    among: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Instrument:
    """A legal text in force over a span of days; ``until`` is included, None is open.

    ``reading`` names the reading that settles the first day where the text does not print it;
    ``organisation`` the one whose own rules these are, None for a public text; ``articles`` are
    the texts of those they quote, by number (``rules.law`` holds those of the public texts).
    """

    number: str
    title: str
    kind: str
    since: date
    until: date | None
    checked: date
    reading: str | None
    citation: Citation
    parameters: tuple[Parameter, ...]
    organisation: str | None = None
    articles: Mapping[int, str] = field(default_factory=dict)

    def covers(self, on: date) -> bool:
        """Whether the instrument is in force on that day."""
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class UnheldText:
    """A text whose words we do not have: it may be named as what was in force, never applied.

    ``source`` says where its dates are known from; ``topic`` what it settles, so that a day before
    the instruments in use can be answered with the text that governed then.
    """

    number: str
    title: str
    topic: str
    since: date
    until: date | None
    checked: date
    source: str

    def covers(self, on: date) -> bool:
        """Whether the text was in force on that day."""
        return self.since <= on and (self.until is None or on <= self.until)


class Provisions(Mapping[str, Parameter]):
    """The parameters in force on a day under a choice of instruments, by name.

    ``key`` is the same where the same parameters of the same texts hold, so that what is computed
    from them once can be kept.
    """

    __slots__ = ("_found", "key", "on")

    def __init__(self, on: date, found: dict[str, Parameter]) -> None:
        self.on = on
        self._found = MappingProxyType(found)
        self.key = frozenset(found.values())

    def __getitem__(self, name: str) -> Parameter:
        try:
            return self._found[name]
        except KeyError:
            raise ParameterMissing(name, self.on) from None

    def __contains__(self, name: object) -> bool:
        return name in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
