"""A unit that puts more conduct under the floor of Article 32: every rule that asks for the floor
answers by the unit's list, in the unit's words."""

from dataclasses import replace
from datetime import date

import pytest

from rules.discretion import propose
from rules.integrity.annex import AnnexFacts, check_annex
from rules.law import N221, cite
from rules.procedure.findings import ExemptionFacts, check_exemption
from tests.rules.unit_rules import SINCE, WORDS, loaded, parameter
from tests.rules.weighing import CONTEXT, NONE, facts

# Not in the order of the law: a list has none.
OURS = CONTEXT.with_overlays(loaded(parameter("floor.conduct", (6, 1, 2, 3, 4, 5))))
GAPPED = CONTEXT.with_overlays(loaded(parameter("floor.conduct", (1, 2, 3, 4, 5, 8))))
LAW = OURS.law(SINCE)
FLOOR = cite(
    N221, 32, "存在本规则第二条第一至第五项规定情形之一的，处理不应低于前款第二项规定的尺度"
)
NEVER = CONTEXT.with_readings(G14="never")
RETRACTED = ExemptionFacts(True, True, False, date(2026, 3, 1), date(2026, 3, 2), frozenset({6}))


def answers(outcome):
    return [(one.code, one.message) for one in outcome.findings]


def quoted(outcome):
    return {(one.citation.instrument, one.citation.text) for one in outcome.findings}


REASON = (
    "exemption_reason_missing",
    "属于第二条第一至第六项，免予处理须说明理由；请写明理由。",
)
AGAINST = (
    "exemption_against_floor",
    "第三十二条的最低尺度与第三十四条的免予处理未分先后；理由会写入决定。",
)
BARRED = (
    "exemption_barred",
    "属于第二条第一至第六项，按所采用的解读不能免予处理；请给予相应处理。",
)


@pytest.mark.parametrize(
    ("conduct", "reason", "context", "expected"),
    [
        ({6}, "", None, [REASON, AGAINST]),
        ({6}, "立即撤稿", None, [AGAINST]),
        ({6}, "立即撤稿", NEVER, [BARRED]),
        ({7}, "", None, []),
        ({7}, "", NEVER, []),
        ({7, 1}, "", None, [REASON, AGAINST]),
    ],
)
def test_an_exemption_under_the_units_floor(conduct, reason, context, expected):
    asked = replace(RETRACTED, conduct=frozenset(conduct), reason=reason)
    found = check_exemption(asked, context, LAW)
    assert answers(found) == expected
    assert quoted(found) <= {("甲大学〔2026〕1号", WORDS.words)}
    assert {one.reading for one in found.findings} <= {"G14"}


def test_by_the_law_alone_the_sixth_item_has_no_floor_and_the_fifth_has():
    assert answers(check_exemption(RETRACTED)) == []
    (missing, against) = check_exemption(replace(RETRACTED, conduct=frozenset({5}))).findings
    assert missing.message == "属于第二条第一至第五项，免予处理须说明理由；请写明理由。"
    assert (missing.citation, against.citation) == (FLOOR, FLOOR)
    (barred,) = check_exemption(replace(RETRACTED, conduct=frozenset({5})), NEVER).findings
    assert barred.message == "属于第二条第一至第五项，按所采用的解读不能免予处理；请给予相应处理。"
    assert barred.citation == FLOOR


@pytest.mark.parametrize(
    ("law", "items", "held", "free"),
    [(None, "第一至第五项", 5, 6), (LAW, "第一至第六项", 6, 7)],
)
def test_the_floor_is_held_against_somebody_only_for_conduct_that_has_one(law, items, held, free):
    asked = AnnexFacts(frozenset({"researcher"}), (), article_2=frozenset({free}), floor=True)
    (found,) = check_annex(asked, law).findings
    assert found.message == f"附件所列的行为没有认定为第二条{items}，不适用最低尺度；请先由人认定。"
    assert (found.code, found.reading) == ("floor_without_article_2", "C15")
    assert found.citation == (FLOOR if law is None else LAW["floor.conduct"].citation)
    assert check_annex(replace(asked, article_2=frozenset({held, free})), law).findings == ()


@pytest.mark.parametrize(
    ("context", "items"), [(OURS, "第一至第六项"), (GAPPED, "第一、二、三、四、五、八项")]
)
def test_the_benchmark_proposes_no_less_than_the_units_floor(context, items):
    asked = facts(NONE, (1,), on=SINCE)
    said = [one for one in propose(asked, context).findings if one.code == "floor_applied"]
    assert [one.message for one in said] == [f"存在第二条{items}情形，建议不低于情节较重"]
    assert said[0].citation == context.law(asked.on)["floor.conduct"].citation
