"""An article opens in place with the words that bind marked, and nothing of it left out."""

from misconduct.pages.facts import passage
from rules.law import N221, S84, articles, cite, cite_annex


def marked(found: object) -> str:
    return "".join(s.words for line in found.lines for s in line if s.binding)  # type: ignore[attr-defined]


def whole(found: object) -> str:
    return "\n".join("".join(s.words for s in line) for line in found.lines)  # type: ignore[attr-defined]


def test_the_binding_words_are_marked_inside_the_whole_article() -> None:
    words = "应书面告知被调查人拟作出处理决定的事实、依据"
    found = passage(cite(N221, 27, words))
    assert marked(found) == words
    assert whole(found) == articles(N221)[27].text


def test_an_item_is_marked_among_the_items_of_its_article() -> None:
    item = cite(N221, 32, item=2)
    found = passage(item)
    assert marked(found) == item.text
    assert whole(found) == articles(N221)[32].text
    assert found.place == "第三十二条第二项"


def test_words_over_two_lines_are_marked_on_both() -> None:
    lines = articles(N221)[32].lines[:2]
    found = passage(cite(N221, 32, "\n".join(lines)))
    assert marked(found) == "".join(lines)


def test_a_whole_article_has_nothing_marked() -> None:
    assert marked(passage(cite(N221, 25))) == ""


def test_an_item_of_the_annex_names_its_list() -> None:
    found = passage(cite_annex(2, 9))
    assert found.instrument == S84
    assert "二" in found.place and "九" in found.place


def test_the_footer_gives_title_number_and_place() -> None:
    found = passage(cite(N221, 14))
    assert found.source == "《科研失信行为调查处理规则》国科发监〔2022〕221号，第十四条"
