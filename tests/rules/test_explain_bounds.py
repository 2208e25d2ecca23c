"""However long the lists of a question are, only so much is asked about it."""

from dataclasses import dataclass
from datetime import date

import pytest

from rules.context import default_context
from rules.explain import because, why_not
from rules.explain.search import Search
from rules.explain.trial import Trial, length, questions
from rules.jurisdiction import Author
from rules.outcome import Outcome
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions
from tests.rules.test_explain_search import CHANGES, Asked, Four, names, one_by_one, stop

CONTEXT = default_context()
ON = date(2026, 3, 2)


def terms(count):
    """As many different terms of one measure, none of them in the register."""
    measures = tuple(MeasureFact(5, months=n + 1) for n in range(count))
    return SanctionFacts(ON, (1,), measures, severity="serious")


@dataclass(frozen=True)
class Listed:
    plain: tuple[int, ...] = ()
    spans: tuple[tuple[date, date | None], ...] = ()
    people: frozenset[int] = frozenset()
    authors: tuple[Author, ...] = ()
    parts: dict[str, object] | None = None
    note: str = "不是列表"


LENGTHS = [
    (Listed(), 0),
    (Listed(plain=(1, 2, 3, 4)), 0.2),
    (Listed(people=frozenset({1, 2})), 0.1),
    (Listed(spans=((ON, None), (ON, ON))), 2.2),
    (Listed(authors=(Author("甲", ("乙", "丙")), Author("丁"))), 2.1),
    (Listed(parts={"a": "甲", "b": (1, 2)}), 1.15),
    (terms(3), 3.05),
]


@pytest.mark.parametrize(("facts", "records"), LENGTHS)
def test_records_are_counted_whole_and_plain_values_in_part(facts, records):
    assert length(facts) == pytest.approx(records)


def test_the_longer_the_lists_the_fewer_the_questions():
    """24,000 at the price of one; each record a twentieth more, together by their square."""
    assert questions(Listed()) == 24_000
    found = {count: questions(Listed(authors=(Author("甲"),) * count)) for count in (10, 70, 7000)}
    # 24000 / (1 + 0.5 + 1/7), 24000 / (1 + 3.5 + 7), and never none.
    assert found == {10: 14608, 70: 2086, 7000: 1}


def counted(facts, ask):
    times = 0

    def rule(given):
        nonlocal times
        times += 1
        return check_sanctions(given, CONTEXT)

    return ask(rule, facts, CONTEXT), times


# What is asked to learn which codes there are, and for a set that is found its smaller parts.
BESIDE = 130


@pytest.mark.parametrize(("count", "complete"), [(2, True), (20, True), (60, False), (150, False)])
def test_what_would_be_lawful_is_asked_twice_so_much_at_most(count, complete):
    given = terms(count)
    found, times = counted(given, why_not)
    assert times <= 2 * questions(given) + BESIDE
    assert found.complete is complete
    assert all(check_sanctions(one.applied(given), CONTEXT).lawful for one in found.sets)


@pytest.mark.parametrize("count", [20, 60, 150, 400])
def test_causes_are_asked_twice_so_much_at_most(count):
    given = terms(count)
    found, times = counted(given, because)
    assert times <= 2 * questions(given) + BESIDE
    assert len(found) == len(check_sanctions(given, CONTEXT).findings)


def test_of_many_measures_all_are_named_that_stand_together():
    found, _ = counted(terms(60), because)
    missing = next(one for one in found if one.finding.code == "register_missing")
    groups = [[fact.place for fact in group] for group in missing.causes]
    assert groups == [["measures"], [f"measures.{n}" for n in range(60)]]


def test_each_go_has_its_questions_and_its_looks(monkeypatch):
    monkeypatch.setattr("rules.explain.trial.EFFORT", 3)
    monkeypatch.setattr("rules.explain.trial.LOOKS", 5)
    trial = Trial(lambda facts: Outcome.of(()), Four())
    one, two, three = CHANGES[:3]
    for asked in ((one,), (two,), (one,)):
        trial.answer(asked)
        assert not trial.spent
    assert (trial.asked, trial.looked) == (2, 3)
    trial.answer((three,))
    assert trial.spent
    trial.renew()
    assert not trial.spent
    for _ in range(4):
        trial.answer((one,))
    assert not trial.spent
    trial.answer((one,))
    assert (trial.asked, trial.looked, trial.spent) == (3, 9, True)


@pytest.mark.parametrize(
    ("effort", "sets", "complete"),
    [(1, [], False), (4, [], False), (14, [["z", "b", "a"]], False), (15, [["z", "b", "a"]], True)],
)
def test_a_search_that_is_cut_off_is_not_complete(monkeypatch, effort, sets, complete):
    monkeypatch.setattr("rules.explain.trial.EFFORT", effort)
    asked = Asked(one_by_one)
    search = Search(Trial(asked, Four()), CHANGES, lambda facts, found: found.allowed)
    found, none_missing = search.run(4)
    assert (names(found), none_missing) == (sets, complete)
    assert asked.times <= effort


def test_growing_stops_where_nothing_may_be_asked(monkeypatch):
    monkeypatch.setattr("rules.explain.trial.EFFORT", 2)
    asked = Asked(one_by_one)
    search = Search(Trial(asked, Four()), CHANGES, lambda facts, found: found.allowed)
    assert search.grown(3) == []
    assert asked.times == 2


def test_choices_are_searched_with_a_go_of_their_own(monkeypatch):
    """Everything together takes one go; the choices alone are found all the same."""

    def rule(given):
        return check_sanctions(given, CONTEXT)

    given = SanctionFacts(ON, (1,), (MeasureFact(5, years=3),), severity="serious")
    monkeypatch.setattr("rules.explain.search.SETS", 0)
    found = why_not(rule, given, CONTEXT)
    assert "增加第十三项措施。" in [one.sentence for one in found.sets]


@dataclass(frozen=True)
class Seats:
    seats: tuple[int, ...] = (1, 2, 3, 4)


@pytest.mark.parametrize(("effort", "groups"), [(40, 1), (6, 1), (5, 0)])
def test_a_list_that_cannot_be_tried_to_the_end_is_left_out(monkeypatch, effort, groups):
    monkeypatch.setattr("rules.explain.trial.EFFORT", effort)

    def rule(facts):
        return Outcome.of([stop("full")] if len(facts.seats) > 1 else [])

    (found,) = because(rule, Seats(), CONTEXT)
    assert len(found.causes) == groups
