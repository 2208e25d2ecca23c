"""From the finding to its effect: facts and defects (Art 2, 26–36, 40)."""

from datetime import date

from rules.procedure.decisions import (
    ApprovalFacts,
    DraftFacts,
    EffectFacts,
    HearingFacts,
    IssueFacts,
    MitigationFacts,
    NoticeFacts,
    ReasonedWarnings,
    RevocationFacts,
    ServiceFacts,
    check_approval,
    check_draft,
    check_effect,
    check_hearing,
    check_issue,
    check_mitigation,
    check_notice,
    check_reasons,
    check_revocation,
    check_service,
)
from rules.procedure.findings import (
    DeterminationFacts,
    ExemptionFacts,
    FindingFacts,
    check_determination,
    check_exemption,
    check_finding,
)
from tests.rules.procedure.guard import Defect, Guard

WEIGHED = dict.fromkeys(range(1, 7), "无")
COPIED = FindingFacts(
    misconduct=True,
    facts="申请书三处与他人项目相同",
    report_formed=True,
    conduct=frozenset({1}),
    standard="学术出版规范 期刊学术不端行为界定",
    factors=WEIGHED,
    severity="serious",
)
INNOCENT = FindingFacts(misconduct=False, facts="原始数据与论文一致", report_formed=True)

FINDINGS = (
    Guard(
        check_finding,
        COPIED,
        (
            Defect("no report", {"report_formed": False}, "report_not_formed", "第二十四条"),
            Defect("no facts", {"facts": ""}, "facts_missing", "第二十六条"),
            Defect("no kind of conduct", {"conduct": frozenset()}, "conduct_missing", "第二条"),
            Defect("no standard", {"standard": ""}, "standard_missing", "第二条"),
            Defect("no severity", {"severity": None}, "severity_missing", "第三十条"),
            *(
                Defect(
                    f"factor {item} unanswered",
                    {"factors": {**WEIGHED, item: " "}},
                    f"factor_{item}_unanswered",
                    f"第三十条第{'一二三四五六'[item - 1]}项",
                )
                for item in range(1, 7)
            ),
        ),
    ),
    Guard(
        check_finding,
        INNOCENT,
        (
            Defect("innocent of what", {"facts": " "}, "facts_missing", "第二十六条"),
            Defect(
                "innocent with conduct",
                {"conduct": frozenset({6})},
                "cleared_with_conduct",
                "第三十九条",
            ),
            Defect(
                "innocent with severity",
                {"severity": "minor"},
                "cleared_with_conduct",
                "第三十九条",
            ),
            Defect("innocent, exempted", {"exempting": True}, "cleared_with_conduct", "第三十九条"),
        ),
    ),
    Guard(
        check_determination,
        DeterminationFacts(report_formed=True, respondents=2, undecided=0),
        (
            Defect("no report", {"report_formed": False}, "report_not_formed", "第二十四条"),
            Defect("nobody", {"respondents": 0}, "no_respondent", "第二十六条"),
            Defect("one undecided", {"undecided": 1}, "respondent_undecided", "第二十六条"),
        ),
    ),
    Guard(
        check_exemption,
        ExemptionFacts(
            is_author=True,
            own_will=True,
            larger_harm=False,
            retracted_on=date(2026, 3, 1),
            reported_on=date(2026, 3, 2),
            conduct=frozenset({5}),
            reason="发现错误后立即撤稿",
        ),
        (
            Defect("not the author", {"is_author": False}, "exempt_not_author", "第三十四条"),
            Defect("not retracted", {"retracted_on": None}, "exempt_not_retracted", "第三十四条"),
            Defect(
                "retracted on the day of the report",
                {"retracted_on": date(2026, 3, 2)},
                "exempt_retracted_late",
                "第三十四条",
            ),
            Defect("by the journal", {"own_will": False}, "exempt_not_own_will", "第三十四条"),
            Defect("larger harm", {"larger_harm": True}, "exempt_larger_harm", "第三十四条"),
            Defect(
                "no report to compare",
                {"reported_on": None, "retracted_on": date(2026, 3, 1)},
                "exempt_without_report",
                "第三十四条",
                "warning",
            ),
            Defect("no reason", {"reason": ""}, "exemption_reason_missing", "第三十二条"),
        ),
    ),
)

