"""Off the path of Article 32: exemption (34), mitigation (40), organisations (31)."""

import pytest

from tests.rules.ask import check_sanctions as check
from tests.rules.ask import codes

EXEMPTION = [
    # conduct, measures, more, lawful, findings, why
    ([6], (), {"lenient": ["retracted_before_report"]}, True, [], "founded"),
    (
        [2],
        (),
        {"lenient": ["retracted_before_report"]},
        True,
        ["exemption_needs_reason"],
        "the floor speaks against it",
    ),
    (
        [6],
        (14,),
        {"lenient": ["retracted_before_report"]},
        True,
        ["other_measure_needs_basis"],
        "with another handling",
    ),
    ([6], (), {}, False, ["exemption_unfounded"], "no retraction"),
    ([6], (), {"lenient": ["admitted_and_pledged"]}, False, ["exemption_unfounded"], "not enough"),
    (
        [6, 7],
        (14,),
        {
            "lenient": ["retracted_before_report"],
            "aggravated": ["obstructed"],
            "factors": [2],
            "powers": [2],
        },
        True,
        [
            "other_measure_needs_basis",
            "beyond_power",
            "aggravation_overlooked",
            "same_fact_twice",
            "both_directions",
        ],
        "all else is said as of any decision",
    ),
    ([6, 7], (14,), {}, False, ["exemption_unfounded"], "it stands alone"),
    (
        [6],
        (),
        {"lenient": ["retracted_before_report"], "respondent": {"kind": "organisation"}},
        False,
        ["exemption_unfounded"],
        "an organisation is no author",
    ),
    ([6], (), {"mitigated": True}, False, ["exemption_unfounded"], "nor does Article 40"),
]


@pytest.mark.parametrize(("conduct", "given", "more", "lawful", "expected", "why"), EXEMPTION)
def test_exemption(conduct, given, more, lawful, expected, why):
    found = check(conduct, given, **more)
    assert (found["lawful"], codes(found), found["consistent"]) == (lawful, expected, []), why
    assert "terminate_pending_applications" not in found["follow_up"]


@pytest.mark.parametrize(
    ("conduct", "given", "severity", "code"),
    [
        ([1], ((5, 1), 13), "serious", "term_outside_tier"),
        ([6], (1, 2), "minor", "measure_not_in_tier"),
        ([1], (1,), "minor", "below_floor"),
        ([1], (), "major", "no_measure"),
    ],
)
def test_mitigation_turns_tier_errors_into_warnings_that_cite_article_40(
    conduct, given, severity, code
):
    found = check(conduct, given, severity=severity, mitigated=True)
    assert found["lawful"] is True
    finding = next(f for f in found["findings"] if f["code"] == code)
    assert (finding["level"], finding["citation"]["article"]) == ("warning", 40)


def test_mitigation_does_not_lift_the_register():
    found = check([1], ((5, 1),), severity="serious", mitigated=True)
    assert codes(found, "error") == ["register_missing"]
    assert found["lawful"] is False


ORGANISATION = {"respondent": {"kind": "organisation"}, "article_31": True}


def test_article_31_weighs_tiers_as_advice_and_needs_no_conduct():
    found = check([], ((5, 2), 13, 4), severity="serious", **ORGANISATION)
    assert found["lawful"] is True
    assert codes(found, "warning") == ["term_outside_tier"]
    assert found["findings"][0]["citation"]["article"] == 31
    assert found["readings"] == ["article_31_tiers"]


def test_article_31_does_not_lift_the_register():
    found = check([], ((5, 2),), severity="major", **ORGANISATION)
    assert codes(found, "error") == ["register_missing"]


def test_article_31_is_decided_by_the_superior():
    found = check([], (4,), severity="major", decided_by_itself=True, **ORGANISATION)
    assert codes(found, "error") == ["not_superior"]
    assert found["lawful"] is False
