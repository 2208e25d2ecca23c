"""check-sanctions: the measures of a decision against Articles 29 to 35 and 40."""

from functools import lru_cache

from rules.codes import Severity
from rules.context import Context
from rules.outcome import Finding, Level, readings_of
from rules.sanctions import findings as say
from rules.sanctions.case import NO_TERM, PERMANENT, RETRACTED, Case, read
from rules.sanctions.facts import SanctionFacts, SanctionOutcome
from rules.sanctions.findings import ARTICLE_31, MITIGATED, STRICT, TierFindings
from rules.sanctions.tables import (
    MINOR,
    OTHER,
    REGISTER,
    SEVERITIES,
    SanctionTable,
    mask,
    members,
    table,
)

_GRAVER = (1, 2, 3)
_REQUIRED = (13,)
_FLOORS = (Severity.MINOR, Severity.MAJOR)
_LIGHTER = mask((1, 3, 11))
_FOR_PERSONS = mask((1, 7, 8, 10, 11, 12))
_REPEATED = 1 << 6
# A fact of Article 30 (factor) that Article 35 (case) names again.
_TWICE = ((2, 1), (2, 2), (2, 3), (4, 6))
_TWICE_FACTORS = mask((2, 4))
_ITEM_10 = 1 << 10
_EVERY = 0b1111
_TERM_ITEMS = frozenset({5, 7, 9, 10})
_CONSISTENT = tuple(
    tuple(severity for i, severity in enumerate(Severity) if bits >> i & 1) for bits in range(16)
)


@lru_cache(maxsize=64)
def _say(law: SanctionTable) -> TierFindings:
    return TierFindings(law)


def check_sanctions(facts: SanctionFacts, context: Context) -> SanctionOutcome:
    """Say whether the measures are lawful, and what Article 32 allows instead.

    Every finding is reported.  Raises a RuleInputError for codes that do not exist, terms on
    measures that have none, contradictory facts, or a date the instruments do not cover.
    """
    law = table(context, facts.on)
    case = read(facts)
    severity = case.severity
    if severity is None and not case.items & ~OTHER:
        return _exemption(facts, case, law, context)
    mode = MITIGATED if facts.mitigated else ARTICLE_31 if facts.article_31 else STRICT
    possible = _consistent(case, law, mode)
    tier = _judged(case, law, possible) if severity is None else severity
    coupled = case.items & law.coupled
    found = _coupling(facts, case, law)
    found += _tier_findings(case, law, tier, mode)
    lawful = not found or all(finding.level is not Level.ERROR for finding in found)
    _add_warnings(found, case, law, tier)
    graver = possible > 1 and not possible & 1 if severity is None else severity > MINOR
    return SanctionOutcome(
        lawful,
        _FLOORS[bool(case.conduct & law.floor)],
        _CONSISTENT[possible],
        _REQUIRED if coupled else (),
        _permitted(case, law),
        law.open_term if severity is None else law.terms[tier],
        _follow_up(facts, case, graver),
        readings_of(found) if found else (),
        tuple(found),
        SEVERITIES[tier],
    )


def _coupling(facts: SanctionFacts, case: Case, law: SanctionTable) -> list[Finding]:
    """The errors no mitigation lifts: who decides, and the register beside a ban."""
    found: list[Finding] = []
    if facts.article_31 and facts.decided_by_itself:
        found.append(say.NOT_SUPERIOR)
    coupled = case.items & law.coupled
    if coupled and not case.items & REGISTER:
        found.append(_say(law).register_missing(coupled))
    return found


def _consistent(case: Case, law: SanctionTable, mode: int) -> int:
    """The severities without an error, as bits: terms put a case in one tier or in none."""
    items = case.items
    if items & law.coupled and not items & REGISTER:
        return 0
    if mode != STRICT:
        return _EVERY
    minor = law.lists[MINOR]
    found = int(
        not case.conduct & law.floor and items & minor != 0 and not items & ~(minor | OTHER)
    )
    for tier in _GRAVER:
        if items & law.lists[tier]:
            found |= 1 << tier
    return found & _tiers_of_terms(case, law) if items & law.bounded else found


def _tiers_of_terms(case: Case, law: SanctionTable) -> int:
    bounded, found = law.bounded, _EVERY
    for item, months in case.entries:
        if months and bounded >> item & 1:
            found &= 1 << law.tier(months)
    return found


def _judged(case: Case, law: SanctionTable, possible: int) -> int:
    """The lightest consistent severity, else the one with the fewest errors, lightest first."""
    if possible:
        return (possible & -possible).bit_length() - 1
    return min(range(4), key=lambda tier: (len(_tier_findings(case, law, tier, STRICT)), tier))


