"""Who gets what, over every kind of case; what may be shown to whom; what follows a decision."""

from dataclasses import replace
from datetime import date
from itertools import chain, combinations, product

import pytest

from rules.codes import SEVERITIES, Involvement
from rules.context import default_context
from rules.errors import UnknownCode
from rules.outcome import Outcome
from rules.procedure.addressees import (
    DECISION,
    REPORT,
    WORD,
    DeliveryFacts,
    SentFacts,
    check_deliveries,
    recipients,
)
from rules.procedure.applications import Pending, PendingFacts, check_pending, ends_pending
from rules.procedure.bases import BasisFacts, SectorRuleFacts, check_basis, check_sector_rule
from rules.procedure.disclosure import (
    RECIPIENTS,
    BreachFacts,
    DisclosureFacts,
    PublicationFacts,
    check_breach,
    check_disclosure,
    check_publication,
)
from rules.procedure.following import RecognitionFacts, check_recognition
from rules.procedure.referrals import STATUSES, ReferralFacts, check_referral
from rules.procedure.reviews import AdmissionNoticeFacts, check_admission_notice
from tests.rules.procedure import tables_letters as letters

BOOLEANS = (False, True)
NEXT_DAY = default_context().with_readings(at_once="next_day")
INVOLVED = [
    frozenset(some) for some in chain.from_iterable(combinations(Involvement, n) for n in range(4))
]


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.findings]


class TestAddressees:
    @pytest.mark.parametrize("named", BOOLEANS)
    @pytest.mark.parametrize("lead", BOOLEANS)
    @pytest.mark.parametrize("transferred", BOOLEANS)
    @pytest.mark.parametrize("department", BOOLEANS)
    def test_everybody_the_law_names_and_nobody_else(
        self, named: bool, lead: bool, transferred: bool, department: bool
    ) -> None:
        for involved in INVOLVED:
            facts = DeliveryFacts(named, lead, transferred, involved, department)
            got = {a.who: (set(a.documents), a.at_once) for a in recipients(facts)}
            expected = {"respondent": ({DECISION}, False)}
            if department:
                expected["respondent_unit"] = ({DECISION}, False)
            if named:
                expected["complainant"] = ({WORD}, False)
            if lead:
                expected["lead_unit"] = ({DECISION}, True)
            if transferred:
                expected["transferring_body"] = ({DECISION, REPORT}, False)
            for kind in involved:
                expected[f"{kind}_department"] = ({DECISION, REPORT}, True)
            assert got == expected

    def test_each_stands_on_its_own_words(self) -> None:
        facts = DeliveryFacts(True, True, True, frozenset(Involvement), True)
        words = {a.who: (a.citation.article, a.citation.text) for a in recipients(facts)}
        assert words == {
            "respondent": (28, "作出处理决定的单位负责向被处理人送达书面处理决定书"),
            "respondent_unit": (38, "并制作处理决定书，送达被处理人及其所在单位"),
            "complainant": (28, "并告知实名举报人"),
            "lead_unit": (28, "有牵头调查单位的，应同时将处理决定书送牵头调查单位"),
            "transferring_body": (
                28,
                "对于上级机关和有关部门移送的，应将处理决定书和调查报告报送移送单位",
            ),
            "project_department": (38, "调查处理单位应将处理决定书和调查报告同时报送"),
            "award_department": (38, "调查处理单位应将处理决定书和调查报告同时报送"),
            "talent_department": (38, "调查处理单位应将处理决定书和调查报告同时报送"),
        }

    def test_the_department_serves_the_unit_as_well(self) -> None:
        own = DeliveryFacts(by_managing_department=True)
        sent = {"respondent": letters.LETTER}
        facts = SentFacts(own, sent, letters.DAY, {"respondent": letters.DAY})
        outcome = check_deliveries(facts)
        assert codes(outcome) == ["respondent_unit_unserved"]
        assert outcome.errors[0].citation.article == 38

    def test_nothing_sent_names_everybody_in_order(self) -> None:
        facts = SentFacts(letters.CASE, {}, letters.DAY, {})
        assert codes(check_deliveries(facts)) == [
            f"{who}_unserved"
            for who in (
                "respondent",
                "complainant",
                "lead_unit",
                "transferring_body",
                "project_department",
                "award_department",
                "talent_department",
            )
        ]

    def test_the_message_says_what_is_missing_for_whom(self) -> None:
        facts = SentFacts(letters.CASE, {}, letters.DAY, {})
        messages = [found.message for found in check_deliveries(facts).findings]
        assert messages[:4] == [
            "处理决定书还没有送被处理人；请补送。",
            "处理结果还没有告知实名举报人；请补送。",
            "处理决定书还没有送牵头调查单位；请补送。",
            "处理决定书和调查报告还没有都报送移送单位；请补送。",
        ]

    @pytest.mark.parametrize(("day", "late"), [(8, False), (9, False), (10, False), (11, True)])
    def test_a_unit_may_aim_at_the_next_day(self, day: int, late: bool) -> None:
        sent_on = {**letters.DAYS, "lead_unit": date(2026, 3, day)}
        facts = SentFacts(letters.CASE, letters.SENT, letters.DAY, sent_on)
        outcome = check_deliveries(facts, NEXT_DAY)
        assert codes(outcome) == ["lead_unit_served_late"] * late
        assert outcome.allowed
        if late:
            assert outcome.readings == ("at_once",)
            assert outcome.findings[0].message == (
                "送牵头调查单位晚于送达被处理人；条文要求同时，请说明原因。"
            )

    def test_the_others_have_no_such_day(self) -> None:
        sent_on = {**letters.DAYS, "transferring_body": date(2026, 4, 1)}
        facts = SentFacts(letters.CASE, letters.SENT, letters.DAY, sent_on)
        assert not check_deliveries(facts).findings

    def test_a_letter_to_an_anonymous_complainant_is_wrong_twice(self) -> None:
        sent = {"respondent": letters.LETTER, "complainant": letters.LETTER}
        facts = SentFacts(DeliveryFacts(), sent, letters.DAY, {})
        outcome = check_deliveries(facts)
        assert codes(outcome) == ["decision_to_complainant", "anonymous_complainant_traced"]
        assert outcome.readings == ()
        redacted = check_deliveries(replace(facts, personal_data=False))
        assert codes(redacted) == ["anonymous_complainant_traced"]

    def test_a_letter_without_personal_data_tells_a_complainant_as_well(self) -> None:
        sent = {**letters.SENT, "complainant": letters.LETTER}
        facts = SentFacts(letters.CASE, sent, letters.DAY, letters.DAYS, personal_data=False)
        assert not check_deliveries(facts).findings
        shown = check_deliveries(replace(facts, personal_data=True))
        assert [(one.level, one.code, one.message) for one in shown.findings] == [
            (
                "error",
                "decision_to_complainant",
                "送举报人的处理决定书有证件号码等个人信息；请隐去后再送，或只告知结果。",
            )
        ]
        report = {**letters.SENT, "complainant": frozenset({REPORT})}
        assert codes(check_deliveries(replace(facts, sent=report))) == ["complainant_unserved"]

    def test_an_addressee_nobody_knows_is_bad_input(self) -> None:
        facts = SentFacts(DeliveryFacts(), {"newspaper": letters.LETTER}, letters.DAY, {})
        with pytest.raises(UnknownCode) as caught:
            check_deliveries(facts)
        assert (caught.value.where, caught.value.message) == ("sent", "送达对象没有“newspaper”")


