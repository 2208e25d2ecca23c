"""Typical cases, joint discipline and shared information (the opinions （十八）; 84号 13)."""

from itertools import product

import pytest

from rules.context import default_context
from rules.law import N221, O2018, S84
from rules.procedure.disclosure import (
    JointDisciplineFacts,
    PublicationFacts,
    check_joint_discipline,
    check_publication,
)
from rules.procedure.participation import JointInquiryFacts, check_joint_inquiry
from tests.rules.saying import said

NATIONAL, PROVINCE = default_context(), default_context((N221, S84))
TYPICAL = ("info", "typical_case_published", "（十八）", None)
RECOGNISABLE = ("warning", "typical_case_identifiable", "第四十六条", None)


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        ((True, False, False, False), [TYPICAL]),
        ((True, False, False, False, True), [RECOGNISABLE, TYPICAL]),
        ((True, True, False, False, True), [RECOGNISABLE, TYPICAL]),
        ((True, False, True, False, True), [RECOGNISABLE, TYPICAL]),
        ((True, True, True, False, True), [TYPICAL]),
        (
            (False, False, False, False),
            [("error", "published_before_effect", "（十九）", None), TYPICAL],
        ),
        (
            (True, False, False, True),
            [("error", "personal_data_published", "第四十六条", None), TYPICAL],
        ),
    ],
)
def test_a_typical_case_is_closed_and_nobody_is_recognised_in_it(
    given: tuple[bool, ...], rows: list[tuple[str, ...]]
) -> None:
    outcome = check_publication(PublicationFacts("typical_case", *given))
    assert said(outcome) == rows
    told = outcome.findings[-1]
    assert told.citation is not None
    assert told.citation.instrument == O2018
    assert told.citation.text == "及时曝光违背科研诚信要求的典型案例，开展警示教育"
    assert told.message == (
        "处理决定生效的典型案例，可以曝光，开展警示教育；请写明教训，不写与此无关的内容。"
    )
    for finding in outcome.warnings:
        assert finding.message == (
            "典型案例可以推知被处理人，处理决定没有在此范围给予公开通报；"
            "请隐去姓名、单位和题目，或说明依据。"
        )
        assert finding.citation is not None
        assert finding.citation.text.startswith("调查处理应保护举报人、被举报人")


@pytest.mark.parametrize("basis", ["measure_2", "result", "major_incident"])
def test_a_result_may_name_whom_the_decision_is_about(basis: str) -> None:
    plain = PublicationFacts(basis, True, True, True, False)
    named = PublicationFacts(basis, True, True, True, False, True)
    assert said(check_publication(named)) == said(check_publication(plain))


@pytest.mark.parametrize(("concern", "several"), [*product((True, False), repeat=2)])
def test_under_84_the_gravest_are_disciplined_jointly(concern: bool, several: bool) -> None:
    facts = JointDisciplineFacts(True, True, concern, several)
    assert said(check_joint_discipline(facts)) == []
    assert said(check_joint_discipline(facts, NATIONAL)) == []
    found = check_joint_discipline(facts, PROVINCE)
    due = ("info", "joint_discipline_due", "第十三条", None)
    assert said(found) == ([due] if concern or several else [])
    for told in found.findings:
        assert told.citation is not None
        assert (told.citation.instrument, told.citation.text) == (
            S84,
            "对严重失信行为主体，开展联合惩戒",
        )
        assert told.message == (
            "已引起社会普遍关注或涉及多个部门，84号第十三条要求联合惩戒；"
            "请协同有关部门共享信息、联动管理。"
        )


@pytest.mark.parametrize(
    ("recorded", "effective", "codes"),
    [
        (False, True, ["joint_discipline_without_record"]),
        (True, False, ["joint_discipline_before_effect"]),
        (False, False, ["joint_discipline_without_record", "joint_discipline_before_effect"]),
    ],
)
def test_nobody_else_is_disciplined_jointly_under_84(
    recorded: bool, effective: bool, codes: list[str]
) -> None:
    facts = JointDisciplineFacts(recorded, effective, True, True)
    assert [row[1] for row in said(check_joint_discipline(facts, PROVINCE))] == codes


@pytest.mark.parametrize(
    ("concern", "units", "triggered"),
    [(False, 1, False), (True, 1, True), (False, 2, True), (True, 2, True)],
)
def test_under_84_what_is_known_is_shared_where_a_joint_inquiry_is_possible(
    concern: bool, units: int, triggered: bool
) -> None:
    facts = JointInquiryFacts("natural", concern, units, joint=False)
    possible = [("info", "joint_inquiry_possible", "第五条", None)] * triggered
    shared = [("info", "integrity_information_shared", "第十三条", None)] * triggered
    assert said(check_joint_inquiry(facts)) == possible
    assert said(check_joint_inquiry(facts, NATIONAL)) == possible
    found = check_joint_inquiry(facts, PROVINCE)
    assert said(found) == [*possible, *shared]
    for told in found.findings[1:]:
        assert told.citation is not None
        assert told.citation.instrument == S84
        assert told.message == (
            "无论是否联合调查，84号第十三条要求诚信信息共享应用、联动管理；请与有关部门协同推动。"
        )
