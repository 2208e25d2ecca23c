"""A unit's own rules as they come from its file, before they are held against the law."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Value = bool | int | tuple[int, ...] | Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of an article of the unit's rules."""

    article: int
    words: str


@dataclass(frozen=True, slots=True)
class UnitParameter:
    """What the unit puts in the place of a number of the law, from ``since`` on.

    ``unit`` and ``hard`` are None where the file leaves them as in the law.
    """

    name: str
    value: Value
    since: date
    citation: Quotation
    unit: str | None = None
    hard: bool | None = None


@dataclass(frozen=True, slots=True)
class UnitRules:
    """The rules of one organisation; ``articles`` are the texts of those it quotes, by number."""

    number: str
    title: str
    organisation: str
    since: date
    until: date | None
    checked: date
    articles: Mapping[int, str]
    citation: Quotation
    parameters: tuple[UnitParameter, ...]
