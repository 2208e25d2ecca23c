"""Which facts are held against a finding together: pairs, and the members of one list."""

from dataclasses import dataclass
from importlib import import_module

import pytest

from rules.context import default_context
from rules.explain import because
from rules.explain.because import Explanation
from rules.outcome import Outcome, error, warning
from tests.rules.test_explain_search import Asked, stop

CONTEXT = default_context()


@dataclass(frozen=True)
class Five:
    a: bool = True
    b: bool = True
    c: bool = True
    d: bool = True
    e: bool = True


def three_or_more(facts):
    held = sum((facts.a, facts.b, facts.c, facts.d, facts.e))
    return Outcome.of([stop("three")] if held >= 3 else [])


def test_facts_of_different_places_are_no_list():
    """Three of them together would do; as no list holds them nothing is named."""
    (only,) = because(three_or_more, Five(), CONTEXT)
    assert (only.causes, only.sentence) == ((), "依所列事实：第三十条：three。")


def test_a_finding_without_words_of_the_law_is_said_without_a_place():
    bare = warning("bare", "请说明理由。", None, "G9")
    assert Explanation(bare, ()).sentence == "依所列事实：请说明理由。"


@pytest.mark.parametrize(("most", "asked"), [(0, 5), (5, 5), (7, 7), (15, 15), (99, 15)])
def test_pairs_are_tried_up_to_a_number_of_questions(monkeypatch, most, asked):
    """Five facts one by one, then ten pairs; once more for the answer itself."""
    monkeypatch.setattr(import_module("rules.explain.because"), "QUESTIONS", most)
    counted = Asked(lambda facts: three_or_more(facts).findings)
    (only,) = because(counted, Five(), CONTEXT)
    assert (only.causes, counted.times) == ((), asked + 1)


@pytest.mark.parametrize(
    ("looks", "asked"),
    [(8, 4 + 2), (9, 4 + 3), (10, 5 + 3), (12, 5 + 4), (30, 5 + 10), (99, 5 + 10)],
)
def test_what_is_looked_up_counts_whether_it_is_asked_or_not(monkeypatch, looks, asked):
    """Two looks for each fact by itself, three for each pair; what is left then names nothing."""
    monkeypatch.setattr("rules.explain.trial.LOOKS", looks)
    counted = Asked(lambda facts: three_or_more(facts).findings)
    (only,) = because(counted, Five(), CONTEXT)
    assert (only.causes, counted.times) == ((), asked + 1)


@pytest.mark.parametrize("effort", [1, 3, 5])
def test_what_may_not_be_asked_any_more_is_no_cause(monkeypatch, effort):
    """As many facts by themselves as pairs are tried; of the others nothing is known."""
    monkeypatch.setattr("rules.explain.trial.EFFORT", effort)
    counted = Asked(lambda facts: three_or_more(facts).findings)
    (only,) = because(counted, Five(), CONTEXT)
    assert (only.causes, counted.times) == ((), 2 * effort + 1)


@pytest.mark.parametrize("lightest_first", [True, False])
def test_a_finding_said_again_as_lightly_stays_whatever_else_is_said(lightest_first):
    said = [warning("x", "换句话说。", None), error("x", "更重的。", None)]

    def rule(facts):
        again = said if lightest_first else said[::-1]
        return Outcome.of([warning("x", "原话。", None)] if facts.a else again)

    (only,) = because(rule, Five(), CONTEXT)
    assert only.causes == ()


@dataclass(frozen=True)
class Person:
    told: bool = False
    heard: bool = False


@dataclass(frozen=True)
class People:
    people: tuple[Person, ...] = (Person(), Person(), Person())


def test_the_same_field_of_several_members_is_no_list_either():
    """To tell all three would do; members go or are changed one list at a time."""

    def rule(facts):
        told = len(facts.people) == 3 and all(one.told for one in facts.people)
        return Outcome.of([] if told else [stop("untold")])

    (only,) = because(rule, People(), CONTEXT)
    assert only.causes == ()
