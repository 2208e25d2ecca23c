"""What check-sanctions says, in which order, and which words of the law it quotes."""

import pytest

from rules.sanctions import MeasureFact, Respondent, SanctionFacts, check_sanctions
from rules.sanctions.case import PERMANENT
from rules.sanctions.findings import TierFindings, length, same_fact, same_fact_refused, span
from rules.sanctions.tables import (
    APPLIED,
    ARTICLE_31,
    FLOOR_KEPT,
    MITIGATED,
    STRICT,
    members,
    table,
)
from tests.rules.proof import ON, ORGANISATION, USUAL, context

M = MeasureFact


def decision(conduct, *measures, **more):
    return SanctionFacts(ON, tuple(conduct), measures, **more)


SAYINGS = [
    # reading and value, decision, the message
    (
        {},
        decision([1], M(1), severity="minor"),
        "存在第二条第一至第五项情形，处理不得低于情节较重的尺度",
    ),
    (
        {},
        decision([1], M(1), severity="minor", mitigated=True),
        "存在第二条第一至第五项情形，处理不得低于情节较重的尺度（减轻处理，须说明理由）",
    ),
    ({}, decision([6], M(1), M(2), severity="minor"), "情节较轻的，不适用第二项措施"),
    (
        {},
        decision([1], M(1), severity="serious"),
        "没有给予情节严重应给予的任何措施（第二、四、五、六、七、八、九、十、十二、十三项）",
    ),
    (
        {},
        decision([1], M(5, years=2, months=6), M(13), severity="serious"),
        "第五项措施的期限为2年6个月，不在情节严重的期限幅度内",
    ),
    (
        {},
        decision([1], M(7, months=11), M(13), severity="serious"),
        "第七项措施的期限为11个月，不在情节严重的期限幅度内",
    ),
    (
        {},
        decision([1], M(10, years=1), M(13), severity="serious"),
        "第十项措施的期限为1年，不在情节严重的期限幅度内，请核对",
    ),
    (
        {},
        decision([1], M(10, permanent=True), M(13), severity="major"),
        "第十项措施的期限为永久，不在情节较重的期限幅度内，请核对",
    ),
    (
        {},
        decision([1], M(10), M(7), severity="major"),
        "给予第七、十项措施的，应同时给予第十三项（记入数据库）措施",
    ),
    (
        {},
        decision([1], M(1), M(2), severity="major"),
        "第三十二条对情节较重、严重和特别严重的未列第一项措施，与其他措施并用须说明理由",
    ),
    (
        {"C6": "refuse"},
        decision([1], M(11), M(2), severity="major"),
        "第三十二条对情节较重、严重和特别严重的未列第十一项措施，按所采用的解读不得并用",
    ),
    (
        {},
        decision([1], M(2), powers=(), severity="major"),
        "第二项措施不在本单位的处理权限内，应提请有权限的单位处理",
    ),
    (
        {},
        decision([1], M(7), respondent=ORGANISATION, powers=(7,)),
        "给予第七项措施的，应同时给予第十三项（记入数据库）措施",
    ),
    (
        {},
        decision([1], M(12), respondent=ORGANISATION),
        "第十二项措施通常针对自然人，对单位适用请核对",
    ),
    (
        {"organisation_measures": "refuse"},
        decision([1], M(12), respondent=ORGANISATION),
        "第十二项措施针对自然人，按所采用的解读不得对单位适用",
    ),
    ({}, decision([1], M(9), M(13)), "第九项措施为一定期限的措施，未写明期限"),
    (
        {},
        decision([1], M(9, permanent=True), M(13)),
        "第九项措施为永久的，规则未明文规定，须写明其他依据",
    ),
    (
        {"permanent_ban": "refuse"},
        decision([1], M(9, permanent=True), M(13), severity="especially_serious"),
        "第九项措施为永久的，按所采用的解读不得永久，应写明期限",
    ),
    ({}, decision([1], M(14), M(2)), "第十四项措施（其他处理）不在任何一档之内，须写明其他依据"),
    ({}, decision([6]), "免予处理只限于论文作者在被举报前主动撤稿且未造成较大负面影响"),
    (
        {},
        decision([1], lenient=("retracted_before_report",)),
        "存在第二条第一至第五项情形，免予处理低于第三十二条第二项规定的尺度，须说明理由",
    ),
    (
        {"G14": "never"},
        decision([1], lenient=("retracted_before_report",)),
        "存在第二条第一至第五项情形，按所采用的解读不得免予处理",
    ),
    (
        {},
        decision([1], M(5, years=3), M(13), severity="serious", aggravated=("obstructed",)),
        "有应从重情形而无从轻情形，各项期限却均为该档下限",
    ),
    (
        {"G12": "aggravation_shown"},
        decision(
            [1],
            M(5, years=3),
            M(13),
            severity="serious",
            aggravated=("obstructed",),
            lenient=("corrected_beforehand",),
        ),
        "有应从重情形，各项期限却均为该档下限，虽有从轻情形也须说明从重如何体现",
    ),
    (
        {},
        decision([1, 7], M(2)),
        "认定了不止一种科研失信行为，未写明同时存在多种科研失信行为的从重情形",
    ),
    (
        {},
        decision([1], M(2), lenient=("corrected_beforehand",), aggravated=("obstructed",)),
        "从轻和从重情形并存，两方面理由均应写明",
    ),
    (
        {},
        decision([1], M(2), factors=(2,), aggravated=("obstructed",)),
        "第三十条第二项因素与第三十五条第二项情形可能是同一事实，须说明理由",
    ),
    (
        {"same_fact_twice": "refuse"},
        decision([1], M(2), factors=(4,), aggravated=("repeated_or_multiple",)),
        "第三十条第四项因素与第三十五条第六项情形可能是同一事实，按所采用的解读只能取其一",
    ),
]


