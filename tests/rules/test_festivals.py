"""The statutory days of rest of each year against those a separate package computes."""

import holidays
import pytest

from rules.calendars.festivals import NAMES, statutory_days
from rules.errors import FestivalsNotCovered

FIRST, LAST = 2010, 2035
THEIRS = {
    "New Year's Day": "new_year",
    "Chinese New Year's Eve": "spring",
    "Chinese New Year (Spring Festival)": "spring",
    "Tomb-Sweeping Day": "qingming",
    "Labor Day": "labour",
    "Dragon Boat Festival": "dragon_boat",
    "Mid-Autumn Festival": "mid_autumn",
    "National Day": "national",
}


def theirs(year):
    """By holiday, the days of the law itself: neither moved nor granted for one year alone."""
    found = {}
    for day, names in holidays.China(years=year, observed=False).items():
        for name in THEIRS.keys() & set(names.split("; ")):
            found.setdefault(THEIRS[name], set()).add(day)
    return found


@pytest.mark.parametrize("year", range(FIRST, LAST + 1))
def test_the_days_of_rest_of_a_year(year):
    ours = statutory_days(year)
    assert {name: set(days) for name, days in ours.items()} == theirs(year)
    assert list(ours) == list(NAMES)
    assert all(list(days) == sorted(days) for days in ours.values())


@pytest.mark.parametrize("year", [FIRST - 1, LAST + 1])
def test_a_year_outside_the_table_is_no_guess(year):
    with pytest.raises(FestivalsNotCovered) as refused:
        statutory_days(year)
    said = f"没有{year}年的节日日期（现有{FIRST}年至{LAST}年）"
    assert refused.value.message == said
