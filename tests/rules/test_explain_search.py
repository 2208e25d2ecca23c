"""The search on small made-up rules, where every question and every set can be counted."""

from dataclasses import dataclass
from datetime import date

import pytest

from rules.context import default_context
from rules.errors import FactsContradict
from rules.explain import why_not
from rules.explain.edits import ADD, REMOVE, SET, applied, edit
from rules.explain.search import Search
from rules.explain.targets import blocking
from rules.explain.trial import Trial
from rules.explain.why_not import Change
from rules.law import N221, cite
from rules.outcome import Outcome, error, info, warning
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions
from tests.rules.proof import ON

CONTEXT = default_context()
WORDS = cite(N221, 30, "对科研失信行为情节轻重的判定应考虑以下因素")


def stop(code):
    return error(code, f"{code}。", WORDS)


@dataclass(frozen=True)
class Four:
    """Four facts, out of the order of their letters, each of them not so."""

    z: bool = False
    b: bool = False
    a: bool = False
    severity: str = "minor"


CHANGES = [
    edit(("z",), SET, False, True),
    edit(("b",), SET, False, True),
    edit(("a",), SET, False, True),
    edit(("severity",), SET, "minor", "major"),
]


class Asked:
    """A rule that counts how often it is asked."""

    def __init__(self, rule):
        self.rule = rule
        self.times = 0

    def __call__(self, facts):
        self.times += 1
        return Outcome.of(self.rule(facts))


def searched(rule, edits=CHANGES, **more):
    asked = Asked(rule)
    search = Search(Trial(asked, Four()), edits, lambda facts, found: found.allowed, **more)
    return search, asked


def names(sets):
    return [[one.place for one in chosen] for chosen in sets]


def one_by_one(facts):
    """Each fact takes away one thing that stands in the way, in their order."""
    return [stop(name) for name in ("z", "b", "a") if not getattr(facts, name)]


def only_together(facts):
    """Neither of the two alone changes anything."""
    return [] if facts.b and facts.a else [stop("one"), stop("two")]


def with_severity(facts):
    return [] if facts.severity == "major" and facts.z else [stop("one")]


def in_turn(facts):
    """b and a are enough; z moves what comes first, b and a then the rest."""
    found = []
    if not (facts.z or (facts.b and facts.a)):
        found.append(stop("first"))
    if not facts.b:
        found.append(stop("second"))
    if not facts.a:
        found.append(stop("third"))
    return found


GROWN = [
    # rule, how many changes at most, the sets found change by change
    (one_by_one, 3, [["z", "b", "a"]]),
    (one_by_one, 4, [["z", "b", "a"]]),
    (one_by_one, 2, []),
    (only_together, 4, []),
    (with_severity, 2, [["z", "severity"]]),
    (with_severity, 1, []),
    (in_turn, 4, []),
    (lambda facts: [] if facts.a or facts.z else [stop("one")], 3, [["z"], ["a"]]),
]


@pytest.mark.parametrize(("rule", "most", "sets"), GROWN)
def test_sets_grow_by_what_moves_the_first_thing_in_the_way(rule, most, sets):
    search, _ = searched(rule)
    assert names(search.grown(most)) == sets


WHOLE = [
    (one_by_one, 4, [["z", "b", "a"]], True),
    (only_together, 4, [["b", "a"]], True),
    (in_turn, 4, [["b", "a"]], True),
    (with_severity, 4, [["z", "severity"]], True),
    (one_by_one, 2, [], True),
    (lambda facts: [stop("never")], 9, [], True),
]


@pytest.mark.parametrize(("rule", "most", "sets", "complete"), WHOLE)
def test_while_they_are_few_every_set_is_tried(rule, most, sets, complete):
    search, _ = searched(rule)
    found, none_missing = search.run(most)
    assert (names(found), none_missing) == (sets, complete)


def test_beyond_a_number_of_sets_only_those_that_lead_on_are_tried(monkeypatch):
    """Of four changes there are four sets of one and six of two."""
    for most, sets, complete in [(6, [["b", "a"]], True), (5, [], False), (4, [], False)]:
        monkeypatch.setattr("rules.explain.search.SETS", most)
        for size in (2, 4):
            search, _ = searched(only_together)
            found, none_missing = search.run(size)
            assert (names(found), none_missing) == (sets, complete)
    search, _ = searched(one_by_one)
    found, none_missing = search.run(3)
    assert (names(found), none_missing) == ([["z", "b", "a"]], False)
    search, _ = searched(with_severity)
    assert names(search.run(2)[0]) == [["z", "severity"]]