NOTICES = (
    Guard(
        check_draft,
        DraftFacts(finding_made=True, misconduct=True),
        (
            Defect("no finding", {"finding_made": False}, "finding_missing", "第二十六条"),
            Defect("innocent", {"misconduct": False}, "no_misconduct_found", "第三十九条"),
            Defect("another one", {"other_live_decision": True}, "decision_pending", "第二十六条"),
        ),
    ),
    Guard(
        check_notice,
        NoticeFacts(
            facts="申请书三处与他人项目相同",
            basis="第二条第一项、第三十二条第三项",
            rights_told=True,
            reply_due=date(2026, 3, 20),
            on=date(2026, 3, 10),
            evidence="送达回证",
        ),
        (
            Defect("no facts", {"facts": ""}, "notice_facts_missing", "第二十七条"),
            Defect("no basis", {"basis": ""}, "notice_basis_missing", "第二十七条"),
            Defect("oral", {"written": False}, "notice_not_written", "第二十七条"),
            Defect("rights untold", {"rights_told": False}, "rights_untold", "第二十七条"),
            Defect("no date", {"reply_due": None}, "reply_date_missing", "第二十七条"),
            Defect(
                "date of the same day",
                {"reply_due": date(2026, 3, 10)},
                "reply_date_too_early",
                "第二十七条",
            ),
            Defect("unproven", {"evidence": ""}, "notice_unproven", "第二十七条"),
            Defect(
                "complaint enclosed",
                {"contains_complaint": True},
                "complaint_enclosed",
                "第四十六条",
            ),
            Defect(
                "complainant named", {"names_complainant": True}, "complainant_named", "第四十六条"
            ),
        ),
    ),
    Guard(
        check_hearing,
        HearingFacts(
            statement_received_on=date(2026, 3, 15),
            points=2,
            points_answered=2,
            reply_due=date(2026, 3, 20),
            notice_served_on=date(2026, 3, 10),
            notice_evidence="送达回证",
            today=date(2026, 3, 16),
        ),
        (
            Defect("no notice", {"notice_served_on": None}, "notice_unserved", "第二十七条"),
            Defect("unproven", {"notice_evidence": ""}, "notice_unproven", "第二十七条"),
            Defect("no date", {"reply_due": None}, "reply_date_missing", "第二十七条"),
            Defect(
                "silent, period open",
                {"statement_received_on": None},
                "reply_period_open",
                "第二十七条",
            ),
            Defect("no points", {"points": 0}, "statement_without_points", "第二十七条"),
            Defect("one unanswered", {"points_answered": 1}, "points_unanswered", "第二十七条"),
        ),
    ),
)

ISSUE = IssueFacts(
    noticed=True,
    heard=True,
    approved_on=date(2026, 3, 25),
    issued_on=date(2026, 3, 25),
    name="某某",
    identifier="110101199001011234",
    facts="申请书三处与他人项目相同",
    evidence_stated=True,
    measures=frozenset({5, 13}),
    basis="第二条第一项、第三十二条第三项",
    remedy_path="向本单位科研诚信办公室书面提出申诉",
    remedy_days=15,
)

ISSUES = (
    Guard(
        check_approval,
        ApprovalFacts(
            approver_is_head=True,
            heard=True,
            warnings=ReasonedWarnings(frozenset({"same_fact_twice"}), {"same_fact_twice": "从重"}),
        ),
        (
            Defect("not the head", {"approver_is_head": False}, "approver_not_head", "第二十六条"),
            Defect("the drafter", {"approver_drafted": True}, "approver_drafted", "第二十六条"),
            Defect(
                "an investigator",
                {"approver_is_investigator": True},
                "approver_investigates",
                "第二十六条",
            ),
            Defect("unheard", {"heard": False}, "not_heard", "第二十七条"),
            Defect("changed", {"changed_since_notice": True}, "changed_since_notice", "第二十七条"),
            Defect(
                "a warning without reason",
                {"warnings": ReasonedWarnings(frozenset({"beyond_power"}))},
                "unreasoned_beyond_power",
                "第二十八条第三项",
            ),
        ),
    ),
    Guard(
        check_reasons,
        ReasonedWarnings(),
        (
            Defect(
                "a blank reason",
                {"codes": frozenset({"beyond_power"}), "reasons": {"beyond_power": " "}},
                "unreasoned_beyond_power",
                "第二十八条第三项",
            ),
        ),
    ),
    Guard(
        check_issue,
        ISSUE,
        (
            Defect("not noticed", {"noticed": False}, "not_noticed", "第二十七条"),
            Defect("not heard", {"heard": False}, "not_heard", "第二十七条"),
            Defect("changed", {"changed_since_notice": True}, "changed_since_notice", "第二十七条"),
            Defect("not approved", {"approved_on": None}, "not_approved", "第二十六条"),
            Defect(
                "before approval",
                {"approved_on": date(2026, 3, 26)},
                "issued_before_approval",
                "第二十六条",
            ),
            Defect("no name", {"name": ""}, "letter_name_missing", "第二十八条第一项"),
            Defect(
                "no number", {"identifier": ""}, "letter_identifier_missing", "第二十八条第一项"
            ),
            Defect("no facts", {"facts": ""}, "letter_facts_missing", "第二十八条第二项"),
            Defect(
                "no evidence",
                {"evidence_stated": False},
                "letter_evidence_missing",
                "第二十八条第二项",
            ),
            Defect(
                "no measure",
                {"measures": frozenset()},
                "letter_measures_missing",
                "第二十八条第三项",
            ),
            Defect("no basis", {"basis": ""}, "letter_basis_missing", "第二十八条第三项"),
            Defect(
                "on Order 19",
                {"basis": "科学技术部令第19号第五条"},
                "order_19_replaced",
                "第二十八条第三项",
            ),
            Defect("no path", {"remedy_path": ""}, "letter_remedy_missing", "第二十八条第四项"),
            Defect("ten days", {"remedy_days": 10}, "letter_remedy_days_wrong", "第四十一条"),
        ),
    ),
)

