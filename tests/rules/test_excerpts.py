"""Documents of which only sentences are held: quoted to the letter, called excerpts."""

import pytest

from rules.headings import EXCERPTS
from rules.law import (
    CENTRE_150,
    EVALUATION_26,
    EXCHANGE_3,
    FILES,
    FUNDS_145,
    N221,
    O2018,
    TITLES,
    TOLERANCE_154,
    VOUCHER_154,
    WordsNotFound,
    articles,
    cite,
    is_excerpt,
    label,
    passage,
)

PLACES = [
    (EXCHANGE_3, 10, "第十条", "近五年有严重失信行为记录的单位不在申报范围内"),
    (VOUCHER_154, 8, "第八条", "上一会计年度及当年"),
    (FUNDS_145, 21, "第二十一条", "引导资金分配和管理的重要依据"),
    (EVALUATION_26, 6, "二（六）", "健全利益关联回避制度"),
    (TOLERANCE_154, 6, "四（六）4", "予以免责"),
    (CENTRE_150, 0, "第六条、第二十四条、第二十六条、第三十条", "予以撤销"),
]


@pytest.mark.parametrize(("number", "article", "place", "words"), PLACES)
def test_an_excerpt_is_quoted_at_the_place_its_document_prints(number, article, place, words):
    found = cite(number, article, words)
    assert found.text == words
    assert found.place == label(found) == place
    assert articles(number)[article].heading == place


def test_an_excerpt_says_that_it_is_one():
    found = passage(cite(VOUCHER_154, 8, "严重弄虚作假和科研严重失信行为"))
    assert found.excerpt is True
    assert found.title == "节录文本"
    assert found.before == "上一会计年度及当年\n"
    assert found.after == "\n经营异常名录和严重违法失信企业名单"
    assert passage(cite(EVALUATION_26, 6)).title == "《关于完善科技成果评价机制的指导意见》（节录）"


def test_a_text_held_whole_is_no_excerpt():
    assert not any(is_excerpt(number) for number in FILES)
    assert all(is_excerpt(number) for number, _ in EXCERPTS)
    assert passage(cite(N221, 14)).excerpt is False
    assert is_excerpt("鲁科字〔2021〕97号") is False


def test_words_of_several_articles_name_no_single_one():
    found = cite(CENTRE_150, 0, "予以撤销")
    assert found.as_json()["article"] is None
    assert passage(found).words == "予以撤销"


def test_words_outside_the_excerpt_are_refused():
    with pytest.raises(WordsNotFound, match="第十条没有「近三年」"):
        cite(EXCHANGE_3, 10, "近三年")
    with pytest.raises(KeyError):
        cite(EXCHANGE_3, 12)


def test_the_opinions_are_cited_by_their_marks():
    assert cite(O2018, 10, "实行“一票否决”").place == "（十）"
    assert cite(N221, 32, item=2).place == "第三十二条第二项"


def test_every_excerpt_has_a_title_and_words():
    assert len({number for number, _ in EXCERPTS}) == 8
    for (number, _), one in EXCERPTS.items():
        assert TITLES[number] and one.label and all(one.lines)
