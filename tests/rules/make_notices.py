"""Makes the years before the verified notices of ``rules/calendars/notices.json`` anew.

They come from chinesecalendar.  Standard input: every verified notice, one JSON object a line; one
that is in the file and not among them stops the work.  A new year needs none of this: its notice is
a line added to the file, see docs/clocks.md.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

import chinese_calendar

TARGET = Path(__file__).parents[2] / "rules" / "calendars" / "notices.json"
# Notices within a year, which chinesecalendar has merged into the year's own.
WITHIN_A_YEAR: list[dict[str, object]] = [
    {
        "year": 2015,
        "notice": None,
        "title": "抗战胜利70周年纪念日放假安排",
        "occasion": "抗战胜利纪念日",
        "issued": "2015-05-13",
        "verified": False,
        "rest": [["2015-09-03", "2015-09-03"], ["2015-09-04", "2015-09-04"]],
        "make_up_work": ["2015-09-06"],
    },
    {
        "year": 2019,
        "notice": None,
        "title": "2019年劳动节调整放假安排",
        "occasion": "劳动节",
        "issued": "2019-03-22",
        "verified": False,
        "rest": [["2019-05-02", "2019-05-03"]],
        "make_up_work": ["2019-04-28", "2019-05-05"],
    },
    {
        "year": 2020,
        "notice": None,
        "title": "2020年延长春节假期安排",
        "occasion": "春节",
        "issued": "2020-01-26",
        "verified": False,
        "rest": [["2020-01-31", "2020-02-01"]],
        "make_up_work": [],
    },
]
CHANGED = frozenset(
    (
        "2015-09-03",
        "2015-09-04",
        "2015-09-06",
        "2019-04-28",
        "2019-05-02",
        "2019-05-03",
        "2019-05-05",
        "2020-01-31",
        "2020-02-01",
    )
)


def unverified(year: int) -> dict[str, object]:
    """A year's departures from Monday to Friday, the notice itself not seen.

    New Year's windows reach back into late December.
    """
    day, end = date(year - 1, 12, 24), date(year, 12, 23)
    rest, work = [], []
    while day <= end:
        weekday = day.weekday() < 5
        worked = chinese_calendar.is_workday(day) != (day.isoformat() in CHANGED)
        if worked != weekday:
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


def written(verified: Iterable[dict[str, object]]) -> str:
    """The data file with these verified notices."""
    given = [{**notice, "verified": True} for notice in verified]
    years = range(2010, min(int(str(notice["year"])) for notice in given))
    notices = [*(unverified(year) for year in years), *WITHIN_A_YEAR, *given]
    notices.sort(key=lambda notice: (int(str(notice["year"])), "occasion" in notice))
    lines = ",\n".join(json.dumps(notice, ensure_ascii=False) for notice in notices)
    return f"[\n{lines}\n]\n"


def dropped(given: Iterable[dict[str, object]], text: str) -> list[int]:
    """The years whose verified notice is in the file and not among those given."""
    kept = {int(str(one["year"])) for one in json.loads(text) if one["verified"]}
    return sorted(kept - {int(str(one["year"])) for one in given})


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the verified notices and writes the data file; SystemExit where one would be lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.parse_args(arguments)
    given = [json.loads(line) for line in sys.stdin if line.strip()]
    if lost := dropped(given, TARGET.read_text(encoding="utf-8")):
        parser.error(f"the verified notices of {', '.join(map(str, lost))} would be lost")
    TARGET.write_text(written(given), encoding="utf-8")


if __name__ == "__main__":
    main()
