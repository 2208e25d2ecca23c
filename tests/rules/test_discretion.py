"""The discretion benchmark: it proposes inside the law, says why, and never binds."""

from dataclasses import replace
from datetime import date

import pytest

from rules.benchmark import Cuts
from rules.codes import AGGRAVATED, FACTORS, LENIENT, Aggravated, Lenient
from rules.context import default_context
from rules.discretion import (
    Band,
    DiscretionFacts,
    GradedFactor,
    Proposal,
    check_benchmark,
    departure,
    propose,
)
from rules.discretion.bands import part, whole
from rules.errors import (
    ConductMissing,
    FactsContradict,
    InstrumentNotInForce,
    UnknownCode,
)
from rules.law import N221, cite
from rules.outcome import Level
from rules.sanctions import MeasureFact, SanctionFacts, TermRange
from tests.rules.weighing import (
    BENCHMARK,
    CONTEXT,
    HEAVIEST,
    MAJOR,
    MINOR,
    NONE,
    ON,
    SERIOUS,
    VERSION,
    WORST,
    codes,
    facts,
    proposed,
)

CORRECTED, ADMITTED = Lenient.CORRECTED_BEFOREHAND, Lenient.ADMITTED_AND_PLEDGED
ORGANISED, DENIED = Aggravated.ORGANISED, Aggravated.DENIED_DESPITE_PROOF


# Grades of the factors of Article 30, kinds of conduct of Article 2, score, severity.
# The example's lines: 8, 18 and 30 points.
WEIGHED = [
    (NONE, (6,), 0, MINOR),
    ((1, 0, 1, 0, 0, 0), (6,), 7, MINOR),
    ((1, 1, 0, 0, 0, 0), (6,), 8, MAJOR),
    ((1, 1, 3, 0, 0, 0), (6,), 17, MAJOR),
    ((1, 1, 3, 0, 0, 1), (6,), 18, SERIOUS),
    ((3, 2, 3, 0, 0, 0), (6,), 29, SERIOUS),
    ((3, 2, 3, 0, 0, 1), (6,), 30, WORST),
    (HEAVIEST, (6,), 46, WORST),
    # Article 32's last paragraph: items 1 to 5 of Article 2 are never minor.
    *[(NONE, (item,), 0, MAJOR) for item in (1, 2, 3, 4, 5)],
    *[(NONE, (item,), 0, MINOR) for item in (6, 7, 8)],
    ((1, 1, 3, 0, 0, 1), (1,), 18, SERIOUS),
]


@pytest.mark.parametrize(("grades", "conduct", "score", "severity"), WEIGHED)
def test_the_points_lead_to_a_severity_and_never_below_the_floor(grades, conduct, score, severity):
    found = proposed(grades, conduct)
    assert (found.score, found.severity) == (score, severity)


# Where the example parts the ranges: 1-12-24-35 months, 36-44-52-60, 61-84-120 and on.
LEANING = [
    (MAJOR, (), (), (13, 24)),
    (MAJOR, (CORRECTED,), (), (1, 12)),
    (MAJOR, (), (ORGANISED,), (25, 35)),
    (MAJOR, (CORRECTED,), (ORGANISED,), (1, 35)),
    (SERIOUS, (), (), (45, 52)),
    (SERIOUS, (CORRECTED, ADMITTED), (), (36, 44)),
    (SERIOUS, (), (ORGANISED, DENIED), (53, 60)),
    (SERIOUS, (CORRECTED,), (ORGANISED,), (36, 60)),
    (WORST, (), (), (85, 120)),
    (WORST, (CORRECTED,), (), (61, 84)),
    (WORST, (), (ORGANISED,), (121, None)),
    (WORST, (CORRECTED,), (ORGANISED,), (61, None)),
    (MINOR, (CORRECTED,), (ORGANISED,), None),
]
GRADES = {
    MINOR: NONE,
    MAJOR: (1, 1, 0, 0, 0, 0),
    SERIOUS: (1, 1, 3, 0, 0, 1),
    WORST: HEAVIEST,
}


@pytest.mark.parametrize(("severity", "lenient", "aggravated", "band"), LEANING)
def test_reasons_for_less_or_more_stay_within_the_range_of_the_severity(
    severity, lenient, aggravated, band
):
    found = proposed(GRADES[severity], lenient=lenient, aggravated=aggravated)
    assert (found.severity, found.band) == (severity, band)


@pytest.mark.parametrize(
    ("term", "band"),
    [
        (TermRange(over=0, under=3), (1, 35)),
        (TermRange(from_=3, to=5), (36, 60)),
        (TermRange(over=5), (61, None)),
        (TermRange(under=3), (1, 35)),
    ],
)
def test_a_range_of_article_32_in_whole_months(term, band):
    assert whole(term) == band


# The months 1 to 35 parted where a benchmark for a longer range would part them.
NARROWER = [
    (Cuts(12, 24), (12, 23), (1, 11), (24, 35)),
    (Cuts(24, 48), (24, 34), (1, 23), (35, 35)),
    (Cuts(40, 50), (35, 35), (1, 34), (35, 35)),
]


