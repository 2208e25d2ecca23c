"""Who may appeal and where: the complainant without a name, the department, the days of 84号."""

from dataclasses import replace
from datetime import date

import pytest

from rules.context import Context, default_context
from rules.law import N221, S84
from rules.outcome import Outcome
from rules.procedure.appeals import (
    AdmissionFacts,
    SecondLevelFacts,
    StandingFacts,
    check_admission,
    check_second_level,
    check_standing,
)

UNNAMED = StandingFacts("complainant", named=False, told=True)
PROVEN = replace(UNNAMED, proven_complainant=True)
NAMED_ONLY = default_context().with_readings(anonymous_appeal="named_only")
SHANDONG = default_context((N221, S84))


def said(outcome: Outcome) -> list[str]:
    return [f"{found.level} {found.code}" for found in outcome.findings]


class TestAComplainantWithoutAName:
    def test_who_proves_to_have_reported_may_appeal(self) -> None:
        assert said(check_standing(PROVEN)) == []
        assert check_standing(PROVEN).readings == ("anonymous_appeal",)

    def test_who_has_not_is_asked_for_proof(self) -> None:
        outcome = check_standing(UNNAMED)
        assert said(outcome) == ["error complainant_unnamed"]
        assert outcome.findings[0].message == (
            "匿名的申诉人还没有证明自己是举报人；请其出示举报回执的查询码等凭据。"
        )

    def test_nobody_has_to_tell_who_proved_it_first(self) -> None:
        assert said(check_standing(replace(PROVEN, told=False))) == []
        for facts in (replace(UNNAMED, told=False), replace(PROVEN, told=False, named=True)):
            assert "error nothing_received" in said(check_standing(facts))
        respondent = replace(PROVEN, appellant="respondent", told=False)
        assert said(check_standing(respondent)) == ["error nothing_received"]

    def test_proof_opens_nothing_where_only_a_name_does(self) -> None:
        for facts in (UNNAMED, PROVEN):
            outcome = check_standing(facts, NAMED_ONLY)
            assert said(outcome) == ["error complainant_unnamed"]
            assert outcome.findings[0].message == (
                "匿名举报人按所采用的解读不能申诉；有新的证据、线索可以再次举报。"
            )
        unread = check_standing(replace(PROVEN, told=False), NAMED_ONLY)
        assert said(unread) == ["error complainant_unnamed", "error nothing_received"]

    def test_a_name_or_being_the_respondent_asks_for_no_proof(self) -> None:
        for facts in (replace(UNNAMED, named=True), replace(UNNAMED, appellant="respondent")):
            for frame in (None, NAMED_ONLY):
                assert said(check_standing(facts, frame)) == []
                assert check_standing(facts, frame).readings == ()

    def test_both_readings_of_an_appeal_against_a_clearing_are_named(self) -> None:
        cleared = check_standing(replace(PROVEN, without_decision=True))
        assert cleared.readings == ("anonymous_appeal", "appeal_against_clearing")


class TestWhereTheSecondAppealGoes:
    other = SecondLevelFacts(True, False, to_superior=False)

    @pytest.mark.parametrize(
        ("by_department", "code", "message"),
        [
            (
                False,
                "not_to_superior",
                "第二次申诉应向调查处理单位的上级主管部门提出；请告知向上级主管部门提出，或代为转送。",
            ),
            (
                True,
                "not_to_same_department",
                "对国务院部门的复查结果不服的，应向作出该结果的国务院部门提出；"
                "请告知向该部门提出，或代为转送。",
            ),
        ],
    )
    def test_the_body_is_named(self, by_department: bool, code: str, message: str) -> None:
        (found,) = check_second_level(replace(self.other, by_state_council=by_department)).findings
        assert (found.code, found.message) == (code, message)

    def test_the_right_body_is_not_spoken_of(self) -> None:
        right = replace(self.other, to_superior=True, by_state_council=True)
        assert not check_second_level(right).findings


ADMITTED = AdmissionFacts(1, "admit", "admit", date(2026, 4, 1), date(2026, 4, 10))


@pytest.mark.parametrize(
    ("level", "frame", "expected"),
    [
        (1, SHANDONG, ["info admission_start_by_221"]),
        (2, SHANDONG, []),
        (1, default_context(), []),
        (1, None, []),
    ],
)
def test_the_start_84_leaves_out_is_said_of_a_first_appeal_in_shandong(
    level: int, frame: Context | None, expected: list[str]
) -> None:
    outcome = check_admission(replace(ADMITTED, level=level), frame)
    assert said(outcome) == expected
    for found in outcome.findings:
        assert found.citation is not None
        assert (found.citation.instrument, found.citation.place) == (S84, "第十八条")
        assert found.citation.text == "相关部门和单位应在15个工作日内作出是否受理的决定"
        assert found.message == (
            "84号第十八条未写15个工作日自何日起算；依其第十七条，按221号第四十一条自收到申诉之日起算。"
        )
