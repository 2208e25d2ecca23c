"""Holds a unit's own rules against the rules beneath them on every day both are in force."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from rules.errors import (
    DatesReversed,
    OverlayInvalid,
    OverlayLaxer,
    UnknownParameters,
)
from rules.instruments import UNIT, Instrument, Parameter, instruments, unheld
from rules.law import TITLES
from rules.outcome import Citation
from rules.overlays.facts import Quotation, UnitParameter, UnitRules
from rules.overlays.strict import fits, laxer

ONE = timedelta(days=1)


class Version(NamedTuple):
    """A parameter and the days on which it is the one in force."""

    parameter: Parameter
    first: date
    last: date


def versions(one: Instrument, name: str) -> Iterator[Version]:
    """The values an instrument gives a parameter, each with its days."""
    found = sorted((p for p in one.parameters if p.name == name), key=lambda p: p.since)
    end = one.until or date.max
    for i, parameter in enumerate(found):
        last = found[i + 1].since - ONE if i + 1 < len(found) else end
        yield Version(parameter, max(parameter.since, one.since), last)


def overlay(rules: UnitRules) -> Instrument:
    """The rules as an instrument of the kind ``unit``.

    Raises UnknownParameters for those the law does not have, DatesReversed or OverlayInvalid for
    what cannot be used, OverlayLaxer for rules laxer than the public ones, with every such point.
    """
    made = unchecked(rules)
    check_overlay(made, instruments().values())
    return made


def unchecked(rules: UnitRules) -> Instrument:
    """The same without holding them against the law, for rules that once passed.

    Raises DatesReversed or OverlayInvalid for what cannot be used.
    """
    if rules.number in TITLES or rules.number in unheld():
        raise OverlayInvalid(f"{rules.number}是已收录的文件，不能作为单位规定的文号", "number")
    if rules.until is not None and rules.until < rules.since:
        raise DatesReversed("失效日期早于施行日期", "until")
    return Instrument(
        number=rules.number,
        title=rules.title,
        kind=UNIT,
        since=rules.since,
        until=rules.until,
        checked=rules.checked,
        reading=None,
        citation=_quoted(rules, rules.citation, "citation"),
        parameters=tuple(_parameter(rules, i, p) for i, p in enumerate(rules.parameters)),
        organisation=rules.organisation,
        articles=rules.articles,
    )


@lru_cache(maxsize=1024)
def kept(one: Instrument) -> Instrument:
    """The rules for an affair that keeps them: the same on every day, also after their end.

    Each value still holds from its own day, before which the law holds as it is, but not beside a
    later law that is stricter (Art 52).
    """
    beside = tuple(
        replace(own, since=later.since) if laxer(later, own.value, own.hard) is None else later
        for own in one.parameters
        for later in _public(own.name)
        if later.since > own.since
    )
    # Of two with the same day the last counts: the unit's own value of that day.
    return replace(one, since=date.min, until=None, parameters=(*beside, *one.parameters))


def check_overlay(one: Instrument, beneath: Iterable[Instrument]) -> None:
    """Hold an overlay against the instruments beneath it, on every day it is in force.

    Raises what ``overlay`` raises.
    """
    under = [found for found in beneath if found is not one]
    known = {parameter.name for found in under for parameter in found.parameters}
    strange = [i for i, parameter in enumerate(one.parameters) if parameter.name not in known]
    if not strange:
        points = tuple(_all_points(one, under, known))
        if points:
            raise OverlayLaxer(points)
        return
    try:
        points = tuple(_all_points(one, under, known))
    except OverlayInvalid:
        # Told once the names are known.
        points = ()
    names = tuple(one.parameters[i].name for i in strange)
    raise UnknownParameters(names, f"parameters.{strange[0]}.name", points)


def _all_points(
    one: Instrument, under: list[Instrument], known: set[str]
) -> Iterator[tuple[str, str]]:
    """Every point in which a parameter the law has is laxer, with its place."""
    seen: set[tuple[str, date]] = set()
    for i, parameter in enumerate(one.parameters):
        where = f"parameters.{i}"
        if parameter.name not in known:
            continue
        if (parameter.name, parameter.since) in seen:
            raise OverlayInvalid(f"{parameter.name}在同一日期有两个值", f"{where}.from")
        seen.add((parameter.name, parameter.since))
        if not one.covers(parameter.since):
            raise OverlayInvalid("参数的施行日期不在本规定的有效期内", f"{where}.from")
        yield from ((where, said) for said in _points(one, parameter, under, where))


def _points(
    one: Instrument, parameter: Parameter, under: list[Instrument], where: str
) -> Iterator[str]:
    mine = next(v for v in versions(one, parameter.name) if v.parameter is parameter)
    below = [v for found in under for v in versions(found, parameter.name)]
    if not any(v.first <= mine.first <= v.last for v in below):
        message = f"{mine.first}没有规定{parameter.name}的现行文件"
        raise OverlayInvalid(message, f"{where}.from")
    for base in [v.parameter for v in below if v.first <= mine.last and mine.first <= v.last]:
        if parameter.unit != base.unit:
            raise OverlayInvalid(f"{base.name}的单位应为{base.unit}", f"{where}.unit")
        if not fits(parameter.value, base):
            raise OverlayInvalid(f"{base.name}不能取该值", f"{where}.value")
        said = laxer(base, parameter.value, parameter.hard)
        if said is not None:
            yield said


def _quoted(rules: UnitRules, quotation: Quotation, where: str) -> Citation:
    if quotation.words not in rules.articles.get(quotation.article, ""):
        message = f"第{quotation.article}条没有「{quotation.words}」"
        raise OverlayInvalid(message, f"{where}.words")
    return Citation(rules.number, quotation.article, None, None, None, quotation.words)


def _parameter(rules: UnitRules, index: int, given: UnitParameter) -> Parameter:
    """The unit's parameter; what its file leaves open is as in the law."""
    base = _base(given.name)
    return Parameter(
        name=given.name,
        value=given.value,
        unit=base.unit if base is not None and given.unit is None else given.unit,
        since=given.since,
        strict="fixed" if base is None else base.strict,
        hard=base is None or base.hard if given.hard is None else given.hard,
        citation=_quoted(rules, given.citation, f"parameters.{index}.citation"),
        among=() if base is None else base.among,
    )


def _base(name: str) -> Parameter | None:
    """The public parameter of that name that came last."""
    return max(_public(name), key=lambda p: p.since, default=None)


def _public(name: str) -> list[Parameter]:
    return [p for one in instruments().values() for p in one.parameters if p.name == name]