@pytest.mark.parametrize(("cuts", "ordinary", "lower", "upper"), NARROWER)
def test_a_part_ends_where_the_range_in_force_ends(cuts, ordinary, lower, upper):
    tier = Band(1, 35)
    assert part(tier, cuts, lenient=False, aggravated=False) == ordinary
    assert part(tier, cuts, lenient=True, aggravated=False) == lower
    assert part(tier, cuts, lenient=False, aggravated=True) == upper
    assert part(tier, cuts, lenient=True, aggravated=True) == tier


def test_every_step_is_said_with_its_article_and_its_clause_of_the_benchmark():
    found = proposed(NONE, (1,), lenient=(CORRECTED,), aggravated=(DENIED,))
    weigh = cite(N221, 30, "对科研失信行为情节轻重的判定应考虑以下因素")
    floor = "存在本规则第二条第一至第五项规定情形之一的，处理不应低于前款第二项规定的尺度"
    within = "在本规则规定的科研失信行为应受到的处理幅度以内"
    assert [
        (reason.finding.code, reason.finding.citation, reason.clause) for reason in found.reasons
    ] == [
        *[
            ("factor_graded", FACTORS[i].citation, f"第四条第{n}项")
            for i, n in enumerate("一二三四五六", 1)
        ],
        ("severity_proposed", cite(N221, 32, item=1), "第五条"),
        ("floor_applied", cite(N221, 32, floor), None),
        ("lenient", LENIENT[CORRECTED].citation, None),
        ("aggravated", AGGRAVATED[DENIED].citation, None),
        ("both_directions", cite(N221, 50, within, item=6), None),
        ("band_proposed", cite(N221, 32, "期限为3年以内", item=2), "第六条"),
        ("not_binding", weigh, None),
    ]
    assert found.outcome.readings == ("G12",)
    assert [finding.message for finding in found.findings[6:]] == [
        "合计0分（至多46分），建议认定为情节较轻",
        "存在第二条第一至第五项情形，建议不低于情节较重",
        "有“在调查处理前主动纠正错误，挽回损失或有效阻止危害结果发生的”，可在幅度以内从轻",
        "有“证据确凿、事实清楚而拒不承认错误的”，应在幅度以内从重",
        "从轻和从重情形并存，建议为整个幅度，两方面理由均应写明",
        "涉及取消或禁止期限的，建议为1个月至2年11个月",
        "本建议不具约束力，情节和期限由人判定",
    ]


@pytest.mark.parametrize(
    ("circumstances", "said"),
    [
        ({"lenient": (CORRECTED,)}, ["lenient"]),
        ({"aggravated": (DENIED,)}, ["aggravated"]),
        ({}, []),
    ],
)
def test_only_where_both_directions_stand_is_it_said(circumstances, said):
    expected = ["factor_graded"] * 6 + ["severity_proposed", "floor_applied", *said]
    assert codes(proposed(NONE, (1,), **circumstances)) == [
        *expected,
        "band_proposed",
        "not_binding",
    ]


def test_the_points_of_a_factor_are_its_grade_times_its_weight():
    said = [finding.message for finding in proposed((2, 1, 0, 2, 3, 1)).findings[:6]]
    assert said == [
        "第三十条第一项因素为“明显偏离”，计8分",
        "第三十条第二项因素为“有隐瞒”，计4分",
        "第三十条第三项因素为“无”，计0分",
        "第三十条第四项因素为“三次以上”，计6分",
        "第三十条第五项因素为“拒不承认或不配合”，计6分",
        "第三十条第六项因素为“有”，计1分",
    ]


def test_a_range_without_end_is_said_so():
    said = proposed(HEAVIEST, aggravated=(ORGANISED,)).findings[-2].message
    assert said == "涉及取消或禁止期限的，建议为10年1个月及以上"


def test_each_factor_is_answered_before_a_severity_is_proposed():
    found = proposed((0, None, 1, 0, None, 0), (1,))
    assert (found.severity, found.band, found.score) == (None, None, None)
    assert codes(found) == ["factor_graded"] * 4 + ["factor_not_graded"] * 2
    asked = found.findings[4:]
    assert [finding.citation for finding in asked] == [FACTORS[2].citation, FACTORS[5].citation]
    assert asked[0].message == "请判定第三十条第二项因素的等级（没有的选第一级）"
    assert (found.benchmark, found.version) == (BENCHMARK, VERSION)


@pytest.mark.parametrize(("context", "on"), [(default_context(), ON), (CONTEXT, date(2024, 6, 30))])
def test_without_a_benchmark_in_force_a_person_weighs_alone(context, on):
    found = propose(facts(NONE, on=on), context)
    assert (found.severity, found.band, found.score) == (None, None, None)
    assert codes(found) == ["no_benchmark"]
    assert found.findings[0].citation.article == 30
    assert found.as_json()["benchmark"] is None
    assert found.as_json()["most"] is None


