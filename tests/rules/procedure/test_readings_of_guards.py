"""The guards where a reading is at work: boundaries, words, and what no reading moves."""

from dataclasses import replace
from datetime import date

import pytest

from rules.context import default_context
from rules.errors import UnknownCode
from rules.outcome import Outcome
from rules.procedure.appeals import (
    ReviewTeamFacts,
    SecondLevelFacts,
    StandingFacts,
    check_review_team,
    check_second_level,
    check_standing,
    opinion_title,
)
from rules.procedure.clocks import check_suspension, leads_as_head
from rules.procedure.closing import ClearingFacts, ClosingFacts, check_clearing, check_closing
from rules.procedure.complaints import check_objection, check_objection_ruling
from rules.procedure.decisions import (
    check_approval,
    check_notice,
    check_service,
)
from rules.procedure.files import (
    PublicNoticeFacts,
    check_disposal,
    check_public_notice,
    check_telling,
)
from rules.procedure.filing import RECORD_FIELDS, RemovalFacts, check_removal, record_fields
from rules.procedure.people import (
    TeamFacts,
    check_team,
)
from rules.procedure.plan import PLAN_PARTS, PlanApprovalFacts, check_plan_approval
from rules.procedure.report import check_report
from tests.rules.procedure.tables_inquiry import REPORTED
from tests.rules.procedure.tables_readings import APPROVAL, NOTICE, POSTED, SUSPENSION

DEFAULT = default_context()


def reading(**chosen: str):
    return DEFAULT.with_readings(**chosen)


def said(outcome: Outcome) -> list[tuple[str, str]]:
    return [(found.level.value, found.code) for found in outcome.findings]


class TestReplyPeriod:
    @pytest.mark.parametrize(
        ("value", "last_too_early", "first_in_time", "days"),
        [
            ("at_least_3_working_days", date(2026, 3, 12), date(2026, 3, 13), "3"),
            ("at_least_5_working_days", date(2026, 3, 16), date(2026, 3, 17), "5"),
        ],
    )
    def test_the_day_that_completes_the_period_is_enough(
        self, value: str, last_too_early: date, first_in_time: date, days: str
    ) -> None:
        frame = reading(G3=value)
        assert not check_notice(replace(NOTICE, reply_due=first_in_time), frame).findings
        short = check_notice(replace(NOTICE, reply_due=last_too_early), frame)
        assert said(short) == [("error", "reply_period_too_short")]
        found = short.findings[0]
        assert found.reading == "G3"
        assert found.message == (
            f"陈述申辩的期限不足{days}个工作日，短于本单位规定的最短期限；请改为以后的日期。"
        )

    def test_the_unit_may_set_any_later_day_by_default(self) -> None:
        assert not check_notice(replace(NOTICE, reply_due=date(2026, 3, 11))).findings

    @pytest.mark.parametrize(
        ("due", "code"),
        [(None, "reply_date_missing"), (date(2026, 3, 10), "reply_date_too_early")],
    )
    def test_a_day_that_is_none_is_not_called_short_as_well(
        self, due: date | None, code: str
    ) -> None:
        outcome = check_notice(
            replace(NOTICE, reply_due=due), reading(G3="at_least_3_working_days")
        )
        assert said(outcome) == [("error", code)]

    def test_days_not_announced_speak_for_the_notice(self) -> None:
        frame = reading(G3="at_least_3_working_days")
        served = replace(NOTICE, on=date(2026, 12, 30), reply_due=date(2027, 1, 5))
        assert not check_notice(served, frame).findings


