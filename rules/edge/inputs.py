"""The inputs of the commands as the contracts give them; each turns itself into frozen facts.

Unknown fields and other types than the JSON ones are errors: "3" is no number, 1 is not true.
"""

from datetime import date
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from rules.appeals import AppealFacts
from rules.codes import Aggravated, Involvement, Lenient, RespondentKind, Severity
from rules.complaints import ComplaintFacts
from rules.deadlines import MONTHS_AT_MOST, DueDateFacts
from rules.filing import FilingFacts
from rules.jurisdiction import Author, JurisdictionFacts, Matter, Party
from rules.law import N221
from rules.sanctions import MeasureFact, Respondent, SanctionFacts

ConductItem = Annotated[int, Field(ge=1, le=8)]
MeasureItem = Annotated[int, Field(ge=1, le=14)]
FactorItem = Annotated[int, Field(ge=1, le=6)]
# No term of a decision comes near it; a bound keeps every sum of months small.
TermLength = Annotated[int, Field(ge=1, le=100_000)]
Name = Annotated[str, Field(min_length=1)]
RuleName = Literal[
    "acceptance",
    "inform_participants",
    "investigation",
    "appeal",
    "appeal_admission",
    "review",
    "re_review_admission",
    "re_review",
    "report_upward",
    "submit_to_national",
    "submit_direct",
    "supervision_objection",
    "supervision_notice",
]


# Frozen facts may be shared, and the same few come on line after line.
_measure = lru_cache(maxsize=4096)(MeasureFact)
_respondent = lru_cache(maxsize=16)(Respondent)


class Strict(BaseModel):
    """JSON taken literally."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Input(Strict):
    """What every command may be told: the instruments in use."""

    instruments: tuple[str, ...] = Field(
        (N221,), description="适用的文件；地方文件与国科发监〔2022〕221号同时适用"
    )


class RespondentInput(Strict):
    """Whom the decision is about."""

    kind: RespondentKind
    party_member: bool = False
    public_servant: bool = False


class MeasureInput(Strict):
    """A measure of Article 29 with its term."""

    item: MeasureItem
    years: TermLength | None = None
    months: TermLength | None = None
    permanent: bool = False

    def fact(self) -> MeasureFact:
        """The measure as a fact."""
        return _measure(self.item, self.years, self.months, self.permanent)


class SanctionInput(Input):
    """Input of check-sanctions."""

    on: date
    respondent: RespondentInput = RespondentInput(kind=RespondentKind.PERSON)
    conduct: tuple[ConductItem, ...]
    article_31: bool = False
    severity: Severity | None = None
    factors: tuple[FactorItem, ...] = ()
    lenient: tuple[Lenient, ...] = ()
    aggravated: tuple[Aggravated, ...] = ()
    mitigated: bool = False
    powers: tuple[MeasureItem, ...] | None = None
    involves: tuple[Involvement, ...] = ()
    suspected_crime: bool = False
    decided_by_itself: bool = Field(
        False, description="依第三十一条处理时，是否由被处理单位自行决定"
    )
    measures: tuple[MeasureInput, ...]

    def facts(self) -> SanctionFacts:
        """The decision as facts."""
        who = self.respondent
        return SanctionFacts(
            self.on,
            self.conduct,
            tuple([m.fact() for m in self.measures]),
            _respondent(who.kind, who.party_member, who.public_servant),
            self.article_31,
            self.severity,
            self.factors,
            self.lenient,
            self.aggravated,
            self.mitigated,
            self.powers,
            self.involves,
            self.suspected_crime,
            self.decided_by_itself,
        )


class DueDateInput(Input):
    """Input of due-date."""

    rule: RuleName
    start: date
    suspensions: tuple[tuple[date, date | None], ...] = ()
    extension_months: Annotated[int, Field(ge=0, le=MONTHS_AT_MOST)] = 0
    on: date | None = None
    as_of: date | None = None

    def facts(self) -> DueDateFacts:
        """The clock as facts."""
        extension = self.extension_months
        return DueDateFacts(self.rule, self.start, self.suspensions, extension, self.on, self.as_of)


class ComplaintInput(Input):
    """Input of check-complaint."""

    on: date | None = None
    respondent_identified: bool
    within_scope: bool
    within_annex: bool | None = None
    facts_stated: bool
    evidence: bool = False
    checkable_lead: bool
    repeats_earlier: bool = False
    decision_in_effect: bool = False
    new_evidence_or_lead: bool = False
    competent: bool

    def facts(self) -> ComplaintFacts:
        """The report as facts."""
        return ComplaintFacts(**self.model_dump(exclude={"on", "instruments"}))


class AppealInput(Input):
    """Input of check-appeal."""

    on: date | None = None
    level: Annotated[int, Field(ge=1, le=2)]
    served: date
    received: date | None = None
    lodged: date
    appellant: Literal["respondent", "complainant"]
    reasons: bool
    evidence_or_leads: bool
    sufficient_evidence: bool = False
    same_facts_and_reasons: bool = False
    only_dissatisfied: bool = False
    by_state_council: bool = False

    def facts(self) -> AppealFacts:
        """The appeal as facts."""
        return AppealFacts(**self.model_dump(exclude={"instruments"}))


class FilingInput(Input):
    """Input of submission-route."""

    on: date | None = None
    decided_by: Literal["local", "state_council_department"]
    superior_is_province: bool = False
    measures: tuple[MeasureInput, ...]
    effective: date
    received_by_province: date | None = None
    completed_by_province: date | None = None
    social_science: bool = False

    def facts(self) -> FilingFacts:
        """The decision as facts."""
        return FilingFacts(
            self.decided_by,
            self.effective,
            tuple(measure.fact() for measure in self.measures),
            self.superior_is_province,
            self.received_by_province,
            self.on,
            self.completed_by_province,
            self.social_science,
        )


class PartyInput(Strict):
    """Whom the case is about."""

    kind: RespondentKind
    is_head: bool = False
    unit: Name | None = None
    student_of: Name | None = None
    superior: Name | None = None
    locality_department: Name | None = None
    locality_social_body: Name | None = None
    former_units: tuple[Name, ...] = ()


class AuthorInput(Strict):
    """An author of a paper."""

    name: Name
    affiliations: tuple[Name, ...] = ()
    present_unit: Name | None = None


class MatterInput(Strict):
    """What the case is about."""

    kind: Literal["paper", "thesis", "project", "award_or_talent", "other"] = "other"
    authors: tuple[AuthorInput, ...] = ()
    corresponding: tuple[Name, ...] = ()
    awarding_unit: Name | None = None
    managing_department: Name | None = None
    publicly_funded: bool = False
    journal: Name | None = None
    participants: tuple[Name, ...] = ()


class JurisdictionInput(Input):
    """Input of find-jurisdiction."""

    on: date | None = None
    respondent: PartyInput
    military: bool = False
    domain: Literal["natural", "social"] | None = None
    matter: MatterInput = MatterInput()
    public_concern: bool = False
    several_departments: bool = False

    def facts(self) -> JurisdictionFacts:
        """The case as facts."""
        matter = self.matter
        authors = tuple(Author(**author.model_dump()) for author in matter.authors)
        rest = matter.model_dump(exclude={"authors"})
        return JurisdictionFacts(
            Party(**self.respondent.model_dump()),
            Matter(authors=authors, **rest),
            self.military,
            self.domain,
            self.public_concern,
            self.several_departments,
        )