@pytest.mark.parametrize(("questions", "asked", "found"), [(5, 5, 0), (8, 8, 0), (30, 14, 1)])
def test_no_more_is_asked_than_agreed(questions, asked, found):
    search, rule = searched(one_by_one, questions=questions)
    assert (len(search.grown(4)), rule.times) == (found, asked)


def test_of_a_set_with_a_part_that_does_nothing_is_said():
    """a alone would do, though it moves nothing in the way; with z it is no smallest set."""
    trial = Trial(lambda facts: Outcome.of(one_by_one(facts)), Four())
    search = Search(trial, CHANGES, lambda facts, found: facts.a)
    assert names(search.run(4)[0]) == [["a"]]
    assert search.grown(4) == []


@dataclass(frozen=True)
class Measured:
    number: int = 0
    served: date = date(2026, 3, 2)
    heard: date = date(2026, 3, 9)


def test_of_several_days_the_nearest_is_named_of_several_numbers_each():
    def rule(facts):
        late = facts.served < date(2026, 3, 8)
        return Outcome.of([stop("one")] if late and facts.number < 6 else [])

    found = why_not(rule, Measured(), CONTEXT)
    changes = [
        (change.edit.place, change.edit.value) for (change,) in [w.changes for w in found.sets]
    ]
    assert changes == [("number", 6), ("number", 7), ("served", date(2026, 3, 8))]


def test_questions_asked_before_the_search_are_not_counted_for_it():
    asked = Asked(one_by_one)
    trial = Trial(asked, Four())
    for one in CHANGES:
        trial.answer([one])
    search = Search(trial, CHANGES, lambda facts, found: found.allowed, questions=20)
    assert names(search.grown(3)) == [["z", "b", "a"]]


def test_each_question_is_asked_once_and_counted():
    asked = Asked(one_by_one)
    trial = Trial(asked, Four())
    assert trial.asked == 0
    z, b, *_ = CHANGES
    for chosen in ((), (z,), (z, b), (b, z), (z,)):
        trial.answer(chosen)
    assert (trial.asked, asked.times) == (3, 3)
    assert trial.answer([z, edit(("z",), SET, False, None)]) is None
    assert trial.findings([z, b]) == (stop("a"),)


@dataclass(frozen=True)
class Papers:
    papers: tuple[str | None, ...] = ("x", "y")


def test_to_leave_out_is_another_question_than_to_leave_blank():
    trial = Trial(lambda facts: facts.papers, Papers())
    assert trial.answer([edit(("papers", 0), REMOVE, "x", None)]) == ("y",)
    assert trial.answer([edit(("papers", 0), SET, "x", None)]) == (None, "y")


def test_what_refuses_stands_in_the_way_and_without_it_everything_said():
    told, asked = info("told", "说明。", WORDS), warning("asked", "请说明理由。", WORDS)
    assert blocking(Outcome.of([told, stop("one"), asked, stop("two")])) == (
        stop("one"),
        stop("two"),
    )
    assert blocking(Outcome.of([told, asked])) == (told, asked)


@dataclass(frozen=True)
class Many:
    papers: tuple[str, ...]


@pytest.mark.parametrize(
    ("ways", "shown", "complete"), [(23, 23, True), (24, 24, True), (25, 24, False)]
)
def test_no_more_than_twenty_four_ways_are_shown(ways, shown, complete):
    def rule(facts):
        return Outcome.of([stop("many")] if len(facts.papers) == ways else [])

    found = why_not(rule, Many(tuple(str(i) for i in range(ways))), CONTEXT)
    assert (len(found.sets), found.complete) == (shown, complete)
    assert [one.changes[0].edit.place for one in found.sets] == [
        f"papers.{i}" for i in range(shown)
    ]


@dataclass(frozen=True)
class Two:
    a: bool = False
    b: bool = False


def test_a_change_that_cannot_be_without_the_other_has_no_article_of_its_own():
    def rule(facts):
        if facts.b and not facts.a:
            raise FactsContradict("没有a就没有b", "b")
        return Outcome.of([] if facts.b else [stop("one")])

    (way,) = why_not(rule, Two(), CONTEXT).sets
    assert [(one.edit.place, one.citation) for one in way.changes] == [("a", None), ("b", WORDS)]
    assert [one["citation"] for one in way.as_json()["changes"]] == [None, WORDS.as_json()]


