"""Measures against Articles 29 to 35 and 40, example by example, as the articles read."""

import pytest

from rules.law import S84
from tests.rules.ask import PERMANENT, codes
from tests.rules.ask import check_sanctions as check

UPPER = [2, 4, 5, 6, 7, 8, 9, 10, 12, 13]


def test_the_example_of_the_contracts():
    found = check(
        [1, 4],
        ((5, 3), (9, 5), 13, 2),
        respondent={"kind": "person", "party_member": False, "public_servant": False},
        article_31=False,
        severity="serious",
        factors=[1, 3],
        lenient=["corrected_beforehand"],
        aggravated=["repeated_or_multiple"],
        mitigated=False,
        powers=None,
        involves=["project"],
        suspected_crime=False,
    )
    assert found["lawful"] is True
    assert (found["floor"], found["consistent"]) == ("major", ["serious"])
    assert (found["required"], found["permitted"]) == ([13], UPPER)
    assert found["term"] == {"over": None, "from": 3, "to": 5, "under": None}
    assert found["follow_up"] == [
        "terminate_pending_applications",
        "report_to_register",
        "notify_funders",
    ]
    assert codes(found) == ["both_directions"]


ERRORS = [
    # conduct, measures, severity, errors, why
    ([1], (1,), "minor", ["below_floor"], "copied work is never 情节较轻"),
    ([5], (11,), "minor", ["below_floor"], "the fifth item has the floor too"),
    ([6], (1,), "minor", [], "the sixth has none"),
    ([6, 7, 8], (3,), "minor", [], "nor the seventh and eighth"),
    ([6, 2], (1,), "minor", ["below_floor"], "one item with the floor is enough"),
    ([6], (1, 2), "minor", ["measure_not_in_tier"], "no public notice in 情节较轻"),
    ([6], (1, 13), "minor", ["measure_not_in_tier"], "nor the register"),
    ([6], (2,), "minor", ["measure_not_in_tier", "no_measure"], "and nothing of its list"),
    ([6], (1, 14), "minor", [], "14 is in no tier, and is not refused for it"),
    ([6], (14,), "minor", ["no_measure"], "but 14 alone is nothing of the list"),
    ([6], (), "minor", ["no_measure"], "no measure under a severity"),
    ([1], (2,), "major", [], "public notice alone"),
    ([1], (13,), "major", [], "13 alone is enough"),
    ([1], (1,), "major", ["no_measure"], "a talk is nothing of a graver list"),
    ([1], (14,), "serious", ["no_measure"], "14 alone"),
    ([1], ((5, 2), 13), "major", [], "2 years in 较重"),
    ([1], ((5, 2, 11), 13), "major", [], "2 years and 11 months"),
    ([1], ((5, 3), 13), "major", ["term_outside_tier"], "3年以内 excludes 3 years (Art 50)"),
    ([1], ((5, 3), 13), "serious", [], "3至5年 includes 3"),
    ([1], ((5, 5), 13), "serious", [], "and 5"),
    ([1], ((5, 0, 35), 13), "serious", ["term_outside_tier"], "a month short of 3"),
    ([1], ((5, 0, 61), 13), "serious", ["term_outside_tier"], "a month past 5"),
    ([1], ((5, 5), 13), "especially_serious", ["term_outside_tier"], "5年以上 excludes 5"),
    ([1], ((5, 5, 1), 13), "especially_serious", [], "5 years and a month"),
    ([1], ((5, PERMANENT), 13), "especially_serious", [], "permanent is there only"),
    ([1], ((5, PERMANENT), 13), "serious", ["term_outside_tier"], "and nowhere else"),
    ([1], ((5, 3),), "serious", ["register_missing"], "a ban without the register"),
    ([1], (10,), "major", ["register_missing"], "the tenth forces it too"),
    ([1], (2, 4, 6, 8, 12), "major", [], "2, 4, 6, 8, 12 do not"),
    ([1], (13, 2), "major", [], "13 forces nothing"),
    ([1], ((5, 1), (7, 4), 13), "major", ["term_outside_tier"], "each term is judged"),
    ([1], ((5, 1), (5, 4), 13), "major", ["term_outside_tier"], "also two of one item"),
    (
        [1],
        ((5, 1), (7, 7), 13),
        "serious",
        ["term_outside_tier", "term_outside_tier"],
        "terms of two tiers: each named",
    ),
    ([1], ((3, 6), 13), "major", [], "a suspension's term is not bound"),
    (
        [1],
        ((5, 5), 2),
        "minor",
        [
            "below_floor",
            "measure_not_in_tier",
            "measure_not_in_tier",
            "no_measure",
            "register_missing",
        ],
        "every error is reported, not the first",
    ),
]


