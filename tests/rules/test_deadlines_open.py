"""Clocks that run into days not announced, and answers as they were on an earlier day."""

import pytest

from rules.errors import DateNotCovered
from tests.rules.ask import ask


def clock(rule: str, start: str, *suspensions: list[str | None], **more):
    return ask("due-date", {"rule": rule, "start": start, "suspensions": suspensions, **more})


BEFORE, SINCE = "2010–2025，至国办发明电〔2024〕12号", "2010–2026，至国务院办公厅2025年11月4日通知"
AS_OF = [
    ("2025-11-03", None, "2026-02-25", "2026-02-26", BEFORE),
    ("2025-11-04", "2026-02-26", "2026-02-26", "2026-02-26", SINCE),
    (None, "2026-02-26", "2026-02-26", "2026-02-26", SINCE),
]


@pytest.mark.parametrize(("as_of", "due", "earliest", "latest", "calendar"), AS_OF)
def test_the_answer_as_it_was_on_an_earlier_day(as_of, due, earliest, latest, calendar):
    found = clock("report_upward", "2026-02-05", as_of=as_of)
    assert [found[k] for k in ("due", "earliest", "latest")] == [due, earliest, latest]
    assert (found["provisional"], found["calendar"]) == (due is None, calendar)


def test_nothing_could_be_answered_before_the_first_notice():
    with pytest.raises(DateNotCovered) as refused:
        clock("acceptance", "2025-12-19", as_of="2009-12-31")
    assert refused.value.where == "as_of"


def test_the_account_of_a_clock_that_runs_into_open_days():
    found = clock("report_upward", "2027-04-20")
    assert (found["earliest"], found["latest"]) == ("2027-05-06", "2027-05-07")
    assert [(d["date"], d["counted"]) for d in found["days"]][4:] == [
        ("2027-04-25", None),
        ("2027-04-26", True),
        ("2027-04-27", True),
        ("2027-04-28", True),
        ("2027-04-29", True),
        ("2027-04-30", True),
        ("2027-05-01", False),
        ("2027-05-02", False),
        ("2027-05-03", False),
        ("2027-05-04", False),
        ("2027-05-05", False),
        ("2027-05-06", True),
        ("2027-05-07", True),
    ]
    assert found["days"][4]["why"] == "周日，放假安排未公布，可能调休"


MONTHS_OPEN = [
    ("2026-07-15", [], "2027-01-15", "2027-01-15", "lands on a day no notice moves"),
    ("2026-08-14", [], "2027-02-14", "2027-02-15", "a Sunday made up, or the Monday"),
    ("2026-07-31", [], "2027-01-31", "2027-02-01", "a Sunday that may be made up"),
    (
        "2026-07-31",
        [["2027-02-01", "2027-02-03"]],
        "2027-01-31",
        "2027-02-02",
        "begins on the later",
    ),
    ("2026-07-31", [["2027-02-02", "2027-02-03"]], "2027-01-31", "2027-02-01", "begins after both"),
    ("2026-07-31", [["2027-01-31", "2027-02-02"]], "2027-02-02", "2027-02-02", "begins on both"),
    ("2026-07-31", [["2027-02-01", None]], None, None, "lasting, from the later day"),
    ("2026-07-31", [["2027-02-02", None]], "2027-01-31", "2027-02-01", "lasting, after both"),
]


@pytest.mark.parametrize(("start", "suspensions", "earliest", "latest", "why"), MONTHS_OPEN)
def test_months_that_end_on_open_days(start, suspensions, earliest, latest, why):
    found = clock("investigation", start, *suspensions)
    assert (found["earliest"], found["latest"]) == (earliest, latest), why
    assert found["due"] is None
    assert found["provisional"] == (earliest is not None)