class TestObjections:
    def ruling(self, answered: date | None, lodged: date | None = date(2026, 3, 2)) -> Outcome:
        return check_objection_ruling(
            upheld=True,
            answer="",
            lodged_on=lodged,
            answered_on=answered,
            context=reading(G5="target_15_working_days"),
        )

    def test_the_fifteenth_working_day_meets_the_target(self) -> None:
        assert not self.ruling(date(2026, 3, 23)).findings
        slow = self.ruling(date(2026, 3, 24))
        assert slow.allowed
        assert said(slow) == [("info", "objection_answer_slow")]
        assert slow.findings[0].citation.place == "第十四条"

    def test_without_the_days_nothing_is_said_of_the_target(self) -> None:
        assert not self.ruling(None).findings
        assert not self.ruling(date(2026, 5, 6), None).findings
        assert self.ruling(None).readings == ("G5",)

    def test_no_period_is_made_up_for_the_complainant(self) -> None:
        assert check_objection("附有原始数据").readings == ("G5",)


class TestTeam:
    def test_a_team_of_the_required_number_is_enough(self) -> None:
        two, three = TeamFacts(frozenset({1, 2})), TeamFacts(frozenset({1, 2, 3}))
        assert not check_team(two, reading(G16="at_least_2")).findings
        assert not check_team(three, reading(G16="at_least_3")).findings
        short = check_team(two, reading(G16="at_least_3"))
        assert short.findings[0].message == (
            "调查组不足3人，少于本单位规定的人数；请增加调查人员。"
        )
        assert not check_team(two).findings

    def test_no_team_at_all_is_said_once(self) -> None:
        empty = TeamFacts(frozenset())
        for frame in (DEFAULT, reading(G16="at_least_2"), reading(G16="at_least_3")):
            assert said(check_team(empty, frame)) == [("error", "team_missing")]

    def test_no_number_is_asked_where_a_third_party_reviews(self) -> None:
        facts = ReviewTeamFacts(frozenset({1}), frozenset({3}), third_party=True)
        assert not check_review_team(facts, reading(G16="at_least_3")).findings

    def test_people_of_the_review_are_barred_from_the_re_review_by_default(self) -> None:
        facts = ReviewTeamFacts(
            frozenset({1}), frozenset({3, 4}), False, level=2, reviewers=frozenset({4})
        )
        assert said(check_review_team(facts)) == [("error", "team_shared")]
        first_level = replace(facts, level=1)
        assert not check_review_team(first_level).findings

    def test_one_who_did_both_is_barred_under_every_reading(self) -> None:
        both = frozenset({1, 3})
        facts = ReviewTeamFacts(both, both, False, level=2, reviewers=frozenset({3}))
        lenient = reading(re_review_team="apart_from_review")
        assert said(check_review_team(facts, lenient)) == [("error", "team_shared")]
        assert said(check_review_team(replace(facts, level=1), lenient)) == [
            ("error", "team_shared")
        ]


class TestApproval:
    plan = PlanApprovalFacts(dict.fromkeys(PLAN_PARTS, "已写明"), False, approver_is_head=True)

    def test_the_head_is_not_the_responsible_leader_by_default(self) -> None:
        outcome = check_plan_approval(self.plan)
        assert said(outcome) == [("error", "approver_not_responsible_leader")]
        assert outcome.findings[0].reading == "C3"
        assert outcome.readings == ("C3", "approver_apart")
        suspended = check_suspension(replace(SUSPENSION, approver_is_responsible_leader=False))
        assert said(suspended) == [("error", "approver_not_responsible_leader")]

    def test_a_leader_who_is_not_head_gains_nothing_by_the_reading(self) -> None:
        as_well = reading(C3="head_as_well")
        assert leads_as_head(True, as_well)
        assert not leads_as_head(False, as_well)
        assert not leads_as_head(True, DEFAULT)

    def test_a_leader_does_not_approve_a_decision_by_default(self) -> None:
        leader = replace(APPROVAL, approver_is_head=False, approver_is_leader=True)
        assert said(check_approval(leader)) == [("error", "approver_not_head")]
        assert check_approval(leader).readings == ("decision_approver", "approver_apart")
        frame = reading(decision_approver="responsible_leader")
        assert not check_approval(leader, frame).findings
        assert not check_approval(APPROVAL, frame).findings


