"""From the finding to the register: lawful facts and single defects (Art 26–43; 84号 20, 21)."""

from datetime import date

from rules.procedure.appeals import (
    AdmissionFacts,
    OpinionFacts,
    ReviewTeamFacts,
    SecondLevelFacts,
    StandingFacts,
    check_admission,
    check_opinion,
    check_review_team,
    check_second_level,
    check_standing,
)
from rules.procedure.closing import ClearingFacts, ClosingFacts, check_clearing, check_closing
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
from rules.procedure.filing import (
    RECORD_FIELDS,
    CorrectionFacts,
    PackageFacts,
    ReleaseFacts,
    RemovalFacts,
    check_correction,
    check_package,
    check_release,
    check_removal,
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
from tests.rules.procedure.tables_inquiry import without

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
                    f"第三十条（{'一二三四五六'[item - 1]}）",
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
            Defect("a unit that never", {"reading": "never"}, "exemption_barred", "第三十二条"),
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
                "第二十八条（三）",
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
                "第二十八条（三）",
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
            Defect("no name", {"name": ""}, "letter_name_missing", "第二十八条（一）"),
            Defect(
                "no number", {"identifier": ""}, "letter_identifier_missing", "第二十八条（一）"
            ),
            Defect("no facts", {"facts": ""}, "letter_facts_missing", "第二十八条（二）"),
            Defect(
                "no evidence",
                {"evidence_stated": False},
                "letter_evidence_missing",
                "第二十八条（二）",
            ),
            Defect(
                "no measure",
                {"measures": frozenset()},
                "letter_measures_missing",
                "第二十八条（三）",
            ),
            Defect("no basis", {"basis": ""}, "letter_basis_missing", "第二十八条（三）"),
            Defect(
                "on Order 19",
                {"basis": "科学技术部令第19号第五条"},
                "order_19_replaced",
                "第二十八条（三）",
            ),
            Defect("no path", {"remedy_path": ""}, "letter_remedy_missing", "第二十八条（四）"),
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
            reading="appeal_lapsed",
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

CLOSING = (
    Guard(
        check_closing,
        ClosingFacts(determined=True, open_proceedings=0, ineffective_decisions=0),
        (
            Defect("not determined", {"determined": False}, "not_determined", "第二十六条"),
            Defect("one open", {"open_proceedings": 1}, "proceeding_open", "第二十五条"),
            Defect(
                "not in effect",
                {"ineffective_decisions": 1},
                "decision_not_effective",
                "第三十六条",
            ),
            Defect("not cleared", {"uncleared": 1}, "clearing_due", "第三十九条"),
            Defect("not given back", {"open_loans": 1}, "loan_open", "第十九条"),
        ),
    ),
    Guard(
        check_clearing,
        ClearingFacts(
            misconduct_found=False,
            form="书面说明",
            scope="本院教职工",
            cleared_on=date(2026, 5, 2),
            found_on=date(2026, 5, 1),
        ),
        (
            Defect("found guilty", {"misconduct_found": True}, "clearing_of_found", "第三十九条"),
            Defect("no form", {"form": ""}, "clearing_form_missing", "第三十九条"),
            Defect("no circle", {"scope": ""}, "clearing_scope_missing", "第三十九条"),
            Defect(
                "before the finding",
                {"cleared_on": date(2026, 4, 30)},
                "cleared_before_finding",
                "第三十九条",
            ),
            Defect(
                "wider than the rumour",
                {"wider_than_rumour": True},
                "clearing_too_wide",
                "第四十六条",
                "warning",
            ),
        ),
    ),
)


def admitting(level: int, place: str) -> Guard:
    return Guard(
        check_admission,
        AdmissionFacts(level, "admit", "admit", date(2026, 4, 1), date(2026, 4, 10)),
        (
            Defect(
                "advice refuses", {"advice": "refuse", "decision": "admit"}, "must_refuse", place
            ),
            Defect(
                "refused though it holds",
                {"advice": "admit", "decision": "refuse", "reason": "不想受理"},
                "must_admit",
                place,
            ),
            Defect(
                "before receipt",
                {"received_on": date(2026, 4, 11)},
                "decided_before_receipt",
                place,
            ),
            Defect("late", {"last_day": date(2026, 4, 9)}, "admission_late", place, "warning"),
        ),
    )


APPEALS = (
    admitting(1, "第四十一条"),
    admitting(2, "第四十二条"),
    Guard(
        check_admission,
        AdmissionFacts(1, "refuse", "refuse", date(2026, 4, 1), date(2026, 4, 10), reason="逾期"),
        (Defect("no reason", {"reason": ""}, "refusal_reason_missing", "第四十一条"),),
    ),
    Guard(
        check_review_team,
        ReviewTeamFacts(frozenset({1, 2}), frozenset({3, 4}), third_party=False),
        (
            Defect("one shared", {"second_team": frozenset({2, 3})}, "team_shared", "第四十一条"),
            Defect("nobody", {"second_team": frozenset()}, "review_team_missing", "第四十一条"),
            Defect(
                "a third party without secrecy",
                {"third_party": True, "confidentiality": False},
                "third_party_without_confidentiality",
                "第四十四条",
            ),
            Defect(
                "one alone", {"second_team": frozenset({3})}, "team_of_one", "第十八条", "warning"
            ),
        ),
    ),
    Guard(
        check_review_team,
        ReviewTeamFacts(frozenset({1, 2, 3, 4}), frozenset({5, 6}), third_party=False, level=2),
        (
            Defect(
                "a reviewer again", {"second_team": frozenset({4, 5})}, "team_shared", "第四十二条"
            ),
        ),
    ),
    Guard(
        check_opinion,
        OpinionFacts(("程序合法，已核查", "事实已复核"), "维持"),
        (
            Defect("no reasons", {"answers": ()}, "opinion_without_reasons", "第四十三条"),
            Defect(
                "one unanswered",
                {"answers": ("程序合法，已核查", "")},
                "reason_unanswered",
                "第四十三条",
            ),
            Defect("no result", {"opinion": ""}, "opinion_without_conclusion", "第四十三条"),
        ),
    ),
    Guard(
        check_second_level,
        SecondLevelFacts(first_decided=True, first_refused=False),
        (
            Defect(
                "first one refused", {"first_refused": True}, "first_appeal_refused", "第四十二条"
            ),
            Defect(
                "first one open", {"first_decided": False}, "first_appeal_undecided", "第四十二条"
            ),
            Defect("to another body", {"to_superior": False}, "not_to_superior", "第四十二条"),
            Defect("after a re-review", {"level_of_first": 2}, "result_final", "第四十二条"),
        ),
    ),
    Guard(
        check_standing,
        StandingFacts("complainant", named=True, told=True),
        (
            Defect("a stranger", {"appellant": "journal"}, "not_entitled", "第四十一条"),
            Defect("no name", {"named": False}, "complainant_unnamed", "第二十八条"),
            Defect("not told", {"told": False}, "nothing_received", "第四十一条"),
        ),
    ),
)

RECORD = dict.fromkeys(RECORD_FIELDS, "已填")

FILING = (
    Guard(
        check_package,
        PackageFacts(True, True, True, record=RECORD),
        (
            Defect("no letter", {"decision_letter": False}, "package_without_letter", "第三十六条"),
            Defect(
                "no report", {"investigation_report": False}, "package_without_report", "第三十六条"
            ),
            Defect(
                "not in effect",
                {"decision_effective": False},
                "decision_not_effective",
                "第三十六条",
            ),
            *(
                Defect(
                    f"no {key}",
                    {"record": without(RECORD, key)},
                    f"record_{key}_missing",
                    "第二十条",
                )
                for key in RECORD_FIELDS
            ),
        ),
    ),
    Guard(
        check_release,
        ReleaseFacts(preparer=1, releaser=2),
        (
            Defect("same person", {"releaser": 1}, "same_person", "two_persons"),
            Defect("nobody prepared it", {"preparer": None}, "not_prepared", "two_persons"),
        ),
    ),
    Guard(
        check_correction,
        CorrectionFacts("身份证件号码"),
        (Defect("nothing named", {"missing": ""}, "correction_without_elements", "第二十条"),),
    ),
    Guard(
        check_removal,
        RemovalFacts("revoked", date(2026, 5, 1), applied=True, documents=True),
        (
            Defect("no ground", {"ground": ""}, "removal_without_ground", "第二十一条"),
            Defect("varied only", {"ground": "varied"}, "resubmit_instead", "第二十一条"),
            Defect("not asked for", {"applied": False}, "removal_not_applied_for", "第二十一条"),
            Defect("no papers", {"documents": False}, "removal_without_documents", "第二十一条"),
        ),
    ),
    Guard(
        check_removal,
        RemovalFacts("expired", date(2026, 12, 26), ends_on=date(2026, 12, 25)),
        (
            Defect("on the last day", {"on": date(2026, 12, 25)}, "term_not_over", "第二十一条"),
            Defect("without a term", {"ends_on": None}, "removal_without_term", "第二十一条"),
        ),
    ),
)

TABLES = (*FINDINGS, *NOTICES, *ISSUES, *EFFECTS, *CLOSING, *APPEALS, *FILING)
