"""Choosing the body, changing the team, days of repentance, the course and the end of a review."""

from dataclasses import replace
from datetime import date

import pytest

from rules import jurisdiction_grounds as by
from rules.context import default_context
from rules.errors import UnknownCode
from rules.jurisdiction import Candidate
from rules.law import S84
from rules.outcome import Outcome
from rules.procedure.appeals import OpinionFacts, check_opinion
from rules.procedure.choosing import ChoiceFacts, check_choice
from rules.procedure.circumstances import check_circumstances
from rules.procedure.findings import check_finding
from rules.procedure.people import TeamChangeFacts, check_team_change
from rules.procedure.reviews import ReviewCourseFacts, check_review_course
from tests.rules.procedure import tables_missing as missing

DAY = date(2026, 3, 10)


def said(outcome: Outcome) -> list[str]:
    return [f"{found.level} {found.code}" for found in outcome.findings]


class TestChoosing:
    usual = ChoiceFacts((missing.EMPLOYER,), False, "乙大学")

    def test_what_usually_holds_may_be_left_for_a_reason(self) -> None:
        (found,) = check_choice(self.usual).findings
        assert found.message == (
            "一般由被调查时所在单位负责，选定了其他单位而没有写明理由；请写明。"
        )
        assert not check_choice(replace(self.usual, reason="原单位已撤销")).findings

    def test_in_shandong_article_15_knows_no_exception(self) -> None:
        local = replace(self.usual, named=(Candidate("甲大学", "lead", by.UNIT_84),), reason="便于")
        (found,) = check_choice(local).findings
        assert (found.level, found.code, found.message) == (
            "error",
            "choice_not_named",
            "选定的不是条文指定的单位，条文没有例外；请在列出的单位中选择。",
        )
        assert found.citation == by.UNIT_84

    def test_one_usual_candidate_among_others_is_enough_to_depart(self) -> None:
        both = replace(
            self.usual, named=(missing.SUPERIOR, missing.EMPLOYER), conflict=True, reason=""
        )
        assert said(check_choice(both)) == ["error departure_unreasoned"]
        assert not check_choice(replace(both, reason="原单位已撤销")).findings

    def test_a_department_may_take_a_case_of_its_system(self) -> None:
        taken = replace(self.usual, named=(missing.AWARDING,), chosen="省教育厅", by_superior=True)
        (found,) = check_choice(taken).findings
        assert found.message == (
            "主管部门独立组织调查处理，没有写明理由；请写明为何不由列出的单位负责。"
        )
        assert found.citation is not None
        assert found.citation.text == "可对本系统发生的科研失信行为独立组织开展调查处理"
        assert not check_choice(replace(taken, reason="单位推诿")).findings
        nobody = replace(taken, named=())
        assert said(check_choice(nobody)) == ["error departure_unreasoned"]
        named = replace(taken, named=(missing.SUPERIOR,))
        assert not check_choice(named).findings

    def test_where_nobody_is_named_a_reason_stands_in(self) -> None:
        nobody = replace(self.usual, named=(missing.HELPER,))
        (found,) = check_choice(nobody).findings
        assert found.message == (
            "现有信息没有指向任何单位，也没有写明为何由选定的单位负责；请补充信息，或写明理由。"
        )
        assert found.citation == by.NO_UNIT
        assert not check_choice(replace(nobody, reason="就近")).findings

    def test_one_named_body_asks_for_no_reason_and_several_do(self) -> None:
        one = ChoiceFacts((missing.AWARDING,), False, "己大学")
        assert not check_choice(one).findings
        two = ChoiceFacts((missing.SUPERIOR, missing.AWARDING), True, "省教育厅")
        (found,) = check_choice(two).findings
        assert (found.reading, found.citation) == ("G15", None)
        assert found.message == "不同条款指向不同单位，没有写明选择的理由；请写明。"

    def test_the_accused_is_refused_whatever_the_reason(self) -> None:
        facts = ChoiceFacts((missing.SUPERIOR,), False, "甲大学", "熟悉情况", accused="甲大学")
        assert said(check_choice(facts)) == ["error choice_of_accused", "error choice_not_named"]
        assert check_choice(facts).findings[0].message == (
            "选定的是被调查的单位，或者其主要负责人被调查的单位；请改选其上级主管部门。"
        )


class TestChangingTheTeam:
    def test_a_team_that_stays_needs_no_new_plan(self) -> None:
        same = TeamChangeFacts(frozenset({1, 2}), frozenset({2, 1}), DAY, None)
        assert not check_team_change(same).findings
        later = replace(same, approved_on=date(2026, 3, 11))
        assert not check_team_change(later).findings

    @pytest.mark.parametrize("after", [{1}, {1, 2, 3}])
    def test_who_joins_or_leaves_changes_it(self, after: set[int]) -> None:
        facts = TeamChangeFacts(frozenset({1, 2}), frozenset(after), DAY, None)
        (found,) = check_team_change(facts).findings
        assert found.message == "调查人员有变动，变更后的调查方案还没有批准；批准后再更换。"
        assert not check_team_change(replace(facts, approved_on=DAY)).findings
        (early,) = check_team_change(replace(facts, approved_on=date(2026, 3, 11))).findings
        assert early.message == "更换调查人员的日期早于变更方案的批准日期；请核对两个日期。"

    def test_who_will_not_sign_stays(self) -> None:
        facts = TeamChangeFacts(frozenset({1, 2}), frozenset({1, 3}), DAY, DAY, frozenset({2}))
        (found,) = check_team_change(facts).findings
        assert found.message == (
            "不愿在调查报告上签字的人被移出调查组；报告须由全体调查人员签字，请保留并记明其意见。"
        )
        assert not check_team_change(replace(facts, refusing=frozenset({1, 3}))).findings