@pytest.mark.parametrize(("read", "given", "message"), SAYINGS)
def test_what_is_said(read, given, message):
    assert check_sanctions(given, context(**read)).findings[0].message == message


def test_an_organisation_is_spoken_of_as_such():
    given = SanctionFacts(ON, (), (M(1),), ORGANISATION, article_31=True, severity="major")
    found = check_sanctions(given, USUAL)
    assert found.findings[0].message.endswith("十三项）（对单位的处理，参照）")
    own = SanctionFacts(
        ON, (), (M(2),), ORGANISATION, article_31=True, severity="major", decided_by_itself=True
    )
    (finding,) = check_sanctions(own, USUAL).findings
    assert finding.message == "单位自身实施或包庇的，由其主管部门处理，不能由该单位自行决定"
    assert finding.citation.text == (
        "主管部门应依据相关法律法规等规定，撤销该机构或单位因此获得的相关利益"
    )


def test_findings_come_in_the_order_of_the_decision():
    """Coupling, severity, lighter measures, terms, basis, powers, respondent, circumstances."""
    given = decision(
        [1, 2],
        M(14),
        M(9),
        M(5, years=1),
        M(1),
        M(10, years=1),
        severity="serious",
        powers=(1, 5, 9, 10),
        respondent=Respondent("organisation"),
        factors=(2, 4),
        aggravated=("obstructed", "tampered_with_evidence"),
        lenient=("corrected_beforehand",),
    )
    assert [f.code for f in check_sanctions(given, USUAL).findings] == [
        "register_missing",
        "term_outside_tier",
        "lighter_measure_added",
        "term_not_stated",
        "term_of_10_outside_tier",
        "other_measure_needs_basis",
        "beyond_power",
        "unusual_for_organisation",
        "unusual_for_organisation",
        "aggravation_overlooked",
        "same_fact_twice",
        "same_fact_twice",
        "both_directions",
    ]
    lightest = decision([1], M(4), M(2), severity="minor")
    assert [f.message[:6] for f in check_sanctions(lightest, USUAL).findings] == [
        "存在第二条第",
        "情节较轻的，",
        "情节较轻的，",
        "没有给予情节",
    ]


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ((4,), "第四项"),
        ((1, 2), "第一、二项"),
        ((3, 4, 5), "第三至第五项"),
        ((1, 2, 3, 4, 5), "第一至第五项"),
        ((1, 3), "第一、三项"),
        ((1, 2, 4), "第一、二、四项"),
    ],
)
def test_three_items_in_a_row_are_said_as_from_and_to(items, words):
    assert span(items) == words


