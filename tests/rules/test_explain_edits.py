"""Changing frozen facts at places, and the changes that are worth trying."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pytest

from rules.codes import RespondentKind, Severity
from rules.errors import UnknownCode
from rules.explain.alternatives import WRITTEN, alternatives
from rules.explain.edits import ADD, REMOVE, SET, Key, applied, compatible, edit, plain
from rules.explain.measures import measure_edits, nearest
from rules.explain.watch import codes_known
from rules.explain.words import change_words, fact_words
from rules.outcome import Outcome
from rules.procedure.table import known
from rules.sanctions import MeasureFact, SanctionFacts, TermRange
from rules.sanctions.case import PERMANENT
from tests.rules.proof import ON, USUAL

M = MeasureFact
DAY = date(2026, 3, 2)


@dataclass(frozen=True)
class Inner:
    kind: RespondentKind = RespondentKind.PERSON
    told: bool = False


@dataclass(frozen=True)
class Facts:
    ground: str = ""
    when: date | None = None
    number: int = 2
    severity: Severity | None = None
    inner: Inner = Inner()
    people: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    papers: tuple[str, ...] = ()
    parts: Mapping[str, str] | None = None
    asked: bool | None = None


FULL = Facts(
    ground="a",
    when=DAY,
    people=frozenset({1, 2}),
    papers=("x", "y", "z"),
    parts={"plan": "有", "team": " "},
)


def made(facts=FULL, codes=None):
    return {
        (one.place, one.op): [
            other.value
            for other in alternatives(facts, codes or {})
            if (other.place, other.op) == (one.place, one.op)
        ]
        for one in alternatives(facts, codes or {})
    }


def test_every_field_has_its_other_values():
    day = date(2026, 3, 1), date(2026, 3, 3)
    found = made(codes={"Facts.names": ("near",), "Facts.parts": ("reason",)})
    assert found == {
        ("ground", SET): [""],
        ("when", SET): [None, *day],
        ("number", SET): [0, 1, 3, 4, 5, 6, 7],
        ("severity", SET): list(Severity),
        ("inner.kind", SET): [RespondentKind.ORGANISATION],
        ("inner.told", SET): [True],
        ("people.1", REMOVE): [None],
        ("people.2", REMOVE): [None],
        ("people", ADD): [1_000_003, 1_000_004],
        ("names", ADD): ["near"],
        ("papers.0", REMOVE): [None],
        ("papers.1", REMOVE): [None],
        ("papers.2", REMOVE): [None],
        ("parts.reason", SET): [WRITTEN],
        ("parts.plan", SET): [""],
        ("parts.team", SET): [WRITTEN],
        ("asked", SET): [False, True],
    }


def test_a_field_with_known_codes_takes_them():
    found = made(codes={"Facts.ground": ("a", "b", "c")})
    assert found["ground", SET] == ["b", "c"]
    assert made(Facts(ground=" "))["ground", SET] == [WRITTEN]
    assert made(Facts(number=20))["number", SET] == [*range(8), 19, 21]


def test_days_are_tried_nearest_first_and_those_of_the_answer_too():
    told = (None, date(2026, 3, 9), "due")
    places = [one.value for one in alternatives(FULL, {}, told) if one.place == "when"]
    assert places == [None, date(2026, 3, 1), date(2026, 3, 3), date(2026, 3, 9)]
    unknown = [one.value for one in alternatives(Facts(), {}, told) if one.place == "when"]
    assert unknown == [date(2026, 3, 9)]


def test_changes_are_made_at_the_places_of_the_facts_as_they_were():
    edits = [
        edit(("papers", 0), REMOVE, "x", None),
        edit(("papers", 2), SET, "z", "w"),
        edit(("papers",), ADD, None, "v"),
        edit(("papers", 1), REMOVE, "y", None),
        edit(("people", 1), REMOVE, 1, None),
        edit(("people",), ADD, None, 9),
        edit(("parts", Key("plan")), SET, "有", ""),
        edit(("inner", "told"), SET, False, True),
    ]
    assert compatible(edits)
    changed = applied(FULL, edits)
    assert changed.papers == ("w", "v")
    assert changed.people == {2, 9}
    assert changed.parts == {"plan": "", "team": " "}
    assert changed.inner == Inner(told=True)
    assert applied(Facts(), [edit(("parts", Key("plan")), SET, "", "有")]).parts == {"plan": "有"}
    assert edits[6].place == "parts.plan"


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (edit(("a", 0), REMOVE, 1, None), edit(("a", 0), SET, 1, 2), False),
        (edit(("a", 0), REMOVE, 1, None), edit(("a", 0, "b"), SET, 1, 2), False),
        (edit(("a", 0), REMOVE, 1, None), edit(("a", 1), REMOVE, 1, None), True),
        (edit(("a",), ADD, None, 1), edit(("a",), ADD, None, 1), False),
        (edit(("a",), ADD, None, 1), edit(("a",), ADD, None, 2), True),
        (edit(("a",), ADD, None, 1), edit(("b",), ADD, None, 1), True),
        (edit(("a",), ADD, None, 1), edit(("a", 0), REMOVE, 1, None), True),
        (edit(("ab",), SET, 1, 2), edit(("a",), SET, 1, 2), True),
        (edit(("a",), SET, 1, 2), edit(("a", 0, "b"), SET, 1, 2), False),
    ],
)
def test_changes_that_cannot_be_made_together(one, other, together):
    assert compatible([one, other]) is together
    assert compatible([other, one]) is together


RANGES = [
    (TermRange(over=0, under=3), {1: 1, 35: 35, 36: 35, PERMANENT: 35}),
    (TermRange(from_=3, to=5), {1: 36, 36: 36, 40: 40, 60: 60, 61: 60, PERMANENT: 60}),
    (TermRange(over=5), {1: 61, 60: 61, 61: 61, 90: 90, PERMANENT: PERMANENT}),
]


@pytest.mark.parametrize(("lawful", "expected"), RANGES)
def test_the_nearest_lawful_term(lawful, expected):
    assert {months: nearest(months, lawful) for months in expected} == expected
    assert all(lawful.holds(months) for months in expected.values())


def test_the_choices_a_decider_has_among_measures():
    given = SanctionFacts(
        ON, (1,), (M(5, years=3), M(9), M(7, permanent=True), M(10, months=6), M(2))
    )
    found = [(one.place, one.op, one.value) for one in measure_edits(given, USUAL)]
    assert found == [
        ("measures.0.years", SET, M(5, years=2, months=11)),
        ("measures.0.years", SET, M(5, years=5, months=1)),
        ("measures.0", REMOVE, None),
        ("measures.1.years", SET, M(9, months=1)),
        ("measures.1", REMOVE, None),
        ("measures.2.permanent", SET, M(7, years=2, months=11)),
        ("measures.2.permanent", SET, M(7, years=5)),
        ("measures.2", REMOVE, None),
        ("measures.3.months", SET, M(10, years=3)),
        ("measures.3.months", SET, M(10, years=5, months=1)),
        ("measures.3", REMOVE, None),
        ("measures.4", REMOVE, None),
        *(("measures", ADD, M(item)) for item in (1, 3, 4, 6, 8, 11, 12, 13, 14)),
    ]


def rule(facts):
    known("第二条", facts.names, ("near", "far"), "names")
    _ = facts.ground in ("sick", "away")
    (facts.parts or {}).get("reason")
    frozenset({7}) - facts.people
    return Outcome.of(())


def test_a_rule_shows_which_codes_it_knows():
    assert codes_known(rule, FULL) == {
        "Facts.ground": ("sick", "away"),
        "Facts.names": ("far", "near"),
        "Facts.people": (7,),
        "Facts.parts": ("reason",),
    }
    assert codes_known(lambda facts: None, 3) == {}


def test_an_unknown_code_tells_the_known_ones():
    with pytest.raises(UnknownCode) as wrong:
        known("第二条", ("here",), ("near", "far"), "names")
    assert wrong.value.codes == {"near", "far"}


SAID = [
    (edit(("measures",), ADD, None, M(13)), "没有第十三项措施", "增加第十三项措施"),
    (
        edit(("measures", 0), REMOVE, M(5, 3), None),
        "给予了第五项措施（3年）",
        "去掉第五项措施（3年）",
    ),
    (
        edit(("measures", 0), SET, M(5, 3), M(5, None, 35), "years"),
        "给予了第五项措施（3年）",
        "第五项措施（3年）改为第五项措施（2年11个月）",
    ),
    (
        edit(("severity",), SET, "minor", Severity.MAJOR),
        "认定的情节为较轻",
        "认定的情节由较轻改为较重",
    ),
    (
        edit(("factors",), ADD, None, 2),
        "没有第三十条第二项因素",
        "增加第三十条第二项因素",
    ),
    (
        edit(("powers", 1), REMOVE, 2, None),
        "有第二项措施的处理权限",
        "去掉第二项措施的处理权限",
    ),
    (
        edit(("lenient", 0), REMOVE, "corrected_beforehand", None),
        "有从轻情形「在调查处理前主动纠正错误，挽回损失或有效阻止危害结果发生的」",
        "去掉从轻情形「在调查处理前主动纠正错误，挽回损失或有效阻止危害结果发生的」",
    ),
    (
        edit(("aggravated", 0), REMOVE, "organised", None),
        "有从重情形「有组织地实施科研失信行为的」",
        "去掉从重情形「有组织地实施科研失信行为的」",
    ),
    (
        edit(("involves", 0), REMOVE, "award", None),
        "有涉及的事项科技奖励",
        "去掉涉及的事项科技奖励",
    ),
    (
        edit(("respondent", "kind"), SET, RespondentKind.PERSON, RespondentKind.ORGANISATION),
        "类别为自然人",
        "类别由自然人改为单位",
    ),
    (
        edit(("mitigated",), SET, False, True),
        "「是否依第四十条减轻处理」为否",
        "「是否依第四十条减轻处理」由否改为是",
    ),
    (
        edit(("received",), SET, None, DAY),
        "收到日期为未写明",
        "收到日期由未写明改为2026年3月2日",
    ),
    (
        edit(("parts", Key("reason")), SET, "", WRITTEN),
        "内容（理由）为未写明",
        "内容（理由）由未写明改为「（已写明）」",
    ),
    (
        edit(("matter", "authors", 1, "present_unit"), SET, "甲大学", None),
        "现单位为「甲大学」",
        "现单位由「甲大学」改为未写明",
    ),
    (
        edit(("unheard_of",), SET, 1, 2),
        "unheard_of为1",
        "unheard_of由1改为2",
    ),
]


@pytest.mark.parametrize(("one", "is_so", "change"), SAID)
def test_places_in_chinese(one, is_so, change):
    assert (fact_words(one), change_words(one)) == (is_so, change)


def test_values_as_json_shows_them():
    assert plain(M(5, years=3)) == {"item": 5, "years": 3}
    assert plain(Severity.MAJOR) == "major"
    assert plain((DAY, frozenset({"b", "a"}), {"k": None})) == [
        "2026-03-02",
        ["a", "b"],
        {"k": None},
    ]
