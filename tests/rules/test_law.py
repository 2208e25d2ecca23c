"""Every quotation stands in the text to the letter, and can be shown in its place."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import rules
from rules import codes, instruments, law
from rules.outcome import Citation, Finding
from rules.sanctions import findings as sanction_findings
from tests.rules.unit_rules import loaded


def _found_in(value: object) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, Finding) and value.citation is not None:
        yield value.citation
    elif isinstance(value, dict):
        for one in value.values():
            yield from _found_in(one)


def _all_citations() -> set[Citation]:
    found: set[Citation] = set()
    for module in pkgutil.walk_packages(rules.__path__, "rules."):
        if module.name.endswith("__main__"):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            found.update(_found_in(value))
    for instrument in instruments.instruments().values():
        found.add(instrument.citation)
        found.update(parameter.citation for parameter in instrument.parameters)
    for table in (codes.CONDUCT, codes.MEASURES, codes.FACTORS, codes.LENIENT, codes.AGGRAVATED):
        found.update(code.citation for code in table.values())
    found.update(code.citation for code in codes.ANNEX_84.values())
    return found


CITATIONS = sorted(_all_citations(), key=repr)


def test_many_citations_are_found():
    assert len(CITATIONS) > 150


@pytest.mark.parametrize("citation", CITATIONS, ids=lambda c: f"{c.instrument[:3]}{c.place}")
def test_words_stand_in_their_article(citation):
    passage = law.passage(citation)
    whole = passage.before + passage.words + passage.after
    assert passage.words == citation.text
    if citation.annex is None:
        assert whole == law.articles(citation.instrument)[citation.article or 0].text
        if citation.item is not None:
            assert citation.text in law.articles(citation.instrument)[citation.article or 0].item(
                citation.item
            )
    else:
        assert whole == law.annex()[citation.annex]


@pytest.mark.parametrize(
    ("citation", "place"),
    [
        (law.cite(law.N221, 32, item=2), "第三十二条第二项"),
        (law.cite(law.N221, 25), "第二十五条"),
        (law.cite_annex(2, 9), "附件二（九）"),
    ],
)
def test_place_reads_as_a_person_would_say_it(citation, place):
    assert citation.place == law.label(citation) == place


def test_passage_marks_the_words_of_the_item_not_an_earlier_occurrence():
    citation = law.cite(law.N221, 32, "其中涉及取消或禁止期限的", item=3)
    passage = law.passage(citation)
    assert passage.before.endswith("第十三项相应处理，")
    assert passage.after.startswith("，期限为3至5年")
    assert passage.title == "《科研失信行为调查处理规则》"
    assert (passage.instrument, passage.place) == (law.N221, "第三十二条第三项")


def test_words_that_do_not_stand_there_are_refused():
    with pytest.raises(law.WordsNotFound):
        law.cite(law.N221, 32, "期限为三至五年")
    with pytest.raises(law.WordsNotFound):
        law.cite(law.N221, 32, item=5)
    with pytest.raises(law.WordsNotFound):
        law.passage(Citation(law.N221, 32, None, None, None, "没有的话"))


@pytest.mark.parametrize(
    ("instrument", "count"), [(law.N221, 53), (law.S84, 24), (law.P130, 40), (law.O2018, 28)]
)
def test_every_article_is_read(instrument, count):
    assert sorted(law.articles(instrument)) == list(range(1, count + 1))


def test_the_annex_has_its_82_items_in_six_lists():
    sizes = [sum(1 for group, _ in law.annex() if group == n) for n in range(1, 7)]
    assert sizes == [17, 19, 12, 13, 10, 11]


def test_codes_carry_the_words_of_the_law():
    assert codes.MEASURES[13].label == "记入科研诚信严重失信行为数据库"
    assert codes.CONDUCT[8].label == "其他科研失信行为"
    assert codes.Severity.ESPECIALLY_SERIOUS.label == "情节特别严重"
    assert codes.ANNEX_84[2, 9].label.startswith("使用生成式人工智能直接生成")
    assert codes.LENIENT[codes.Lenient.RETRACTED_BEFORE_REPORT].label.startswith("论文作者")
    tables = (codes.CONDUCT, codes.MEASURES, codes.FACTORS, codes.AGGRAVATED, codes.LENIENT)
    assert [len(table) for table in tables] == [8, 14, 6, 7, 5]
    for table in tables:
        for code in table.values():
            assert code.label in code.citation.text


def test_messages_of_made_findings_are_chinese():
    for table in (sanction_findings.LIGHTER_ADDED, sanction_findings.UNUSUAL):
        assert all("第" in finding.message for finding in table.values())


def test_words_of_a_unit_stand_in_the_article_named_and_in_no_other():
    ours = loaded(articles={1: "甲为先，乙为后。", 3: "按本细则的规定执行。"})
    found = law.passage(Citation(ours.number, 1, None, None, None, "甲为先"), ours)
    assert (found.before, found.words, found.after) == ("", "甲为先", "，乙为后。")
    for article, words in ((None, "甲为先"), (2, "X"), (3, "甲为先")):
        with pytest.raises(law.WordsNotFound):
            law.passage(Citation(ours.number, article, None, None, None, words), ours)


def test_an_item_an_article_does_not_have_is_named():
    with pytest.raises(law.WordsNotFound, match=r"^国科发监〔2022〕221号 第三十二条没有（五）项$"):
        law.articles(law.N221)[32].item(5)
    with pytest.raises(law.WordsNotFound, match=r"^国科发监〔2022〕221号 第三十二条没有「三年」$"):
        law.cite(law.N221, 32, "三年")


def test_the_words_of_an_item_are_not_sought_in_the_items_before_it():
    with pytest.raises(law.WordsNotFound):
        law.cite(law.N221, 32, "期限为3至5年", item=2)
    cited = law.cite(law.N221, 32, "期限为3至5年", item=3, paragraph=1)
    assert (cited.article, cited.paragraph, cited.item, cited.annex) == (32, 1, 3, None)
    annexed = law.cite_annex(2, 9)
    assert (annexed.instrument, annexed.article, annexed.annex) == (law.S84, None, (2, 9))
    assert law.passage(annexed).title == "《山东省科研诚信管理办法》"


def test_headings_of_the_opinions_are_part_of_their_text():
    first = law.articles(law.O2018)[1]
    assert first.heading == "（一）"
    assert first.text == "\n".join(first.lines)
    assert first.lines[0] == "指导思想。"
