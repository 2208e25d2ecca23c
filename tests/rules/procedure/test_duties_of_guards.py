"""What the text does not order only warns; refusals on the record; the army; appeals as reports."""

from dataclasses import replace
from datetime import date

import pytest

from rules.context import default_context
from rules.outcome import Outcome
from rules.procedure.complaints import check_decision_on_complaint
from rules.procedure.evidence import InquiryHearingFacts, check_inquiry_hearing
from rules.procedure.inquiry import check_interview
from rules.procedure.leads import LeadFacts, check_lead
from rules.procedure.notice import HearingFacts, check_hearing
from rules.procedure.participation import JournalFacts, check_journal, check_participant
from tests.rules.procedure import tables_intake as intake
from tests.rules.procedure import tables_units as units
from tests.rules.procedure.tables_inquiry import INTERVIEW

PROVEN = default_context().with_readings(refusal_noted="proven")
ON = date(2026, 3, 10)


def said(outcome: Outcome) -> list[str]:
    return [f"{found.level} {found.code}" for found in outcome.findings]


class TestARefusalOnTheRecord:
    unsigned = replace(INTERVIEW, interviewee_signed=False)
    noted = replace(unsigned, refusal_noted=True)

    def test_an_interview_without_a_note_stays_open(self) -> None:
        for frame in (None, PROVEN):
            for facts in (self.unsigned, replace(self.unsigned, refusal_proven=True)):
                (found,) = check_interview(facts, context=frame).findings
                assert (found.level, found.code) == ("error", "interviewee_unsigned")
                assert found.message == (
                    "谈话对象还没有签字；签字确认后才能归入案卷，拒绝签字的请记明情况。"
                )

    def test_a_note_is_enough_unless_a_witness_is_wanted(self) -> None:
        for facts, frame in (
            (self.noted, None),
            (replace(self.noted, refusal_proven=True), PROVEN),
            (replace(self.noted, refusal_proven=True), None),
        ):
            (found,) = check_interview(facts, context=frame).findings
            assert (found.level, found.code) == ("warning", "interviewee_unsigned")
            assert found.reading == "refusal_noted"
            assert found.message == (
                "谈话对象拒绝签字，情况已经记明；按所采用的解读可以归入案卷，请核对。"
            )
        (wanted,) = check_interview(self.noted, context=PROVEN).findings
        assert (wanted.level, wanted.reading) == ("error", "refusal_noted")
        assert wanted.message == (
            "谈话对象拒绝签字，没有见证人签字；按所采用的解读，请补上见证人的签字。"
        )

    def test_who_signed_refused_nothing(self) -> None:
        assert not check_interview(replace(INTERVIEW, refusal_noted=True)).findings

    def test_silence_in_the_inquiry_after_an_invitation(self) -> None:
        never = InquiryHearingFacts(None, 0, 0)
        noted = replace(never, refusal_noted=True)
        proven = replace(noted, refusal_proven=True)
        rows = [
            (
                never,
                None,
                "error",
                "调查中没有听取被调查人的陈述和申辩；"
                "请听取并记录，拒绝陈述的请记明，事先告知后的陈述不能代替。",
            ),
            (
                replace(never, refusal_proven=True),
                PROVEN,
                "error",
                "调查中没有听取被调查人的陈述和申辩；"
                "请听取并记录，拒绝陈述的请记明，事先告知后的陈述不能代替。",
            ),
            (
                noted,
                PROVEN,
                "error",
                "被调查人拒绝陈述，没有邀请的送达凭据；按所采用的解读，请补上凭据或重新邀请。",
            ),
            *(
                (
                    facts,
                    frame,
                    "warning",
                    "被调查人拒绝陈述，邀请和拒绝的情况已经记明；按所采用的解读可以继续，请核对。",
                )
                for facts, frame in ((noted, None), (proven, None), (proven, PROVEN))
            ),
        ]
        for facts, frame, level, message in rows:
            (found,) = check_inquiry_hearing(facts, frame).findings
            assert (found.level, found.code) == (level, "not_heard_in_inquiry")
            assert (found.message, found.reading) == (message, "refusal_noted")
        heard = replace(noted, heard_on=ON)
        assert not check_inquiry_hearing(heard, PROVEN).findings


class TestAStatementAfterTheLastDay:
    due = date(2026, 3, 20)
    late = HearingFacts(date(2026, 3, 21), 3, 1, due, ON, "回证", date(2026, 3, 25))

    def test_its_points_may_stay_unanswered_for_a_reason(self) -> None:
        outcome = check_hearing(self.late)
        assert outcome.allowed
        assert said(outcome) == ["warning points_unanswered", "info statement_late"]
        assert [found.message for found in outcome.findings] == [
            "逾期收到的陈述申辩还有2条意见没有答复；条文视为放弃，最好逐条答复。",
            "陈述申辩在截止日期之后收到；条文视为放弃权利，可以仍逐条答复。",
        ]
        assert {found.citation.place for found in outcome.findings if found.citation} == {
            "第二十七条"
        }

    def test_on_the_last_day_each_is_answered(self) -> None:
        outcome = check_hearing(replace(self.late, statement_received_on=self.due))
        assert said(outcome) == ["error points_unanswered"]
        assert outcome.findings[0].message == "还有2条意见没有答复；逐条答复后才算听取了意见。"

    def test_a_late_one_without_points_only_warns(self) -> None:
        empty = replace(self.late, points=0, points_answered=0)
        assert said(check_hearing(empty)) == [
            "warning statement_without_points",
            "info statement_late",
        ]
        assert check_hearing(empty).findings[0].message == (
            "逾期收到的陈述申辩没有列出其中的意见；条文视为放弃，最好列出并答复。"
        )
        in_time = replace(empty, statement_received_on=self.due)
        assert said(check_hearing(in_time)) == ["error statement_without_points"]
        undated = replace(empty, reply_due=None)
        assert said(check_hearing(undated)) == [
            "error reply_date_missing",
            "error statement_without_points",
        ]


