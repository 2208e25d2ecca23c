"""From the plan to the report, and the clocks: facts and defects (Art 16–25)."""

from datetime import date

from rules.procedure.clocks import (
    DiscontinuanceFacts,
    ExtensionFacts,
    ResumptionFacts,
    SuspensionFacts,
    check_discontinuance,
    check_extension,
    check_resumption,
    check_suspension,
)
from rules.procedure.inquiry import (
    AcademicReviewFacts,
    InterviewFacts,
    LoanFacts,
    check_academic_review,
    check_interview,
    check_loan,
)
from rules.procedure.plan import (
    PLAN_PARTS,
    PlanApprovalFacts,
    PlanFacts,
    check_plan,
    check_plan_approval,
)
from rules.procedure.report import (
    REPORT_PARTS,
    ReportFacts,
    SupplementFacts,
    check_report,
    check_report_contents,
    check_supplement,
)
from tests.rules.procedure.guard import Defect, Guard

PLAN = dict.fromkeys(PLAN_PARTS, "已写明")
REPORT = dict.fromkeys(REPORT_PARTS, "已写明")


def without(parts: dict[str, str], key: str) -> dict[str, str]:
    return {name: text for name, text in parts.items() if name != key}


PLANS = (
    Guard(
        check_plan,
        PlanFacts(PLAN),
        tuple(
            Defect(f"no {key}", {"parts": without(PLAN, key)}, f"plan_{key}_missing", "第十六条")
            for key in ["content", "personnel", "method", "schedule", "safeguards", "discipline"]
        ),
    ),
    Guard(
        check_plan_approval,
        PlanApprovalFacts(PLAN, approver_is_responsible_leader=True),
        (
            Defect(
                "a blank part",
                {"parts": {**PLAN, "discipline": " "}},
                "plan_discipline_missing",
                "第十六条",
            ),
            Defect(
                "not the responsible leader",
                {"approver_is_responsible_leader": False},
                "approver_not_responsible_leader",
                "第十六条",
            ),
            Defect(
                "an investigator approves",
                {"approver_is_investigator": True},
                "approver_investigates",
                "第十六条",
            ),
            Defect(
                "the drafter approves", {"approver_drafted": True}, "approver_drafted", "第十六条"
            ),
        ),
    ),
)

INTERVIEW = InterviewFacts(
    investigators=2,
    written=True,
    interviewers_signed=True,
    interviewee_signed=True,
    held_on=date(2026, 3, 10),
    plan_approved_on=date(2026, 3, 10),
    recorded=True,
    recording_told_on=date(2026, 3, 10),
)

INQUIRY = (
    Guard(
        check_interview,
        INTERVIEW,
        (
            Defect("one investigator", {"investigators": 1}, "interviewers_too_few", "第十八条"),
            Defect("nothing written", {"written": False}, "interview_not_written", "第十八条"),
            Defect(
                "interviewers unsigned",
                {"interviewers_signed": False},
                "interviewers_unsigned",
                "第十八条",
            ),
            Defect(
                "interviewee unsigned",
                {"interviewee_signed": False},
                "interviewee_unsigned",
                "第十八条",
            ),
            Defect("taped untold", {"recording_told_on": None}, "recording_untold", "第十八条"),
            Defect(
                "told after the tape",
                {"recording_told_on": date(2026, 3, 11)},
                "recording_told_late",
                "第十八条",
            ),
            Defect("no plan", {"plan_approved_on": None}, "plan_not_approved", "第十六条"),
            Defect(
                "before the plan",
                {"plan_approved_on": date(2026, 3, 11)},
                "before_plan",
                "第十六条",
            ),
        ),
    ),
    Guard(
        check_academic_review,
        AcademicReviewFacts("panel", frozenset(range(5))),
        (
            Defect("four experts", {"members": frozenset(range(4))}, "panel_too_small", "第十七条"),
            Defect(
                "one of five recused", {"recused": frozenset({3})}, "panel_too_small", "第十七条"
            ),
            Defect(
                "no agreement",
                {"without_agreement": frozenset({2})},
                "member_without_agreement",
                "第四十四条",
            ),
            Defect(
                "no statement",
                {"without_statement": frozenset({2})},
                "member_without_statement",
                "第四十五条",
            ),
        ),
    ),
    Guard(
        check_loan,
        LoanFacts(written=True, investigator_signed=True, custodian_signed=True),
        (
            Defect("no record", {"written": False}, "loan_not_written", "第十九条"),
            Defect(
                "investigator unsigned",
                {"investigator_signed": False},
                "loan_unsigned_by_investigator",
                "第十九条",
            ),
            Defect(
                "custodian unsigned",
                {"custodian_signed": False},
                "loan_unsigned_by_custodian",
                "第十九条",
            ),
        ),
    ),
)

