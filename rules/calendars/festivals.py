"""The statutory holidays of a year, as 全国年节及纪念日放假办法 names them.

Eleven days a year from 2014, thirteen from 2025; before 2014 the three days of the Spring Festival
began on its eve.
"""

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from rules.errors import FestivalsNotCovered

FESTIVALS = Path(__file__).parent / "festivals.json"
NAMES = {
    "new_year": "元旦",
    "spring": "春节",
    "qingming": "清明节",
    "labour": "劳动节",
    "dragon_boat": "端午节",
    "mid_autumn": "中秋节",
    "national": "国庆节",
}
ONE = timedelta(days=1)


@cache
def _lunar() -> dict[int, dict[str, date]]:
    data = json.loads(FESTIVALS.read_bytes())
    return {
        int(year): {name: date.fromisoformat(day) for name, day in days.items()}
        for year, days in data.items()
    }


@cache
def statutory_days(year: int) -> dict[str, tuple[date, ...]]:
    """The days of rest of a year under the law alone, by holiday.

    Raises FestivalsNotCovered for a year whose lunar festivals are not in the table.
    """
    table = _lunar()
    if year not in table:
        day = date(year, 1, 1)
        raise FestivalsNotCovered(day, date(min(table), 1, 1), date(max(table), 12, 31))
    lunar = table[year]
    eve, last = (1, 2) if year >= 2025 else ((0, 2) if year >= 2014 else (1, 1))
    labour = 2 if year >= 2025 else 1
    return {
        "new_year": (date(year, 1, 1),),
        "spring": tuple(lunar["spring"] + i * ONE for i in range(-eve, last + 1)),
        "qingming": (lunar["qingming"],),
        "labour": tuple(date(year, 5, 1 + i) for i in range(labour)),
        "dragon_boat": (lunar["dragon_boat"],),
        "mid_autumn": (lunar["mid_autumn"],),
        "national": tuple(date(year, 10, 1 + i) for i in range(3)),
    }
