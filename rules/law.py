"""The texts of the law, read once, and the one way to quote them.

``cite`` refuses words that do not stand in the article, so a citation cannot drift from the law.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from rules.headings import EXCERPTS, heading
from rules.headings import O2018 as O2018
from rules.numerals import number, numeral
from rules.outcome import Citation

TEXTS = Path(__file__).parent / "texts"

N221 = "国科发监〔2022〕221号"
S84 = "鲁科字〔2024〕84号"
P130 = "鲁科字〔2024〕130号"
EVALUATION_26 = "国办发〔2021〕26号"
EXCHANGE_3 = "鲁科字〔2025〕3号"
FUNDS_145 = "鲁科字〔2024〕145号"
VOUCHER_154 = "鲁科字〔2024〕154号"
CENTRE_150 = "鲁科字〔2024〕150号"
TOLERANCE_154 = "鲁政办字〔2024〕154号"

FILES = {
    N221: "guokefajian-2022-221.md",
    S84: "lukezi-2024-84.md",
    P130: "lukezi-2024-130.md",
    O2018: "opinions-2018.md",
}
TITLES = {
    N221: "《科研失信行为调查处理规则》",
    S84: "《山东省科研诚信管理办法》",
    P130: "《山东省科技计划项目监督管理办法》",
    O2018: "《关于进一步加强科研诚信建设的若干意见》",
    **{one.instrument: one.title for one in EXCERPTS.values()},
}


_HEADING = re.compile(
    r"^## (?:第([一二三四五六七八九十]+)条|（([一二三四五六七八九十]+)）(.*))\s*$", flags=re.M
)


class WordsNotFound(LookupError):
    """Quoted words do not stand in the article they are quoted from."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its number and its lines, a paragraph or an item each."""

    instrument: str
    number: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The article as printed, a line for each paragraph or item."""
        return "\n".join(self.lines)

    @property
    def heading(self) -> str:
        """What the document calls it: 「第三十二条」, 「（十）」, 「二（六）」."""
        return heading(self.instrument, self.number)

    def item(self, number: int) -> str:
        """The line of item （n）; LookupError when the article has none."""
        mark = f"（{numeral(number)}）"
        for line in self.lines:
            if line.startswith(mark):
                return line
        raise WordsNotFound(f"{self.instrument} {self.heading}没有{mark}项")


@cache
def articles(instrument: str) -> dict[int, Article]:
    """All articles of an instrument by number (the opinions: its numbered headings).

    Of an excerpt: the places held, 0 for one whose article is not known.
    """
    if instrument not in FILES:
        return {
            one.article: Article(instrument, one.article, one.lines)
            for one in EXCERPTS.values()
            if one.instrument == instrument
        }
    text = (TEXTS / FILES[instrument]).read_bytes().decode()
    body = re.split(r"^# 附件：", text, flags=re.M)[0]
    pieces = _HEADING.split(body)
    found: dict[int, Article] = {}
    for i in range(1, len(pieces), 4):
        n = number(pieces[i] or pieces[i + 1])
        heading = [pieces[i + 2].strip()] if pieces[i + 2] else []
        lines = [s.strip() for s in pieces[i + 3].splitlines() if s.strip() and s[0] != "#"]
        found[n] = Article(instrument, n, tuple(heading + lines))
    return found


@cache
def annex(instrument: str = S84) -> dict[tuple[int, int], str]:
    """The annex of 84号: (list, item) to the line of that item."""
    text = (TEXTS / FILES[instrument]).read_bytes().decode()
    found: dict[tuple[int, int], str] = {}
    current = 0
    for line in text.partition("# 附件：")[2].splitlines():
        if heading := re.match(r"## ([一二三四五六七八九十]+)、", line):
            current = number(heading[1])
        elif item := re.match(r"（([一二三四五六七八九十]+)）", line):
            found[current, number(item[1])] = line.strip()
    return found


@cache
def cite(
    instrument: str,
    article: int,
    words: str | None = None,
    *,
    item: int | None = None,
    paragraph: int | None = None,
) -> Citation:
    """Quote ``words`` of an article (default: the item, else the whole article).

    Raises WordsNotFound when the words do not stand there to the letter.
    """
    source = articles(instrument)[article]
    place = source.item(item) if item is not None else source.text
    if words is None:
        words = place
    if words not in place:
        raise WordsNotFound(f"{instrument} {source.heading}没有「{words}」")
    return Citation(instrument, article or None, paragraph, item, None, words)


@cache
def cite_annex(list_number: int, item: int) -> Citation:
    """Quote an item of the annex of 84号."""
    return Citation(S84, None, None, None, (list_number, item), annex()[list_number, item])


def is_excerpt(instrument: str) -> bool:
    """Whether only sentences of the document are held; such a text never governs alone."""
    return instrument in TITLES and instrument not in FILES


def label(citation: Citation) -> str:
    """How a person reads the place: 「第三十二条第二项」."""
    return citation.place


@dataclass(frozen=True, slots=True)
class Passage:
    """An article split round the quoted words: ``before + words + after`` is the whole article.

    Of an excerpt the whole is what is held of the article, and ``excerpt`` says so.
    """

    before: str
    words: str
    after: str
    title: str
    instrument: str
    place: str
    excerpt: bool


class OwnText(Protocol):
    """A text that is not public: the rules of one organisation, with the articles it quotes."""

    @property
    def title(self) -> str:
        """What it is called, without 《》."""

    @property
    def articles(self) -> Mapping[int, str]:
        """The articles as printed, by number."""


def _whole(citation: Citation) -> tuple[str, int]:
    """What a public citation stands in, and from where on its words are looked for."""
    if citation.annex is not None:
        return annex(citation.instrument)[citation.annex], 0
    source = articles(citation.instrument)[citation.article or 0]
    start = 0 if citation.item is None else source.text.index(source.item(citation.item))
    return source.text, start


@cache
def passage(citation: Citation, own: OwnText | None = None) -> Passage:
    """The article (or item of the annex) a citation stands in, split round its words.

    ``own`` is a unit's own rules, for a citation of them.  Raises WordsNotFound when the words do
    not stand there.
    """
    if own is not None and citation.instrument not in TITLES:
        title, whole, start = f"《{own.title}》", own.articles.get(citation.article or 0, ""), 0
    else:
        title = TITLES[citation.instrument]
        whole, start = _whole(citation)
    at = whole.find(citation.text, start)
    if at < 0:
        raise WordsNotFound(f"{citation.instrument} {citation.place}没有「{citation.text}」")
    end = at + len(citation.text)
    return Passage(
        whole[:at],
        whole[at:end],
        whole[end:],
        title,
        citation.instrument,
        citation.place,
        is_excerpt(citation.instrument),
    )
