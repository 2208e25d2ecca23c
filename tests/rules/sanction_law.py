"""A second statement of Articles 29 to 35, 38 and 40, written apart from the engine, as tables.

It takes plain values and imports nothing of the engine.  A finding is (level, code, place of the
words quoted, reading); places read 「32(2)」 for Article 32 item 2.
"""

from typing import NamedTuple

PERMANENT = "permanent"
TIERS = ("minor", "major", "serious", "especially_serious")

# Article 32: what each severity lists.  Items two to four list the same.
UPPER = frozenset({2, 4, 5, 6, 7, 8, 9, 10, 12, 13})
LISTS = {
    "minor": frozenset({1, 3, 11}),
    "major": UPPER,
    "serious": UPPER,
    "especially_serious": UPPER,
}
PLACE = {"minor": "32(1)", "major": "32(2)", "serious": "32(3)", "especially_serious": "32(4)"}
# Years as over, from, to, under (Article 50): 「3年以内」 is without 3, 「3至5年」 with both,
# 「5年以上」 without 5.
TERMS = {
    "minor": (None, None, None, None),
    "major": (0, None, None, 3),
    "serious": (None, 3, 5, None),
    "especially_serious": (5, None, None, None),
}
LEAST_MONTHS = {"serious": 36}
# Article 32, last paragraph: this conduct is never 情节较轻.
FLOORED = frozenset({1, 2, 3, 4, 5})
# 「取消或禁止期限」: the bans and disqualifications of Article 29.
BOUND = frozenset({5, 7, 9})
# Article 29: these are given together with the register.
FORCES_13 = frozenset({5, 7, 9, 10})
# Their words are of a person's talk, title, qualification, students and degree.
OF_A_PERSON = frozenset({1, 7, 8, 10, 11, 12})
# Article 30 factor, and the cases of Article 35 that may be the same fact.
SAME_FACT = {2: (1, 2, 3), 4: (6,)}
RETRACTED, REPEATED_OR_MULTIPLE = 5, 6
# What the readings may be, the usual one first.
READINGS = {
    "G9": ("warn", "bind"),
    "C6": ("warn", "refuse"),
    "G12": ("person", "aggravation_shown"),
    "G13": ("person", "not_below_floor"),
    "G14": ("with_reason", "never"),
    "permanent_ban": ("needs_basis", "refuse"),
    "article_31_tiers": ("advise", "apply"),
    "organisation_measures": ("warn", "refuse"),
    "same_fact_twice": ("with_reason", "refuse"),
}
USUAL = {name: values[0] for name, values in READINGS.items()}


class Decision(NamedTuple):
    """Measures are (item, months) pairs, months None (no term), a number or PERMANENT.

    Cases of Articles 34 and 35 are given by their number there, the last of 34 as the fifth.
    """

    conduct: frozenset = frozenset()
    measures: frozenset = frozenset()
    severity: str | None = None
    factors: frozenset = frozenset()
    lenient: frozenset = frozenset()
    aggravated: frozenset = frozenset()
    organisation: bool = False
    mitigated: bool = False
    article_31: bool = False
    decided_by_itself: bool = False
    powers: frozenset | None = None

    @property
    def items(self):
        return frozenset(item for item, _ in self.measures)


class Answer(NamedTuple):
    lawful: bool
    floor: str
    consistent: tuple
    required: tuple
    permitted: tuple
    term: tuple
    readings: frozenset
    findings: tuple
    judged: str | None


def tier_of_term(months):
    """(0, 3) years, [3, 5] years, (5, without end): every length in exactly one."""
    if months == PERMANENT or months > 60:
        return "especially_serious"
    return "major" if months < 36 else "serious"


def errors(tier, conduct, items, terms):
    """The codes of the errors under a severity where nothing is mitigated, each as often."""
    measures = {*((item, None) for item in items), *terms}
    found = findings_at(tier, Decision(frozenset(conduct), frozenset(measures)), USUAL)
    return sorted(code for level, code, _, _ in found if level == "error")


def consistent(conduct, items, terms):
    """The severities without an error, lightest first."""
    return [tier for tier in TIERS if not errors(tier, conduct, items, terms)]


