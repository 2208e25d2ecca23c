"""The same question under two documents: where 221号, 84号 and 130号 ask for different things.

One row for each point on which they can be compared; accepting, reporting upward, appealing.
"""

from datetime import date

import pytest

from rules.context import default_context
from rules.law import N221, P130, S84
from rules.procedure.complaints import check_objection
from rules.supervision.opinion import ObjectionFacts
from rules.supervision.opinion import check_objection as check_supervision_objection
from tests.rules.ask import ask, codes

NATIONAL, SHANDONG = [N221], [S84]
GOOD = {
    "on": "2026-03-02",
    "respondent_identified": True,
    "within_scope": True,
    "facts_stated": True,
    "evidence": True,
    "checkable_lead": False,
    "competent": True,
}
ANNEX_ONLY = {"within_scope": False, "within_annex": True}
# The point; what the report lacks; the advice under 221号 alone and with 84号, and the places.
ACCEPTANCE = [
    ("nothing lacks", {}, "accept", "accept", [(14, None)]),
    ("respondent", {"respondent_identified": False}, "decline", "decline", [(12, 1)]),
    ("scope", {"within_scope": False}, "decline", "decline", [(12, 2), (13, 1)]),
    ("facts", {"facts_stated": False}, "decline", "decline", [(12, 3)]),
    ("evidence", {"evidence": False}, "decline", "decline", [(12, 4), (13, 2)]),
    (
        "a lead will do",
        {"evidence": False, "checkable_lead": True},
        "accept",
        "accept",
        [(14, None)],
    ),
    ("competence", {"competent": False}, "forward", "forward", [(14, None)]),
    ("repeated", {"repeats_earlier": True}, "decline", "decline", [(13, 3)]),
    ("decided", {"decision_in_effect": True}, "decline", "decline", [(13, 4)]),
]


@pytest.mark.parametrize(("point", "more", "national", "local", "places"), ACCEPTANCE)
def test_acceptance_under_221_and_with_84(point, more, national, local, places):
    for instruments, advice in ((NATIONAL, national), (SHANDONG, local)):
        found = ask("check-complaint", {**GOOD, **more, "instruments": instruments})
        assert found["advice"] == advice, point
        grounds = [(g["instrument"], g["article"], g["item"]) for g in found["grounds"]]
        # Only what is accepted or sent on rests on 84号 as well: grounds to decline it has none.
        beside = [(S84, 16, None)] if instruments == SHANDONG and advice != "decline" else []
        assert grounds == [(N221, *place) for place in places] + beside


def test_only_the_annex_makes_the_scope_wider():
    national = ask("check-complaint", {**GOOD, **ANNEX_ONLY})
    assert (national["advice"], codes(national)) == ("decline", ["condition_scope", "out_of_scope"])
    local = ask("check-complaint", {**GOOD, **ANNEX_ONLY, "instruments": SHANDONG})
    assert (local["advice"], codes(local)) == ("accept", ["within_annex"])
    citation = local["findings"][0]["citation"]
    assert (citation["instrument"], citation["article"]) == (S84, 3)


def test_an_objection_to_a_refusal_states_reasons():
    assert check_objection("有新的凭据").allowed
    (found,) = check_objection(" ").errors
    assert found.citation.article == 14


@pytest.mark.parametrize("instruments", [NATIONAL, SHANDONG])
@pytest.mark.parametrize(
    ("rule", "due"), [("acceptance", "2026-03-23"), ("report_upward", "2026-03-16")]
)
def test_the_periods_of_both_are_the_same(rule, due, instruments):
    given = {"rule": rule, "start": "2026-03-02", "instruments": instruments}
    assert ask("due-date", given, days=False)["due"] == due


YEAR, REGISTER = {"years": 1}, {"item": 13}
FORGOTTEN = ["register_missing", "term_reported"]
# The decision; whether it is reported under 221号 alone and with 84号; the codes with 84号.
REPORTING = [
    ("5 for a term", [{"item": 5, **YEAR}, REGISTER], True, True, ["term_reported"]),
    ("7 for a term", [{"item": 7, **YEAR}, REGISTER], True, True, ["term_reported"]),
    ("9 for a term", [{"item": 9, **YEAR}, REGISTER], True, True, ["term_reported"]),
    ("10, fewer students", [{"item": 10, **YEAR}, REGISTER], True, True, []),
    ("10, cancelled", [{"item": 10}, REGISTER], True, True, []),
    *((f"13 with {n}", [{"item": n}, REGISTER], True, True, []) for n in (2, 4, 6, 8, 12)),
    *((f"{n} alone", [{"item": n}], False, False, []) for n in (1, 2, 3, 4, 6, 8, 11, 12)),
    *((f"{n}, 13 forgotten", [{"item": n, **YEAR}], False, True, FORGOTTEN) for n in (5, 7, 9)),
    ("10, 13 forgotten", [{"item": 10, **YEAR}], False, False, ["register_missing"]),
]
ROUTE = {"decided_by": "local", "effective": "2026-03-02", "received_by_province": "2026-03-20"}


