"""A unit's own rules for tests: one article that says whatever is asked of it."""

from datetime import date
from typing import Any

from rules.instruments import Instrument
from rules.overlays import Quotation, UnitParameter, UnitRules, overlay

SINCE = date(2026, 3, 1)
WORDS = Quotation(3, "按本细则的规定执行")


def parameter(name: str, value: Any, since: date = SINCE, **more: Any) -> UnitParameter:
    """A parameter quoted from Article 3 of the unit's rules."""
    return UnitParameter(name, value, since, WORDS, **more)


def unit_rules(*parameters: UnitParameter, **changed: Any) -> UnitRules:
    """The rules of one university, in force from 1 March 2026."""
    facts: dict[str, Any] = {
        "number": "甲大学〔2026〕1号",
        "title": "甲大学实施细则",
        "organisation": "甲大学",
        "since": SINCE,
        "until": None,
        "checked": SINCE,
        "articles": {3: "科研失信行为的调查处理，按本细则的规定执行。"},
        "citation": WORDS,
        "parameters": parameters,
    }
    return UnitRules(**{**facts, **changed})


def loaded(*parameters: UnitParameter, **changed: Any) -> Instrument:
    """The same as an instrument."""
    return overlay(unit_rules(*parameters, **changed))
