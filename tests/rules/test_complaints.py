"""Accept, decline or forward: Articles 12 to 14, and 84号 Article 16."""

import pytest

from rules.law import N221, S84
from tests.rules.ask import ask, codes

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
        [LOCAL],
        "Article 14 asks for Article 12, which the annex alone does not meet",
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
