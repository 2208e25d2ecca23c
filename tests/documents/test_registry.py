"""Kinds of letters: the four of the first part, and how another is added."""

import pytest

from cases.documents import registry
from cases.documents.contexts import Letter
from cases.documents.registry import Kind


def test_the_four_first_kinds_are_there() -> None:
    """Issue, point 7."""
    titles = {kind.name: kind.title_zh for kind in registry.kinds()}
    assert titles["acceptance_notice"] == "科研失信行为举报受理通知书"
    assert titles["refusal_notice"] == "科研失信行为举报不予受理通知书"
    assert titles["advance_notice"] == "科研失信行为处理事先告知书"
    assert titles["decision_letter"] == "科研失信行为处理决定书"


def test_each_kind_counts_its_own_numbers() -> None:
    """Two kinds in one series would share numbers nobody could tell apart."""
    series = [kind.series for kind in registry.kinds()]
    assert len(series) == len(set(series))


def test_registering_the_same_kind_twice_changes_nothing() -> None:
    """A module may be loaded twice."""
    before = registry.kinds()
    registry.register(registry.get("decision_letter"))
    assert registry.kinds() == before


def test_a_name_belongs_to_one_kind() -> None:
    """Another app cannot take a name over."""
    with pytest.raises(ValueError, match="decision_letter"):
        registry.register(Kind("decision_letter", "另一种决定书", Letter, "documents/x.html", "另"))


def test_an_unknown_kind_is_an_error() -> None:
    """A mistyped name is found at once."""
    with pytest.raises(LookupError, match="decison_letter"):
        registry.get("decison_letter")