EFFECTS = (
    Guard(
        check_service,
        ServiceFacts("direct", "送达回证", date(2026, 3, 26), date(2026, 3, 25)),
        (
            Defect("no way", {"method": "oral"}, "service_method_unknown", "第二十八条"),
            Defect("no proof", {"evidence": " "}, "service_unproven", "第二十八条"),
            Defect("not issued", {"issued_on": None}, "not_issued", "第二十八条"),
            Defect(
                "before issue",
                {"issued_on": date(2026, 3, 27)},
                "served_before_issue",
                "第二十八条",
            ),
        ),
    ),
    Guard(
        check_effect,
        EffectFacts(served_on=date(2026, 3, 26), effective_on=date(2026, 3, 26)),
        (
            Defect("not served", {"served_on": None}, "not_served", "第三十六条"),
            Defect(
                "on another day",
                {"effective_on": date(2026, 3, 27)},
                "effect_not_on_service",
                "第三十六条",
            ),
        ),
    ),
    Guard(
        check_effect,
        EffectFacts(
            served_on=date(2026, 3, 26),
            effective_on=date(2026, 4, 18),
            appeal_last_day=date(2026, 4, 17),
        ),
        (
            Defect(
                "on the last day",
                {"effective_on": date(2026, 4, 17)},
                "appeal_period_runs",
                "第三十六条",
            ),
            Defect(
                "last day unknown",
                {"appeal_last_day": None},
                "appeal_period_uncertain",
                "第三十六条",
            ),
        ),
        {"G2": "appeal_lapsed"},
    ),
    Guard(
        check_revocation,
        RevocationFacts("review", "复查意见书1号", "事实有误", date(2026, 5, 1), date(2026, 3, 25)),
        (
            Defect("no ground", {"ground": ""}, "revocation_without_ground", "第二十一条"),
            Defect("no document", {"document": ""}, "revocation_without_document", "第二十一条"),
            Defect("no reason", {"reason": ""}, "revocation_without_reason", "第二十一条"),
            Defect("not issued", {"issued_on": None}, "nothing_to_revoke", "第二十一条"),
            Defect(
                "before issue",
                {"revoked_on": date(2026, 3, 24)},
                "revoked_before_issue",
                "第二十一条",
            ),
        ),
    ),
    Guard(
        check_mitigation,
        MitigationFacts(
            effective=True,
            applied=True,
            national_media_promise=True,
            major_contribution=False,
            same_unit=True,
            reason="在全国性媒体公开承诺",
        ),
        (
            Defect("not effective", {"effective": False}, "not_effective", "第四十条"),
            Defect("not asked for", {"applied": False}, "mitigation_not_applied_for", "第四十条"),
            Defect(
                "neither promise nor contribution",
                {"national_media_promise": False},
                "mitigation_without_cause",
                "第四十条",
            ),
            Defect("by another unit", {"same_unit": False}, "mitigation_by_other_unit", "第四十条"),
            Defect("no reason", {"reason": ""}, "mitigation_reason_missing", "第四十条"),
        ),
    ),
)

TABLES = (*FINDINGS, *NOTICES, *ISSUES, *EFFECTS)