class TestSuspension:
    def test_suspensions_before_it_are_counted(self) -> None:
        assert not check_suspension(SUSPENSION).findings
        again = check_suspension(replace(SUSPENSION, earlier=2))
        assert said(again) == [("info", "suspended_before")]
        assert again.findings[0].message == "此前已中止2次；各次中止的时间相加，不重复计算。"
        assert again.findings[0].reading == "G11"
        assert again.findings[0].citation.text == "中止的时间不计入调查时限"
        assert said(check_suspension(replace(SUSPENSION, earlier=1))) == said(again)
        assert again.readings == ("C3", "G11")

    def test_a_review_may_pause_but_its_ninety_days_run(self) -> None:
        review = replace(SUSPENSION, in_review=True, case_investigating=False)
        outcome = check_suspension(review)
        assert outcome.allowed
        assert said(outcome) == [("info", "review_clock_runs")]
        closed = replace(SUSPENSION, case_investigating=False)
        assert said(check_suspension(closed)) == [("error", "not_investigating")]


class TestService:
    def test_consent_is_asked_of_electronic_service_only(self) -> None:
        frame = reading(G7="electronic_by_consent", public_service="after_30_days")
        direct = replace(POSTED, method="direct", posted_on=None)
        assert not check_service(direct, frame).findings
        electronic = replace(direct, method="electronic")
        assert said(check_service(electronic, frame)) == [("error", "electronic_without_consent")]
        assert not check_service(electronic).findings

    def test_a_public_notice_serves_on_the_thirtieth_day_after_it(self) -> None:
        frame = reading(public_service="after_30_days")
        assert not check_service(POSTED, frame).findings
        assert check_service(POSTED, frame).readings == ("G7", "public_service")
        assert not check_service(replace(POSTED, posted_on=None)).findings
        assert check_service(replace(POSTED, method="post")).readings == ("G7",)


