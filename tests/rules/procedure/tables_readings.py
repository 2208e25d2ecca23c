"""Up to the decision, under readings that are not the default: what each of them changes."""

from dataclasses import replace
from datetime import date

from rules.procedure.appeals import (
    ReviewTeamFacts,
    check_review_team,
)
from rules.procedure.clocks import (
    DiscontinuanceFacts,
    SuspensionFacts,
    check_discontinuance,
    check_suspension,
)
from rules.procedure.decisions import (
    ApprovalFacts,
    NoticeFacts,
    RevocationFacts,
    ServiceFacts,
    check_approval,
    check_notice,
    check_revocation,
    check_service,
)
from rules.procedure.files import PublicNoticeFacts, check_public_notice
from rules.procedure.findings import ExemptionFacts, check_exemption
from rules.procedure.people import (
    ParticipationFacts,
    TeamFacts,
    check_participation,
    check_team,
)
from rules.procedure.plan import PLAN_PARTS, PlanApprovalFacts, check_plan_approval
from rules.procedure.report import check_report, check_report_contents
from tests.rules.procedure.guard import Defect, Guard
from tests.rules.procedure.tables_inquiry import REPORTED

PLAN = dict.fromkeys(PLAN_PARTS, "已写明")
# 2026-03-10 is a Tuesday: three working days later is the 13th, five the 17th.
NOTICE = NoticeFacts("三处相同", "第二条第一项", True, date(2026, 3, 20), date(2026, 3, 10), "回证")
TEAM = TeamFacts(frozenset({1, 2, 3}))
SUSPENSION = SuspensionFacts(
    "conditions", True, date(2026, 3, 10), date(2026, 3, 10), True, False, approver_is_head=True
)
APPROVAL = ApprovalFacts(approver_is_head=True, heard=True)
POSTED = ServiceFacts(
    "public", "公告照片", date(2026, 4, 9), date(2026, 3, 9), posted_on=date(2026, 3, 10)
)


def too_few(least: int, *members: int) -> Defect:
    return Defect(
        f"{len(members)} of {least}",
        {"investigators": frozenset(members)},
        "team_too_small",
        "第十六条",
    )


INQUIRY = (
    Guard(
        check_participation,
        ParticipationFacts(True, True),
        (
            Defect(
                "asked for", {"recusal_asked": True}, "recusal_undecided", "第四十五条", "warning"
            ),
        ),
        {"G4": "goes_on"},
    ),
    Guard(check_team, TEAM, (too_few(2, 1),), {"G16": "at_least_2"}),
    Guard(check_team, TEAM, (too_few(3, 1, 2), too_few(3, 1)), {"G16": "at_least_3"}),
    Guard(
        check_review_team,
        ReviewTeamFacts(frozenset({1}), frozenset({3, 4, 5}), third_party=False),
        (
            Defect(
                "two reviewers", {"second_team": frozenset({3, 4})}, "team_too_small", "第十六条"
            ),
        ),
        {"G16": "at_least_3"},
    ),
    Guard(
        check_plan_approval,
        PlanApprovalFacts(PLAN, approver_is_responsible_leader=False, approver_is_head=True),
        (
            Defect(
                "neither leader nor head",
                {"approver_is_head": False},
                "approver_not_responsible_leader",
                "第十六条",
            ),
        ),
        {"C3": "head_as_well"},
    ),
    Guard(
        check_plan_approval,
        PlanApprovalFacts(PLAN, approver_is_responsible_leader=True),
        (
            Defect(
                "the drafter", {"approver_drafted": True}, "approver_drafted", "第十六条", "warning"
            ),
            Defect(
                "an investigator",
                {"approver_is_investigator": True},
                "approver_investigates",
                "第十六条",
                "warning",
            ),
        ),
        {"approver_apart": "with_reason"},
    ),
    Guard(
        check_suspension,
        SUSPENSION,
        (
            Defect(
                "a review",
                {"in_review": True, "case_investigating": False},
                "review_not_suspendable",
                "第二十三条",
            ),
        ),
        {"G11": "not_in_review"},
    ),
    Guard(
        check_suspension,
        replace(SUSPENSION, approver_is_responsible_leader=False),
        (
            Defect(
                "neither leader nor head",
                {"approver_is_head": False},
                "approver_not_responsible_leader",
                "第二十三条",
            ),
        ),
        {"C3": "head_as_well"},
    ),
    Guard(
        check_discontinuance,
        DiscontinuanceFacts("death", "死亡证明"),
        (
            Defect(
                "after the inquiry", {"investigating": False}, "death_after_inquiry", "第二十三条"
            ),
        ),
        {"death_after_inquiry": "goes_on"},
    ),
    Guard(
        check_report_contents,
        REPORTED,
        (
            Defect(
                "no academic question",
                {"has_academic": False, "no_academic_question": True},
                "academic_review_missing",
                "第十七条",
            ),
        ),
        {"academic_review_unneeded": "always"},
    ),
    Guard(
        check_report,
        replace(REPORTED, filed=True),
        (Defect("not filed", {"filed": False}, "report_not_filed", "第二十四条"),),
        {"G18": "filed"},
    ),
)

