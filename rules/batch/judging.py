"""Articles 29 and 32 over columns: which severities fit, which is judged, what it finds.

Every number comes from the table of the single path; these are its steps, taken for all decisions
at once.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rules.batch.columns import Columns
from rules.batch.intake import UNDECIDED, Bits, Flags
from rules.batch.marks import GRAVER, Marks, Terms
from rules.sanctions.tables import (
    APPLIED,
    ARTICLE_31,
    FLOOR_KEPT,
    FOR_PERSONS,
    MINOR,
    MITIGATED,
    OTHER,
    REGISTER,
    STRICT,
    TIERS,
    SanctionTable,
)

Small = NDArray[np.int8]
Tiers = NDArray[np.uint8]
_LIGHTEST = np.array([0, *((bits & -bits).bit_length() - 1 for bits in range(1, 16))], np.int8)
_EVERY = np.uint8(0b1111)
_NONE = np.uint16(0)


class Judged(NamedTuple):
    """What the steps below share: the mode, whether the floor holds, the exemptions (neither
    severity nor measure), what is refused under every severity, the severities that fit (as bits)
    and the one the findings are made under."""

    mode: Small
    floor: Flags
    exempt: Flags
    unregistered: Flags
    possible: Tiers
    tier: Small


def judge(columns: Columns, marks: Marks, terms: Terms) -> Judged:
    """Find the severity each decision is judged under."""
    law = marks.law
    items, severity = columns.measures, columns.severity
    floor = (columns.conduct & law.floor) != 0
    undecided = severity == UNDECIDED
    exempt = undecided & ((items & ~np.uint16(OTHER)) == 0)
    unregistered = ((items & law.coupled) != 0) & ((items & REGISTER) == 0)
    mode = _modes(columns, floor, law)
    possible = _possible(columns, marks, terms, mode, floor)
    possible[exempt | unregistered | _barred(columns, law)] = 0
    tier = np.where(undecided, _LIGHTEST[possible], severity)
    stuck = undecided & (possible == 0)
    if stuck.any():
        tier = np.where(stuck, _fewest_errors(columns, marks, mode, floor), tier)
    return Judged(mode, floor, exempt, unregistered, possible, tier)


def _modes(columns: Columns, floor: Flags, law: SanctionTable) -> Small:
    mode = np.where(columns.article_31, law.organisation_mode, STRICT)
    mitigated = np.where(floor, FLOOR_KEPT, MITIGATED) if law.keeps_floor else MITIGATED
    return np.where(columns.mitigated, mitigated, mode).astype(np.int8)


def _barred(columns: Columns, law: SanctionTable) -> Flags:
    """Refused under every severity because the unit reads the law strictly."""
    barred = np.zeros(len(columns), np.bool_)
    if law.refuses_unusual:
        barred |= columns.organisation & ((columns.measures & FOR_PERSONS) != 0)
    if law.refuses_permanent:
        barred |= (columns.permanent & law.never_permanent) != 0
    return barred


def _possible(columns: Columns, marks: Marks, terms: Terms, mode: Small, floor: Flags) -> Tiers:
    """The severities that fit the measures, as bits; those refused anyhow are not taken out."""
    law, items = marks.law, columns.measures
    kept = np.zeros(len(columns), np.uint8)
    found = np.zeros(len(columns), np.uint8)
    for tier in GRAVER:
        listed = (items & law.lists[tier]) != 0
        kept |= listed.astype(np.uint8) * np.uint8(TIERS[tier])
        fits = listed & ((terms.outside[tier] & law.bounded) == 0)
        if law.refuses_lighter:
            fits &= (items & law.lighter[tier]) == 0
        found |= fits.astype(np.uint8) * np.uint8(TIERS[tier])
    minor = law.lists[MINOR]
    only = ((items & minor) != 0) & ((items & ~np.uint16(minor | OTHER)) == 0)
    found |= (only & ~floor & ~terms.bounded).astype(np.uint8)
    if (mode != STRICT).any():
        found = np.where((mode == MITIGATED) | (mode == ARTICLE_31), _EVERY, found)
        found = np.where(mode == FLOOR_KEPT, kept, found)
    return found


def _fewest_errors(columns: Columns, marks: Marks, mode: Small, floor: Flags) -> Small:
    """The severity with the fewest errors under the mode, the lightest of them."""
    law, items = marks.law, columns.measures
    strict = _strict(mode)
    kept = strict | (mode == FLOOR_KEPT)
    counts = marks.outside_counts(columns)
    for tier in range(4):
        counts[tier] *= strict
        listed = (items & law.lists[tier]) != 0
        if tier == MINOR:
            counts[tier] += floor & kept
            others = np.bitwise_count(items & ~np.uint16(law.lists[MINOR] | OTHER))
            counts[tier] += others * strict + (~listed & strict)
            continue
        counts[tier] += ~listed & kept
        if law.refuses_lighter:
            counts[tier] += (listed & strict) * np.bitwise_count(items & law.lighter[tier])
    lightest: Small = np.argmin(np.stack(counts), axis=0).astype(np.int8)
    return lightest


def _strict(mode: Small) -> Flags:
    strict: Flags = (mode == STRICT) | (mode == APPLIED)
    return strict


class Found(NamedTuple):
    """The findings of Article 32 under the severity judged: whether, or for which measures, and
    whether each refuses."""

    below_floor: Flags
    not_in_tier: Bits
    no_measure: Flags
    outside: Bits
    outside_of_10: Flags
    lighter: Bits
    floor_refuses: Flags
    rest_refuses: Flags
    lighter_refuses: Flags


def tier_findings(columns: Columns, marks: Marks, terms: Terms, judged: Judged) -> Found:
    """What the list and the range of the severity judged say; nothing for an exemption."""
    law, mode, tier = marks.law, judged.mode, judged.tier
    live = ~judged.exempt
    items = np.where(live, columns.measures, _NONE)
    minor = tier == MINOR
    listed = (items & marks.lists[tier]) != 0
    outside = np.where(minor | judged.exempt, _NONE, np.choose(tier, terms.outside))
    strict = _strict(mode)
    ten = np.uint16(1 << 10 & ~law.bounded)
    return Found(
        below_floor=live & minor & judged.floor,
        not_in_tier=np.where(minor, items & ~np.uint16(law.lists[MINOR] | OTHER), _NONE),
        no_measure=live & ~listed,
        outside=outside & np.uint16(law.bounded),
        outside_of_10=(outside & ten) != 0,
        lighter=np.where(listed & ~minor, items & marks.lighter[tier], _NONE),
        floor_refuses=strict | (mode == FLOOR_KEPT),
        rest_refuses=strict,
        lighter_refuses=strict & law.refuses_lighter,
    )
