"""After the letter, and beside the straight way: exemption, clearing, effect, mitigation."""

from datetime import date

import pytest

from accounts.audit.verify import breaches
from accounts.models import Event
from accounts.outbox import drain
from accounts.refusals import Conflict, NotYours, Refused
from cases.models import (
    Case,
    CaseState,
    Deadline,
    Decision,
    DecisionState,
    Notification,
    Respondent,
    RespondentState,
)
from cases.services.closing import clear_respondent, close_case
from cases.services.complaints import Party
from cases.services.drafting import abandon_decision, draft_decision, redraft_decision
from cases.services.findings import Retraction
from cases.services.hearing import Answer, answer_points, conclude_hearing, record_statement
from cases.services.judging import Proposal
from cases.services.reports import supplement_inquiry
from cases.services.sendings import propose_measures, record_sending
from cases.services.serving import serve_decision, tell_complainant
from tests.cases import decided as d
from tests.cases import world as w

pytestmark = pytest.mark.django_db

AFTER = date(2026, 4, 28)


@pytest.fixture
def world() -> w.World:
    return w.build()


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {finding.code for finding in refusal.value.outcome.errors}


def unbroken() -> bool:
    return not [b for b in breaches() if "触发器" not in b.what]


def test_the_innocent_are_cleared_before_the_case_closes(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world, d.CLEARED)
        assert respondent.state == RespondentState.CLEARED
        assert Deadline.objects.get(rule="investigation").done == w.TODAY
        with pytest.raises(Refused) as refusal:
            close_case(actor=world["officer"], case_id=respondent.case_id, on=w.TODAY)
        assert codes(refusal) == {"clearing_due"}
        clear_respondent(
            actor=world["officer"],
            respondent_id=respondent.pk,
            on=w.TODAY,
            form="书面说明",
            scope="学院全体教师",
            evidence="说明函签收单",
        )
        case = close_case(actor=world["officer"], case_id=respondent.case_id, on=w.TODAY)
    assert case.state == CaseState.CLOSED
    assert unbroken()


def test_an_exemption_gets_a_letter_without_measures(world: w.World) -> None:
    proposal = Proposal(
        facts=d.LAWFUL.facts,
        basis="论文作者在被举报前主动撤稿，未造成较大负面影响，免予处理。",
        reasons={"exemption_needs_reason": "撤稿在举报之前，没有读者受误导。"},
    )
    with w.on(w.TODAY):
        respondent = d.determined(world, d.EXEMPT)
        decision = draft_decision(
            actor=world["officer"], respondent_id=respondent.pk, proposal=proposal, on=w.TODAY
        )
    assert respondent.state == RespondentState.EXEMPTED
    assert (decision.severity, decision.measures.count()) == ("", 0)


def test_a_retraction_after_the_report_exempts_nobody(world: w.World) -> None:
    late = Retraction(is_author=True, own_will=True, retracted_on=date(2026, 4, 8))
    with w.on(w.TODAY), pytest.raises(Refused) as refusal:
        d.determined(world, d.replace(d.EXEMPT, retraction=late))
    assert codes(refusal) == {"exempt_retracted_late"}


def test_every_point_of_a_statement_is_answered(world: w.World) -> None:
    officer = world["officer"]
    with w.on(w.TODAY):
        decision = d.noticed(world)
        statement = record_statement(
            actor=officer,
            decision_id=decision.pk,
            received_on=w.TODAY,
            content="请求从轻。",
            points=["项目未获资助", "已经认错"],
        )
        first, second = statement.points.all()
        answers = {first.pk: Answer("已在情节中考虑", False)}
        answer_points(actor=officer, decision_id=decision.pk, answers=answers)
        with pytest.raises(Refused) as refusal:
            conclude_hearing(actor=officer, decision_id=decision.pk, on=w.TODAY)
        assert codes(refusal) == {"points_unanswered"}
        answers = {second.pk: Answer("属实", True)}
        answer_points(actor=officer, decision_id=decision.pk, answers=answers)
        heard = conclude_hearing(actor=officer, decision_id=decision.pk, on=w.TODAY)
    assert (heard.state, heard.waived) == (DecisionState.HEARD, False)
    assert unbroken()


def test_a_change_after_the_notice_needs_a_reason_and_a_new_notice(world: w.World) -> None:
    milder = d.replace(d.LAWFUL, measures=(d.MeasureFact(5, years=4), d.MeasureFact(13)))
    with w.on(w.TODAY):
        decision = d.noticed(world)
        with pytest.raises(Refused) as refusal:
            redraft_decision(
                actor=world["officer"], decision_id=decision.pk, proposal=milder, on=w.TODAY
            )
        assert codes(refusal) == {"redraft_reason_missing"}
        changed = redraft_decision(
            actor=world["officer"],
            decision_id=decision.pk,
            proposal=milder,
            on=w.TODAY,
            reason="补充了比对结果。",
        )
    assert (changed.state, changed.reply_due) == (DecisionState.DRAFTED, None)
    assert [m.years for m in changed.measures.all()] == [4, None]


