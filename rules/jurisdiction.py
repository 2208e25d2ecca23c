"""find-jurisdiction: who inquires (Articles 5 to 9, 50, 52; 84号 Articles 6, 14, 15).

Articles 7, 8 and 9 are special to the first paragraph of Article 6; where several articles name
different organisations all are shown and a person chooses, unless a reading ranks them.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from rules import jurisdiction_findings as said
from rules import jurisdiction_grounds as by
from rules.codes import RespondentKind
from rules.context import Context
from rules.errors import FactsContradict, UnknownCode
from rules.outcome import Citation, Finding, Outcome

LEAD, ORGANISES, COOPERATES = "lead", "organises", "cooperates"
NATURAL, SOCIAL = "natural", "social"


class Local(Enum):
    """Whose rule on the locality's body holds: 221号 alone, 84号 Articles 6 and 15, or 15 only."""

    NATIONAL = auto()
    SHANDONG = auto()
    ONE_OFFICE = auto()


MATTERS = ("paper", "thesis", "project", "award_or_talent", "other")


@dataclass(frozen=True, slots=True)
class Party:
    """Whom the case is about; ``unit`` is the organisation itself when it is the respondent.

    ``unit`` is the employer at the time of the inquiry, ``student_of`` where a student is enrolled.
    """

    kind: RespondentKind
    is_head: bool = False
    unit: str | None = None
    student_of: str | None = None
    superior: str | None = None
    locality_department: str | None = None
    locality_social_body: str | None = None
    former_units: tuple[str, ...] = ()

    @property
    def place(self) -> str | None:
        """The unit that counts: of a student the one of enrolment (Article 50 (4))."""
        return self.student_of or self.unit

    @property
    def accused_unit(self) -> str | None:
        """The organisation that may not inquire: accused itself, or its head is."""
        return self.unit if self.is_head or self.kind == RespondentKind.ORGANISATION else None


@dataclass(frozen=True, slots=True)
class Author:
    """An author with the affiliations as printed, in order, and where they work now."""

    name: str
    affiliations: tuple[str, ...] = ()
    present_unit: str | None = None

    @property
    def signed(self) -> str | None:
        """The first affiliation (第一署名单位)."""
        return self.affiliations[0] if self.affiliations else None


@dataclass(frozen=True, slots=True)
class Matter:
    """What the case is about; a field that does not concern the kind is None or empty."""

    kind: str = "other"
    authors: tuple[Author, ...] = ()
    corresponding: tuple[str, ...] = ()
    awarding_unit: str | None = None
    managing_department: str | None = None
    publicly_funded: bool = False
    journal: str | None = None
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JurisdictionFacts:
    """The case; ``domain`` is natural or social, None while not known."""

    respondent: Party
    matter: Matter = field(default_factory=Matter)
    military: bool = False
    domain: str | None = None
    public_concern: bool = False
    several_departments: bool = False


class Candidate(NamedTuple):
    """An organisation, its role (lead, organises, cooperates) and the words that name it."""

    organisation: str
    role: str
    citation: Citation

    def as_json(self) -> dict[str, object]:
        """The candidate as the contracts show it."""
        return {
            "organisation": self.organisation,
            "role": self.role,
            "citation": self.citation.as_json(),
        }


