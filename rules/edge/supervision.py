"""The shapes of check-tolerance."""

from datetime import date
from typing import Literal

from pydantic import Field

from rules.edge.inputs import Input
from rules.edge.outputs import CitationOutput, FindingOutput, Output
from rules.supervision import ToleranceFacts

ConditionName = Literal[
    "cause", "goal_missed", "funds_proper", "experts_confirmed", "performer_diligent"
]


class ToleranceInput(Input):
    """Input of check-tolerance; ``on`` is the day the project is judged."""

    on: date
    cause: Literal["market_risk", "technical_route", "unforeseeable"] | None = None
    goal_missed: bool
    funds_proper: bool = False
    experts_confirmed: bool = False
    performer_diligent: bool = False
    proved: tuple[ConditionName, ...] = Field((), description="已附证明材料的条件")
    original_records: bool = Field(False, description="有无原始科研记录")
    misconduct: Literal["none", "open", "found"] = "none"

    def facts(self) -> ToleranceFacts:
        """The project as facts."""
        rest = self.model_dump(exclude={"instruments", "proved"})
        return ToleranceFacts(proved=frozenset(self.proved), **rest)


class ConditionOutput(Output):
    """One of the five conditions."""

    name: ConditionName
    met: bool
    proved: bool
    citation: CitationOutput


class ToleranceOutput(Output):
    """Output of check-tolerance; ``effects`` are empty unless tolerated."""

    tolerated: bool
    conditions: tuple[ConditionOutput, ...]
    effects: tuple[Literal["concluded_normally", "no_credit_entry", "eligible_for_projects"], ...]
    readings: tuple[str, ...]
    findings: tuple[FindingOutput, ...]
