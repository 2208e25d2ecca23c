"""check-sanctions: the measures of a decision against Articles 29 to 35 and 40."""

from functools import lru_cache

from rules.codes import Severity
from rules.context import Context
from rules.outcome import Finding, Level, readings_of
from rules.sanctions import findings as say
from rules.sanctions.case import NO_TERM, PERMANENT, RETRACTED, Case, read
from rules.sanctions.facts import SanctionFacts, SanctionOutcome
from rules.sanctions.findings import TierFindings
from rules.sanctions.tables import (
    APPLIED,
    ARTICLE_31,
    FLOOR_KEPT,
    FOR_PERSONS,
    ITEM_10,
    MINOR,
    MITIGATED,
    OTHER,
    REGISTER,
    SEVERITIES,
    STRICT,
    TIERS,
    SanctionTable,
    mask,
    members,
    table,
)

_GRAVER = (1, 2, 3)
_REQUIRED = (13,)
_FLOORS = (Severity.MINOR, Severity.MAJOR)
REPEATED = 1 << 6
# A fact of Article 30 (factor) that Article 35 (case) names again.
TWICE = ((2, 1), (2, 2), (2, 3), (4, 6))
_TWICE_FACTORS = mask((2, 4))
_EVERY = 0b1111
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
        return _exemption(facts, case, law)
    mode = STRICT
    if facts.mitigated:
        mode = FLOOR_KEPT if law.keeps_floor and case.conduct & law.floor else MITIGATED
    elif facts.article_31:
        mode = law.organisation_mode
    possible = _consistent(case, law, mode)
    tier = _judged(case, law, possible, mode) if severity is None else severity
    coupled = case.items & law.coupled
    found = _coupling(facts, case, law)
    found += _tier_findings(case, law, tier, mode)
    _add_others(found, case, law, tier)
    used = _used(case, law, mode) if law.narrows else ()
    graver = possible != 0 and not possible & 1 if severity is None else severity > MINOR
    return SanctionOutcome(
        _lawful(found),
        _FLOORS[bool(case.conduct & law.floor)],
        _CONSISTENT[possible],
        _REQUIRED if coupled else (),
        _permitted(case, law),
        law.open_term if severity is None else law.terms[tier],
        _follow_up(facts, case, graver),
        readings_of(found, used) if found or used else (),
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


def _lawful(found: list[Finding]) -> bool:
    return not found or all(finding.level is not Level.ERROR for finding in found)


def _used(case: Case, law: SanctionTable, mode: int) -> tuple[str, ...]:
    """The readings that act although no finding may show them: they narrow the severities."""
    used = []
    if law.binds_10 and case.items & ITEM_10:
        used.append("G9")
    if law.refuses_lighter and case.items & law.lists[MINOR] and case.items & law.graver:
        used.append("C6")
    if mode == FLOOR_KEPT:
        used.append("G13")
    elif mode == APPLIED:
        used.append("article_31_tiers")
    return tuple(used)


def _refused_anyhow(case: Case, law: SanctionTable) -> bool:
    """Whether the measures carry an error under every severity."""
    items = case.items
    return bool(
        (items & law.coupled and not items & REGISTER)
        or (law.refuses_unusual and case.organisation and items & FOR_PERSONS)
        or (law.refuses_permanent and _permanent(case, law))
    )


def _permanent(case: Case, law: SanctionTable) -> bool:
    return any(
        months == PERMANENT and law.never_permanent >> item & 1 for item, months in case.entries
    )


def _consistent(case: Case, law: SanctionTable, mode: int) -> int:
    """The severities without an error, as bits."""
    if _refused_anyhow(case, law):
        return 0
    if mode in (MITIGATED, ARTICLE_31):
        return _EVERY
    items = case.items
    if mode == FLOOR_KEPT:
        return mask(tier for tier in _GRAVER if items & law.lists[tier])
    minor = law.lists[MINOR]
    found = int(
        not case.conduct & law.floor and items & minor != 0 and not items & ~(minor | OTHER)
    )
    for tier in _GRAVER:
        if items & law.lists[tier] and not (law.refuses_lighter and items & law.lighter[tier]):
            found |= TIERS[tier]
    return found & _tiers_of_terms(case, law) if items & law.bounded else found


def _tiers_of_terms(case: Case, law: SanctionTable) -> int:
    bounded, found = law.bounded, _EVERY
    for item, months in case.entries:
        if months and bounded >> item & 1:
            found &= law.tiers(months)
    return found


def _judged(case: Case, law: SanctionTable, possible: int, mode: int) -> int:
    """The lightest consistent severity, else the one with the fewest errors, lightest first."""
    if possible:
        return (possible & -possible).bit_length() - 1
    return min(range(4), key=lambda tier: _errors(case, law, tier, mode))


def _errors(case: Case, law: SanctionTable, tier: int, mode: int) -> int:
    found = _tier_findings(case, law, tier, mode)
    return sum(finding.level is Level.ERROR for finding in found)


def _tier_findings(case: Case, law: SanctionTable, tier: int, mode: int) -> list[Finding]:
    # The floor is what a reading may keep of Article 32 under Article 40; the rest is mitigated.
    rest = MITIGATED if mode == FLOOR_KEPT else mode
    if tier == MINOR:
        return _minor_findings(case, law, mode, rest)
    items = case.items
    found: list[Finding] = []
    if not items & law.lists[tier]:
        found.append(_say(law).no_measure(tier, mode))
    if items & law.bounded:
        bounded, here = law.bounded, TIERS[tier]
        for item, months in case.entries:
            if months and bounded >> item & 1 and not law.tiers(months) & here:
                found.append(_say(law).outside(item, months, tier, rest))
    if items & law.lighter[tier] and items & law.lists[tier]:
        refused = law.refuses_lighter and mode in (STRICT, APPLIED)
        added = say.LIGHTER_REFUSED if refused else say.LIGHTER_ADDED
        found.extend(added[item] for item in members(items & law.lighter[tier]))
    return found


def _minor_findings(case: Case, law: SanctionTable, mode: int, rest: int) -> list[Finding]:
    items = case.items
    found: list[Finding] = []
    if case.conduct & law.floor:
        found.append(_say(law).below_floor(mode))
    for item in members(items & ~(law.lists[MINOR] | OTHER)):
        found.append(_say(law).not_in_tier(item, rest))
    if not items & law.lists[MINOR]:
        found.append(_say(law).no_measure(MINOR, rest))
    return found


def _add_others(found: list[Finding], case: Case, law: SanctionTable, tier: int) -> None:
    """What does not hang on the list of a severity: mostly warnings."""
    items = case.items
    if items & (law.bounded | ITEM_10):
        _add_terms(found, case, law, tier)
        if case.aggravated and (not case.lenient or law.shows_aggravation):
            _add_reflection(found, case, law, tier)
    if items & OTHER:
        found.append(say.OTHER_NEEDS_BASIS)
    _add_subjects(found, case, law)
    _add_circumstances(found, case, law)


def _add_terms(found: list[Finding], case: Case, law: SanctionTable, tier: int) -> None:
    bounded = law.bounded
    for item, months in case.entries:
        if bounded >> item & 1:
            if months == NO_TERM:
                found.append(say.TERM_NOT_STATED[item])
            elif months == PERMANENT and law.never_permanent >> item & 1:
                found.append(_say(law).permanent[item])
        elif item == 10 and months and tier != MINOR and not law.tiers(months) & TIERS[tier]:
            found.append(_say(law).outside_of_10(months, tier))


def _add_reflection(found: list[Finding], case: Case, law: SanctionTable, tier: int) -> None:
    """Whether every stated term stands at the lower bound although the case is aggravated."""
    bound = law.bounded | ITEM_10
    terms = {months for item, months in case.entries if months and bound >> item & 1}
    if terms == {law.lower[tier]}:
        found.append(say.NOT_REFLECTED_BESIDE_LENIENT if case.lenient else say.NOT_REFLECTED)


def _add_subjects(found: list[Finding], case: Case, law: SanctionTable) -> None:
    """Whether the body may impose, and the respondent can bear, each measure."""
    if case.powers is not None:
        found.extend(say.BEYOND_POWER[item] for item in members(case.items & ~case.powers))
    if case.organisation and case.items & FOR_PERSONS:
        found.extend(_say(law).unusual[item] for item in members(case.items & FOR_PERSONS))


def _add_circumstances(found: list[Finding], case: Case, law: SanctionTable) -> None:
    """Articles 30, 34 and 35 against each other and against the conduct."""
    conduct, aggravated = case.conduct, case.aggravated
    if conduct & (conduct - 1) and not aggravated & REPEATED:
        found.append(say.OVERLOOKED)
    if aggravated:
        if case.factors & _TWICE_FACTORS:
            for factor, kind in TWICE:
                if case.factors >> factor & 1 and aggravated >> kind & 1:
                    found.append(_say(law).same_fact(factor, kind))
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


def _exemption(facts: SanctionFacts, case: Case, law: SanctionTable) -> SanctionOutcome:
    """No severity and no measure: whether Article 34 lets the respondent off (免予处理)."""
    floor = bool(case.conduct & law.floor)
    found: list[Finding] = []
    if not case.lenient & RETRACTED or case.organisation:
        found.append(say.EXEMPTION_UNFOUNDED)
    elif floor and law.bars_exemption:
        found.append(_say(law).exemption_barred)
    else:
        if floor:
            found.append(_say(law).exemption_needs_reason)
        if case.items & OTHER:
            found.append(say.OTHER_NEEDS_BASIS)
        _add_subjects(found, case, law)
        _add_circumstances(found, case, law)
    return SanctionOutcome(
        _lawful(found),
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