DECISIONS = (
    Guard(
        check_notice,
        NOTICE,
        (
            Defect(
                "two working days",
                {"reply_due": date(2026, 3, 12)},
                "reply_period_too_short",
                "第二十七条",
            ),
        ),
        {"G3": "at_least_3_working_days"},
    ),
    Guard(
        check_notice,
        NOTICE,
        (
            Defect(
                "four working days and a weekend",
                {"reply_due": date(2026, 3, 16)},
                "reply_period_too_short",
                "第二十七条",
            ),
        ),
        {"G3": "at_least_5_working_days"},
    ),
    Guard(
        check_approval,
        ApprovalFacts(approver_is_head=False, heard=True, approver_is_leader=True),
        (
            Defect(
                "neither head nor leader",
                {"approver_is_leader": False},
                "approver_not_head",
                "第二十六条",
            ),
        ),
        {"decision_approver": "responsible_leader"},
    ),
    Guard(
        check_approval,
        APPROVAL,
        (
            Defect(
                "the drafter",
                {"approver_drafted": True},
                "approver_drafted",
                "第二十六条",
                "warning",
            ),
            Defect(
                "an investigator",
                {"approver_is_investigator": True},
                "approver_investigates",
                "第二十六条",
                "warning",
            ),
        ),
        {"approver_apart": "with_reason"},
    ),
    Guard(
        check_exemption,
        ExemptionFacts(True, True, False, date(2026, 3, 1), date(2026, 3, 2), frozenset({6})),
        (Defect("plagiarism", {"conduct": frozenset({1})}, "exemption_barred", "第三十二条"),),
        {"G14": "never"},
    ),
    Guard(
        check_service,
        ServiceFacts("electronic", "回执", date(2026, 3, 26), date(2026, 3, 25), consented=True),
        (Defect("no consent", {"consented": False}, "electronic_without_consent", "第二十八条"),),
        {"G7": "electronic_by_consent"},
    ),
    Guard(
        check_service,
        POSTED,
        (
            Defect(
                "29 days",
                {"served_on": date(2026, 4, 8)},
                "public_service_too_early",
                "第二十八条",
            ),
            Defect("posted when", {"posted_on": None}, "public_service_too_early", "第二十八条"),
        ),
        {"public_service": "after_30_days"},
    ),
    Guard(
        check_revocation,
        RevocationFacts("review", "复查意见书1号", "事实有误", date(2026, 5, 1), date(2026, 3, 25)),
        (
            Defect(
                "by itself",
                {"ground": "own_correction"},
                "own_correction_unordered",
                "第二十一条",
            ),
        ),
        {"revocation_grounds": "review_or_order"},
    ),
    Guard(
        check_public_notice,
        PublicNoticeFacts("本单位网站", date(2026, 3, 10), date(2026, 3, 17)),
        (
            Defect(
                "four working days",
                {"until": date(2026, 3, 16)},
                "public_notice_too_short",
                "第二十九条第二项",
            ),
            Defect(
                "ends before it begins",
                {"until": date(2026, 3, 9)},
                "public_notice_reversed",
                "第二十九条第二项",
            ),
        ),
        {"G17": "at_least_5_working_days"},
    ),
    Guard(
        check_public_notice,
        PublicNoticeFacts("本单位网站", date(2026, 3, 10), date(2026, 3, 10)),
        (
            Defect("no circle", {"scope": ""}, "public_notice_scope_missing", "第二十九条第二项"),
            Defect("no start", {"from_": None}, "public_notice_span_missing", "第二十九条第二项"),
            Defect("no end", {"until": None}, "public_notice_span_missing", "第二十九条第二项"),
        ),
    ),
)

TABLES = (*INQUIRY, *DECISIONS)
