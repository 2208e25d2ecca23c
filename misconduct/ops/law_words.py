"""The figures and choices of the law in Chinese, for the pages that are made from them."""

import re
from datetime import date

from accounts.services.readings import FOLLOWED
from misconduct.ops.law_told import Quoted, Told
from rules import law
from rules.instruments import Parameter
from rules.numerals import numeral
from rules.outcome import Citation, Level
from rules.parameters import NAMES, value_words
from rules.readings.model import Chooser, Reading

LEVELS = {Level.ERROR: "不得", Level.WARNING: "提示", Level.INFO: "说明"}
CHOOSERS = {Chooser.UNIT: "本单位可以选定", Chooser.PROVINCE: "省级科技行政部门可以选定"}
NOT_OFFERED = "（平台暂未提供，仅命令行可选）"
STRICTER = {
    "lower": "单位的规定只能更短（少）",
    "higher": "单位的规定只能更长（多、重）",
    "superset": "单位的规定只能增加",
    "subset": "单位的规定只能减少",
    "fixed": "单位的规定不得改变",
}
LONGEST = 60
FEW = 3
MANY = 20


def day(value: date) -> str:
    """「2022年8月25日」."""
    return f"{value.year}年{value.month}月{value.day}日"


def title(instrument: str) -> str:
    """A text's number and title as one heading."""
    named = law.TITLES[instrument]
    if named == "节录文本":
        return f"{instrument}（只有节录，未载标题）"
    return named if instrument in named else f"{instrument}{named}"


def item_place(citation: Citation) -> str:
    """「第三项」, 「附件二（九）」; nothing for an article without items."""
    if citation.annex:
        return citation.place
    return "" if citation.item is None else f"第{numeral(citation.item)}项"


def described(parameter: Parameter) -> str:
    """A parameter as one line of a list."""
    firm = "应当" if parameter.hard else "一般"
    return (
        f"{NAMES[parameter.name]}：{value_words(parameter)}（{firm}）。"
        f"自{day(parameter.since)}起；{direction(parameter)}。"
        f"依据「{parameter.citation.text}」。<small>`{parameter.name}`</small>"
    )


def direction(parameter: Parameter) -> str:
    """In which way a unit's own rules may depart."""
    if isinstance(parameter.value, bool):
        return "单位的规定不得取消"
    if parameter.name.startswith("tier.") and parameter.name.endswith(".term"):
        return "单位的规定只能提高下限"
    return STRICTER[parameter.strict]


def question(one: Reading) -> str:
    """A reading as one line: its question, its answers, why, and who may choose."""
    reason = f"理由：{one.reason}。"
    name = f"<small>`{one.name}`</small>"
    default = one.alternatives[one.default]
    if not one.open:
        return f"**{one.question}？** 按：{default}。{reason}没有第二种答案，不可另选。{name}"
    if one.chooser is Chooser.NOBODY:
        return f"**{one.question}？** 按：{default}。{reason}任何单位都不能另选。{name}"
    answers = "；".join(
        f"{text}{'（默认）' if key == one.default else ''}"
        for key, text in one.alternatives.items()
    )
    offered = "" if one.name in FOLLOWED else NOT_OFFERED
    return f"**{one.question}？** 可选：{answers}。{reason}{CHOOSERS[one.chooser]}{offered}。{name}"


def told(alike: list[Told], on_platform: bool) -> str:
    """Rows that say the same on one article, as one line."""
    first = alike[0]
    mark = "〔平台〕" if on_platform and first.level is Level.ERROR else ""
    said = first.said if first.said.endswith("。") else f"{first.said}。"
    grounds = [based_on([quoted for one in alike for quoted in one.quoted])]
    readings = list(dict.fromkeys(one.reading for one in alike))
    named = "、".join(f"`{one}`" for one in readings if one)
    if named:
        grounds.append(f"{'依条文，另按' if None in readings else ''}解读{named}")
    codes = sorted({code for one in alike for code in one.codes})
    grounds.append(shortened(codes))
    return f"**{LEVELS[first.level]}**{mark} {said}（{'；'.join(filter(None, grounds))}）"


def based_on(quoted: list[Quoted]) -> str:
    """The items and words that a sentence rests on."""
    found: dict[str, str] = {}
    for one in sorted({one.citation for one in quoted}, key=position):
        place, words = item_place(one), one.text
        whole = bool(place) and words.startswith("（")
        short = words if len(words) <= LONGEST else f"{words[: LONGEST - 2]}……"
        found[place + ("" if whole else f"「{short}」")] = place
    shown = list(found)
    places = list(dict.fromkeys(filter(None, found.values())))
    if len(shown) > MANY:
        return "依据附件各类各项" if quoted[0].citation.annex else "依据各项"
    if len(shown) > FEW and len(places) == len(shown):
        shown = places
    return f"依据{'、'.join(shown)}" if shown else ""


def shortened(codes: list[str]) -> str:
    """The codes, those of one kind as one with a star."""
    if len(codes) <= FEW:
        return "、".join(f"`{code}`" for code in codes)
    start = re.match("[a-z_]*_|", _shared(codes))
    end = re.search("(_[a-z0-9_]*|)$", _shared([one[::-1] for one in codes])[::-1])
    head, tail = (start[0] if start else ""), (end[0] if end else "")
    if not head and not tail:
        return "、".join(f"`{code}`" for code in codes)
    return f"`{head}*{tail}`"


def _shared(texts: list[str]) -> str:
    first, last = min(texts), max(texts)
    differ = (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(differ, len(first))]


def position(citation: Citation) -> tuple[int, int]:
    """Where quoted words stand in their article, for the order of the text."""
    if citation.annex:
        return citation.annex
    article = law.articles(citation.instrument)[citation.article or 0]
    start = 0 if citation.item is None else article.text.index(article.item(citation.item))
    return article.text.find(citation.text, start), citation.item or 0
