"""The same mistakes where only the procedure of a case knows the answer: asked of its guard."""

from dataclasses import replace
from datetime import date

import pytest

from rules.codes import RespondentKind
from rules.context import default_context
from rules.errors import InstrumentNotInForce
from rules.integrity import IntegrityFacts, RecordedDecision, check_integrity
from rules.integrity.annex import AnnexFacts, check_annex, hints
from rules.integrity.journals import Listing, check_journal
from rules.law import O2018, P130, S84, cite_annex
from rules.procedure.clocks import (
    DiscontinuanceFacts,
    ExtensionFacts,
    SuspensionFacts,
    check_discontinuance,
    check_extension,
    check_suspension,
)
from rules.procedure.decisions import MitigationFacts, check_mitigation
from rules.procedure.disclosure import DisclosureFacts, check_disclosure
from rules.procedure.filing import RemovalFacts, check_removal
from rules.procedure.inquiry import AcademicReviewFacts, check_academic_review
from rules.procedure.leads import NO_REASONS, REASONS, check_refusal_reason
from rules.procedure.malice import MaliceFacts, check_malice
from rules.procedure.notice import NoticeFacts, check_notice
from rules.procedure.people import RELATIONS, ParticipationFacts, check_participation
from rules.procedure.plan import PLAN_PARTS, PlanApprovalFacts, check_plan_approval
from rules.sanctions import MeasureFact
from rules.supervision import ToleranceFacts, check_tolerance
from rules.supervision.consequences import (
    ConsequenceFacts,
    SupervisionMeasure,
    check_consequences,
)
from rules.supervision.opinion import ReportFacts, check_report
from rules.supervision.tolerance import CONDITIONS
from tests.rules.unit_rules import loaded, parameter

DAY = date(2026, 3, 2)
PROVINCE = default_context((S84, P130))
NOTICE = NoticeFacts("事实", "第三十二条", True, date(2026, 3, 3), DAY, "回执")


def refusals(outcome):
    return [finding.code for finding in outcome.errors]


def said(outcome):
    """Each finding as (code, article)."""
    return [(finding.code, finding.citation.article) for finding in outcome.findings]


def test_t5_a_unit_may_call_less_than_six_months_the_usual_extension():
    asked = ExtensionFacts(4, True, approver_is_head=True, approved_on=DAY, due=None)
    assert check_extension(asked).findings == ()
    assert said(check_extension(replace(asked, months=7))) == [("extension_unusual", 25)]
    shorter = default_context().with_overlays(
        loaded(parameter("deadline.investigation_extension", 3))
    )
    (found,) = check_extension(asked, shorter).findings
    assert found.message == "延长合计超过3个月；一般不超过3个月，请说明为何需要更长。"
    assert found.citation.instrument == "甲大学〔2026〕1号"
    assert check_extension(replace(asked, months=3), shorter).findings == ()
    with pytest.raises(InstrumentNotInForce):
        check_extension(replace(asked, on=date(2022, 8, 24)))


def test_t6_plan_and_suspension_take_the_responsible_leader_the_extension_takes_the_head():
    plan = PlanApprovalFacts(
        dict.fromkeys(PLAN_PARTS, "写明"), approver_is_responsible_leader=False
    )
    assert refusals(check_plan_approval(plan)) == ["approver_not_responsible_leader"]
    day = date(2026, 3, 2)
    stop = SuspensionFacts("conditions", False, day, day, True, False)
    assert refusals(check_suspension(stop)) == ["approver_not_responsible_leader"]
    longer = ExtensionFacts(2, True, approver_is_head=False, approved_on=day, due=None)
    assert refusals(check_extension(longer)) == ["approver_not_head"]


def test_t14_mitigation_is_for_a_decision_in_effect_on_application_by_the_same_unit():
    facts = MitigationFacts(
        effective=False,
        applied=False,
        national_media_promise=False,
        major_contribution=False,
        same_unit=False,
        reason="",
    )
    assert refusals(check_mitigation(facts)) == [
        "not_effective",
        "mitigation_not_applied_for",
        "mitigation_without_cause",
        "mitigation_by_other_unit",
        "mitigation_reason_missing",
    ]


def test_t18_a_panel_has_five_after_recusals_a_standing_committee_has_no_number():
    five = frozenset(range(5))
    panel = AcademicReviewFacts("panel", five, recused=frozenset({0}))
    assert refusals(check_academic_review(panel)) == ["panel_too_small"]
    assert refusals(check_academic_review(AcademicReviewFacts("panel", five))) == []
    assert refusals(check_academic_review(AcademicReviewFacts("committee", frozenset({1})))) == []


