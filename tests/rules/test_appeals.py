"""First and second appeals: Articles 41 and 42."""

from dataclasses import replace
from datetime import date

import pytest

from rules.appeals import AppealFacts, check_appeal
from rules.context import default_context
from rules.errors import DatesReversed, InstrumentNotInForce, UnknownCode
from rules.law import N221
from tests.rules.ask import ask, codes
from tests.rules.test_complaints import told
from tests.rules.unit_rules import loaded, parameter

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
    # Late by every arrangement ever made, yet not settled until the notice is out.
    assert (late["in_time"], late["advice"], late["last_day"]) == (False, "refuse", None)
    assert told(late) == [
        ("error", "late", N221, 41, None, PERIOD, None),
        ("warning", "period_provisional", N221, 41, None, PERIOD, "G1"),
    ]


def test_under_its_own_rules_a_unit_says_and_quotes_its_own_period():
    longer = loaded(parameter("deadline.appeal", 20))
    context = default_context().with_overlays(longer)
    facts = AppealFacts(1, date(2026, 3, 2), date(2026, 3, 31), "respondent", True, True)
    found = check_appeal(facts, context)
    (late,) = found.findings
    assert (found.last_day, late.message) == (
        date(2026, 3, 30),
        "超过收到处理决定书之日起20个工作日",
    )
    assert late.citation == context.law(facts.served)["deadline.appeal"].citation
    told_by = replace(facts, appellant="complainant")
    (uncertain,) = check_appeal(told_by, context).findings
    assert (uncertain.code, uncertain.citation) == ("start_uncertain", late.citation)


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
    before = replace(asked, received=day, lodged=day)
    assert check_appeal(before, default_context()).advice == "admit"


COMPLAINANT = {"appellant": "complainant", "received": None}
SAID = [
    ({"lodged": "2026-03-10"}, ["超过收到处理决定书之日起15个工作日"]),
    (
        {"lodged": "2026-03-20", **COMPLAINANT},
        ["按告知之日计算已逾期，但收到处理决定书的日期不明，不得以逾期为由不予受理"],
    ),
    (
        {"served": "2027-01-14", "received": "2027-01-14", "lodged": "2027-02-04"},
        ["期限届满日取决于尚未公布的放假安排，确定之前不得以逾期为由不予受理"],
    ),
    (
        {"served": "2026-12-11", "received": "2026-12-11", "lodged": "2027-02-01"},
        [
            "超过收到处理决定书之日起15个工作日",
            "届满日按历年放假办法推算；作出决定前请按公布的放假安排核对",
        ],
    ),
]


@pytest.mark.parametrize(("more", "messages"), SAID)
def test_what_is_said_of_an_appeal_that_is_late_or_may_be(more, messages):
    assert [one["message"] for one in check(**more)["findings"]] == messages


PERIOD = "可在收到处理决定书之日起15个工作日内"
REASONS = "写明理由并提供相关证据或线索"
SECOND_WORDS = "申诉必须明确理由并提供充分证据"
NOT_ADMITTED = (
    "仅以对调查处理结果和复查结果不服为由，不能说明其他理由并提供充分证据，"
    "或以同一事实和理由提出申诉的，不予受理"
)
OWN = "向作出该复查结果的国务院部门书面提出申诉"
EVIDENCE = "second_appeal_evidence"
NO_OTHER = ("error", "no_other_reasons", N221, 42, None, NOT_ADMITTED, EVIDENCE)
NOT_SUFFICIENT = ("error", "evidence_not_sufficient", N221, 42, None, SECOND_WORDS, EVIDENCE)
DISSATISFIED = ("error", "only_dissatisfied", N221, 42, None, NOT_ADMITTED, None)
SAME = ("error", "same_facts_and_reasons", N221, 42, None, NOT_ADMITTED, None)
TOLD = [
    ({"lodged": "2026-03-10"}, {}, [("error", "late", N221, 41, None, PERIOD, None)]),
    (
        {"reasons": False, "evidence_or_leads": False},
        {},
        [
            ("error", "no_reasons", N221, 41, None, REASONS, None),
            ("error", "no_evidence_or_leads", N221, 41, None, REASONS, None),
        ],
    ),
    (
        {"appellant": "complainant", "received": None, "lodged": "2026-03-20"},
        {},
        [("warning", "start_uncertain", N221, 41, None, PERIOD, "C1")],
    ),
    (
        {"served": "2027-01-14", "received": "2027-01-14", "lodged": "2027-02-04"},
        {},
        [("warning", "period_provisional", N221, 41, None, PERIOD, "G1")],
    ),
    (
        {"appellant": "complainant", "received": None},
        {"C1": "received"},
        [("info", "period_not_started", N221, 41, None, PERIOD, "C1")],
    ),
    (
        {
            "level": 2,
            "only_dissatisfied": True,
            "reasons": False,
            "same_facts_and_reasons": True,
        },
        {},
        [DISSATISFIED, NO_OTHER, NOT_SUFFICIENT, SAME],
    ),
    (
        {
            "level": 2,
            "only_dissatisfied": True,
            "same_facts_and_reasons": True,
            "by_state_council": True,
            "sufficient_evidence": True,
        },
        {"C8": "as_written"},
        [
            ("warning", "only_dissatisfied", N221, 42, None, OWN, "C8"),
            ("warning", "same_facts_and_reasons", N221, 42, None, OWN, "C8"),
        ],
    ),
    (
        {"level": 2},
        {EVIDENCE: "admit"},
        [("warning", "evidence_examined_later", N221, 42, None, NOT_ADMITTED, EVIDENCE)],
    ),
]


@pytest.mark.parametrize(("more", "readings", "findings"), TOLD)
def test_every_finding_rests_on_words_of_the_law(more, readings, findings):
    days = ("served", "received", "lodged")
    given = {**FIRST, **more}
    facts = AppealFacts(
        **{n: v and date.fromisoformat(v) if n in days else v for n, v in given.items()}
    )
    found = check_appeal(facts, default_context().with_readings(**readings))
    assert told(found.as_json()) == findings


ORDER = [
    ({"lodged": "2026-02-09"}, "申诉的日期早于送达（告知）的日期", "lodged"),
    ({"received": "2026-02-09"}, "收到的日期早于送达的日期", "received"),
]


@pytest.mark.parametrize(("more", "message", "where"), ORDER)
def test_days_in_an_order_that_cannot_have_been_are_named(more, message, where):
    with pytest.raises(DatesReversed) as wrong:
        check(**more)
    assert (wrong.value.message, wrong.value.where) == (message, where)


def test_a_complainant_may_have_the_letter_before_being_told_of_it():
    found = check(appellant="complainant", received="2026-02-09", lodged="2026-03-06")
    assert (found["advice"], found["last_day"]) == ("admit", "2026-03-06")
