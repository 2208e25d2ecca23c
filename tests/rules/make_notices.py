"""Writes ``rules/calendars/notices.json`` anew: the years before 2022 from chinesecalendar.

Usage: ``python tests/rules/make_notices.py < notices.jsonl`` with one verified notice a line.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar

TARGET = Path(__file__).parents[2] / "rules" / "calendars" / "notices.json"


def governs(day: date) -> int:
    """The year whose notice moved the day: New Year's windows reach back into late December."""
    return day.year + 1 if (day.month, day.day) >= (12, 24) else day.year


def unverified(year: int) -> dict[str, object]:
    """A year's departures from Monday to Friday, the notice itself not seen."""
    day, end = date(year - 1, 12, 24), date(year, 12, 23)
    rest, work = [], []
    while day <= end:
        weekday = day.weekday() < 5
        if chinese_calendar.is_workday(day) != weekday:
            (rest if weekday else work).append(day.isoformat())
        day += timedelta(days=1)
    return {
        "year": year,
        "notice": None,
        "issued": None,
        "verified": False,
        "rest": [[d, d] for d in rest],
        "make_up_work": work,
    }


def main() -> None:
    """Reads the verified notices from standard input and writes the data file."""
    given = [json.loads(line) for line in sys.stdin if line.strip()]
    verified = [{**notice, "verified": True} for notice in given]
    years = [unverified(year) for year in range(2010, min(n["year"] for n in verified))]
    lines = ",\n".join(json.dumps(n, ensure_ascii=False) for n in years + verified)
    TARGET.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
