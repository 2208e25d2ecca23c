"""Kinds of letters: the four of the first part, and how another is added."""

from datetime import date

import pytest

from cases.documents import html, registry
from cases.documents.contexts import Letter
from cases.documents.registry import Kind
from tests.documents import letters


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


def test_a_new_kind_is_one_context_one_template_one_registration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Later parts add kinds without touching the engine."""
    monkeypatch.setattr(registry, "_kinds", dict(registry._kinds))
    kind = registry.register(Kind("reminder", "催办函", Letter, "documents/letter.html", "催"))
    letter = Letter(
        organisation=letters.UNIVERSITY,
        addressee="示例医院",
        dated=date(2026, 3, 9),
        contact=letters.OFFICE,
    )
    printed = html.fragment(kind, letter, "示大科诚催〔2026〕1号")
    for words in ("催办函", "示例医院：", "示大科诚催〔2026〕1号", "2026年3月9日"):
        assert words in printed