class TestOthersWhoOweNothing:
    def test_what_a_journal_leaves_undone_refuses_the_unit_nothing(self) -> None:
        everything = frozenset({"lead", "conclusion", "decision"})
        outcome = check_journal(JournalFacts(False, False, everything, frozenset()))
        assert outcome.allowed
        assert [(found.level, found.message) for found in outcome.findings] == [
            ("warning", "期刊或出版单位没有对论文开展调查；请发函请其主动调查。"),
            ("warning", "期刊或出版单位的反馈不是书面；请发函请其书面反馈。"),
            ("warning", "期刊或出版单位没有向牵头调查单位反馈齐全；请发函请其补送。"),
            (
                "warning",
                "期刊或出版单位没有向作者所在单位反馈齐全；两个单位都要反馈，请发函请其补送。",
            ),
        ]

    @pytest.mark.parametrize("role", ["former_unit", "project_unit", "award_unit", "coauthor_unit"])
    def test_the_other_participants_owe_their_result(self, role: str) -> None:
        silent = replace(units.COAUTHOR, role=role, result_received=False)
        (found,) = check_participant(silent).findings
        assert found.level == "error"
        assert found.message == (
            "参与单位还没有送来调查处理情况；请催办，确实不再等待的请写明原因。"
        )

    def test_the_unit_signed_on_the_paper_only_cooperates(self) -> None:
        silent = replace(units.COAUTHOR, role="signed_unit", result_received=False)
        (found,) = check_participant(silent).findings
        assert (found.level, found.message) == (
            "warning",
            "署名单位还没有送来配合的情况；请催办，或说明为何不再等待。",
        )
        assert said(check_participant(replace(silent, note="已撤销"))) == [
            "warning participant_not_waited_for"
        ]


ARMY = replace(intake.ACCEPTING, military=True)


class TestTheArmy:
    @pytest.mark.parametrize(
        ("advice", "decision", "competent", "expected"),
        [
            ("accept", "accept", True, ["error military"]),
            ("forward", "accept", True, ["error military"]),
            ("forward", "accept", False, ["error military"]),
            ("decline", "accept", True, ["error conditions_not_met", "error military"]),
            ("accept", "forward", True, []),
            ("forward", "forward", True, []),
            ("forward", "forward", False, []),
            ("decline", "forward", True, ["warning forward_despite_ground"]),
            ("accept", "decline", True, ["error forward_instead"]),
            ("forward", "decline", True, ["error forward_instead"]),
            ("decline", "decline", True, []),
        ],
    )
    def test_what_is_the_armys_is_forwarded(
        self, advice: str, decision: str, competent: bool, expected: list[str]
    ) -> None:
        facts = replace(
            ARMY, advice=advice, decision=decision, competent=competent, reason="无线索"
        )
        assert said(check_decision_on_complaint(facts)) == expected

    def test_it_is_told_where_the_complaint_goes(self) -> None:
        assert check_decision_on_complaint(ARMY).findings[0].message == (
            "被调查人属于军队管理，由军队按照其有关规定调查处理，不能受理；"
            "请转送军队，或告知举报人。"
        )


class TestAnAppealIsNoRepeatedReport:
    def test_it_is_not_declined(self) -> None:
        facts = replace(intake.DECLINING, is_appeal=True)
        (found,) = check_decision_on_complaint(facts).findings
        assert found.message == ("这是对处理决定的申诉，不能当作重复举报不予受理；请按申诉办理。")

    def test_nothing_is_said_where_it_is_not_declined(self) -> None:
        for facts in (intake.ACCEPTING, intake.FORWARDING):
            assert not check_decision_on_complaint(replace(facts, is_appeal=True)).findings


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("transferred", "没有写明移送的机关或部门；请写明，后续的报告和送达以此为准。"),
        ("own_work", "没有写明在哪项管理工作中发现；请写明。"),
        ("disclosed", "没有写明由哪家媒体、期刊或出版单位披露；请写明。"),
    ],
)
def test_only_to_who_transferred_a_lead_is_reported_later(source: str, message: str) -> None:
    found = check_lead(LeadFacts(source)).findings
    assert found[0].message == message
    assert found[1].message == "没有举报人也可以受理；符合受理条件的，应主动受理。"
