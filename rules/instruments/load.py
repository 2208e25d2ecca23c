"""Reads instruments from their files; every quotation is checked against the text."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

from rules.instruments.model import Instrument, Parameter, UnheldText
from rules.law import cite
from rules.outcome import Citation

DATA = Path(__file__).parent
UNHELD = DATA / "unheld" / "texts.json"


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


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
        among=tuple(data.get("among", ())),
    )


def load(path: Path) -> Instrument:
    """Read one instrument; raises WordsNotFound for words that do not stand in the text."""
    data = cast(dict[str, Any], json.loads(path.read_bytes()))
    number = data["number"]
    return Instrument(
        number=number,
        title=data["title"],
        kind=data["kind"],
        since=date.fromisoformat(data["from"]),
        until=_day(data["until"]),
        checked=date.fromisoformat(data["checked"]),
        reading=data["reading"],
        citation=_citation(number, data["citation"]),
        parameters=tuple(_parameter(number, p) for p in data["parameters"]),
    )


def load_unheld(path: Path = UNHELD) -> tuple[UnheldText, ...]:
    """Read the texts that are known by name and dates only."""
    return tuple(
        UnheldText(
            number=data["number"],
            title=data["title"],
            topic=data["topic"],
            since=date.fromisoformat(data["from"]),
            until=_day(data["until"]),
            checked=date.fromisoformat(data["checked"]),
            source=data["source"],
        )
        for data in json.loads(path.read_bytes())
    )