class TestAfterwards:
    def test_what_still_runs_holds_the_case_on_one_reading_only(self) -> None:
        facts = ClosingFacts(True, 0, 0, open_appeals=2, open_filings=3)
        assert not check_closing(facts).findings
        held = check_closing(facts, reading(case_closed_when="appeals_over"))
        assert [(found.citation.place, found.reading) for found in held.findings] == [
            ("第四十一条", "case_closed_when"),
            ("第三十六条", "case_closed_when"),
        ]
        assert [found.message for found in held.findings] == [
            "还有2件申诉没有办结；按所采用的解读，办结后才能结案。",
            "还有3件汇交没有办结；按所采用的解读，办结后才能结案。",
        ]

    def test_a_wider_circle_needs_a_reason_or_consent(self) -> None:
        facts = ClearingFacts(
            False, "书面说明", "全院", date(2026, 5, 2), date(2026, 5, 1), wider_than_rumour=True
        )
        consent = reading(clearing_scope="by_consent")
        assert said(check_clearing(facts)) == [("warning", "clearing_too_wide")]
        assert said(check_clearing(facts, consent)) == [("error", "clearing_without_consent")]
        narrow = replace(facts, wider_than_rumour=False)
        assert not check_clearing(narrow, consent).findings
        assert not check_clearing(narrow).findings

    def test_a_decision_may_be_appealed_under_every_reading(self) -> None:
        standing = StandingFacts("complainant", named=True, told=True)
        assert not check_standing(standing, reading(appeal_against_clearing="none")).findings
        assert check_standing(standing).readings == ()
        cleared = check_standing(replace(standing, without_decision=True))
        assert (cleared.findings, cleared.readings) == ((), ("appeal_against_clearing",))

    def test_a_second_appeal_rests_on_there_being_no_period(self) -> None:
        facts = SecondLevelFacts(first_decided=True, first_refused=False)
        assert check_second_level(facts).readings == ("G6",)

    def test_the_name_of_a_paper_needs_a_level(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            opinion_title(3, DEFAULT)
        assert caught.value.where == "level"

    def test_the_fields_of_a_record_are_those_of_the_letter(self) -> None:
        assert record_fields(DEFAULT) == RECORD_FIELDS
        longer = record_fields(reading(record_elements="letter_and_term"))
        assert list(longer) == [*RECORD_FIELDS, "term_ends_on"]
        assert longer["term_ends_on"] == "期限届满的日期（没有期限的写无）"

    def test_the_end_that_counts_is_a_reading_and_named(self) -> None:
        facts = RemovalFacts("expired", date(2026, 12, 26), ends_on=date(2026, 12, 25))
        assert check_removal(facts).readings == ("term_of_13",)
        stated = check_removal(facts, reading(term_of_13="as_stated"))
        assert said(stated) == [("error", "removal_without_term")]
        assert stated.findings[0].reading == "term_of_13"
        revoked = RemovalFacts("revoked", date(2026, 5, 1), applied=True, documents=True)
        assert check_removal(revoked).readings == ("C18",)
        assert check_removal(replace(revoked, ground="varied")).readings == ()

    def test_an_expired_record_needs_no_department(self) -> None:
        facts = RemovalFacts("expired", date(2026, 12, 26), ends_on=date(2026, 12, 25))
        assert not check_removal(facts, reading(C18="through_department")).findings

    def test_a_report_not_signed_by_all_is_not_asked_about_its_filing(self) -> None:
        unsigned = replace(REPORTED, signed=frozenset({1}))
        assert said(check_report(unsigned, reading(G18="filed"))) == [("error", "report_unsigned")]
        assert not check_report(REPORTED).findings


class TestFiles:
    def test_a_public_notice_lasts_as_the_decision_says(self) -> None:
        one_day = PublicNoticeFacts("本单位网站", date(2026, 3, 10), date(2026, 3, 10))
        assert check_public_notice(one_day).readings == ("G17",)
        assert not check_public_notice(one_day).findings
        reversed_ = replace(one_day, until=date(2026, 3, 9))
        assert said(check_public_notice(reversed_)) == [("error", "public_notice_reversed")]

    def test_a_notice_of_five_working_days_is_long_enough(self) -> None:
        frame = reading(G17="at_least_5_working_days")
        facts = PublicNoticeFacts("本单位网站", date(2026, 3, 10), date(2026, 3, 17))
        assert not check_public_notice(facts, frame).findings
        short = check_public_notice(replace(facts, until=date(2026, 3, 16)), frame)
        assert said(short) == [("error", "public_notice_too_short")]
        assert said(check_public_notice(replace(facts, from_=None), frame)) == [
            ("error", "public_notice_span_missing")
        ]

    def test_files_stay_for_ever_or_thirty_years_to_the_day(self) -> None:
        closed, thirty = date(2026, 3, 2), reading(retention="thirty_years")
        assert said(check_disposal(closed, date(2099, 1, 1))) == [("error", "file_kept_for_ever")]
        assert said(check_disposal(closed, date(2056, 3, 2), thirty)) == [
            ("error", "file_kept_longer")
        ]
        after = check_disposal(closed, date(2056, 3, 3), thirty)
        assert (after.findings, after.readings) == ((), ("retention",))

    def test_a_complainant_is_told_the_result_and_never_shown_the_file(self) -> None:
        wide = reading(complainant_access="result_and_reasons")
        for frame in (DEFAULT, wide):
            assert not check_telling("result", frame).findings
            shown = check_telling("file", frame)
            assert said(shown) == [("error", "file_closed_to_complainant")]
            assert shown.findings[0].citation.place == "第四十六条"
        narrow = check_telling("reasons")
        assert said(narrow) == [("error", "only_result_told")]
        assert narrow.findings[0].citation.place == "第二十八条"
        assert not check_telling("reasons", wide).findings
        with pytest.raises(UnknownCode) as caught:
            check_telling("notes")
        assert caught.value.where == "material"
