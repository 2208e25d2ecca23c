"""How letters quote the law and state measures."""

import pytest

from cases.documents.facts import measure_line, place, quote, term_words
from rules.law import N221, S84, cite, cite_annex


def test_an_item_is_written_as_official_letters_write_it() -> None:
    """第二十九条第五项, without the mark and the stop of the list."""
    quotation = quote(cite(N221, 29, item=13))
    assert quotation.place == "第二十九条第十三项"
    assert quotation.text == "记入科研诚信严重失信行为数据库"


def test_a_whole_sentence_keeps_its_stop() -> None:
    """Only items of lists lose theirs."""
    words = "被调查人逾期没有进行陈述或申辩的，视为放弃权利。"
    assert quote(cite(N221, 27, words)).text == words


def test_a_place_in_the_annex() -> None:
    """Annex of 84号: part and item."""
    quotation = quote(cite_annex(2, 9))
    assert quotation.place == "附件第二部分第九项"
    assert quotation.instrument == S84
    assert quotation.text.startswith("使用生成式人工智能")


@pytest.mark.parametrize(
    ("years", "months", "permanent", "words"),
    [
        (3, None, False, "3年"),
        (2, 6, False, "2年6个月"),
        (None, 18, False, "18个月"),
        (None, None, True, "永久"),
        (None, None, False, ""),
    ],
)
def test_terms(years: int | None, months: int | None, permanent: bool, words: str) -> None:
    """As a person would write them."""
    assert term_words(years, months, permanent) == words


def test_a_ban_is_stated_with_its_term_in_place_of_a_certain_term() -> None:
    """Art 29 (5) says 一定期限; the letter says how long."""
    line = measure_line(5, years=3)
    assert line.text == "禁止承担或参与科技计划（专项、基金等）项目等财政性资金支持的科技活动"
    assert line.term == "3年"
    assert line.basis.place == "第二十九条第五项"


def test_a_measure_that_leaves_a_choice_says_which() -> None:
    """Art 29 (10) names three things; one of them was meant."""
    assert measure_line(10, text="暂停招收研究生", years=3).text == "暂停招收研究生"


def test_place_without_item() -> None:
    """An article alone."""
    assert place(cite(N221, 41)) == "第四十一条"
