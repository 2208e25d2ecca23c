"""The opinion, the objection, reports, measures and rectification of 130号 (24, 26–29, 33–36)."""

from datetime import date

import pytest

from rules.context import default_context
from rules.errors import DatesReversed, InstrumentNotInForce, TermInvalid, UnknownCode
from rules.supervision.consequences import (
    GRAVE,
    ORDINARY,
    ConsequenceFacts,
    SupervisionMeasure,
    check_consequences,
)
from rules.supervision.opinion import (
    OPINION_ELEMENTS,
    ObjectionFacts,
    OpinionFacts,
    ReportFacts,
    check_objection,
    check_opinion,
    check_report,
)
from rules.supervision.rectification import (
    BarFacts,
    RectificationFacts,
    barred,
    check_bar,
    check_notice,
    check_rectification,
)
from tests.rules.saying import said

CONTEXT = default_context()
ON = date(2026, 3, 2)
ALL = frozenset(OPINION_ELEMENTS)


def test_an_opinion_has_eight_elements_and_is_approved_first():
    assert said(check_opinion(OpinionFacts(ALL, ON, ON))) == []
    assert said(check_opinion(OpinionFacts(ALL, ON))) == []
    assert said(check_opinion(OpinionFacts(frozenset(), ON))) == [
        ("error", f"opinion_{name}_missing", "第二十六条", None) for name in OPINION_ELEMENTS
    ]
    assert list(OPINION_ELEMENTS) == [
        "body",
        "subject",
        "content",
        "time",
        "procedure",
        "conclusion",
        "advice",
        "record",
    ]
    for name, label in OPINION_ELEMENTS.items():
        (finding,) = check_opinion(OpinionFacts(ALL - {name}, ON)).findings
        assert finding.message == f"监督意见没有写明{label}；请补充。"
    unapproved = [("error", "opinion_not_approved", "第二十六条", None)]
    assert said(check_opinion(OpinionFacts(ALL))) == unapproved
    assert said(check_opinion(OpinionFacts(ALL, None, ON))) == unapproved
    assert said(check_opinion(OpinionFacts(ALL, ON, date(2026, 3, 1)))) == [
        ("error", "told_before_approval", "第二十六条", None)
    ]
    with pytest.raises(UnknownCode) as refused:
        check_opinion(OpinionFacts(ALL | {"mood"}, ON))
    assert refused.value.where == "elements"


@pytest.mark.parametrize(
    ("lodged", "in_time"), [("2026-03-02", True), ("2026-03-16", True), ("2026-03-17", False)]
)
def test_an_objection_has_ten_working_days(lodged, in_time):
    answer = check_objection(ObjectionFacts(ON, date.fromisoformat(lodged)), CONTEXT)
    assert answer.in_time is in_time
    assert answer.clock.due == date(2026, 3, 16)
    late = [("error", "objection_late", "第二十七条", None)]
    assert said(answer.outcome) == ([] if in_time else late)
    assert "G1" in answer.outcome.readings
    for finding in answer.outcome.findings:
        assert finding.message == (
            "异议超过了10个工作日（最后一日2026-03-16）；不再受理，可另行反映。"
        )


@pytest.mark.parametrize(("which", "in_time"), [("earliest", True), ("latest", None)])
def test_where_the_days_are_not_announced_it_is_heard(which, in_time):
    received = date(2027, 1, 20)
    clock = check_objection(ObjectionFacts(received, received), CONTEXT).clock
    assert clock.earliest < clock.latest
    day = getattr(clock, which)
    answer = check_objection(ObjectionFacts(received, day), CONTEXT)
    assert answer.in_time is in_time and answer.outcome.allowed
    if in_time is None:
        assert said(answer.outcome) == [("warning", "period_provisional", "第二十七条", "G1")]
    late = date.fromordinal(clock.latest.toordinal() + 1)
    assert check_objection(ObjectionFacts(received, late), CONTEXT).in_time is False


def test_an_objection_is_written_and_not_against_a_decision():
    assert said(check_objection(ObjectionFacts(ON, ON, written=False), CONTEXT).outcome) == [
        ("error", "objection_not_written", "第二十七条", None)
    ]
    against = check_objection(ObjectionFacts(ON, ON, against="decision"), CONTEXT)
    assert said(against.outcome) == [("error", "decision_goes_by_221", "第四十一条", None)]
    with pytest.raises(UnknownCode) as refused:
        check_objection(ObjectionFacts(ON, ON, against="weather"), CONTEXT)
    assert refused.value.where == "against"
    with pytest.raises(DatesReversed) as reversed_:
        check_objection(ObjectionFacts(ON, date(2026, 3, 1)), CONTEXT)
    assert reversed_.value.where == "lodged"