class JurisdictionOutcome(NamedTuple):
    """Everyone the law names; ``conflict`` when it names several to lead or organise."""

    candidates: tuple[Candidate, ...]
    conflict: bool
    findings: tuple[Finding, ...]
    readings: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The findings as the common answer of all rules."""
        return Outcome.of(self.findings, self.readings)

    def as_json(self) -> dict[str, object]:
        """The object of the contracts."""
        return {
            "candidates": [candidate.as_json() for candidate in self.candidates],
            "conflict": self.conflict,
            "findings": [finding.as_json() for finding in self.findings],
        }


_LOCAL_READINGS = {by.ORDERED_84: "C13", by.SOCIAL_84: "C14"}
# The articles on who the respondent is; those on what the matter is stand beside them.
_ON_RESPONDENT = frozenset(
    {by.SUPERIOR, by.NO_SUPERIOR, by.SUPERIOR_84, by.NO_SUPERIOR_84, by.SOCIAL_84}
)


def find_jurisdiction(facts: JurisdictionFacts, on: date, context: Context) -> JurisdictionOutcome:
    """Every organisation the law names for the case, with its role.

    Raises UnknownCode or FactsContradict for a case that cannot be, InstrumentNotInForce.
    """
    local = _local_rule(context, on)
    shandong = local is not Local.NATIONAL
    _check(facts)
    if facts.military:
        return JurisdictionOutcome((), False, (said.MILITARY,))
    found = _unnamed(facts.matter)
    both = context.reading("student_employed") == "both"
    named = [*_by_respondent(facts, local, both, found), *_by_matter(facts, shandong)]
    kept = _ranked(_barred(named, facts.respondent.accused_unit, found), context, found)
    candidates = _once([*kept, *_cooperating(facts, kept)])
    if facts.public_concern or facts.several_departments:
        found.append(said.JOINT_INQUIRY)
    conflict = _conflict(candidates)
    if conflict:
        found.append(said.CHOOSE)
    if all(candidate.role == COOPERATES for candidate in candidates):
        found += _nobody(facts, shandong)
    return JurisdictionOutcome(candidates, conflict, tuple(found), _used(candidates))


def _local_rule(context: Context, on: date) -> Local:
    if "jurisdiction.order_first_responsible" not in context.law(on):
        return Local.NATIONAL
    literal = context.reading("C14") == "technology_department"
    return Local.ONE_OFFICE if literal else Local.SHANDONG


def _used(candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    """The readings behind the candidates of 84号, whether or not a finding shows them."""
    grounds = {candidate.citation for candidate in candidates}
    return tuple(name for ground, name in _LOCAL_READINGS.items() if ground in grounds)


def _ranked(named: list[Candidate], context: Context, found: list[Finding]) -> list[Candidate]:
    """Without those who step back where articles on the respondent and on the matter meet."""
    heads = [c for c in named if c.role != COOPERATES]
    on_respondent = [c for c in heads if c.citation in _ON_RESPONDENT]
    on_matter = [c for c in heads if c.citation not in _ON_RESPONDENT]
    ranking = context.reading("G15")
    if ranking == "show_all" or not on_respondent or not on_matter:
        return named
    by_matter = ranking == "by_matter"
    found.append(said.BY_MATTER if by_matter else said.BY_RESPONDENT)
    back = on_respondent if by_matter else on_matter
    return [candidate for candidate in named if candidate not in back]


def _check(facts: JurisdictionFacts) -> None:
    matter, respondent = facts.matter, facts.respondent
    if respondent.kind not in tuple(RespondentKind):
        raise UnknownCode("被调查人类别", respondent.kind, "respondent.kind")
    if facts.domain not in (None, NATURAL, SOCIAL):
        raise UnknownCode("领域", facts.domain, "domain")
    if matter.kind not in MATTERS:
        raise UnknownCode("事项类别", matter.kind, "matter.kind")
    if respondent.kind == RespondentKind.ORGANISATION and (
        respondent.is_head or respondent.student_of
    ):
        raise FactsContradict("单位不能是单位负责人或学生", "respondent")
    names = {author.name for author in matter.authors}
    for i, name in enumerate(matter.corresponding):
        if name not in names:
            raise FactsContradict(f"通讯作者“{name}”不在作者之列", f"matter.corresponding.{i}")


def _by_respondent(
    facts: JurisdictionFacts, local: Local, both: bool, found: list[Finding]
) -> list[Candidate]:
    who, shandong = facts.respondent, local is not Local.NATIONAL
    if who.is_head or who.kind == RespondentKind.ORGANISATION:
        if who.superior:
            return [Candidate(who.superior, ORGANISES, by.SUPERIOR_84 if shandong else by.SUPERIOR)]
        return _locality(facts, by.NO_SUPERIOR_84 if shandong else by.NO_SUPERIOR, local, found)
    if _special(facts.matter):
        return []
    employer = [Candidate(who.unit, LEAD, by.UNIT_84 if shandong else by.UNIT)] if who.unit else []
    if who.student_of:
        enrolled = [Candidate(who.student_of, LEAD, by.STUDENT)]
        if not who.unit or who.unit == who.student_of:
            return enrolled
        found.append(said.student_employed(who.student_of, employer[0].organisation, both))
        return [*enrolled, *employer] if both else enrolled
    return employer or _locality(facts, by.NO_UNIT_84 if shandong else by.NO_UNIT, local, found)


def _special(matter: Matter) -> bool:
    """Whether Article 7, 8 or 9 governs, so that the default of Article 6 steps back."""
    return matter.publicly_funded or matter.kind in ("paper", "thesis", "award_or_talent")


def _unnamed(matter: Matter) -> list[Finding]:
    """What has to be filled in before Article 7, 8 or 9 names anybody."""
    award = matter.kind == "award_or_talent"
    rows = (
        (matter.kind == "thesis" and not matter.awarding_unit, said.NO_AWARDING_UNIT),
        (matter.kind == "paper" and not matter.authors, said.NO_AUTHORS),
        (award and not matter.managing_department, said.NO_AWARD_DEPARTMENT),
        (
            matter.publicly_funded and not award and not matter.managing_department,
            said.NO_PROJECT_DEPARTMENT,
        ),
    )
    return [finding for missing, finding in rows if missing]


def _nobody(facts: JurisdictionFacts, shandong: bool) -> list[Finding]:
    """What to fill in where nobody is named, unless the matter's own field was asked for."""
    who, matter = facts.respondent, facts.matter
    if who.is_head or who.kind == RespondentKind.ORGANISATION:
        return [said.nobody_without_superior(by.NO_SUPERIOR_84 if shandong else by.NO_SUPERIOR)]
    if _unnamed(matter):
        return []
    if matter.kind == "paper":
        return [said.NOBODY_SIGNED]
    return [said.nobody_without_unit(by.NO_UNIT_84 if shandong else by.NO_UNIT)]


