"""A second statement of Articles 29, 32, 34 and 50, written apart from the engine, as a table.

Works on plain values: items as sets, terms as (item, months) pairs, None for permanent.
"""

TIERS = ("minor", "major", "serious", "especially_serious")
LISTS = {
    "minor": {1, 3, 11},
    "major": {2, 4, 5, 6, 7, 8, 9, 10, 12, 13},
    "serious": {2, 4, 5, 6, 7, 8, 9, 10, 12, 13},
    "especially_serious": {2, 4, 5, 6, 7, 8, 9, 10, 12, 13},
}
FLOORED = {1, 2, 3, 4, 5}
BOUND = {5, 7, 9}
FORCES_13 = {5, 7, 9, 10}


def tier_of_term(months):
    """「3年以内」 less than 3 years, 「3至5年」 both included, 「5年以上」 more than 5."""
    if months is None or months > 60:
        return "especially_serious"
    return "major" if months < 36 else "serious"


def errors(tier, conduct, items, terms):
    """The codes of the errors under a severity, each as often as it is found."""
    found = []
    if items & FORCES_13 and 13 not in items:
        found.append("register_missing")
    if tier == "minor":
        if conduct & FLOORED:
            found.append("below_floor")
        found += ["measure_not_in_tier"] * len(items - LISTS["minor"] - {14})
    else:
        outside = {t for t in terms if t[0] in BOUND and tier_of_term(t[1]) != tier}
        found += ["term_outside_tier"] * len(outside)
    if not items & LISTS[tier]:
        found.append("no_measure")
    return sorted(found)


def consistent(conduct, items, terms):
    """The severities without an error, lightest first."""
    return [tier for tier in TIERS if not errors(tier, conduct, items, terms)]


def judged(severity, conduct, items, terms):
    """The severity the findings are made under."""
    if severity is not None:
        return severity
    fitting = consistent(conduct, items, terms)
    if fitting:
        return fitting[0]
    counts = {tier: len(errors(tier, conduct, items, terms)) for tier in TIERS}
    return min(TIERS, key=lambda tier: counts[tier])
