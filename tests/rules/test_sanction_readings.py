"""What each reading changes in a decision: the usual answer beside the other."""

import pytest

from rules.law import label
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions
from tests.rules.proof import ON, ORGANISATION, USUAL, context

M = MeasureFact
SERIOUS = ("serious",)
GRAVER = ("major", "serious", "especially_serious")


def decision(conduct, *measures, **more):
    return SanctionFacts(ON, tuple(conduct), measures, **more)


def told(found):
    return [
        (f.level.value, f.code, f.citation and label(f.citation), f.reading) for f in found.findings
    ]


CHANGES = [
    # reading, its other value, decision; then findings and consistent severities usually, otherwise
    (
        "G9",
        "bind",
        decision([1], M(10, years=1), M(13), severity="serious"),
        [("warning", "term_of_10_outside_tier", "第三十二条第三项", "G9")],
        GRAVER,
        [("error", "term_outside_tier", "第三十二条第三项", "G9")],
        ("major",),
        ("G9",),
    ),
    (
        "G9",
        "bind",
        decision([1], M(10), M(13), severity="serious"),
        [],
        GRAVER,
        [("warning", "term_not_stated", "第二十九条第十项", None)],
        GRAVER,
        ("G9",),
    ),
    (
        "G9",
        "bind",
        decision([1], M(10, permanent=True), M(13)),
        [("warning", "term_of_10_outside_tier", "第三十二条第二项", "G9")],
        GRAVER,
        [],
        ("especially_serious",),
        ("G9",),
    ),
    (
        "C6",
        "refuse",
        decision([1], M(3), M(1), M(2), severity="major"),
        [("warning", "lighter_measure_added", "第二十九条", "C6")] * 2,
        GRAVER,
        [("error", "lighter_measure_added", "第二十九条", "C6")] * 2,
        (),
        ("C6",),
    ),
    (
        "C6",
        "refuse",
        decision([6], M(1), M(2)),
        [("warning", "lighter_measure_added", "第二十九条", "C6")],
        GRAVER,
        [("error", "measure_not_in_tier", "第三十二条第一项", None)],
        (),
        ("C6",),
    ),
    (
        "C6",
        "refuse",
        decision([1], M(1), M(2), severity="major", mitigated=True),
        [("warning", "lighter_measure_added", "第二十九条", "C6")],
        ("minor", *GRAVER),
        [("warning", "lighter_measure_added", "第二十九条", "C6")],
        ("minor", *GRAVER),
        ("C6",),
    ),
    (
        "G12",
        "aggravation_shown",
        decision(
            [1],
            M(5, years=3),
            M(13),
            severity="serious",
            lenient=("admitted_and_pledged",),
            aggravated=("organised",),
        ),
        [("info", "both_directions", "第三十五条", "G12")],
        SERIOUS,
        [
            ("warning", "aggravation_not_reflected", "第三十五条", "G12"),
            ("info", "both_directions", "第三十五条", "G12"),
        ],
        SERIOUS,
        ("G12",),
    ),
    (
        "G13",
        "not_below_floor",
        decision([1], M(1), severity="minor", mitigated=True),
        [("warning", "below_floor", "第四十条", "G13")],
        ("minor", *GRAVER),
        [("error", "below_floor", "第三十二条", "G13")],
        (),
        ("G13",),
    ),
    (
        "G13",
        "not_below_floor",
        decision([1], M(1), M(5, years=1), severity="serious", mitigated=True),
        [
            ("error", "register_missing", "第二十九条", None),
            ("warning", "term_outside_tier", "第四十条", "G13"),
            ("warning", "lighter_measure_added", "第二十九条", "C6"),
        ],
        (),
        [
            ("error", "register_missing", "第二十九条", None),
            ("warning", "term_outside_tier", "第四十条", "G13"),
            ("warning", "lighter_measure_added", "第二十九条", "C6"),
        ],
        (),
        ("G13", "C6"),
    ),
    (
        "G13",
        "not_below_floor",
        decision([1], M(1), severity="serious", mitigated=True),
        [("warning", "no_measure", "第四十条", "G13")],
        ("minor", *GRAVER),
        [("error", "no_measure", "第三十二条第三项", "G13")],
        (),
        ("G13",),
    ),
    (
        "G13",
        "not_below_floor",
        decision([1], M(2), severity="minor", mitigated=True),
        [
            ("warning", "below_floor", "第四十条", "G13"),
            ("warning", "measure_not_in_tier", "第四十条", "G13"),
            ("warning", "no_measure", "第四十条", "G13"),
        ],
        ("minor", *GRAVER),
        [
            ("error", "below_floor", "第三十二条", "G13"),
            ("warning", "measure_not_in_tier", "第四十条", "G13"),
            ("warning", "no_measure", "第四十条", "G13"),
        ],
        GRAVER,
        ("G13",),
    ),
    (
        "G13",
        "not_below_floor",
        decision([6], M(2), severity="minor", mitigated=True),
        [
            ("warning", "measure_not_in_tier", "第四十条", "G13"),
            ("warning", "no_measure", "第四十条", "G13"),
        ],
        ("minor", *GRAVER),
        [
            ("warning", "measure_not_in_tier", "第四十条", "G13"),
            ("warning", "no_measure", "第四十条", "G13"),
        ],
        ("minor", *GRAVER),
        ("G13",),
    ),
    (
        "G14",
        "never",
        decision([2], lenient=("retracted_before_report",)),
        [("warning", "exemption_needs_reason", "第三十二条", "G14")],
        (),
        [("error", "exemption_unfounded", "第三十二条", "G14")],
        (),
        ("G14",),
    ),
    (
        "permanent_ban",
        "refuse",
        decision([1], M(7, permanent=True), M(13), severity="especially_serious"),
        [("warning", "permanent_needs_basis", "第三十二条第四项", "permanent_ban")],
        ("especially_serious",),
        [("error", "permanent_needs_basis", "第三十二条第四项", "permanent_ban")],
        (),
        ("permanent_ban",),
    ),
    (
        "permanent_ban",
        "refuse",
        decision([1], M(10, permanent=True), M(13), severity="especially_serious"),
        [],
        GRAVER,
        [],
        GRAVER,
        (),
    ),
    (
        "article_31_tiers",
        "apply",
        decision([], M(5, years=1), M(13), severity="serious", article_31=True),
        [("warning", "term_outside_tier", "第三十一条", "article_31_tiers")],
        ("minor", *GRAVER),
        [("error", "term_outside_tier", "第三十二条第三项", "article_31_tiers")],
        ("major",),
        ("article_31_tiers",),
    ),
    (
        "article_31_tiers",
        "apply",
        decision([], M(2), severity="serious", article_31=True, mitigated=True),
        [],
        ("minor", *GRAVER),
        [],
        ("minor", *GRAVER),
        (),
    ),
    (
        "organisation_measures",
        "refuse",
        decision([1], M(8), M(13), M(2), severity="major", respondent=ORGANISATION),
        [("warning", "unusual_for_organisation", "第二十九条第八项", "organisation_measures")],
        GRAVER,
        [("error", "unusual_for_organisation", "第二十九条第八项", "organisation_measures")],
        (),
        ("organisation_measures",),
    ),
    (
        "organisation_measures",
        "refuse",
        decision([1], M(8), M(13), severity="major"),
        [],
        GRAVER,
        [],
        GRAVER,
        (),
    ),
    (
        "same_fact_twice",
        "refuse",
        decision([1], M(2), factors=(4,), aggravated=("repeated_or_multiple",)),
        [("warning", "same_fact_twice", "第三十五条第六项", "same_fact_twice")],
        GRAVER,
        [("error", "same_fact_twice", "第三十五条第六项", "same_fact_twice")],
        GRAVER,
        ("same_fact_twice",),
    ),
]


