"""How far back a check looks: the last five years, the accounting years (excerpts)."""

from datetime import date, timedelta
from typing import NamedTuple

from rules.context import Context
from rules.instruments import Provisions
from rules.outcome import Citation
from rules.terms import add_months

EXCHANGE, VOUCHER = "exchange.look_back_years", "voucher.accounting_years_before"


class Window(NamedTuple):
    """The days a check looks back over, both included, and the words that ask for it."""

    first: date
    last: date
    citation: Citation

    def holds(self, day: date) -> bool:
        """Whether the day lies within."""
        return self.first <= day <= self.last

    def as_json(self) -> dict[str, object]:
        """The window in the answer of check-integrity."""
        return {
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "citation": self.citation.as_json(),
        }


def back(on: date, years: int) -> date:
    """The corresponding day that many years before; 28 February for a 29th that is missing."""
    return add_months(on, -12 * years)


def five_years(on: date, law: Provisions, context: Context) -> Window:
    """近五年 before the day of application (鲁科字〔2025〕3号, 10), a reading."""
    parameter = law[EXCHANGE]
    first = back(on, parameter.value)
    reading = context.reading("look_back_start")
    if reading == "day_after":
        first += timedelta(days=1)
    if reading == "calendar_years":
        first = first.replace(month=1, day=1)
    return Window(first, on, parameter.citation)


def accounting_years(on: date, law: Provisions) -> Window:
    """上一会计年度及当年 (鲁科字〔2024〕154号, 8): calendar years, a reading."""
    parameter = law[VOUCHER]
    return Window(date(on.year - parameter.value, 1, 1), on, parameter.citation)
