"""A unit's rules for an affair that keeps them, and where their words are found (Art 51)."""

from dataclasses import replace
from datetime import date

import pytest

from rules.context import default_context
from rules.deadlines import DueDateFacts, due_date
from rules.edge.overlay import load_overlay, passed_overlay
from rules.errors import InstrumentNotInForce, OverlayInvalid, OverlayLaxer
from rules.instruments import instruments, national
from rules.law import FUNDS_145, N221, S84, TITLES, WordsNotFound, cite, passage
from rules.outcome import Citation
from rules.overlays import check, kept, overlay, unchecked
from rules.parameters import NAMES, value_words
from rules.procedure.approval import check_issue
from tests.rules.procedure.tables_decision import ISSUE
from tests.rules.unit_rules import SINCE, WORDS, loaded, parameter, unit_rules
from tests.support.unit_file import file_of

UNTIL = date(2026, 12, 31)
ENDED = loaded(
    parameter("deadline.investigation", 4),
    parameter("deadline.investigation", 3, date(2026, 6, 1)),
    until=UNTIL,
)
KEPT = default_context().keeping(ENDED)


@pytest.mark.parametrize(
    ("start", "months"),
    [
        # Before the rules the law holds as it is, from their day on they do, whatever comes later.
        (date(2026, 2, 28), 6),
        (date(2026, 3, 1), 4),
        (date(2026, 5, 31), 4),
        (date(2026, 6, 1), 3),
        (UNTIL, 3),
        (date(2027, 1, 1), 3),
        (date(2030, 1, 1), 3),
    ],
)
def test_an_affair_keeps_the_rules_it_began_under_beyond_their_end(start, months):
    length = KEPT.law(start)["deadline.investigation"]
    assert length.value == months
    found = due_date(DueDateFacts("investigation", start), KEPT, days=False)
    assert found.citation == length.citation
    assert found.citation.instrument == (N221 if months == 6 else ENDED.number)


STRICTER_LAW = date(2028, 1, 1)


@pytest.fixture
def later_law(monkeypatch):
    """221号 as it would be if from 2028 it gave five working days, then twelve, for acceptance."""
    law = instruments()[N221]
    usual = national()["deadline.acceptance"]
    five = replace(usual, value=5, since=STRICTER_LAW)
    twelve = replace(usual, value=12, since=date(2029, 1, 1))
    changed = replace(law, parameters=(*law.parameters, five, twelve))
    monkeypatch.setattr(check, "instruments", lambda: {**instruments(), N221: changed})
    return five


@pytest.mark.parametrize(
    ("own", "values"),
    [
        # As it is in 2026, 2027, under the five days of 2028 and under the twelve of 2029.
        ([(SINCE, 10)], [10, 10, 5, 10]),
        ([(SINCE, 5)], [5, 5, 5, 5]),
        ([(SINCE, 13)], [13, 13, 5, 12]),
        ([(SINCE, 10), (date(2027, 1, 1), 4)], [10, 4, 4, 4]),
        ([(SINCE, 10), (STRICTER_LAW, 3)], [10, 10, 3, 3]),
        ([(SINCE, 10), (date(2027, 1, 1), 8)], [10, 8, 5, 8]),
    ],
)
def test_beside_a_later_law_a_unit_keeps_what_is_no_laxer(later_law, own, values):
    given = [parameter("deadline.acceptance", value, since) for since, value in own]
    context = default_context().keeping(unchecked(unit_rules(*given)))
    days = (date(2026, 12, 31), date(2027, 12, 31), STRICTER_LAW, date(2029, 1, 1))
    lengths = [context.law(day)["deadline.acceptance"] for day in days]
    assert [one.value for one in lengths] == values
    assert lengths[0].citation.instrument == "甲大学〔2026〕1号"
    assert (lengths[2] is later_law) == (values[2] == 5 and own[0][1] != 5)


def test_rules_that_a_later_law_has_overtaken_are_not_taken_again(later_law):
    with pytest.raises(OverlayLaxer):
        overlay(unit_rules(parameter("deadline.acceptance", 10)))


def test_without_keeping_them_their_end_is_an_error():
    framed = default_context().with_overlays(ENDED)
    assert framed.law(UNTIL)["deadline.investigation"].value == 3
    with pytest.raises(InstrumentNotInForce):
        framed.law(date(2027, 1, 1))


def test_what_is_kept_is_the_same_object_so_that_answers_can_be_kept():
    assert kept(ENDED) is kept(ENDED)
    assert KEPT.overlays == (kept(ENDED),)
    assert kept(ENDED).parameters == ENDED.parameters
    assert (kept(ENDED).number, kept(ENDED).organisation) == (ENDED.number, ENDED.organisation)
    assert default_context().overlays == ()


