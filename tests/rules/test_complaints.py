"""Accept, decline or forward: Articles 12 to 14, and 84号 Article 16."""

from datetime import date

import pytest

from rules.complaints import ComplaintFacts, check_complaint
from rules.context import default_context
from rules.law import N221, S84
from tests.rules.ask import ask, codes

DAY = date(2025, 6, 1)
ASKED = "举报科研失信行为应同时满足下列条件"
GOOD = {
    "on": "2025-06-01",
    "respondent_identified": True,
    "within_scope": True,
    "within_annex": None,
    "facts_stated": True,
    "evidence": False,
    "checkable_lead": True,
    "repeats_earlier": False,
    "decision_in_effect": False,
    "new_evidence_or_lead": False,
    "competent": True,
}


def check(**more):
    return ask("check-complaint", {**GOOD, **more})


def places(found):
    return [(g["article"], g["item"]) for g in found["grounds"]]


def test_the_example_of_the_contracts_is_accepted_and_must_be():
    found = check()
    assert (found["advice"], codes(found)) == ("accept", [])
    assert places(found) == [(14, None)]
    assert "应予以受理" in found["grounds"][0]["text"]


DECLINED = [
    ({"respondent_identified": False}, [(12, 1)], "no respondent: only Article 12"),
    ({"facts_stated": False}, [(12, 3)], "no facts: only Article 12"),
    ({"within_scope": False}, [(12, 2), (13, 1)], "outside Article 2"),
    ({"checkable_lead": False}, [(12, 4), (13, 2)], "neither evidence nor lead"),
    ({"repeats_earlier": True}, [(13, 3)], "a repeat without anything new"),
    ({"decision_in_effect": True}, [(13, 4)], "decided, and nothing new"),
    (
        {"respondent_identified": False, "facts_stated": False, "repeats_earlier": True},
        [(12, 1), (12, 3), (13, 3)],
        "all listed, not the first",
    ),
    ({"within_scope": False, "competent": False}, [(12, 2), (13, 1)], "before competence"),
    ({"within_scope": False, "within_annex": True}, [(12, 2), (13, 1)], "the annex needs 84号"),
]


@pytest.mark.parametrize(("more", "grounds", "why"), DECLINED)
def test_declined(more, grounds, why):
    found = check(**more)
    assert (found["advice"], places(found)) == ("decline", grounds), why


ACCEPTED = [
    ({"evidence": True, "checkable_lead": False}, "evidence or a lead, not both"),
    ({"repeats_earlier": True, "new_evidence_or_lead": True}, "a repeat with something new"),
    ({"decision_in_effect": True, "new_evidence_or_lead": True}, "decided, but something new"),
    ({"instruments": [S84], "within_scope": False, "within_annex": True}, "the annex of 84号"),
    ({"instruments": [N221, S84]}, "Article 2 is enough under 84号 too"),
]


@pytest.mark.parametrize(("more", "why"), ACCEPTED)
def test_accepted(more, why):
    assert check(**more)["advice"] == "accept", why


NATIONAL = (N221, 14, "符合本规则第十二条规定且属于本单位职责范围的，应予以受理")
LOCAL = (
    S84,
    16,
    "符合有明确的举报对象、有明确的违规事实、有客观明确的证据材料或查证线索、"
    "属于本单位职责范围的，应予以受理",
)
ELSEWHERE = "不属于本单位职责范围的，可转送相关责任单位或告知举报人向相关责任单位举报"
IN_SHANDONG = [
    ({"instruments": [N221]}, [NATIONAL], "only where 84号 applies"),
    ({"instruments": [S84]}, [NATIONAL, LOCAL], "Article 16 beside Article 14"),
    (
        {"instruments": [S84], "within_annex": True},
        [NATIONAL, LOCAL],
        "what is within Article 2 meets Article 12 too",
    ),
    (
        {"instruments": [S84], "within_scope": False, "within_annex": True},
        [NATIONAL, LOCAL],
        "by the annex: the scope Article 12 asks for is met under 84号",
    ),
    (
        {"instruments": [S84], "competent": False},
        [(N221, 14, ELSEWHERE), (S84, 16, ELSEWHERE)],
        "forwarded",
    ),
    (
        {"instruments": [S84], "within_scope": False, "within_annex": True, "competent": False},
        [(N221, 14, ELSEWHERE), (S84, 16, ELSEWHERE)],
        "forwarded, of the annex",
    ),
]


@pytest.mark.parametrize(("more", "grounds", "why"), IN_SHANDONG)
def test_article_16_of_84_is_named_beside_article_14(more, grounds, why):
    found = [(g["instrument"], g["article"], g["text"]) for g in check(**more)["grounds"]]
    assert found == grounds, why


def test_neither_scope_nor_annex():
    found = check(instruments=[S84], within_scope=False, within_annex=False)
    assert found["advice"] == "decline"


def test_the_annex_is_no_article_2():
    found = check(instruments=[S84], within_scope=False, within_annex=True)
    assert [(f["code"], f["reading"]) for f in found["findings"]] == [("within_annex", "C11")]


