"""The opinion, the objection and measures of 130号 (26, 27, 33–35)."""

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
    check_objection,
    check_opinion,
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


def consequences(subject, grave, *given, readings=None, **more):
    context = CONTEXT.with_readings(**(readings or {}))
    listed = tuple(
        SupervisionMeasure(one) if isinstance(one, str) else SupervisionMeasure(*one)
        for one in given
    )
    return check_consequences(ConsequenceFacts(ON, subject, grave, listed, **more), context)


REPORTED = ("info", "term_reported", "第十九条", "C20")


def test_the_branches_of_article_34():
    for subject, item in (("person", "第一项"), ("unit", "第二项"), ("agency", "第三项")):
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
    assert said(found.outcome) == [("error", "measure_not_for_subject", "第三十四条第一项", None)]
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
        assert row[2:] == ("第三十四条第三项", "agency_ban_inclusive")
    stated = bool(term) and term[0] is not None
    assert (REPORTED in found) is stated
    assert ("submit_under_84" in answer.follow_up) is stated


def test_whole_years_for_an_agency_are_a_reading():
    whole = {"agency_ban_end": "whole_years"}
    found = said(consequences("agency", True, ("agency_ban", 3, 6), readings=whole).outcome)
    assert found[0] == ("error", "agency_term_not_whole", "第三十四条第三项", "agency_ban_end")
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
    assert said(answer.outcome) == [
        REPORTED,
        ("info", "feed_back_to_unit", "第三十三条", None),
        ("info", "refer_crime", "第三十五条", None),
        ("info", "refer_staff", "第三十五条", None),
    ]
    plain = consequences("person", False, "talk")
    assert plain.follow_up == ()
    assert said(plain.outcome) == []


CRIME = "涉嫌犯罪的，移交司法机关依法追究刑事责任"
LEADS = "监督检查中发现的违法违纪线索，按程序及时移交有关机关或单位处理"


@pytest.mark.parametrize(
    ("given", "follow_up", "place", "words", "message"),
    [
        (
            {"others_business": True},
            "feed_back_to_unit",
            "第三十三条",
            "对于按照职责权限应由其他单位处理的，省科技厅将违规失信事实反馈相关单位",
            "按职责权限应由其他单位处理的，请将违规失信事实反馈相关单位。",
        ),
        (
            {"suspected_breach": True},
            "transfer_lead",
            "第三十三条",
            LEADS,
            "发现的违法违纪线索，请按程序及时移交有关机关或单位。",
        ),
        (
            {"suspected_crime": True},
            "refer_crime",
            "第三十三条",
            LEADS,
            "涉嫌犯罪的，请及时移交司法机关。",
        ),
        (
            {"staff_abuse": True},
            "refer_staff",
            "第三十五条",
            "滥用职权、玩忽职守、徇私舞弊、泄露秘密等涉嫌违纪违法的，"
            "按干部人事管理权限移送有关单位或纪检监察部门处理",
            "相关人员涉嫌违纪违法的，请按干部人事管理权限移送有关单位或纪检监察部门。",
        ),
    ],
)
def test_what_goes_to_others_is_said_with_its_words(given, follow_up, place, words, message):
    answer = consequences("unit", False, "talk", **given)
    assert answer.follow_up == (follow_up,)
    assert said(answer.outcome) == [("info", follow_up, place, None)]
    (told,) = answer.outcome.findings
    assert (told.citation.text, told.message) == (words, message)


@pytest.mark.parametrize(
    ("subject", "measure", "place"),
    [
        ("person", "review", "第三十四条第一项"),
        ("unit", "project", "第三十四条第二项"),
        ("agency", ("agency_ban", 4), "第三十四条第三项"),
    ],
)
def test_a_crime_in_a_grave_breach_goes_to_justice_by_the_item_of_the_subject(
    subject, measure, place
):
    outcome = consequences(subject, True, measure, suspected_crime=True).outcome
    told = outcome.findings[-1]
    assert said([told]) == [("info", "refer_crime", place, None)]
    assert told.citation.text == CRIME
    staff = consequences(subject, True, measure, suspected_crime=True, staff_abuse=True)
    crime = next(f for f in staff.outcome.findings if f.code == "refer_crime")
    assert (crime.citation.place, crime.citation.text) == ("第三十五条", CRIME)


def test_every_lead_has_its_own_task():
    answer = consequences(
        "unit",
        False,
        "talk",
        others_business=True,
        suspected_breach=True,
        suspected_crime=True,
        staff_abuse=True,
    )
    tasks = ["feed_back_to_unit", "transfer_lead", "refer_crime", "refer_staff"]
    assert list(answer.follow_up) == tasks
    assert [row[1] for row in said(answer.outcome)] == tasks


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