@dataclass(frozen=True)
class PlanFacts:
    """The parts are the decider's to choose; the papers are there or not."""

    papers: tuple[str, ...] = ("1", "2", "3")
    parts: tuple[str, ...] = ("1", "2", "3", "4", "5", "6")


def test_choices_not_all_tried_are_told_as_such(monkeypatch):
    """One paper less would do, or three parts less, of which there are twenty sets."""

    def rule(facts):
        return Outcome.of([] if len(facts.papers) < 3 or len(facts.parts) < 4 else [stop("one")])

    def kinds(found):
        return [[change.kind for change in one.changes] for one in found.sets]

    whole = why_not(rule, PlanFacts(), CONTEXT)
    assert (kinds(whole), whole.complete) == ([["choice"] * 3] * 20 + [["fact"]] * 3, True)
    # All nine changes one by one, but not the fifteen sets of two parts.
    monkeypatch.setattr("rules.explain.search.SETS", 9)
    some = why_not(rule, PlanFacts(), CONTEXT)
    assert (kinds(some), some.complete) == ([["fact"]] * 3, False)


def test_choices_may_take_two_changes_more_than_the_fewest():
    def rule(facts):
        return Outcome.of([] if len(facts.papers) < 3 or len(facts.parts) < 3 else [stop("one")])

    found = why_not(rule, PlanFacts(), CONTEXT)
    kinds = [[change.kind for change in one.changes] for one in found.sets]
    assert (kinds, found.complete) == ([["fact"]] * 3, True)


@dataclass(frozen=True)
class Seven:
    papers: tuple[str, ...] = ("1", "2", "3", "4", "5", "6", "7")


@pytest.mark.parametrize(("needed", "ways"), [(6, 7), (7, 0)])
def test_six_changes_at_most_are_tried_together(needed, ways):
    def rule(facts):
        return Outcome.of([] if len(facts.papers) <= 7 - needed else [stop("one")])

    found = why_not(rule, Seven(), CONTEXT)
    assert (len(found.sets), found.complete) == (ways, True)


def test_changes_in_json_are_to_set_to_remove_or_to_add():
    made = [edit(("a",), op, None, None) for op in (SET, REMOVE, ADD)]
    shown = [Change(one, "fact", "改", None).as_json()["op"] for one in made]
    assert shown == ["set", "remove", "add"]


def test_no_severity_but_the_one_asked_for_is_tried():
    tried = set()

    def rule(given):
        tried.add(given.severity)
        return check_sanctions(given, CONTEXT)

    given = SanctionFacts(ON, (1,), (MeasureFact(2), MeasureFact(1)), severity="major")
    assert ["severity"] in [
        [change.edit.place for change in one.changes]
        for one in why_not(rule, given, CONTEXT, "serious").sets
    ]
    assert tried - {"\uffff"} == {"major", "serious"}


def test_lawful_may_be_reached_by_any_severity():
    given = SanctionFacts(ON, (1,), (MeasureFact(5, years=3), MeasureFact(13)), severity="major")
    found = why_not(lambda facts: check_sanctions(facts, CONTEXT), given, CONTEXT)
    assert "认定的情节由较重改为严重。" in [one.sentence for one in found.sets]


def test_change_without_citation_as_json():
    shown = Change(edit(("a",), SET, False, True), "fact", "如属实，改", None).as_json()
    assert shown["citation"] is None


def test_removals_go_from_within_and_from_the_back():
    @dataclass(frozen=True)
    class Group:
        names: tuple[str, ...]

    @dataclass(frozen=True)
    class Groups:
        groups: tuple[Group, ...]

    given = Groups((Group(("a", "b", "c")), Group(("d", "e", "f")), Group(("g",))))
    edits = [
        edit(("groups", 0), REMOVE, None, None),
        edit(("groups", 1, "names", 0), REMOVE, "d", None),
        edit(("groups", 1, "names", 1), REMOVE, "e", None),
        edit(("groups", 2), REMOVE, None, None),
    ]
    assert applied(given, edits) == Groups((Group(("f",)),))
    assert applied(given, edits[::-1]) == Groups((Group(("f",)),))
