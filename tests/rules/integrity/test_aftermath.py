"""Coverage rounds, journals, retraction, other measures, credit, recognition, panels."""

from datetime import date
from itertools import product

import pytest

from rules.context import default_context
from rules.errors import DatesReversed, InstrumentNotInForce, NumberOutOfRange, UnknownCode
from rules.integrity.aftermath import (
    OTHER_MEASURES,
    USES,
    CreditFacts,
    OtherMeasureFacts,
    RetractionFacts,
    check_centre,
    check_credit_entry,
    check_other_measure,
    check_retraction,
    check_use,
)
from rules.integrity.coverage import RoundFacts, check_round, next_round
from rules.integrity.exchange import check_panel
from rules.integrity.journals import Listing, check_journal
from tests.rules.saying import said

CONTEXT = default_context()
ON = date(2026, 3, 2)
BEGUN, ENDED = date(2023, 1, 10), date(2023, 12, 20)


def covered(**more):
    given = {"on": ON, "started": BEGUN, "ended": ENDED, "papers": 10, "checked": 10}
    return RoundFacts(**{**given, **more})


def test_the_next_round_is_due_in_three_to_five_years():
    assert next_round(covered(), CONTEXT) == (date(2026, 12, 20), date(2028, 12, 20))
    from_start = CONTEXT.with_readings(coverage_cycle="from_start")
    assert next_round(covered(), from_start) == (date(2026, 1, 10), date(2028, 1, 10))
    assert next_round(covered(ended=None), CONTEXT) == (date(2026, 1, 10), date(2028, 1, 10))


NEXT = ("info", "next_round", "（五）", "coverage_cycle")
OVERDUE = ("warning", "round_overdue", "（五）", "coverage_cycle")
INCOMPLETE = ("error", "round_incomplete", "（五）", None)


@pytest.mark.parametrize(
    ("given", "rows"),
    [
        ({}, [NEXT]),
        ({"checked": 9}, [INCOMPLETE, NEXT]),
        ({"checked": 9, "ended": None}, [NEXT]),
        ({"on": date(2028, 12, 20)}, [NEXT]),
        ({"on": date(2028, 12, 21)}, [OVERDUE]),
        ({"next_started": date(2028, 12, 20)}, []),
        ({"next_started": date(2028, 12, 21)}, [OVERDUE]),
        ({"on": date(2029, 6, 1), "next_started": date(2028, 12, 20)}, []),
        ({"next_started": ENDED}, []),
        ({"papers": 0, "checked": 0}, [NEXT]),
    ],
)
def test_a_round_covers_everything_and_the_next_comes_in_time(given, rows):
    assert said(check_round(covered(**given), CONTEXT)) == rows


def test_what_a_round_says():
    outcome = check_round(covered(checked=7), CONTEXT)
    assert outcome.findings[0].message == "还有3篇没有核查，不是全覆盖；请补查后再结束。"
    assert "2026-12-20至2028-12-20" in outcome.findings[1].message
    late = check_round(covered(on=date(2029, 1, 5)), CONTEXT).findings[0]
    assert "2028-12-20" in late.message


@pytest.mark.parametrize(
    ("given", "error", "where"),
    [
        ({"checked": 11}, NumberOutOfRange, "checked"),
        ({"checked": -1}, NumberOutOfRange, "checked"),
        ({"ended": date(2023, 1, 9)}, DatesReversed, "ended"),
        ({"next_started": date(2023, 12, 19)}, DatesReversed, "next_started"),
        ({"ended": None, "next_started": date(2023, 1, 9)}, DatesReversed, "next_started"),
    ],
)
def test_rounds_that_cannot_be(given, error, where):
    with pytest.raises(error) as refused:
        check_round(covered(**given), CONTEXT)
    assert refused.value.where == where
    assert check_round(covered(ended=BEGUN), CONTEXT).allowed


LISTINGS = (
    Listing("甲刊", "warning", date(2024, 1, 1), date(2024, 12, 31)),
    Listing("甲刊", "black", date(2025, 1, 1)),
    Listing("乙刊", "black", date(2020, 1, 1)),
)
NO_PROOF = ("info", "listing_is_no_proof", "（十五）", None)
REMIND = ("warning", "remind_author", "（十五）", None)
REFUSED = ("warning", "not_recognised", "（十五）", None)


@pytest.mark.parametrize(
    ("published", "lists", "consequences", "rows"),
    [
        ("2023-12-31", (), (), []),
        ("2024-01-01", ("warning",), ("remind_author",), [REMIND, NO_PROOF]),
        ("2024-12-31", ("warning",), ("remind_author",), [REMIND, NO_PROOF]),
        ("2025-01-01", ("black",), ("not_recognised", "not_reimbursed"), [REFUSED, NO_PROOF]),
    ],
)
def test_the_list_of_the_day_of_publication_counts(published, lists, consequences, rows):
    answer = check_journal("甲刊", date.fromisoformat(published), LISTINGS)
    assert (answer.lists, answer.consequences) == (lists, consequences)
    assert said(answer.outcome) == rows
    assert answer.outcome.allowed


def test_both_lists_both_consequences():
    both = (Listing("甲刊", "black", ON, ON), Listing("甲刊", "warning", ON))
    answer = check_journal("甲刊", ON, both)
    assert answer.lists == ("warning", "black")
    assert answer.consequences == ("remind_author", "not_recognised", "not_reimbursed")
    assert said(answer.outcome) == [REMIND, REFUSED, NO_PROOF]
    assert check_journal("丙刊", ON, both).lists == ()


