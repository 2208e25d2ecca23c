"""What goes out, to whom, on which basis, and what follows (Art 27-29, 33, 37, 38, 41, 44-53)."""

from datetime import date

from rules.codes import Involvement
from rules.procedure.addressees import (
    DECISION,
    REPORT,
    WORD,
    DeliveryFacts,
    SentFacts,
    check_deliveries,
)
from rules.procedure.applications import Pending, PendingFacts, check_pending
from rules.procedure.bases import BasisFacts, SectorRuleFacts, check_basis, check_sector_rule
from rules.procedure.disclosure import (
    BreachFacts,
    DisclosureFacts,
    JointDisciplineFacts,
    PublicationFacts,
    check_breach,
    check_disclosure,
    check_joint_discipline,
    check_publication,
)
from rules.procedure.following import (
    FollowingFacts,
    RecognitionFacts,
    check_following,
    check_recognition,
)
from rules.procedure.referrals import STATUSES, ReferralFacts, check_referral
from tests.rules.procedure.guard import Defect, Guard

LETTER = frozenset({DECISION})
BOTH = frozenset({DECISION, REPORT})
DAY = date(2026, 3, 9)
CASE = DeliveryFacts(
    named_complainant=True,
    lead_unit=True,
    transferred=True,
    involves=frozenset(Involvement),
)
SENT = {
    "respondent": LETTER,
    "complainant": frozenset({WORD}),
    "lead_unit": LETTER,
    "transferring_body": BOTH,
    "project_department": BOTH,
    "award_department": BOTH,
    "talent_department": BOTH,
}
DAYS = dict.fromkeys(SENT, DAY)


def sent_but(who: str, *documents: str) -> dict[str, object]:
    return {"delivery": CASE, "sent": {**SENT, who: frozenset(documents)}}


DELIVERIES = (
    Guard(
        check_deliveries,
        SentFacts(CASE, SENT, DAY, DAYS),
        (
            *(
                Defect(f"{who} left out", sent_but(who), f"{who}_unserved", place)
                for who, place in (
                    ("respondent", "第二十八条"),
                    ("complainant", "第二十八条"),
                    ("lead_unit", "第二十八条"),
                    ("transferring_body", "第二十八条"),
                    ("project_department", "第三十八条"),
                    ("award_department", "第三十八条"),
                    ("talent_department", "第三十八条"),
                )
            ),
            *(
                Defect(f"decision only to {who}", sent_but(who, DECISION), f"{who}_unserved", place)
                for who, place in (
                    ("transferring_body", "第二十八条"),
                    ("project_department", "第三十八条"),
                )
            ),
            Defect(
                "the complainant gets the letter",
                sent_but("complainant", WORD, DECISION),
                "decision_to_complainant",
                "第四十六条",
            ),
            Defect(
                "an anonymous complainant traced",
                {"delivery": DeliveryFacts(), "sent": SENT},
                "anonymous_complainant_traced",
                "第四十六条",
            ),
            *(
                Defect(
                    f"{who} a day later",
                    {"sent_on": {**DAYS, who: date(2026, 3, 10)}},
                    f"{who}_served_late",
                    place,
                    "warning",
                )
                for who, place in (
                    ("lead_unit", "第二十八条"),
                    ("project_department", "第三十八条"),
                    ("award_department", "第三十八条"),
                    ("talent_department", "第三十八条"),
                )
            ),
        ),
    ),
)

DISCLOSURES = (
    Guard(
        check_disclosure,
        DisclosureFacts("respondent"),
        (
            *(
                Defect(
                    f"the complaint to the {to}",
                    {"to": to, "complaint": True},
                    "complaint_passed_on",
                    "第四十六条",
                )
                for to in ("respondent", "accused_unit", "interested")
            ),
            Defect(
                "names the complainant",
                {"identities": frozenset({"complainant"})},
                "complainant_exposed",
                "第四十六条",
            ),
            Defect(
                "names a witness",
                {"identities": frozenset({"witness"})},
                "witness_exposed",
                "第四十六条",
            ),
            Defect("without leave", {"permitted": False}, "disclosure_not_permitted", "第四十四条"),
            Defect(
                "an expert who signed nothing",
                {"to": "expert", "bound": False},
                "recipient_not_bound",
                "第四十四条",
            ),
        ),
    ),
    Guard(
        check_publication,
        PublicationFacts("measure_2", True, True, True, False),
        (
            Defect(
                "an open case", {"decision_effective": False}, "published_before_effect", "（十九）"
            ),
            Defect(
                "measure 2 not given",
                {"measure_given": False},
                "publication_without_measure",
                "第二十九条第二项",
            ),
            Defect("too wide", {"within_scope": False}, "publication_too_wide", "第二十九条第二项"),
            Defect(
                "identity numbers", {"personal_data": True}, "personal_data_published", "第四十六条"
            ),
        ),
    ),
    Guard(
        check_publication,
        PublicationFacts("typical_case", True, False, False, False),
        (
            Defect(
                "an example in which somebody is known",
                {"identifiable": True},
                "typical_case_identifiable",
                "第四十六条",
                "warning",
            ),
        ),
    ),
    Guard(
        check_joint_discipline,
        JointDisciplineFacts(recorded=True, effective=True),
        (
            Defect(
                "a mere allegation",
                {"recorded": False},
                "joint_discipline_without_record",
                "第三十七条",
            ),
            Defect(
                "not in effect",
                {"effective": False},
                "joint_discipline_before_effect",
                "第三十六条",
            ),
        ),
    ),
    Guard(
        check_breach,
        BreachFacts("leak", DAY, "把举报人姓名告诉了被调查人"),
        (
            Defect("no day", {"happened_on": None}, "breach_undated", "第四十六条"),
            Defect("no words", {"what": ""}, "breach_undescribed", "第四十六条"),
        ),
    ),
)

