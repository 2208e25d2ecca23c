"""What single rows cannot say: who may do less, what is no defect, and what is final."""

from dataclasses import replace
from datetime import date

import pytest

from rules.context import default_context
from rules.errors import UnknownCode
from rules.law import N221, S84
from rules.procedure.appeals import (
    AdmissionFacts,
    ReviewTeamFacts,
    StandingFacts,
    check_admission,
    check_review_team,
    check_standing,
)
from rules.procedure.appeals import check_third_level as third_level
from rules.procedure.clocks import (
    ExtensionFacts,
    ResumptionFacts,
    check_extension,
    check_resumption,
    check_termination,
)
from rules.procedure.closing import ClearingFacts, check_clearing
from rules.procedure.competence import TransferFacts, check_transfer
from rules.procedure.complaints import (
    ForwardFacts,
    check_decision_on_complaint,
    check_forwarding,
    check_objection,
    check_objection_ruling,
)
from rules.procedure.decisions import (
    EffectFacts,
    HearingFacts,
    RevocationFacts,
    ServiceFacts,
    check_effect,
    check_hearing,
    check_issue,
    check_mitigation,
    check_power,
    check_revocation,
    check_service,
)
from rules.procedure.filing import PackageFacts, check_package
from rules.procedure.findings import ExemptionFacts, check_exemption, check_finding
from rules.procedure.inquiry import AcademicReviewFacts, check_academic_review, check_interview
from rules.procedure.people import ParticipationFacts, check_participation
from rules.procedure.plan import check_step_after_plan
from rules.procedure.report import check_report, check_report_contents
from tests.rules.procedure import tables_decision as decision
from tests.rules.procedure import tables_inquiry as inquiry
from tests.rules.procedure import tables_intake as intake


def codes(outcome) -> set[str]:
    return {found.code for found in outcome.findings}