@pytest.mark.parametrize(("conduct", "given", "severity", "expected", "why"), ERRORS)
def test_errors(conduct, given, severity, expected, why):
    found = check(conduct, given, severity=severity)
    assert sorted(codes(found, "error")) == expected, why
    assert found["lawful"] == (not expected)
    assert all(f["citation"] for f in found["findings"] if f["level"] == "error")


CONSISTENT = [
    ([6], (1,), ["minor"], "6 with a talk"),
    ([6], (2,), ["major", "serious", "especially_serious"], "public notice: any graver"),
    ([1], (1,), [], "floor against the only tier of the measure"),
    ([1], ((5, 3), 13), ["serious"], "3 years in serious alone"),
    ([1], ((5, 5), 13), ["serious"], "5 years in serious alone"),
    ([1], ((5, 1), (7, 4), 13), [], "terms of different tiers"),
    ([1], ((5, 4),), [], "without the register"),
    ([6], (1, 2), ["major", "serious", "especially_serious"], "a talk added above"),
    ([6], (13,), ["major", "serious", "especially_serious"], "13 alone"),
    ([6], ((10, 9), 13), ["major", "serious", "especially_serious"], "10 binds no tier"),
]


@pytest.mark.parametrize(("conduct", "given", "expected", "why"), CONSISTENT)
@pytest.mark.parametrize("severity", [None, "minor", "serious"])
def test_consistent_whatever_the_severity_says(conduct, given, expected, why, severity):
    assert check(conduct, given, severity=severity)["consistent"] == expected, why


def test_undecided_severity_is_judged_at_the_lightest_consistent_one():
    found = check([6], (2, 1))
    assert found["lawful"] is True
    assert codes(found) == ["lighter_measure_added"]


def test_else_at_the_one_with_the_fewest_errors_lightest_first():
    assert codes(check([1], (1,)), "error") == ["below_floor"]
    assert codes(check([1], ((5, 3),)), "error") == ["register_missing"]
    assert codes(check([1], ((5, 1), (7, 4), 13)), "error") == ["term_outside_tier"]


PERMITTED = [
    ("minor", [1], [1, 3, 11], (None, None, None, None)),
    ("major", [1], UPPER, (0, None, None, 3)),
    ("serious", [1], UPPER, (None, 3, 5, None)),
    ("especially_serious", [1], UPPER, (5, None, None, None)),
    (None, [1], UPPER, (0, None, None, None)),
    (None, [6], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], (0, None, None, None)),
]


@pytest.mark.parametrize(("severity", "conduct", "permitted", "term"), PERMITTED)
def test_permitted_and_term(severity, conduct, permitted, term):
    found = check(conduct, (13,), severity=severity)
    assert found["permitted"] == permitted
    assert tuple(found["term"][k] for k in ("over", "from", "to", "under")) == term


@pytest.mark.parametrize(
    ("item", "required"),
    [(i, [13] if i in {5, 7, 9, 10} else []) for i in range(1, 15)],
)
def test_required_present_or_not(item, required):
    assert check([1], (item, 2), severity="major")["required"] == required
    assert check([1], (item, 13), severity="major")["required"] == required


@pytest.mark.parametrize(
    ("conduct", "floor"), [([i], "major" if i <= 5 else "minor") for i in range(1, 9)]
)
def test_floor(conduct, floor):
    assert check(conduct, (2,))["floor"] == floor


WARNINGS = [
    # measures, more, warning, why
    ((1, 2), {"severity": "major"}, "lighter_measure_added", "a talk beside public notice"),
    ((3, 13), {"severity": "serious"}, "lighter_measure_added", "a suspension beside 13"),
    ((14, 2), {"severity": "major"}, "other_measure_needs_basis", "14"),
    (
        ((7, PERMANENT), 13),
        {"severity": "especially_serious"},
        "permanent_needs_basis",
        "5年以上 is no 终身",
    ),
    ((9, 13), {"severity": "serious"}, "term_not_stated", "一定期限 without one"),
    (((10, 1), 13), {"severity": "serious"}, "term_of_10_outside_tier", "1 year in serious"),
    ((12, 13), {"severity": "serious", "powers": [13]}, "beyond_power", "a degree measure"),
    (
        ((5, 3), 13),
        {"severity": "serious", "aggravated": ["organised"]},
        "aggravation_not_reflected",
        "从重 at the lower bound",
    ),
    ((2,), {"conduct": [1, 6]}, "aggravation_overlooked", "two kinds of conduct"),
    (
        (2,),
        {"factors": [2], "aggravated": ["retaliated"]},
        "same_fact_twice",
        "retaliation weighed twice",
    ),
    (
        (2,),
        {"factors": [4], "aggravated": ["repeated_or_multiple"]},
        "same_fact_twice",
        "repetition weighed twice",
    ),
    (
        (8, 13),
        {"respondent": {"kind": "organisation"}},
        "unusual_for_organisation",
        "a title of a body",
    ),
]


