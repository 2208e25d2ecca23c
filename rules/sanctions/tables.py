"""Article 32 as a table: what each severity lists, how long it lets a ban run, and the floor.

Made once for each set of parameters in force and of readings; nothing here depends on a case.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache

from rules.codes import Severity
from rules.context import Context
from rules.instruments import Parameter, Provisions
from rules.sanctions.facts import TermRange

SEVERITIES = tuple(Severity)
MINOR = 0
ITEM_10 = 1 << 10
REGISTER = 1 << 13
OTHER = 1 << 14
STRICT, MITIGATED, ARTICLE_31, APPLIED, FLOOR_KEPT = range(5)
# What each severity is as a bit, lightest first.
TIERS = (1, 2, 4, 8)
READ_HERE = (
    "G9",
    "C6",
    "G12",
    "G13",
    "G14",
    "permanent_ban",
    "article_31_tiers",
    "organisation_measures",
    "same_fact_twice",
)


def mask(items: Iterable[int]) -> int:
    """A set of item numbers as bits."""
    found = 0
    for item in items:
        found |= 1 << item
    return found


# Measures against a person: their talk, title, qualification, students or degree (a reading).
FOR_PERSONS = mask((1, 7, 8, 10, 11, 12))


@cache
def members(bits: int) -> tuple[int, ...]:
    """The item numbers (1 to 14) of a set of bits, in order."""
    return tuple(i for i in range(1, 15) if bits >> i & 1)


def _range(data: dict[str, int]) -> TermRange:
    return TermRange(data.get("over"), data.get("from"), data.get("to"), data.get("under"))


class SanctionTable:
    """The numbers of Articles 29 and 32 as in force on a day, under the readings chosen.

    ``lists`` are the measures of each severity, ``terms`` the lawful lengths, ``lower`` the first
    lawful month where the range includes its lower bound, ``lighter`` the lightest severity's
    measures that a graver one does not list, ``floor`` the conduct that closes the lightest
    severity, ``bounded`` the measures whose terms are bound, ``coupled`` those that force entry in
    the register.
    """

    def __init__(self, law: Provisions, readings: Mapping[str, str]) -> None:
        names = [severity.value for severity in SEVERITIES]
        self.lists = tuple(mask(law[f"tier.{name}.measures"].value) for name in names)
        self.lighter = tuple(self.lists[MINOR] & ~bits for bits in self.lists)
        self.terms = (
            TermRange(),
            *(_range(law[f"tier.{name}.term"].value) for name in names[1:]),
        )
        self.lower = tuple(t.from_ * 12 if t.from_ is not None else None for t in self.terms)
        self.open_term = self.terms[1]._replace(to=None, under=None)
        self.list_citations = tuple(law[f"tier.{name}.measures"].citation for name in names)
        self.term_citations = (
            self.list_citations[0],
            *(law[f"tier.{name}.term"].citation for name in names[1:]),
        )
        self.floor_citation = law["floor.conduct"].citation
        self.coupling_citation = law["register.forced_by"].citation
        self.floor = mask(law["floor.conduct"].value)
        self.bounded = mask(law["tier.bounded"].value)
        self.coupled = mask(law["register.forced_by"].value)
        self.graver = self.lists[1] | self.lists[2] | self.lists[3]
        self.permitted = tuple(members(bits) for bits in self.lists)
        self.any_permitted = members(self.lists[0] | self.graver)
        self.graver_permitted = members(self.graver)
        self.tiers = lru_cache(maxsize=4096)(self._tiers)
        self._read(readings)

    def _read(self, readings: Mapping[str, str]) -> None:
        """Settle what the text leaves open."""
        self.binds_10 = readings["G9"] == "bind" and not self.bounded & ITEM_10
        if self.binds_10:
            self.bounded |= ITEM_10
        # Article 29 (10) itself goes as far as ending the status of supervisor for good.
        self.never_permanent = self.bounded & ~ITEM_10
        self.refuses_lighter = readings["C6"] == "refuse"
        self.shows_aggravation = readings["G12"] == "aggravation_shown"
        self.keeps_floor = readings["G13"] == "not_below_floor"
        self.bars_exemption = readings["G14"] == "never"
        self.refuses_permanent = readings["permanent_ban"] == "refuse"
        self.organisation_mode = APPLIED if readings["article_31_tiers"] == "apply" else ARTICLE_31
        # Whether a reading may leave fewer severities although no finding shows it.
        self.narrows = (
            self.binds_10
            or self.refuses_lighter
            or self.keeps_floor
            or self.organisation_mode == APPLIED
        )
        self.refuses_unusual = readings["organisation_measures"] == "refuse"
        self.refuses_same_fact = readings["same_fact_twice"] == "refuse"

    def _tiers(self, months: int) -> int:
        """The severities whose range holds a term of that many months, as bits."""
        return mask(tier for tier in (1, 2, 3) if self.terms[tier].holds(months))


_TABLES: dict[tuple[frozenset[Parameter], tuple[str, ...]], SanctionTable] = {}


@lru_cache(maxsize=16384)
def table(context: Context, on: date) -> SanctionTable:
    """The table in force on a day; raises as ``Context.law`` does."""
    law = context.law(on)
    readings = {name: context.reading(name) for name in READ_HERE}
    key = (law.key, tuple(readings.values()))
    if key not in _TABLES:
        _TABLES[key] = SanctionTable(law, readings)
    return _TABLES[key]