def test_a_draft_given_up_makes_room_for_another(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.drafted(world)
        abandon_decision(
            actor=world["officer"], decision_id=decision.pk, on=w.TODAY, reason="事实有误"
        )
        again = draft_decision(
            actor=world["officer"],
            respondent_id=decision.respondent_id,
            proposal=d.LAWFUL,
            on=w.TODAY,
        )
    assert (again.version, again.state) == (2, DecisionState.DRAFTED)


def test_the_complainant_is_told_and_gets_a_period_of_their_own(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    told = date(2026, 5, 6)
    with w.on(told):
        tell_complainant(actor=world["officer"], decision_id=decision.pk, on=told)
        with pytest.raises(Refused) as refusal:
            tell_complainant(actor=world["officer"], decision_id=decision.pk, on=told)
    assert codes(refusal) == {"already_told"}
    own = Deadline.objects.get(rule="appeal", subject_kind="cases.complaint")
    assert own.start == told


def test_service_needs_proof_and_may_not_lie_before_the_letter(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.issued(world, AFTER)
    with w.on(AFTER), pytest.raises(Refused) as refusal:
        serve_decision(
            actor=world["officer"],
            decision_id=decision.pk,
            on=w.TODAY,
            method="direct",
            evidence=" ",
        )
    assert codes(refusal) == {"service_unproven", "served_before_issue"}


def test_what_goes_along_is_registered_with_its_proof(world: w.World) -> None:
    with w.on(w.TODAY):
        d.issued(world, AFTER)
    row = Notification.objects.get(kind="manager")
    with w.on(AFTER):
        with pytest.raises(Refused) as refusal:
            record_sending(actor=world["officer"], notification_id=row.pk, on=AFTER, evidence="")
        assert codes(refusal) == {"evidence_missing"}
        sent = record_sending(
            actor=world["officer"],
            notification_id=row.pk,
            on=AFTER,
            evidence="发文登记12号",
            recipient="省自然科学基金委员会办公室",
        )
    assert (sent.sent_on, sent.to) == (AFTER, "省自然科学基金委员会办公室")
    assert unbroken()


def test_a_proposal_goes_to_the_body_with_the_power(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
        row = propose_measures(
            actor=world["officer"],
            respondent_id=respondent.pk,
            organisation=world.province,
            measures=[d.MeasureFact(8)],
            reason="院士称号不由本单位授予",
        )
    assert (row.kind, row.article, row.to) == ("proposal", "第二十六条", "山东省科学技术厅")


def test_one_respondents_finding_does_not_determine_the_others(world: w.World) -> None:
    second = Party("吴翀", "person", unit_name="示例大学材料学院")
    parties = (*w.report_of().parties, second)
    with w.on(w.TODAY):
        case = w.reported(world, parties=parties)
        one, other = case.respondents.all()
        officer = world["officer"]
        d.determine_respondent(actor=officer, respondent_id=one.pk, found=d.FOUND, on=w.TODAY)
        assert Case.objects.get().state == CaseState.REPORTED
        with pytest.raises(Refused) as refusal:
            draft_decision(actor=officer, respondent_id=one.pk, proposal=d.LAWFUL, on=w.TODAY)
        assert codes(refusal) == {"not_now"}
        d.determine_respondent(actor=officer, respondent_id=other.pk, found=d.CLEARED, on=w.TODAY)
        assert Case.objects.get().state == CaseState.DETERMINED
        draft_decision(actor=officer, respondent_id=one.pk, proposal=d.LAWFUL, on=w.TODAY)
    # The one found guilty still waits for a decision, so the six months run on.
    assert Deadline.objects.get(rule="investigation").done is None


def test_more_inquiry_opens_again_what_was_found_on_the_old_report(world: w.World) -> None:
    parties = (*w.report_of().parties, Party("吴翀", "person", unit_name="示例大学材料学院"))
    with w.on(w.TODAY):
        case = w.reported(world, parties=parties)
        one = case.respondents.all()[0]
        officer = world["officer"]
        d.determine_respondent(actor=officer, respondent_id=one.pk, found=d.CLEARED, on=w.TODAY)
        supplement_inquiry(actor=officer, case_id=case.pk, reason="需要调取原始数据")
    assert set(Respondent.objects.values_list("state", flat=True)) == {RespondentState.OPEN}
    assert not Notification.objects.filter(kind="clearing").exists()
    assert unbroken()


def test_whoever_was_slower_is_told_and_nothing_is_half_done(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
        seen = Event.objects.filter(chain=respondent.case.chain).count()
        draft_decision(
            actor=world["officer"],
            respondent_id=respondent.pk,
            proposal=d.LAWFUL,
            on=w.TODAY,
            seen=seen,
        )
        with pytest.raises(Conflict) as conflict:
            draft_decision(
                actor=world["officer"],
                respondent_id=respondent.pk,
                proposal=d.LAWFUL,
                on=w.TODAY,
                seen=seen,
            )
    assert [event.name for event in conflict.value.since] == ["decision.drafted"]
    assert Decision.objects.count() == 1


def test_another_units_officer_finds_nothing(world: w.World) -> None:
    with w.on(w.TODAY):
        respondent = d.determined(world)
        with pytest.raises(NotYours):
            draft_decision(
                actor=world["officer2"],
                respondent_id=respondent.pk,
                proposal=d.LAWFUL,
                on=w.TODAY,
            )


def test_the_filing_begins_with_the_effect(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    with w.on(AFTER):
        drain()
    clock = Deadline.objects.get(rule="report_upward")
    assert clock.start == decision.effective_on