REPORTED = ReportFacts(
    parts=REPORT,
    evidence_items=1,
    has_administrative=True,
    has_academic=True,
    respondents_heard=True,
    investigators=frozenset({1, 2}),
    signed=frozenset({1, 2}),
)
CONTENTS = (
    *(
        Defect(f"no {key}", {"parts": without(REPORT, key)}, f"report_{key}_missing", "第二十四条")
        for key in [
            "lead_source",
            "reported_content",
            "organisation_of_inquiry",
            "course_of_inquiry",
            "facts_and_confirmation",
            "conclusion",
            "proposal_and_basis",
        ]
    ),
    Defect("no evidence", {"evidence_items": 0}, "report_without_evidence", "第二十四条"),
    Defect(
        "academic only",
        {"has_administrative": False},
        "administrative_inquiry_missing",
        "第十七条",
    ),
    Defect("administrative only", {"has_academic": False}, "academic_review_missing", "第十七条"),
    Defect("unheard", {"respondents_heard": False}, "respondent_unheard", "第二十条"),
)

REPORTS = (
    Guard(check_report_contents, REPORTED, CONTENTS),
    Guard(
        check_report,
        REPORTED,
        (
            *CONTENTS,
            Defect("one unsigned", {"signed": frozenset({1})}, "report_unsigned", "第二十四条"),
            Defect(
                "no team",
                {"investigators": frozenset()},
                "report_without_investigators",
                "第二十四条",
            ),
        ),
    ),
    Guard(
        check_supplement,
        SupplementFacts(report_formed=True, determined=False, reason="原始数据未核对"),
        (
            Defect("no report", {"report_formed": False}, "no_report_to_supplement", "第二十四条"),
            Defect("determined", {"determined": True}, "already_determined", "第二十六条"),
            Defect("no reason", {"reason": ""}, "supplement_without_reason", "第二十四条"),
        ),
    ),
)

CLOCKS = (
    Guard(
        check_suspension,
        SuspensionFacts(
            ground="conditions",
            approver_is_responsible_leader=True,
            effective_on=date(2026, 3, 10),
            approved_on=date(2026, 3, 10),
            case_investigating=True,
            open_suspension=False,
        ),
        (
            Defect("other ground", {"ground": "other"}, "suspension_without_ground", "第二十三条"),
            Defect(
                "approved by the head",
                {"approver_is_responsible_leader": False},
                "approver_not_responsible_leader",
                "第二十三条",
            ),
            Defect(
                "back-dated",
                {"effective_on": date(2026, 3, 9)},
                "suspension_backdated",
                "第二十三条",
            ),
            Defect(
                "not investigating",
                {"case_investigating": False},
                "not_investigating",
                "第二十三条",
            ),
            Defect("suspended twice", {"open_suspension": True}, "already_suspended", "第二十三条"),
        ),
    ),
    Guard(
        check_resumption,
        ResumptionFacts(date(2026, 3, 1), date(2026, 3, 31), "样品已送回"),
        (
            Defect("none open", {"suspended_on": None}, "not_suspended", "第二十三条"),
            Defect(
                "ends before it starts",
                {"resumed_on": date(2026, 2, 28)},
                "resumed_before_suspension",
                "第二十三条",
            ),
            Defect("cause unsaid", {"cause_gone": ""}, "cause_not_gone", "第二十三条"),
        ),
    ),
    Guard(
        check_extension,
        ExtensionFacts(
            months=6,
            ground_stated=True,
            approver_is_head=True,
            approved_on=date(2026, 7, 15),
            due=date(2026, 7, 15),
        ),
        (
            Defect("no length", {"months": 0}, "extension_without_length", "第二十五条"),
            Defect(
                "merely busy", {"ground_stated": False}, "extension_without_ground", "第二十五条"
            ),
            Defect(
                "the leader approves",
                {"approver_is_head": False},
                "approver_not_head",
                "第二十五条",
            ),
            Defect("seven months", {"months": 7}, "extension_unusual", "第二十五条", "warning"),
            Defect(
                "six and one before",
                {"earlier_months": 1},
                "extension_unusual",
                "第二十五条",
                "warning",
            ),
            Defect(
                "approved late",
                {"due": date(2026, 7, 14)},
                "approved_after_expiry",
                "第二十五条",
                "warning",
            ),
        ),
    ),
    Guard(
        check_discontinuance,
        DiscontinuanceFacts("death", "死亡证明"),
        (
            Defect("left the unit", {"reason": "resigned"}, "only_death_ends", "第二十三条"),
            Defect("unproven", {"evidence": ""}, "death_unproven", "第二十三条"),
            Defect(
                "after the inquiry",
                {"investigating": False},
                "death_after_inquiry",
                "第二十三条",
                "warning",
            ),
        ),
    ),
)

TABLES = (*PLANS, *INQUIRY, *REPORTS, *CLOCKS)
