"""The two pages of docs/ on the law: is every article used, and what each makes the software do."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from misconduct.ops import law_words as words
from misconduct.ops.law_index import BLANK, Rule, Said, index, places, readings_on
from rules import law
from rules.instruments import Parameter, instruments
from rules.numerals import numeral
from rules.outcome import Citation, Level
from rules.readings.model import Reading

Place = tuple[str, int | None]
UNUSED = Path(__file__).with_name("articles_without_rule.toml")
FEW = 3
GENERATED = "由 `manage.py render_docs` 从 `rules/` 生成，请勿手工修改。"


@cache
def all_places() -> tuple[Place, ...]:
    """Every article of every text held, the annex of 84号 last of its own."""
    found: list[Place] = []
    for instrument in law.TITLES:
        found += [(instrument, number) for number in sorted(law.articles(instrument))]
        if instrument == law.S84:
            found.append((instrument, None))
    return tuple(found)


def place_name(place: Place) -> str:
    """「第十六条」, 「附件」."""
    return "附件" if place[1] is None else law.articles(place[0])[place[1]].heading


@cache
def reasons() -> Mapping[Place, str]:
    """Why an article has no rule, as the data file says."""
    data = tomllib.loads(UNUSED.read_text(encoding="utf-8"))
    return {
        (instrument, None if number == "annex" else int(number)): reason
        for instrument, articles in data.items()
        for number, reason in articles.items()
    }


@cache
def parameters() -> Mapping[str, tuple[Parameter, ...]]:
    """The parameters of all instruments by name."""
    every = [p for one in instruments().values() for p in one.parameters]
    ordered = sorted(every, key=lambda p: p.name)
    return {name: tuple(some) for name, some in groupby(ordered, key=lambda p: p.name)}


def parameters_on(place: Place) -> list[Parameter]:
    """The parameters that rest on an article."""
    return [p for some in parameters().values() for p in some if places(p.citation) == place]


def rules_on(place: Place) -> list[Rule]:
    """The rules that quote an article, or use a parameter that rests on it."""
    names = {p.name for p in parameters_on(place)}
    return [
        rule
        for rule in index()
        if names & rule.parameters or any(places(c) == place for c in rule.citations)
    ]


def in_force_by(place: Place) -> list[str]:
    """The instruments whose being in force rests on an article."""
    return [one.number for one in instruments().values() if places(one.citation) == place]


def used(place: Place) -> bool:
    """Whether anything in the software rests on an article."""
    return bool(rules_on(place) or parameters_on(place) or readings_on(place) or in_force_by(place))


def said_on(place: Place) -> list[tuple[Said, Citation]]:
    """What is told to people on the ground of an article, the heaviest first."""
    order = list(Level)
    alike: dict[tuple[Level, str, str | None, Citation], set[str]] = {}
    for rule in index():
        for said, citation in rule.said:
            if citation is not None and places(citation) == place:
                key = (said.level, said.code, said.reading, citation)
                alike.setdefault(key, set()).add(said.message)
    found = [
        (Said(level, code, message, reading), citation)
        for (level, code, reading, citation), messages in alike.items()
        for message in summed_up(sorted(messages))
    ]
    return sorted(found, key=lambda s: (order.index(s[0].level), s[0].code, s[0].message, repr(s)))


def summed_up(messages: list[str]) -> list[str]:
    """Many messages that differ in one place as one with a blank there."""
    if len(messages) <= FEW:
        return messages
    start = _shared(messages)
    end = _shared([one[len(start) :][::-1] for one in messages])[::-1]
    return [f"{start}{BLANK}{end}"] if start or end else messages


def _shared(texts: list[str]) -> str:
    """What all of them begin with."""
    first, last = min(texts), max(texts)
    differ = (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other)
    return first[: next(differ, len(first))]


def coverage() -> str:
    """docs/law-coverage.md: every article with what uses it, or why nothing does."""
    lines = ["# 条文覆盖", "", GENERATED, ""]
    lines += ["每一条要么有规则使用，要么写明为什么没有。函数的位置是 `rules/` 下的文件。", ""]
    lines += ["| 文件 | 条 | 有规则 | 说明了理由 |", "|---|---:|---:|---:|"]
    for instrument in law.TITLES:
        own = [place for place in all_places() if place[0] == instrument]
        ruled, without = sum(map(used, own)), sum(place in reasons() for place in own)
        lines.append(f"| {instrument} | {len(own)} | {ruled} | {without} |")
    for instrument in law.TITLES:
        lines += ["", f"## {instrument}{law.TITLES[instrument]}", ""]
        lines += ["| 条 | 使用它的规则，或者没有规则的理由 |", "|---|---|"]
        for place in all_places():
            if place[0] == instrument:
                lines.append(f"| {place_name(place)} | {'<br>'.join(_uses(place))} |")
    return "\n".join(lines) + "\n"


def _uses(place: Place) -> Iterator[str]:
    if place in reasons():
        yield f"（无规则）{reasons()[place]}"
    for file, some in groupby(rules_on(place), key=lambda rule: rule.file):
        listed = list(some)
        names = ", ".join(f"`{rule.name}`" for rule in listed)
        codes = sorted(
            {s.code for rule in listed for s, c in rule.said if c and places(c) == place}
        )
        told = f"：{', '.join(codes)}" if codes else ""
        yield f"{file.removeprefix('rules/')} {names}{told}"
    if own := parameters_on(place):
        yield "参数 " + ", ".join(dict.fromkeys(f"`{p.name}`" for p in own))
    if open_questions := readings_on(place):
        yield "解读 " + ", ".join(one.name for one in open_questions)
    if numbers := in_force_by(place):
        yield "施行日期：" + "、".join(numbers)


def comparison() -> str:
    """docs/law-and-rules.md: for lawyers, each article beside what the software makes of it."""
    lines = ["# 法条与规则对照", "", GENERATED, "", *_preface()]
    for instrument in law.TITLES:
        lines += ["", f"## {instrument}{law.TITLES[instrument]}"]
        for place in all_places():
            if place[0] == instrument:
                lines += ["", f"### {place_name(place)}", "", *_article(place)]
    return "\n".join([*lines, "", *_by_facts()]) + "\n"


def _preface() -> list[str]:
    return [
        "左边是条文，下面是系统据此做的事。引文逐字取自条文，引错了程序不能启动。",
        "",
        "- **不得**：系统拒绝这一步，直到事实改变。**提示**：可以继续，须写明理由。"
        "**说明**：只告知。",
        "- 〔…〕处填入案件的具体事实。",
        "- **解读**：条文没有写明，或者条文之间不一致，系统按一个有名称的解读办理；它不是法律。",
        "- **参数**：条文中的数字。单位的实施细则只能比它更严（第五十一条、第五十二条）。",
    ]


def _article(place: Place) -> Iterator[str]:
    yield from _words_of(place)
    if place in reasons():
        yield from ("", f"没有规则：{reasons()[place]}")
    blocks: list[tuple[str, Iterable[str]]] = [
        ("系统据此告知", (_told(said, citation) for said, citation in said_on(place))),
        ("参数", map(words.described, parameters_on(place))),
        ("解读", map(_question, readings_on(place))),
        ("使用它的规则", _named(place)),
    ]
    for heading, entries in blocks:
        if listed := list(entries):
            yield from ("", f"**{heading}**", "", *(f"- {entry}" for entry in listed))


def _words_of(place: Place) -> list[str]:
    if place[1] is None:
        titles = [f"附件共{len({group for group, _ in law.annex()})}类："]
        for group in sorted({group for group, _ in law.annex()}):
            size = sum(1 for one, _ in law.annex() if one == group)
            titles.append(f"第{numeral(group)}类{size}项")
        return [f"> {titles[0]}{'、'.join(titles[1:])}。"]
    lines = law.articles(place[0])[place[1]].lines
    return "\n>\n".join(f"> {line}" for line in lines).split("\n")


def _told(said: Said, citation: Citation) -> str:
    rests = f"；解读 {said.reading}" if said.reading else ""
    quoted = citation.text if len(citation.text) <= 60 else f"{citation.text[:58]}……"
    item = f"{citation.place}" if citation.item or citation.annex else ""
    return (
        f"**{words.LEVELS[said.level]}** {said.message}"
        f"（依据{item}「{quoted}」{rests}；`{said.code}`）"
    )


def _question(one: Reading) -> str:
    answers = "；".join(
        f"{text}{'（默认）' if name == one.default else ''}"
        for name, text in one.alternatives.items()
    )
    chooser = words.CHOOSERS[one.chooser]
    return f"**{one.name}** {one.question}：{answers}。理由：{one.reason}。{chooser}。"


def _named(place: Place) -> Iterator[str]:
    for file, some in groupby(rules_on(place), key=lambda rule: rule.file):
        yield f"`{file}`：{'、'.join(rule.name for rule in some)}"


def _by_facts() -> Iterator[str]:
    """What is told on the ground of words that the facts choose."""
    yield from (
        "## 依据随事实而定的告知",
        "",
        "下列各条引用哪一条文，由案件的事实决定，见答复本身。",
        "",
    )
    seen = set()
    for rule in index():
        for said, citation in sorted(rule.said, key=repr):
            if citation is None and said not in seen:
                seen.add(said)
                rests = f"；解读 {said.reading}" if said.reading else ""
                level = words.LEVELS[said.level]
                yield f"- **{level}** {said.message}（`{rule.file}`{rests}；`{said.code}`）"