class TestDisclosure:
    def test_over_all_recipients_papers_and_identities(self) -> None:
        sides = {"respondent", "accused_unit", "interested"}
        workers = {"team", "expert", "third_party", "authority"}
        identities = [
            frozenset(some)
            for some in chain.from_iterable(
                combinations(("complainant", "witness"), n) for n in range(3)
            )
        ]
        for to, complaint, shown, permitted, bound in product(
            RECIPIENTS, BOOLEANS, identities, BOOLEANS, BOOLEANS
        ):
            expected = []
            if complaint and to in sides:
                expected.append("complaint_passed_on")
            expected += [
                f"{who}_exposed"
                for who in ("complainant", "witness")
                if who in shown and to not in workers and to != who
            ]
            if not permitted:
                expected.append("disclosure_not_permitted")
            if to in workers and not bound:
                expected.append("recipient_not_bound")
            facts = DisclosureFacts(to, complaint, shown, permitted, bound)
            assert codes(check_disclosure(facts)) == expected

    @pytest.mark.parametrize(
        ("facts", "where", "what"),
        [
            (DisclosureFacts("neighbour"), "to", "接收人没有“neighbour”"),
            (
                DisclosureFacts("public", identities=frozenset({"dean"})),
                "identities",
                "身份没有“dean”",
            ),
        ],
    )
    def test_other_recipients_are_bad_input(
        self, facts: DisclosureFacts, where: str, what: str
    ) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_disclosure(facts)
        assert (caught.value.where, caught.value.message) == (where, what)

    @pytest.mark.parametrize(
        ("basis", "said"), [("result", []), ("major_incident", ["major_incident_published"])]
    )
    def test_measure_2_bounds_only_its_own_publication(self, basis: str, said: list[str]) -> None:
        facts = PublicationFacts(basis, True, False, False, False)
        assert check_publication(facts).allowed
        assert codes(check_publication(facts)) == said
        open_case = replace(facts, decision_effective=False, personal_data=True)
        assert codes(check_publication(open_case)) == [
            "published_before_effect",
            "personal_data_published",
            *said,
        ]

    def test_a_publication_has_a_basis(self) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_publication(PublicationFacts("curiosity", True, True, True, False))
        assert (caught.value.where, caught.value.message) == (
            "basis",
            "公布的依据没有“curiosity”",
        )

    @pytest.mark.parametrize("kind", ["bribery", "confidentiality", "recusal", "leak"])
    def test_a_breach_is_dealt_with(self, kind: str) -> None:
        outcome = check_breach(BreachFacts(kind, date(2026, 3, 9), "经过"))
        assert codes(outcome) == ["breach_dealt_with"]
        with pytest.raises(UnknownCode) as caught:
            check_breach(BreachFacts("gossip", date(2026, 3, 9), "经过"))
        assert (caught.value.where, caught.value.message) == ("kind", "第四十六条没有“gossip”")


