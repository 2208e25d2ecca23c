"""An organisation's discretion benchmark (裁量基准): a setting of its own, never law.

The model only; ``rules.discretion`` holds one against the law, and proposes by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rules.codes import Severity


class Cuts(NamedTuple):
    """Where the middle and the upper part of a severity's range begin, in months.

    The range itself is that of Article 32: a benchmark parts it and cannot move its ends.
    """

    ordinary: int
    aggravated: int


@dataclass(frozen=True, slots=True)
class Weighing:
    """How a factor of Article 30 counts.

    ``grades`` are the labels, lightest first, the first of them "none"; the place of a grade
    times ``weight`` are its points; ``clause`` is where the benchmark says so.
    """

    item: int
    weight: int
    grades: tuple[str, ...]
    clause: str

    @property
    def most(self) -> int:
        """The points of the heaviest grade."""
        return self.weight * (len(self.grades) - 1)


@dataclass(frozen=True, slots=True)
class BenchmarkVersion:
    """The benchmark from one day on.

    ``thresholds`` are the points from which each severity but the lightest is proposed, ``cuts``
    the parts of the ranges of the same severities; each with its clause.
    """

    name: str
    since: date
    factors: tuple[Weighing, ...]
    thresholds: Mapping[Severity, int]
    thresholds_clause: str
    cuts: Mapping[Severity, Cuts]
    cuts_clause: str

    @property
    def most(self) -> int:
        """The points of the heaviest grade of every factor."""
        return sum(one.most for one in self.factors)


@dataclass(frozen=True, slots=True, eq=False)
class Benchmark:
    """The benchmark of one organisation in its versions, the earliest first."""

    organisation: str
    title: str
    versions: tuple[BenchmarkVersion, ...]

    def version(self, on: date) -> BenchmarkVersion | None:
        """The version in force on a day; None before the first."""
        held = [one for one in self.versions if one.since <= on]
        return held[-1] if held else None
