"""The outbox: every committed event is handled, once, whatever dies on the way."""

from datetime import timedelta

import pytest
from django.db import transaction

from accounts import clock, outbox
from accounts.audit import log
from accounts.models import Event, Handling
from fixtures.demo.units import UNIVERSITY

pytestmark = pytest.mark.django_db


@pytest.fixture
def handler(monkeypatch):
    """A handler of its own for ``test.happened``; what it saw."""
    monkeypatch.setattr(outbox, "_subscriptions", {})
    seen: list[int] = []
    outbox.subscribe("test.handler", {"test.happened"}, lambda event: seen.append(event.pk))
    return seen


def happen(cast, name="test.happened") -> Event:
    with transaction.atomic():
        return log.append(
            chain="case:1", name=name, actor=cast.actor("officer"), subject=cast.unit(UNIVERSITY)
        )


def test_an_event_is_handled_once_however_often_the_sweep_runs(cast, handler):
    event = happen(cast)
    assert outbox.run_once() == 1
    assert outbox.run_once() == 0
    assert handler == [event.pk]


def test_only_events_of_the_handlers_names_are_its_own(cast, handler):
    happen(cast, "test.other")
    assert outbox.run_once() == 0


def test_what_was_rolled_back_is_never_handled(cast, handler):
    with pytest.raises(RuntimeError), transaction.atomic():
        happen(cast)
        raise RuntimeError
    assert outbox.run_once() == 0


def test_a_failure_is_kept_and_tried_again_after_a_wait(cast, monkeypatch):
    monkeypatch.setattr(outbox, "_subscriptions", {})
    tries: list[int] = []

    def fail_once(event: Event) -> None:
        tries.append(event.pk)
        if len(tries) == 1:
            raise ConnectionError("nobody there")

    outbox.subscribe("test.handler", {"test.happened"}, fail_once)
    happen(cast)
    assert outbox.run_once() == 0
    assert "nobody there" in Handling.objects.get().last_error
    assert outbox.run_once() == 0
    with clock.at(clock.now() + timedelta(minutes=10)):
        assert outbox.run_once() == 1
    assert len(tries) == 2


def test_a_worker_that_died_at_work_leaves_its_claim_to_lapse(cast, handler):
    event = happen(cast)
    Handling.objects.create(
        event=event,
        handler="test.handler",
        lease_until=clock.now() + timedelta(seconds=30),
        attempts=1,
    )
    assert outbox.run_once() == 0
    with clock.at(clock.now() + timedelta(minutes=2)):
        assert outbox.run_once() == 1
    assert handler == [event.pk]


def test_an_event_that_commits_late_with_a_low_id_is_not_passed_over(cast, handler):
    first, second = happen(cast), happen(cast)
    Handling.objects.create(
        event=second, handler="test.handler", lease_until=clock.now(), attempts=1,
        done_at=clock.now(),
    )  # fmt: skip
    outbox.run_once()
    assert handler == [first.pk]
