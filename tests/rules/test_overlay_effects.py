"""What the rules of a unit change: answers at least as strict as the law's, in the unit's words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.codes import Aggravated, Lenient, RespondentKind, Severity
from rules.context import Context, default_context
from rules.deadlines import RULES, DueDateFacts, due_date
from rules.errors import OverlayLaxer
from rules.filing import FilingFacts, submission_route
from rules.law import P130, S84
from rules.procedure.inquiry import (
    AcademicReviewFacts,
    InterviewFacts,
    check_academic_review,
    check_interview,
)
from rules.sanctions import MeasureFact, Respondent, SanctionFacts, check_sanctions
from tests.rules.unit_rules import SINCE, WORDS, loaded, parameter

CONTEXT = default_context()

ALL_IN = CONTEXT.with_overlays(
    loaded(
        parameter("floor.conduct", (1, 2, 3, 4, 5, 6)),
        parameter("register.forced_by", (2, 5, 7, 9, 10)),
        parameter("tier.bounded", (5, 7, 9, 10)),
        parameter("tier.serious.term", {"from": 4, "to": 5}),
        parameter("submission.trigger", (2, 13)),
        parameter("quorum.panel", 6),
        parameter("quorum.interview", 3),
    )
)
STRICTER = [
    ((6,), "minor", (MeasureFact(1),), ["below_floor"]),
    ((7,), "minor", (MeasureFact(1),), []),
    ((1,), None, (MeasureFact(2),), ["register_missing"]),
    ((1,), "serious", (MeasureFact(5, years=3), MeasureFact(13)), ["term_outside_tier"]),
    ((1,), "serious", (MeasureFact(5, years=4), MeasureFact(13)), []),
]


@pytest.mark.parametrize(("conduct", "severity", "measures", "codes"), STRICTER)
def test_sanctions_follow_the_rules_of_the_unit_with_its_words(conduct, severity, measures, codes):
    facts = SanctionFacts(SINCE, conduct, measures, severity=severity)
    assert check_sanctions(facts, CONTEXT).lawful
    found = check_sanctions(facts, ALL_IN)
    assert [f.code for f in found.outcome.errors] == codes
    for finding in found.outcome.errors:
        ours = finding.citation.instrument, finding.citation.text
        assert ours == ("甲大学〔2026〕1号", WORDS.words)


def test_a_measure_the_unit_bounds_is_held_to_the_words_of_the_tier():
    recruiting = (MeasureFact(10, years=3), MeasureFact(13))
    facts = SanctionFacts(SINCE, (1,), recruiting, severity="major")
    assert check_sanctions(facts, CONTEXT).lawful
    (finding,) = check_sanctions(facts, ALL_IN).outcome.errors
    assert (finding.code, finding.citation.text) == ("term_outside_tier", "期限为3年以内")


def test_submission_and_the_inquiry_follow_them_too():
    public = FilingFacts("local", SINCE, (MeasureFact(2),))
    assert not submission_route(public, CONTEXT).required
    assert submission_route(public, ALL_IN).required
    law = ALL_IN.law(SINCE)
    five = AcademicReviewFacts("panel", frozenset(range(5)))
    assert check_academic_review(five).allowed
    assert [f.message for f in check_academic_review(five, law).findings] == [
        "除去回避的人，专家组不足6人；请增补专家，或委托本单位学术（学位、职称）委员会。"
    ]
    assert check_academic_review(replace(five, members=frozenset(range(6))), law).allowed
    talk = InterviewFacts(2, True, True, True, SINCE, SINCE)
    assert check_interview(talk).allowed
    assert [f.message for f in check_interview(talk, law).findings] == [
        "参与谈话的调查人员少于3人，记录人和谈话对象不计在内；请由不少于3名调查人员重新谈话。"
    ]


NUMBERS = {
    "deadline.acceptance": 15,
    "deadline.investigation": 6,
    "deadline.appeal": 15,
    "deadline.review": 90,
    "deadline.report_upward": 10,
    "deadline.supervision_objection": 10,
    "quorum.interview": 2,
    "quorum.panel": 5,
}
# Those a party may use; every other clock binds the office.
PARTYS = {"appeal", "supervision_objection", "supervision_notice"}


def subsets(among: tuple[int, ...]) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.sampled_from(among), unique=True).map(tuple)


VALUES = {
    **{name: st.integers(max(1, base - 2), base + 2) for name, base in NUMBERS.items()},
    "floor.conduct": subsets(tuple(range(1, 9))).map(lambda more: (1, 2, 3, 4, 5, *more)),
    "register.forced_by": subsets((2, 4, 6, 8)).map(lambda more: (5, 7, 9, 10, *more)),
    "submission.trigger": subsets((2, 4, 5, 7, 13)),
    "submission.term_trigger": subsets((5, 7, 9, 10)),
    "tier.bounded": st.sampled_from([(5, 7, 9), (5, 7, 9, 10), (5, 7)]),
    "tier.minor.measures": st.sampled_from([(1, 3, 11), (1, 3), (1, 3, 11, 2)]),
    "tier.major.term": st.builds(lambda low: {"from": low, "under": 3}, st.integers(0, 2)),
    "tier.serious.term": st.builds(lambda low: {"from": low, "to": 5}, st.integers(2, 5)),
    "tier.especially_serious.term": st.builds(lambda low: {"over": low}, st.integers(4, 8)),
}


@st.composite
def unit_parameters(draw):
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), unique=True, max_size=4))
    return [parameter(name, draw(unique(VALUES[name]))) for name in names]


def unique(values):
    return values.map(lambda one: tuple(dict.fromkeys(one)) if isinstance(one, tuple) else one)


MEASURES = st.one_of(
    st.builds(MeasureFact, st.sampled_from([1, 2, 3, 4, 6, 8, 11, 12, 13])),
    st.builds(MeasureFact, st.sampled_from([5, 7, 9, 10]), months=st.integers(1, 100)),
    st.just(MeasureFact(13)),
)
SANCTIONS = st.builds(
    SanctionFacts,
    on=st.just(SINCE),
    conduct=st.lists(st.integers(1, 8), min_size=1, max_size=3).map(tuple),
    measures=st.lists(MEASURES, max_size=4).map(tuple),
    respondent=st.just(Respondent(RespondentKind.PERSON)),
    severity=st.sampled_from([None, *Severity]),
    lenient=st.lists(st.sampled_from(Lenient), max_size=1).map(tuple),
    aggravated=st.lists(st.sampled_from(Aggravated), max_size=1).map(tuple),
    mitigated=st.booleans(),
)


def assert_sanctions_no_laxer(facts: SanctionFacts, under: Context, law: Context) -> None:
    ours, theirs = check_sanctions(facts, under), check_sanctions(facts, law)
    assert theirs.lawful or not ours.lawful
    assert set(ours.consistent) <= set(theirs.consistent)
    if ours.judged == theirs.judged:
        assert {f.code for f in theirs.outcome.errors} <= {f.code for f in ours.outcome.errors}
    route = FilingFacts("local", SINCE, facts.measures)
    assert submission_route(route, under).required or not submission_route(route, law).required


def assert_clocks_no_laxer(start: date, under: Context, law: Context) -> None:
    for rule in RULES:
        ours = due_date(DueDateFacts(rule, start), under, days=False).due
        theirs = due_date(DueDateFacts(rule, start), law, days=False).due
        if rule == "supervision_notice":
            assert ours == theirs
        elif rule in PARTYS:
            assert ours >= theirs
        else:
            assert ours <= theirs


def assert_inquiry_no_laxer(count: int, under: Context) -> None:
    law = under.law(SINCE)
    panel = AcademicReviewFacts("panel", frozenset(range(count)))
    talk = InterviewFacts(count, True, True, True, SINCE, SINCE)
    assert check_academic_review(panel).allowed or not check_academic_review(panel, law).allowed
    assert check_interview(talk).allowed or not check_interview(talk, law).allowed


FRAMES = [CONTEXT, default_context((S84, P130))]


@settings(max_examples=250, deadline=None)
@given(unit_parameters(), st.sampled_from(FRAMES), SANCTIONS, st.integers(0, 60), st.integers(0, 8))
def test_rules_are_refused_or_nowhere_laxer(given_, law, facts, offset, count):
    try:
        under = law.with_overlays(loaded(*given_))
    except OverlayLaxer as refused:
        assert {where for where, _ in refused.points} <= {
            f"parameters.{i}" for i in range(len(given_))
        }
        return
    assert_sanctions_no_laxer(facts, under, law)
    assert_clocks_no_laxer(date.fromordinal(SINCE.toordinal() + offset), under, law)
    assert_inquiry_no_laxer(count, under)
