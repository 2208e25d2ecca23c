"""After the decision, under readings that are not the default: what each of them changes."""

from datetime import date

from rules.procedure.appeals import (
    AdmissionFacts,
    ReviewTeamFacts,
    SecondLevelFacts,
    StandingFacts,
    check_admission,
    check_review_team,
    check_second_level,
    check_standing,
)
from rules.procedure.closing import ClearingFacts, ClosingFacts, check_clearing, check_closing
from rules.procedure.filing import (
    RECORD_FIELDS,
    PackageFacts,
    ReleaseFacts,
    RemovalFacts,
    check_package,
    check_release,
    check_removal,
)
from tests.rules.procedure.guard import Defect, Guard

RECORD = dict.fromkeys(RECORD_FIELDS, "已填")
SECOND = ReviewTeamFacts(
    frozenset({1, 2}), frozenset({5, 6}), False, level=2, reviewers=frozenset({3, 4})
)
EXPIRED = RemovalFacts(
    "expired", date(2026, 12, 26), ends_on=date(2027, 12, 25), stated_end=date(2026, 12, 25)
)

TABLES = (
    Guard(
        check_closing,
        ClosingFacts(determined=True, open_proceedings=0, ineffective_decisions=0),
        (
            Defect("an appeal", {"open_appeals": 1}, "appeal_open", "第四十一条"),
            Defect("a filing", {"open_filings": 1}, "filing_open", "第三十六条"),
        ),
        {"case_closed_when": "appeals_over"},
    ),
    Guard(
        check_clearing,
        ClearingFacts(
            False, "书面说明", "全院", date(2026, 5, 2), date(2026, 5, 1), True, consented=True
        ),
        (Defect("no consent", {"consented": False}, "clearing_without_consent", "第四十六条"),),
        {"clearing_scope": "by_consent"},
    ),
    Guard(
        check_admission,
        AdmissionFacts(2, "refuse", "refuse", date(2026, 4, 1), date(2026, 4, 10), "同一理由"),
        (Defect("no reason", {"reason": ""}, "refusal_reason_missing", "第四十一条", "warning"),),
        {"second_refusal_explained": "advised"},
    ),
    Guard(
        check_review_team,
        SECOND,
        (
            Defect(
                "investigated once",
                {"second_team": frozenset({1, 6})},
                "team_shared",
                "第四十二条",
                "warning",
            ),
            Defect(
                "reviewed",
                {"second_team": frozenset({3, 6})},
                "team_shared",
                "第四十二条",
            ),
        ),
        {"re_review_team": "apart_from_review"},
    ),
    Guard(
        check_second_level,
        SecondLevelFacts(first_decided=True, first_refused=False),
        (
            Defect(
                "first one refused",
                {"first_decided": False, "first_refused": True},
                "first_appeal_refused",
                "第四十二条",
                "warning",
            ),
        ),
        {"refused_appeal": "to_superior"},
    ),
    Guard(
        check_standing,
        StandingFacts("complainant", named=True, told=True),
        (Defect("a clearing", {"without_decision": True}, "nothing_to_appeal", "第四十一条"),),
        {"appeal_against_clearing": "none"},
    ),
    Guard(
        check_standing,
        StandingFacts("complainant", named=True, told=True, proven_complainant=True),
        (Defect("no name", {"named": False}, "complainant_unnamed", "第四十一条"),),
        {"anonymous_appeal": "named_only"},
    ),
    Guard(
        check_release,
        ReleaseFacts(preparer=1, releaser=2),
        (Defect("same person", {"releaser": 1}, "same_person", "two_persons", "warning"),),
        {"two_persons": "with_reason"},
    ),
    Guard(
        check_package,
        PackageFacts(
            True, True, True, {**dict.fromkeys(RECORD_FIELDS, "已填"), "term_ends_on": "无"}
        ),
        (
            Defect(
                "no end of the term",
                {"record": RECORD},
                "record_term_ends_on_missing",
                "第二十条",
            ),
        ),
        {"record_elements": "letter_and_term"},
    ),
    Guard(
        check_removal,
        RemovalFacts("void", date(2026, 5, 1), True, True, through_department=True),
        (
            Defect(
                "by the unit",
                {"through_department": False},
                "removal_not_by_department",
                "第二十一条",
            ),
        ),
        {"C18": "through_department"},
    ),
    Guard(
        check_removal,
        EXPIRED,
        (
            Defect("on the last day", {"on": date(2026, 12, 25)}, "term_not_over", "第二十一条"),
            Defect("none stated", {"stated_end": None}, "removal_without_term", "第二十一条"),
        ),
        {"term_of_13": "as_stated"},
    ),
)
