"""Which law holds on a day: for every day of 2010 to 2032 and every set of instruments."""

from datetime import date, timedelta
from itertools import combinations

import pytest

from rules.context import default_context
from rules.deadlines import RULES, DueDateFacts, due_date
from rules.errors import InstrumentNotInForce
from rules.instruments import instruments
from rules.law import N221, P130, S84

ONE = timedelta(days=1)
DAYS = [date(2010, 1, 1) + n * ONE for n in range((date(2033, 1, 1) - date(2010, 1, 1)).days)]
# The first and the last day of each, written apart from the data.
FROM_UNTIL = {
    N221: ("2022-08-25", None),
    S84: ("2024-11-01", "2029-10-31"),
    P130: ("2025-01-01", "2029-12-31"),
}
NUMBERS = sorted(instruments())
SETS = [set_ for size in range(len(NUMBERS) + 1) for set_ in combinations(NUMBERS, size)]


def in_force(number):
    one = instruments()[number]
    first, last = FROM_UNTIL.get(number, (str(one.since), one.until and str(one.until)))
    return {day for day in DAYS if first <= str(day) and (last is None or str(day) <= last)}


IN_FORCE = {number: in_force(number) for number in NUMBERS}


@pytest.mark.parametrize("numbers", SETS)
def test_a_set_of_instruments_answers_where_all_are_in_force_and_nowhere_else(numbers):
    context = default_context(numbers)
    expected = IN_FORCE[N221].intersection(*(IN_FORCE[number] for number in numbers))
    edges = {day + n * ONE for day in (min(expected), max(expected)) for n in (-1, 0, 1)}
    for day in DAYS if len(numbers) < 2 else edges.union(DAYS[::90]).intersection(DAYS):
        if day in expected:
            assert context.law(day)["deadline.acceptance"].since <= day
        else:
            with pytest.raises(InstrumentNotInForce):
                context.law(day)


def test_every_parameter_has_one_value_each_day_from_its_first_to_the_last_of_its_instrument():
    for number, one in instruments().items():
        context = default_context((number,))
        names = {parameter.name for parameter in one.parameters}
        for name in names:
            since = min(p.since for p in one.parameters if p.name == name)
            for day in sorted(IN_FORCE[number] & IN_FORCE[N221])[::7]:
                assert (name in context.law(day)) is (since <= day), (number, name, day)


@pytest.mark.parametrize("rule", RULES)
def test_a_clock_runs_from_the_first_day_of_its_law_to_the_last(rule):
    number = RULES[rule].instrument
    for day in DAYS:
        facts = DueDateFacts(rule, date(2026, 3, 2), on=day)
        if day in IN_FORCE[number]:
            assert due_date(facts, default_context(), days=False).due is not None
        else:
            with pytest.raises(InstrumentNotInForce) as refused:
                due_date(facts, default_context(), days=False)
            missing = number if day in IN_FORCE[N221] else N221
            assert refused.value.where == "on" and str(refused.value).startswith(missing)


EDGES = [
    ("acceptance", "2022-08-24", False, "the day before 221号 is dated"),
    ("acceptance", "2022-08-25", True, "its first day"),
    ("supervision_objection", "2024-12-31", False, "the day before 130号"),
    ("supervision_objection", "2025-01-01", True, "its first day"),
    ("supervision_objection", "2029-12-31", True, "its last day"),
    ("supervision_objection", "2030-01-01", False, "the day after"),
]


@pytest.mark.parametrize(("rule", "on", "answered", "why"), EDGES)
def test_the_edges_by_name(rule, on, answered, why):
    facts = DueDateFacts(rule, date(2026, 3, 2), on=date.fromisoformat(on))
    if answered:
        assert due_date(facts, default_context()).due, why
    else:
        with pytest.raises(InstrumentNotInForce):
            due_date(facts, default_context())