def test_not_competent_is_forwarded_with_both_ways_named():
    found = check(competent=False)
    assert (found["advice"], places(found)) == ("forward", [(14, None)])
    assert codes(found) == ["transfer", "tell_complainant"]


def test_conditions_1_and_3_rest_on_a_reading():
    found = check(respondent_identified=False)
    assert found["findings"][0]["reading"] == "C5"


def told(found):
    """Each finding in order: level, code, instrument, article, item, its words, its reading."""
    return [
        (
            one["level"],
            one["code"],
            *(one["citation"][name] for name in ("instrument", "article", "item", "text")),
            one["reading"],
        )
        for one in found["findings"]
    ]


WITHOUT_RESPONDENT = ("error", "no_respondent", N221, 12, 1, "（一）有明确的举报对象；", "C5")
WITHOUT_FACTS = ("error", "no_facts", N221, 12, 3, "（三）有明确的违规事实；", "C5")
OUTSIDE = [
    ("error", "condition_scope", N221, 12, 2, "（二）举报内容属于本规则第二条规定的范围；", None),
    ("error", "out_of_scope", N221, 13, 1, "（一）举报内容不属于本规则第二条规定的范围；", None),
]
UNPROVED = [
    (
        "error",
        "condition_evidence",
        N221,
        12,
        4,
        "（四）有客观、明确的证据材料或可查证线索。",
        None,
    ),
    ("error", "no_evidence_or_lead", N221, 13, 2, "（二）没有明确的证据和可查证线索的；", None),
]
REPEATED_WORDS = "（三）对同一对象重复举报且无新的证据、线索的；"
REPEATED = ("error", "repeated", N221, 13, 3, REPEATED_WORDS, None)
DECIDED = (
    "error",
    "already_decided",
    N221,
    13,
    4,
    "（四）已经作出生效处理决定且无新的证据、线索的。",
    None,
)
NEW = ("info", "new_evidence", N221, 13, 3, REPEATED_WORDS, None)
NEW_SINCE = ("info", "new_evidence", N221, 13, 4, DECIDED[5], None)
NOT_HERE = ("warning", "not_competent", N221, 14, None, ELSEWHERE, None)
FORWARDED = [
    ("info", "transfer", N221, 14, None, "可转送相关责任单位", None),
    ("info", "tell_complainant", N221, 14, None, "告知举报人向相关责任单位举报", None),
]
BY_THE_ANNEX = ("info", "within_annex", S84, 3, None, "具体行为清单见附件", "C11")
TOLD = [
    ({}, []),
    ({"respondent_identified": False}, [WITHOUT_RESPONDENT]),
    ({"facts_stated": False, "competent": False}, [WITHOUT_FACTS, NOT_HERE]),
    ({"within_scope": False}, OUTSIDE),
    ({"checkable_lead": False}, UNPROVED),
    ({"repeats_earlier": True}, [REPEATED]),
    ({"decision_in_effect": True, "competent": False}, [DECIDED, NOT_HERE]),
    ({"repeats_earlier": True, "new_evidence_or_lead": True}, [NEW]),
    ({"decision_in_effect": True, "new_evidence_or_lead": True}, [NEW_SINCE]),
    (
        {"repeats_earlier": True, "decision_in_effect": True, "new_evidence_or_lead": True},
        [NEW, NEW_SINCE],
    ),
    ({"new_evidence_or_lead": True}, []),
    ({"new_evidence_or_lead": True}, []),
    ({"within_annex": True, "instruments": [S84]}, []),
    ({"within_scope": False, "within_annex": True, "instruments": [S84]}, [BY_THE_ANNEX]),
    (
        {
            **dict.fromkeys(
                ("respondent_identified", "within_scope", "facts_stated", "checkable_lead"), False
            ),
            "repeats_earlier": True,
            "decision_in_effect": True,
        },
        [
            WITHOUT_RESPONDENT,
            OUTSIDE[0],
            WITHOUT_FACTS,
            UNPROVED[0],
            OUTSIDE[1],
            UNPROVED[1],
            REPEATED,
            DECIDED,
        ],
    ),
    ({"competent": False}, FORWARDED),
    (
        {"competent": False, "repeats_earlier": True, "new_evidence_or_lead": True},
        [NEW, *FORWARDED],
    ),
]


@pytest.mark.parametrize(("more", "findings"), TOLD)
def test_every_finding_rests_on_words_of_the_law(more, findings):
    assert told(check(**more)) == findings


def test_the_complainant_is_asked_first_where_the_unit_reads_article_12_so():
    given = {name: value for name, value in GOOD.items() if name not in ("on", "facts_stated")}
    facts = ComplaintFacts(**given, facts_stated=False)
    found = check_complaint(facts, DAY, default_context().with_readings(C5="ask_first"))
    asked = ("warning", "ask_complainant_first", N221, 12, None, ASKED, "C5")
    assert told(found.as_json()) == [WITHOUT_FACTS, asked]
    assert found.outcome.readings == ("C5",)
