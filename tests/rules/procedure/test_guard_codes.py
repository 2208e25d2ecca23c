"""The codes callers of the guards write down, letter by letter, and the words the answers quote."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from rules.context import default_context
from rules.law import N221, cite
from rules.outcome import Outcome
from rules.procedure import (
    addressees,
    dangers,
    definitions,
    disclosure,
    duties,
    evidence,
    leads,
    organisations,
    referrals,
)
from rules.procedure.addressees import DeliveryFacts, recipients
from rules.procedure.applications import Pending, PendingFacts, check_pending
from rules.procedure.bases import SectorRuleFacts, check_sector_rule
from rules.procedure.circumstances import CircumstanceFacts, check_circumstances
from rules.procedure.dangers import AgencyFacts, check_agency
from rules.procedure.definitions import BoughtDataFacts, check_bought_data
from rules.procedure.disclosure import BreachFacts, DisclosureFacts, check_breach, check_disclosure
from rules.procedure.duties import UnitFacts, check_unit
from rules.procedure.evidence import check_administrative_inquiry
from rules.procedure.leads import LeadFacts, check_lead, check_refusal_reason
from rules.procedure.organisations import OrganisationFacts, check_organisation
from rules.procedure.referrals import ReferralFacts, check_referral
from rules.readings import READINGS
from tests.rules.procedure import tables_facts, tables_units
from tests.rules.procedure.guard import Guard

DAY = date(2026, 3, 9)

# Each vocabulary with the article it is taken from.
VOCABULARIES = [
    pytest.param(codes, expected, id=name)
    for name, codes, expected in (
        ("22 wares", dangers.WARES, "paper data application acceptance"),
        ("50 no contribution", definitions.NO_CONTRIBUTIONS, "funding headship equipment"),
        ("46 parties", disclosure.SUBJECTS, "respondent accused_unit interested"),
        ("44 workers", disclosure.WORKERS, "team expert third_party authority"),
        (
            "46 recipients",
            disclosure.RECIPIENTS,
            "respondent accused_unit interested team expert third_party authority "
            "complainant witness public",
        ),
        ("10 functions", duties.FUNCTIONS, "register accept investigate handle review"),
        ("47 setup", duties.SETUP, "rules division funds training papers"),
        ("20 means", evidence.MEANS, "threat inducement deception other"),
        ("17 subjects", evidence.SUBJECTS, "raw_data agreements invoices process gains"),
        (
            "11 channels",
            leads.CHANNELS,
            "respondent_unit superior managing_department journal other",
        ),
        (
            "12 and 13 reasons",
            leads.REASONS,
            "out_of_scope no_evidence_nor_lead repeated already_decided "
            "respondent_unclear facts_unclear",
        ),
        ("15 sources", leads.OWN_MOTION, "transferred own_work disclosed"),
        ("31 grounds", organisations.GROUNDS, "organised shirked shielded retaliated"),
        (
            "29 statuses",
            referrals.STATUSES,
            "party_member public_servant other_discipline suspected_crime",
        ),
    )
]


@pytest.mark.parametrize(("codes", "expected"), VOCABULARIES)
def test_the_codes_of_an_article_stand_in_its_order(codes: object, expected: str) -> None:
    assert list(codes) == expected.split()


def after(guard: Guard, **changes: object) -> Outcome:
    return guard.check(replace(guard.lawful, **changes))


# Each code as a caller writes it, asked of the guard that takes it.
ASKED = [
    (
        lambda code: check_agency(AgencyFacts(frozenset({code}), "市场监管部门")),
        "paper data application acceptance",
        [],
    ),
    (
        lambda code: after(tables_facts.DEFINITIONS[2], claimed=frozenset({code})),
        "funding headship equipment",
        ["claimed_but_no_contribution"],
    ),
    (
        lambda code: check_disclosure(DisclosureFacts(code, complaint=True)),
        "respondent accused_unit interested",
        ["complaint_passed_on"],
    ),
    (
        lambda code: check_disclosure(DisclosureFacts(code, bound=False)),
        "team expert third_party authority",
        ["recipient_not_bound"],
    ),
    (
        lambda code: check_disclosure(DisclosureFacts(code, bound=False)),
        "complainant witness public",
        [],
    ),
    (
        lambda code: check_lead(LeadFacts("complaint", code)),
        "respondent_unit superior managing_department journal other",
        [],
    ),
    (
        check_refusal_reason,
        "out_of_scope no_evidence_nor_lead repeated already_decided "
        "respondent_unclear facts_unclear",
        [],
    ),
    (
        lambda code: after(tables_units.ORGANISATION[0], grounds=frozenset({code})),
        "organised shirked shielded retaliated",
        [],
    ),
    (
        lambda code: check_referral(ReferralFacts(frozenset({code}), frozenset({code}))),
        "party_member public_servant other_discipline suspected_crime",
        [],
    ),
]


@pytest.mark.parametrize(
    ("check", "code", "said"),
    [(check, code, said) for check, codes, said in ASKED for code in codes.split()],
)
def test_a_guard_takes_the_code_as_it_is_written(
    check: Callable[[str], Outcome], code: str, said: list[str]
) -> None:
    assert [one.code for one in check(code).findings] == said


def test_a_unit_without_anything_is_told_of_each_code() -> None:
    outcome = check_unit(UnitFacts("", "", frozenset(), frozenset()))
    assert [one.code for one in outcome.findings] == [
        "designated_body_missing",
        "integrity_officer_missing",
        "function_register_unassigned",
        "function_accept_unassigned",
        "function_investigate_unassigned",
        "function_handle_unassigned",
        "function_review_unassigned",
        "setup_rules_missing",
        "setup_division_missing",
        "setup_funds_missing",
        "setup_training_missing",
        "setup_papers_missing",
    ]


def test_nothing_verified_names_the_subjects_of_article_17() -> None:
    assert [one.code for one in check_administrative_inquiry({}).findings] == [
        "raw_data_unverified",
        "agreements_unverified",
        "invoices_unverified",
        "process_unverified",
        "gains_unverified",
    ]


def test_documents_have_names_a_caller_writes() -> None:
    facts = DeliveryFacts(named_complainant=True, transferred=True)
    assert [sorted(one.documents) for one in recipients(facts)] == [
        ["decision"],
        ["word"],
        ["decision", "report"],
    ]
    assert set(addressees.LABELS) == {
        "respondent",
        "complainant",
        "lead_unit",
        "transferring_body",
        "project_department",
        "award_department",
        "talent_department",
        "respondent_unit",
    }


# What stands behind an answer, and which reading a finding names.
GOES_ON = default_context().with_readings(G4="goes_on")
RULING = tables_units.RECUSAL[2]
HEADSHIP = frozenset({"headship"})
RESTS_ON = [
    (
        lambda: check_pending(PendingFacts("major", (Pending("nomination", True),))),
        33,
        "正在申报财政性资金支持的科技活动或被推荐为相关候选人、被提名人、被推荐人等的，"
        "终止其申报资格或被提名、被推荐资格",
        None,
    ),
    (
        lambda: check_sector_rule(SectorRuleFacts(True, "已比较")),
        52,
        "相关主管部门已制定本行业、本领域、本系统科研失信行为调查处理规则且处理尺度不低于本规则的，"
        "可按照已有规则开展调查处理",
        None,
    ),
    (
        lambda: after(tables_facts.DEFINITIONS[2], claimed=HEADSHIP),
        50,
        cite(N221, 50, item=3).text,
        None,
    ),
    (
        lambda: after(tables_facts.DEFINITIONS[2], conception=True),
        50,
        cite(N221, 50, item=3).text,
        "substantive_contribution",
    ),
    (
        lambda: check_breach(BreachFacts("leak", DAY, "经过")),
        46,
        "对于调查处理过程中索贿受贿、违反保密和回避制度、泄露信息的，依法依规严肃处理",
        None,
    ),
    (
        lambda: after(tables_units.TAKING_PART[0]),
        5,
        "可组织开展联合调查处理或协调不同部门（单位）分别开展调查处理",
        None,
    ),
    (
        lambda: after(tables_facts.STEPS[2], reported_on=date(2026, 3, 10)),
        21,
        "调查人员应立即报告，或按程序移送有关部门处理",
        "at_once",
    ),
    (
        lambda: after(tables_facts.EVIDENCE[0], means=frozenset({"threat"})),
        20,
        "严禁以威胁、引诱、欺骗以及其他非法手段收集证据",
        None,
    ),
    (
        lambda: after(tables_facts.EVIDENCE[1], heard_on=None),
        20,
        "调查中应当听取被调查人的陈述和申辩，对有关事实、理由和证据进行核实",
        "refusal_noted",
    ),
    (
        lambda: after(tables_units.MALICE[0], proof=""),
        39,
        "对举报人捏造歪曲事实、诬告陷害他人的",
        None,
    ),
    (lambda: after(RULING, ruler_above_team=False), 45, "被调查人、举报人有权要求其回避", "G4"),
    (lambda: after(RULING, acted_meanwhile=True), 45, "被调查人、举报人有权要求其回避", "G4"),
    (
        lambda: RULING.check(replace(RULING.lawful, acted_meanwhile=True), GOES_ON),
        45,
        "被调查人、举报人有权要求其回避",
        "G4",
    ),
]


@pytest.mark.parametrize(("answer", "article", "words", "reading"), RESTS_ON)
def test_an_answer_quotes_its_words_and_names_its_reading(
    answer: Callable[[], Outcome], article: int, words: str, reading: str | None
) -> None:
    (found,) = answer().findings
    assert found.citation is not None
    assert (found.citation.article, found.citation.text) == (article, words)
    assert found.reading == reading


@pytest.mark.parametrize(
    ("name", "articles"), [("substantive_contribution", [50]), ("at_once", [21, 28, 38])]
)
def test_a_reading_quotes_what_leaves_it_open(name: str, articles: list[int]) -> None:
    assert [source.article for source in READINGS[name].sources] == articles
    values = {"substantive_contribution": ["any", "all"], "at_once": ["same_day", "next_day"]}
    assert list(READINGS[name].alternatives) == values[name]


def test_a_proven_graver_case_is_named_by_its_item() -> None:
    facts = CircumstanceFacts({}, {"denied_despite_proof": "笔录"})
    assert "第三十五条第七项" in check_circumstances(facts).errors[0].message


@pytest.mark.parametrize("item", [2, 3, 4, 5, 6])
def test_measures_that_article_31_names_pass_alone(item: int) -> None:
    facts = replace(tables_units.ORGANISATION[0].lawful, measures=frozenset({item}))
    assert not check_organisation(facts).findings


@pytest.mark.parametrize("item", [1, 7, 8, 9, 10, 11, 12, 14])
def test_measures_that_it_does_not_name_are_asked_about(item: int) -> None:
    facts = replace(tables_units.ORGANISATION[0].lawful, measures=frozenset({item}))
    assert [one.code for one in check_organisation(facts).findings] == [
        "measure_not_named_for_organisations"
    ]


class TestWhatIsLeftUnsaid:
    """The facts a caller may leave out mean what is usual."""

    def test_an_organisation_gained_nothing_and_revoked_nothing(self) -> None:
        plain = OrganisationFacts(frozenset({"shirked"}), True, frozenset({2}), True)
        assert not check_organisation(plain).findings
        gained = replace(plain, gains=True)
        assert [one.code for one in check_organisation(gained).findings] == ["gains_not_revoked"]

    def test_an_experiment_on_order_lacked_no_means_and_ran_on_no_own_plan(self) -> None:
        on_order = BoughtDataFacts(False, True, False, True, False)
        assert check_bought_data(replace(on_order, own_plan=True)).allowed
        assert check_bought_data(replace(on_order, lacked_means=True)).allowed

    def test_those_who_work_on_the_case_are_bound(self) -> None:
        assert not check_disclosure(DisclosureFacts("expert")).findings