def weight(decision, read):
    """What a departure from Article 32 is: (level, place instead, reading)."""
    if decision.mitigated:
        return "warning", "40", "G13"
    if decision.article_31:
        if read["article_31_tiers"] == "apply":
            return "error", None, "article_31_tiers"
        return "warning", "31", "article_31_tiers"
    return "error", None, None


def of_the_floor(decision, read):
    """The same for the floor, which a reading keeps even where the decision is mitigated."""
    kept = read["G13"] == "not_below_floor" and decision.conduct & FLOORED
    return ("error", None, "G13") if decision.mitigated and kept else weight(decision, read)


def of_minor(decision, read):
    """情节较轻: never with floored conduct, nothing but its list, and something of its list."""
    level, instead, reading = weight(decision, read)
    floor_level, floor_instead, floor_reading = of_the_floor(decision, read)
    found = []
    if decision.conduct & FLOORED:
        found.append((floor_level, "below_floor", floor_instead or "32", floor_reading))
    for _ in decision.items - LISTS["minor"] - {14}:
        found.append((level, "measure_not_in_tier", instead or "32(1)", reading))
    if not decision.items & LISTS["minor"]:
        found.append((level, "no_measure", instead or "32(1)", reading))
    return found


def of_terms(tier, decision, read):
    """情节较重 and above: the range binds 5, 7 and 9, and by a reading 10."""
    level, instead, reading = weight(decision, read)
    found = []
    for item, months in decision.measures:
        if months is None or tier_of_term(months) == tier:
            continue
        if item in BOUND:
            found.append((level, "term_outside_tier", instead or PLACE[tier], reading))
        elif item == 10 and read["G9"] == "bind":
            why = reading if instead else "G9"
            found.append((level, "term_outside_tier", instead or PLACE[tier], why))
        elif item == 10:
            found.append(("warning", "term_of_10_outside_tier", PLACE[tier], "G9"))
    return found


def of_tier(tier, decision, read):
    """Article 32 under one severity."""
    if tier == "minor":
        return of_minor(decision, read)
    found = of_terms(tier, decision, read)
    if not decision.items & UPPER:
        level, instead, reading = of_the_floor(decision, read)
        return [*found, (level, "no_measure", instead or PLACE[tier], reading)]
    refused = read["C6"] == "refuse" and weight(decision, read)[0] == "error"
    beside = ("error" if refused else "warning", "lighter_measure_added", "29", "C6")
    return found + [beside] * len(decision.items & LISTS["minor"])


def of_measures(decision, read):
    """What is said of the measures under every severity."""
    items = decision.items
    found = []
    if items & FORCES_13 and 13 not in items:
        found.append(("error", "register_missing", "29", None))
    for item, months in decision.measures:
        if months is None and (item in BOUND or (item == 10 and read["G9"] == "bind")):
            found.append(("warning", "term_not_stated", f"29({item})", None))
        if months == PERMANENT and item in BOUND:
            level = "error" if read["permanent_ban"] == "refuse" else "warning"
            found.append((level, "permanent_needs_basis", "32(4)", "permanent_ban"))
    if decision.organisation:
        level = "error" if read["organisation_measures"] == "refuse" else "warning"
        for item in items & OF_A_PERSON:
            place = f"29({item})"
            found.append((level, "unusual_for_organisation", place, "organisation_measures"))
    return found


def findings_at(tier, decision, read):
    """What measures and conduct carry under a severity."""
    return of_tier(tier, decision, read) + of_measures(decision, read)


def of_the_body(decision):
    """Who decides, and with what basis."""
    found = []
    if 14 in decision.items:
        found.append(("warning", "other_measure_needs_basis", "29(14)", "G19"))
    if decision.powers is not None:
        beyond = decision.items - decision.powers
        found += [("warning", "beyond_power", "26", None)] * len(beyond)
    return found


def of_circumstances(decision, read):
    """Articles 30, 34 and 35 against each other and against the conduct."""
    found = []
    if len(decision.conduct) > 1 and REPEATED_OR_MULTIPLE not in decision.aggravated:
        found.append(("warning", "aggravation_overlooked", "35(6)", None))
    level = "error" if read["same_fact_twice"] == "refuse" else "warning"
    for factor in decision.factors & SAME_FACT.keys():
        for case in decision.aggravated.intersection(SAME_FACT[factor]):
            found.append((level, "same_fact_twice", f"35({case})", "same_fact_twice"))
    if decision.aggravated and decision.lenient:
        found.append(("info", "both_directions", "35", "G12"))
    return found


