"""Reading G2 of a unit: a decision takes effect after the period for appeal, or its result."""

from datetime import date

import pytest
from django.db import transaction

from accounts.actors import SYSTEM
from accounts.audit import log
from appeals.services.admission import withdraw_appeal
from cases.models import Decision, DecisionState
from cases.services.effect import effects_due
from fixtures.demo.units import UNIVERSITY
from fixtures.demo.walk import Walk
from tests.appeals import world as w
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db

AFTER = date(2026, 3, 10)


@pytest.fixture
def walk(cast: Cast) -> Walk:
    """Served in a unit where effect waits for the period."""
    unit = cast.unit(UNIVERSITY)
    unit.readings = {"G2": "appeal_lapsed"}
    with transaction.atomic():
        unit.save()
        log.append(chain=unit.chain, name="organisation.amended", actor=SYSTEM, subject=unit)
    return w.served(cast)


def round_of(day: date) -> None:
    """The daily round."""
    with w.on(day):
        effects_due()


def standing(walk: Walk) -> tuple[str, date | None]:
    decision: Decision = walk.decision()
    return decision.state, decision.effective_on


def test_without_an_appeal_it_takes_effect_the_day_after_the_last(walk: Walk) -> None:
    round_of(w.LAST_DAY)
    assert standing(walk) == (DecisionState.SERVED, None)
    round_of(date(2026, 3, 12))
    assert standing(walk) == (DecisionState.EFFECTIVE, AFTER)


def test_an_appeal_holds_it_until_the_review_upheld_it(cast: Cast, walk: Walk) -> None:
    appeal = w.under_review(cast, walk)
    round_of(date(2026, 4, 1))
    assert standing(walk) == (DecisionState.SERVED, None)
    w.answer(cast, appeal)
    w.decide(cast, appeal, "upheld")
    assert standing(walk) == (DecisionState.EFFECTIVE, w.DECIDED)
    assert w.untampered()


def test_a_refused_appeal_lets_it_take_effect_on_the_day_of_refusal(cast: Cast, walk: Walk) -> None:
    w.refuse(cast, w.lodge(cast, walk, evidence=""), date(2026, 3, 16))
    assert standing(walk) == (DecisionState.EFFECTIVE, date(2026, 3, 16))
    assert w.untampered()


def test_a_late_appeal_does_not_move_the_effect(cast: Cast, walk: Walk) -> None:
    late = date(2026, 3, 11)
    w.refuse(cast, w.lodge(cast, walk, lodged_on=late, received_on=late), date(2026, 3, 16))
    assert standing(walk) == (DecisionState.EFFECTIVE, AFTER)


def test_withdrawn_within_the_period_the_rest_of_it_runs(cast: Cast, walk: Walk) -> None:
    appeal = w.lodge(cast, walk)
    day = date(2026, 3, 5)
    with w.on(day):
        withdraw_appeal(actor=cast.actor("officer"), appeal_id=appeal.pk, on=day)
    assert standing(walk) == (DecisionState.SERVED, None)
    round_of(date(2026, 3, 12))
    assert standing(walk) == (DecisionState.EFFECTIVE, AFTER)
    assert w.untampered()


def test_revoked_before_it_took_effect_it_never_does(cast: Cast, walk: Walk) -> None:
    appeal = w.under_review(cast, walk)
    w.answer(cast, appeal)
    w.decide(cast, appeal, "revoked")
    round_of(date(2026, 5, 6))
    assert standing(walk) == (DecisionState.REVOKED, None)
