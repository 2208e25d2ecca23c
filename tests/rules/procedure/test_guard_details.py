"""Guards in detail: the readings they rest on, codes that do not exist, last days, words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rules.context import default_context
from rules.errors import UnknownCode
from rules.outcome import Outcome
from rules.procedure.appeals import (
    AdmissionFacts,
    ReviewTeamFacts,
    SecondLevelFacts,
    check_admission,
    check_review_team,
    check_second_level,
    opinion_title,
)
from rules.procedure.decisions import (
    HearingFacts,
    ReasonedWarnings,
    check_approval,
    check_hearing,
    check_power,
    check_reasons,
)
from rules.procedure.files import check_telling
from rules.procedure.filing import ReleaseFacts, check_release
from rules.procedure.people import ParticipationFacts, check_participation
from tests.rules.procedure.guard import Guard
from tests.rules.procedure.test_guards import GUARDS

DEFAULT = default_context()
ADMISSION = AdmissionFacts(1, "admit", "admit", date(2026, 4, 1), date(2026, 4, 10))


def said(outcome: Outcome) -> list[tuple[str, str]]:
    return [(found.level.value, found.code) for found in outcome.findings]


RESTS_ON = {
    "check_objection_ruling": ("G5",),
    "check_notice": ("G3",),
    "check_hearing": ("G3",),
    "check_team": ("G16",),
    "check_service": ("G7",),
    "check_effect": ("G2",),
    "check_revocation": ("revocation_grounds",),
    "check_mitigation": ("G13",),
    "check_closing": ("case_closed_when",),
    "check_clearing": ("clearing_scope",),
    "check_suspension": ("C3", "G11"),
    "check_plan_approval": ("C3", "approver_apart"),
    "check_approval": ("decision_approver", "approver_apart"),
    "check_report": ("G18",),
    "check_second_level": ("G6",),
    "check_release": ("two_persons",),
    "check_exemption": ("G14",),
    "check_package": ("record_elements",),
    "check_recusal_ruling": ("G4",),
    "check_contribution": ("substantive_contribution",),
    "check_danger": ("at_once",),
    "check_public_notice": ("G17",),
}
# Theirs depend on the facts.
ELSEWHERE = {"check_review_team", "check_removal"}


@pytest.mark.parametrize(
    "guard",
    [g for g in GUARDS if g.check.__name__ not in ELSEWHERE and not g.readings],
    ids=lambda guard: guard.name,
)
def test_a_lawful_case_rests_on_exactly_these_readings(guard: Guard) -> None:
    assert guard.answer().readings == RESTS_ON.get(guard.name, ())


@pytest.mark.parametrize(
    ("ask", "message", "where"),
    [
        (lambda: check_power(frozenset({15}), None), "第二十九条没有“15”", "measures"),
        (lambda: opinion_title(0, DEFAULT), "申诉层级没有“0”", "level"),
        (lambda: check_telling("notes"), "告知的内容没有“notes”", "material"),
        (
            lambda: check_review_team(ReviewTeamFacts(frozenset(), frozenset(), False, level=3)),
            "申诉层级没有“3”",
            "level",
        ),
        (
            lambda: check_second_level(SecondLevelFacts(True, False, level_of_first=3)),
            "申诉层级没有“3”",
            "level_of_first",
        ),
        (
            lambda: check_participation(ParticipationFacts(True, True, frozenset({"neighbour"}))),
            "第四十五条没有“neighbour”",
            "relations",
        ),
        (
            lambda: check_admission(replace(ADMISSION, level=3)),
            "申诉层级没有“3”",
            "level",
        ),
        (
            lambda: check_admission(replace(ADMISSION, advice="wait")),
            "受理申诉没有“wait”",
            "advice",
        ),
        (
            lambda: check_admission(replace(ADMISSION, decision="wait")),
            "受理申诉没有“wait”",
            "decision",
        ),
    ],
)
def test_a_code_that_does_not_exist_is_named_with_its_place(
    ask: Callable[[], object], message: str, where: str
) -> None:
    with pytest.raises(UnknownCode) as caught:
        ask()
    assert caught.value.message.startswith(message)
    assert caught.value.where == where


def test_the_last_day_is_in_time_everywhere() -> None:
    day = date(2026, 4, 10)
    assert not check_admission(replace(ADMISSION, last_day=day)).findings
    statement = HearingFacts(day, 1, 1, day, date(2026, 3, 26), "回证", day)
    assert not check_hearing(statement).findings
    silent = replace(statement, statement_received_on=None, points=0, points_answered=0)
    assert said(check_hearing(silent)) == [("error", "reply_period_open")]


def test_a_reason_not_given_names_its_warning() -> None:
    warnings = ReasonedWarnings(frozenset({"b", "a", "c"}), {"c": "理由", "b": " "})
    outcome = check_reasons(warnings)
    assert said(outcome) == [("error", "unreasoned_a"), ("error", "unreasoned_b")]
    assert {found.message for found in outcome.findings} == {
        "有一条提醒没有写理由；请写明理由，或照提醒修改。"
    }
    assert {found.citation.place for found in outcome.findings} == {"第二十八条第三项"}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("below_floor", "低于最低尺度"),
        ("measure_not_in_tier", "措施不在本档"),
        ("term_outside_tier", "期限超出幅度"),
        ("no_measure", "没有给予本档的措施"),
        ("lighter_measure_added", "并用较轻的措施"),
        ("other_measure_needs_basis", "其他处理的依据"),
        ("permanent_needs_basis", "永久措施的依据"),
        ("term_not_stated", "没有写明期限"),
        ("term_of_10_outside_tier", "第十项措施的期限超出幅度"),
        ("beyond_power", "超出处理权限"),
        ("aggravation_not_reflected", "从重没有体现"),
        ("aggravation_overlooked", "同时存在多种行为"),
        ("same_fact_twice", "同一事实考虑两次"),
        ("unusual_for_organisation", "不常用于单位的措施"),
        ("exemption_needs_reason", "免予处理的理由"),
    ],
)
def test_a_warning_of_the_sanctions_check_is_called_by_name(code: str, name: str) -> None:
    (found,) = check_reasons(ReasonedWarnings(frozenset({code}))).findings
    assert found.message == f"提醒「{name}」没有写理由；请写明理由，或照提醒修改。"


def test_a_measure_beyond_the_power_is_a_proposal_by_its_item() -> None:
    found = check_power(frozenset({12}), frozenset({1})).findings[0]
    assert found.message == (
        "第二十九条第十二项措施不在本单位的处理权限内；请移出决定，改为随调查报告送有权限的单位的建议。"
    )


def test_what_a_reading_eases_asks_for_a_reason_instead() -> None:
    lenient = DEFAULT.with_readings(approver_apart="with_reason", two_persons="with_reason")
    drafted = next(g for g in GUARDS if g.name == "check_approval").lawful
    outcome = check_approval(replace(drafted, approver_drafted=True), lenient)
    assert [(found.level, found.message) for found in outcome.findings] == [
        ("warning", "批准人拟定了这份决定；按所采用的解读可以批准，请说明理由。")
    ]
    released = check_release(ReleaseFacts(1, 1), lenient)
    assert [(found.level, found.code, found.message) for found in released.findings] == [
        ("warning", "same_person", "备齐和放行是同一人；条文没有要求两人，请说明理由。")
    ]