def _locality(
    facts: JurisdictionFacts, citation: Citation, local: Local, found: list[Finding]
) -> list[Candidate]:
    who = facts.respondent
    if local is Local.ONE_OFFICE:
        found.append(said.ONE_OFFICE)
        office = who.locality_department
        return [Candidate(office, ORGANISES, citation)] if office else []
    if facts.domain is None and who.locality_social_body:
        found.append(said.domain_missing(citation))
    candidates = []
    if facts.domain != SOCIAL and who.locality_department:
        candidates.append(Candidate(who.locality_department, ORGANISES, citation))
    if facts.domain != NATURAL and who.locality_social_body:
        ground = by.SOCIAL_84 if local is Local.SHANDONG else citation
        candidates.append(Candidate(who.locality_social_body, ORGANISES, ground))
    return candidates


def _leading_author(matter: Matter) -> tuple[Author, Citation] | None:
    """The author whose unit leads: the first corresponding one, else the first."""
    if not matter.authors:
        return None
    if not matter.corresponding:
        return matter.authors[0], by.PAPER_FIRST
    name = matter.corresponding[0]
    return next(author for author in matter.authors if author.name == name), by.PAPER


def _paper(matter: Matter) -> list[Candidate]:
    leading = _leading_author(matter)
    if leading is None:
        return []
    author, ground = leading
    if author.present_unit and author.present_unit != author.signed:
        lead = [Candidate(author.present_unit, LEAD, by.PAPER_MOVED if author.signed else ground)]
        signed = [Candidate(author.signed, COOPERATES, by.PAPER_MOVED)] if author.signed else []
        return lead + signed
    return [Candidate(author.signed, LEAD, ground)] if author.signed else []


def _by_matter(facts: JurisdictionFacts, shandong: bool) -> list[Candidate]:
    matter = facts.matter
    named = _paper(matter) if matter.kind == "paper" else []
    if matter.kind == "thesis" and matter.awarding_unit:
        named.append(Candidate(matter.awarding_unit, LEAD, by.THESIS))
    managing = matter.managing_department
    if managing and (matter.publicly_funded or matter.kind == "award_or_talent"):
        ground = by.AWARD if matter.kind == "award_or_talent" else by.PROJECT
        named.append(Candidate(managing, ORGANISES, ground))
        ordered = facts.respondent.place
        if shandong and ordered and matter.kind in ("project", "award_or_talent"):
            named.append(Candidate(ordered, LEAD, by.ORDERED_84))
    return named


def _barred(named: list[Candidate], accused: str | None, found: list[Finding]) -> list[Candidate]:
    """Without the accused organisation, or the one whose head is, as lead or organiser."""
    kept = [c for c in named if c.role == COOPERATES or c.organisation != accused]
    if accused is not None:
        found.append(said.own_head(accused))
    return kept


def _cooperating(facts: JurisdictionFacts, named: list[Candidate]) -> list[Candidate]:
    matter, who = facts.matter, facts.respondent
    found = [Candidate(unit, COOPERATES, by.FORMER) for unit in who.former_units]
    if matter.kind == "paper":
        units = (author.present_unit or author.signed for author in matter.authors)
        found += [Candidate(unit, COOPERATES, by.COAUTHORS) for unit in units if unit]
    if matter.journal:
        found.append(Candidate(matter.journal, COOPERATES, by.JOURNAL))
    award = matter.kind == "award_or_talent"
    if award or matter.publicly_funded:
        ground = by.AWARD_UNITS if award else by.PROJECT_UNITS
        own = (who.place,) if who.place and who.place != who.accused_unit else ()
        found += [Candidate(unit, COOPERATES, ground) for unit in (*own, *matter.participants)]
    else:
        found += [Candidate(unit, COOPERATES, by.TAKING_PART) for unit in matter.participants]
    leading = {c.organisation for c in named if c.role != COOPERATES}
    return [c for c in found if c.organisation not in leading]


def _once(candidates: list[Candidate]) -> tuple[Candidate, ...]:
    """Who leads or organises once by each article, and first; who cooperates once."""
    found: dict[tuple[str, object], Candidate] = {}
    for one in sorted(candidates, key=lambda c: c.role == COOPERATES):
        key = one.organisation, None if one.role == COOPERATES else _article(one)
        found.setdefault(key, one)
    return tuple(found.values())


def _conflict(candidates: tuple[Candidate, ...]) -> bool:
    """Whether different articles name different organisations to lead or organise.

    A department and the unit it orders under Article 14 of 84号 stand together.
    """
    heads = [c for c in candidates if c.role != COOPERATES and c.citation != by.ORDERED_84]
    return any(
        one.organisation != other.organisation and _article(one) != _article(other)
        for one in heads
        for other in heads
    )


def _article(candidate: Candidate) -> tuple[str, int | None]:
    return candidate.citation.instrument, candidate.citation.article
