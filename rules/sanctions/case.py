"""The facts of a decision as sets of bits, checked for codes that do not exist on the way.

Sets make the order and repetition of the input irrelevant; bits make them fast.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from rules.codes import Aggravated, Involvement, Lenient, RespondentKind, Severity
from rules.errors import (
    Article31NeedsOrganisation,
    ConductMissing,
    OrganisationStatus,
    TermInvalid,
    TermNotAllowed,
    UnknownCode,
)
from rules.sanctions.facts import MeasureFact, Respondent, SanctionFacts

NO_TERM = 0
PERMANENT = 1 << 62
WITH_TERM = frozenset({3, 5, 7, 9, 10, 11, 14})
PERMANENT_ITEMS = frozenset({5, 7, 9, 10})


def _numbers(last: int) -> dict[int, int]:
    return {i: 1 << i for i in range(1, last + 1)}


_CONDUCT, _MEASURES, _FACTORS = _numbers(8), _numbers(14), _numbers(6)
_LENIENT = {kind: 1 << i for i, kind in enumerate(Lenient, 1)}
_AGGRAVATED = {kind: 1 << i for i, kind in enumerate(Aggravated, 1)}
_SEVERITY = {severity: i for i, severity in enumerate(Severity)}
_INVOLVES = {kind: 1 << i for i, kind in enumerate(Involvement)}
RETRACTED = _LENIENT[Lenient.RETRACTED_BEFORE_REPORT]


_Key = TypeVar("_Key")


class Case(NamedTuple):
    """The facts ready to judge; ``entries`` are (item, months) pairs in order of item and term."""

    conduct: int
    items: int
    entries: list[tuple[int, int]]
    severity: int | None
    factors: int
    lenient: int
    aggravated: int
    powers: int | None
    organisation: bool


def _bits(values: Iterable[_Key], table: Mapping[_Key, int], what: str, where: str) -> int:
    found = 0
    try:
        for value in values:
            found |= table[value]
    except KeyError:
        at, wrong = next((i, v) for i, v in enumerate(values) if v not in table)
        raise UnknownCode(what, wrong, f"{where}.{at}") from None
    return found


def months_of(measure: MeasureFact, index: int) -> int:
    """The term in months, NO_TERM or PERMANENT.

    Raises TermInvalid or TermNotAllowed, naming the place.
    """
    years, months, item = measure.years, measure.months, measure.item
    if measure.permanent:
        if years is not None or months is not None:
            raise TermInvalid(f"measures.{index}.permanent")
        if item not in PERMANENT_ITEMS:
            raise TermNotAllowed(item, f"measures.{index}.permanent")
        return PERMANENT
    if years is None and months is None:
        return NO_TERM
    part = "months" if years is None else "years"
    if item not in WITH_TERM:
        raise TermNotAllowed(item, f"measures.{index}.{part}")
    if years is not None and years < 1:
        raise TermInvalid(f"measures.{index}.years")
    if months is not None and months < 1:
        raise TermInvalid(f"measures.{index}.months")
    return (years or 0) * 12 + (months or 0)


def read_measures(measures: tuple[MeasureFact, ...]) -> tuple[int, list[tuple[int, int]]]:
    """The items as bits and the (item, months) pairs, each once, in order.

    Raises UnknownCode, TermInvalid or TermNotAllowed.
    """
    items = 0
    entries = []
    for measure in measures:
        item = measure.item
        bit = _MEASURES.get(item)
        if bit is None:
            raise UnknownCode("第二十九条", item, f"measures.{measures.index(measure)}.item")
        items |= bit
        if measure.years is None and measure.months is None and not measure.permanent:
            entries.append((item, NO_TERM))
        else:
            entries.append((item, months_of(measure, measures.index(measure))))
    if len(entries) > 1:
        entries = sorted(set(entries))
    return items, entries


def _respondent(who: Respondent) -> bool:
    organisation = who.kind == "organisation"
    if not organisation and who.kind != RespondentKind.PERSON:
        raise UnknownCode("被处理人类别", who.kind, "respondent.kind")
    if organisation and who.party_member:
        raise OrganisationStatus("respondent.party_member")
    if organisation and who.public_servant:
        raise OrganisationStatus("respondent.public_servant")
    return organisation


def read(facts: SanctionFacts) -> Case:
    """The facts as a case; raises a RuleInputError for what cannot be."""
    organisation = _respondent(facts.respondent)
    if facts.article_31 and not organisation:
        raise Article31NeedsOrganisation
    if not facts.conduct and not facts.article_31:
        raise ConductMissing
    severity = None
    if facts.severity is not None:
        severity = _SEVERITY.get(facts.severity)
        if severity is None:
            raise UnknownCode("情节", facts.severity, "severity")
    _bits(facts.involves, _INVOLVES, "涉及事项", "involves")
    items, entries = read_measures(facts.measures)
    return Case(
        _bits(facts.conduct, _CONDUCT, "第二条", "conduct"),
        items,
        entries,
        severity,
        _bits(facts.factors, _FACTORS, "第三十条", "factors"),
        _bits(facts.lenient, _LENIENT, "第三十四条", "lenient"),
        _bits(facts.aggravated, _AGGRAVATED, "第三十五条", "aggravated"),
        None if facts.powers is None else _bits(facts.powers, _MEASURES, "第二十九条", "powers"),
        organisation,
    )
