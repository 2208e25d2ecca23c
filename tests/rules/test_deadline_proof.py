"""Every clock for every start of 2010 to 2026, against a plain counter and two other calendars."""

from datetime import date
from itertools import pairwise

import chinese_calendar
import holidays as holidays_package
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.calendars import built_in
from rules.clocks import after, before, on_or_after
from rules.context import default_context
from rules.deadlines import DueDateFacts, due_date
from tests.rules.plain_calendar import (
    FIRST,
    LAST,
    ONE,
    WORKED,
    count,
    each,
    months_after,
    rolled,
)

CONTEXT = default_context()
CALENDAR = built_in()
# The next notice may still move the days after this one.
FIRM = date(2026, 12, 23)
IN_FORCE = date(2026, 1, 1)
STARTS = tuple(each(FIRST, LAST))
FORWARD = {
    "acceptance": 15,
    "inform_participants": 15,
    "appeal": 15,
    "appeal_admission": 15,
    "re_review_admission": 15,
    "review": 90,
    "re_review": 90,
    "report_upward": 10,
    "submit_to_national": 10,
    "submit_direct": 10,
    "supervision_objection": 10,
}
PERIODS = {days: {start: count(start, days) for start in STARTS} for days in (10, 15, 90, -3, -4)}


def ends(rule: str, start: date, *, days: bool = False, extension: int = 0, context=CONTEXT):
    facts = DueDateFacts(rule, start, extension_months=extension, on=IN_FORCE)
    return due_date(facts, context, days=days)


def test_the_two_other_calendars_agree_with_ours_on_every_day():
    package = holidays_package.China(years=range(2010, 2027))
    for day in STARTS:
        ours = CALENDAR.is_working_day(day)
        assert ours == chinese_calendar.is_workday(day) == package.is_working_day(day), day


@pytest.mark.parametrize(("rule", "days"), FORWARD.items())
def test_working_days_from_every_start(rule, days):
    for start in STARTS:
        found, plain = ends(rule, start), PERIODS[days][start]
        settled = plain is not None and plain <= FIRM
        assert found.due == (plain if settled else None), start
        assert found.provisional is not settled, start
        if plain is not None:
            assert found.earliest <= plain <= found.latest, start


@pytest.mark.parametrize(("reading", "days"), [("count_back", -3), ("clear_days", -4)])
def test_working_days_before_every_start(reading, days):
    context = CONTEXT.with_readings(supervision_days=reading)
    for start in STARTS[30:]:
        found, plain = ends("supervision_notice", start, context=context), PERIODS[days][start]
        assert found.due == (plain if start <= FIRM + ONE else None), start
        assert found.earliest <= plain <= found.latest, start


@pytest.mark.parametrize("extension", range(13))
def test_six_months_and_every_extension_from_every_start(extension):
    for start in STARTS:
        found = ends("investigation", start, extension=extension)
        plain = rolled(months_after(start, 6 + extension))
        settled = plain is not None and plain <= FIRM
        assert found.due == (plain if settled else None), start
        assert found.provisional is not settled, start


@pytest.mark.parametrize("extension", [0, 1, 6, 12])
def test_months_that_end_on_a_rest_day_from_every_start(extension):
    context = CONTEXT.with_readings(civil_code_months="same_day")
    for start in STARTS:
        found = ends("investigation", start, extension=extension, context=context)
        assert found.due == months_after(start, 6 + extension), start
        assert found.provisional is False


@pytest.mark.parametrize(("rule", "days"), [("acceptance", 15), ("report_upward", 10)])
def test_the_account_of_every_start_counts_what_was_worked(rule, days):
    for start in STARTS:
        found = ends(rule, start, days=True)
        if found.due is None:
            continue
        assert [day.date for day in found.days] == list(each(start + ONE, found.due)), start
        counted = [day.date for day in found.days if day.counted]
        assert len(counted) == days and counted[-1] == found.due
        assert all((day.date in WORKED) is day.counted for day in found.days)


@pytest.mark.parametrize("days", [1, 3, 10, 15, 90])
def test_backwards_undoes_forwards(days):
    for start in STARTS:
        due = PERIODS[days][start] if days in PERIODS else count(start, days)
        if start in WORKED and due is not None and due <= FIRM:
            assert before(CALENDAR, due, days).latest == start
            assert after(CALENDAR, start, days).earliest == due


@pytest.mark.parametrize("calendar", [CALENDAR, CALENDAR.without(2015), CALENDAR.without(2026)])
@pytest.mark.parametrize("days", [10, 15, 90])
def test_a_later_start_never_ends_earlier(calendar, days):
    found = [after(calendar, start, days) for start in STARTS]
    for one, next_ in pairwise(found):
        assert one.earliest <= next_.earliest and one.latest <= next_.latest
    back = [before(calendar, start, days) for start in STARTS[140:]]
    for one, next_ in pairwise(back):
        assert one.earliest <= next_.earliest and one.latest <= next_.latest


@pytest.mark.parametrize("calendar", [CALENDAR, CALENDAR.without(2020)])
def test_a_day_that_is_worked_is_its_own_next_one(calendar):
    for day in each(FIRST, LAST):
        found = on_or_after(calendar, day)
        assert day <= found.earliest <= found.latest == found.rests_on
        if day <= calendar.firm_until() and day in WORKED:
            assert found == (day, day, day)


def test_a_longer_extension_never_ends_earlier():
    for start in STARTS[::11]:
        found = [ends("investigation", start, extension=months) for months in range(13)]
        for one, next_ in pairwise(found):
            assert one.earliest <= next_.earliest and one.latest <= next_.latest


DAYS = st.dates(date(2022, 9, 1), date(2026, 3, 1))
SPANS = st.lists(st.tuples(st.integers(0, 250), st.integers(0, 60)), max_size=4)


def suspended(start, spans, *, last_open=False):
    given_ = tuple((start + a * ONE, start + (a + b) * ONE) for a, b in spans)
    if last_open:
        given_ += ((start + 20 * ONE, None),)
    return due_date(DueDateFacts("investigation", start, given_), CONTEXT, days=False)


@settings(max_examples=150, deadline=None)
@given(start=DAYS, spans=SPANS, more=st.tuples(st.integers(0, 250), st.integers(0, 60)))
def test_a_further_suspension_never_ends_earlier(start, spans, more):
    fewer, further = suspended(start, spans), suspended(start, [*spans, more])
    assert fewer.earliest <= further.earliest and fewer.latest <= further.latest


@settings(max_examples=150, deadline=None)
@given(start=DAYS, spans=SPANS, seed=st.randoms(use_true_random=False))
def test_the_order_of_suspensions_and_their_overlaps_do_not_matter(start, spans, seed):
    shuffled = [*spans, *spans[:1]]
    seed.shuffle(shuffled)
    assert suspended(start, spans) == suspended(start, shuffled)
    assert suspended(start, spans, last_open=True).due is None


@settings(max_examples=150, deadline=None)
@given(start=DAYS, begun=st.integers(0, 250), length=st.integers(0, 60), cut=st.integers(0, 60))
def test_a_suspension_cut_in_two_is_the_same_suspension(start, begun, length, cut):
    middle = min(cut, length)
    whole = suspended(start, [(begun, length)])
    halves = suspended(start, [(begun, middle), (begun + middle, length - middle)])
    assert whole == halves
