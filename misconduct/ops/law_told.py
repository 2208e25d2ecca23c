"""What the rules tell people, article by article, as the tests heard them tell it.

``told.jsonl`` is written by ``python -m tests.rules.make_told``; a test holds it to the rules.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rules.outcome import Citation, Level

TOLD = Path(__file__).with_name("told.jsonl")
Place = tuple[str, int | None]


@dataclass(frozen=True)
class Quoted:
    """Words a sentence rests on, and its code there."""

    citation: Citation
    code: str


@dataclass(frozen=True)
class Told:
    """One sentence on one article, with every place and code it is told with.

    ``by``: the public functions that say it; ``asked``: those a caller asks to hear it.
    """

    level: Level
    said: str
    reading: str | None
    codes: tuple[str, ...]
    quoted: tuple[Quoted, ...]
    by: tuple[str, ...]
    asked: tuple[str, ...]
    place: Place | None


@cache
def told() -> tuple[Told, ...]:
    """Every sentence."""
    return tuple(_read(line) for line in TOLD.read_text(encoding="utf-8").splitlines())


def _read(line: str) -> Told:
    row = json.loads(line)
    instrument, article = row["instrument"], row["article"]
    number = None if article == "annex" else article
    quoted = tuple(
        Quoted(
            Citation(instrument, number or None, None, item, annex and (annex[0], annex[1]), text),
            code,
        )
        for item, annex, text, code in row["quoted"]
    )
    return Told(
        Level(row["level"]),
        row["said"],
        row["reading"],
        tuple(row["codes"]),
        quoted,
        tuple(row["by"]),
        tuple(row["asked"]),
        None if instrument is None else (instrument, number),
    )


@cache
def told_on(place: Place) -> tuple[Told, ...]:
    """What is told on an article."""
    return tuple(one for one in told() if one.place == place)
