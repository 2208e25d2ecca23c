"""The table of Article 32 as arrays: what each term of each measure means, looked up at once."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rules.batch.columns import Columns
from rules.batch.intake import Bits, Flags
from rules.sanctions.case import PERMANENT, PERMANENT_ITEMS
from rules.sanctions.tables import ITEM_10, TIERS, SanctionTable, mask

GRAVER: Final = (1, 2, 3)
# The four fields of a mark: the first holds these and "not the lower bound of tier n" (bit n),
# the field of a graver tier the measures whose term lies outside it.
_WIDTH: Final = 16
_BINDING, _BOUNDED = 1 << 4, 1 << 5
_FIELD: Final = 0xFFFF

Marked = NDArray[np.uint64]


class Terms(NamedTuple):
    """The terms of each decision: ``outside[n]`` are the measures with a term outside tier n,
    ``bounded`` says whether Article 32 bounds any of them, ``at_lower[n]`` whether there are some
    and all are the lower bound of tier n."""

    outside: tuple[Bits, ...]
    bounded: Flags
    at_lower: tuple[Flags, ...]


class Marks:
    """One table, asked once for every length that could make a difference."""

    def __init__(self, law: SanctionTable) -> None:
        self.law = law
        bounds = [bound for term in law.terms for bound in term if bound is not None]
        # Past the last bound every length is the same.
        self.last = 12 * max(bounds) + 1
        self.lists = np.array(law.lists, np.uint16)
        self.lighter = np.array(law.lighter, np.uint16)
        self.graver_permitted = np.uint16(mask(law.graver_permitted))
        self.any_permitted = np.uint16(mask(law.any_permitted))
        lengths = range(self.last + 1)
        self._marks = np.array(
            [[self._mark(item, months) for months in lengths] for item in range(15)], np.uint64
        ).ravel()
        self._counts = np.array(
            [[self._count(item, months) for months in lengths] for item in range(15)], np.uint64
        ).ravel()
        self._forever = {item: self._mark(item, PERMANENT) for item in PERMANENT_ITEMS}

    def _outside(self, months: int) -> list[int]:
        return [tier for tier in GRAVER if not self.law.tiers(months) & TIERS[tier]]

    def _mark(self, item: int, months: int) -> int:
        found = sum(1 << (tier * _WIDTH + item) for tier in self._outside(months))
        bounded = self.law.bounded >> item & 1
        if bounded or ITEM_10 >> item & 1:
            found |= _BINDING | mask(n for n in range(4) if self.law.lower[n] != months)
        return found | _BOUNDED * bounded

    def _count(self, item: int, months: int) -> int:
        """How many terms outside each tier this one is: none or one."""
        if not self.law.bounded >> item & 1:
            return 0
        return sum(1 << (tier * _WIDTH) for tier in self._outside(months))

    def _entries(self, columns: Columns) -> NDArray[np.int64]:
        return columns.item * (self.last + 1) + np.minimum(columns.months, self.last)

    def terms(self, columns: Columns) -> Terms:
        """What the terms of each decision mean."""
        marks = _gathered(np.bitwise_or, self._marks[self._entries(columns)], columns)
        permanent = columns.permanent
        if permanent.any():
            for item, mark in self._forever.items():
                marks |= (permanent >> item & 1).astype(np.uint64) * np.uint64(mark)
        outside = tuple((marks >> (_WIDTH * tier)).astype(np.uint16) for tier in range(4))
        own = outside[0]
        binding = (own & _BINDING) != 0
        at_lower = tuple(binding & ((own >> tier & 1) == 0) for tier in range(4))
        return Terms(outside, (own & _BOUNDED) != 0, at_lower)

    def outside_counts(self, columns: Columns) -> list[Marked]:
        """How many bounded terms of each decision lie outside each severity's range."""
        found = _gathered(np.add, self._counts[self._entries(columns)], columns)
        forever = columns.permanent & np.uint16(self.law.bounded)
        wrong = self._outside(PERMANENT)
        return [
            (found >> (_WIDTH * tier) & _FIELD)
            + (np.bitwise_count(forever) if tier in wrong else 0)
            for tier in range(4)
        ]


def _gathered(how: np.ufunc, values: Marked, columns: Columns) -> Marked:
    """The marks of each decision's terms taken together; 0 where it has none."""
    found = np.zeros(len(columns), np.uint64)
    begin = columns.start[:-1]
    some = columns.start[1:] > begin
    if some.any():
        found[some] = how.reduceat(values, begin[some])
    return found


@lru_cache(maxsize=64)
def marks_of(law: SanctionTable) -> Marks:
    """The arrays of a table, made once."""
    return Marks(law)
