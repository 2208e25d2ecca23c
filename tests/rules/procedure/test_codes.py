"""Every code a guard takes is taken as it is written, and nothing written down names every part."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rules.codes import Involvement
from rules.outcome import Outcome
from rules.procedure.addressees import DeliveryFacts, recipients
from rules.procedure.appeals import (
    AdmissionFacts,
    ReviewTeamFacts,
    SecondLevelFacts,
    StandingFacts,
    check_admission,
    check_review_team,
    check_second_level,
    check_standing,
)
from rules.procedure.applications import Pending, PendingFacts, check_pending, ends_pending
from rules.procedure.circumstances import CircumstanceFacts, check_circumstances
from rules.procedure.competence import TransferFacts, check_transfer
from rules.procedure.complaints import ComplaintDecisionFacts, check_decision_on_complaint
from rules.procedure.definitions import ProxyFacts, check_proxy
from rules.procedure.disclosure import (
    BreachFacts,
    DisclosureFacts,
    PublicationFacts,
    check_breach,
    check_disclosure,
    check_publication,
)
from rules.procedure.effect import (
    RevocationFacts,
    ServiceFacts,
    check_revocation,
    check_service,
)
from rules.procedure.filing import PackageFacts, RemovalFacts, check_package, check_removal
from rules.procedure.findings import check_finding
from rules.procedure.inquiry import AcademicReviewFacts, check_academic_review
from rules.procedure.malice import MaliceFacts, check_malice
from rules.procedure.participation import (
    JointInquiryFacts,
    JournalFacts,
    ManagingFacts,
    ParticipantFacts,
    check_joint_inquiry,
    check_journal,
    check_managing_department,
    check_participant,
)
from rules.procedure.people import ParticipationFacts, check_participation
from rules.procedure.plan import PlanFacts, check_plan
from rules.procedure.recusal import (
    QuestionnaireFacts,
    RecusalRequestFacts,
    RecusalRulingFacts,
    check_questionnaire,
    check_recusal_request,
    check_recusal_ruling,
)
from rules.procedure.report import check_report_contents
from tests.rules.procedure import tables_decision, tables_inquiry

DAY = date(2026, 3, 9)
SUSPENSION = tables_inquiry.CLOCKS[0]
RELATIONS = frozenset(
    {"near_relative", "witness", "interested", "collaborator", "teacher_student", "other"}
)


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.findings]


def both_sent(content: str) -> frozenset[tuple[str, str]]:
    return frozenset({(content, "lead_unit"), (content, "author_unit")})


# What the guard asks with one code, the codes it takes, and what it says then.
TAKEN: list[tuple[Callable[[str], Outcome], str, str]] = [
    (
        lambda code: check_admission(AdmissionFacts(1, code, code, DAY, DAY, "理由")),
        "admit refuse",
        "",
    ),
    (
        lambda code: check_standing(StandingFacts(code, named=True, told=True)),
        "respondent complainant",
        "",
    ),
    (
        lambda code: check_pending(PendingFacts("major", (Pending(code, True),))),
        "application nomination",
        "tell_managing_bodies",
    ),
    (
        lambda code: check_pending(PendingFacts(code, (Pending("nomination", True),))),
        "major serious especially_serious",
        "tell_managing_bodies",
    ),
    (
        lambda code: SUSPENSION.check(replace(SUSPENSION.lawful, ground=code)),
        "key_information conditions",
        "",
    ),
    (
        lambda code: check_transfer(TransferFacts(code, "第十四条", True, by_department=True)),
        "not_competent taken_over military",
        "",
    ),
    (
        lambda code: check_decision_on_complaint(
            ComplaintDecisionFacts(code, code, DAY, DAY, code != "forward", "理由")
        ),
        "accept decline forward",
        "",
    ),
    (lambda code: check_proxy(ProxyFacts(code, "submission")), "agency other_person", ""),
    (lambda code: check_proxy(ProxyFacts(code, "submission")), "author", "submitted_by_author"),
    (lambda code: check_proxy(ProxyFacts("agency", code)), "submission review_reply", ""),
    (lambda code: check_proxy(ProxyFacts("agency", code)), "other", "proxy_stage_unlisted"),
    (
        lambda code: check_publication(PublicationFacts(code, True, True, True, False)),
        "measure_2 result",
        "",
    ),
    (
        lambda code: check_publication(PublicationFacts(code, True, False, False, False)),
        "result",
        "",
    ),
    (
        lambda code: check_breach(BreachFacts(code, DAY, "经过")),
        "bribery confidentiality recusal leak",
        "breach_dealt_with",
    ),
    (
        lambda code: check_service(ServiceFacts(code, "回证", DAY, DAY)),
        "direct post left electronic public",
        "",
    ),
    (
        lambda code: check_revocation(RevocationFacts(code, "文书1号", "写错人名", DAY, DAY)),
        "review own_correction superior_order",
        "",
    ),
    (
        lambda code: check_removal(RemovalFacts(code, DAY, applied=True, documents=True)),
        "revoked void",
        "",
    ),
    (
        lambda code: check_academic_review(AcademicReviewFacts(code, frozenset(range(5)))),
        "committee panel",
        "",
    ),
    (
        lambda code: check_malice(MaliceFacts("证据", True, True, code)),
        "complainant_unit",
        "",
    ),
    (
        lambda code: check_malice(MaliceFacts("证据", True, True, code)),
        "respondent_unit other",
        "malice_handled_elsewhere",
    ),
    (
        lambda code: check_joint_inquiry(JointInquiryFacts(code, False, 1, False)),
        "natural social",
        "",
    ),
    (
        lambda code: check_managing_department(ManagingFacts(code, True, told=True)),
        "project award_or_talent other",
        "",
    ),
    (
        lambda code: check_managing_department(ManagingFacts(code, True, told=False)),
        "other",
        "",
    ),
    (
        lambda code: check_participant(ParticipantFacts(code, True, True, True, True)),
        "former_unit project_unit award_unit signed_unit coauthor_unit",
        "",
    ),
    (
        lambda code: check_journal(JournalFacts(True, True, frozenset({code}), both_sent(code))),
        "lead conclusion decision",
        "",
    ),
    (
        lambda code: check_recusal_request(RecusalRequestFacts(code, "专家甲")),
        "respondent complainant",
        "",
    ),
    (
        lambda code: check_recusal_ruling(RecusalRulingFacts(code, "无关系", True, False, True)),
        "recused stays",
        "",
    ),
    (
        lambda code: check_disclosure(
            DisclosureFacts(code, identities=frozenset({"complainant", "witness"}))
        ),
        "team expert third_party authority",
        "",
    ),
]


@pytest.mark.parametrize(
    ("check", "code", "said"),
    [(check, code, said) for check, taken, said in TAKEN for code in taken.split()],
)
def test_a_code_is_taken_as_it_is_written(
    check: Callable[[str], Outcome], code: str, said: str
) -> None:
    assert codes(check(code)) == said.split()


class TestNothingAtAll:
    """Where nothing was written, every part is named, in the order of the article."""

    def test_a_plan(self) -> None:
        assert codes(check_plan(PlanFacts({}))) == [
            "plan_content_missing",
            "plan_personnel_missing",
            "plan_method_missing",
            "plan_schedule_missing",
            "plan_safeguards_missing",
            "plan_discipline_missing",
        ]

    def test_a_report(self) -> None:
        facts = replace(tables_inquiry.REPORTED, parts={})
        assert codes(check_report_contents(facts)) == [
            "report_lead_source_missing",
            "report_reported_content_missing",
            "report_organisation_of_inquiry_missing",
            "report_course_of_inquiry_missing",
            "report_facts_and_confirmation_missing",
            "report_conclusion_missing",
            "report_proposal_and_basis_missing",
        ]

    def test_a_record(self) -> None:
        assert codes(check_package(PackageFacts(True, True, True, record={}))) == [
            "record_name_missing",
            "record_identifier_missing",
            "record_unit_missing",
            "record_conduct_missing",
            "record_measures_missing",
            "record_decision_number_missing",
            "record_deciding_unit_missing",
            "record_effective_on_missing",
        ]

    def test_the_factors_of_article_30(self) -> None:
        assert codes(check_finding(replace(tables_decision.COPIED, factors=None))) == [
            f"factor_{item}_unanswered" for item in (1, 2, 3, 4, 5, 6)
        ]


def test_every_relation_bars_in_the_order_of_article_45() -> None:
    assert codes(check_participation(ParticipationFacts(True, True, RELATIONS))) == [
        "relation_near_relative",
        "relation_witness",
        "relation_interested",
        "relation_collaborator",
        "relation_teacher_student",
        "relation_other",
    ]
    asked = QuestionnaireFacts(frozenset({1}), frozenset({2}), {1: RELATIONS, 2: RELATIONS})
    assert not check_questionnaire(asked).findings


@pytest.mark.parametrize("item", [1, 2, 5, 7])
def test_what_article_2_finds_by_a_standard_needs_one(item: int) -> None:
    facts = replace(tables_decision.COPIED, conduct=frozenset({item}), standard="")
    assert codes(check_finding(facts)) == ["standard_missing"]


def test_the_circumstances_bear_the_items_of_their_articles() -> None:
    graver = {
        "tampered_with_evidence": "",
        "obstructed": "笔录",
        "retaliated": "笔录",
        "benefit_transfer": "",
        "organised": "笔录",
        "repeated_or_multiple": "笔录",
        "denied_despite_proof": "",
    }
    found = check_circumstances(CircumstanceFacts({"corrected_beforehand": ""}, graver)).findings
    assert [(one.code, one.citation.place if one.citation else "") for one in found] == [
        ("corrected_beforehand_unproven", "第三十四条第三项"),
        ("tampered_with_evidence_unproven", "第三十五条第一项"),
        ("benefit_transfer_unproven", "第三十五条第四项"),
        ("denied_despite_proof_unproven", "第三十五条第七项"),
        ("obstructed_not_applied", "第三十五条第二项"),
        ("retaliated_not_applied", "第三十五条第三项"),
        ("organised_not_applied", "第三十五条第五项"),
        ("repeated_or_multiple_not_applied", "第三十五条第六项"),
    ]
    assert "第三十五条第二项" in found[4].message


class TestWhatIsUsual:
    """Facts left out where no table of guards shows it."""

    def test_a_decision_goes_to_the_respondent_alone(self) -> None:
        assert [one.who for one in recipients(DeliveryFacts())] == ["respondent"]
        everyone = DeliveryFacts(True, True, True, frozenset(Involvement), True)
        assert [(one.who, one.at_once) for one in recipients(everyone)] == [
            ("respondent", False),
            ("respondent_unit", False),
            ("complainant", False),
            ("lead_unit", True),
            ("transferring_body", False),
            ("project_department", True),
            ("award_department", True),
            ("talent_department", True),
        ]

    def test_an_application_is_one_for_public_money(self) -> None:
        assert ends_pending("major", Pending("application", False))
        assert not ends_pending("major", Pending("application", False, publicly_funded=False))
        assert not ends_pending("minor", Pending("nomination", False))

    @pytest.mark.parametrize("level", [1, 2])
    def test_an_appeal_is_one_of_two_levels(self, level: int) -> None:
        team = ReviewTeamFacts(frozenset({1}), frozenset({2, 3}), False, level=level)
        assert not check_review_team(team).findings
        said = codes(check_second_level(SecondLevelFacts(True, False, level_of_first=level)))
        assert said == ["result_final"] * (level - 1)
