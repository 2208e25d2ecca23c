"""When the period ends, when a report is formed, how service is proven: each answer followed."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.audit.verify import breaches
from cases.models import REPORT_PARTS, Case, CaseState, Deadline, Decision, DecisionState
from cases.services.reports import draft_report, file_report, sign_report, supplement_inquiry
from cases.services.serving import serve_decision
from cases.services.suspensions import extend
from tests.cases import decided as d
from tests.cases import world as w
from tests.cases.test_unit_rules import limit, opened

AFTER = date(2026, 4, 28)
FILED = date(2026, 4, 24)
BY_FILING = {"G18": "filed"}
SATURDAY, MONDAY = date(2026, 10, 24), date(2026, 10, 26)


# civil_code_months


@pytest.mark.parametrize(
    ("answer", "due", "words"),
    [
        ("next_working_day", MONDAY, "遇休息日顺延"),
        ("same_day", SATURDAY, "遇休息日不顺延"),
    ],
)
def test_a_period_of_months_ends_on_a_rest_day_or_not(
    world: w.World, answer: str, due: date, words: str
) -> None:
    w.choose(world, civil_code_months=answer)
    with w.on(FILED):
        clock = limit(w.accepted(world))
    assert clock.due == due
    assert words in opened("officer", reverse("deadline", kwargs={"pk": clock.pk}))


def test_counted_again_it_ends_as_the_unit_read_it_when_it_began(world: w.World) -> None:
    w.choose(world, civil_code_months="same_day")
    with w.on(FILED):
        case = w.investigating(world)
        w.choose(world)
        # A month more: 24 November is a working day; two: 24 December too; three: a Sunday.
        extend(actor=world["head"], case_id=case.pk, months=3, ground="特别重大复杂")
    assert limit(case).due == date(2027, 1, 24)


# G18: when the report is formed


def signed(world: w.World) -> Case:
    case = w.inquired(world)
    draft_report(
        actor=world["investigator"], case_id=case.pk, parts={p: "写明" for p in REPORT_PARTS}
    )
    for name in ("investigator", "investigator2"):
        sign_report(actor=world[name], case_id=case.pk)
    case.refresh_from_db()
    return case


def test_the_last_signature_forms_the_report(world: w.World) -> None:
    case = signed(world)
    assert case.state == CaseState.REPORTED
    assert w.report_row(case).formed_on == w.TODAY


def test_or_filing_it_does(world: w.World) -> None:
    w.choose(world, **BY_FILING)
    case = signed(world)
    assert case.state == CaseState.INVESTIGATING
    assert w.report_row(case).formed_on is None
    address = reverse("case_file_report", kwargs={"pk": case.pk})
    assert address in opened("officer", case.get_absolute_url())
    report_page = opened("officer", reverse("case_report", kwargs={"pk": case.pk}))
    assert "待归档" in report_page and address in report_page
    with w.on(FILED):
        file_report(actor=world["officer"], case_id=case.pk, on=FILED)
    case.refresh_from_db()
    row = w.report_row(case)
    assert (case.state, row.filed_on, row.formed_on) == (CaseState.REPORTED, FILED, FILED)
    assert list(breaches()) == []


def test_the_time_to_tell_those_who_took_part_runs_from_the_filing(world: w.World) -> None:
    w.choose(world, **BY_FILING)
    case = signed(world)
    case.works.update(manager=world.province)
    with w.on(FILED):
        file_report(actor=world["officer"], case_id=case.pk, on=FILED)
    assert Deadline.objects.get(rule="inform_participants").start == FILED


def test_what_is_not_signed_by_all_is_not_filed(world: w.World) -> None:
    w.choose(world, **BY_FILING)
    case = w.inquired(world)
    draft_report(
        actor=world["investigator"], case_id=case.pk, parts={p: "写明" for p in REPORT_PARTS}
    )
    sign_report(actor=world["investigator"], case_id=case.pk)
    with w.refused("report_unsigned", "第二十四条"):
        file_report(actor=world["officer"], case_id=case.pk, on=w.TODAY)


def test_nor_before_the_last_signature(world: w.World) -> None:
    w.choose(world, **BY_FILING)
    case = signed(world)
    with w.refused("too_early"):
        file_report(actor=world["officer"], case_id=case.pk, on=date(2026, 4, 19))


def test_where_signatures_form_it_nothing_is_filed(world: w.World) -> None:
    case = w.inquired(world)
    draft_report(
        actor=world["investigator"], case_id=case.pk, parts={p: "写明" for p in REPORT_PARTS}
    )
    with w.refused("formed_by_signature", "第二十四条"):
        file_report(actor=world["officer"], case_id=case.pk, on=w.TODAY)


def test_a_supplemented_report_is_filed_again(world: w.World) -> None:
    w.choose(world, **BY_FILING)
    case = signed(world)
    file_report(actor=world["officer"], case_id=case.pk, on=w.TODAY)
    supplement_inquiry(actor=world["officer"], case_id=case.pk, reason="另有新证据。")
    draft_report(
        actor=world["investigator"], case_id=case.pk, parts={p: "写明" for p in REPORT_PARTS}
    )
    for name in ("investigator", "investigator2"):
        sign_report(actor=world[name], case_id=case.pk)
    assert w.report_row(case).formed_on is None


# G7, public_service: how a decision is served


def serve(world: w.World, decision: Decision, day: date, method: str, **more: object) -> Decision:
    with w.on(day):
        return serve_decision(
            actor=world["officer"],
            decision_id=decision.pk,
            on=day,
            method=method,
            evidence="凭据1号",
            **more,  # type: ignore[arg-type]
        )


def form(world: w.World, decision: Decision) -> str:
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    with w.on(AFTER):
        return opened("officer", reverse("decision_serve", kwargs=ids))


def test_five_ways_of_service_need_no_consent(world: w.World) -> None:
    decision = d.issued(world, AFTER)
    assert "被处理人同意电子送达" not in form(world, decision)
    assert serve(world, decision, AFTER, "electronic").state == DecisionState.EFFECTIVE


def test_or_electronic_service_needs_consent(world: w.World) -> None:
    w.choose(world, G7="electronic_by_consent")
    decision = d.issued(world, AFTER)
    assert "被处理人同意电子送达" in form(world, decision)
    with w.refused("electronic_without_consent", "第二十八条"):
        serve(world, decision, AFTER, "electronic")
    served = serve(world, decision, AFTER, "electronic", consented=True)
    assert served.service_consented
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    with w.on(AFTER):
        assert "电子送达，被处理人同意" in opened("officer", reverse("decision", kwargs=ids))


def test_consent_says_nothing_of_another_way(world: w.World) -> None:
    w.choose(world, G7="electronic_by_consent")
    served = serve(world, d.issued(world, AFTER), AFTER, "post", consented=True)
    assert not served.service_consented


def test_a_public_notice_serves_on_the_day_it_proves(world: w.World) -> None:
    decision = d.issued(world, AFTER)
    assert "公告日期" not in form(world, decision)
    assert serve(world, decision, AFTER, "public").served_on == AFTER


@pytest.mark.parametrize("posted", [None, date(2026, 4, 29)])
def test_or_only_after_thirty_days(world: w.World, posted: date | None) -> None:
    w.choose(world, public_service="after_30_days")
    decision = d.issued(world, AFTER)
    assert "公告日期" in form(world, decision)
    with w.refused("public_service_too_early", "第二十八条"):
        serve(world, decision, date(2026, 5, 28), "public", posted_on=posted)
    served = serve(world, decision, date(2026, 5, 28), "public", posted_on=AFTER)
    assert (served.posted_on, served.served_on) == (AFTER, date(2026, 5, 28))


def test_no_notice_is_posted_before_the_letter(world: w.World) -> None:
    w.choose(world, public_service="after_30_days")
    with w.refused("too_early"):
        decision = d.issued(world, AFTER)
        serve(world, decision, date(2026, 5, 28), "public", posted_on=date(2026, 4, 27))
