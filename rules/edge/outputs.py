"""The outputs of the commands as models, for their JSON Schemas; the core writes the JSON."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from rules.codes import Severity


class Output(BaseModel):
    """Every field is always there."""

    model_config = ConfigDict(extra="forbid")


class AnnexOutput(Output):
    """A place in the annex of 84号."""

    list: int
    item: int


class CitationOutput(Output):
    """A place in an instrument and its exact words."""

    instrument: str
    article: int | None
    paragraph: int | None
    item: int | None
    annex: AnnexOutput | None
    text: str


class FindingOutput(Output):
    """One thing the law, or a reading of it, says."""

    level: Literal["error", "warning", "info"]
    code: str
    message: str
    citation: CitationOutput | None
    reading: str | None


class TermOutput(Output):
    """Years: ``over`` and ``under`` exclude the number, ``from`` and ``to`` include it."""

    over: int | None
    from_: int | None = Field(alias="from")
    to: int | None
    under: int | None


class SanctionsOutput(Output):
    """Output of check-sanctions."""

    lawful: bool
    floor: Literal["minor", "major"]
    consistent: tuple[Severity, ...]
    required: tuple[int, ...]
    permitted: tuple[int, ...]
    term: TermOutput
    follow_up: tuple[str, ...]
    readings: tuple[str, ...]
    findings: tuple[FindingOutput, ...]


class DayOutput(Output):
    """A day of the account; ``counted`` is null while not announced."""

    date: date
    counted: bool | None
    why: str


class DueDateOutput(Output):
    """Output of due-date; ``days`` is left out with --no-days."""

    due: date | None
    earliest: date | None
    latest: date | None
    provisional: bool
    hard: bool
    citation: CitationOutput
    findings: tuple[FindingOutput, ...]
    readings: tuple[str, ...]
    days: tuple[DayOutput, ...] = ()
    calendar: str


class ComplaintOutput(Output):
    """Output of check-complaint."""

    advice: Literal["accept", "decline", "forward"]
    grounds: tuple[CitationOutput, ...]
    findings: tuple[FindingOutput, ...]


class AppealOutput(Output):
    """Output of check-appeal."""

    advice: Literal["admit", "refuse"]
    in_time: bool | None
    last_day: date | None
    earliest: date | None
    latest: date | None
    findings: tuple[FindingOutput, ...]


class StepOutput(Output):
    """One hop of a submission."""

    from_: str = Field(alias="from")
    to: tuple[str, ...]
    documents: tuple[str, ...]
    due: date | None
    citation: CitationOutput


class RouteOutput(Output):
    """Output of submission-route."""

    required: bool
    steps: tuple[StepOutput, ...]
    findings: tuple[FindingOutput, ...]


class CandidateOutput(Output):
    """An organisation the law names."""

    organisation: str
    role: Literal["lead", "organises", "cooperates"]
    citation: CitationOutput


class JurisdictionOutput(Output):
    """Output of find-jurisdiction."""

    candidates: tuple[CandidateOutput, ...]
    conflict: bool
    findings: tuple[FindingOutput, ...]