@pytest.mark.parametrize(("decision", "given", "national", "local", "found"), REPORTING)
def test_what_is_reported_under_36_and_with_19(decision, given, national, local, found):
    base = ask("submission-route", {**ROUTE, "measures": given})
    wider = ask("submission-route", {**ROUTE, "measures": given, "instruments": SHANDONG})
    assert (base["required"], wider["required"]) == (national, local), decision
    assert codes(wider) == found
    for answer in (base, wider):
        assert [step["due"] for step in answer["steps"]] == (
            ["2026-03-16", "2026-04-03"] if answer["required"] else []
        )
        for step in answer["steps"][:1]:
            assert step["to"] == ["superior", "provincial_department"]


@pytest.mark.parametrize("item", [5, 7, 9])
def test_the_first_hop_cites_the_document_that_asks_for_it(item):
    def ground(given):
        question = {**ROUTE, "measures": given, "instruments": SHANDONG}
        citation = ask("submission-route", question)["steps"][0]["citation"]
        return citation["instrument"], citation["article"]

    assert ground([{"item": item, **YEAR}]) == (S84, 19)
    assert ground([{"item": item, **YEAR}, REGISTER]) == (N221, 36)


FIRST = {
    "level": 1,
    "served": "2026-03-02",
    "received": "2026-03-02",
    "lodged": "2026-03-23",
    "appellant": "respondent",
    "reasons": True,
    "evidence_or_leads": True,
}
SECOND = {**FIRST, "level": 2, "sufficient_evidence": True, "evidence_or_leads": False}
# What changes; the codes of the first appeal and of the second (221号 41 and 42).
APPEALS = [
    ("nothing", {}, [], []),
    ("a day later", {"lodged": "2026-03-24"}, ["late"], []),
    ("a year later", {"lodged": "2027-03-24"}, ["late"], []),
    ("no reasons", {"reasons": False}, ["no_reasons"], ["no_other_reasons"]),
    ("no evidence or lead", {"evidence_or_leads": False}, ["no_evidence_or_leads"], []),
    ("evidence not sufficient", {"sufficient_evidence": False}, [], ["evidence_not_sufficient"]),
    ("merely dissatisfied", {"only_dissatisfied": True}, [], ["only_dissatisfied"]),
    ("the same again", {"same_facts_and_reasons": True}, [], ["same_facts_and_reasons"]),
]


@pytest.mark.parametrize(("change", "more", "first", "second"), APPEALS)
def test_the_first_appeal_and_the_second(change, more, first, second):
    for base, found, article in ((FIRST, first, 41), (SECOND, second, 42)):
        answer = ask("check-appeal", {**base, **more})
        assert codes(answer, "error") == found, change
        assert answer["advice"] == ("refuse" if found else "admit")
        assert {f["citation"]["article"] for f in answer["findings"]} <= {article}


@pytest.mark.parametrize(
    ("rule", "article", "due", "hard"),
    [
        ("appeal_admission", 41, "2026-03-23", True),
        ("re_review_admission", 42, "2026-03-23", True),
        ("review", 43, "2026-07-10", False),
        ("re_review", 43, "2026-07-10", False),
    ],
)
def test_both_are_admitted_in_15_and_answered_in_90_working_days(rule, article, due, hard):
    found = ask("due-date", {"rule": rule, "start": "2026-03-02"}, days=False)
    assert (found["due"], found["hard"]) == (due, hard)
    assert found["citation"]["article"] == article


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"lodged": date(2026, 3, 16)}, []),
        ({"lodged": date(2026, 3, 17)}, [("objection_late", 27)]),
        ({"lodged": date(2026, 3, 16), "written": False}, [("objection_not_written", 27)]),
        ({"lodged": date(2026, 3, 16), "against": "decision"}, [("decision_goes_by_221", 41)]),
    ],
)
def test_an_objection_to_supervision_is_written_within_10_and_against_no_decision(facts, found):
    asked = ObjectionFacts(date(2026, 3, 2), **facts)
    answer = check_supervision_objection(asked, default_context((P130,)))
    assert [(f.code, f.citation.article) for f in answer.outcome.errors] == found