@pytest.mark.parametrize(
    ("name", "value", "given", "usually", "fits", "otherwise", "then_fits", "readings"), CHANGES
)
def test_what_a_reading_changes(name, value, given, usually, fits, otherwise, then_fits, readings):
    if given.article_31:
        given = SanctionFacts(
            ON,
            (),
            given.measures,
            ORGANISATION,
            article_31=True,
            severity=given.severity,
            mitigated=given.mitigated,
        )
    before = check_sanctions(given, USUAL)
    after = check_sanctions(given, context(**{name: value}))
    assert (told(before), before.consistent) == (usually, fits)
    assert (told(after), after.consistent) == (otherwise, then_fits)
    assert after.lawful == (not any(level == "error" for level, *_ in otherwise))
    assert set(after.readings) == set(readings)


def test_an_organisation_may_still_bear_what_any_respondent_can():
    """The reading refuses the measures for persons to an organisation, not every measure."""
    given = decision([1], M(2), M(13), severity="major", respondent=ORGANISATION)
    found = check_sanctions(given, context(organisation_measures="refuse"))
    assert (told(found), found.consistent) == ([], GRAVER)


def test_a_graver_measure_alone_stays_open_where_lighter_ones_are_refused_beside_it():
    found = check_sanctions(decision([1], M(2), severity="major"), context(C6="refuse"))
    assert (told(found), found.consistent) == ([], GRAVER)


