"""Every article of every text held is used by a rule, or the reason why not is written down."""

import pytest

from misconduct.ops import law_index, law_pages
from rules import law
from rules.outcome import Level


@pytest.mark.parametrize("place", law_pages.all_places(), ids=lambda p: f"{p[0]}-{p[1]}")
def test_an_article_is_used_or_has_a_reason_and_never_both(
    place: law_pages.Place,
) -> None:
    assert law_pages.used(place) != (place in law_pages.reasons())


def test_every_reason_is_of_an_article_there_is() -> None:
    assert set(law_pages.reasons()) <= set(law_pages.all_places())
    assert all(len(reason) >= 5 for reason in law_pages.reasons().values())


def test_what_a_table_and_what_a_function_says_are_both_found() -> None:
    said = {(s.code, s.level, c.article) for s, c in law_pages.said_on((law.N221, 16))}
    assert ("plan_not_approved", Level.ERROR, 16) in said
    assert (f"plan_{law_index.BLANK}_missing", Level.ERROR, 16) in said


def test_the_guard_behind_private_helpers_is_named() -> None:
    names = {rule.name for rule in law_pages.rules_on((law.N221, 16))}
    assert {"check_plan", "check_plan_approval", "steps_too_early"} <= names


def test_many_alike_messages_become_one_with_a_blank() -> None:
    alike = [f"第{n}项措施" for n in "一二三四"]
    assert law_pages.summed_up(alike) == [f"第{law_index.BLANK}项措施"]
    assert law_pages.summed_up(alike[:3]) == alike[:3]


def test_the_page_for_lawyers_has_words_number_and_question() -> None:
    page = law_pages.comparison()
    assert "> 科研失信行为的调查处理应自决定受理之日起6个月内完成。" in page
    assert "期限：完成调查处理（`deadline.investigation`）：6个月，应当；自2022-08-25起" in page
    assert "**G3** 陈述申辩的期限有多长" in page
