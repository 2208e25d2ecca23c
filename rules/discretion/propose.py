"""Proposes a severity and a part of its range by an organisation's benchmark; never binds."""

from collections.abc import Iterator, Mapping

from rules.benchmark import BenchmarkVersion
from rules.codes import FACTORS, Aggravated, Lenient
from rules.context import Context
from rules.discretion import reasons as say
from rules.discretion.bands import Band, part, whole
from rules.discretion.facts import DiscretionFacts, Proposal, Reason
from rules.errors import FactsContradict, UnknownCode
from rules.sanctions.case import Case, read
from rules.sanctions.facts import SanctionFacts
from rules.sanctions.tables import MINOR, SEVERITIES, SanctionTable, table


def propose(facts: DiscretionFacts, context: Context) -> Proposal:
    """What the benchmark of ``context`` proposes for a case (Articles 30, 32, 34, 35, 50).

    Every factor must be graded before a severity is proposed.  Raises a RuleInputError for codes
    and grades that do not exist, a factor graded twice, or a day the instruments do not cover.
    """
    law = table(context, facts.on)
    case = read(
        SanctionFacts(
            facts.on, facts.conduct, (), lenient=facts.lenient, aggravated=facts.aggravated
        )
    )
    grades = _grades(facts)
    benchmark = context.benchmark
    version = None if benchmark is None else benchmark.version(facts.on)
    if version is None:
        return Proposal(None, None, None, (Reason(say.NO_BENCHMARK),))
    _check_grades(facts, version)
    found = [
        Reason(say.graded(one, grades[one.item]), one.clause)
        for one in version.factors
        if one.item in grades
    ]
    missing = [Reason(say.not_graded(item)) for item in FACTORS if item not in grades]
    if missing:
        return Proposal(None, None, None, (*found, *missing), benchmark, version)
    score = sum(one.weight * grades[one.item] for one in version.factors)
    tier = _tier(score, version, case, law, found)
    found.extend(_leaning(case))
    band = _band(version, tier, case, law, found)
    found.append(Reason(say.NOT_BINDING))
    return Proposal(SEVERITIES[tier], band, score, tuple(found), benchmark, version)


def _grades(facts: DiscretionFacts) -> Mapping[int, int]:
    """The grade of each factor graded, by its item."""
    found: dict[int, int] = {}
    for i, one in enumerate(facts.grades):
        if one.item not in FACTORS:
            raise UnknownCode("第三十条", one.item, f"grades.{i}.item")
        if found.setdefault(one.item, one.grade) != one.grade:
            raise FactsContradict("同一因素判定了两个等级", f"grades.{i}.grade")
    return found


def _check_grades(facts: DiscretionFacts, version: BenchmarkVersion) -> None:
    for i, one in enumerate(facts.grades):
        if not 0 <= one.grade < len(version.factors[one.item - 1].grades):
            raise UnknownCode("裁量基准的等级中", one.grade, f"grades.{i}.grade")


def _tier(
    score: int, version: BenchmarkVersion, case: Case, law: SanctionTable, found: list[Reason]
) -> int:
    """The severity of the points, lifted to the floor of Article 32."""
    tier = sum(score >= version.thresholds[severity] for severity in SEVERITIES[1:])
    severity = SEVERITIES[tier]
    said = say.proposed(severity, score, version.most, law.list_citations[tier])
    found.append(Reason(said, version.thresholds_clause))
    if tier == MINOR and case.conduct & law.floor:
        found.append(Reason(say.floor(law)))
        return MINOR + 1
    return tier


def _leaning(case: Case) -> Iterator[Reason]:
    """The cases of Articles 34 and 35, in the order of the law."""
    for place, kind in enumerate(Lenient, 1):
        if case.lenient >> place & 1:
            yield Reason(say.lighter(kind))
    for place, heavier in enumerate(Aggravated, 1):
        if case.aggravated >> place & 1:
            yield Reason(say.heavier(heavier))


def _band(
    version: BenchmarkVersion, tier: int, case: Case, law: SanctionTable, found: list[Reason]
) -> Band | None:
    """The part of the range the case leans to; the lightest severity has no terms."""
    if tier == MINOR:
        return None
    lenient, aggravated = bool(case.lenient), bool(case.aggravated)
    cuts = version.cuts[SEVERITIES[tier]]
    band = part(whole(law.terms[tier]), cuts, lenient=lenient, aggravated=aggravated)
    if lenient and aggravated:
        found.append(Reason(say.BOTH))
    said = say.band_proposed(band, law.term_citations[tier])
    found.append(Reason(said, version.cuts_clause))
    return band