class TestConsequences:
    def test_nobody_special_nobody_to_refer_to(self) -> None:
        assert not check_referral(ReferralFacts(frozenset(), frozenset())).findings

    def test_whoever_is_all_three_is_referred_three_times(self) -> None:
        outcome = check_referral(ReferralFacts(frozenset(STATUSES), frozenset()))
        assert codes(outcome) == [
            "party_member_not_referred",
            "public_servant_not_referred",
            "other_discipline_not_referred",
            "crime_not_referred",
        ]
        with pytest.raises(UnknownCode) as caught:
            check_referral(ReferralFacts(frozenset({"retired"}), frozenset()))
        assert (caught.value.where, caught.value.message) == (
            "statuses",
            "第二十九条没有“retired”",
        )

    def test_the_tier_and_the_kind_decide_what_ends(self) -> None:
        for severity, kind, funded in product(SEVERITIES, ("application", "nomination"), BOOLEANS):
            expected = severity != "minor" and (kind == "nomination" or funded)
            for ended in BOOLEANS:
                one = Pending(kind, ended, funded)
                assert ends_pending(severity, one) == expected
                outcome = check_pending(PendingFacts(severity, (one,)))
                assert outcome.allowed == (ended == expected)
                assert (
                    codes(outcome)
                    == {
                        (True, True): ["tell_managing_bodies"],
                        (True, False): ["pending_not_ended"],
                        (False, True): ["pending_ended_without_ground"],
                        (False, False): [],
                    }[expected, ended]
                )

    def test_in_the_lightest_tier_nobody_need_ask(self) -> None:
        assert not check_pending(PendingFacts("minor", None)).findings
        assert not check_pending(PendingFacts("major", ())).findings

    @pytest.mark.parametrize(
        ("facts", "where", "what"),
        [
            (PendingFacts("grave", ()), "severity", "第三十二条没有“grave”"),
            (PendingFacts("major", (Pending("loan", True),)), "pending", "申报或提名没有“loan”"),
        ],
    )
    def test_tiers_and_kinds_are_those_of_the_law(
        self, facts: PendingFacts, where: str, what: str
    ) -> None:
        with pytest.raises(UnknownCode) as caught:
            check_pending(facts)
        assert (caught.value.where, caught.value.message) == (where, what)

    def test_facts_nobody_else_decided_need_no_account(self) -> None:
        assert not check_recognition(RecognitionFacts(False, "")).findings


class TestBases:
    @pytest.mark.parametrize(
        "text",
        [
            "国科发监〔2022〕221号第三十二条",
            "国科发监 〔2022〕 221 号 第32条",
            "国科发监〔2022〕221号第二十九条第五项",
            "国科发监[2022]221号第三十二条",
            "国科发监［2022］221号第三十二条",
            "国科发监（2022）221号第三十二条",
            "国科发监(2022)221号第三十二条",
            "国科发监 [ 2022 ] 221 号 第 三十二 条",
        ],
    )
    def test_number_and_article_are_enough(self, text: str) -> None:
        assert not check_basis(BasisFacts(text)).findings

    @pytest.mark.parametrize(
        "text",
        [
            "国科发监〔2019〕323号",
            "国科发监[2019]323号",
            "国科发监［2019］323号",
            "国科发监（2019）323号",
            "国科发监(2019)323号",
            "国科发监 〔 2019 〕 323 号",
            "《科研诚信案件调查处理规则（试行）》",
            "《科研诚信案件调查处理规则(试行)》",
            "《科研诚信案件调查处理规则 （ 试行 ）》",
        ],
    )
    def test_the_repealed_rule_is_known_however_it_is_typed(self, text: str) -> None:
        ours = BasisFacts(f"国科发监〔2022〕221号第三条、{text}")
        assert codes(check_basis(ours)) == ["basis_repealed"]

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "国科发监〔2019〕221号",
            "国科发监〔2022〕22号",
            "国科发监2022221号",
            "国科发监〔2022221号",
            "国科发监2022〕221号",
        ],
    )
    def test_another_number_is_not_the_rule(self, text: str) -> None:
        assert codes(check_basis(BasisFacts(text))) == [
            "basis_without_number",
            "basis_without_article",
        ]

    def test_a_sector_rule_stands_in_its_place(self) -> None:
        facts = BasisFacts("《医学科研诚信办法》第三条", sector_rule=True)
        assert not check_basis(facts).findings
        assert codes(check_basis(replace(facts, sector_rule=False))) == ["basis_without_number"]

    def test_a_sector_rule_is_only_an_option(self) -> None:
        assert codes(check_sector_rule(SectorRuleFacts(True, "已比较"))) == ["sector_rule_optional"]


class TestReviews:
    def test_without_a_certain_day_nothing_is_late(self) -> None:
        day = date(2026, 3, 9)
        assert not check_admission_notice(AdmissionNoticeFacts(day, day, None)).findings
        assert codes(check_admission_notice(AdmissionNoticeFacts(day, None, day))) == [
            "appellant_untold"
        ]
