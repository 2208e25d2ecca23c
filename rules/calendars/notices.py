"""The notices a calendar is made of, read from ``notices.json``: one notice a line."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

NOTICES = Path(__file__).parent / "notices.json"


@dataclass(frozen=True, slots=True)
class Notice:
    """One arrangement: ``rest`` and ``work`` are the days it moves or names.

    ``occasion`` is None for the arrangement of a year, else what a notice within the year was
    for.  ``number`` is None where it is not verified; ``issued``, the day from which the
    arrangement was known, is None for years taken from another calendar.
    """

    year: int
    number: str | None
    issued: date | None
    verified: bool
    rest: frozenset[date]
    work: frozenset[date]
    title: str = ""
    occasion: str | None = None

    @property
    def label(self) -> str:
        """How a person reads it: the number, or the title where the number is not verified."""
        return self.number or f"{self.title or f'{self.year}年放假安排'}（文号未核实）"

    @property
    def known(self) -> date:
        """The day from which it was known; for want of its date, the first day of its year."""
        return self.issued or date(self.year, 1, 1)


def _span(first: str, last: str) -> Iterator[date]:
    start = date.fromisoformat(first)
    for offset in range((date.fromisoformat(last) - start).days + 1):
        yield start + timedelta(days=offset)


def _notice(data: dict[str, Any]) -> Notice:
    return Notice(
        year=data["year"],
        number=data["notice"],
        issued=date.fromisoformat(data["issued"]) if data["issued"] else None,
        verified=data["verified"],
        rest=frozenset(day for first, last in data["rest"] for day in _span(first, last)),
        work=frozenset(date.fromisoformat(day) for day in data["make_up_work"]),
        title=data.get("title", ""),
        occasion=data.get("occasion"),
    )


def load_notices(path: Path = NOTICES) -> tuple[Notice, ...]:
    """The notices of a file: by year, those of a year in the order in which they were known."""
    found = (_notice(data) for data in json.loads(path.read_bytes()))
    return tuple(sorted(found, key=lambda n: (n.year, n.occasion is not None, n.known)))
