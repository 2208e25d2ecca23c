"""A unit's own rules and readings from their rows, and where words that are quoted stand.

What quotes the law anywhere on the platform finds the text here, the public ones and the units'.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accounts.models import Organisation, UnitRules
from rules import law
from rules.edge.overlay import passed_overlay
from rules.instruments import Instrument
from rules.law import Passage, WordsNotFound
from rules.outcome import Citation
from rules.readings import READINGS, Reading


@dataclass(frozen=True, slots=True)
class Own:
    """What of its own a body acts under: its rules, None without any, and its readings.

    ``readings`` holds what it reads otherwise than by default.
    """

    rules: UnitRules | None
    readings: Mapping[str, str]


def own_of(organisation: Organisation, on: date) -> Own:
    """The rules a unit has in force on a day, and its readings as they are set now."""
    return Own(rules_on(organisation, on), organisation.readings)


def in_words(readings: Mapping[str, str]) -> list[tuple[Reading, str]]:
    """What is read otherwise than by default, each with its answer in words."""
    return [
        (READINGS[name], answer_in_words(READINGS[name], value))
        for name, value in sorted(readings.items())
    ]


def answer_in_words(reading: Reading, value: str) -> str:
    """An answer that is shown alone: one that refers to the answer above it says which that is."""
    words = reading.alternatives[value]
    return f"{words}（上一种：{reading.answer}）" if words.startswith("同上") else words


def rules_on(organisation: Organisation, on: date) -> UnitRules | None:
    """The unit's own rules in force on a day: those that began last, of two the later registered.

    None where it has none, and after their end: they have taken the place of earlier ones.
    """
    held = organisation.own_rules.filter(since__lte=on).first()
    return held if held is not None and held.covers(on) else None


def instrument_of(rules: UnitRules) -> Instrument:
    """The rules as the engine applies them; they were held against the law when registered."""
    return passed_overlay(rules.text.encode())


def passage(citation: Citation) -> Passage:
    """Where quoted words stand; raises WordsNotFound when they stand nowhere.

    A unit may have registered several versions under one number: the latest that says so counts.
    """
    if citation.instrument in law.TITLES:
        return law.passage(citation)
    for held in UnitRules.objects.filter(number=citation.instrument).order_by("-pk"):
        own = instrument_of(held)
        if citation.text in own.articles.get(citation.article or 0, ""):
            return law.passage(citation, own)
    raise WordsNotFound(f"{citation.instrument} {citation.place}没有「{citation.text}」")


def quoted(instrument: str, article: int, words: str, *, item: int | None = None) -> Citation:
    """Words of an article, of the law or of a unit's own rules; raises WordsNotFound."""
    if instrument in law.TITLES:
        return law.cite(instrument, article, words, item=item)
    own = Citation(instrument, article, None, item, None, words)
    passage(own)
    return own