def _tier_findings(case: Case, law: SanctionTable, tier: int, mode: int) -> list[Finding]:
    items = case.items
    found: list[Finding] = []
    if tier == MINOR:
        if case.conduct & law.floor:
            found.append(_say(law).below_floor(mode))
        for item in members(items & ~(law.lists[0] | OTHER)):
            found.append(_say(law).not_in_tier(item, mode))
    if not items & law.lists[tier]:
        found.append(_say(law).no_measure(tier, mode))
    if tier != MINOR and items & law.bounded:
        bounded = law.bounded
        for item, months in case.entries:
            if months and bounded >> item & 1 and law.tier(months) != tier:
                found.append(_say(law).outside(item, months, tier, mode))
    return found


def _add_warnings(found: list[Finding], case: Case, law: SanctionTable, tier: int) -> None:
    items = case.items
    if tier != MINOR and items & _LIGHTER and items & law.lists[tier]:
        found.extend(say.LIGHTER_ADDED[item] for item in members(items & _LIGHTER))
    if items & (law.bounded | _ITEM_10):
        _add_terms(found, case, law, tier)
    if case.aggravated and not case.lenient and law.lower[tier] is not None:
        terms = {months for item, months in case.entries if months and item in _TERM_ITEMS}
        if terms == {law.lower[tier]}:
            found.append(say.NOT_REFLECTED)
    if items & OTHER:
        found.append(say.OTHER_NEEDS_BASIS)
    _add_subjects(found, case)
    _add_circumstances(found, case)


def _add_terms(found: list[Finding], case: Case, law: SanctionTable, tier: int) -> None:
    bounded = law.bounded
    for item, months in case.entries:
        if bounded >> item & 1:
            if months == PERMANENT:
                found.append(say.PERMANENT_NEEDS_BASIS[item])
            elif months == NO_TERM:
                found.append(say.TERM_NOT_STATED[item])
        elif item == 10 and months and tier != MINOR and law.tier(months) != tier:
            found.append(_say(law).outside_of_10(months, tier))


def _add_subjects(found: list[Finding], case: Case) -> None:
    """Whether the body may impose, and the respondent can bear, each measure."""
    if case.powers is not None:
        found.extend(say.BEYOND_POWER[item] for item in members(case.items & ~case.powers))
    if case.organisation and case.items & _FOR_PERSONS:
        found.extend(say.UNUSUAL[item] for item in members(case.items & _FOR_PERSONS))


def _add_circumstances(found: list[Finding], case: Case) -> None:
    """Articles 30, 34 and 35 against each other and against the conduct."""
    conduct, aggravated = case.conduct, case.aggravated
    if conduct & (conduct - 1) and not aggravated & _REPEATED:
        found.append(say.OVERLOOKED)
    if aggravated:
        if case.factors & _TWICE_FACTORS:
            for factor, kind in _TWICE:
                if case.factors >> factor & 1 and aggravated >> kind & 1:
                    found.append(say.same_fact(factor, kind))
        if case.lenient:
            found.append(say.BOTH_DIRECTIONS)


def _permitted(case: Case, law: SanctionTable) -> tuple[int, ...]:
    if case.severity is not None:
        return law.permitted[case.severity]
    return law.graver_permitted if case.conduct & law.floor else law.any_permitted


def _follow_up(facts: SanctionFacts, case: Case, graver: bool) -> tuple[str, ...]:
    found = ["terminate_pending_applications"] if graver else []
    if case.items & REGISTER:
        found.append("report_to_register")
    if facts.involves:
        found.append("notify_funders")
    if facts.respondent.party_member:
        found.append("refer_party_member")
    if facts.respondent.public_servant:
        found.append("refer_public_servant")
    if facts.suspected_crime:
        found.append("refer_crime")
    return tuple(found)


def _exemption(
    facts: SanctionFacts, case: Case, law: SanctionTable, context: Context
) -> SanctionOutcome:
    """No severity and no measure: whether Article 34 lets the respondent off (免予处理)."""
    floor = bool(case.conduct & law.floor)
    founded = bool(case.lenient & RETRACTED) and not case.organisation
    found: list[Finding] = []
    if not founded:
        found.append(say.EXEMPTION_UNFOUNDED)
    elif floor and context.reading("G14") == "never":
        found.append(_say(law).exemption_barred)
        founded = False
    else:
        if floor:
            found.append(_say(law).exemption_needs_reason)
        if case.items & OTHER:
            found.append(say.OTHER_NEEDS_BASIS)
        _add_subjects(found, case)
        _add_circumstances(found, case)
    return SanctionOutcome(
        founded,
        _FLOORS[floor],
        (),
        (),
        _permitted(case, law),
        law.open_term,
        _follow_up(facts, case, graver=False),
        readings_of(found),
        tuple(found),
        None,
    )
