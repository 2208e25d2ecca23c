"""Work driven from committed events: at least once, each handler idempotent, nothing lost.

The event is the job. A handler subscribes to event names; the sweep looks for events of those
names that it has not done yet (not for ids above a mark: ids commit out of order), claims one
with a lease and runs it. A crash at any point leaves the claim to lapse and be taken again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from celery import current_app
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts import clock
from accounts.models import Event, Handling

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
LONGEST_WAIT = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A handler: its name, the events it is for, and what it does (safe to repeat)."""

    handler: str
    events: frozenset[str]
    run: Callable[[Event], None]


_subscriptions: dict[str, Subscription] = {}


def subscribe(handler: str, events: set[str], run: Callable[[Event], None]) -> None:
    """Register a handler; apps do so from AppConfig.ready."""
    _subscriptions[handler] = Subscription(handler, frozenset(events), run)


def subscriptions() -> tuple[Subscription, ...]:
    """Every registered handler."""
    return tuple(_subscriptions.values())


def kick() -> None:
    """Ask a worker to look now, once the transaction commits; the sweep is the safety net."""
    transaction.on_commit(_send, robust=True)


def _send() -> None:
    try:
        current_app.send_task("accounts.tasks.run_outbox", retry=False, expires=30)
    except Exception:  # a broker that is down must not undo what was committed
        logger.warning("broker unreachable; the sweep will pick the events up")


def waiting(subscription: Subscription, moment: datetime) -> QuerySet[Event]:
    """Committed events this handler has neither done nor claimed."""
    mine = Handling.objects.filter(event=OuterRef("pk"), handler=subscription.handler)
    settled = mine.filter(Q(done_at__isnull=False) | Q(lease_until__gt=moment))
    return Event.objects.filter(~Exists(settled), name__in=subscription.events).order_by("id")


def run_once(limit: int = 200) -> int:
    """Run what is waiting, every handler in turn; how many were done."""
    done = 0
    for subscription in subscriptions():
        for event in list(waiting(subscription, clock.now())[:limit]):
            done += _handle(subscription, event)
    return done


def drain(rounds: int = 50) -> int:
    """Run until nothing is waiting (events that handlers write included)."""
    total = 0
    for _ in range(rounds):
        done = run_once()
        total += done
        if not done:
            break
    return total


def _handle(subscription: Subscription, event: Event) -> bool:
    claim = _claim(subscription, event)
    if claim is None:
        return False
    try:
        subscription.run(event)
    except Exception as failure:  # every failure is kept and tried again later
        _postpone(claim, failure)
        logger.exception("handler %s failed on event %s", subscription.handler, event.pk)
        return False
    Handling.objects.filter(pk=claim.pk).update(done_at=clock.now(), last_error="")
    return True


def _claim(subscription: Subscription, event: Event) -> Handling | None:
    moment = clock.now()
    claim = Handling.objects.filter(event=event, handler=subscription.handler).first()
    if claim is None:
        try:
            with transaction.atomic():
                return Handling.objects.create(
                    event=event,
                    handler=subscription.handler,
                    lease_until=moment + LEASE,
                    attempts=1,
                )
        except IntegrityError:
            return None
    taken = Handling.objects.filter(
        pk=claim.pk, done_at__isnull=True, lease_until=claim.lease_until
    ).update(lease_until=moment + LEASE, attempts=claim.attempts + 1)
    claim.attempts += 1
    return claim if taken else None


def _postpone(claim: Handling, failure: Exception) -> None:
    wait = min(timedelta(seconds=2 ** min(claim.attempts, 9)), LONGEST_WAIT)
    Handling.objects.filter(pk=claim.pk).update(
        lease_until=clock.now() + wait, last_error=f"{type(failure).__name__}: {failure}"[:500]
    )