@pytest.mark.parametrize("relation", sorted(RELATIONS))
def test_t19_each_relation_bars_whichever_party_it_is_towards(relation):
    facts = ParticipationFacts(True, True, relations=frozenset({relation}))
    assert refusals(check_participation(facts)) == [f"relation_{relation}"]


def test_t34_out_of_the_register_by_application_resubmission_or_by_itself():
    day = date(2026, 3, 2)
    assert refusals(check_removal(RemovalFacts("revoked", day))) == [
        "removal_not_applied_for",
        "removal_without_documents",
    ]
    assert refusals(check_removal(RemovalFacts("varied", day))) == ["resubmit_instead"]
    assert refusals(check_removal(RemovalFacts("expired", day, ends_on=day))) == ["term_not_over"]
    past = RemovalFacts("expired", day, ends_on=date(2026, 3, 1))
    assert refusals(check_removal(past)) == []


@pytest.mark.parametrize("reason", ["resigned", "graduated", "report_withdrawn", "retracted"])
def test_t35_only_death_ends_a_proceeding(reason):
    assert refusals(check_discontinuance(DiscontinuanceFacts(reason, "证明"))) == [
        "only_death_ends"
    ]
    assert refusals(check_discontinuance(DiscontinuanceFacts("death", "证明"))) == []


@pytest.mark.parametrize("to", ["respondent", "accused_unit", "interested"])
def test_t20_the_complaint_itself_goes_to_nobody_it_is_about(to):
    assert said(check_disclosure(DisclosureFacts(to, complaint=True))) == [
        ("complaint_passed_on", 46)
    ]
    assert check_disclosure(DisclosureFacts(to)).findings == ()


@pytest.mark.parametrize("to", ["team", "expert", "authority"])
def test_t20_those_who_work_on_the_case_may_read_it(to):
    assert check_disclosure(DisclosureFacts(to, complaint=True)).findings == ()


def test_t20_the_notice_tells_facts_and_basis_and_encloses_no_complaint():
    enclosed = replace(NOTICE, contains_complaint=True, names_complainant=True)
    assert said(check_notice(enclosed)) == [("complaint_enclosed", 46), ("complainant_named", 46)]


@pytest.mark.parametrize(
    ("reason", "code", "article", "item"),
    [
        ("anonymous", "refused_for_anonymity", 12, None),
        ("wrong_channel", "refused_for_channel", 11, 5),
        ("no_documents", "refused_for_documents", 12, 4),
        ("no_complainant", "refused_without_complainant", 15, None),
        ("withdrawn", "refused_after_withdrawal", 15, None),
        ("long_ago", "refused_for_age", 20, None),
    ],
)
def test_t21_these_are_no_reasons_for_refusing_a_complaint(reason, code, article, item):
    (found,) = check_refusal_reason(reason).errors
    assert (found.code, found.citation.article, found.citation.item) == (code, article, item)


def test_t21_the_reasons_of_articles_12_and_13_are_and_there_are_no_others():
    assert all(check_refusal_reason(reason).allowed for reason in REASONS)
    assert len(REASONS) == 6 and not set(REASONS) & set(NO_REASONS)


@pytest.mark.parametrize(
    ("reply_due", "found"),
    [
        (None, [("reply_date_missing", 27)]),
        (DAY, [("reply_date_too_early", 27)]),
        (date(2026, 3, 3), []),
    ],
)
def test_t26_no_period_for_the_reply_is_in_the_text_so_the_notice_sets_a_day(reply_due, found):
    answer = check_notice(replace(NOTICE, reply_due=reply_due))
    assert said(answer) == found and answer.readings == ("G3",)


@pytest.mark.parametrize(
    ("integrity", "organisation", "routes"),
    [
        (True, False, ("case_221",)),
        (False, True, ("supervision",)),
        (True, True, ("case_221", "supervision")),
    ],
)
def test_t28_verifying_a_report_decides_no_misconduct(integrity, organisation, routes):
    answer = check_report(ReportFacts(integrity, organisation))
    assert answer.routes == routes
    assert said(answer.outcome) == ([("integrity_case", 24)] if integrity else [])


FAILED = ToleranceFacts(
    DAY, "market_risk", True, True, True, True, frozenset(CONDITIONS), original_records=True
)


def test_t29_failure_is_forgiven_on_five_conditions_together():
    assert check_tolerance(FAILED, PROVINCE).tolerated
    assert list(CONDITIONS) == [
        "cause",
        "goal_missed",
        "funds_proper",
        "experts_confirmed",
        "performer_diligent",
    ]


