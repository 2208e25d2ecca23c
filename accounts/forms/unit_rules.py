"""A unit's own rules as its page shows them: each number beside that of the law."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from accounts.facts import instrument_of, rules_on
from accounts.models import Organisation, UnitRules
from rules.instruments import Instrument, Parameter, instruments
from rules.law import TITLES, label
from rules.parameters import NAMES, value_words


@dataclass(frozen=True, slots=True)
class Said:
    """A value and the words it comes from; ``by`` is the instrument, empty for the unit's own."""

    value: str
    place: str
    words: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A number of the unit's own rules, since when it holds, and what the law says of it then."""

    name: str
    since: date
    own: Said
    law: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """A registered version and whether it holds today, in a word."""

    rules: UnitRules
    state: str


def compared(rules: UnitRules) -> list[Compared]:
    """The numbers of a version in the order of its file."""
    return [
        Compared(NAMES.get(p.name, p.name), p.since, _said(p), tuple(_beneath(p)))
        for p in instrument_of(rules).parameters
    ]


def versions(organisation: Organisation, today: date) -> list[Version]:
    """Every version a unit registered, the one that began last first."""
    current = rules_on(organisation, today)
    held = organisation.own_rules.select_related("registered_by")
    return [Version(rules, _state(rules, current, today)) for rules in held]


def _state(rules: UnitRules, current: UnitRules | None, today: date) -> str:
    if rules == current:
        return "现行"
    if rules.since > today:
        return "尚未施行"
    return "已被取代" if rules.covers(today) else "已失效"


def _beneath(own: Parameter) -> Iterator[Said]:
    for one in instruments().values():
        held = [p for p in one.parameters if p.name == own.name and p.since <= own.since]
        if held and one.covers(own.since):
            yield _said(max(held, key=lambda p: p.since), one)


def _said(parameter: Parameter, by: Instrument | None = None) -> Said:
    citation = parameter.citation
    source = TITLES[by.number] if by else ""
    return Said(value_words(parameter), label(citation), citation.text, source)
