"""What goes over the wire: fixed when it is released, so that every repeat says the same.

The identity number stays sealed in the row and is opened only for the call; the decision letter is
attached to the call from its own file.
"""

import base64
from typing import Any

from accounts.sealing import Sealed, open_sealed
from cases.documents import files
from cases.models import REPORT_PARTS, Document, DocumentState, PartyKind
from reporting.facts import letter_of, report_of
from reporting.models import Receipt, Recipient, Submission, Transmission, TransmissionKind


class NotReady(RuntimeError):
    """Something the call needs is not there yet; the message says what."""


def record_body(submission: Submission) -> dict[str, Any]:
    """The data record of the decision (Art 36)."""
    decision = submission.decision
    ends = submission.term_ends_on
    return {
        "decision_number": decision.number,
        "decided_by": decision.organisation.name,
        "decided_by_code": decision.organisation.credit_code,
        "effective_on": submission.effective_on.isoformat(),
        "ends_on": ends.isoformat() if ends else None,
        "conduct": list(decision.finding.conduct),
        "severity": decision.severity,
        "measures": [
            {"item": m.item, "years": m.years, "months": m.months, "permanent": m.permanent}
            for m in decision.measures.all()
        ],
        "respondent": _respondent(submission),
        "replaces": record_number(submission.previous) if submission.previous else "",
    }


def package_body(submission: Submission) -> dict[str, Any]:
    """The decision letter (by its file) and the report (its seven parts)."""
    letter, report = letter_of(submission.decision), report_of(submission.case)
    if letter is None or report is None:
        raise NotReady("缺处理决定书或调查报告")
    return {
        "decision_number": submission.decision.number,
        "decision": {"document": letter.pk, "number": letter.number},
        "investigation_report": {
            "formed_on": report.formed_on.isoformat() if report.formed_on else None,
            **{part: getattr(report, part) for part in REPORT_PARTS},
        },
    }


def removal_body(submission: Submission) -> dict[str, Any]:
    """The application to take the record out (84号 21)."""
    return {"record_number": record_number(submission), "reason": submission.removal_reason}


def record_number(submission: Submission) -> str:
    """The number the national system gave the record; empty while there is none."""
    receipt = Receipt.objects.filter(
        submission=submission, recipient=Recipient.NATIONAL_SYSTEM
    ).first()
    return receipt.reference if receipt is not None else ""


def outgoing(transmission: Transmission) -> dict[str, Any]:
    """The body as it is sent now. Raises NotReady, LetterDamaged, SealBroken."""
    body: dict[str, Any] = dict(transmission.body)
    if transmission.kind == TransmissionKind.RECORD:
        person = dict(body["respondent"])
        person["id_number"] = open_sealed(Sealed(person["id_number"]))
        body["respondent"] = person
    elif transmission.kind == TransmissionKind.PACKAGE:
        body["decision"] = _with_file(body["decision"])
    elif not body["record_number"]:
        # The record was still under way when its removal was released.
        body["record_number"] = record_number(transmission.submission)
    return body


def _with_file(decision: dict[str, Any]) -> dict[str, Any]:
    letter = Document.objects.get(pk=decision["document"])
    if letter.state != DocumentState.RENDERED:
        raise NotReady("处理决定书的PDF还没有生成")
    content = files.read(letter.file.name or "", letter.sha256)
    return {
        "number": decision["number"],
        "sha256": letter.sha256,
        "pdf": base64.b64encode(content).decode("ascii"),
    }


def _respondent(submission: Submission) -> dict[str, str]:
    respondent = submission.decision.respondent
    unit = respondent.unit.name if respondent.unit else respondent.unit_name
    own = respondent.kind == PartyKind.ORGANISATION
    return {
        "kind": "organisation" if own else "person",
        "name": respondent.name,
        "unit": unit,
        "id_number": respondent.id_number.token,
        "credit_code": respondent.credit_code,
    }
