"""Sends what waits: claim, call, settle, each on its own, so that a crash loses nothing.

A claim is a lease: a sender that died is followed by another when it has run out. The key of a
transmission never changes, so the other side knows the repeat of a call whose answer was lost. The
receipt is stored in the transaction that marks the row done.
"""

import logging
import random
import time
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts import clock
from accounts.actors import SYSTEM
from accounts.sealing.box import SealBroken
from accounts.services.locking import locked
from cases.documents.files import LetterDamaged
from reporting import events
from reporting.models import (
    Recipient,
    Submission,
    SubmissionState,
    Transmission,
    TransmissionKind,
    TransmissionResult,
)
from reporting.national.client import Accepted, Answer, CorrectionAsked, Failed, NationalSystem
from reporting.services import wire
from reporting.services.receipts import acknowledge_when_complete, removed, store_receipt
from reporting.services.unit import await_completion

logger = logging.getLogger(__name__)

LONGEST_WAIT = 600.0
TURN_SECONDS = 30.0
RECIPIENTS = {
    TransmissionKind.RECORD.value: Recipient.NATIONAL_SYSTEM,
    TransmissionKind.PACKAGE.value: Recipient.MOST,
}


def send_waiting() -> int:
    """Send what is due until nothing is, or the turn is over; how many calls were made."""
    calls, until = 0, time.monotonic() + TURN_SECONDS
    with NationalSystem(settings.NATIONAL_SYSTEM_URL, settings.NATIONAL_SYSTEM_TIMEOUT) as system:
        while time.monotonic() < until and (claimed := claim()) is not None:
            settle(claimed.pk, claimed.attempts, _call(system, claimed))
            calls += 1
    return calls


def _call(system: NationalSystem, transmission: Transmission) -> Answer:
    try:
        body = wire.outgoing(transmission)
    except wire.NotReady as missing:
        return Failed(str(missing), wait=5)
    except (LetterDamaged, SealBroken) as broken:
        return Failed(f"材料打不开（{type(broken).__name__}）", wait=60)
    return system.send(transmission.kind, transmission.key, body)


def claim() -> Transmission | None:
    """The next transmission due, leased to this sender; None when nothing is due."""
    moment = clock.now()
    # Looked at first without a transaction: on SQLite every one takes the write lock.
    return _claim(moment) if _due(moment).exists() else None


@transaction.atomic
def _claim(moment: datetime) -> Transmission | None:
    rows = _due(moment).order_by("next_at", "id")
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    found = rows.first()
    if found is None:
        return None
    # Longer than the call can take: connecting, sending and reading each have the time-out.
    lease = timedelta(seconds=3 * settings.NATIONAL_SYSTEM_TIMEOUT + 2)
    found.lease_until = moment + lease
    found.attempts += 1
    found.save(update_fields=["lease_until", "attempts"])
    return found


def _due(moment: datetime) -> QuerySet[Transmission]:
    """Open, due, claimed by nobody, and not to wait for another.

    A removal waits until everything else of its submission is settled; a re-submission waits for
    what it replaces, lest the older record arrive last.
    """
    waiting = Transmission.objects.filter(done_at=None)
    own = waiting.filter(submission=OuterRef("submission")).exclude(pk=OuterRef("pk"))
    before = waiting.filter(submission=OuterRef("submission__previous"))
    return (
        waiting.filter(Q(lease_until=None) | Q(lease_until__lt=moment), next_at__lte=moment)
        .exclude(Exists(own), kind=TransmissionKind.REMOVAL)
        .exclude(Exists(before))
    )


def settle(transmission_id: int, attempt: int, answer: Answer) -> None:
    """Store what came back to an attempt. An answer to an older attempt counts all the same."""
    if isinstance(answer, Failed):
        _postpone(transmission_id, attempt, answer)
        return
    with transaction.atomic():
        known = Transmission.objects.only("submission_id").get(pk=transmission_id)
        submission = locked(Submission, known.submission_id)
        transmission = locked(Transmission, transmission_id)
        if transmission.done_at is not None:
            return
        transmission.done_at = clock.now()
        transmission.lease_until = None
        transmission.answer = answer.answer
        transmission.last_error = ""
        if isinstance(answer, Accepted):
            transmission.result = TransmissionResult.ACCEPTED
            transmission.save()
            _accepted(submission, transmission, answer)
        else:
            transmission.result = TransmissionResult.CORRECTION
            transmission.save()
            _correction(submission, answer)


def _accepted(submission: Submission, transmission: Transmission, answer: Accepted) -> None:
    if transmission.kind == TransmissionKind.REMOVAL:
        if submission.state == SubmissionState.REMOVAL_DUE:
            removed(submission, SYSTEM, answer.received_on)
        return
    store_receipt(
        submission,
        recipient=RECIPIENTS[transmission.kind],
        on=answer.received_on,
        reference=answer.number,
    )
    if submission.state == SubmissionState.SUBMITTED:
        acknowledge_when_complete(submission)


def _correction(submission: Submission, answer: CorrectionAsked) -> None:
    if submission.state != SubmissionState.SUBMITTED:
        return
    submission.refuse()
    submission.returned_on = clock.today()
    submission.returned_because = "；".join(answer.elements) or "国家系统要求补正"
    submission.save()
    events.record("submission.correction_asked", actor=SYSTEM, subject=submission, on=submission)
    await_completion(submission, clock.today())


def _postpone(transmission_id: int, attempt: int, failure: Failed) -> None:
    # Only the latest attempt speaks for the row: a later one may be under way already.
    wait = max(failure.wait, back_off(attempt))
    Transmission.objects.filter(pk=transmission_id, attempts=attempt, done_at=None).update(
        lease_until=None,
        next_at=clock.now() + timedelta(seconds=wait),
        last_error=failure.reason[:300],
    )
    logger.info("transmission %s attempt %s failed", transmission_id, attempt)


def back_off(attempt: int) -> float:
    """Seconds to wait after an attempt: doubling from one second up, scattered by half."""
    longest = min(2.0 ** (attempt - 1), LONGEST_WAIT)
    return longest * random.uniform(0.5, 1.0)
