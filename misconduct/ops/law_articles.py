"""docs/law-and-rules.md: for lawyers, each article beside what the software makes of it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from misconduct.ops import law_platform
from misconduct.ops import law_words as words
from misconduct.ops.law_index import readings_on
from misconduct.ops.law_pages import (
    GENERATED,
    all_places,
    in_force_by,
    parameters_on,
    place_name,
    reasons,
    rules_on,
)
from misconduct.ops.law_told import Place, Told, told, told_on
from rules import law
from rules.numerals import number, numeral
from rules.outcome import Level

PREFACE = (
    "引文框内是条文原文，其下是系统据此作出的判断。引文逐字核对。",
    "",
    "- **不得**：规则引擎的结论是不能这样做；标有〔平台〕的，平台在该步骤拒绝。"
    "**提示**：可以继续，须写明理由。**说明**：只告知。",
    "- 每一句都是规则引擎实际给出过的答复；〔 〕内是案件的具体事实，或以／分开列出可能的各项。",
    "- **解读**：条文没有写明，或者条文之间不一致，系统按一个有名称的解读办理；它不是法律。",
    "- **参数**：条文中的数字和列举。单位的实施细则只能比它更严（第五十一条、第五十二条）。",
)
_LINE = re.compile(
    r"(?P<marks>#+) "
    r"(?:第(?P<article>[一二三四五六七八九十]+)条|（(?P<item>[^）]+)）.*|(?P<part>.+))"
)


@cache
def chapters(instrument: str) -> dict[int, str]:
    """The number of the first article of each chapter or section, with the chapter's heading."""
    if instrument not in law.FILES:
        return {}
    found: dict[int, str] = {}
    chapter, section, fresh = "", "", False
    text = (law.TEXTS / law.FILES[instrument]).read_text(encoding="utf-8")
    for line in text.partition("# 附件：")[0].splitlines():
        if not (match := _LINE.fullmatch(line.strip())):
            continue
        if match["part"]:
            top = match["marks"] == "#"
            chapter, section, fresh = (
                (match["part"], "", True) if top else (chapter, match["part"], True)
            )
        elif fresh:
            first = number(match["article"] or match["item"])
            found[first] = f"{chapter}　{section}".rstrip("　")
            fresh = False
    return found


def comparison() -> str:
    """The page."""
    lines = ["# 法条与规则对照", "", GENERATED, "", *PREFACE, "", "## 目录", "", *_contents()]
    for at, instrument in enumerate(law.TITLES, 1):
        lines += ["", f'<a id="text-{at}"></a>', "", f"## {words.title(instrument)}"]
        for place in all_places():
            if place[0] == instrument:
                lines += _heading(at, place)
                lines += _article(place)
    return "\n".join([*lines, *_by_readings()]) + "\n"


def _contents() -> Iterator[str]:
    for at, instrument in enumerate(law.TITLES, 1):
        yield f"- [{words.title(instrument)}](#text-{at})"
        for first, name in chapters(instrument).items():
            yield f"  - [{name}](#text-{at}-{first})"
        if instrument == law.S84:
            yield f"  - [附件](#text-{at}-annex)"
    yield "- [只依据解读的告知](#by-readings)"


def _heading(at: int, place: Place) -> list[str]:
    name = "" if place[1] is None else chapters(place[0]).get(place[1], "")
    mark = "annex" if place[1] is None else place[1]
    linked = name or place[1] is None
    lines = ["", f'<a id="text-{at}-{mark}"></a>'] if linked else []
    if name:
        lines += ["", f"### {name}"]
    return [*lines, "", f"#### {place_name(place)}", ""]


def _article(place: Place) -> Iterator[str]:
    yield from _words_of(place)
    if place in reasons():
        yield from ("", f"没有规则：{reasons()[place]}。")
    for one in in_force_by(place):
        until = f"，有效期至{words.day(one.until)}" if one.until else ""
        yield from ("", f"**施行日期** {one.number}自{words.day(one.since)}起施行{until}。")
    blocks: list[tuple[str, Iterable[str]]] = [
        ("系统据此告知", told_lines(told_on(place))),
        ("参数", map(words.described, parameters_on(place))),
        ("解读", map(words.question, readings_on(place))),
        ("使用它的规则", _named(place)),
    ]
    for heading, entries in blocks:
        if listed := list(entries):
            yield from ("", f"**{heading}**", "", *(f"- {entry}" for entry in listed))


def _words_of(place: Place) -> list[str]:
    if place[1] is None:
        groups = sorted({group for group, _ in law.annex()})
        sizes = [
            f"第{numeral(group)}类{sum(one == group for one, _ in law.annex())}项"
            for group in groups
        ]
        return [f"> 附件共{len(groups)}类：{'、'.join(sizes)}。"]
    lines = law.articles(place[0])[place[1]].lines
    return "\n>\n".join(f"> {line}" for line in lines).split("\n")


def told_lines(rows: Iterable[Told]) -> Iterator[str]:
    """What is told, in the order of the words it rests on, the heaviest first."""
    order = list(Level)

    def key(one: Told) -> tuple[tuple[int, int], int, str]:
        first = min((words.position(q.citation) for q in one.quoted), default=(0, 0))
        return first, order.index(one.level), one.said

    alike: dict[tuple[Level, str], list[Told]] = {}
    for one in sorted(rows, key=key):
        alike.setdefault((one.level, one.said), []).append(one)
    for some in alike.values():
        asked = {name for one in some for name in one.asked}
        yield words.told(some, bool(asked & law_platform.asked()))


def _named(place: Place) -> Iterator[str]:
    for file, some in groupby(rules_on(place), key=lambda rule: rule.file):
        yield f"`{file}`：{'、'.join(rule.name for rule in some)}"


def _by_readings() -> Iterator[str]:
    """What is told on the ground of no words of the law."""
    yield from ("", '<a id="by-readings"></a>', "", "## 只依据解读的告知", "")
    yield from ("下列告知不引条文，只依据所列的解读。", "")
    yield from (f"- {line}" for line in told_lines(one for one in told() if one.place is None))
