"""The least that is enough, the most that is not, and every answer beside every advice."""

from dataclasses import replace
from datetime import date

import pytest

from rules.context import default_context
from rules.deadlines import working_days_range
from rules.errors import InstrumentNotInForce
from rules.outcome import Outcome
from rules.procedure.appeals import (
    AdmissionFacts,
    OpinionFacts,
    check_admission,
    check_opinion,
)
from rules.procedure.clocks import ExtensionFacts, check_extension
from rules.procedure.complaints import (
    ComplaintDecisionFacts,
    check_decision_on_complaint,
    check_objection_ruling,
)
from rules.procedure.files import PublicNoticeFacts, check_public_notice, check_telling
from rules.procedure.filing import PackageFacts, check_package
from rules.procedure.findings import DeterminationFacts, check_determination, check_finding
from rules.procedure.inquiry import check_interview
from tests.rules.procedure import tables_decision, tables_inquiry

DAY = date(2026, 3, 10)
EXTENSION = ExtensionFacts(1, True, True, date(2026, 7, 15), date(2026, 7, 15))


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.findings]


# What the conditions advise, what the person decides, what is said when competent and when not.
DECISIONS = [
    ("accept", "accept", "", "not_competent"),
    ("accept", "decline", "must_accept", "must_accept"),
    ("accept", "forward", "must_accept", "must_accept"),
    ("decline", "accept", "conditions_not_met", "conditions_not_met not_competent"),
    ("decline", "decline", "", ""),
    ("decline", "forward", "competent forward_despite_ground", "forward_despite_ground"),
    ("forward", "accept", "not_competent", "not_competent"),
    ("forward", "decline", "forward_instead", "forward_instead"),
    ("forward", "forward", "competent", ""),
]


@pytest.mark.parametrize(("advice", "decision", "competent", "not_competent"), DECISIONS)
def test_a_decision_on_a_complaint_against_the_advice(
    advice: str, decision: str, competent: str, not_competent: str
) -> None:
    facts = ComplaintDecisionFacts(advice, decision, DAY, DAY, True, "理由")
    assert codes(check_decision_on_complaint(facts)) == competent.split()
    elsewhere = replace(facts, competent=False)
    assert codes(check_decision_on_complaint(elsewhere)) == not_competent.split()


def test_only_a_refusal_needs_a_reason_and_a_notice_on_the_last_day_is_in_time() -> None:
    facts = ComplaintDecisionFacts(
        "accept", "accept", DAY, DAY, True, named=True, notified_on=DAY, last_day=DAY
    )
    assert not check_decision_on_complaint(facts).findings
    declined = replace(facts, advice="decline", decision="decline")
    assert codes(check_decision_on_complaint(declined)) == ["reason_missing"]


def test_an_objection_is_slow_only_when_days_not_announced_could_not_make_it_timely() -> None:
    frame = default_context().with_readings(G5="target_15_working_days")

    def said(answered: date) -> list[str]:
        outcome = check_objection_ruling(
            upheld=True,
            answer="",
            lodged_on=date(2027, 1, 14),
            answered_on=answered,
            context=frame,
        )
        return codes(outcome)

    least, most = working_days_range(date(2027, 1, 14), date(2027, 2, 10), frame)
    assert least <= 15 < most
    assert said(date(2027, 2, 10)) == []
    assert said(date(2027, 3, 31)) == ["objection_answer_slow"]


def test_one_month_is_an_extension_and_seven_in_all_are_unusual() -> None:
    assert not check_extension(EXTENSION).findings
    assert not check_extension(replace(EXTENSION, months=1, earlier_months=5)).findings
    assert codes(check_extension(replace(EXTENSION, earlier_months=6))) == ["extension_unusual"]
    assert not check_extension(replace(EXTENSION, due=None)).findings


def test_the_law_of_an_extension_is_that_of_the_day_named_else_of_its_approval() -> None:
    before, after = date(2022, 8, 24), date(2022, 8, 25)
    assert not check_extension(replace(EXTENSION, approved_on=before, on=after)).findings
    with pytest.raises(InstrumentNotInForce):
        check_extension(replace(EXTENSION, approved_on=after, on=before))
    with pytest.raises(InstrumentNotInForce):
        check_extension(replace(EXTENSION, approved_on=before))


def test_unanswered_reasons_of_an_appeal_are_counted_one_by_one() -> None:
    one = check_opinion(OpinionFacts(("已核查", ""), "维持")).findings
    two = check_opinion(OpinionFacts((" ", ""), "维持")).findings
    assert [found.message for found in (*one, *two)] == [
        f"还有{number}条申诉理由没有回复；逐条明确回复后才能出具意见书。" for number in (1, 2)
    ]


def test_one_respondent_makes_a_case() -> None:
    assert not check_determination(DeterminationFacts(True, 1, 0)).findings
    (found,) = check_determination(DeterminationFacts(True, 2, 2)).findings
    assert found.message == "还有2名被调查人没有认定结果；每人都有结果后才能最终认定。"


def test_who_is_innocent_is_so_of_the_annex_too() -> None:
    facts = replace(tables_decision.INNOCENT, annex=frozenset({"2.3"}))
    assert codes(check_finding(facts)) == ["cleared_with_conduct"]
    assert codes(check_finding(replace(facts, annex=frozenset(), severity=" "))) == []


def test_what_was_not_recorded_is_not_asked_for_its_notice() -> None:
    facts = replace(tables_inquiry.INTERVIEW, recorded=False, recording_told_on=date(2026, 3, 11))
    assert not check_interview(facts).findings


def test_a_notice_of_one_day_or_with_days_reversed_under_a_shortest_length() -> None:
    frame = default_context().with_readings(G17="at_least_5_working_days")
    one_day = PublicNoticeFacts("本单位网站", DAY, DAY)
    assert codes(check_public_notice(one_day, frame)) == ["public_notice_too_short"]
    for changes, said in (
        ({"until": date(2026, 3, 9)}, "public_notice_reversed"),
        ({"until": None}, "public_notice_span_missing"),
        ({"from_": None}, "public_notice_span_missing"),
    ):
        assert codes(check_public_notice(replace(one_day, **changes), frame)) == [said]


def test_what_a_complainant_is_told_rests_on_a_reading_a_hop_without_a_record_on_none() -> None:
    for material in ("result", "reasons", "file"):
        assert check_telling(material).readings == ("complainant_access",)
    assert check_package(PackageFacts(True, True, True)).readings == ()


def test_a_second_refusal_without_a_reason_is_eased_in_words_of_its_own() -> None:
    frame = default_context().with_readings(second_refusal_explained="advised")
    (found,) = check_admission(AdmissionFacts(2, "refuse", "refuse", DAY, DAY), frame).findings
    assert (found.level, found.code) == ("warning", "refusal_reason_missing")
    assert found.message == "不予受理申诉没有说明情况；条文没有要求，最好写明理由。"
