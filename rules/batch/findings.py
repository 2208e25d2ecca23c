"""The findings of every decision as sets of codes, with their measures, weight and readings."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rules.batch.columns import Columns
from rules.batch.intake import Bits, Flags
from rules.batch.judging import Found, Judged
from rules.batch.marks import Terms
from rules.sanctions.case import RETRACTED
from rules.sanctions.check import REPEATED, TWICE
from rules.sanctions.tables import (
    APPLIED,
    ARTICLE_31,
    FLOOR_KEPT,
    FOR_PERSONS,
    ITEM_10,
    MINOR,
    MITIGATED,
    OTHER,
    READ_HERE,
    SanctionTable,
)

CODES: Final = (
    "not_superior",
    "register_missing",
    "below_floor",
    "measure_not_in_tier",
    "no_measure",
    "term_outside_tier",
    "lighter_measure_added",
    "permanent_needs_basis",
    "term_not_stated",
    "term_of_10_outside_tier",
    "aggravation_not_reflected",
    "exemption_unfounded",
    "exemption_needs_reason",
    "other_measure_needs_basis",
    "beyond_power",
    "unusual_for_organisation",
    "aggravation_overlooked",
    "same_fact_twice",
    "both_directions",
)
READINGS: Final = (*READ_HERE, "G19")
# "same_fact_twice" is both a code and a reading, so each has bits of its own.
CODE_BIT: Final = MappingProxyType({code: 1 << place for place, code in enumerate(CODES)})
READING_BIT: Final = MappingProxyType({name: 1 << place for place, name in enumerate(READINGS)})
# Found of single measures (the last: of single cases of Article 35).
ITEMIZED: Final = (
    "register_missing",
    "measure_not_in_tier",
    "term_outside_tier",
    "lighter_measure_added",
    "permanent_needs_basis",
    "term_not_stated",
    "beyond_power",
    "unusual_for_organisation",
    "same_fact_twice",
)

Set = NDArray[np.uint32]


class Ground(NamedTuple):
    """What the findings are read from; ``barred`` are the exemptions refused, of which nothing
    else is found, ``by_reading`` those the text itself might allow."""

    columns: Columns
    law: SanctionTable
    terms: Terms
    judged: Judged
    tiers: Found
    barred: Flags
    by_reading: Flags


def ground(
    columns: Columns, law: SanctionTable, terms: Terms, judged: Judged, tiers: Found
) -> Ground:
    """Bring together what the findings are read from (Article 34: who may be let off)."""
    unfounded = ((columns.lenient & RETRACTED) == 0) | columns.organisation
    by_reading = judged.exempt & ~unfounded & judged.floor & law.bars_exemption
    barred = (judged.exempt & unfounded) | by_reading
    return Ground(columns, law, terms, judged, tiers, barred, by_reading)


def itemized(of: Ground) -> dict[str, Bits]:
    """For each code of ITEMIZED the measures it is found for."""
    columns, law, tiers = of.columns, of.law, of.tiers
    measures = np.where(of.barred, 0, columns.measures).astype(np.uint16)
    twice = np.zeros(len(columns), np.uint16)
    for factor, kind in TWICE:
        both = (columns.factors >> factor) & (columns.aggravated >> kind) & ~of.barred
        twice |= both << kind
    return {
        "register_missing": of.judged.unregistered * (columns.measures & law.coupled),
        "measure_not_in_tier": tiers.not_in_tier,
        "term_outside_tier": tiers.outside,
        "lighter_measure_added": tiers.lighter,
        "permanent_needs_basis": columns.permanent & law.never_permanent,
        "term_not_stated": columns.untimed & law.bounded,
        "beyond_power": measures & ~columns.powers,
        "unusual_for_organisation": columns.organisation * (measures & FOR_PERSONS),
        "same_fact_twice": twice,
    }


def flags(of: Ground, items: Mapping[str, Bits]) -> dict[str, Flags]:
    """For each of CODES whether it is found."""
    columns, judged, open_ = of.columns, of.judged, ~of.barred
    aggravated, lenient = columns.aggravated != 0, columns.lenient != 0
    several = (columns.conduct & (columns.conduct - np.uint16(1))) != 0
    shown = aggravated if of.law.shows_aggravation else aggravated & ~lenient
    at_lower = np.choose(judged.tier, of.terms.at_lower) & ~judged.exempt
    decided_by_itself = columns.article_31 & columns.decided_by_itself
    return {code: items[code] != 0 for code in ITEMIZED} | {
        "not_superior": decided_by_itself & ~judged.exempt,
        "below_floor": of.tiers.below_floor,
        "no_measure": of.tiers.no_measure,
        "term_of_10_outside_tier": of.tiers.outside_of_10,
        "aggravation_not_reflected": shown & at_lower,
        "exemption_unfounded": of.barred,
        "exemption_needs_reason": judged.exempt & judged.floor & open_,
        "other_measure_needs_basis": ((columns.measures & OTHER) != 0) & open_,
        "aggravation_overlooked": several & ((columns.aggravated & REPEATED) == 0) & open_,
        "both_directions": aggravated & lenient & open_,
    }


def refusing(of: Ground, found: Mapping[str, Flags]) -> Set:
    """The findings that are errors: always, by the mode of the decision, or by a reading."""
    law, tiers = of.law, of.tiers
    no_measure = np.where(of.judged.tier == MINOR, tiers.rest_refuses, tiers.floor_refuses)
    errors: dict[str, bool | Flags] = {
        "not_superior": True,
        "register_missing": True,
        "exemption_unfounded": True,
        "below_floor": tiers.floor_refuses,
        "measure_not_in_tier": tiers.rest_refuses,
        "no_measure": no_measure,
        "term_outside_tier": tiers.rest_refuses,
        "lighter_measure_added": tiers.lighter_refuses,
        "permanent_needs_basis": law.refuses_permanent,
        "unusual_for_organisation": law.refuses_unusual,
        "same_fact_twice": law.refuses_same_fact,
    }
    return gathered({code: found[code] & refuses for code, refuses in errors.items()}, CODE_BIT)


def readings(of: Ground, found: Mapping[str, Flags]) -> Set:
    """The readings each answer rests on, those that act without a finding included."""
    law, mode, measures = of.law, of.judged.mode, of.columns.measures
    decided = ~of.judged.exempt
    weighed = (
        found["below_floor"]
        | found["measure_not_in_tier"]
        | found["no_measure"]
        | found["term_outside_tier"]
    )
    lighter = found["lighter_measure_added"]
    if law.refuses_lighter:
        both = ((measures & law.lists[MINOR]) != 0) & ((measures & law.graver) != 0)
        lighter = lighter | (both & decided)
    ten = found["term_of_10_outside_tier"]
    if law.binds_10:
        ten = ((measures & ITEM_10) != 0) & decided
    return gathered(
        {
            "G9": ten,
            "C6": lighter,
            "G12": found["both_directions"],
            "G13": ((mode == MITIGATED) & weighed) | ((mode == FLOOR_KEPT) & decided),
            "G14": found["exemption_needs_reason"] | of.by_reading,
            "G19": found["other_measure_needs_basis"],
            "article_31_tiers": ((mode == ARTICLE_31) & weighed) | ((mode == APPLIED) & decided),
            "organisation_measures": found["unusual_for_organisation"],
            "permanent_ban": found["permanent_needs_basis"],
            "same_fact_twice": found["same_fact_twice"],
        },
        READING_BIT,
    )


def gathered(found: Mapping[str, Flags], bit: Mapping[str, int]) -> Set:
    """Flags by name as one set for each decision."""
    bits: Set = np.zeros(len(next(iter(found.values()))), np.uint32)
    for name, flag in found.items():
        bits |= flag * np.uint32(bit[name])
    return bits