@pytest.mark.parametrize(
    ("integrity", "organisation", "within", "routes"),
    [
        (True, False, True, ("case_221",)),
        (False, True, True, ("supervision",)),
        (True, True, True, ("case_221", "supervision")),
        (False, False, True, ("supervision",)),
        (False, True, False, ("transfer",)),
        (True, False, False, ("case_221", "transfer")),
    ],
)
def test_an_allegation_of_misconduct_also_opens_a_case(integrity, organisation, within, routes):
    answer = check_report(ReportFacts(integrity, organisation, within, handed_to="甲局"))
    assert answer.routes == routes
    case = [("info", "integrity_case", "第二十四条", None)]
    assert said(answer.outcome) == (case if integrity else [])


def test_a_report_is_registered_answered_and_handed_over():
    answer = check_report(
        ReportFacts(False, True, False, registered=False, answered=False, handed_to=" ")
    )
    assert said(answer.outcome) == [
        ("error", "report_not_registered", "第二十九条", None),
        ("error", "report_not_handed_over", "第二十九条", None),
        ("error", "report_not_answered", "第二十九条", None),
    ]
    assert said(check_report(ReportFacts(False, True)).outcome) == []
    assert said(check_report(ReportFacts(False, True, False)).outcome) == [
        ("error", "report_not_handed_over", "第二十九条", None)
    ]


def consequences(subject, grave, *given, readings=None, **more):
    context = CONTEXT.with_readings(**(readings or {}))
    listed = tuple(
        SupervisionMeasure(one) if isinstance(one, str) else SupervisionMeasure(*one)
        for one in given
    )
    return check_consequences(ConsequenceFacts(ON, subject, grave, listed, **more), context)


REPORTED = ("info", "term_reported", "第十九条", "C20")


def test_the_branches_of_article_34():
    for subject, item in (("person", "（一）"), ("unit", "（二）"), ("agency", "（三）")):
        answer = consequences(subject, True)
        assert said(answer.outcome) == [("error", "measure_required", f"第三十四条{item}", None)]
        for label in GRAVE[subject].values():
            assert label in answer.outcome.findings[0].message
        for name in GRAVE[subject]:
            if name not in {"agency_ban", "application_ban"}:
                assert said(consequences(subject, True, name).outcome) == []
    assert {subject: list(listed) for subject, listed in GRAVE.items()} == {
        "person": ["review", "expert_pool", "title", "application_ban"],
        "unit": ["project", "money", "platform", "application_ban"],
        "agency": ["agency_ban"],
    }


def test_a_measure_of_another_subject_is_misplaced():
    found = consequences("person", True, "review", "platform")
    assert said(found.outcome) == [("error", "measure_not_for_subject", "第三十四条（一）", None)]
    found = consequences("unit", True, "project", ("agency_ban", 4))
    assert [row[1] for row in said(found.outcome)] == ["measure_not_for_subject", "term_reported"]
    light = consequences("person", False, "review")
    assert said(light.outcome) == [("error", "measure_of_34", "第三十四条", None)]


def test_article_33_is_open_to_all_and_needs_no_measure():
    assert said(consequences("unit", False).outcome) == []
    plain = ["talk", "rectification", "termination", "balance", "funds", "honour", "bonus"]
    assert list(ORDINARY) == [*plain, "management_ban", "participation_ban"]
    assert said(consequences("unit", False, *plain).outcome) == []
    beside = consequences("person", True, "review", "talk")
    assert said(beside.outcome) == []


@pytest.mark.parametrize(
    ("term", "rows"),
    [
        ((2, 11), ["agency_term_outside"]),
        ((3,), []),
        ((4, None), []),
        ((3, 1), []),
        ((5,), []),
        ((5, 1), ["agency_term_outside"]),
        ((), ["agency_term_outside"]),
        ((None, None, True), ["agency_term_outside"]),
    ],
)
def test_three_to_five_years_for_an_agency_both_included(term, rows):
    answer = consequences("agency", True, ("agency_ban", *term))
    found = said(answer.outcome)
    errors = [row for row in found if row[0] == "error"]
    assert [row[1] for row in errors] == rows
    for row in errors:
        assert row[2:] == ("第三十四条（三）", "agency_ban_inclusive")
    stated = bool(term) and term[0] is not None
    assert (REPORTED in found) is stated
    assert ("submit_under_84" in answer.follow_up) is stated


def test_whole_years_for_an_agency_are_a_reading():
    whole = {"agency_ban_end": "whole_years"}
    found = said(consequences("agency", True, ("agency_ban", 3, 6), readings=whole).outcome)
    assert found[0] == ("error", "agency_term_not_whole", "第三十四条（三）", "agency_ban_end")
    assert said(consequences("agency", True, ("agency_ban", 4), readings=whole).outcome) == [
        REPORTED
    ]
    assert said(consequences("agency", True, ("agency_ban", None, 48), readings=whole).outcome) == [
        REPORTED
    ]
    out = said(consequences("agency", True, ("agency_ban", 2, 6), readings=whole).outcome)
    assert out[0][1] == "agency_term_outside"


