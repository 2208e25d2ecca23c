"""The instruments in use as dated data: in force from and until, parameters with their words.

One JSON file holds one instrument.  A parameter has a value, its unit, the day from which it
holds, the words it comes from, and ``strict``: the direction in which a unit's own rules may
depart from it (``lower`` a shorter period for the office, ``higher`` a longer one for a party or
a heavier sanction, ``superset`` more items).  An overlay says only what it changes; the base,
国科发监〔2022〕221号, is always part of the law in use.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from rules.errors import InstrumentNotInForce, ParameterMissing, UnknownInstrument
from rules.law import N221, cite
from rules.outcome import Citation

DATA = Path(__file__).parent


# Both are compared by identity: loaded once, they are part of the key of what is computed.
@dataclass(frozen=True, slots=True, eq=False)
class Parameter:
    """A number (or list) of the law: what it is, from when it holds, and its words."""

    name: str
    value: Any
    unit: str | None
    since: date
    strict: str
    hard: bool
    citation: Citation


@dataclass(frozen=True, slots=True, eq=False)
class Instrument:
    """A legal text in force over a span of days; ``until`` is included, None is open.

    ``reading`` names the reading that settles the first day where the text does not print it.
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

    def covers(self, on: date) -> bool:
        """Whether the instrument is in force on that day."""
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


def _citation(number: str, data: Mapping[str, Any]) -> Citation:
    return cite(number, data["article"], data.get("words"), item=data.get("item"))


def _parameter(number: str, data: Mapping[str, Any]) -> Parameter:
    return Parameter(
        name=data["name"],
        value=data["value"],
        unit=data.get("unit"),
        since=date.fromisoformat(data["from"]),
        strict=data["strict"],
        hard=data.get("hard", True),
        citation=_citation(number, data["citation"]),
    )


def load(path: Path) -> Instrument:
    """Read one instrument; every quotation in it is checked against the text."""
    data = cast(dict[str, Any], json.loads(path.read_text(encoding="utf-8")))
    number = data["number"]
    return Instrument(
        number=number,
        title=data["title"],
        kind=data["kind"],
        since=date.fromisoformat(data["from"]),
        until=date.fromisoformat(data["until"]) if data["until"] else None,
        checked=date.fromisoformat(data["checked"]),
        reading=data["reading"],
        citation=_citation(number, data["citation"]),
        parameters=tuple(_parameter(number, p) for p in data["parameters"]),
    )


@cache
def instruments() -> Mapping[str, Instrument]:
    """Every instrument that is loaded, by number."""
    loaded = (load(path) for path in sorted(DATA.glob("*.json")))
    return MappingProxyType({one.number: one for one in loaded})


def instrument(number: str) -> Instrument:
    """The instrument of that number; raises UnknownInstrument."""
    try:
        return instruments()[number]
    except KeyError:
        raise UnknownInstrument(number) from None


def with_base(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """The instruments named, once each, the base first: an overlay never stands alone."""
    return tuple(dict.fromkeys((N221, *numbers)))


@lru_cache(maxsize=16384)
def provisions(
    numbers: tuple[str, ...], on: date, overlays: tuple[Instrument, ...] = ()
) -> Provisions:
    """The parameters of these instruments on that day, later instruments over earlier ones,
    a unit's own overlays last.

    Raises UnknownInstrument, or InstrumentNotInForce for one not in force on the day.
    """
    found: dict[str, Parameter] = {}
    for one in (*map(instrument, with_base(numbers)), *overlays):
        if not one.covers(on):
            raise InstrumentNotInForce(one.number, on, one.since, one.until)
        for parameter in sorted(one.parameters, key=lambda p: p.since):
            if parameter.since <= on:
                found[parameter.name] = parameter
    return Provisions(on, found)