def test_listings_that_cannot_be():
    with pytest.raises(UnknownCode) as refused:
        check_journal("甲刊", ON, (Listing("甲刊", "grey", ON),))
    assert refused.value.where == "listings"
    with pytest.raises(DatesReversed) as reversed_:
        check_journal("甲刊", ON, (LISTINGS[0], Listing("甲刊", "black", ON, date(2026, 3, 1))))
    assert reversed_.value.where == "listings.1"


@pytest.mark.parametrize(
    ("facts", "row"),
    [
        (RetractionFacts(False), None),
        (RetractionFacts(False, ON), None),
        (RetractionFacts(True), ("error", "retraction_not_asked")),
        (RetractionFacts(True, ON), ("warning", "paper_stands")),
        (RetractionFacts(True, ON, ON), None),
        (RetractionFacts(True, None, ON), None),
    ],
)
def test_a_sanction_does_not_retract_the_paper(facts, row):
    assert said(check_retraction(facts)) == ([] if row is None else [(*row, "（十一）", None)])


def test_measures_beside_article_29_need_their_own_basis_and_body():
    assert list(OTHER_MEASURES) == [
        "expulsion",
        "teaching_licence",
        "medical_licence",
        "dismissal",
        "lifelong_disqualification",
        "lifelong_ban",
        "watch_list",
        "heads_called_in",
        "funds_cut",
    ]
    for name, one in OTHER_MEASURES.items():
        assert said(check_other_measure(OtherMeasureFacts(name, "教师法", "教育行政部门"))) == []
        wrong = check_other_measure(OtherMeasureFacts(name, " ", "", as_article_29=True))
        assert said(wrong) == [
            ("error", "basis_missing", "（二十）", "C21"),
            ("error", "body_missing", "（二十）", None),
            ("error", "not_in_article_29", "（二十）", "C21"),
        ]
        assert all(finding.message.startswith(one.label) for finding in wrong.findings)
        assert all(finding.citation == one.citation for finding in wrong.findings)
    with pytest.raises(UnknownCode) as refused:
        check_other_measure(OtherMeasureFacts("exile", "", ""))
    assert refused.value.where == "name"


@pytest.mark.parametrize(
    ("facts", "rows"),
    [
        (CreditFacts("甲〔2026〕1号", ON, ON), []),
        (CreditFacts(" ", ON, ON), [("entry_without_decision", "第五条")]),
        (CreditFacts("甲", None, ON), [("entry_before_effect", "第五条")]),
        (CreditFacts("甲", date(2026, 3, 3), ON), [("entry_before_effect", "第五条")]),
        (CreditFacts("甲", ON, ON, True), [("entry_of_tolerated_failure", "第三十二条")]),
    ],
)
def test_no_entry_of_credit_without_a_decision_in_effect(facts, rows):
    assert said(check_credit_entry(facts)) == [("error", c, p, None) for c, p in rows]


def test_a_result_is_recognised_while_in_effect():
    assert list(USES) == [
        "enrolment",
        "degree",
        "project",
        "title",
        "post",
        "honour",
        "academician",
        "talent",
    ]
    for use, label in USES.items():
        outcome = check_use(use, True)
        assert said(outcome) == [("info", "result_recognised", "（二十一）", None)]
        assert outcome.findings[0].message == f"可用于{label}；请写明处理决定。"
        assert label in outcome.findings[0].citation.text
        assert said(check_use(use, False)) == [
            ("error", "result_not_in_effect", "（二十一）", None)
        ]
    with pytest.raises(UnknownCode) as refused:
        check_use("lottery", True)
    assert refused.value.where == "use"


@pytest.mark.parametrize(
    ("fraud", "misconduct", "harm", "illegal"), list(product((True, False), repeat=4))
)
def test_a_centre_is_revoked_for_all_three_together(fraud, misconduct, harm, illegal):
    place = "第六条、第二十四条、第二十六条、第三十条"
    row = ("warning", "centre_to_be_revoked", place, None)
    outcome = check_centre(fraud, misconduct, harm, illegal)
    assert said(outcome) == ([row] if fraud and harm and (misconduct or illegal) else [])
    if not illegal:
        assert check_centre(fraud, misconduct, harm) == outcome


@pytest.mark.parametrize(
    ("experts", "finance", "codes"),
    [
        (5, 2, []),
        (4, 2, ["panel_too_small"]),
        (5, 1, ["finance_experts_missing"]),
        (2, 0, ["panel_too_small", "finance_experts_missing"]),
        (9, 9, []),
    ],
)
def test_a_panel_of_five_with_two_of_finance(experts, finance, codes):
    outcome = check_panel(experts, finance, ON, CONTEXT)
    assert said(outcome) == [("error", code, "第十一条", None) for code in codes]
    assert outcome.readings == ("excerpt_in_force",)
    messages = {
        "panel_too_small": "评审专家组少于5人；请增加专家。",
        "finance_experts_missing": "财务专家少于2人；请增加财务专家。",
    }
    assert [f.message for f in outcome.findings] == [messages[code] for code in codes]


def test_panels_that_cannot_be():
    for experts, finance in ((1, 2), (3, -1)):
        with pytest.raises(NumberOutOfRange) as refused:
            check_panel(experts, finance, ON, CONTEXT)
        assert refused.value.where == "finance"
    with pytest.raises(InstrumentNotInForce):
        check_panel(5, 2, date(2025, 12, 30), CONTEXT)
