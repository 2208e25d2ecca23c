"""Putting right what supervision found, and the bar until it is done (130号 36)."""

from datetime import date

import pytest

from rules.errors import DatesReversed
from rules.supervision.rectification import (
    BarFacts,
    RectificationFacts,
    barred,
    check_bar,
    check_notice,
    check_rectification,
)
from tests.rules.saying import said

ON = date(2026, 3, 2)


def test_a_notice_sets_a_later_date():
    assert said(check_notice(ON, date(2026, 3, 3))) == []
    assert said(check_notice(ON, None)) == [
        ("error", "rectification_date_missing", "第三十六条", None)
    ]
    assert said(check_notice(ON, ON)) == [("error", "rectification_date_past", "第三十六条", None)]


def test_a_report_on_rectification_is_written_in_two_parts_and_in_time():
    assert said(check_rectification(RectificationFacts(ON, ON))) == []
    wrong = RectificationFacts(ON, date(2026, 3, 3), False, False, False)
    assert said(check_rectification(wrong)) == [
        ("error", "report_not_written", "第三十六条", None),
        ("error", "rectification_part_missing", "第三十六条", None),
        ("error", "handling_part_missing", "第三十六条", None),
        ("warning", "rectification_late", "第三十六条", None),
    ]


def test_the_bar_lasts_until_rectification_is_finished():
    open_ = BarFacts(ON, date(2026, 1, 5), refused=True)
    assert said(check_bar(open_)) == [] and barred(open_)
    done = BarFacts(ON, date(2026, 1, 5), weak=True, done=ON, lifted=ON)
    assert said(check_bar(done)) == [] and not barred(done)
    assert barred(BarFacts(date(2026, 3, 1), date(2026, 1, 5), done=ON))
    assert barred(BarFacts(ON, ON)) and not barred(BarFacts(ON, date(2026, 3, 3)))


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({}, ["bar_without_ground"]),
        ({"handling_wanting": True}, []),
        ({"weak": True, "fixed_end": date(2027, 1, 1)}, ["bar_with_fixed_end"]),
        ({"refused": True, "lifted": ON}, ["bar_lifted_early"]),
        ({"refused": True, "done": ON, "lifted": date(2026, 3, 1)}, ["bar_lifted_early"]),
        ({"refused": True, "done": ON}, ["bar_not_lifted"]),
        ({"refused": True, "done": date(2026, 3, 3)}, []),
        ({"refused": True, "done": date(2026, 1, 5), "lifted": date(2026, 2, 1)}, []),
    ],
)
def test_a_bar_is_grounded_open_ended_and_lifted_when_done(given, codes):
    outcome = check_bar(BarFacts(ON, date(2026, 1, 5), **given))
    assert said(outcome) == [("error", code, "第三十六条", None) for code in codes]


def test_nothing_is_finished_before_it_began():
    with pytest.raises(DatesReversed) as refused:
        check_bar(BarFacts(ON, ON, done=date(2026, 3, 1)))
    assert refused.value.where == "done"
