"""Calendar months and the terms of measures.

A term of n years ends the day before its anniversary: three years from 2023-12-26 end on
2026-12-25, as the published decisions write it.
"""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

from rules.errors import TermInvalid


def add_months(start: date, months: int) -> date:
    """The corresponding day ``months`` later; the month's last day when there is none.

    Raises OverflowError past the last year there is.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > MAXYEAR:
        raise OverflowError(f"{months} months after {start}")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def end_of_term(start: date, years: int = 0, months: int = 0) -> date:
    """The last day of a term that begins on ``start``.

    Where the anniversary does not exist (29 February) the month's last day ends the term.
    Raises TermInvalid when the length is not positive.
    """
    length = years * 12 + months
    if years < 0 or months < 0 or length == 0:
        raise TermInvalid("years" if years or not months else "months")
    anniversary = add_months(start, length)
    return anniversary - timedelta(days=1) if anniversary.day == start.day else anniversary
