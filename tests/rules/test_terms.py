"""A term of n years ends the day before its anniversary."""

from datetime import date

import pytest

from rules.errors import TermInvalid
from rules.terms import add_months, end_of_term


@pytest.mark.parametrize(
    ("start", "years", "months", "end", "why"),
    [
        (date(2023, 12, 26), 3, 0, date(2026, 12, 25), "as a published decision prints it"),
        (date(2023, 12, 26), 5, 0, date(2028, 12, 25), "its second term"),
        (date(2024, 1, 1), 1, 0, date(2024, 12, 31), "a calendar year"),
        (date(2024, 3, 1), 1, 0, date(2025, 2, 28), "ends with February"),
        (date(2024, 2, 29), 1, 0, date(2025, 2, 28), "no anniversary: the month's last day"),
        (date(2024, 2, 29), 4, 0, date(2028, 2, 28), "the anniversary exists"),
        (date(2024, 1, 31), 0, 1, date(2024, 2, 29), "no such day in February"),
        (date(2024, 1, 15), 1, 6, date(2025, 7, 14), "years and months add"),
    ],
)
def test_end_of_term(start, years, months, end, why):
    assert end_of_term(start, years, months) == end, why


def test_years_or_months_may_stand_alone():
    assert end_of_term(date(2023, 12, 26), 3) == date(2026, 12, 25)
    assert end_of_term(date(2023, 12, 26), months=18) == date(2025, 6, 25)


@pytest.mark.parametrize(
    ("years", "months", "where"),
    [(0, 0, "years"), (-1, 0, "years"), (0, -1, "months"), (2, -1, "years")],
)
def test_a_term_is_positive(years, months, where):
    with pytest.raises(TermInvalid) as refused:
        end_of_term(date(2024, 1, 1), years, months)
    assert refused.value.where == where


def test_months_end_on_the_corresponding_day_or_the_last():
    assert add_months(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2025, 12, 15), 1) == date(2026, 1, 15)
    assert add_months(date(2026, 1, 15), 12) == date(2027, 1, 15)


def test_the_last_year_there_is_has_months_and_the_next_has_none():
    assert add_months(date(9999, 1, 31), 1) == date(9999, 2, 28)
    assert add_months(date(9998, 12, 31), 12) == date(9999, 12, 31)
    with pytest.raises(OverflowError, match=r"^1 months after 9999-12-31$"):
        add_months(date(9999, 12, 31), 1)
