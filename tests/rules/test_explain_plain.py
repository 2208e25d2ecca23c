"""No answer shows a value as the program writes it: every facts class of the rules, every field."""

import importlib
import json
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum, IntEnum
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

import pytest

import rules
from rules.codes import Severity
from rules.edge.commands import COMMANDS, Options, explained
from rules.explain.edits import ADD, REMOVE, SET, Key, edit
from rules.explain.words import change_words, fact_words, full_place, value_words
from rules.headings import EXCERPTS, heading
from rules.jurisdiction import Author
from rules.law import N221, P130, S84, TITLES, cite, cite_annex
from rules.outcome import Citation, Finding, Level
from rules.sanctions import MeasureFact
from tests.rules.ask import TODAY

DAY = date(2026, 3, 5)
# What only a program writes: its brackets, its names of nothing and of types.
WRITTEN_BY_A_PROGRAM = re.compile(r"[()\[\]{}=<>'\"]|None|True|False|datetime|frozenset|Mapping")


APART = ("rules.edge", "rules.batch", "rules.explain")


def facts_classes() -> list[type]:
    """Every class of facts in rules/."""
    found = {}
    for module in pkgutil.walk_packages(rules.__path__, "rules."):
        if "__main__" in module.name or module.name.startswith(APART):
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and is_dataclass(value) and "Fact" in value.__name__:
                found[value.__qualname__] = value
    return list(found.values())


PLAIN = {
    bool: [True, False],
    int: [3, 0],
    float: [1.5],
    str: ["甲", ""],
    date: [DAY],
    NoneType: [None],
    MeasureFact: [MeasureFact(5, years=3), MeasureFact(13)],
}


def samples(kind: Any) -> list[Any]:
    """Values of a type, nothing among them where it may be nothing."""
    origin, inner = get_origin(kind) or kind, get_args(kind)
    if origin in PLAIN:
        return PLAIN[origin]
    if origin in (UnionType, Union):
        return [one for each in inner for one in samples(each)]
    if origin is Mapping:
        return [{}, {samples(inner[0])[0]: one for one in samples(inner[1])}]
    if isinstance(origin, type) and issubclass(origin, Enum):
        return list(origin)
    return several(origin, inner) if inner else records(origin)


def several(origin: type, inner: tuple[Any, ...]) -> list[Any]:
    """Lists, sets and pairs."""
    if origin is frozenset or Ellipsis in inner:
        return [origin(), origin(samples(inner[0]) * 2)]
    return [tuple(samples(each)[at] for each in inner) for at in (0, -1)]


def records(origin: type) -> list[Any]:
    """A record with something in every field, and one with as little as may be."""
    hints = get_type_hints(origin)
    return [origin(**{name: samples(one)[at] for name, one in hints.items()}) for at in (0, -1)]


CLASSES = facts_classes()


def test_there_are_facts_to_look_at():
    names = {one.__name__ for one in CLASSES}
    assert {"SanctionFacts", "FilingFacts", "DueDateFacts", "JurisdictionFacts"} <= names
    assert len(names) > 80


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_value_of_every_facts_class_reads_as_a_person_writes_it(kind):
    hints = get_type_hints(kind)
    for field in fields(kind):
        for value in samples(hints[field.name]):
            told = [value_words(value)]
            members = value if isinstance(value, tuple) and not hasattr(value, "_fields") else ()
            coded = field.name in ("lenient", "aggravated") and members and members[0] == "甲"
            for member in () if coded else members:
                for path, op in (((field.name, 0), REMOVE), ((field.name,), ADD)):
                    was = member if op == REMOVE else None
                    one = edit(path, op, was, None if op == REMOVE else member)
                    told += [fact_words(one), change_words(one)]
            one = edit((field.name,), SET, value, value)
            told += [fact_words(one), change_words(one)]
            for words in told:
                assert not WRITTEN_BY_A_PROGRAM.search(words), (kind.__name__, words)


class Place(NamedTuple):
    """A record that is a tuple."""

    unit: str
    level: int | None = None


class Rank(IntEnum):
    """Numbers with names."""

    LOW = 1


class Shade(Enum):
    """Codes that are no text."""

    DARK = "natural"


@dataclass(frozen=True)
class Whole:
    """A record without a name of its own."""

    unit: str | None = None
    is_head: bool = False
    units: tuple[str, ...] = ()


