"""What an appellant is told of admission, and how a review is carried out (Art 41)."""

from datetime import date

from rules.procedure.reviews import (
    AdmissionNoticeFacts,
    ReviewCourseFacts,
    check_admission_notice,
    check_review_course,
)
from tests.rules.procedure.guard import Defect, Guard

DAY = date(2026, 3, 9)
TABLES = (
    Guard(
        check_admission_notice,
        AdmissionNoticeFacts(DAY, DAY, DAY),
        (
            Defect("silence", {"told_on": None}, "appellant_untold", "第四十一条"),
            Defect(
                "told before the decision",
                {"decided_on": date(2026, 3, 10)},
                "appellant_told_before_decision",
                "第四十一条",
            ),
            Defect(
                "told on the day after the last",
                {"last_day": date(2026, 3, 8)},
                "appellant_told_late",
                "第四十一条",
                "warning",
            ),
        ),
    ),
    Guard(
        check_review_course,
        ReviewCourseFacts(True, True, True, True, True),
        (
            Defect("no plan", {"plan_approved": False}, "review_without_plan", "第四十一条"),
            Defect("on paper only", {"inquired": False}, "review_on_paper_only", "第四十一条"),
            Defect("unheard", {"respondent_heard": False}, "review_without_hearing", "第二十条"),
            Defect("unsigned", {"report_signed": False}, "review_report_unsigned", "第二十四条"),
            Defect("not sent", {"result_sent": False}, "review_result_not_sent", "第四十一条"),
        ),
    ),
)
