"""Which words of the law check-sanctions quotes."""

import pytest

from rules.codes import MEASURES
from rules.sanctions import check_sanctions
from rules.sanctions.facts import MeasureFact, SanctionFacts
from rules.sanctions.findings import BOTH_DIRECTIONS, NOT_REFLECTED_BESIDE_LENIENT
from tests.rules.proof import ON, ORGANISATION, USUAL, context

M = MeasureFact


def decision(conduct, *measures, **more):
    return SanctionFacts(ON, tuple(conduct), measures, **more)


CITED = [
    (decision([1], M(5), M(13)), "term_not_stated", MEASURES[5].citation.text),
    (
        decision([1], M(5)),
        "register_missing",
        "给予前款第五、七、九、十项处理的，应同时给予前款第十三项处理",
    ),
    (decision([1], M(1), M(2)), "lighter_measure_added", "上述处理措施可合并使用"),
    (
        decision([1], M(2), powers=()),
        "beyond_power",
        "由具有处理权限的单位按程序对被调查人作出处理决定",
    ),
    (
        decision([1], M(1), severity="minor", mitigated=True),
        "below_floor",
        "作出处理决定的单位可根据被处理人申请对其减轻处理",
    ),
    (
        SanctionFacts(ON, (), (M(1),), ORGANISATION, article_31=True, severity="major"),
        "no_measure",
        "本规则第二十九条规定的相应处理",
    ),
    (
        decision([1], M(5, years=1), M(13), severity="serious"),
        "term_outside_tier",
        "期限为3至5年",
    ),
    (
        decision([1], M(5, permanent=True), M(13)),
        "permanent_needs_basis",
        "期限为5年以上",
    ),
    (
        decision([6], lenient=("admitted_and_pledged",)),
        "exemption_unfounded",
        "论文作者在被举报前主动撤稿且未造成较大负面影响的，可从轻或免予处理",
    ),
    (
        decision([1], M(5, years=3), M(13), severity="serious", aggravated=("obstructed",)),
        "aggravation_not_reflected",
        "有下列情形之一的，应从重处理",
    ),
    (decision([1], M(14), M(2)), "other_measure_needs_basis", "（十四）其他处理。"),
    (
        decision([1, 6], M(2)),
        "aggravation_overlooked",
        "（六）多次实施科研失信行为或同时存在多种科研失信行为的；",
    ),
]


@pytest.mark.parametrize(("given", "code", "words"), CITED)
def test_the_words_quoted(given, code, words):
    found = check_sanctions(given, USUAL).findings
    assert next(f for f in found if f.code == code).citation.text == words


BOTH = decision(
    [1],
    M(5, years=3),
    M(13),
    severity="serious",
    aggravated=("obstructed",),
    lenient=("admitted_and_pledged",),
)
CITED_OTHERWISE = [
    (
        {"C6": "refuse"},
        decision([1], M(1), M(2)),
        "lighter_measure_added",
        "上述处理措施可合并使用",
    ),
    (
        {"permanent_ban": "refuse"},
        decision([1], M(5, permanent=True), M(13)),
        "permanent_needs_basis",
        "期限为5年以上",
    ),
    (
        {"G12": "aggravation_shown"},
        BOTH,
        "aggravation_not_reflected",
        "有下列情形之一的，应从重处理",
    ),
    ({}, BOTH, "both_directions", "有下列情形之一的，应从重处理"),
]


@pytest.mark.parametrize(("read", "given", "code", "words"), CITED_OTHERWISE)
def test_the_words_quoted_under_another_reading(read, given, code, words):
    found = next(f for f in check_sanctions(given, context(**read)).findings if f.code == code)
    assert found.citation.text == words
    assert found.reading in (*read, "G12")


def test_what_is_said_where_both_directions_meet_rests_on_the_reading_of_it():
    for said in (BOTH_DIRECTIONS, NOT_REFLECTED_BESIDE_LENIENT):
        assert (said.citation.place, said.reading) == ("第三十五条", "G12")
