"""The shapes of check-integrity."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from rules.codes import RespondentKind, Severity
from rules.edge.inputs import Input, MeasureInput, Strict
from rules.edge.outputs import CitationOutput, FindingOutput, Output
from rules.integrity import IntegrityFacts, RecordedDecision, Status

PurposeName = Literal[
    "activity",
    "plan_project",
    "academician",
    "award",
    "title",
    "degree",
    "reviewer",
    "guidance_funds",
    "exchange",
    "voucher",
]


class RecordedDecisionInput(Strict):
    """A decision on file about the applicant."""

    effective: date | None = Field(None, description="生效日期；尚未生效的不填")
    measures: tuple[MeasureInput, ...]
    severity: Severity | None = None
    number: str = Field("", description="处理决定书文号，用于说明")
    status: Status = Status.IN_FORCE
    starts: date | None = Field(None, description="处理决定载明的期限起算日")
    register_until: date | None = Field(None, description="为记入数据库载明的截止日")
    removed_on: date | None = Field(None, description="移出数据库的日期")
    committed: date | None = Field(None, description="行为发生的日期")

    def fact(self) -> RecordedDecision:
        """The decision as a fact."""
        rest = self.model_dump(exclude={"measures"})
        return RecordedDecision(measures=tuple(one.fact() for one in self.measures), **rest)


class IntegrityInput(Input):
    """Input of check-integrity; ``on`` is the day of application."""

    on: date
    kind: RespondentKind
    purpose: PurposeName
    decisions: tuple[RecordedDecisionInput, ...] = ()
    open_cases: Annotated[int, Field(ge=0)] = 0

    def facts(self) -> IntegrityFacts:
        """The application as facts."""
        decisions = tuple(one.fact() for one in self.decisions)
        return IntegrityFacts(self.kind, self.purpose, self.on, decisions, self.open_cases)


class StandingOutput(Output):
    """A decision and where it stands on the day."""

    number: str
    effective: date | None
    state: Literal[
        "not_effective", "revoked", "void", "varied", "running", "no_term", "expired", "removed"
    ]
    ends_on: date | None
    permanent: bool
    in_register: bool


class WindowOutput(Output):
    """The days a document looks back over, both included."""

    from_: date = Field(alias="from")
    to: date
    citation: CitationOutput


class IntegrityOutput(Output):
    """Output of check-integrity; ``ask``: a person must judge."""

    result: Literal["pass", "refuse", "ask"]
    basis: CitationOutput
    decisions: tuple[StandingOutput, ...]
    windows: tuple[WindowOutput, ...]
    readings: tuple[str, ...]
    findings: tuple[FindingOutput, ...]
