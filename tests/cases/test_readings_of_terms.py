"""Since when terms run (G8) and until when a record stands (term_of_13), in the decision itself."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from accounts.audit.verify import breaches
from cases.models import Decision, DecisionState, Document, Respondent
from cases.services.drafting import draft_decision, redraft_decision
from cases.services.effect import expiries_due, last_day_of
from cases.services.judging import Proposal
from rules.sanctions import MeasureFact
from tests.cases import decided as d
from tests.cases import world as w
from tests.cases.test_unit_rules import opened

AFTER = date(2026, 4, 28)
BEGINS = date(2026, 5, 15)
UNTIL = date(2030, 12, 31)
STATED = replace(d.LAWFUL, starts_on=BEGINS)
RECORD = replace(d.LAWFUL, register_until=UNTIL)
SINCE, RECORDED = "期限起算日期", "记入数据库的届满日期"


def desk(respondent: Respondent) -> str:
    ids = {"pk": respondent.case_id, "respondent": respondent.pk}
    return opened("officer", reverse("decision_draft", kwargs=ids))


def letter() -> dict[str, object]:
    return Document.objects.get(kind="decision_letter").context


def page(decision: Decision) -> str:
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    return opened("officer", reverse("decision", kwargs=ids))


@pytest.fixture
def proposed(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What the way of a decision proposes is set by the test."""
    return monkeypatch


def served(world: w.World, proposal: Proposal, patch: pytest.MonkeyPatch) -> Decision:
    lawful = d.drafted
    patch.setattr(d, "drafted", lambda world, by="officer": lawful(world, proposal, by))
    return d.served(world, AFTER)


# G8


def test_terms_run_from_the_effect_of_the_decision(
    world: w.World, proposed: pytest.MonkeyPatch
) -> None:
    decision = served(world, STATED, proposed)
    assert decision.starts_on is None
    assert last_day_of(decision) == date(2029, 4, 27)
    assert "处理措施的期限自本处理决定生效之日起计算。" in letter()["others"]  # type: ignore[operator]
    assert SINCE not in desk(decision.respondent)
    assert "期限从决定生效之日起算" in desk(decision.respondent)


def test_or_from_the_day_the_decision_states(world: w.World, proposed: pytest.MonkeyPatch) -> None:
    w.choose(world, G8="stated")
    decision = served(world, STATED, proposed)
    assert last_day_of(decision) == date(2029, 5, 14)
    said = "处理措施的期限自2026年5月15日起计算。"
    assert said in letter()["others"]  # type: ignore[operator]
    assert "2026年5月15日" in page(decision)
    with w.on(date(2029, 5, 14)):
        assert expiries_due() == 0
    with w.on(date(2029, 5, 15)):
        assert expiries_due() == 1
    assert list(breaches()) == []


def test_what_states_no_day_runs_from_the_effect(
    world: w.World, proposed: pytest.MonkeyPatch
) -> None:
    w.choose(world, G8="stated")
    assert last_day_of(served(world, d.LAWFUL, proposed)) == date(2029, 4, 27)


def test_the_desk_asks_for_the_day_and_keeps_what_was_stated(world: w.World) -> None:
    w.choose(world, G8="stated")
    decision = d.drafted(world, STATED)
    shown = desk(decision.respondent)
    assert SINCE in shown and "期限从决定载明的日期起算" in shown
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    assert BEGINS.isoformat() in opened("officer", reverse("decision_redraft", kwargs=ids))
    again = redraft_decision(
        actor=world["officer"], decision_id=decision.pk, proposal=d.LAWFUL, on=w.TODAY
    )
    assert again.starts_on is None


def test_who_is_exempted_is_asked_for_no_day(world: w.World) -> None:
    w.choose(world, G8="stated")
    w.choose(world, world.province, term_of_13="as_stated")
    shown = desk(d.determined(world, d.EXEMPT))
    assert SINCE not in shown and RECORDED not in shown


# term_of_13


def test_a_decision_states_no_end_of_its_record(
    world: w.World, proposed: pytest.MonkeyPatch
) -> None:
    decision = served(world, RECORD, proposed)
    assert decision.register_until is None
    assert RECORDED not in desk(decision.respondent)


def test_or_it_does_where_the_province_reads_it_so(
    world: w.World, proposed: pytest.MonkeyPatch
) -> None:
    w.choose(world, world.province, term_of_13="as_stated")
    decision = served(world, RECORD, proposed)
    assert (decision.register_until, decision.state) == (UNTIL, DecisionState.EFFECTIVE)
    assert RECORDED in desk(decision.respondent)
    assert "届满日期为2030年12月31日" in str(letter()["measures"])
    assert "届满日期为2030年12月31日" in page(decision)
    # The terms of the other measures are none of its business.
    assert last_day_of(decision) == date(2029, 4, 27)


def test_only_the_thirteenth_measure_has_a_record_to_end(world: w.World) -> None:
    w.choose(world, world.province, term_of_13="as_stated")
    respondent = d.determined(world)
    without = replace(RECORD, severity="major", measures=(MeasureFact(2),))
    with w.refused("register_missing", "第二十一条"):
        draft_decision(
            actor=world["officer"],
            respondent_id=respondent.pk,
            proposal=replace(without, reasons={"severity_differs": "情节较重。"}),
            on=w.TODAY,
        )


def test_a_record_does_not_end_before_the_decision(world: w.World) -> None:
    w.choose(world, world.province, term_of_13="as_stated")
    with w.refused("too_early"):
        d.drafted(world, replace(RECORD, register_until=date(2026, 4, 1)))
