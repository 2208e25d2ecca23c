"""Article 32 as a table: what each severity lists, how long it lets a ban run, and the floor.

Made once for each set of parameters in force; nothing here depends on a case.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from rules.codes import Severity
from rules.context import Context
from rules.instruments import Parameter, Provisions
from rules.sanctions.facts import TermRange

SEVERITIES = tuple(Severity)
MINOR = 0
OTHER = 1 << 14
REGISTER = 1 << 13


def mask(items: Iterable[int]) -> int:
    """A set of item numbers as bits."""
    found = 0
    for item in items:
        found |= 1 << item
    return found


@cache
def members(bits: int) -> tuple[int, ...]:
    """The item numbers (1 to 14) of a set of bits, in order."""
    return tuple(i for i in range(1, 15) if bits >> i & 1)


def _range(data: dict[str, int]) -> TermRange:
    return TermRange(data.get("over"), data.get("from"), data.get("to"), data.get("under"))


class SanctionTable:
    """The numbers of Articles 29 and 32 as in force on a day.

    ``lists`` are the measures of each severity, ``terms`` the lawful lengths, ``lower`` the first
    lawful month where the range includes its lower bound, ``floor`` the conduct that closes the
    lightest severity, ``bounded`` the measures whose terms are bound, ``coupled`` those that
    force entry in the register.
    """

    def __init__(self, law: Provisions) -> None:
        names = [severity.value for severity in SEVERITIES]
        self.lists = tuple(mask(law[f"tier.{name}.measures"].value) for name in names)
        self.terms = (
            TermRange(),
            *(_range(law[f"tier.{name}.term"].value) for name in names[1:]),
        )
        self.lower = tuple(t.from_ * 12 if t.from_ is not None else None for t in self.terms)
        self.open_term = TermRange(over=self.terms[1].over)
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
        self.tier = lru_cache(maxsize=4096)(self._tier)
        self.any_permitted = members(self.lists[0] | self.graver)
        self.graver_permitted = members(self.graver)

    def _tier(self, months: int) -> int:
        """The one severity whose range holds a term of that many months."""
        return next(i for i in (1, 2, 3) if self.terms[i].holds(months))


_TABLES: dict[frozenset[Parameter], SanctionTable] = {}


@lru_cache(maxsize=16384)
def table(context: Context, on: date) -> SanctionTable:
    """The table in force on a day; raises as ``Context.law`` does."""
    law = context.law(on)
    if law.key not in _TABLES:
        _TABLES[law.key] = SanctionTable(law)
    return _TABLES[law.key]
