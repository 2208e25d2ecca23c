"""Which facts are held against a finding together: pairs, and the members of one list."""

from dataclasses import dataclass
from importlib import import_module

import pytest

from rules.context import default_context
from rules.explain import because
from rules.explain.because import Explanation
from rules.outcome import Outcome, warning
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
