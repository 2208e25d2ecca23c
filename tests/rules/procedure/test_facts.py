"""What may be found and on which proof, over every combination of the questions asked."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from rules.codes import AGGRAVATED, LENIENT
from rules.context import default_context
from rules.errors import UnknownCode
from rules.outcome import Outcome
from rules.procedure.circumstances import (
    CircumstanceFacts,
    check_circumstances,
    check_retraction,
)
from rules.procedure.confrontation import CommissionFacts, check_commission
from rules.procedure.dangers import AgencyFacts, DangerFacts, check_agency, check_danger
from rules.procedure.definitions import (
    NO_CONTRIBUTIONS,
    BoughtDataFacts,
    ContributionFacts,
    ProxyFacts,
    check_bought_data,
    check_contribution,
    check_proxy,
)
from rules.procedure.evidence import (
    MEANS,
    SUBJECTS,
    EvidenceFacts,
    InquiryHearingFacts,
    check_administrative_inquiry,
    check_evidence,
    check_evidence_change,
    check_inquiry_hearing,
)
from tests.rules.procedure import tables_facts as facts_of

BOOLEANS = (False, True)
NEXT_DAY = default_context().with_readings(at_once="next_day")
ALL_NEEDED = default_context().with_readings(substantive_contribution="all")


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.findings]


class TestBoughtData:
    @pytest.mark.parametrize("plan", BOOLEANS)
    @pytest.mark.parametrize("means", BOOLEANS)
    def test_an_experiment_on_order_is_excluded_only_for_lack_of_means_and_on_the_own_plan(
        self, means: bool, plan: bool
    ) -> None:
        facts = BoughtDataFacts(False, True, False, True, False, lacked_means=means, own_plan=plan)
        assert check_bought_data(facts).allowed == (not (means and plan))

    def test_of_all_answers_only_one_pattern_is_bought_data(self) -> None:
        may_be_found = {
            answers
            for answers in product(BOOLEANS, BOOLEANS, *[(False, True, None)] * 3)
            if check_bought_data(
                BoughtDataFacts(*answers, lacked_means=True, own_plan=True)
            ).allowed
        }
        assert may_be_found == {(False, True, False, False, False)}

    def test_everything_against_it_is_said_in_the_order_of_the_article(self) -> None:
        facts = BoughtDataFacts(True, False, True, True, True, lacked_means=True, own_plan=True)
        assert codes(check_bought_data(facts)) == [
            "experiment_was_done",
            "data_not_paid_for",
            "commissioned_tests_excluded",
            "commissioned_experiment_excluded",
            "lawful_source_excluded",
        ]


class TestProxy:
    @pytest.mark.parametrize("doer", ["agency", "other_person"])
    @pytest.mark.parametrize("stage", ["submission", "review_reply"])
    def test_any_other_person_is_a_proxy_not_only_an_agency(self, doer: str, stage: str) -> None:
        assert not check_proxy(ProxyFacts(doer, stage)).findings

    @pytest.mark.parametrize(
        ("doer", "stage", "where"),
        [("editor", "submission", "done_by"), ("agency", "printing", "stage")],
    )
    def test_what_the_law_does_not_name_is_bad_input(
        self, doer: str, stage: str, where: str
    ) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_proxy(ProxyFacts(doer, stage))
        assert caught.value.where == where
        assert caught.value.message.startswith("代投的")


class TestContribution:
    @pytest.mark.parametrize("listed", list(product(BOOLEANS, repeat=3)))
    def test_by_default_one_of_the_listed_contributions_is_enough(
        self, listed: tuple[bool, bool, bool]
    ) -> None:
        outcome = check_contribution(ContributionFacts(*listed))
        assert outcome.allowed == (not any(listed))
        assert outcome.readings == ("substantive_contribution",)

    @pytest.mark.parametrize("listed", list(product(BOOLEANS, repeat=3)))
    def test_under_the_other_reading_all_are_needed(self, listed: tuple[bool, bool, bool]) -> None:
        outcome = check_contribution(ContributionFacts(*listed), ALL_NEEDED)
        assert outcome.allowed == (not all(listed))
        assert outcome.readings == ("substantive_contribution",)

    def test_money_headship_and_equipment_count_for_nothing(self) -> None:
        facts = replace(facts_of.NO_CONTRIBUTION, claimed=frozenset(NO_CONTRIBUTIONS))
        outcome = check_contribution(facts)
        assert outcome.allowed
        assert codes(outcome) == ["claimed_but_no_contribution"]
        with pytest.raises(UnknownCode) as caught:
            check_contribution(replace(facts, claimed=frozenset({"friendship"})))
        assert caught.value.where == "claimed"
        assert caught.value.message == "署名的理由没有“friendship”"


class TestEvidence:
    @pytest.mark.parametrize("means", MEANS)
    def test_what_was_got_unlawfully_stays_when_it_is_excluded_and_not_cited(
        self, means: str
    ) -> None:
        facts = EvidenceFacts(
            "谈话", "证人", frozenset({means}), excluded=True, exclusion_reason="以非法手段取得"
        )
        assert not check_evidence(facts).findings

    def test_each_unlawful_means_is_named(self) -> None:
        found = check_evidence(EvidenceFacts("谈话", "证人", frozenset(MEANS))).errors
        assert [one.code for one in found] == [
            "collected_by_threat",
            "collected_by_inducement",
            "collected_by_deception",
            "collected_by_other",
        ]
        with pytest.raises(UnknownCode) as caught:
            check_evidence(EvidenceFacts("谈话", "证人", frozenset({"persuasion"})))
        assert (caught.value.where, caught.value.message) == ("means", "第二十条没有“persuasion”")

    @pytest.mark.parametrize(
        ("change", "said"),
        [("add", []), ("replace", ["evidence_replaced"]), ("delete", ["evidence_deleted"])],
    )
    def test_evidence_is_only_added_to(self, change: str, said: list[str]) -> None:
        outcome = check_evidence_change(change)
        assert codes(outcome) == said
        assert outcome.allowed == (change == "add")
        assert {found.citation.article for found in outcome.findings} <= {4}

    def test_an_unknown_change_is_bad_input(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_evidence_change("move")
        assert (caught.value.where, caught.value.message) == ("change", "证据变动没有“move”")

    @pytest.mark.parametrize("subject", SUBJECTS)
    def test_the_administrative_inquiry_answers_for_every_subject(self, subject: str) -> None:
        assert check_administrative_inquiry(facts_of.VERIFIED).allowed
        outcome = check_administrative_inquiry({**facts_of.VERIFIED, subject: " "})
        assert codes(outcome) == [f"{subject}_unverified"]
        assert SUBJECTS[subject] in outcome.errors[0].message
        assert outcome.errors[0].citation.place == "第十七条"

    def test_nothing_verified_names_all_five(self) -> None:
        assert len(check_administrative_inquiry({}).errors) == 5

    def test_a_hearing_before_any_report_is_in_time(self) -> None:
        assert not check_inquiry_hearing(InquiryHearingFacts(date(2026, 3, 20), 0, 0)).findings
        unheard = InquiryHearingFacts(None, 0, 0, date(2026, 3, 20))
        assert codes(check_inquiry_hearing(unheard)) == ["not_heard_in_inquiry"]


class TestSteps:
    def test_a_commission_may_wait_with_the_material(self) -> None:
        assert not check_commission(CommissionFacts("需复核", "表2", date(2026, 3, 9))).findings

    def test_material_sent_to_somebody_never_bound_is_out_too_early(self) -> None:
        facts = CommissionFacts("需复核", "表2", None, date(2026, 3, 9))
        assert codes(check_commission(facts)) == [
            "third_party_without_confidentiality",
            "material_sent_before_secrecy",
        ]

    @pytest.mark.parametrize(
        ("reported", "referred"),
        [(9, None), (None, 9), (9, 12), (12, 9)],
    )
    def test_the_first_of_report_and_referral_counts(
        self, reported: int | None, referred: int | None
    ) -> None:
        days = [None if day is None else date(2026, 3, day) for day in (reported, referred)]
        outcome = check_danger(DangerFacts(date(2026, 3, 9), *days))
        assert not outcome.findings
        assert outcome.readings == ("at_once",)

    @pytest.mark.parametrize(("day", "late"), [(9, False), (10, False), (11, True)])
    def test_a_unit_may_aim_at_the_next_day(self, day: int, late: bool) -> None:
        facts = DangerFacts(date(2026, 3, 9), date(2026, 3, day))
        assert codes(check_danger(facts, NEXT_DAY)) == ["danger_reported_late"] * late

    def test_kept_back_is_said_without_a_reading(self) -> None:
        assert check_danger(DangerFacts(date(2026, 3, 9), None)).readings == ()

    def test_an_agency_deals_in_what_article_22_names(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_agency(AgencyFacts(frozenset({"patents"}), "市场监管部门"))
        assert (caught.value.where, caught.value.message) == ("wares", "第二十二条没有“patents”")


class TestCircumstances:
    @pytest.mark.parametrize("kind", [*LENIENT, *AGGRAVATED])
    def test_every_case_needs_proof(self, kind: str) -> None:
        lenient = {kind: ""} if kind in LENIENT else {}
        aggravated = {kind: " "} if kind in AGGRAVATED else {}
        outcome = check_circumstances(CircumstanceFacts(lenient, aggravated))
        assert codes(outcome) == [f"{kind}_unproven"]
        assert outcome.errors[0].citation == {**LENIENT, **AGGRAVATED}[kind].citation

    @pytest.mark.parametrize("kind", LENIENT)
    def test_a_proven_lenient_case_may_be_left_alone(self, kind: str) -> None:
        assert not check_circumstances(CircumstanceFacts({kind: "证明"}, {})).findings

    @pytest.mark.parametrize(("item", "kind"), list(enumerate(AGGRAVATED, 1)))
    def test_a_proven_graver_case_must_be_applied(self, item: int, kind: str) -> None:
        proven = CircumstanceFacts({}, {kind: "证明"})
        outcome = check_circumstances(proven)
        assert codes(outcome) == [f"{kind}_not_applied"]
        assert outcome.errors[0].citation.item == item
        assert not check_circumstances(replace(proven, applied=frozenset({kind}))).findings

    @pytest.mark.parametrize(
        ("facts", "where"),
        [
            (CircumstanceFacts({"retaliated": "x"}, {}), "lenient"),
            (CircumstanceFacts({}, {"corrected_beforehand": "x"}), "aggravated"),
            (CircumstanceFacts({}, {}, frozenset({"hurried"})), "aggravated"),
        ],
    )
    def test_a_case_of_the_other_article_is_bad_input(
        self, facts: CircumstanceFacts, where: str
    ) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_circumstances(facts)
        assert caught.value.where == where
        assert caught.value.message.startswith("第三十四条" if where == "lenient" else "第三十五条")

    def test_the_day_before_the_report_is_early_enough(self) -> None:
        assert check_retraction(facts_of.RETRACTED).allowed
        after = replace(facts_of.RETRACTED, retracted_on=date(2026, 3, 3))
        assert codes(check_retraction(after)) == ["retracted_after_report"]
        assert codes(check_retraction(replace(after, retracted_on=None))) == ["not_retracted"]