def of_reflection(tier, decision, read):
    """「应从重」: some stated term is above the least the severity has."""
    beside = read["G12"] == "aggravation_shown"
    if not decision.aggravated or (decision.lenient and not beside):
        return []
    stated = {m for item, m in decision.measures if m is not None and item in BOUND | {10}}
    if stated and stated == {LEAST_MONTHS.get(tier)}:
        reading = "G12" if decision.lenient else None
        return [("warning", "aggravation_not_reflected", "35", reading)]
    return []


def exemption(decision, read):
    """免予处理, asked by no severity and nothing but 14."""
    floored = bool(decision.conduct & FLOORED)
    if RETRACTED not in decision.lenient or decision.organisation:
        return [("error", "exemption_unfounded", "34", None)]
    if floored and read["G14"] == "never":
        return [("error", "exemption_unfounded", "32", "G14")]
    reason = [("warning", "exemption_needs_reason", "32", "G14")] if floored else []
    return reason + of_the_body(decision) + of_circumstances(decision, read)


def fitting(decision, read):
    """The severities under which measures and conduct carry no error."""
    return tuple(
        tier
        for tier in TIERS
        if all(level != "error" for level, *_ in findings_at(tier, decision, read))
    )


def judged(decision, fits, read):
    """The severity the findings are made under."""
    if decision.severity is not None or fits:
        return decision.severity or fits[0]

    def count(tier):
        return sum(level == "error" for level, *_ in findings_at(tier, decision, read))

    return min(TIERS, key=count)


def silent_readings(decision, read):
    """Readings that narrow the severities whether or not a finding shows it."""
    items, found = decision.items, set()
    if read["G9"] == "bind" and 10 in items:
        found.add("G9")
    if read["C6"] == "refuse" and items & LISTS["minor"] and items & UPPER:
        found.add("C6")
    if decision.mitigated:
        if read["G13"] == "not_below_floor" and decision.conduct & FLOORED:
            found.add("G13")
    elif decision.article_31 and read["article_31_tiers"] == "apply":
        found.add("article_31_tiers")
    return found


def permitted(decision):
    if decision.severity is not None:
        return tuple(sorted(LISTS[decision.severity]))
    lists = UPPER if decision.conduct & FLOORED else UPPER | LISTS["minor"]
    return tuple(sorted(lists))


def in_order(found):
    return tuple(sorted(found, key=lambda one: (one[0], one[1], one[2], one[3] or "")))


def answer(decision, read=USUAL):
    """Everything check-sanctions says, but the follow-up."""
    floor = "major" if decision.conduct & FLOORED else "minor"
    term = (0, None, None, None) if decision.severity is None else TERMS[decision.severity]
    if decision.severity is None and not decision.items - {14}:
        fits, tier, silent = (), None, set()
        found = exemption(decision, read)
    else:
        fits = fitting(decision, read)
        tier = judged(decision, fits, read)
        silent = silent_readings(decision, read)
        found = findings_at(tier, decision, read) + of_the_body(decision)
        found += of_circumstances(decision, read) + of_reflection(tier, decision, read)
        if decision.article_31 and decision.decided_by_itself:
            found.append(("error", "not_superior", "31", None))
    return Answer(
        all(level != "error" for level, *_ in found),
        floor,
        fits,
        (13,) if tier is not None and decision.items & FORCES_13 else (),
        permitted(decision),
        term,
        frozenset(silent | {reading for *_, reading in found if reading}),
        in_order(found),
        tier,
    )


def follow_up(decision, fits, involves=(), flags=()):
    """Articles 33, 36, 38 and the referrals; ``flags`` in the order given here."""
    graver = decision.severity != "minor"
    if decision.severity is None:
        graver = bool(fits) and "minor" not in fits
    told = ["terminate_pending_applications"] if graver else []
    if 13 in decision.items:
        told.append("report_to_register")
    if involves:
        told.append("notify_funders")
    known = ("refer_party_member", "refer_public_servant", "refer_crime")
    return (*told, *(flag for flag in known if flag in flags))
