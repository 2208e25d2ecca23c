"""What is asked of a benchmark and what it proposes."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rules.benchmark import Benchmark, BenchmarkVersion
from rules.codes import Aggravated, Lenient, Severity
from rules.discretion.bands import Band
from rules.outcome import Finding, Outcome, readings_of


@dataclass(frozen=True, slots=True)
class GradedFactor:
    """A factor of Article 30 (1 to 6) and the grade a person found, 0 for none."""

    item: int
    grade: int


@dataclass(frozen=True, slots=True)
class DiscretionFacts:
    """A case whose severity is to be weighed; ``conduct`` are items of Article 2."""

    on: date
    conduct: tuple[int, ...]
    grades: tuple[GradedFactor, ...]
    lenient: tuple[Lenient, ...] = ()
    aggravated: tuple[Aggravated, ...] = ()


class Reason(NamedTuple):
    """One step to the proposal: what the law says, and the clause of the benchmark that adds to
    it (None where the law speaks alone)."""

    finding: Finding
    clause: str | None = None

    def as_json(self) -> dict[str, object]:
        """The finding object of the contracts with ``clause``."""
        return {**self.finding.as_json(), "clause": self.clause}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the benchmark proposes; it never binds and never refuses.

    ``severity`` is None while a factor is not graded or no benchmark holds; ``band`` the months
    proposed for a ban or disqualification (None with the lightest severity, which has none);
    ``score`` of ``most`` points.
    """

    severity: Severity | None
    band: Band | None
    score: int | None
    reasons: tuple[Reason, ...]
    benchmark: Benchmark | None = None
    version: BenchmarkVersion | None = None

    @property
    def binding(self) -> bool:
        """Never: the severity stays a person's decision (Article 30)."""
        return False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The reasons as findings, every one an info."""
        return tuple(reason.finding for reason in self.reasons)

    @property
    def outcome(self) -> Outcome:
        """The same as the common answer of all rules: always allowed."""
        return Outcome.of(self.findings)

    def as_json(self) -> dict[str, object]:
        """The object of docs/discretion-benchmark.md."""
        held, version = self.benchmark, self.version
        source = None
        if held is not None and version is not None:
            source = {
                "organisation": held.organisation,
                "title": held.title,
                "version": version.name,
            }
        return {
            "severity": None if self.severity is None else self.severity.value,
            "band": None if self.band is None else self.band.as_json(),
            "score": self.score,
            "most": None if version is None else version.most,
            "binding": self.binding,
            "benchmark": source,
            "reasons": [reason.as_json() for reason in self.reasons],
            "readings": list(readings_of(self.findings)),
        }


class Proposed(NamedTuple):
    """A proposal with what a decision departs from."""

    proposal: Proposal
    departures: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """The reasons and what departs from them as the common answer of all rules."""
        return Outcome.of((*self.proposal.findings, *self.departures))

    def as_json(self) -> dict[str, object]:
        """The proposal's object with ``departures``."""
        departures = [finding.as_json() for finding in self.departures]
        return {**self.proposal.as_json(), "departures": departures}