SAID = [
    (Author("张", ("甲大学",)), "「张」"),
    (Author("", ("甲大学", "乙大学")), "（署名单位：「甲大学」、「乙大学」）"),
    (
        Whole("甲大学", True, ("乙", "丙")),
        "（所在单位：「甲大学」，是否单位负责人：是，单位数：「乙」、「丙」）",
    ),
    (Whole(), "（未写明）"),
    (Place("甲大学", 2), "（所在单位：「甲大学」，申诉层级：2）"),
    (Place("甲大学"), "（所在单位：「甲大学」）"),
    ((Place("甲"), DAY), "（所在单位：「甲」）、2026年3月5日"),
    ((), "无"),
    (frozenset(), "无"),
    (frozenset({3}), "3"),
    ({}, "（未写明）"),
    ({"local": DAY, "甲": None, "乙": "丙"}, "（地方单位：2026年3月5日，「乙」：「丙」）"),
    (MeasureFact(5, years=2), "第五项措施（2年）"),
    (Finding(Level.INFO, "x", "请补正", None), "「请补正」"),
    (cite(N221, 23, "中止的时间不计入调查时限"), "第二十三条"),
    (Rank.LOW, "1"),
    (Shade.DARK, "自然科学"),
    (Severity.MINOR, "情节较轻"),
    (1.5, "1.5"),
    (0, "0"),
]


@pytest.mark.parametrize(("value", "words"), SAID)
def test_values_made_of_others(value, words):
    assert value_words(value) == words


# Of some texts not even the title is held.
UNTITLED = next(place for place in EXCERPTS if not TITLES[place[0]].startswith("《"))
PLACES = [
    (cite(N221, 40, "减轻处理"), "第四十条"),
    (cite(S84, 20, "对要素不齐全的，应当及时告知并要求补正"), "《山东省科研诚信管理办法》第二十条"),
    (cite_annex(1, 1), "《山东省科研诚信管理办法》附件一（一）"),
    (cite(P130, 27, "10个工作日"), "《山东省科技计划项目监督管理办法》第二十七条"),
    (
        Citation(*UNTITLED, None, None, None, "节录"),
        f"{UNTITLED[0]}{heading(*UNTITLED)}",
    ),
    (Citation("甲大学〔2026〕1号", 3, None, None, None, "按本细则"), "甲大学〔2026〕1号第三条"),
]


@pytest.mark.parametrize(("citation", "words"), PLACES)
def test_the_text_is_named_unless_it_is_the_national_rules(citation, words):
    assert full_place(citation) == words


HELD = [
    (
        edit(("suspensions", 0), REMOVE, (DAY, None), None),
        "有自2026年3月5日起的中止（尚未恢复）",
        "去掉自2026年3月5日起的中止（尚未恢复）",
    ),
    (
        edit(("suspensions", 0), REMOVE, (DAY, date(2026, 4, 1)), None),
        "有2026年3月5日至2026年4月1日的中止",
        "去掉2026年3月5日至2026年4月1日的中止",
    ),
    (
        edit(("matter", "authors", 0), REMOVE, Author("张"), None),
        "有作者「张」",
        "去掉作者「张」",
    ),
    (
        edit(("matter", "authors", 0, "affiliations", 1), REMOVE, "甲大学", None),
        "有署名单位「甲大学」",
        "去掉署名单位「甲大学」",
    ),
    (
        edit(("decisions", 0, "measures", 1), REMOVE, MeasureFact(13), None),
        "给予了第十三项措施",
        "去掉第十三项措施",
    ),
    (edit(("matter", "participants"), ADD, None, "乙"), "没有参与单位「乙」", "增加参与单位「乙」"),
    (
        edit(("parts", Key("units"), 0), REMOVE, "乙", None),
        "有内容「乙」",
        "去掉内容「乙」",
    ),
]


@pytest.mark.parametrize(("one", "is_so", "change"), HELD)
def test_members_are_named_by_the_list_that_holds_them(one, is_so, change):
    assert (fact_words(one), change_words(one)) == (is_so, change)


def told(command, given, **options):
    text = json.dumps(given).encode()
    return explained(COMMANDS[command], text, Options(False, TODAY, **options))


PAPER = {"kind": "paper", "authors": [{"name": "张", "affiliations": []}], "corresponding": ["张"]}
EXPLAINED = [
    ("due-date", {"rule": "review", "start": "2026-03-02", "suspensions": [["2026-03-05", None]]}),
    (
        "find-jurisdiction",
        {"on": "2026-03-02", "respondent": {"kind": "person"}, "matter": PAPER},
    ),
]


@pytest.mark.parametrize(("command", "given"), EXPLAINED)
def test_sentences_hold_no_text_of_the_program(command, given):
    found = told(command, given, explain=True)["explanations"]
    assert found
    for one in found:
        assert not WRITTEN_BY_A_PROGRAM.search(one["sentence"])
