"""Decisions that cannot be: the error, its words and the place; and what says a thing twice."""

import pytest

from rules.errors import RuleInputError
from rules.sanctions import check_sanctions
from rules.sanctions.facts import MeasureFact, Respondent, SanctionFacts
from rules.sanctions.tables import FOR_PERSONS, members
from tests.rules.proof import ON, ORGANISATION, USUAL

M = MeasureFact
NOTICE = (M(2),)


def decision(conduct=(1,), measures=NOTICE, **more):
    return SanctionFacts(ON, conduct, measures, **more)


TERM = "期限应为正整数；永久与年、月不能同时填写"
IMPOSSIBLE = [
    (decision((1, 9)), "unknown_code", "第二条没有“9”", "conduct.1"),
    (decision((0,)), "unknown_code", "第二条没有“0”", "conduct.0"),
    (decision(measures=(M(2), M(15))), "unknown_code", "第二十九条没有“15”", "measures.1.item"),
    (decision(measures=(M(0),)), "unknown_code", "第二十九条没有“0”", "measures.0.item"),
    (decision(factors=(1, 6, 7)), "unknown_code", "第三十条没有“7”", "factors.2"),
    (decision(lenient=("kind",)), "unknown_code", "第三十四条没有“kind”", "lenient.0"),
    (decision(aggravated=("bad",)), "unknown_code", "第三十五条没有“bad”", "aggravated.0"),
    (decision(powers=(14, 15)), "unknown_code", "第二十九条没有“15”", "powers.1"),
    (decision(involves=("award", "x")), "unknown_code", "涉及事项没有“x”", "involves.1"),
    (decision(severity="mild"), "unknown_code", "情节没有“mild”", "severity"),
    (
        decision(respondent=Respondent("dog")),
        "unknown_code",
        "被处理人类别没有“dog”",
        "respondent.kind",
    ),
    (
        decision(measures=(M(2), M(2, years=1))),
        "term_not_allowed",
        "第二十九条第二项措施不能带该期限",
        "measures.1.years",
    ),
    (
        decision(measures=(M(13, months=1),)),
        "term_not_allowed",
        "第二十九条第十三项措施不能带该期限",
        "measures.0.months",
    ),
    (
        decision(measures=(M(13), M(3, permanent=True))),
        "term_not_allowed",
        "第二十九条第三项措施不能带该期限",
        "measures.1.permanent",
    ),
    (decision(measures=(M(5, years=0),)), "term_invalid", TERM, "measures.0.years"),
    (decision(measures=(M(5, years=-1),)), "term_invalid", TERM, "measures.0.years"),
    (decision(measures=(M(13), M(5, months=0))), "term_invalid", TERM, "measures.1.months"),
    (decision(measures=(M(5, 1, -2),)), "term_invalid", TERM, "measures.0.months"),
    (decision(measures=(M(5, 1, None, True),)), "term_invalid", TERM, "measures.0.permanent"),
    (decision(measures=(M(5, None, 1, True),)), "term_invalid", TERM, "measures.0.permanent"),
]


@pytest.mark.parametrize(("given", "code", "message", "where"), IMPOSSIBLE)
def test_what_cannot_be_is_named_with_its_place(given, code, message, where):
    with pytest.raises(RuleInputError) as wrong:
        check_sanctions(given, USUAL)
    error = wrong.value.as_json()["error"]
    assert error == {"code": code, "message": message, "where": where}


@pytest.mark.parametrize(
    ("given", "where"),
    [
        (decision(respondent=Respondent("organisation", party_member=True)), "party_member"),
        (decision(respondent=Respondent("organisation", public_servant=True)), "public_servant"),
        (decision(article_31=True), "article_31"),
        (decision(()), "conduct"),
        (decision((), respondent=ORGANISATION), "conduct"),
    ],
)
def test_contradictions(given, where):
    with pytest.raises(RuleInputError) as wrong:
        check_sanctions(given, USUAL)
    assert wrong.value.as_json()["error"]["where"].endswith(where)


@pytest.mark.parametrize("item", [3, 5, 7, 9, 10, 11, 14])
def test_these_may_have_a_term(item):
    found = check_sanctions(decision(measures=(M(item, years=1), M(13))), USUAL)
    assert found.judged is not None


@pytest.mark.parametrize("item", [5, 7, 9, 10])
def test_these_may_be_for_good(item):
    found = check_sanctions(decision(measures=(M(item, permanent=True), M(13))), USUAL)
    assert "especially_serious" in found.consistent


def test_a_measure_with_and_without_its_term_is_asked_for_it():
    given = decision(measures=(M(5, years=1), M(5), M(13)), severity="major")
    assert [f.code for f in check_sanctions(given, USUAL).findings] == ["term_not_stated"]


def test_what_is_not_said_is_not_so():
    """A person, no crime suspected, nothing else touched, not decided by the unit itself."""
    found = check_sanctions(SanctionFacts(ON, (6,), (M(1),)), USUAL)
    assert (found.lawful, found.follow_up, found.findings) == (True, (), ())


@pytest.mark.parametrize("item", range(1, 15))
def test_measures_for_persons_are_unusual_for_an_organisation(item):
    given = decision(measures=(M(item), M(13)), respondent=ORGANISATION, severity="major")
    found = [f.code for f in check_sanctions(given, USUAL).findings]
    assert ("unusual_for_organisation" in found) == (item in {1, 7, 8, 10, 11, 12})


def test_the_measures_for_persons():
    assert members(FOR_PERSONS) == (1, 7, 8, 10, 11, 12)


def test_years_and_months_add_and_one_measure_twice_is_one():
    half = M(5, years=2, months=12)
    assert check_sanctions(decision(measures=(half, M(13))), USUAL).consistent == ("serious",)
    once = decision(measures=(M(5, years=1),), severity="serious")
    twice = decision(measures=(M(5, years=1), M(5, months=12)), severity="serious")
    assert check_sanctions(twice, USUAL) == check_sanctions(once, USUAL)
    ordered = decision(measures=(M(9, years=1), M(5, years=1)), severity="serious")
    messages = [f.message[:5] for f in check_sanctions(ordered, USUAL).findings]
    assert messages == ["给予第五、", "第五项措施", "第九项措施"]
