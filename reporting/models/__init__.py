"""Tables of reporting."""

from reporting.models.submissions import Submission, SubmissionState
from reporting.models.transmissions import (
    Receipt,
    Recipient,
    Transmission,
    TransmissionKind,
    TransmissionResult,
)

__all__ = [
    "Receipt",
    "Recipient",
    "Submission",
    "SubmissionState",
    "Transmission",
    "TransmissionKind",
    "TransmissionResult",
]
