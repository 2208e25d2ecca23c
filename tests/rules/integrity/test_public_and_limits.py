"""Gatekeeping （七）, what the public is told （二十六）, limits of 鲁科字〔2025〕3号."""

from datetime import date

import pytest

from rules.context import default_context
from rules.errors import InstrumentNotInForce, UnknownCode
from rules.integrity.exchange import LIMITS, LimitFacts, check_limit
from rules.integrity.gatekeeping import ASPECTS, LEADERS, GatekeepingFacts, check_gatekeeping
from rules.integrity.publicity import PublicCaseFacts, check_public_case
from rules.law import EXCHANGE_3, O2018, S84
from tests.rules.saying import said

CONTEXT = default_context()
ON = date(2026, 3, 2)
BEFORE, AFTER = date(2026, 3, 1), date(2026, 3, 3)
ALL = frozenset(ASPECTS)
GATE = "对重要论文等科研成果的署名、研究数据真实性、实验可重复性等进行诚信审核和学术把关"


def test_three_aspects_are_looked_at():
    assert dict(ASPECTS) == {
        "authorship": "署名",
        "data": "研究数据真实性",
        "repeatability": "实验可重复性",
    }
    for leader in LEADERS:
        for breach in (True, False):
            assert said(check_gatekeeping(GatekeepingFacts(leader, ALL, breach))) == []
    nothing = check_gatekeeping(GatekeepingFacts("tutor", frozenset()))
    assert nothing.allowed
    assert said(nothing) == [
        ("warning", f"gatekeeping_{name}_missing", "（七）", None) for name in ASPECTS
    ]
    for name, label in ASPECTS.items():
        (one,) = check_gatekeeping(GatekeepingFacts("tutor", ALL - {name})).findings
        assert one.message == (f"没有对{label}进行诚信审核和学术把关；请补做并记录，或说明理由。")
        assert (one.citation.instrument, one.citation.text) == (O2018, GATE)


@pytest.mark.parametrize(
    ("leader", "label"),
    [("project_leader", "项目（课题）负责人"), ("tutor", "研究生导师")],
)
def test_a_leader_who_did_not_look_may_be_named_in_the_finding(leader, label):
    found = check_gatekeeping(GatekeepingFacts(leader, ALL - {"data"}, breach=True))
    assert said(found) == [
        ("warning", "gatekeeping_data_missing", "（七）", None),
        ("info", "leader_responsibility", "（七）", None),
    ]
    assert found.findings[1].message == (
        f"成果中有科研失信行为，把关有缺；可以在认定中写明{label}的责任，是否处理依221号另行认定。"
    )
    assert found.findings[1].citation.text == "加强对项目（课题）成员、学生的科研诚信管理"


@pytest.mark.parametrize(
    ("facts", "where", "message"),
    [
        (GatekeepingFacts("dean", ALL), "leader", "负责人没有“dean”"),
        (GatekeepingFacts("tutor", ALL | {"style"}), "checked", "把关的内容没有“style”"),
    ],
)
def test_codes_of_gatekeeping(facts, where, message):
    with pytest.raises(UnknownCode) as refused:
        check_gatekeeping(facts)
    assert (refused.value.where, refused.value.message) == (where, message)


UNPUBLISHED = ("warning", "result_unpublished", "（二十六）", None)
NOT_TAKEN_UP = ("warning", "public_matter_not_taken_up", "（二十六）", None)


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        ({}, []),
        ({"effective": BEFORE}, [UNPUBLISHED]),
        ({"effective": ON}, []),
        ({"effective": AFTER}, []),
        ({"effective": BEFORE, "published": AFTER}, [UNPUBLISHED]),
        ({"effective": BEFORE, "published": ON}, []),
        ({"effective": BEFORE, "published": BEFORE}, []),
        ({"taken_up": False}, [NOT_TAKEN_UP]),
        ({"taken_up": False, "effective": BEFORE}, [NOT_TAKEN_UP, UNPUBLISHED]),
    ],
)
def test_what_the_public_follows_is_taken_up_and_published(given, rows):
    outcome = check_public_case(PublicCaseFacts(ON, True, **given))
    assert said(outcome) == rows and outcome.allowed
    assert said(check_public_case(PublicCaseFacts(ON, False, **given))) == []
    sentences = {
        "result_unpublished": (
            "处理决定已于2026-03-01生效，调查处理结果还没有公布；请及时公布，或说明理由。",
            "及时公布调查处理结果",
        ),
        "public_matter_not_taken_up": (
            "社会舆论广泛关注的事件还没有采取措施；请及时调查处理，或说明理由。",
            "对社会舆论广泛关注的科研诚信事件，当事人所在单位和行业主管部门要及时采取措施调查处理",
        ),
    }
    for one in outcome.findings:
        assert (one.message, one.citation.text) == sentences[one.code]


REPORTED = ("info", "limit_reported", "第十九条", None)
NO_RECORD = ("info", "limit_is_no_record", "第三条", None)
NO_END = ("warning", "limit_without_end", "第十六条、第二十六条、第二十八条", None)


@pytest.mark.parametrize("limit", ["restricted", "cancelled"])
@pytest.mark.parametrize(
    ("until", "of_misconduct", "rows"),
    [
        (AFTER, True, [REPORTED]),
        (ON, True, [REPORTED]),
        (BEFORE, True, [NO_END]),
        (None, True, [NO_END]),
        (AFTER, False, [NO_RECORD]),
        (None, False, [NO_END, NO_RECORD]),
    ],
)
def test_a_limit_for_a_stage_has_an_end_and_is_filed_as_misconduct_alone(
    limit, until, of_misconduct, rows
):
    outcome = check_limit(LimitFacts(ON, limit, until, of_misconduct), CONTEXT)
    assert said(outcome) == rows and outcome.allowed
    assert outcome.readings == ("excerpt_in_force",)
    words = {"restricted": "阶段性限制相关单位申报资格", "cancelled": "阶段性取消申报资格"}
    sentences = {
        "limit_without_end": (
            "阶段性的限制没有写明截止日期，或者截止日期已过；请写明。",
            EXCHANGE_3,
            words[limit],
        ),
        "limit_reported": (
            "有期限的限制或取消申报资格，以科研失信处理决定作出的，也依84号第十九条汇交；"
            "请一并办理。",
            S84,
            "一定期限禁止承担或者参与科技计划（专项、基金）项目等财政性资金支持的科学技术活动以及"
            "一定期限取消相关资格处理的",
        ),
        "limit_is_no_record": (
            "没有认定科研失信的，不汇交，也不记为失信；发现失信线索的，请另行登记调查。",
            S84,
            "违反科学研究行为准则与规范、财政科研项目资金管理等相关规定的行为",
        ),
    }
    for one in outcome.findings:
        quoted = (one.message, one.citation.instrument, one.citation.text)
        assert quoted == sentences[one.code]


def test_limits_that_cannot_be_asked_about():
    assert list(LIMITS) == ["restricted", "cancelled"]
    with pytest.raises(UnknownCode) as refused:
        check_limit(LimitFacts(ON, "paused", None, False), CONTEXT)
    assert (refused.value.where, refused.value.message) == ("limit", "阶段性限制没有“paused”")
    for on in (date(2025, 12, 30), date(2029, 11, 1)):
        with pytest.raises(InstrumentNotInForce):
            check_limit(LimitFacts(on, "cancelled", None, False), CONTEXT)
    assert check_limit(LimitFacts(date(2025, 12, 31), "cancelled", None, False), CONTEXT).allowed
