"""Two people, or two senders, at the same moment: one wins, nothing is half done or done twice."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from accounts.audit.log import position
from accounts.models import Event
from accounts.refusals import Conflict
from reporting.services import province, sending, unit
from tests.reporting import world as w
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act gave or raised, all let go at the same moment."""
    gate = threading.Barrier(len(acts))
    found: list[Any] = [None] * len(acts)

    def run(index: int, act: Callable[[], Any]) -> None:
        try:
            gate.wait()
            found[index] = act()
        except Exception as raised:  # the test asks which
            found[index] = raised
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_of_two_who_release_at_once_one_wins_and_the_other_is_told(cast: Cast) -> None:
    filing = w.prepared(cast)
    unit.confirm_package(actor=cast.actor("officer"), submission_id=filing.pk, on=w.EFFECT)
    seen = position(filing.chain)
    actors = [cast.actor(name) for name in ("leader", "head")]
    outcomes = at_once(
        *(
            lambda actor=actor: unit.release_package(
                actor=actor, submission_id=filing.pk, on=w.EFFECT, seen=seen
            )
            for actor in actors
        )
    )
    lost = [o for o in outcomes if isinstance(o, Conflict)]
    assert len(lost) == 1
    assert [event.name for event in lost[0].since] == ["submission.released"]
    assert Event.objects.filter(chain=filing.chain, name="submission.released").count() == 1
    assert w.fresh(filing).state == "released"


def test_a_correction_and_an_approval_at_once_do_not_both_stand(cast: Cast) -> None:
    filing = w.at_province(cast)
    seen = position(filing.chain)
    first, second = cast.actor("province"), cast.actor("province2")
    outcomes = at_once(
        lambda: province.approve_package(
            actor=first, submission_id=filing.pk, on=w.EFFECT, seen=seen
        ),
        lambda: province.return_package(
            actor=second, submission_id=filing.pk, on=w.EFFECT, missing="缺签字页", seen=seen
        ),
    )
    assert sum(isinstance(o, Conflict) for o in outcomes) == 1
    done = w.fresh(filing)
    assert (done.state == "checked") == (done.checked_on is not None)
    assert (done.state == "returned") == (done.returned_on is not None)


def test_senders_at_once_never_claim_the_same(cast: Cast) -> None:
    for _ in range(4):
        w.submitted(cast)
    claimed = at_once(*[sending.claim] * 8)
    assert not [c for c in claimed if isinstance(c, Exception)]
    keys = [c.pk for c in claimed if c is not None]
    assert len(keys) == len(set(keys)) == 8
