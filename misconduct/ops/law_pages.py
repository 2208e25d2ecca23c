"""What rests on each article of the law; docs/law-coverage.md says whether anything does."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from misconduct.ops import law_words as words
from misconduct.ops.law_index import Rule, index, places, readings_on
from misconduct.ops.law_told import Place, told_on
from rules import law
from rules.instruments import Instrument, Parameter, instruments

UNUSED = Path(__file__).with_name("articles_without_rule.toml")
GENERATED = "由 `manage.py render_docs` 生成，请勿手工修改。"
KINDS = ("有规则", "只有解读", "只有施行日期", "没有，说明了理由")


@cache
def all_places() -> tuple[Place, ...]:
    """Every article of every text held, the annex of 84号 last of its own."""
    found: list[Place] = []
    for instrument in law.TITLES:
        # 0 stands for sentences of several articles together.
        numbers = sorted(law.articles(instrument), key=lambda number: (number == 0, number))
        found += [(instrument, number) for number in numbers]
        if instrument == law.S84:
            found.append((instrument, None))
    return tuple(found)


def place_name(place: Place) -> str:
    """「第十六条」, 「附件」, 「第25项」."""
    if place[1] is None:
        return "附件"
    heading = law.articles(place[0])[place[1]].heading
    return f"第{heading}项" if heading.isdigit() else heading


@cache
def reasons() -> Mapping[Place, str]:
    """Why an article has no rule, as the data file says."""
    data = tomllib.loads(UNUSED.read_text(encoding="utf-8"))
    return {
        (instrument, None if number == "annex" else int(number)): reason
        for instrument, articles in data.items()
        for number, reason in articles.items()
    }


def parameters_on(place: Place) -> list[Parameter]:
    """The parameters that rest on an article."""
    every = [p for one in instruments().values() for p in one.parameters]
    return [p for p in every if places(p.citation) == place]


def rules_on(place: Place) -> list[Rule]:
    """The rules that quote an article, use a parameter that rests on it, or speak on its ground."""
    names = {p.name for p in parameters_on(place)}
    speaking = {name for one in told_on(place) for name in one.by}
    return [
        rule
        for rule in index()
        if names & rule.parameters
        or any(places(c) == place for c in rule.citations)
        or f"{rule.module}.{rule.name}" in speaking
    ]


def in_force_by(place: Place) -> list[Instrument]:
    """The instruments whose being in force rests on an article."""
    return [one for one in instruments().values() if places(one.citation) == place]


def kind(place: Place) -> str:
    """By what an article is used, the most telling way first; the last kind is by nothing."""
    ways = (rules_on(place) or parameters_on(place), readings_on(place), in_force_by(place), True)
    return next(name for name, holds in zip(KINDS, ways, strict=True) if holds)


def used(place: Place) -> bool:
    """Whether anything in the software rests on an article."""
    return kind(place) != KINDS[-1]


def coverage() -> str:
    """docs/law-coverage.md: every article with what uses it, or why nothing does."""
    lines = ["# 条文覆盖", "", GENERATED, ""]
    lines += [
        "每一条要么有规则或参数使用，要么只有解读或施行日期引用，要么写明为什么没有。"
        "函数的位置是 `rules/` 下的文件。84号的条数含附件，附件计为一条。",
        "",
    ]
    lines += [f"| 文件 | 条 | {' | '.join(KINDS)} |", f"|---|---:|{'---:|' * len(KINDS)}"]
    for instrument in law.TITLES:
        own = [kind(place) for place in all_places() if place[0] == instrument]
        counts = " | ".join(str(own.count(one)) for one in KINDS)
        lines.append(f"| {instrument} | {len(own)} | {counts} |")
    for instrument in law.TITLES:
        lines += ["", f"## {words.title(instrument)}", ""]
        lines += ["| 条 | 使用它的规则，或者没有规则的理由 |", "|---|---|"]
        for place in all_places():
            if place[0] == instrument:
                lines.append(f"| {place_name(place)} | {'<br>'.join(_uses(place))} |")
    return "\n".join(lines) + "\n"


def _uses(place: Place) -> Iterator[str]:
    if place in reasons():
        yield f"（无规则）{reasons()[place]}"
    elif kind(place) != KINDS[0]:
        yield f"（{kind(place)}）"
    for file, some in groupby(rules_on(place), key=lambda rule: rule.file):
        listed = list(some)
        names = ", ".join(f"`{rule.name}`" for rule in listed)
        full = {f"{rule.module}.{rule.name}" for rule in listed}
        codes = {code for one in told_on(place) if full & set(one.by) for code in one.codes}
        told = f"：{', '.join(sorted(codes))}" if codes else ""
        yield f"{file.removeprefix('rules/')} {names}{told}"
    if own := parameters_on(place):
        yield "参数 " + ", ".join(dict.fromkeys(f"`{p.name}`" for p in own))
    if open_questions := readings_on(place):
        yield "解读 " + ", ".join(one.name for one in open_questions)
    if numbers := in_force_by(place):
        yield "施行日期：" + "、".join(one.number for one in numbers)
