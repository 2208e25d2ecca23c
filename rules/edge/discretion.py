"""The shapes of propose-severity, and a benchmark as a JSON file (docs/discretion-benchmark.md)."""

from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import Field

from rules.benchmark import Benchmark, BenchmarkVersion, Cuts, Weighing
from rules.codes import Aggravated, Lenient, Severity
from rules.context import Context
from rules.discretion import (
    DiscretionFacts,
    GradedFactor,
    Proposed,
    check_benchmark,
    departure,
    propose,
)
from rules.edge.inputs import ConductItem, FactorItem, Input, MeasureInput, Name, Strict
from rules.edge.outputs import FindingOutput, Output
from rules.edge.reading import read_as
from rules.sanctions import SanctionFacts

# No scale comes near it; a bound keeps every sum of points small.
Points = Annotated[int, Field(le=1_000_000)]


class FactorInput(Strict):
    """How a factor of Article 30 counts; a grade's points are its place, from 0, times weight."""

    item: FactorItem
    weight: Points
    grades: tuple[Name, ...] = Field(description="各等级名称，由轻到重，第一级为“无”")
    clause: Name

    def fact(self) -> Weighing:
        """The factor as the model has it."""
        return Weighing(self.item, self.weight, self.grades, self.clause)


class ThresholdsInput(Strict):
    """The points from which each severity is proposed."""

    major: Points
    serious: Points
    especially_serious: Points
    clause: Name


class CutsInput(Strict):
    """Where the middle and the upper part of a range begin, in months."""

    ordinary_from: Points
    aggravated_from: Points

    def fact(self) -> Cuts:
        """The cuts as the model has them."""
        return Cuts(self.ordinary_from, self.aggravated_from)


class BandsInput(Strict):
    """The parts of the ranges of Article 32."""

    major: CutsInput
    serious: CutsInput
    especially_serious: CutsInput
    clause: Name


_GRAVER = tuple(severity for severity in Severity if severity is not Severity.MINOR)


class VersionInput(Strict):
    """The benchmark from one day on."""

    version: Name
    from_: date = Field(alias="from")
    factors: tuple[FactorInput, ...]
    thresholds: ThresholdsInput
    bands: BandsInput

    def fact(self) -> BenchmarkVersion:
        """The version as the model has it."""
        return BenchmarkVersion(
            self.version,
            self.from_,
            tuple(one.fact() for one in self.factors),
            {severity: getattr(self.thresholds, severity) for severity in _GRAVER},
            self.thresholds.clause,
            {severity: getattr(self.bands, severity).fact() for severity in _GRAVER},
            self.bands.clause,
        )


class BenchmarkInput(Strict):
    """The file of an organisation's discretion benchmark."""

    organisation: Name
    title: Name
    versions: tuple[VersionInput, ...]


@lru_cache(maxsize=64)
def load_benchmark(text: bytes) -> Benchmark:
    """The benchmark an organisation's file describes.

    Raises RuleInputError for a file that cannot be used, BenchmarkInvalid where it leaves the law.
    """
    given = read_as(BenchmarkInput, text)
    versions = tuple(one.fact() for one in given.versions)
    return check_benchmark(Benchmark(given.organisation, given.title, versions))


class GradeInput(Strict):
    """A factor and the grade a person found, 0 for none."""

    item: FactorItem
    grade: Annotated[int, Field(ge=0)]

    def fact(self) -> GradedFactor:
        """The grade as a fact."""
        return GradedFactor(self.item, self.grade)


class ProposalInput(Input):
    """Input of propose-severity; ``severity`` and ``measures`` are those decided, if they are."""

    on: date
    conduct: tuple[ConductItem, ...]
    grades: tuple[GradeInput, ...]
    lenient: tuple[Lenient, ...] = ()
    aggravated: tuple[Aggravated, ...] = ()
    severity: Severity | None = Field(None, description="已决定的情节，与建议不同时提示记录理由")
    measures: tuple[MeasureInput, ...] = ()

    def facts(self) -> DiscretionFacts:
        """The case to be weighed as facts."""
        grades = tuple(one.fact() for one in self.grades)
        return DiscretionFacts(self.on, self.conduct, grades, self.lenient, self.aggravated)

    def decision(self) -> SanctionFacts:
        """What was decided as facts."""
        measures = tuple(one.fact() for one in self.measures)
        return SanctionFacts(self.on, self.conduct, measures, severity=self.severity)


def answer(given: ProposalInput, context: Context) -> Proposed:
    """The proposal, and where the decision departs from it."""
    proposal = propose(given.facts(), context)
    return Proposed(proposal, departure(proposal, given.decision(), context))


class BandOutput(Output):
    """A span of months, both included; ``to`` null: without end."""

    from_: int = Field(alias="from")
    to: int | None


class SourceOutput(Output):
    """Whose benchmark, and which version of it."""

    organisation: str
    title: str
    version: str


class ReasonOutput(FindingOutput):
    """A finding with the clause of the benchmark that adds to it."""

    clause: str | None


class ProposalOutput(Output):
    """Output of propose-severity."""

    severity: Severity | None
    band: BandOutput | None
    score: int | None
    most: int | None
    binding: Literal[False]
    benchmark: SourceOutput | None
    reasons: tuple[ReasonOutput, ...]
    readings: tuple[str, ...]
    departures: tuple[FindingOutput, ...]
