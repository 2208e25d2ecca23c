"""What a guard only tells, and what no row of the tables says: level, place, words, reading."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rules.codes import RespondentKind
from rules.context import default_context
from rules.outcome import Outcome
from rules.procedure.appeals import AdmissionFacts, check_admission, check_third_level
from rules.procedure.applications import Pending, PendingFacts, check_pending
from rules.procedure.bases import SectorRuleFacts, check_sector_rule
from rules.procedure.clocks import check_termination
from rules.procedure.complaints import check_objection, check_objection_ruling
from rules.procedure.decisions import check_hearing
from rules.procedure.definitions import ContributionFacts, check_contribution
from rules.procedure.disclosure import (
    BreachFacts,
    PublicationFacts,
    check_breach,
    check_publication,
)
from rules.procedure.duties import ObstructionFacts, check_obstruction
from rules.procedure.evidence import check_administrative_inquiry, check_evidence_change
from rules.procedure.files import check_disposal, check_telling
from rules.procedure.findings import ExemptionFacts, check_exemption
from rules.procedure.leads import LeadFacts, check_lead, check_refusal_reason
from rules.procedure.participation import JointInquiryFacts, check_joint_inquiry
from rules.procedure.report import check_report_contents
from tests.rules.procedure import tables_decision, tables_inquiry, tables_intake
from tests.rules.procedure.test_procedure import SILENT

DAY = date(2026, 3, 9)


def under(**chosen: str):
    return default_context().with_readings(**chosen)


def row(outcome: Outcome) -> list[str]:
    """A line for each finding: level, code, place, words, and the reading if there is one."""
    return [
        " ".join(
            (
                found.level,
                found.code,
                found.citation.place,
                found.citation.text,
                *([found.reading] if found.reading else []),
            )
        )
        for found in outcome.findings
        if found.citation is not None
    ]


def guarded(tables, check: str, **changes: object) -> Outcome:
    """The answer of a guard of a table to its lawful facts with changes."""
    guard = next(one for one in tables if one.check.__name__ == check)
    return guard.check(replace(guard.lawful, **changes))


TRANSFERRED = "对上级机关和有关部门移送的，调查延期情况应向移送机关或部门报告"
SENT_BACK = "对于上级机关和有关部门移送的，应将处理决定书和调查报告报送移送单位"
ENDS = (
    "正在申报财政性资金支持的科技活动或被推荐为相关候选人、被提名人、被推荐人等的，"
    "终止其申报资格或被提名、被推荐资格"
)
SECTOR = (
    "相关主管部门已制定本行业、本领域、本系统科研失信行为调查处理规则且处理尺度不低于本规则的，"
    "可按照已有规则开展调查处理"
)
LISTED = ExemptionFacts(True, True, False, DAY, date(2026, 3, 10), frozenset({1}), "立即撤稿")
FLOOR = "存在本规则第二条第一至第五项规定情形之一的，处理不应低于前款第二项规定的尺度"
CONTRIBUTION = (
    "（三）实质学术贡献，是指对研究思路、设计以及分析解释实验研究数据等有重要贡献，"
    "起草论文或在重要的知识性内容上对论文进行关键性修改，对将要发表的版本进行最终定稿等。"
)
BREACH = "对于调查处理过程中索贿受贿、违反保密和回避制度、泄露信息的，依法依规严肃处理"
VERIFY = "对相关原始实验数据、协议、发票等证明材料和研究过程、获利情况等进行核对验证"
KEPT = "不得私自留存、隐匿、摘抄、复制或泄露问题线索和调查资料"
LAPSED = "被调查人逾期没有进行陈述或申辩的，视为放弃权利"
NO_REVIEW = replace(tables_inquiry.REPORTED, has_academic=False)

ANSWERS = [
    (
        lambda: check_pending(PendingFacts("major", (Pending("nomination", True),))),
        [f"info tell_managing_bodies 第三十三条 {ENDS}"],
    ),
    (
        lambda: check_sector_rule(SectorRuleFacts(True, "已比较")),
        [f"info sector_rule_optional 第五十二条 {SECTOR}"],
    ),
    (
        lambda: guarded(tables_inquiry.TABLES, "check_suspension", in_review=True),
        ["info review_clock_runs 第二十三条 中止的时间不计入调查时限 G11"],
    ),
    (
        lambda: guarded(tables_inquiry.TABLES, "check_suspension", earlier=1),
        ["info suspended_before 第二十三条 中止的时间不计入调查时限 G11"],
    ),
    (
        lambda: guarded(tables_inquiry.TABLES, "check_extension", transferred=True),
        [f"info report_to_transferring_body 第二十五条 {TRANSFERRED}"],
    ),
    (
        lambda: check_termination(discontinued=1, others=1),
        ["error others_remain 第二十三条 但不影响对涉及的其他被调查人的调查"],
    ),
    (
        lambda: check_termination(discontinued=0, others=0),
        ["error only_death_ends 第二十三条 调查期间被调查人死亡的，终止对其调查"],
    ),
    (
        lambda: guarded(
            tables_intake.TABLES, "check_decision_on_complaint", named=True, notified_on=None
        ),
        ["info notice_due 第十四条 并通知实名举报人"],
    ),
    (
        lambda: check_objection(" "),
        ["error objection_without_reasons 第十四条 举报人可以对不予受理提出异议并说明理由"],
    ),
    (
        lambda: check_objection_ruling(upheld=False, answer=" "),
        ["warning objection_unanswered 第十四条 异议不成立的，不予受理 G5"],
    ),
    (
        lambda: check_objection_ruling(
            upheld=True,
            answer="",
            lodged_on=date(2026, 3, 2),
            answered_on=date(2026, 3, 24),
            context=under(G5="target_15_working_days"),
        ),
        ["info objection_answer_slow 第十四条 举报人可以对不予受理提出异议并说明理由 G5"],
    ),
    (
        lambda: check_contribution(
            ContributionFacts(False, False, False, claimed=frozenset({"headship"}))
        ),
        [f"info claimed_but_no_contribution 第五十条第三项 {CONTRIBUTION}"],
    ),
    (
        lambda: check_publication(PublicationFacts("major_incident", True, False, False, False)),
        ["info major_incident_published 第四十九条 重大科研失信事件应加强信息通报与公开"],
    ),
    (
        lambda: check_breach(BreachFacts("leak", DAY, "经过")),
        [f"info breach_dealt_with 第四十六条 {BREACH}"],
    ),
    (
        lambda: check_obstruction(ObstructionFacts(DAY, "断网", RespondentKind.PERSON)),
        [
            "info obstruction_aggravates 第三十五条第二项 "
            "（二）阻挠他人提供证据，或干扰、妨碍调查核实的；"
        ],
    ),
    (
        lambda: check_obstruction(ObstructionFacts(DAY, "断网", RespondentKind.ORGANISATION)),
        [
            "info obstruction_by_organisation 第三十一条 "
            "在调查处理中推诿、包庇，打击报复举报人、证人、调查人员的"
        ],
    ),
    (
        lambda: guarded(tables_decision.TABLES, "check_mitigation"),
        ["info refile_after_mitigation 第二十一条 处理决定依规变更的，按原程序重新汇交"],
    ),
    (
        lambda: check_lead(LeadFacts("transferred", None, "省科技厅")),
        [
            "info own_motion 第十五条 符合受理条件的，有关单位应主动受理",
            f"info extensions_reported 第二十五条 {TRANSFERRED}",
            f"info decision_and_report_sent_back 第二十八条 {SENT_BACK}",
        ],
    ),
    (
        lambda: check_lead(LeadFacts("own_work", None, "项目中期检查")),
        ["info own_motion 第十五条 符合受理条件的，有关单位应主动受理"],
    ),
    (
        lambda: check_hearing(
            replace(SILENT, statement_received_on=date(2026, 3, 21), points=1, points_answered=1)
        ),
        [f"info statement_late 第二十七条 {LAPSED}"],
    ),
    (lambda: check_hearing(SILENT), [f"info right_waived 第二十七条 {LAPSED}"]),
    (
        lambda: check_joint_inquiry(JointInquiryFacts("natural", False, 2, False)),
        [
            "info joint_inquiry_possible 第五条 "
            "可组织开展联合调查处理或协调不同部门（单位）分别开展调查处理"
        ],
    ),
    (
        lambda: check_report_contents(replace(NO_REVIEW, no_academic_question=True)),
        [
            "info academic_review_unneeded 第十七条 对涉及的学术问题进行评议 "
            "academic_review_unneeded"
        ],
    ),
    (
        lambda: check_report_contents(
            replace(NO_REVIEW, no_academic_question=True), under(academic_review_unneeded="always")
        ),
        [
            "error academic_review_missing 第十七条 调查应包括行政调查和学术评议 "
            "academic_review_unneeded"
        ],
    ),
    (
        lambda: check_report_contents(NO_REVIEW),
        ["error academic_review_missing 第十七条 调查应包括行政调查和学术评议"],
    ),
    (
        lambda: guarded(tables_inquiry.TABLES, "check_supplement"),
        ["info new_report_due 第二十四条 需要补充调查的，应根据补充调查情况重新形成调查报告"],
    ),
    (
        lambda: check_exemption(LISTED),
        [f"info exemption_against_floor 第三十二条 {FLOOR} G14"],
    ),
    (check_third_level, ["error result_final 第四十二条 复核结果为最终结果"]),
    (
        lambda: check_admission(AdmissionFacts(1, "refuse", "refuse", DAY, DAY)),
        ["error refusal_reason_missing 第四十一条 不予受理的应说明情况"],
    ),
    (
        lambda: check_admission(AdmissionFacts(2, "refuse", "refuse", DAY, DAY)),
        ["error refusal_reason_missing 第四十一条 不予受理的应说明情况 second_refusal_explained"],
    ),
    (
        lambda: check_evidence_change("replace"),
        ["error evidence_replaced 第四条 不得伪造、篡改、隐匿、销毁证据材料"],
    ),
    (
        lambda: check_evidence_change("delete"),
        ["error evidence_deleted 第四条 不得伪造、篡改、隐匿、销毁证据材料"],
    ),
    (
        lambda: check_administrative_inquiry({"agreements": "无", "invoices": "无", "gains": "无"}),
        [f"error {name}_unverified 第十七条 {VERIFY}" for name in ("raw_data", "process")],
    ),
    (
        lambda: check_disposal(DAY, DAY),
        [f"error file_kept_for_ever 第四十四条 {KEPT} retention"],
    ),
    (
        lambda: check_disposal(DAY, DAY, under(retention="thirty_years")),
        [f"error file_kept_longer 第四十四条 {KEPT} retention"],
    ),
    (
        lambda: check_telling("reasons"),
        ["error only_result_told 第二十八条 并告知实名举报人 complainant_access"],
    ),
    (
        lambda: check_telling("file"),
        ["error file_closed_to_complainant 第四十六条 不得泄露相关信息"],
    ),
    (
        lambda: check_refusal_reason("anonymous"),
        ["error refused_for_anonymity 第十二条 鼓励实名举报"],
    ),
    (
        lambda: check_refusal_reason("wrong_channel"),
        ["error refused_for_channel 第十一条第五项 （五）其他途径。"],
    ),
    (
        lambda: check_refusal_reason("no_documents"),
        ["error refused_for_documents 第十二条第四项 有客观、明确的证据材料或可查证线索"],
    ),
    (
        lambda: check_refusal_reason("no_complainant"),
        ["error refused_without_complainant 第十五条 符合受理条件的，有关单位应主动受理"],
    ),
    (
        lambda: check_refusal_reason("withdrawn"),
        ["error refused_after_withdrawal 第十五条 符合受理条件的，有关单位应主动受理 G20"],
    ),
    (
        lambda: check_refusal_reason("appeal"),
        ["error refused_appeal_as_repeat 第四十一条 举报人或被处理人对处理决定不服的"],
    ),
    (
        lambda: check_refusal_reason("long_ago"),
        ["error refused_for_age （二十） 一经发现，随时调查处理"],
    ),
]


@pytest.mark.parametrize(("ask", "said"), ANSWERS, ids=[said[0].split()[1] for _, said in ANSWERS])
def test_a_guard_says_just_this_on_these_words(ask: Callable[[], Outcome], said: list[str]) -> None:
    outcome = ask()
    assert row(outcome) == said
    for found in outcome.findings:
        assert found.message.endswith("。")