@pytest.mark.parametrize(("given", "more", "code", "why"), WARNINGS)
def test_warnings(given, more, code, why):
    conduct = more.get("conduct", [1])
    rest = {key: value for key, value in more.items() if key != "conduct"}
    found = check(conduct, given, **rest)
    assert codes(found) == [code], why
    assert found["lawful"] is True


NO_WARNING = [
    ((1,), {"conduct": [6], "severity": "minor"}, "a talk where it belongs"),
    (((10, PERMANENT), 13), {"severity": "especially_serious"}, "取消导师资格 is in the text"),
    (((10, 4), 13), {"severity": "serious"}, "within the range"),
    ((10, 13), {"severity": "serious"}, "10 states its own kinds"),
    (((5, 3), 13), {"severity": "serious"}, "no aggravation"),
    (((5, 4), 13), {"severity": "serious", "aggravated": ["organised"]}, "above the bound"),
    (
        ((5, 3), (9, 4), 13),
        {"severity": "serious", "aggravated": ["organised"]},
        "one term above the bound",
    ),
    ((2, 13), {"severity": "serious", "aggravated": ["organised"]}, "no term stated"),
    (((5, 1), 13), {"severity": "major", "aggravated": ["organised"]}, "no least term"),
    ((2,), {"conduct": [1, 6], "aggravated": ["repeated_or_multiple"]}, "it is named"),
    ((2,), {"factors": [4], "aggravated": ["retaliated"]}, "another fact"),
    ((2,), {"factors": [2], "aggravated": ["benefit_transfer"]}, "another case"),
    ((2, 13), {"powers": [2, 13]}, "within powers"),
    ((2, 13), {"powers": None}, "powers not asked"),
]


@pytest.mark.parametrize(("given", "more", "why"), NO_WARNING)
def test_no_warning(given, more, why):
    conduct = more.get("conduct", [1])
    rest = {key: value for key, value in more.items() if key != "conduct"}
    assert codes(check(conduct, given, **rest)) == [], why


def test_only_terms_the_severity_binds_can_reflect_an_aggravation():
    """A longer suspension (third measure) is no longer ban: Article 32 sets no range for it."""
    found = check(
        [1], ((3, 4), (5, 3), 13), severity="serious", lenient=[], aggravated=["organised"]
    )
    assert codes(found) == ["lighter_measure_added", "aggravation_not_reflected"]


def test_powers_of_nothing_name_every_measure():
    found = check([1], (2, (5, 1), 13), severity="major", powers=[])
    assert codes(found) == ["beyond_power"] * 3


def test_a_lenient_case_beside_an_aggravated_one_is_only_told():
    found = check(
        [1],
        ((5, 3), 13),
        severity="serious",
        lenient=["admitted_and_pledged"],
        aggravated=["organised"],
    )
    assert [(f["level"], f["code"]) for f in found["findings"]] == [("info", "both_directions")]
    assert found["readings"] == ["G12"]


FOLLOW_UP = [
    ((2,), {"severity": "major"}, ["terminate_pending_applications"], "Article 33: the tier"),
    ((13,), {"severity": "serious"}, ["terminate_pending_applications", "report_to_register"], ""),
    ((1,), {"severity": "minor", "conduct": [6]}, [], "not in the lightest"),
    ((2,), {"conduct": [6]}, ["terminate_pending_applications"], "every consistent one is graver"),
    ((1,), {"conduct": [6]}, [], "the only consistent one is not"),
    (((5, 1), (7, 4), 13), {}, ["report_to_register"], "none consistent"),
    (
        ((5, 1), (7, 4), 13),
        {"severity": "serious"},
        ["terminate_pending_applications", "report_to_register"],
        "the severity found counts, consistent or not",
    ),
    ((2,), {"severity": "minor", "conduct": [6]}, [], "also where only graver ones fit"),
    ((1,), {"severity": "minor", "conduct": [6], "involves": ["award"]}, ["notify_funders"], ""),
    (
        (1,),
        {
            "conduct": [6],
            "severity": "minor",
            "suspected_crime": True,
            "respondent": {"kind": "person", "party_member": True, "public_servant": True},
        },
        ["refer_party_member", "refer_public_servant", "refer_crime"],
        "whatever the tier",
    ),
]


@pytest.mark.parametrize(("given", "more", "expected", "why"), FOLLOW_UP)
def test_follow_up(given, more, expected, why):
    conduct = more.get("conduct", [1])
    rest = {key: value for key, value in more.items() if key != "conduct"}
    assert check(conduct, given, **rest)["follow_up"] == expected, why


def test_shandong_overlays_leave_the_sanctions_as_they_are():
    plain = check([1], ((5, 3), 13), severity="serious", on="2025-06-01")
    shandong = check([1], ((5, 3), 13), severity="serious", on="2025-06-01", instruments=[S84])
    assert plain == shandong