def test_a_benchmark_without_a_version_in_force_is_no_source():
    assert Proposal(None, None, None, (), BENCHMARK).as_json()["benchmark"] is None
    assert proposed(NONE).as_json()["benchmark"] == {
        "organisation": BENCHMARK.organisation,
        "title": BENCHMARK.title,
        "version": "2024年版",
    }


def test_the_version_of_the_day_holds():
    heavier = replace(
        VERSION,
        name="2025年版",
        since=date(2025, 1, 1),
        thresholds={MAJOR: 1, SERIOUS: 2, WORST: 3},
    )
    both = check_benchmark(replace(BENCHMARK, versions=(VERSION, heavier)))
    context = CONTEXT.with_benchmark(both)
    grades = (0, 0, 1, 0, 0, 0)
    days = (date(2024, 7, 1), date(2024, 12, 31), date(2025, 1, 1))
    found = [propose(facts(grades, on=day), context) for day in days]
    assert [one.severity for one in found] == [MINOR, MINOR, WORST]
    assert [one.as_json()["benchmark"]["version"] for one in found] == [
        "2024年版",
        "2024年版",
        "2025年版",
    ]


def decision(severity, *measures):
    return SanctionFacts(ON, (1,), measures, severity=severity)


def departures(proposal, *given_):
    return departure(proposal, decision(*given_), CONTEXT)


def test_a_decision_may_depart_and_is_only_asked_for_its_reason():
    proposal = proposed(GRADES[SERIOUS], (1,))
    other = departures(proposal, MAJOR, MeasureFact(5, years=1))
    assert [(f.level, f.code, f.citation.article) for f in other] == [
        (Level.INFO, "departs_from_proposal", 30)
    ]
    assert other[0].message == "决定的情节为情节较重，裁量基准建议为情节严重，请记录理由"
    inside = (MeasureFact(5, months=45), MeasureFact(7, months=52), MeasureFact(9))
    assert departures(proposal, SERIOUS, *inside, MeasureFact(10, years=9), MeasureFact(13)) == ()
    outside = departures(proposal, SERIOUS, MeasureFact(7, months=53), MeasureFact(5, months=44))
    assert [(f.level, f.code, f.citation.article) for f in outside] == [
        (Level.INFO, "departs_from_band", 50)
    ] * 2
    assert [f.message for f in outside] == [
        "第五项措施的期限为3年8个月，裁量基准建议为3年9个月至4年4个月，请记录理由",
        "第七项措施的期限为4年5个月，裁量基准建议为3年9个月至4年4个月，请记录理由",
    ]


def test_nothing_departs_from_what_is_not_proposed_or_not_decided():
    term = MeasureFact(5, years=4)
    assert departures(proposed((None,) * 6, (1,)), SERIOUS, term) == ()
    assert departures(proposed(GRADES[MAJOR], (1,)), None, term) == ()
    assert departures(proposed(NONE), MINOR, MeasureFact(1), term) == ()


def test_a_permanent_ban_lies_in_a_range_without_end_alone():
    forever = MeasureFact(5, permanent=True)
    heavier = proposed(HEAVIEST, (1,), aggravated=(ORGANISED,))
    assert departures(heavier, WORST, forever) == ()
    assert len(departures(proposed(HEAVIEST, (1,)), WORST, forever)) == 1


WRONG_FACTS = [
    (facts(NONE, (9,)), UnknownCode, "conduct.0", "第二条没有“9”"),
    (facts(NONE, ()), ConductMissing, "conduct", "应至少写明第二条规定的一种情形"),
    (facts(NONE, lenient=("kind",)), UnknownCode, "lenient.0", "第三十四条没有“kind”"),
    (facts(NONE, aggravated=("rude",)), UnknownCode, "aggravated.0", "第三十五条没有“rude”"),
    (facts((0,) * 7), UnknownCode, "grades.6.item", "第三十条没有“7”"),
    (facts((0, 0, 0, 3)), UnknownCode, "grades.3.grade", "裁量基准的等级中没有“3”"),
    (facts((0, -1)), UnknownCode, "grades.1.grade", "裁量基准的等级中没有“-1”"),
    (facts(NONE, on=date(2022, 8, 24)), InstrumentNotInForce, "on", "国科发监〔2022〕221号在"),
    (
        DiscretionFacts(ON, (1,), (GradedFactor(1, 0), GradedFactor(1, 1))),
        FactsContradict,
        "grades.1.grade",
        "同一因素判定了两个等级",
    ),
]


@pytest.mark.parametrize(("given_", "kind", "where", "words"), WRONG_FACTS)
def test_what_cannot_be_weighed_is_named(given_, kind, where, words):
    with pytest.raises(kind) as refused:
        propose(given_, CONTEXT)
    assert refused.value.where == where
    assert refused.value.message.startswith(words)


def test_grades_of_another_benchmark_are_not_looked_at_without_one():
    assert codes(propose(facts((99,)), default_context())) == ["no_benchmark"]