def test_the_words_of_a_unit_are_found_in_its_rules():
    words = ENDED.parameters[0].citation
    found = passage(words, ENDED)
    assert (found.before, found.words, found.after) == (
        "科研失信行为的调查处理，",
        "按本细则的规定执行",
        "。",
    )
    assert (found.title, found.instrument, found.place, found.excerpt) == (
        "《甲大学实施细则》",
        "甲大学〔2026〕1号",
        "第三条",
        False,
    )


def test_what_a_unit_does_not_say_is_not_found():
    with pytest.raises(WordsNotFound, match="甲大学〔2026〕1号 第四条没有「按本细则的规定执行」"):
        passage(Citation(ENDED.number, 4, None, None, None, WORDS.words), ENDED)
    with pytest.raises(WordsNotFound, match="第三条没有「别的」"):
        passage(Citation(ENDED.number, 3, None, None, None, "别的"), ENDED)
    first = loaded(articles={1: WORDS.words, 3: WORDS.words})
    with pytest.raises(WordsNotFound):
        passage(Citation(first.number, None, None, None, None, WORDS.words), first)


def test_public_words_are_public_whatever_rules_are_given():
    public = cite(N221, 25, "6个月内完成")
    assert passage(public, ENDED) == passage(public)
    assert passage(public, ENDED).title == "《科研失信行为调查处理规则》"
    with pytest.raises(KeyError):
        passage(Citation(ENDED.number, 3, None, None, None, WORDS.words))


def test_the_articles_stay_with_the_rules_and_the_public_texts_have_none_of_their_own():
    articles = {3: "按本细则的规定执行。", 9: "其他。"}
    assert loaded(articles=articles).articles == articles
    assert all(one.articles == {} for one in instruments().values())


@pytest.mark.parametrize("number", [N221, FUNDS_145, "国科发监〔2019〕323号"])
def test_no_unit_takes_the_number_of_a_text_that_is_known(number):
    with pytest.raises(OverlayInvalid, match="不能作为单位规定的文号") as refused:
        loaded(number=number)
    assert refused.value.where == "number"
    assert set(instruments()) <= set(TITLES)


def test_every_number_of_the_law_has_a_name_of_its_own():
    known = {p.name for one in instruments().values() for p in one.parameters}
    assert known == set(NAMES)
    assert len(set(NAMES.values())) == len(NAMES)
    assert NAMES["deadline.appeal"] == "提出申诉的期限"
    assert NAMES["tier.major.term"] == "情节较重的期限幅度"
    assert NAMES["tier.minor.measures"] == "情节较轻的处理措施"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("deadline.acceptance", "15个工作日"),
        ("deadline.investigation", "6个月"),
        ("quorum.panel", "5人"),
        ("register.forced_by", "第五、七、九、十项"),
        ("tier.major.measures", "第二、四、五、六、七、八、九、十、十二、十三项"),
        ("floor.conduct", "第二条第一至第五项"),
        ("tier.major.term", "超过0年、不足3年"),
        ("tier.serious.term", "3年至5年（均含本数）"),
        ("tier.especially_serious.term", "超过5年"),
    ],
)
def test_values_are_read_as_a_person_says_them(name, words):
    assert value_words(national()[name]) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("deadline.supervision_notice", "3个工作日（此前）"),
        ("voucher.accounting_years_before", "1个会计年度"),
        ("plan.key_programmes_least", "3项"),
        ("special.coverage", "30%"),
        ("exchange.panel", "5人"),
        ("scope.annex", "是"),
        ("promise.subjects", "科研诚信、科技伦理、安全保密"),
    ],
)
def test_the_values_of_the_other_texts_too(name, words):
    every = [p for one in instruments().values() for p in one.parameters]
    assert value_words(next(p for p in every if p.name == name)) == words


def test_what_does_not_hold_is_read_as_no():
    annex = next(p for p in instruments()[S84].parameters if p.name == "scope.annex")
    assert value_words(replace(annex, value=False)) == "否"


def test_the_letter_gives_the_period_for_an_appeal_that_there_is():
    twenty = loaded(parameter("deadline.appeal", 20)).parameters[0]
    told = replace(ISSUE, remedy_days=20)
    assert check_issue(told, twenty).findings == ()
    (national_only,) = check_issue(told).findings
    assert national_only.citation == cite(N221, 41, "可在收到处理决定书之日起15个工作日内")
    (own,) = check_issue(ISSUE, twenty).findings
    assert (own.code, own.level.value) == ("letter_remedy_days_wrong", "error")
    assert own.message == ("决定书写的申诉期限不是20个工作日；请改为收到决定书之日起20个工作日内。")
    assert own.citation == twenty.citation
    assert check_issue(ISSUE, national()["deadline.appeal"]).findings == ()


def test_a_file_that_passed_is_read_again_without_the_law():
    text = file_of(parameters=[("deadline.investigation", 7)]).encode()
    with pytest.raises(OverlayLaxer):
        load_overlay(text)
    assert passed_overlay(text) is passed_overlay(text)
    assert passed_overlay(text).parameters[0].value == 7
    with pytest.raises(OverlayInvalid):
        passed_overlay(file_of(number=N221).encode())
