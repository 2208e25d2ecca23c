"""Columns made from arrays: terms in any order, said twice or not, are the same decisions."""

from datetime import date

import pytest

from rules.batch import Columns, check
from rules.context import default_context
from rules.errors import (
    Article31NeedsOrganisation,
    ConductMissing,
    NumberOutOfRange,
    OrganisationStatus,
    TermInvalid,
    TermNotAllowed,
    UnknownCode,
)
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions

CONTEXT = default_context()
DAYS = ["2024-07-01", "2024-07-02", "2024-07-03"]
# Decision, item, months: out of order, and the first decision's ban twice.
TERMS = [(2, 9, 48), (0, 5, 36), (2, 5, 12), (0, 5, 36), (0, 5, 24)]


def test_terms_may_come_in_any_order_and_more_than_once():
    columns = Columns.from_arrays(DAYS, [1 << 1, 1 << 6, 1 << 3], terms=TERMS, untimed=1 << 13)
    assert columns.start.tolist() == [0, 2, 2, 4]
    assert (columns.item.tolist(), columns.months.tolist()) == ([5, 5, 5, 9], [24, 36, 12, 48])
    measures = (MeasureFact(13), MeasureFact(5, months=12), MeasureFact(9, months=48))
    every = tuple(range(1, 15))
    assert columns.facts(2) == SanctionFacts(date(2024, 7, 3), (3,), measures, powers=every)
    answers = check(columns, CONTEXT)
    for row in range(3):
        outcome = check_sanctions(columns.facts(row), CONTEXT)
        assert (answers.row(row), bool(answers.lawful[row])) == (outcome, outcome.lawful)


WRONG = [
    ({"terms": [(0, 5)]}, NumberOutOfRange, "terms"),
    ({"terms": [(0, 5, 1.5)]}, NumberOutOfRange, "terms"),
    ({"terms": [(0, 5, 12), (3, 5, 12)]}, NumberOutOfRange, "terms.1"),
    ({"terms": [(-1, 5, 12)]}, NumberOutOfRange, "terms.0"),
    ({"terms": [(1, 15, 12)]}, UnknownCode, "1.item"),
    ({"terms": [(1, 0, 12)]}, UnknownCode, "1.item"),
    ({"terms": [(1, 13, 12)]}, TermNotAllowed, "1.months"),
    ({"terms": [(1, 1, 12)]}, TermNotAllowed, "1.months"),
    ({"terms": [(1, 5, 0)]}, TermInvalid, "1.months"),
    ({"terms": [(1, 5, 2**31)]}, NumberOutOfRange, "1.months"),
    ({"permanent": [0, 0, 1 << 13]}, TermNotAllowed, "2.permanent"),
    ({"untimed": [0, 1 << 15, 0]}, UnknownCode, "1.untimed"),
    ({"severity": [0, 4, 0]}, UnknownCode, "1.severity"),
    ({"severity": -2}, UnknownCode, "0.severity"),
    ({"severity": [0, 1]}, NumberOutOfRange, "severity"),
    ({"article_31": [0, 1, 0]}, Article31NeedsOrganisation, "1.article_31"),
    (
        {"organisation": 1, "party_member": [0, 0, 1]},
        OrganisationStatus,
        "2.respondent.party_member",
    ),
    (
        {"organisation": 1, "public_servant": [0, 1, 0]},
        OrganisationStatus,
        "1.respondent.public_servant",
    ),
]


@pytest.mark.parametrize(("wrong", "kind", "where"), WRONG)
def test_an_array_that_cannot_be_names_the_first_decision_that_has_it(wrong, kind, where):
    with pytest.raises(kind) as refused:
        Columns.from_arrays(DAYS, 1 << 6, **wrong)
    assert refused.value.where == where


@pytest.mark.parametrize(
    ("terms", "start", "months"),
    [
        ([(0, 5, 36), (0, 5, 36)], [0, 1, 1, 1], [36]),
        ([(1, 5, 12), (0, 5, 36), (0, 5, 37)], [0, 2, 3, 3], [36, 37, 12]),
        ([(0, 14, 6), (2, 14, 1)], [0, 1, 1, 2], [6, 1]),
    ],
)
def test_a_term_said_twice_is_one_and_a_month_longer_is_another(terms, start, months):
    columns = Columns.from_arrays(DAYS, 1 << 6, terms=terms)
    assert (columns.start.tolist(), columns.months.tolist()) == (start, months)


def test_a_decision_without_conduct_and_a_column_there_is_not_are_refused():
    with pytest.raises(ConductMissing) as refused:
        Columns.from_arrays(DAYS, [1 << 6, 0, 0])
    assert refused.value.where == "1.conduct"
    with pytest.raises(TypeError, match="no column kind"):
        Columns.from_arrays(DAYS, 1 << 6, kind=1)


def test_the_longest_term_and_every_severity_are_taken():
    columns = Columns.from_arrays(DAYS, 1 << 6, terms=[(1, 5, 2**31 - 1)], severity=[-1, 0, 3])
    assert (columns.months.tolist(), columns.severity.tolist()) == ([2**31 - 1], [-1, 0, 3])
