"""First and second appeals: Articles 41 and 42."""

from dataclasses import replace
from datetime import date

import pytest

from rules.appeals import AppealFacts, check_appeal
from rules.context import default_context
from rules.errors import DatesReversed, InstrumentNotInForce, UnknownCode
from tests.rules.ask import ask, codes

DAY = date(2026, 2, 10)
FIRST = {
    "level": 1,
    "served": "2026-02-10",
    "received": "2026-02-10",
    "lodged": "2026-03-09",
    "appellant": "respondent",
    "reasons": True,
    "evidence_or_leads": True,
    "sufficient_evidence": False,
    "same_facts_and_reasons": False,
    "only_dissatisfied": False,
}
SECOND = {**FIRST, "level": 2, "sufficient_evidence": True}


def check(**more):
    return ask("check-appeal", {**FIRST, **more})


def second(**more):
    return ask("check-appeal", {**SECOND, **more})


def test_the_example_of_the_contracts():
    found = check()
    assert (found["advice"], found["in_time"]) == ("admit", True)
    assert found["last_day"] == found["earliest"] == found["latest"] == "2026-03-09"
    assert found["findings"] == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"lodged": "2026-03-10"}, ["late"]),
        ({"reasons": False}, ["no_reasons"]),
        ({"evidence_or_leads": False}, ["no_evidence_or_leads"]),
        (
            {"lodged": "2026-03-10", "reasons": False, "evidence_or_leads": False},
            ["late", "no_reasons", "no_evidence_or_leads"],
        ),
    ],
)
def test_the_first_appeal_is_refused_only_for_these(more, expected):
    found = check(**more)
    assert (found["advice"], codes(found)) == ("refuse", expected)


@pytest.mark.parametrize("ground", ["same_facts_and_reasons", "only_dissatisfied"])
def test_grounds_of_article_42_do_not_refuse_a_first_appeal(ground):
    assert check(**{ground: True})["advice"] == "admit"


def test_the_period_runs_from_receipt_when_known_else_from_service():
    assert check(received="2026-02-11")["last_day"] == "2026-03-10"
    assert check(received=None)["last_day"] == "2026-03-09"


def test_a_complainant_is_not_late_on_doubt():
    found = check(appellant="complainant", received=None, lodged="2026-03-20")
    assert (found["advice"], codes(found, "warning")) == ("admit", ["start_uncertain"])
    assert found["in_time"] is False


def test_a_complainant_whose_receipt_is_known_may_be_late():
    found = check(appellant="complainant", lodged="2026-03-20")
    assert (found["advice"], codes(found)) == ("refuse", ["late"])


def test_a_respondent_without_known_receipt_may_be_late():
    assert check(received=None, lodged="2026-03-20")["advice"] == "refuse"


def test_undecided_while_days_are_not_announced():
    found = check(served="2027-01-14", received="2027-01-14", lodged="2027-02-04")
    assert (found["earliest"], found["latest"]) == ("2027-02-03", "2027-02-04")
    assert (found["advice"], found["in_time"], found["last_day"]) == ("admit", None, None)
    assert codes(found) == ["period_provisional"]


def test_decided_although_days_are_not_announced():
    early = check(served="2026-12-11", received="2026-12-11", lodged="2026-12-30")
    late = check(served="2026-12-11", received="2026-12-11", lodged="2027-02-01")
    assert (early["in_time"], early["advice"], codes(early)) == (True, "admit", [])
    assert (late["in_time"], late["advice"], codes(late)) == (False, "refuse", ["late"])


def test_the_second_appeal_has_no_period():
    found = second(lodged="2027-02-09")
    assert (found["advice"], found["in_time"]) == ("admit", True)
    assert [found[k] for k in ("last_day", "earliest", "latest")] == [None, None, None]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"only_dissatisfied": True}, "only_dissatisfied"),
        ({"same_facts_and_reasons": True}, "same_facts_and_reasons"),
        ({"reasons": False}, "no_other_reasons"),
        ({"sufficient_evidence": False}, "evidence_not_sufficient"),
    ],
)
def test_the_second_appeal_is_refused_on_article_42(more, code):
    found = second(**more)
    assert (found["advice"], codes(found)) == ("refuse", [code])
    assert found["findings"][0]["citation"]["article"] == 42


def test_leads_are_the_measure_of_the_first_appeal_only():
    assert second(evidence_or_leads=False)["advice"] == "admit"


def test_contradictions_and_unknown_codes_are_errors():
    with pytest.raises(DatesReversed):
        check(lodged="2026-02-09")
    with pytest.raises(DatesReversed):
        check(received="2026-02-09")
    with pytest.raises(InstrumentNotInForce):
        second(served="2022-08-01")


@pytest.mark.parametrize(
    ("more", "what", "place"),
    [
        ({"level": 3}, "申诉层级没有“3”", "level"),
        ({"level": 0}, "申诉层级没有“0”", "level"),
        ({"appellant": "journal"}, "申诉人没有“journal”", "appellant"),
    ],
)
def test_a_code_there_is_not_is_named_with_its_place(more, what, place):
    given = {"level": 1, "appellant": "respondent", **more}
    facts = AppealFacts(served=DAY, lodged=DAY, reasons=True, evidence_or_leads=True, **given)
    with pytest.raises(UnknownCode) as wrong:
        check_appeal(facts, default_context())
    found = wrong.value.as_json()["error"]
    assert (found["message"], found["where"]) == (what, place)


def test_an_appeal_may_be_lodged_on_the_day_of_service():
    facts = AppealFacts(1, DAY, DAY, "respondent", reasons=True, evidence_or_leads=True)
    assert check_appeal(facts, default_context()).in_time is True


def test_the_law_is_that_of_the_day_asked_for_else_of_service():
    day = date(2022, 8, 24)
    facts = AppealFacts(1, day, DAY, "respondent", True, True, received=DAY)
    with pytest.raises(InstrumentNotInForce):
        check_appeal(facts, default_context())
    asked = replace(facts, on=date(2022, 8, 25))
    assert check_appeal(asked, default_context()).advice == "admit"
