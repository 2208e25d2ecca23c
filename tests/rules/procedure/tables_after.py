"""After the decision: closing, appeals, filing (Art 36, 39, 41–43; 84号 20, 21)."""

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
from tests.rules.procedure.guard import Defect, Guard
from tests.rules.procedure.tables_inquiry import without

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
        check_second_level,
        SecondLevelFacts(first_decided=True, first_refused=False, by_state_council=True),
        (
            Defect(
                "to another department",
                {"to_superior": False},
                "not_to_same_department",
                "第四十二条",
            ),
        ),
    ),
    Guard(
        check_standing,
        StandingFacts("complainant", named=True, told=True),
        (
            Defect("a stranger", {"appellant": "journal"}, "not_entitled", "第四十一条"),
            Defect("no name, no proof", {"named": False}, "complainant_unnamed", "第四十一条"),
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
                for key in [
                    "name",
                    "identifier",
                    "unit",
                    "conduct",
                    "measures",
                    "decision_number",
                    "deciding_unit",
                    "effective_on",
                ]
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

TABLES = (*CLOSING, *APPEALS, *FILING)