class TestComplaints:
    def test_a_named_complainant_is_still_to_be_told_within_the_same_period(self) -> None:
        outcome = check_decision_on_complaint(replace(intake.DECLINING, named=True))
        assert outcome.allowed
        assert codes(outcome) == {"notice_due"}

    def test_the_fifteenth_working_day_is_in_time(self) -> None:
        facts = replace(intake.ACCEPTING, last_day=intake.ACCEPTING.decided_on)
        assert not check_decision_on_complaint(facts).findings

    def test_telling_the_complainant_where_to_go_is_the_other_way(self) -> None:
        assert check_forwarding(ForwardFacts(recipient=False, complainant_told=True)).allowed

    def test_an_objection_needs_reasons_and_no_period(self) -> None:
        assert check_objection("举报附有原始数据").allowed
        assert codes(check_objection(" ")) == {"objection_without_reasons"}

    def test_only_a_refusal_of_the_objection_had_better_be_explained(self) -> None:
        assert check_objection_ruling(upheld=True, answer="").allowed
        assert check_objection_ruling(upheld=False, answer="线索不可查证").findings == ()
        refused = check_objection_ruling(upheld=False, answer="")
        assert codes(refused) == {"objection_unanswered"}
        assert refused.allowed
        assert refused.findings[0].message == (
            "认定异议不成立，没有写明理由；条文没有要求，最好写明为何仍不予受理。"
        )

    def test_a_decision_the_law_does_not_know_is_bad_input(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_decision_on_complaint(replace(intake.ACCEPTING, decision="shelve"))
        assert caught.value.where == "decision"

    def test_a_case_under_military_management_leaves_the_system(self) -> None:
        assert check_transfer(TransferFacts("military", "第五十二条", recipient=True)).allowed
        unsaid = check_transfer(TransferFacts("military", "第五十二条", recipient=False))
        assert unsaid.errors[0].message == "没有写明移交给军队的哪个部门；请写明。"

    def test_without_a_ground_the_reason_rests_on_competence(self) -> None:
        outcome = check_transfer(TransferFacts("", "", recipient=True))
        assert codes(outcome) == {"transfer_without_ground", "transfer_without_reason"}
        assert {found.citation.place for found in outcome.findings} == {"第十四条"}

    @pytest.mark.parametrize(
        ("ground", "instrument", "article"),
        [("not_competent", N221, 14), ("taken_over", S84, 14), ("military", N221, 52)],
    )
    def test_a_reason_rests_on_the_article_of_its_ground(
        self, ground: str, instrument: str, article: int
    ) -> None:
        facts = TransferFacts(ground, " ", recipient=True, by_department=True)
        (found,) = check_transfer(facts).errors
        assert found.code == "transfer_without_reason"
        assert (found.citation.instrument, found.citation.article) == (instrument, article)


class TestPeople:
    def test_every_relation_declared_is_named(self) -> None:
        facts = ParticipationFacts(True, True, frozenset({"witness", "near_relative"}))
        assert codes(check_participation(facts)) == {"relation_witness", "relation_near_relative"}

    def test_a_relation_article_45_does_not_name_is_bad_input(self) -> None:
        with pytest.raises(UnknownCode):
            check_participation(ParticipationFacts(True, True, frozenset({"neighbour"})))


class TestInquiry:
    def test_the_day_of_approval_is_not_too_early(self) -> None:
        assert check_step_after_plan(date(2026, 3, 10), date(2026, 3, 10)).allowed
        assert codes(check_step_after_plan(date(2026, 3, 9), date(2026, 3, 10))) == {"before_plan"}
        assert codes(check_step_after_plan(date(2026, 3, 9), None)) == {"plan_not_approved"}

    def test_a_talk_without_a_tape_needs_no_notice_of_one(self) -> None:
        facts = replace(inquiry.INTERVIEW, recorded=False, recording_told_on=None)
        assert not check_interview(facts).findings

    def test_no_number_is_asked_of_a_standing_committee(self) -> None:
        assert check_academic_review(AcademicReviewFacts("committee", frozenset({1}))).allowed

    def test_six_experts_bear_one_recusal(self) -> None:
        facts = AcademicReviewFacts("panel", frozenset(range(6)), recused=frozenset({0}))
        assert check_academic_review(facts).allowed

    def test_without_an_academic_question_the_report_must_say_so(self) -> None:
        facts = replace(inquiry.REPORTED, has_academic=False, no_academic_question=True)
        outcome = check_report(facts)
        assert outcome.allowed
        assert "academic_review_unneeded" in outcome.readings

    def test_contents_may_be_judged_before_anybody_signs(self) -> None:
        facts = replace(inquiry.REPORTED, signed=frozenset())
        assert check_report_contents(facts).allowed
        assert "还有2名" in check_report(facts).errors[0].message

    def test_an_extension_of_a_transferred_case_is_reported(self) -> None:
        facts = ExtensionFacts(2, True, True, date(2026, 7, 1), None, transferred=True)
        outcome = check_extension(facts)
        assert outcome.allowed
        assert codes(outcome) == {"report_to_transferring_body"}

    def test_the_case_ends_only_when_every_respondent_is_dead(self) -> None:
        assert check_termination(discontinued=2, others=0).allowed
        assert codes(check_termination(discontinued=1, others=1)) == {"others_remain"}
        assert codes(check_termination(discontinued=0, others=0)) == {"only_death_ends"}


class TestFindings:
    def test_conduct_of_the_annex_alone_is_enough_and_needs_no_standard(self) -> None:
        facts = replace(decision.COPIED, conduct=frozenset(), annex=frozenset({"2.3"}), standard="")
        assert check_finding(facts).allowed

    @pytest.mark.parametrize("item", [3, 4, 6, 8])
    def test_conduct_that_is_no_plagiarism_needs_no_standard(self, item: int) -> None:
        facts = replace(decision.COPIED, conduct=frozenset({item}), standard="")
        assert check_finding(facts).allowed

    def test_an_exemption_has_no_severity(self) -> None:
        assert check_finding(replace(decision.COPIED, severity=None, exempting=True)).allowed

    def test_nothing_answered_names_all_six_factors(self) -> None:
        assert len(check_finding(replace(decision.COPIED, factors=None)).errors) == 6

    @pytest.mark.parametrize(
        "changes", [{"conduct": frozenset({9})}, {"factors": {7: "无"}}, {"severity": "grave"}]
    )
    def test_codes_the_law_does_not_have_are_bad_input(self, changes: dict[str, object]) -> None:
        with pytest.raises(UnknownCode):
            check_finding(replace(decision.COPIED, **changes))

    def test_conduct_above_the_floor_is_exempted_without_a_further_reason(self) -> None:
        facts = ExemptionFacts(
            True, True, False, date(2026, 3, 1), date(2026, 3, 2), frozenset({7})
        )
        assert not check_exemption(facts).findings

    def test_against_the_floor_the_reading_is_named(self) -> None:
        facts = ExemptionFacts(
            True, True, False, date(2026, 3, 1), date(2026, 3, 2), frozenset({1}), "立即撤稿"
        )
        assert check_exemption(facts).readings == ("G14",)


SILENT = HearingFacts(
    statement_received_on=None,
    points=0,
    points_answered=0,
    reply_due=date(2026, 3, 20),
    notice_served_on=date(2026, 3, 10),
    notice_evidence="送达回证",
    today=date(2026, 3, 21),
)


class TestDecisions:
    def test_silence_waives_the_right_only_after_the_date(self) -> None:
        assert codes(check_hearing(SILENT)) == {"right_waived"}
        on_the_day = replace(SILENT, today=date(2026, 3, 20))
        assert codes(check_hearing(on_the_day)) == {"reply_period_open"}

    def test_silence_waives_nothing_without_proof_of_service(self) -> None:
        assert not check_hearing(replace(SILENT, notice_evidence="")).allowed

    def test_a_late_statement_is_still_answered(self) -> None:
        late = replace(SILENT, statement_received_on=date(2026, 3, 21), points=1)
        assert codes(check_hearing(late)) == {"points_unanswered", "statement_late"}
        assert check_hearing(replace(late, points_answered=1)).allowed

    def test_a_measure_beyond_the_power_becomes_a_proposal(self) -> None:
        powers = frozenset({1, 2, 13})
        assert check_power(frozenset({2, 13}), powers).allowed
        assert check_power(frozenset({2, 12}), None).allowed
        refused = check_power(frozenset({8, 12, 13}), powers)
        assert codes(refused) == {"measure_8_beyond_power", "measure_12_beyond_power"}
        assert all(found.citation.place == "第二十六条" for found in refused.errors)
        with pytest.raises(UnknownCode):
            check_power(frozenset({15}), None)

    def test_an_exemption_letter_has_no_measures(self) -> None:
        facts = replace(decision.ISSUE, measures=frozenset(), exempted=True)
        assert check_issue(facts).allowed

    @pytest.mark.parametrize(
        "basis", ["科学技术部令第19号", "科学技术部第19号令", "第十九号令", "19号令第五条"]
    )
    def test_order_19_is_no_basis_from_the_day_it_was_replaced(self, basis: str) -> None:
        day = date(2026, 3, 20)
        on_the_day = replace(decision.ISSUE, basis=basis, approved_on=day, issued_on=day)
        assert codes(check_issue(on_the_day)) == {"order_19_replaced"}
        before = date(2026, 3, 19)
        assert check_issue(replace(on_the_day, approved_on=before, issued_on=before)).allowed

    def test_the_nineteenth_article_is_not_order_19(self) -> None:
        assert check_issue(replace(decision.ISSUE, basis="221号第十九条")).allowed

    def test_the_reading_of_effect_is_named(self) -> None:
        facts = EffectFacts(date(2026, 3, 26), date(2026, 3, 26))
        assert check_effect(facts).readings == ("G2",)

    def test_a_major_contribution_is_enough_for_mitigation(self) -> None:
        guard = decision.EFFECTS[-1]
        facts = replace(guard.lawful, national_media_promise=False, major_contribution=True)
        assert check_mitigation(facts).allowed


class TestAppealsAndFiling:
    def test_the_result_of_the_re_review_is_final(self) -> None:
        assert codes(third_level()) == {"result_final"}
        assert not third_level().allowed
        assert third_level().errors[0].citation.text == "复核结果为最终结果"

    def test_a_clearing_may_be_appealed_by_reading_only(self) -> None:
        facts = StandingFacts("complainant", named=True, told=True, without_decision=True)
        assert check_standing(facts).readings == ("appeal_against_clearing",)

    def test_reasons_for_refusing_a_second_appeal_are_a_reading(self) -> None:
        facts = AdmissionFacts(2, "refuse", "refuse", date(2026, 4, 1), date(2026, 4, 2))
        assert check_admission(facts).readings == ("second_refusal_explained",)
        with pytest.raises(UnknownCode):
            check_admission(replace(facts, level=3))

    def test_a_refused_first_appeal_is_explained_under_every_reading(self) -> None:
        facts = AdmissionFacts(1, "refuse", "refuse", date(2026, 4, 1), date(2026, 4, 2))
        lenient = default_context().with_readings(second_refusal_explained="advised")
        assert check_admission(facts, lenient) == check_admission(facts)
        assert codes(check_admission(facts)) == {"refusal_reason_missing"}

    def test_the_first_hop_carries_no_data_record(self) -> None:
        assert check_package(PackageFacts(True, True, True)).allowed

    def test_only_at_the_second_level_the_team_rests_on_a_reading(self) -> None:
        first = ReviewTeamFacts(frozenset({1}), frozenset({2, 3}), third_party=False)
        assert check_review_team(first).readings == ("G16",)
        assert check_review_team(replace(first, level=2)).readings == ("re_review_team", "G16")

    def test_secrecy_is_asked_of_a_third_party_only(self) -> None:
        own = ReviewTeamFacts(frozenset({1}), frozenset({2, 3}), False, confidentiality=False)
        assert check_review_team(own).allowed


class TestTheSameDay:
    """What follows something may happen on its very day."""

    DAY = date(2026, 4, 1)

    def test_a_complaint_is_decided(self) -> None:
        facts = replace(
            intake.ACCEPTING, received_on=self.DAY, decided_on=self.DAY, notified_on=self.DAY
        )
        assert check_decision_on_complaint(facts).allowed

    def test_an_investigation_is_resumed(self) -> None:
        assert check_resumption(ResumptionFacts(self.DAY, self.DAY, "样品已送回")).allowed

    def test_an_appeal_is_admitted(self) -> None:
        facts = AdmissionFacts(1, "admit", "admit", self.DAY, self.DAY, last_day=self.DAY)
        assert not check_admission(facts).findings

    def test_a_letter_is_served_and_revoked(self) -> None:
        assert check_service(ServiceFacts("direct", "送达回证", self.DAY, self.DAY)).allowed
        facts = RevocationFacts("own_correction", "更正1号", "写错人名", self.DAY, self.DAY)
        assert check_revocation(facts).allowed

    def test_a_person_is_cleared(self) -> None:
        assert check_clearing(ClearingFacts(False, "书面说明", "本院", self.DAY, self.DAY)).allowed
