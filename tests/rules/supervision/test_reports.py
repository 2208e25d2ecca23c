"""Reports received in the course of projects: where they go, in four steps (130号 24, 29)."""

import pytest

from rules.supervision.opinion import ReportFacts, check_report
from tests.rules.saying import said


@pytest.mark.parametrize(
    ("integrity", "organisation", "within", "routes"),
    [
        (True, False, True, ("case_221",)),
        (False, True, True, ("supervision",)),
        (True, True, True, ("case_221", "supervision")),
        (False, False, True, ("supervision",)),
        (False, True, False, ("transfer",)),
        (True, False, False, ("case_221", "transfer")),
    ],
)
def test_an_allegation_of_misconduct_also_opens_a_case(integrity, organisation, within, routes):
    answer = check_report(ReportFacts(integrity, organisation, within, handed_to="甲局"))
    assert answer.routes == routes
    case = [("info", "integrity_case", "第二十四条", None)]
    assert said(answer.outcome) == (case if integrity else [])


def test_a_report_is_registered_answered_and_handed_over():
    answer = check_report(
        ReportFacts(False, True, False, registered=False, answered=False, handed_to=" ")
    )
    assert said(answer.outcome) == [
        ("error", "report_not_registered", "第二十九条", None),
        ("error", "report_not_handed_over", "第二十九条", None),
        ("error", "report_not_answered", "第二十九条", None),
    ]
    assert [f.message for f in answer.outcome.findings] == [
        "举报还没有登记；请先登记。",
        "不在权限范围内的举报还没有移交；请移交有权的部门。",
        "举报还没有反馈；请向举报人反馈。",
    ]
    assert said(check_report(ReportFacts(False, True)).outcome) == []
    assert said(check_report(ReportFacts(False, True, False)).outcome) == [
        ("error", "report_not_handed_over", "第二十九条", None)
    ]


@pytest.mark.parametrize("integrity", [True, False])
@pytest.mark.parametrize(
    ("step", "code", "message"),
    [
        ("accepted", "report_not_accepted", "举报还没有受理；请按规定受理。"),
        ("registered", "report_not_registered", "举报还没有登记；请先登记。"),
        (
            "sorted_out",
            "report_not_sorted_out",
            "举报还没有分类处理；请分清科研失信和组织管理问题，分别处理。",
        ),
        ("answered", "report_not_answered", "举报还没有反馈；请向举报人反馈。"),
    ],
)
def test_a_report_goes_through_four_steps(integrity, step, code, message):
    answer = check_report(ReportFacts(integrity, True, **{step: False}))
    assert said(answer.outcome)[0] == ("error", code, "第二十九条", None)
    assert answer.outcome.findings[0].message == message
    assert answer.outcome.findings[0].citation.text == "按规定受理、登记、分类处理和有效反馈"
    assert [f.code for f in answer.outcome.findings[1:]] == ["integrity_case"] * integrity


def test_what_is_not_ours_is_handed_over_and_not_accepted():
    handed = ReportFacts(False, True, False, handed_to="甲局", accepted=False)
    assert said(check_report(handed).outcome) == []