class TestWhenSomebodyRepented:
    guard = missing.DECIDING[0]

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({}, []),
            ({"corrected_on": date(2026, 3, 11)}, ["error corrected_after_acceptance"]),
            ({"corrected_on": None}, []),
            ({"corrected_on": DAY, "began_on": None}, []),
            ({"admitted_on": date(2026, 6, 10)}, []),
            ({"admitted_on": date(2026, 6, 11), "ended_on": None}, []),
            ({"admitted_on": date(2026, 3, 9), "began_on": None}, []),
            ({"admitted_on": None}, []),
            (
                {"corrected_on": DAY, "lenient": {"admitted_and_pledged": "承诺书"}},
                [],
            ),
            (
                {"admitted_on": date(2026, 6, 11), "lenient": {"corrected_beforehand": "函"}},
                [],
            ),
            (
                {"corrected_on": DAY, "admitted_on": date(2026, 6, 11)},
                ["error corrected_after_acceptance", "error admitted_after_report"],
            ),
        ],
    )
    def test_the_days_are_compared_where_both_are_known(
        self, changes: dict[str, object], expected: list[str]
    ) -> None:
        assert said(check_circumstances(replace(self.guard.lawful, **changes))) == expected

    def test_what_to_do_is_said(self) -> None:
        messages = {
            defect.code: self.guard.answer(defect).findings[0].message
            for defect in self.guard.defects
        }
        assert messages == {
            "corrected_after_acceptance": (
                "纠正不在调查处理之前，不能按第三十四条第三项从轻；"
                "请核对日期，或看是否有其他从轻情形。"
            ),
            "admitted_after_report": (
                "承认错误晚于调查结束，不能按第三十四条第四项从轻；"
                "请核对日期，或看是否有其他从轻情形。"
            ),
            "admitted_before_acceptance": (
                "承认错误早于受理，条文写在调查中；请说明调查中是否仍然承认。"
            ),
        }


class TestAReview:
    course = ReviewCourseFacts(True, True, True, True, True)

    def test_what_was_not_asked_is_not_missing(self) -> None:
        assert not check_review_course(self.course).findings
        assert len(check_review_course(replace(self.course, parts={})).errors) == 7

    def test_without_an_academic_question_it_is_a_reading(self) -> None:
        facts = replace(self.course, academic_review=False, no_academic_question=True)
        assert said(check_review_course(facts)) == ["info academic_review_unneeded"]
        always = default_context().with_readings(academic_review_unneeded="always")
        assert said(check_review_course(facts, always)) == ["error academic_review_missing"]
        assert not check_review_course(replace(self.course, no_academic_question=True)).findings

    def test_the_findings_follow_the_course(self) -> None:
        nothing = ReviewCourseFacts(False, False, False, False, False, False, False, {}, 0)
        codes = [found.code for found in check_review_course(nothing).findings]
        assert codes[:4] == [
            "review_without_plan",
            "review_on_paper_only",
            "review_without_hearing",
            "academic_review_missing",
        ]
        assert codes[11:] == [
            "report_without_evidence",
            "review_report_unsigned",
            "review_result_not_sent",
        ]

    @pytest.mark.parametrize(
        ("result", "expected", "message"),
        [
            ("", [], ""),
            ("upheld", [], ""),
            ("sent_back", [], ""),
            (
                "varied",
                ["info resubmit_after_variation"],
                "变更后的处理决定生效后，已汇交的须按原程序重新汇交。",
            ),
            (
                "revoked",
                ["info remove_after_revocation"],
                "处理决定被撤销的，已汇交的须及时申请移出。",
            ),
        ],
    )
    def test_what_becomes_of_the_record(
        self, result: str, expected: list[str], message: str
    ) -> None:
        outcome = check_opinion(OpinionFacts(("已核查",), "意见", result))
        assert said(outcome) == expected
        for found in outcome.findings:
            assert found.citation is not None
            assert (found.citation.instrument, found.citation.article) == (S84, 21)
            assert found.message == message

    def test_a_result_there_is_not_is_bad_input(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_opinion(OpinionFacts(("已核查",), "意见", "shelved"))
        assert (caught.value.where, caught.value.message) == (
            "result",
            "复查、复核结果没有“shelved”",
        )


def test_conduct_of_the_annex_alone_is_told_what_221_needs() -> None:
    guard = missing.DECIDING[1]
    (found,) = guard.answer(guard.defects[0]).findings
    assert found.reading == "C15"
    assert found.message == (
        "只认定了附件的行为；依221号给予处理的，须同时认定第二条的情形（可以是第八项）。"
    )
    cleared = replace(guard.lawful, conduct=frozenset(), annex=frozenset())
    assert said(check_finding(cleared)) == ["error conduct_missing"]
