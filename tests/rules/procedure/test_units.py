"""Units and people: every source and reason, who is asked about whom, and who may do less."""

from dataclasses import replace
from datetime import date

import pytest

from rules.codes import RespondentKind
from rules.context import default_context
from rules.errors import UnknownCode
from rules.outcome import Outcome
from rules.procedure.duties import ObstructionFacts, UnitFacts, check_obstruction, check_unit
from rules.procedure.leads import (
    CHANNELS,
    NO_REASONS,
    REASONS,
    LeadFacts,
    check_lead,
    check_refusal_reason,
)
from rules.procedure.malice import check_malice
from rules.procedure.organisations import NAMED_MEASURES, check_organisation
from rules.procedure.participation import (
    IncidentFacts,
    JointInquiryFacts,
    JournalFacts,
    ManagingFacts,
    check_incident,
    check_joint_inquiry,
    check_journal,
    check_managing_department,
    check_participant,
)
from rules.procedure.recusal import (
    QuestionnaireFacts,
    RecusalRequestFacts,
    check_questionnaire,
    check_recusal_request,
    check_recusal_ruling,
)
from tests.rules.procedure import tables_units as units

GOES_ON = default_context().with_readings(G4="goes_on")


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.findings]


class TestDuties:
    def test_a_unit_with_nothing_hears_everything_at_once(self) -> None:
        outcome = check_unit(UnitFacts("", "", frozenset(), frozenset()))
        assert len(outcome.errors) == 2 + 5
        assert len(outcome.warnings) == 5

    def test_what_a_unit_has_not_set_up_is_quoted(self) -> None:
        outcome = check_unit(units.DUTIES[0].lawful)
        assert not outcome.findings
        lacking = check_unit(replace(units.DUTIES[0].lawful, setup=frozenset()))
        assert "保障工作经费" in "".join(found.message for found in lacking.warnings)

    @pytest.mark.parametrize("field", ["functions", "setup"])
    def test_a_function_nobody_knows_is_bad_input(self, field: str) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_unit(replace(units.DUTIES[0].lawful, **{field: frozenset({"publish"})}))
        assert caught.value.where == field
        article = "第十条" if field == "functions" else "第四十七条"
        assert caught.value.message == f"{article}没有“publish”"

    @pytest.mark.parametrize(
        ("by", "code", "article"),
        [
            (RespondentKind.PERSON, "obstruction_aggravates", 35),
            (RespondentKind.ORGANISATION, "obstruction_by_organisation", 31),
        ],
    )
    def test_obstruction_leads_further(self, by: RespondentKind, code: str, article: int) -> None:
        outcome = check_obstruction(ObstructionFacts(date(2026, 3, 2), "拒交日志", by))
        assert outcome.allowed
        assert [(f.code, f.citation.article) for f in outcome.findings] == [(code, article)]

    def test_whoever_obstructs_is_a_person_or_an_organisation(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_obstruction(ObstructionFacts(None, "", "crowd"))
        assert (caught.value.where, caught.value.message) == ("by", "行为人类别没有“crowd”")


class TestTakingPart:
    @pytest.mark.parametrize(
        ("concern", "number", "possible"),
        [(False, 1, False), (True, 1, True), (False, 2, True), (True, 2, True)],
    )
    def test_a_joint_inquiry_is_possible_and_never_compulsory(
        self, concern: bool, number: int, possible: bool
    ) -> None:
        apart = JointInquiryFacts("social", concern, number, joint=False)
        assert codes(check_joint_inquiry(apart)) == ["joint_inquiry_possible"] * possible
        assert check_joint_inquiry(apart).allowed
        assert check_joint_inquiry(replace(apart, joint=True)).allowed == possible

    def test_a_domain_is_natural_or_social(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_joint_inquiry(JointInquiryFacts("military", True, 2, joint=True))
        assert (caught.value.where, caught.value.message) == ("domain", "领域没有“military”")

    def test_only_a_major_incident_is_reported(self) -> None:
        assert not check_incident(IncidentFacts(major=False, reported=False)).findings
        assert check_incident(IncidentFacts(major=True, reported=False)).allowed

    @pytest.mark.parametrize(
        ("matter", "funded", "said"),
        [
            ("project", True, ["project_department_untold"]),
            ("project", False, []),
            ("award_or_talent", False, ["award_department_untold"]),
            ("award_or_talent", True, ["award_department_untold"]),
            ("other", True, []),
        ],
    )
    def test_article_7_is_for_public_money_only(
        self, matter: str, funded: bool, said: list[str]
    ) -> None:
        facts = ManagingFacts(matter, funded, told=False)
        assert codes(check_managing_department(facts)) == said
        assert check_managing_department(replace(facts, told=True)).allowed
        with pytest.raises(UnknownCode) as caught:
            check_managing_department(replace(facts, matter="patent"))
        assert (caught.value.where, caught.value.message) == ("matter", "事项类别没有“patent”")

    @pytest.mark.parametrize("role", ["former_unit", "project_unit", "award_unit", "signed_unit"])
    def test_only_the_units_of_co_authors_owe_a_written_answer(self, role: str) -> None:
        assert not check_participant(replace(units.COAUTHOR, role=role, written=False)).findings

    def test_a_silent_unit_is_not_reviewed(self) -> None:
        silent = replace(
            units.COAUTHOR,
            result_received=False,
            written=False,
            procedure_reviewed=False,
            scale_reviewed=False,
        )
        assert codes(check_participant(silent)) == ["participant_silent"]
        noted = check_participant(replace(silent, note="已撤销"))
        assert codes(noted) == ["participant_not_waited_for"]
        assert noted.allowed

    def test_a_role_the_law_does_not_give_is_bad_input(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_participant(replace(units.COAUTHOR, role="neighbour"))
        assert (caught.value.where, caught.value.message) == ("role", "参与单位没有“neighbour”")

    def test_a_journal_with_nothing_to_tell_tells_nobody(self) -> None:
        assert not check_journal(JournalFacts(True, True, frozenset(), frozenset())).findings
        everything = frozenset({"lead", "conclusion", "decision"})
        outcome = check_journal(JournalFacts(True, True, everything, frozenset()))
        assert codes(outcome) == [
            "journal_feedback_not_to_lead",
            "journal_feedback_not_to_author_unit",
        ]
        with pytest.raises(UnknownCode) as caught:
            check_journal(JournalFacts(True, True, frozenset({"gossip"}), frozenset()))
        assert (caught.value.where, caught.value.message) == ("available", "第九条没有“gossip”")


class TestLeads:
    @pytest.mark.parametrize("channel", CHANNELS)
    def test_every_channel_is_as_good(self, channel: str) -> None:
        assert not check_lead(LeadFacts("complaint", channel)).findings

    def test_a_transferred_lead_brings_two_reports(self) -> None:
        outcome = check_lead(LeadFacts("transferred", origin="省教育厅"))
        assert outcome.allowed
        assert [(f.code, f.citation.article) for f in outcome.findings] == [
            ("own_motion", 15),
            ("extensions_reported", 25),
            ("decision_and_report_sent_back", 28),
        ]

    @pytest.mark.parametrize("source", ["own_work", "disclosed"])
    def test_other_leads_need_no_complainant_and_bring_none(self, source: str) -> None:
        assert codes(check_lead(LeadFacts(source, origin="年度检查"))) == ["own_motion"]

    @pytest.mark.parametrize(
        ("facts", "where", "what"),
        [
            (LeadFacts("dream"), "source", "线索来源没有“dream”"),
            (LeadFacts("complaint", "telegram"), "channel", "举报途径没有“telegram”"),
        ],
    )
    def test_other_sources_and_channels_are_bad_input(
        self, facts: LeadFacts, where: str, what: str
    ) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_lead(facts)
        assert (caught.value.where, caught.value.message) == (where, what)

    @pytest.mark.parametrize("reason", REASONS)
    def test_the_reasons_of_articles_12_and_13_may_be_looked_into(self, reason: str) -> None:
        outcome = check_refusal_reason(reason)
        assert outcome.allowed and not outcome.findings

    @pytest.mark.parametrize(
        ("reason", "code", "place"),
        [
            ("anonymous", "refused_for_anonymity", "第十二条"),
            ("wrong_channel", "refused_for_channel", "第十一条第五项"),
            ("no_documents", "refused_for_documents", "第十二条第四项"),
            ("no_complainant", "refused_without_complainant", "第十五条"),
            ("withdrawn", "refused_after_withdrawal", "第十五条"),
            ("long_ago", "refused_for_age", "（二十）"),
        ],
    )
    def test_these_are_never_reasons(self, reason: str, code: str, place: str) -> None:
        outcome = check_refusal_reason(reason)
        assert not outcome.allowed
        assert [(f.code, f.citation.place) for f in outcome.findings] == [(code, place)]
        assert outcome.readings == (("G20",) if reason == "withdrawn" else ())
        assert reason in NO_REASONS

    def test_a_reason_nobody_thought_of_is_bad_input(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_refusal_reason("friday")
        assert caught.value.where == "reason"
        assert caught.value.message == "不予受理的理由没有“friday”"


class TestOrganisations:
    def test_measures_article_31_names_and_the_register_pass_in_silence(self) -> None:
        facts = units.ORGANISATION[0].lawful
        assert not check_organisation(
            replace(facts, measures=NAMED_MEASURES | frozenset({13}))
        ).findings
        assert not check_organisation(replace(facts, gains=False, gains_revoked=False)).findings

    @pytest.mark.parametrize(
        ("changes", "where", "what"),
        [
            ({"grounds": frozenset({"lazy"})}, "grounds", "第三十一条没有“lazy”"),
            ({"measures": frozenset({15})}, "measures", "第二十九条没有“15”"),
        ],
    )
    def test_grounds_and_measures_are_those_of_the_law(
        self, changes: dict[str, frozenset[object]], where: str, what: str
    ) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_organisation(replace(units.ORGANISATION[0].lawful, **changes))
        assert (caught.value.where, caught.value.message) == (where, what)

    def test_malice_is_dealt_with_by_somebody_the_law_knows(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_malice(replace(units.MALICE[0].lawful, handled_by="police"))
        assert (caught.value.where, caught.value.message) == (
            "handled_by",
            "处理单位没有“police”",
        )


class TestRecusal:
    def test_no_complainant_no_questions_about_one(self) -> None:
        facts = QuestionnaireFacts(frozenset({1}), frozenset(), {1: units.EVERY})
        assert not check_questionnaire(facts).findings

    def test_nothing_answered_is_said_of_both_sides(self) -> None:
        facts = QuestionnaireFacts(frozenset({1}), frozenset({2}), {})
        assert codes(check_questionnaire(facts)) == ["respondents_unasked", "complainants_unasked"]

    def test_any_number_of_years_is_a_cut_off(self) -> None:
        facts = replace(units.RECUSAL[0].lawful, years=0)
        assert codes(check_questionnaire(facts)) == ["relations_cut_off"]

    def test_an_answer_to_a_ground_the_law_lacks_is_bad_input(self) -> None:
        facts = QuestionnaireFacts(frozenset({1}), frozenset(), {1: frozenset({"neighbour"})})
        with pytest.raises(UnknownCode) as caught:
            check_questionnaire(facts)
        assert (caught.value.where, caught.value.message) == (
            "answered",
            "第四十五条没有“neighbour”",
        )

    @pytest.mark.parametrize("by", ["respondent", "complainant"])
    def test_both_sides_may_ask(self, by: str) -> None:
        assert not check_recusal_request(RecusalRequestFacts(by, "调查人员乙")).findings

    def test_somebody_who_is_recused_needs_no_reason(self) -> None:
        facts = replace(units.RECUSAL[2].lawful, ruling="recused", reason="")
        outcome = check_recusal_ruling(facts)
        assert not outcome.findings
        assert outcome.readings == ("G4",)
        with pytest.raises(UnknownCode) as caught:
            check_recusal_ruling(replace(facts, ruling="perhaps"))
        assert (caught.value.where, caught.value.message) == ("ruling", "回避决定没有“perhaps”")

    def test_where_a_unit_lets_the_person_go_on_a_reason_is_asked_for(self) -> None:
        facts = replace(units.RECUSAL[2].lawful, acted_meanwhile=True)
        assert not check_recusal_ruling(facts).allowed
        outcome = check_recusal_ruling(facts, GOES_ON)
        assert outcome.allowed
        assert [(f.code, f.level) for f in outcome.findings] == [("acted_before_ruling", "warning")]
