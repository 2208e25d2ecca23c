"""What could be otherwise in facts of every shape, and which codes a rule shows it knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pytest

from rules.codes import RespondentKind
from rules.context import default_context
from rules.errors import TermInvalid
from rules.explain import because
from rules.explain.alternatives import WRITTEN, alternatives
from rules.explain.choices import changes_of
from rules.explain.edits import ADD, REMOVE, SET, applied, edit, plain
from rules.explain.measures import measure_edits, nearest
from rules.explain.watch import codes_known
from rules.law import N221, cite
from rules.outcome import Citation, Finding, Outcome, error
from rules.procedure.table import known
from rules.sanctions import MeasureFact, SanctionFacts, TermRange, check_sanctions
from tests.rules.proof import ON, USUAL

CONTEXT = default_context()
M = MeasureFact


def march(*days):
    return [date(2026, 3, day) for day in days]


@dataclass(frozen=True)
class Notice:
    told_on: date | None = None


@dataclass(frozen=True)
class Span:
    begin: date
    end: date | None = None


@dataclass(frozen=True)
class Days:
    served: date
    lodged: date | None = None
    notice: Notice = Notice()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Said:
    words: tuple[Citation, ...] = ()
    findings: tuple[Finding, ...] = ()
    measures: tuple[MeasureFact, ...] = ()


def test_words_of_the_law_findings_and_measures_go_as_a_whole():
    words = cite(N221, 12)
    facts = Said((words,), (error("found", "有", words),), (M(5, years=3),))
    found = alternatives(facts, {})
    assert [(one.place, one.op) for one in found] == [
        ("words.0", REMOVE),
        ("findings.0", REMOVE),
        ("measures.0", REMOVE),
    ]


def values(facts, place, told=()):
    found = alternatives(facts, {}, told)
    return [one.value for one in found if one.place == place and one.op == SET]


def test_a_day_moves_to_the_others_and_to_the_days_around_them():
    facts = Days(*march(2, 20))
    assert values(facts, "served") == march(1, 3, 19, 20, 21)
    assert values(facts, "lodged") == [None, *march(19, 21, 3, 2, 1)]
    assert values(facts, "notice.told_on") == march(1, 2, 3, 19, 20, 21)


def test_days_of_members_and_within_records_count_as_well():
    (day,) = march(9)
    facts = Days(date(2026, 3, 2), None, Notice(day), (Span(date(2026, 3, 30)),))
    near = march(1, 2, 3, 8, 9, 10, 29, 30, 31)
    assert values(facts, "lodged") == near
    assert set(values(facts, "notice.told_on")) == {*near, None} - {day}
    assert set(values(facts, "spans.0.begin")) == set(near) - {date(2026, 3, 30)}
    assert values(facts, "spans.0.end") == near
    assert [one.value for one in alternatives(facts, {}) if one.op == REMOVE] == [None]


def test_of_two_days_as_near_the_earlier_comes_first():
    told = (date(2026, 2, 23),)
    assert values(Days(*march(2, 8)), "served", told) == [*march(1, 3, 7, 8), *told, *march(9)]


@dataclass(frozen=True)
class Held:
    people: frozenset[int] = frozenset()
    parts: Mapping[str, str] | None = None
    sent: Mapping[str, date] | None = None
    count: int | None = None
    length: float = 1.0
    names: frozenset[str] = frozenset()
    kinds: tuple[RespondentKind, ...] = (RespondentKind.PERSON,)


KINDS = [
    ("kinds.0", REMOVE, RespondentKind.PERSON, None),
    ("kinds", ADD, None, RespondentKind.ORGANISATION),
]


def all_of(facts, codes=None, told=()):
    found = alternatives(facts, codes or {}, told)
    return [(one.place, one.op, one.was, one.value) for one in found]


def test_facts_of_every_shape_with_what_they_were():
    found = all_of(
        Held(frozenset({2, 10}), {"plan": "有"}, {"unit": date(2026, 3, 2)}, 9),
        {"Held.parts": ("reason", "plan")},
        tuple(march(9, 2)),
    )
    assert found == [
        ("people.10", REMOVE, 10, None),
        ("people.2", REMOVE, 2, None),
        ("people", ADD, None, 1_000_011),
        ("people", ADD, None, 1_000_012),
        ("parts.reason", SET, "", WRITTEN),
        ("parts.plan", SET, "有", ""),
        ("sent.unit", SET, date(2026, 3, 2), date(2026, 3, 9)),
        ("count", SET, 9, None),
        *[("count", SET, 9, number) for number in (*range(8), 8, 10)],
        *KINDS,
    ]


@pytest.mark.parametrize("count", [None, 0])
def test_nothing_is_counted_below_nought_and_nobody_has_a_number_yet(count):
    others = range(8) if count is None else [None, *range(1, 8)]
    assert all_of(Held(count=count)) == [
        ("people", ADD, None, 1_000_001),
        ("people", ADD, None, 1_000_002),
        *[("count", SET, count, number) for number in others],
        *KINDS,
    ]


class Told(NamedTuple):
    """An answer that names a day."""

    outcome: Outcome
    due: date


def test_the_day_an_answer_names_is_tried_for_a_finding():
    (due,) = march(15)

    def rule(facts):
        late = [] if facts.lodged == due else [error("late", "请改期。", None)]
        return Told(Outcome.of(late), due)

    (only,) = because(rule, Days(*march(2, 20)), CONTEXT)
    assert [[fact.place for fact in group] for group in only.causes] == [["lodged"]]
    assert only.causes[0][0].instead.value == due


@dataclass(frozen=True)
class Coded:
    ground: str = ""
    papers: tuple[str, ...] = ("x",)
    parts: Mapping[str, str] | None = None
    people: frozenset[int] = frozenset()


def test_a_rule_shows_what_it_asks_next_by_what_it_is_told():
    def rule(facts):
        if facts.ground == "sick":
            _ = facts.ground == "deep"
        if not facts.ground:
            _ = facts.ground == "unsaid"
        if (facts.parts or {}).get("plan", "").strip():
            (facts.parts or {}).get("more")
        if "plan" in (facts.parts or {}):
            (facts.parts or {}).get("plan_too")
        if 7 in facts.people:
            _ = 8 in facts.people
        return Outcome.of(())

    assert codes_known(rule, Coded(parts={"team": "有"})) == {
        "Coded.ground": ("sick", "unsaid"),
        "Coded.parts": ("plan",),
        "Coded.people": (7,),
    }
    full = Coded("sick", parts={"plan": "有"}, people=frozenset({7}))
    assert codes_known(rule, full) == {
        "Coded.ground": ("sick", "deep"),
        "Coded.parts": ("plan", "more", "plan_too"),
        "Coded.people": (7, 8),
    }


def test_the_codes_of_a_list_and_the_members_a_set_is_held_against():
    def rule(facts):
        assert isinstance(facts.papers, tuple)
        known("第二条", facts.papers, ("x", "p", "q"), "papers")
        frozenset({2, 10}) - facts.people
        return Outcome.of(())

    assert codes_known(rule, Coded()) == {
        "Coded.papers": ("p", "q", "x"),
        "Coded.people": (10, 2),
    }


def test_the_codes_a_rule_knows_are_tried_beside_those_of_the_law():
    def rule(facts):
        known("第二条", facts.papers, ("x", "p"), "papers")
        _ = facts.ground == "sick"
        return Outcome.of(())

    given = Coded("deep")
    found = [
        (one.place, one.op, one.value) for one in changes_of(rule, given, CONTEXT, rule(given))
    ]
    assert ("ground", SET, "sick") in found and ("papers", ADD, "p") in found


def test_a_group_that_only_goes_together_names_no_member_too_many():
    """Of four kinds of conduct three have the floor: the fourth has no part in it."""
    given = SanctionFacts(
        ON, (1, 2, 3, 6), (M(2),), severity="minor", aggravated=("repeated_or_multiple",)
    )
    found = because(lambda facts: check_sanctions(facts, CONTEXT), given, CONTEXT)
    floor = next(one for one in found if one.finding.code == "below_floor")
    assert [[fact.place for fact in group] for group in floor.causes] == [
        ["severity"],
        ["conduct.0", "conduct.1", "conduct.2"],
    ]


def test_each_change_of_a_measure_says_what_it_was():
    given = SanctionFacts(ON, (1,), (M(9), M(5, years=3)))
    was = [(one.was, one.op) for one in measure_edits(given, USUAL) if one.op != ADD]
    assert was == [
        (M(9), SET),
        (M(9), REMOVE),
        (M(5, years=3), SET),
        (M(5, years=3), SET),
        (M(5, years=3), REMOVE),
    ]


def test_a_measure_that_cannot_be_is_named_by_its_place():
    with pytest.raises(TermInvalid) as wrong:
        measure_edits(SanctionFacts(ON, (1,), (M(2), M(5, years=0))), USUAL)
    assert wrong.value.where == "measures.1.years"


def test_a_range_without_lower_end_begins_with_the_first_month():
    assert [nearest(months, TermRange(under=3)) for months in (1, 2, 36)] == [1, 2, 35]


def test_members_of_a_set_go_whatever_they_are():
    given = Held(names=frozenset({"near", "far"}), people=frozenset({1, 2}))
    edits = [
        edit(("names", "near"), REMOVE, "near", None),
        edit(("people", 2), REMOVE, 2, None),
        edit(("kinds", 0), REMOVE, RespondentKind.PERSON, None),
    ]
    assert applied(given, edits) == Held(frozenset({1}), names=frozenset({"far"}), kinds=())


def test_sets_and_mappings_as_json_shows_them():
    assert plain(frozenset({10, 2})) == [10, 2]
    assert plain({1: date(2026, 3, 2), "a": frozenset({"y", "x"})}) == {
        "1": "2026-03-02",
        "a": ["x", "y"],
    }
