"""From the report to the end of the case, on the facts of MOST-2024-07-a1."""

from datetime import date

import pytest

from accounts.audit.verify import breaches
from accounts.models import Event
from accounts.refusals import Refused
from cases.models import (
    Case,
    CaseState,
    Deadline,
    Decision,
    DecisionState,
    Document,
    Notification,
    RespondentState,
)
from cases.services.closing import close_case
from cases.services.drafting import draft_decision
from cases.services.findings import determine_respondent
from cases.services.hearing import conclude_hearing
from cases.services.notices import prepare_notice, serve_notice
from tests.cases import decided as d
from tests.cases import world as w

pytestmark = pytest.mark.django_db

# 2026-04-20 is a Monday; five working days after it end on 27 April, 1 to 5 May are holidays.
REPLY_DUE = date(2026, 4, 27)
AFTER = date(2026, 4, 28)


@pytest.fixture
def world() -> w.World:
    return w.build()


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {finding.code for finding in refusal.value.outcome.errors}


def places(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {f.citation.place for f in refusal.value.outcome.errors if f.citation}


def test_the_last_finding_determines_the_case(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
    assert respondent.state == RespondentState.FOUND
    assert Case.objects.get().state == CaseState.DETERMINED


def test_each_of_the_six_factors_is_answered(world: w.World) -> None:
    found = d.replace(d.FOUND, factors={**d.FACTORS, 4: " "})
    with w.on(w.TODAY), pytest.raises(Refused) as refusal:
        d.determined(world, found)
    assert codes(refusal) == {"factor_4_unanswered"}
    assert places(refusal) == {"第三十条第四项"}
    assert Case.objects.get().state == CaseState.REPORTED


def test_the_published_decision_is_lawful_and_runs_to_the_end(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    assert (decision.state, decision.effective_on) == (DecisionState.EFFECTIVE, AFTER)
    assert decision.number == "示大科诚决〔2026〕1号"
    with w.on(AFTER):
        case = close_case(actor=world["officer"], case_id=decision.respondent.case_id, on=AFTER)
    assert (case.state, case.closed_on) == (CaseState.CLOSED, AFTER)
    assert [b.what for b in breaches() if "触发器" not in b.what] == []


def test_a_ban_without_the_register_and_a_copy_called_minor_are_refused_together(
    world: w.World,
) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
        with pytest.raises(Refused) as refusal:
            draft_decision(
                actor=world["officer"],
                respondent_id=respondent.pk,
                proposal=d.UNLAWFUL,
                on=w.TODAY,
            )
    assert {"register_missing", "below_floor", "measure_not_in_tier"} <= codes(refusal)
    assert {"第二十九条", "第三十二条"} <= {place[:5] for place in places(refusal)} | places(
        refusal
    )
    assert not Decision.objects.exists()


def test_a_warning_is_passed_over_only_with_a_reason(world: w.World) -> None:
    lighter = d.replace(d.LAWFUL, measures=(*d.LAWFUL.measures, d.MeasureFact(1)))
    with w.on(w.TODAY):
        respondent = d.determined(world)
        with pytest.raises(Refused) as refusal:
            draft_decision(
                actor=world["officer"], respondent_id=respondent.pk, proposal=lighter, on=w.TODAY
            )
        assert codes(refusal) == {"lighter_measure_added"}
        reasoned = d.replace(
            lighter, reasons={"lighter_measure_added": "本单位规章规定并处诫勉谈话。"}
        )
        decision = draft_decision(
            actor=world["officer"], respondent_id=respondent.pk, proposal=reasoned, on=w.TODAY
        )
    assert list(decision.warning_reasons) == ["lighter_measure_added"]


def test_a_measure_beyond_the_units_power_becomes_a_proposal(world: w.World) -> None:
    world.university.powers.filter(measure=5).delete()
    with w.on(w.TODAY), pytest.raises(Refused) as refusal:
        d.drafted(world)
    assert codes(refusal) == {"beyond_power"}
    assert places(refusal) == {"第二十六条"}


def test_the_notice_gives_the_units_working_days_and_waits_for_them(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.noticed(world)
    assert decision.reply_due == REPLY_DUE
    with w.on(REPLY_DUE), pytest.raises(Refused) as refusal:
        conclude_hearing(actor=world["officer"], decision_id=decision.pk, on=REPLY_DUE)
    assert codes(refusal) == {"reply_period_open"}


def test_a_notice_served_late_is_made_again(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.drafted(world)
        officer = world["officer"]
        prepare_notice(actor=officer, decision_id=decision.pk, on=w.TODAY, serve_by=w.TODAY)
    late = date(2026, 4, 22)
    with w.on(late), pytest.raises(Refused) as refusal:
        serve_notice(actor=officer, decision_id=decision.pk, on=late, evidence="回证")
    assert codes(refusal) == {"reply_period_short"}


def test_the_letter_has_the_five_contents_and_hides_the_number_on_the_row(world: w.World) -> None:
    with w.on(w.TODAY):
        d.issued(world, AFTER)
    letter = Document.objects.get(kind="decision_letter")
    kept = letter.context
    assert kept["identity"]["name"] == w.RESPONDENT
    assert d.ID_NUMBER not in str(kept)
    assert kept["facts"] and len(kept["evidence"]) == 2
    assert [measure["item"] for measure in kept["measures"]] == [2, 5, 13]
    assert {quotation["article"] for quotation in kept["basis"]} == {29, 32}
    assert kept["remedy"]["period"] == "收到本处理决定书之日起15个工作日内"
    assert kept["others"]
    assert w.COMPLAINANT not in str(kept)


def test_without_an_identity_number_no_letter_is_issued(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.heard(world, AFTER)
    with w.on(AFTER):
        d.approve_decision(actor=world["head"], decision_id=decision.pk, on=AFTER)
        decision.respondent.id_number = ""
        decision.respondent.save()
        with pytest.raises(Refused) as refusal:
            d.issue_decision(actor=world["officer"], decision_id=decision.pk, on=AFTER)
    assert codes(refusal) == {"letter_identifier_missing"}
    assert places(refusal) == {"第二十八条第一项"}


def test_only_the_head_approves(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.heard(world, AFTER)
    with w.on(AFTER), pytest.raises(Refused) as refusal:
        d.approve_decision(actor=world["leader"], decision_id=decision.pk, on=AFTER)
    assert codes(refusal) == {"not_allowed"}


def test_service_starts_the_appeal_and_the_filing_hangs_on_the_effect(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    appeal = Deadline.objects.get(rule="appeal", subject_id=decision.pk)
    # Fifteen working days from 29 April over the May holiday and its make-up Saturday, 9 May.
    assert (appeal.start, appeal.due) == (AFTER, date(2026, 5, 21))
    effective = Event.objects.get(name="decision.effective")
    assert effective.data["decision"] == decision.pk


def test_the_investigation_clock_stops_with_the_letter(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.issued(world, AFTER)
    clock = Deadline.objects.get(rule="investigation", subject_id=decision.respondent.case_id)
    assert clock.done == AFTER


def test_the_manager_of_the_project_is_sent_letter_and_report(world: w.World) -> None:
    with w.on(w.TODAY):
        d.issued(world, AFTER)
    row = Notification.objects.get(kind="manager")
    assert (row.article, row.contents) == ("第三十八条", "处理决定书和调查报告")


def test_nobody_is_found_before_the_report(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.only(w.inquired(world))
        with pytest.raises(Refused) as refusal:
            determine_respondent(
                actor=world["officer"], respondent_id=respondent.pk, found=d.FOUND, on=w.TODAY
            )
    assert codes(refusal) == {"not_now"}


def test_a_case_does_not_close_while_a_decision_is_not_in_effect(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.issued(world, AFTER)
    with w.on(AFTER), pytest.raises(Refused) as refusal:
        close_case(actor=world["officer"], case_id=decision.respondent.case_id, on=AFTER)
    assert codes(refusal) == {"decision_not_effective"}
