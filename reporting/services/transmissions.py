"""What is to be sent to the national side: rows made when it is released.

The row is the job; the message to the worker (``reporting.national.wake``) only wakes it.
"""

import uuid
from typing import Any

from accounts import clock
from reporting.models import Submission, Transmission, TransmissionKind, TransmissionResult
from reporting.services import wire


def enqueue_filing(submission: Submission) -> None:
    """Rows for what has no receipt yet: the record and the package. Under the submission's lock."""
    record = wire.record_body(submission)
    submission.record = {k: v for k, v in record.items() if k != "respondent"}
    bodies = {
        TransmissionKind.RECORD: record,
        TransmissionKind.PACKAGE: wire.package_body(submission),
    }
    for kind, body in bodies.items():
        settled = submission.transmissions.filter(kind=kind).exclude(
            result=TransmissionResult.CORRECTION
        )
        if not settled.exists():
            _enqueue(submission, kind, body)


def enqueue_removal(submission: Submission) -> None:
    """A row for the removal. Under the submission's lock."""
    _enqueue(submission, TransmissionKind.REMOVAL, wire.removal_body(submission))


def _enqueue(submission: Submission, kind: TransmissionKind, body: dict[str, Any]) -> None:
    Transmission.objects.create(
        submission=submission,
        kind=kind,
        round=submission.transmissions.filter(kind=kind).count() + 1,
        key=uuid.uuid4().hex,
        body=body,
        next_at=clock.now(),
    )
