"""The texts of the law, read once, and the one way to quote them.

``cite`` refuses words that do not stand in the article, so a citation cannot drift from the law.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rules.outcome import Citation

TEXTS = Path(__file__).parent / "texts"

N221 = "国科发监〔2022〕221号"
S84 = "鲁科字〔2024〕84号"
P130 = "鲁科字〔2024〕130号"
O2018 = "关于进一步加强科研诚信建设的若干意见"

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
}

_DIGITS = "零一二三四五六七八九"


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

    def item(self, number: int) -> str:
        """The line of item （n）; LookupError when the article has none."""
        mark = f"（{numeral(number)}）"
        for line in self.lines:
            if line.startswith(mark):
                return line
        raise WordsNotFound(f"{self.instrument} 第{numeral(self.number)}条没有{mark}项")


def numeral(number: int) -> str:
    """A number of 1 to 99 in Chinese figures, as the texts count articles and items."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else _DIGITS[tens] + "十")
    return head + (_DIGITS[ones] if ones or not tens else "")


def number(words: str) -> int:
    """The value of Chinese figures of 1 to 99."""
    head, ten, tail = words.partition("十")
    if not ten:
        return _DIGITS.index(words)
    return (_DIGITS.index(head) if head else 1) * 10 + (_DIGITS.index(tail) if tail else 0)


@cache
def articles(instrument: str) -> dict[int, Article]:
    """All articles of an instrument by number (the opinions: its numbered headings)."""
    text = (TEXTS / FILES[instrument]).read_text(encoding="utf-8")
    body = re.split(r"^# 附件：", text, flags=re.M)[0]
    pieces = re.split(r"^## (?:第([一二三四五六七八九十]+)条|（([一二三四五六七八九十]+)）(.*))\s*$", body, flags=re.M)
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
    text = (TEXTS / FILES[instrument]).read_text(encoding="utf-8")
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
        return Citation(instrument, article, paragraph, item, None, place)
    if words not in place:
        raise WordsNotFound(f"{instrument} 第{numeral(article)}条没有「{words}」")
    return Citation(instrument, article, paragraph, item, None, words)


@cache
def cite_annex(list_number: int, item: int) -> Citation:
    """Quote an item of the annex of 84号."""
    return Citation(S84, None, None, None, (list_number, item), annex()[list_number, item])


def label(citation: Citation) -> str:
    """How a person reads the place: 「第三十二条（二）」."""
    if citation.annex:
        return f"附件{numeral(citation.annex[0])}（{numeral(citation.annex[1])}）"
    place = f"第{numeral(citation.article or 0)}条"
    return place + (f"（{numeral(citation.item)}）" if citation.item else "")
