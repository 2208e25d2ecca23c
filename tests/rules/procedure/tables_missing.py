"""Who is chosen, who is on the team, when somebody repented, how a review ran: each defect."""

from datetime import date

from rules import jurisdiction_grounds as by
from rules.jurisdiction import Candidate
from rules.procedure.appeals import OpinionFacts, check_opinion
from rules.procedure.choosing import ChoiceFacts, check_choice
from rules.procedure.circumstances import CircumstanceFacts, check_circumstances
from rules.procedure.findings import FindingFacts, check_finding
from rules.procedure.people import TeamChangeFacts, check_team_change
from rules.procedure.report import REPORT_PARTS
from rules.procedure.reviews import ReviewCourseFacts, check_review_course
from tests.rules.procedure.guard import Defect, Guard

EMPLOYER = Candidate("甲大学", "lead", by.UNIT)
HELPER = Candidate("旧大学", "cooperates", by.FORMER)
SUPERIOR = Candidate("省教育厅", "organises", by.SUPERIOR)
AWARDING = Candidate("己大学", "lead", by.THESIS)
PARTS = dict.fromkeys(REPORT_PARTS, "已写明")
DAY = date(2026, 3, 10)
REPENTED = {"corrected_beforehand": "更正函", "admitted_and_pledged": "承诺书"}
WEIGHED = dict.fromkeys(range(1, 7), "无")

CHOOSING = (
    Guard(
        check_choice,
        ChoiceFacts((EMPLOYER, HELPER), False, "甲大学"),
        (
            Defect("another unit", {"chosen": "乙大学"}, "departure_unreasoned", "第六条"),
            Defect("a helper leads", {"chosen": "旧大学"}, "departure_unreasoned", "第六条"),
            Defect("the accused itself", {"accused": "甲大学"}, "choice_of_accused", "第六条"),
            Defect(
                "the department of the system",
                {"chosen": "省教育厅", "by_superior": True},
                "departure_unreasoned",
                "第五条",
            ),
        ),
    ),
    Guard(
        check_choice,
        ChoiceFacts((SUPERIOR, AWARDING), True, "己大学", "论文在该校授予学位"),
        (
            Defect("no reason", {"reason": " "}, "choice_unreasoned", "G15"),
            Defect("another unit", {"chosen": "乙大学"}, "choice_not_named", "第六条"),
        ),
    ),
    Guard(
        check_choice,
        ChoiceFacts((AWARDING,), False, "己大学"),
        (
            Defect(
                "the employer, for a reason",
                {"chosen": "甲大学", "reason": "便于调查"},
                "choice_not_named",
                "第九条",
            ),
        ),
    ),
    Guard(
        check_choice,
        ChoiceFacts((HELPER,), False, "甲大学", "被调查人刚刚离职"),
        (Defect("no reason", {"reason": ""}, "departure_unreasoned", "第六条"),),
    ),
)

TEAM = (
    Guard(
        check_team_change,
        TeamChangeFacts(frozenset({1, 2, 3}), frozenset({1, 2, 4}), DAY, DAY, frozenset({2})),
        (
            Defect("not approved", {"approved_on": None}, "team_change_unapproved", "第十六条"),
            Defect(
                "approved the day after",
                {"approved_on": date(2026, 3, 11)},
                "team_changed_before_approval",
                "第十六条",
            ),
            Defect(
                "because of the signature",
                {"refusing": frozenset({3})},
                "refusing_member_removed",
                "第二十四条",
            ),
        ),
    ),
)

DECIDING = (
    Guard(
        check_circumstances,
        CircumstanceFacts(
            REPENTED,
            {},
            began_on=DAY,
            ended_on=date(2026, 6, 10),
            corrected_on=date(2026, 3, 9),
            admitted_on=DAY,
        ),
        (
            Defect(
                "corrected on the day of acceptance",
                {"corrected_on": DAY},
                "corrected_after_acceptance",
                "第三十四条第三项",
            ),
            Defect(
                "admitted the day after the report",
                {"admitted_on": date(2026, 6, 11)},
                "admitted_after_report",
                "第三十四条第四项",
            ),
            Defect(
                "admitted the day before acceptance",
                {"admitted_on": date(2026, 3, 9)},
                "admitted_before_acceptance",
                "第三十四条第四项",
                "warning",
            ),
        ),
    ),
    Guard(
        check_finding,
        FindingFacts(
            True,
            "超权限调整预算",
            True,
            frozenset({8}),
            frozenset({"2.11"}),
            factors=WEIGHED,
            severity="minor",
        ),
        (
            Defect(
                "of the annex alone", {"conduct": frozenset()}, "annex_only", "第三条", "warning"
            ),
        ),
    ),
)

REVIEWING = (
    Guard(
        check_review_course,
        ReviewCourseFacts(True, True, True, True, True, parts=PARTS, evidence_items=1),
        (
            Defect(
                "no academic review",
                {"academic_review": False},
                "academic_review_missing",
                "第十七条",
            ),
            *(
                Defect(f"no {key}", {"parts": {**PARTS, key: " "}}, f"report_{key}_missing", place)
                for key, place in ((key, "第二十四条") for key in REPORT_PARTS)
            ),
            Defect("no evidence", {"evidence_items": 0}, "report_without_evidence", "第二十四条"),
        ),
    ),
    Guard(
        check_opinion,
        OpinionFacts(("已核查",), "变更处理决定", "varied"),
        (Defect("no result", {"opinion": ""}, "opinion_without_conclusion", "第四十三条"),),
    ),
)

TABLES = (*CHOOSING, *TEAM, *DECIDING, *REVIEWING)