def test_the_items_of_a_set_are_one_to_fourteen():
    assert members(0b1111_1111_1111_1111) == tuple(range(1, 15))
    assert members(1 << 14 | 1 << 1) == (1, 14)


@pytest.mark.parametrize(
    ("months", "words"),
    [(1, "1个月"), (11, "11个月"), (12, "1年"), (30, "2年6个月"), (PERMANENT, "永久")],
)
def test_a_length_in_words(months, words):
    assert length(months) == words


FLOOR = "存在第二条第一至第五项情形，处理不得低于情节较重的尺度"
WEIGHED = [
    # how Article 32 weighs, then the level, what is added, the article, the reading
    (STRICT, "error", "", 32, None),
    (APPLIED, "error", "", 32, "article_31_tiers"),
    (FLOOR_KEPT, "error", "", 32, "G13"),
    (MITIGATED, "warning", "（减轻处理，须说明理由）", 40, "G13"),
    (ARTICLE_31, "warning", "（对单位的处理，参照）", 31, "article_31_tiers"),
]


@pytest.mark.parametrize(("mode", "level", "added", "article", "reading"), WEIGHED)
def test_how_much_article_32_weighs(mode, level, added, article, reading):
    made = TierFindings(table(USUAL, ON))
    for finding, words in (
        (made.below_floor(mode), FLOOR),
        (made.not_in_tier(2, mode), "情节较轻的，不适用第二项措施"),
        (made.no_measure(0, mode), "没有给予情节较轻应给予的任何措施（第一、三、十一项）"),
        (made.outside(7, 30, 2, mode), "第七项措施的期限为2年6个月，不在情节严重的期限幅度内"),
        (made.outside(10, 30, 1, mode), "第十项措施的期限为2年6个月，不在情节较重的期限幅度内"),
    ):
        assert (finding.level, finding.message) == (level, words + added)
        assert (finding.citation.article, finding.reading) == (article, reading)


def test_what_is_made_once_is_made_of_what_it_is_asked_for():
    made = TierFindings(table(USUAL, ON))
    beyond = made.outside_of_10(12, 3)
    assert beyond.message == "第十项措施的期限为1年，不在情节特别严重的期限幅度内，请核对"
    assert (beyond.level, beyond.code) == ("warning", "term_of_10_outside_tier")
    assert (beyond.citation.text, beyond.reading) == (
        "期限为5年以上",
        "G9",
    )
    missing = made.register_missing(1 << 5 | 1 << 9)
    assert missing.message == "给予第五、九项措施的，应同时给予第十三项（记入数据库）措施"
    assert (missing.level, missing.code, missing.citation.article) == (
        "error",
        "register_missing",
        29,
    )
    barred, reason = made.exemption_barred, made.exemption_needs_reason
    assert (barred.level, barred.code, barred.reading) == ("error", "exemption_unfounded", "G14")
    assert barred.message == "存在第二条第一至第五项情形，按所采用的解读不得免予处理"
    assert (reason.level, reason.code, reason.reading) == (
        "warning",
        "exemption_needs_reason",
        "G14",
    )
    assert reason.message == (
        "存在第二条第一至第五项情形，免予处理低于第三十二条第二项规定的尺度，须说明理由"
    )


@pytest.mark.parametrize(
    ("made", "level", "then"),
    [
        (same_fact, "warning", "须说明理由"),
        (same_fact_refused, "error", "按所采用的解读只能取其一"),
    ],
)
def test_one_fact_counted_twice(made, level, then):
    made.cache_clear()
    found = made(4, 6)
    assert (found.level, found.code, found.reading) == (level, "same_fact_twice", "same_fact_twice")
    assert found.message == f"第三十条第四项因素与第三十五条第六项情形可能是同一事实，{then}"
    assert (found.citation.article, found.citation.item) == (35, 6)
