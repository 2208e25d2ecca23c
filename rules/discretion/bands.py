"""The parts of a severity's range that a leaning to either side points to (Article 50)."""

from datetime import date
from typing import NamedTuple

from rules.benchmark import Cuts
from rules.codes import Severity
from rules.context import Context
from rules.sanctions.facts import TermRange
from rules.sanctions.tables import SEVERITIES, table


class Band(NamedTuple):
    """A span of months, both ends included; ``to`` None: without end."""

    from_: int
    to: int | None

    def holds(self, months: int) -> bool:
        """Whether a term of that many months lies in the band."""
        return self.from_ <= months and (self.to is None or months <= self.to)

    def nearest(self, months: int) -> int:
        """That month, or the end of the band nearest to it."""
        return max(self.from_, months if self.to is None else min(months, self.to))

    def as_json(self) -> dict[str, int | None]:
        """``from`` and ``to`` in months."""
        return {"from": self.from_, "to": self.to}


def whole(term: TermRange) -> Band:
    """A range of Article 32 in whole months."""
    above = 1 if term.over is None else term.over * 12 + 1
    below = None if term.under is None else term.under * 12 - 1
    return Band(
        above if term.from_ is None else term.from_ * 12,
        below if term.to is None else term.to * 12,
    )


def tier_band(context: Context, on: date, severity: Severity) -> Band:
    """The months Article 32 gives a severity above the lightest, as in force on a day."""
    return whole(table(context, on).terms[SEVERITIES.index(severity)])


def part(tier: Band, cuts: Cuts, *, lenient: bool, aggravated: bool) -> Band:
    """The lower part for a lighter, the upper for a heavier sanction, else the middle.

    With reasons for both the law does not say how they weigh against each other: all of it.
    Where the range in force is narrower than the benchmark knew, the part ends where it ends.
    """
    if lenient and aggravated:
        return tier
    middle, upper = tier.nearest(cuts.ordinary), tier.nearest(cuts.aggravated)
    if lenient:
        return Band(tier.from_, tier.nearest(middle - 1))
    if aggravated:
        return Band(upper, tier.to)
    return Band(middle, max(middle, upper - 1))
