"""find-jurisdiction: who inquires (Articles 5 to 9, 50, 52; 84号 Articles 6, 14, 15).

Articles 7, 8 and 9 are special to the first paragraph of Article 6; where several articles name
different organisations all are shown and a person chooses.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from rules.codes import RespondentKind
from rules.context import Context
from rules.errors import FactsContradict, UnknownCode
from rules.law import N221, S84, cite
from rules.outcome import Citation, Finding, Outcome, info, readings_of, warning

LEAD, ORGANISES, COOPERATES = "lead", "organises", "cooperates"
NATURAL, SOCIAL = "natural", "social"
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

    @property
    def outcome(self) -> Outcome:
        """The findings as the common answer of all rules."""
        return Outcome.of(self.findings, readings_of(self.findings))

    def as_json(self) -> dict[str, object]:
        """The object of the contracts."""
        return {
            "candidates": [candidate.as_json() for candidate in self.candidates],
            "conflict": self.conflict,
            "findings": [finding.as_json() for finding in self.findings],
        }


_UNIT = cite(N221, 6, "一般由其被调查时所在单位负责调查处理")
_STUDENT = cite(N221, 50, "被调查人是学生的，调查处理由其学籍所在单位负责", item=4)
_NO_UNIT = cite(
    N221,
    6,
    "没有所在单位的，由其所在地的科技行政部门或哲学社会科学科研诚信建设责任单位负责组织开展调查处理",
)
_SUPERIOR = cite(
    N221,
    6,
    "被调查人是单位主要负责人或法人、非法人组织的，由其上级主管部门负责组织开展调查处理",
)
_NO_SUPERIOR = cite(
    N221,
    6,
    "没有上级主管部门的，由其所在地的科技行政部门或哲学社会科学科研诚信建设责任单位"
    "负责组织开展调查处理",
)
_FORMER = cite(N221, 6, "所涉单位应积极配合开展调查处理并将调查处理情况及时送被调查人所在单位")
_TAKING_PART = cite(N221, 6, "负责对其他参与调查单位的调查程序、处理尺度等进行审核把关")
_PROJECT = cite(N221, 7, "由科技计划（专项、基金等）项目管理部门（单位）负责组织调查处理")
_PROJECT_UNITS = cite(
    N221,
    7,
    "应按照项目管理部门（单位）的要求，主动开展并积极配合调查，依据职责权限对违规责任人作出处理",
)
_AWARD = cite(N221, 8, "由科技奖励、科技人才管理部门（单位）负责组织调查")
_AWARD_UNITS = cite(
    N221, 8, "科技奖励、科技人才推荐（提名）单位和申报单位应积极配合并主动开展调查处理"
)
_PAPER = cite(N221, 9, "由第一通讯作者的第一署名单位牵头调查处理")
_PAPER_FIRST = cite(N221, 9, "没有通讯作者的，由第一作者的第一署名单位牵头调查处理")
_PAPER_MOVED = cite(
    N221, 9, "作者的署名单位与所在单位不一致的，由所在单位牵头调查处理，署名单位应积极配合"
)
_COAUTHORS = cite(N221, 9, "论文其他作者所在单位应积极配合牵头调查单位")
_THESIS = cite(N221, 9, "学位论文涉嫌科研失信行为的，由学位授予单位负责调查处理")
_JOURNAL = cite(N221, 9, "发表论文的期刊或出版单位有义务配合开展调查")
_MILITARY = cite(N221, 52, "由军队按照其有关规定进行调查处理")
_JOINT = cite(N221, 5, "可组织开展联合调查处理或协调不同部门（单位）分别开展调查处理")
_UNIT_84 = cite(S84, 15, "由其被调查时所在单位负责调查处理")
_NO_UNIT_84 = cite(S84, 15, "没有所在单位的，由其所在地的科技主管部门负责组织开展调查处理")
_SUPERIOR_84 = cite(S84, 15, "由其上级行业主管部门负责组织开展调查处理")
_NO_SUPERIOR_84 = cite(
    S84, 15, "无上级行业主管部门的，由其所在地的科技主管部门负责组织开展调查处理"
)
_SOCIAL_84 = cite(S84, 6, "省社科院会同有关部门承担全省哲学社会科学领域的科研诚信管理工作")
_ORDERED_84 = cite(S84, 14, "应责成第一责任主体开展调查处理")

MILITARY = info("military", "被调查人属于军队管理的，由军队调查处理，本系统不受理", _MILITARY)
JOINT_INQUIRY = info("joint_inquiry", "可组织联合调查或协调分别调查，不是必须", _JOINT)
DOMAIN_MISSING = warning(
    "domain_missing", "未写明自然科学或哲学社会科学，两类所在地单位均列出", _NO_UNIT
)
CHOOSE = warning(
    "several_competent", "不同条款指向不同单位，规则未定先后，由人选择并记录理由", None, "G15"
)
NOBODY = warning("nobody_named", "现有信息不能确定负责单位，请补充", _NO_UNIT)


def find_jurisdiction(facts: JurisdictionFacts, on: date, context: Context) -> JurisdictionOutcome:
    """Every organisation the law names for the case, with its role.

    Raises UnknownCode or FactsContradict for a case that cannot be, InstrumentNotInForce.
    """
    shandong = "jurisdiction.order_first_responsible" in context.law(on)
    _check(facts)
    if facts.military:
        return JurisdictionOutcome((), False, (MILITARY,))
    found: list[Finding] = []
    named = [*_by_respondent(facts, shandong, found), *_by_matter(facts, shandong)]
    kept = _barred(named, facts.respondent.accused_unit, found)
    candidates = _once([*kept, *_cooperating(facts, kept)])
    if facts.public_concern or facts.several_departments:
        found.append(JOINT_INQUIRY)
    conflict = _conflict(candidates)
    if conflict:
        found.append(CHOOSE)
    if all(candidate.role == COOPERATES for candidate in candidates):
        found.append(NOBODY)
    return JurisdictionOutcome(candidates, conflict, tuple(found))


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
    facts: JurisdictionFacts, shandong: bool, found: list[Finding]
) -> list[Candidate]:
    who = facts.respondent
    if who.is_head or who.kind == RespondentKind.ORGANISATION:
        if who.superior:
            return [Candidate(who.superior, ORGANISES, _SUPERIOR_84 if shandong else _SUPERIOR)]
        return _locality(facts, _NO_SUPERIOR_84 if shandong else _NO_SUPERIOR, shandong, found)
    if _special(facts.matter):
        return []
    if who.student_of:
        return [Candidate(who.student_of, LEAD, _STUDENT)]
    if who.unit:
        return [Candidate(who.unit, LEAD, _UNIT_84 if shandong else _UNIT)]
    return _locality(facts, _NO_UNIT_84 if shandong else _NO_UNIT, shandong, found)


def _special(matter: Matter) -> bool:
    """Whether Article 7, 8 or 9 names somebody, so that the default of Article 6 steps back."""
    return bool(
        (matter.kind == "paper" and _leading_author(matter))
        or (matter.kind == "thesis" and matter.awarding_unit)
        or (matter.kind == "award_or_talent" and matter.managing_department)
        or (matter.publicly_funded and matter.managing_department)
    )


def _locality(
    facts: JurisdictionFacts, citation: Citation, shandong: bool, found: list[Finding]
) -> list[Candidate]:
    who = facts.respondent
    if facts.domain is None and who.locality_social_body:
        found.append(DOMAIN_MISSING)
    candidates = []
    if facts.domain != SOCIAL and who.locality_department:
        candidates.append(Candidate(who.locality_department, ORGANISES, citation))
    if facts.domain != NATURAL and who.locality_social_body:
        ground = _SOCIAL_84 if shandong else citation
        candidates.append(Candidate(who.locality_social_body, ORGANISES, ground))
    return candidates


def _leading_author(matter: Matter) -> tuple[Author, Citation] | None:
    """The author whose unit leads: the first corresponding one, else the first."""
    if not matter.authors:
        return None
    if not matter.corresponding:
        return matter.authors[0], _PAPER_FIRST
    name = matter.corresponding[0]
    return next(author for author in matter.authors if author.name == name), _PAPER


def _paper(matter: Matter) -> list[Candidate]:
    leading = _leading_author(matter)
    if leading is None:
        return []
    author, ground = leading
    if author.present_unit and author.present_unit != author.signed:
        lead = [Candidate(author.present_unit, LEAD, _PAPER_MOVED if author.signed else ground)]
        signed = [Candidate(author.signed, COOPERATES, _PAPER_MOVED)] if author.signed else []
        return lead + signed
    return [Candidate(author.signed, LEAD, ground)] if author.signed else []


def _by_matter(facts: JurisdictionFacts, shandong: bool) -> list[Candidate]:
    matter, named = facts.matter, []
    if matter.kind == "paper":
        named += _paper(matter)
    if matter.kind == "thesis" and matter.awarding_unit:
        named.append(Candidate(matter.awarding_unit, LEAD, _THESIS))
    managing = matter.managing_department
    if managing and (matter.publicly_funded or matter.kind == "award_or_talent"):
        ground = _AWARD if matter.kind == "award_or_talent" else _PROJECT
        named.append(Candidate(managing, ORGANISES, ground))
        ordered = facts.respondent.place
        if shandong and ordered and matter.kind in ("project", "award_or_talent"):
            named.append(Candidate(ordered, LEAD, _ORDERED_84))
    return named


def _barred(named: list[Candidate], accused: str | None, found: list[Finding]) -> list[Candidate]:
    """Without the accused organisation, or the one whose head is, as lead or organiser."""
    kept = [c for c in named if c.role == COOPERATES or c.organisation != accused]
    if accused is not None:
        message = f"{accused}为被调查单位或其主要负责人被调查，不得负责或牵头调查"
        found.append(info("own_head", message, _SUPERIOR))
    return kept


def _cooperating(facts: JurisdictionFacts, named: list[Candidate]) -> list[Candidate]:
    matter, who = facts.matter, facts.respondent
    found = [Candidate(unit, COOPERATES, _FORMER) for unit in who.former_units]
    if matter.kind == "paper":
        units = (author.present_unit or author.signed for author in matter.authors)
        found += [Candidate(unit, COOPERATES, _COAUTHORS) for unit in units if unit]
    if matter.journal:
        found.append(Candidate(matter.journal, COOPERATES, _JOURNAL))
    award = matter.kind == "award_or_talent"
    if award or matter.publicly_funded:
        ground = _AWARD_UNITS if award else _PROJECT_UNITS
        own = (who.place,) if who.place and who.place != who.accused_unit else ()
        found += [Candidate(unit, COOPERATES, ground) for unit in (*own, *matter.participants)]
    else:
        found += [Candidate(unit, COOPERATES, _TAKING_PART) for unit in matter.participants]
    leading = {c.organisation for c in named if c.role != COOPERATES}
    return [c for c in found if c.organisation not in leading]


def _once(candidates: list[Candidate]) -> tuple[Candidate, ...]:
    """Each organisation once in each role and article, leaders and organisers first."""
    found: dict[tuple[str, str, str, int | None], Candidate] = {}
    for one in sorted(candidates, key=lambda c: c.role == COOPERATES):
        article = None if one.role == COOPERATES else one.citation.article
        key = (one.organisation, one.role, one.citation.instrument if article else "", article)
        found.setdefault(key, one)
    return tuple(found.values())


def _conflict(candidates: tuple[Candidate, ...]) -> bool:
    """Whether different articles name different organisations to lead or organise.

    A department and the unit it orders under Article 14 of 84号 stand together.
    """
    heads = [c for c in candidates if c.role != COOPERATES and c.citation != _ORDERED_84]
    return any(
        one.organisation != other.organisation and _article(one) != _article(other)
        for one in heads
        for other in heads
    )


def _article(candidate: Candidate) -> tuple[str, int | None]:
    return candidate.citation.instrument, candidate.citation.article
