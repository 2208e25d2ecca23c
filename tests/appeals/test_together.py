"""Two people act on one appeal at the same moment: one wins, the other learns of it."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection

from accounts.audit.log import position
from accounts.refusals import Conflict, Refused
from appeals.models import Appeal, AppealState
from appeals.services.admission import admit_appeal, withdraw_appeal
from appeals.services.lodging import lodge_appeal
from cases.models import Deadline
from tests.appeals import world as w
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(day: date, *acts: Callable[[], object]) -> list[object]:
    """Run each in a thread with a connection of its own, released together; what each came to."""
    start = threading.Barrier(len(acts))
    results: list[object] = [None] * len(acts)

    def run(index: int, act: Callable[[], object]) -> None:
        try:
            with w.on(day):
                start.wait(10)
                results[index] = act()
        except Exception as failure:
            results[index] = failure
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(i, act)) for i, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def test_admitting_and_withdrawing_at_once_leaves_one_of_the_two_whole(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast))
    seen, officer = position(appeal.chain), cast.actor("officer")
    results = at_once(
        w.ADMITTED,
        lambda: admit_appeal(actor=officer, appeal_id=appeal.pk, on=w.ADMITTED, seen=seen),
        lambda: withdraw_appeal(actor=officer, appeal_id=appeal.pk, on=w.ADMITTED, seen=seen),
    )
    assert sum(isinstance(r, Conflict) for r in results) == 1, results
    admitted = w.fresh(appeal).state == AppealState.ADMITTED
    assert Deadline.objects.filter(rule="review").count() == int(admitted)
    assert w.untampered()


def test_the_same_appeal_written_down_twice_is_kept_once(cast: Cast) -> None:
    decision = w.served(cast).decision()
    officer = cast.actor("officer")

    def write() -> Appeal:
        return lodge_appeal(actor=officer, decision_id=decision.pk, petition=w.PETITION)

    results = at_once(w.LODGED, write, write)
    assert sum(isinstance(r, Refused) for r in results) == 1, results
    assert Appeal.objects.count() == 1
    assert w.untampered()