EVERY_STATUS = frozenset(STATUSES)
CONSEQUENCES = (
    Guard(
        check_referral,
        ReferralFacts(EVERY_STATUS, EVERY_STATUS),
        (
            *(
                Defect(
                    f"{status} not referred",
                    {"referred": EVERY_STATUS - {status}},
                    code,
                    "第二十九条",
                )
                for status, code in (
                    ("party_member", "party_member_not_referred"),
                    ("other_discipline", "other_discipline_not_referred"),
                    ("public_servant", "public_servant_not_referred"),
                    ("suspected_crime", "crime_not_referred"),
                )
            ),
            Defect(
                "instead of the decision",
                {"instead_of_decision": True},
                "referral_instead_of_decision",
                "第二十九条",
            ),
            Defect(
                "decision waits",
                {"decision_held": True},
                "decision_held_for_referral",
                "第二十五条",
            ),
            Defect(
                "imposed by the unit",
                {"imposed_here": True},
                "discipline_imposed_here",
                "第二十九条",
            ),
        ),
    ),
    Guard(
        check_pending,
        PendingFacts("major", (Pending("application", True), Pending("nomination", True))),
        (
            Defect(
                "not asked",
                {"severity": "major", "pending": None},
                "pending_not_asked",
                "第三十三条",
            ),
            *(
                Defect(
                    f"{kind} kept",
                    {"severity": "major", "pending": (Pending(kind, False),)},
                    "pending_not_ended",
                    "第三十三条",
                )
                for kind in ("application", "nomination")
            ),
            Defect(
                "ended in the lightest tier",
                {"severity": "minor", "pending": (Pending("application", True),)},
                "pending_ended_without_ground",
                "第三十三条",
            ),
            Defect(
                "a private fund's application ended",
                {
                    "severity": "major",
                    "pending": (Pending("application", True, publicly_funded=False),),
                },
                "pending_ended_without_ground",
                "第三十三条",
            ),
        ),
    ),
    Guard(
        check_following,
        FollowingFacts(True, True, True, True, True, True, True),
        (
            Defect("unverified", {"verified": False}, "following_unverified", "第三十八条"),
            Defect(
                "beyond its remit", {"within_remit": False}, "following_beyond_remit", "第三十八条"
            ),
            Defect("a copy", {"own_letter": False}, "following_without_letter", "第三十八条"),
            Defect("no notice", {"noticed": False}, "following_without_notice", "第二十七条"),
            Defect(
                "no remedy",
                {"remedy_stated": False},
                "following_without_remedy",
                "第二十八条第四项",
            ),
            Defect(
                "person unserved",
                {"served_on_person": False},
                "following_not_served_on_person",
                "第三十八条",
            ),
            Defect(
                "unit unserved",
                {"served_on_unit": False},
                "following_not_served_on_unit",
                "第三十八条",
            ),
        ),
    ),
    Guard(
        check_recognition,
        RecognitionFacts(decided_elsewhere=True, account="已互认，不再重复处理"),
        (
            Defect(
                "punished anew as if unknown",
                {"account": ""},
                "other_decision_ignored",
                "第四十九条",
            ),
        ),
    ),
)

BASES = (
    Guard(
        check_basis,
        BasisFacts("《科研失信行为调查处理规则》（国科发监〔2022〕221号）第三十二条"),
        (
            Defect(
                "the repealed rule by number",
                {"text": "国科发监〔2022〕221号第三条、国科发监〔2019〕323号"},
                "basis_repealed",
                "第五十三条",
            ),
            Defect(
                "the repealed rule by name",
                {"text": "《科研诚信案件调查处理规则（试行）》第三条"},
                "basis_repealed",
                "第五十三条",
                also="basis_without_number",
            ),
            Defect("no number", {"text": "调查处理规则第三条"}, "basis_without_number", "第一条"),
            Defect(
                "no article",
                {"text": "国科发监〔2022〕221号"},
                "basis_without_article",
                "第二十八条第三项",
            ),
        ),
    ),
    Guard(
        check_sector_rule,
        SectorRuleFacts(by_department=True, comparison="各项处理尺度均不低于本规则"),
        (
            Defect(
                "a unit's own rule",
                {"by_department": False},
                "sector_rule_not_by_department",
                "第五十二条",
            ),
            Defect("not compared", {"comparison": ""}, "sector_rule_not_compared", "第五十二条"),
            Defect("laxer", {"laxer_points": ("期限",)}, "sector_rule_laxer", "第五十二条"),
        ),
    ),
)

TABLES = (*DELIVERIES, *DISCLOSURES, *CONSEQUENCES, *BASES)