@pytest.mark.parametrize("subject", ["person", "unit"])
def test_persons_and_units_for_stages_or_for_good(subject):
    ban = "application_ban"
    assert said(consequences(subject, True, (ban, None, None, True)).outcome) == []
    for term in ((1,), (None, 6), (7,)):
        answer = consequences(subject, True, (ban, *term))
        assert said(answer.outcome) == [REPORTED]
        assert answer.follow_up == ("submit_under_84",)
    open_ = consequences(subject, True, ban)
    assert said(open_.outcome) == [("warning", "term_not_stated", "第三十四条", None)]
    assert open_.follow_up == ()


@pytest.mark.parametrize("ban", ["management_ban", "participation_ban"])
def test_article_33_bans_for_a_term_only(ban):
    assert said(consequences("unit", False, (ban, 2)).outcome) == [REPORTED]
    assert said(consequences("unit", False, ban).outcome) == [
        ("warning", "term_not_stated", "第三十三条", None)
    ]
    assert said(consequences("unit", False, (ban, None, None, True)).outcome) == [
        ("error", "permanent_not_in_33", "第三十三条", None)
    ]


def test_what_else_is_to_be_done():
    answer = consequences(
        "person",
        False,
        "rectification",
        ("participation_ban", 1),
        others_business=True,
        suspected_crime=True,
        staff_abuse=True,
    )
    assert answer.follow_up == (
        "set_rectification_date",
        "submit_under_84",
        "feed_back_to_unit",
        "refer_crime",
        "refer_staff",
    )
    assert consequences("person", False, "talk").follow_up == ()


@pytest.mark.parametrize(
    "measure",
    [
        ("participation_ban", 0),
        ("participation_ban", 1, 0),
        ("participation_ban", -1, 20),
        ("participation_ban", 1, None, True),
        ("talk", 1),
        ("talk", None, None, True),
    ],
)
def test_terms_that_cannot_be(measure):
    with pytest.raises(TermInvalid) as refused:
        consequences("unit", False, "balance", measure)
    assert refused.value.where == "measures.1"


def test_codes_and_days_that_cannot_be():
    for subject, name, where in (("ghost", "talk", "subject"), ("unit", "prison", "measures")):
        with pytest.raises(UnknownCode) as refused:
            consequences(subject, False, name)
        assert refused.value.where == where
    with pytest.raises(InstrumentNotInForce):
        check_consequences(ConsequenceFacts(date(2024, 12, 31), "unit", False, ()), CONTEXT)


def test_a_notice_sets_a_later_date():
    assert said(check_notice(ON, date(2026, 3, 3))) == []
    assert said(check_notice(ON, None)) == [
        ("error", "rectification_date_missing", "第三十六条", None)
    ]
    assert said(check_notice(ON, ON)) == [("error", "rectification_date_past", "第三十六条", None)]


def test_a_report_on_rectification_is_written_in_two_parts_and_in_time():
    assert said(check_rectification(RectificationFacts(ON, ON))) == []
    wrong = RectificationFacts(ON, date(2026, 3, 3), False, False, False)
    assert said(check_rectification(wrong)) == [
        ("error", "report_not_written", "第三十六条", None),
        ("error", "rectification_part_missing", "第三十六条", None),
        ("error", "handling_part_missing", "第三十六条", None),
        ("warning", "rectification_late", "第三十六条", None),
    ]


def test_the_bar_lasts_until_rectification_is_finished():
    open_ = BarFacts(ON, date(2026, 1, 5), refused=True)
    assert said(check_bar(open_)) == [] and barred(open_)
    done = BarFacts(ON, date(2026, 1, 5), weak=True, done=ON, lifted=ON)
    assert said(check_bar(done)) == [] and not barred(done)
    assert barred(BarFacts(date(2026, 3, 1), date(2026, 1, 5), done=ON))
    assert barred(BarFacts(ON, ON)) and not barred(BarFacts(ON, date(2026, 3, 3)))


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({}, ["bar_without_ground"]),
        ({"handling_wanting": True}, []),
        ({"weak": True, "fixed_end": date(2027, 1, 1)}, ["bar_with_fixed_end"]),
        ({"refused": True, "lifted": ON}, ["bar_lifted_early"]),
        ({"refused": True, "done": ON, "lifted": date(2026, 3, 1)}, ["bar_lifted_early"]),
        ({"refused": True, "done": ON}, ["bar_not_lifted"]),
        ({"refused": True, "done": date(2026, 3, 3)}, []),
        ({"refused": True, "done": date(2026, 1, 5), "lifted": date(2026, 2, 1)}, []),
    ],
)
def test_a_bar_is_grounded_open_ended_and_lifted_when_done(given, codes):
    outcome = check_bar(BarFacts(ON, date(2026, 1, 5), **given))
    assert said(outcome) == [("error", code, "第三十六条", None) for code in codes]


def test_nothing_is_finished_before_it_began():
    with pytest.raises(DatesReversed) as refused:
        check_bar(BarFacts(ON, ON, done=date(2026, 3, 1)))
    assert refused.value.where == "done"