@pytest.mark.parametrize("condition", list(CONDITIONS))
def test_t29_and_none_of_the_five_may_be_missing(condition):
    without = None if condition == "cause" else False
    answer = check_tolerance(replace(FAILED, **{condition: without}), PROVINCE)
    assert refusals(answer.outcome) == [f"{condition}_not_met"]
    assert not answer.tolerated and answer.effects == ()
    assert answer.outcome.errors[0].citation.article == 32


def test_t29_it_is_never_a_defence_to_misconduct():
    found = check_tolerance(replace(FAILED, misconduct="found"), PROVINCE)
    assert said(found.outcome) == [
        ("misconduct_found", 32),
        ("failure_is_not_misconduct", 2),
        ("misconduct_goes_by_221", 2),
    ]
    assert not found.tolerated


def consequences(subject, name, years=None, *, permanent=False):
    measure = SupervisionMeasure(name, years, permanent=permanent)
    return check_consequences(ConsequenceFacts(DAY, subject, True, (measure,)), PROVINCE).outcome


@pytest.mark.parametrize(("years", "inside"), [(2, False), (3, True), (5, True), (6, False)])
def test_t30_three_to_five_years_are_for_an_agency(years, inside):
    answer = consequences("agency", "agency_ban", years)
    assert refusals(answer) == ([] if inside else ["agency_term_outside"])


@pytest.mark.parametrize("subject", ["person", "unit"])
def test_t30_a_person_or_a_unit_is_barred_for_a_time_of_any_length_or_for_good(subject):
    for years in (1, 2, 6):
        assert refusals(consequences(subject, "application_ban", years)) == []
    assert said(consequences(subject, "application_ban", permanent=True)) == []
    assert refusals(consequences(subject, "agency_ban", 3)) == [
        "measure_required",
        "measure_not_for_subject",
    ]


@pytest.mark.parametrize(
    ("listed", "consequences"),
    [
        ("warning", ("remind_author",)),
        ("black", ("not_recognised", "not_reimbursed")),
    ],
)
def test_t31_the_warning_list_warns_the_black_list_takes_recognition_and_money(
    listed, consequences
):
    answer = check_journal("某刊", DAY, (Listing("某刊", listed, DAY),))
    assert answer.consequences == consequences and answer.outcome.allowed
    assert said(answer.outcome) == [(consequences[0], 15), ("listing_is_no_proof", 15)]


@pytest.mark.parametrize(
    ("severity", "measures", "result", "vetoed"),
    [
        ("minor", (MeasureFact(1),), "pass", False),
        ("major", (MeasureFact(2),), "pass", False),
        ("serious", (MeasureFact(5, years=3), MeasureFact(13)), "refuse", True),
        ("especially_serious", (MeasureFact(5, years=6), MeasureFact(13)), "refuse", True),
    ],
)
def test_t31_not_every_record_is_a_veto(severity, measures, result, vetoed):
    decision = RecordedDecision(date(2025, 3, 3), measures, severity)
    facts = IntegrityFacts(RespondentKind.PERSON, "plan_project", DAY, (decision,))
    answer = check_integrity(facts, default_context())
    assert answer.result == result
    vetoes = [f for f in answer.findings if f.code == "veto"]
    assert bool(vetoes) == vetoed
    assert all((f.citation.instrument, f.citation.article) == (O2018, 10) for f in vetoes)


MALICE = MaliceFacts("聊天记录", True, True, "complainant_unit")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({}, []),
        ({"proof": ""}, [("malice_unproven", 39)]),
        ({"separately_found": False}, [("malice_not_separately_found", 39)]),
        ({"handled_by": "respondent_unit"}, [("malice_handled_elsewhere", 39)]),
    ],
)
def test_t32_an_unproven_report_is_no_malice(more, found):
    assert said(check_malice(replace(MALICE, **more))) == found


def test_t37_the_machine_wrote_it_is_an_item_for_researchers_and_no_kind_of_article_2():
    item = (2, 9)
    assert "使用生成式人工智能直接生成" in cite_annex(*item).text
    assert [place.item for place in hints(*item)] == [8]
    researcher = AnnexFacts(frozenset({"researcher"}), (item,))
    assert [f.code for f in check_annex(researcher).findings] == ["not_translated"]
    unit = replace(researcher, groups=frozenset({"research_unit"}))
    assert refusals(check_annex(unit)) == ["item_of_other_list"]
    held = replace(researcher, floor=True)
    assert refusals(check_annex(held)) == ["floor_without_article_2"]