def test_lighter_measures_are_refused_too_where_the_severities_apply_to_article_31():
    given = SanctionFacts(ON, (), (M(3), M(2)), ORGANISATION, article_31=True, severity="major")
    both = context(C6="refuse", article_31_tiers="apply")
    assert told(check_sanctions(given, both)) == [
        ("error", "lighter_measure_added", "第二十九条", "C6")
    ]
    assert told(check_sanctions(given, context(C6="refuse"))) == [
        ("warning", "lighter_measure_added", "第二十九条", "C6")
    ]


def test_the_common_answer_keeps_the_readings_that_act_without_a_finding():
    given = decision([1], M(10), M(13), severity="major", mitigated=True)
    found = check_sanctions(given, context(G13="not_below_floor"))
    assert "G13" in found.outcome.readings
    assert (told(found), found.outcome.readings) == ([], found.readings)


@pytest.mark.parametrize(
    ("read", "given", "readings"),
    [
        ({"C6": "refuse"}, decision([1], M(10), M(13), severity="major"), ()),
        ({"C6": "refuse"}, decision([1], M(2), severity="major"), ()),
        ({"C6": "refuse"}, decision([6], M(1), severity="minor"), ()),
        ({"G9": "bind"}, decision([1], M(2), M(13), severity="major"), ()),
        ({"G9": "bind"}, decision([1], M(10, years=1), M(13), severity="major"), ("G9",)),
        ({}, decision([1], M(14), M(2), severity="major"), ("G19",)),
    ],
)
def test_a_reading_is_named_only_where_it_acts(read, given, readings):
    assert check_sanctions(given, context(**read)).readings == readings


def test_the_severities_applied_to_an_organisation_are_named_without_a_finding():
    given = SanctionFacts(ON, (), (M(2),), ORGANISATION, article_31=True, severity="major")
    found = check_sanctions(given, context(article_31_tiers="apply"))
    assert (told(found), found.readings) == ([], ("article_31_tiers",))
    usual = check_sanctions(given, USUAL)
    assert (told(usual), usual.readings) == ([], ())


def test_binding_the_tenth_measure_leaves_the_others_bound():
    given = decision([1], M(5, years=1), M(10, years=1), M(13), severity="serious")
    found = check_sanctions(given, context(G9="bind"))
    assert told(found) == [
        ("error", "term_outside_tier", "第三十二条第三项", None),
        ("error", "term_outside_tier", "第三十二条第三项", "G9"),
    ]
    assert found.consistent == ("major",)
