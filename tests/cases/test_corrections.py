"""A decision's later life: effect, end of term, mitigation, revocation, the next version."""

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
    Respondent,
    RespondentState,
)
from cases.services.closing import close_case
from cases.services.corrections import correct_decision, mitigate_decision, vary_decision
from cases.services.drafting import draft_decision
from cases.services.effect import declare_effective, effects_due, expiries_due
from cases.services.hearing import conclude_hearing
from cases.services.serving import serve_decision
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


def test_where_the_unit_reads_it_so_the_effect_waits_for_the_appeal_period(
    world: w.World,
) -> None:
    world.university.readings = {"G2": "appeal_lapsed"}
    world.university.save()
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    assert decision.state == DecisionState.SERVED
    last = date(2026, 5, 21)
    with w.on(last):
        assert effects_due() == 0
        with pytest.raises(Refused) as refusal:
            declare_effective(actor=world["officer"], decision_id=decision.pk, on=last)
        assert codes(refusal) == {"appeal_period_runs"}
    with w.on(date(2026, 5, 22)):
        assert (effects_due(), effects_due()) == (1, 0)
    decision.refresh_from_db()
    assert (decision.state, decision.effective_on) == (DecisionState.EFFECTIVE, date(2026, 5, 22))
    assert unbroken()


def test_a_term_ends_the_day_before_its_anniversary(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    with w.on(date(2029, 4, 27)):
        assert expiries_due() == 0
    with w.on(date(2029, 4, 28)):
        assert expiries_due() == 1
    decision.refresh_from_db()
    assert (decision.state, decision.ended_on) == (DecisionState.EXPIRED, date(2029, 4, 27))


def mitigation(world: w.World, decision: Decision, day: date, **changes: bool) -> Decision:
    proposal = d.replace(
        d.LAWFUL,
        severity="major",
        measures=(d.MeasureFact(5, years=2), d.MeasureFact(13)),
        basis="在全国性媒体公开承诺，减轻为2年。",
        reasons={"severity_differs": "依第四十条减轻处理。"},
    )
    given = {"national_media_promise": True, "major_contribution": False, **changes}
    return mitigate_decision(
        actor=world["officer"],
        decision_id=decision.pk,
        proposal=proposal,
        applied_on=day,
        on=day,
        **given,
    )


def test_mitigation_needs_effect_application_and_cause(world: w.World) -> None:
    with w.on(w.TODAY):
        issued = d.issued(world, AFTER)
    with w.on(AFTER), pytest.raises(Refused) as refusal:
        mitigation(world, issued, AFTER, national_media_promise=False)
    assert codes(refusal) == {
        "not_effective",
        "mitigation_not_applied_for",
        "mitigation_without_cause",
    }


def test_a_mitigated_version_replaces_the_one_in_effect_only_when_it_takes_effect(
    world: w.World,
) -> None:
    officer, later = world["officer"], date(2026, 6, 30)
    with w.on(w.TODAY):
        first = d.served(world, AFTER)
    with w.on(AFTER):
        second = mitigation(world, first, AFTER)
        d.prepare_notice(actor=officer, decision_id=second.pk, on=AFTER, serve_by=AFTER)
        d.serve_notice(actor=officer, decision_id=second.pk, on=AFTER, evidence="回证3号")
    first.refresh_from_db()
    assert first.state == DecisionState.EFFECTIVE
    with w.on(later):
        conclude_hearing(actor=officer, decision_id=second.pk, on=later)
        d.approve_decision(actor=world["head"], decision_id=second.pk, on=later)
        d.issue_decision(actor=officer, decision_id=second.pk, on=later)
        serve_decision(
            actor=officer, decision_id=second.pk, on=later, method="post", evidence="回证4号"
        )
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (DecisionState.VARIED, DecisionState.EFFECTIVE)
    assert Event.objects.get(name="decision.varied").data["later"] == second.pk
    assert unbroken()


def test_a_revoked_decision_reopens_the_affair_when_it_is_decided_again(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    with w.on(AFTER):
        close_case(actor=world["officer"], case_id=decision.respondent.case_id, on=AFTER)
        correct_decision(
            actor=world["head"],
            decision_id=decision.pk,
            ground="own_correction",
            document="示大科诚纠〔2026〕1号",
            reason="送达对象有误",
            on=AFTER,
            decide_again=True,
        )
    assert Decision.objects.get().state == DecisionState.REVOKED
    assert Respondent.objects.get().state == RespondentState.OPEN
    assert Case.objects.get().state == CaseState.REPORTED
    assert Deadline.objects.get(rule="investigation", done=None).start == AFTER
    assert unbroken()


def test_only_the_head_revokes_and_says_why(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    given = {"decision_id": decision.pk, "ground": "own_correction", "on": AFTER}
    with w.on(AFTER):
        with pytest.raises(Refused) as refusal:
            correct_decision(
                actor=world["head"], document="", reason=" ", decide_again=False, **given
            )
        assert codes(refusal) == {"revocation_without_document", "revocation_without_reason"}
        with pytest.raises(Refused):
            correct_decision(
                actor=world["officer"], document="文", reason="错", decide_again=False, **given
            )


def test_a_decision_varied_on_review_is_followed_by_the_next_version(world: w.World) -> None:
    with w.on(w.TODAY):
        first = d.served(world, AFTER)
    with w.on(AFTER):
        close_case(actor=world["officer"], case_id=first.respondent.case_id, on=AFTER)
        vary_decision(actor=world["head"], decision=first, on=AFTER, reason="复查，减为3年")
        second = draft_decision(
            actor=world["officer"],
            respondent_id=first.respondent_id,
            proposal=d.LAWFUL,
            on=AFTER,
        )
    assert (second.version, second.previous_id) == (2, first.pk)


def test_a_term_shortened_behind_the_applications_back_is_found(world: w.World) -> None:
    with w.on(w.TODAY):
        decision = d.served(world, AFTER)
    assert unbroken()
    decision.measures.filter(item=5).update(years=1)
    found = [b for b in breaches() if "触发器" not in b.what]
    assert [b.where.split("(")[1] for b in found] == [f"cases.decision {decision.pk})"]
