"""The recipients' moves: receipts, the check, correction, and the release to the nation."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from cases.facts import acts_under
from cases.services.deadlines import start_clock
from reporting import events
from reporting.facts import by_department, filing_context, package_outcome
from reporting.models import Recipient, Submission
from reporting.national.wake import kick
from reporting.selectors.moves import stands
from reporting.services import transmissions
from reporting.services.opening import opened, possible
from reporting.services.receipts import removed, store_receipt
from reporting.services.unit import await_completion, hand_over, lawful, two_people, upward_done
from rules.outcome import error
from rules.procedure.filing import (
    CorrectionFacts,
    RemovalFacts,
    check_correction,
    check_removal,
)


@transaction.atomic
def confirm_superior(
    *, actor: Actor, submission_id: int, on: date, evidence: str, seen: int | None = None
) -> Submission:
    """The superior confirms the package; with the province's receipt it stops the unit's clock."""
    submission = opened("confirm-superior", actor=actor, submission_id=submission_id, seen=seen)
    _received(submission, actor, Recipient.SUPERIOR, on, evidence)
    upward_done(submission)
    return submission


@transaction.atomic
def receive_package(
    *, actor: Actor, submission_id: int, on: date, evidence: str, seen: int | None = None
) -> Submission:
    """The province confirms the package: its own ten working days start on this day (Art 36)."""
    submission = opened("receive", actor=actor, submission_id=submission_id, seen=seen)
    _received(submission, actor, Recipient.PROVINCE, on, evidence)
    submission.receive()
    submission.received_by_province = on
    submission.save()
    events.record("submission.received", actor=actor, subject=submission, on=submission, date=on)
    upward_done(submission)
    assert submission.province is not None
    start_clock(
        rule="submit_to_national",
        subject=submission,
        chain=submission.chain,
        unit=submission.province,
        start=on,
        own=acts_under(submission.province, submission.case, on),
    )
    return submission


@transaction.atomic
def return_package(
    *, actor: Actor, submission_id: int, on: date, missing: str, seen: int | None = None
) -> Submission:
    """Elements are missing: the unit is told which (84号 20). The clock runs on, unless the
    province counts from the completion (reading G10).
    """
    submission = opened("send-back", actor=actor, submission_id=submission_id, seen=seen)
    possible(on, "要求补正日期", submission.received_by_province, "收到日期")
    lawful(check_correction(CorrectionFacts(missing=missing)))
    submission.send_back()
    submission.returned_on = on
    submission.returned_because = missing.strip()
    submission.save()
    events.record("submission.returned", actor=actor, subject=submission, on=submission, date=on)
    await_completion(submission, on)
    return submission


@transaction.atomic
def approve_package(
    *, actor: Actor, submission_id: int, on: date, seen: int | None = None
) -> Submission:
    """The package and every element of the record are in order (84号 20)."""
    submission = opened("approve", actor=actor, submission_id=submission_id, seen=seen)
    latest = submission.corrected_on or submission.received_by_province
    possible(on, "审核日期", latest, "收到日期")
    lawful(package_outcome(submission, with_record=True))
    submission.approve()
    submission.checked_by_id = actor.user_id
    submission.checked_on = on
    submission.save()
    events.record("submission.checked", actor=actor, subject=submission, on=submission, date=on)
    return submission


@transaction.atomic
def submit_to_national(
    *, actor: Actor, submission_id: int, on: date, seen: int | None = None
) -> Submission:
    """A second provincial officer releases record and package to the nation (Art 36)."""
    submission = opened("submit", actor=actor, submission_id=submission_id, seen=seen)
    possible(on, "放行日期", submission.checked_on, "审核日期")
    two_people(submission.checked_by_id, actor)
    lawful(package_outcome(submission, with_record=True))
    return hand_over(submission, actor, on)


@transaction.atomic
def remove_record(
    *, actor: Actor, submission_id: int, on: date, seen: int | None = None
) -> Submission:
    """On the unit's application the record is taken out; without one there, the matter ends."""
    submission = opened("remove", actor=actor, submission_id=submission_id, seen=seen)
    possible(on, "办理日期", submission.removal_applied_on, "申请日期")
    facts = RemovalFacts(
        ground=submission.removal_ground,
        on=on,
        applied=submission.removal_applied_on is not None,
        documents=bool(submission.removal_papers),
        through_department=by_department(submission),
    )
    lawful(check_removal(facts, filing_context(submission)))
    if submission.direct:
        two_people(submission.removal_applied_by_id, actor)
    if stands(submission):
        transmissions.enqueue_removal(submission)
        name = "submission.removal_sent"
        events.record(name, actor=actor, subject=submission, on=submission, date=on)
        kick()
        return submission
    return removed(submission, actor, on)


def _received(
    submission: Submission, actor: Actor, recipient: Recipient, on: date, evidence: str
) -> None:
    possible(on, "收到日期", submission.released_on, "报送日期")
    if not evidence.strip():
        message = "收到日期停止和开始期限，请写明凭据（如收文号、签收单）。"
        raise Refused.because(error("evidence_missing", message, None))
    store_receipt(submission, recipient=recipient, on=on, actor=actor, evidence=evidence.strip())
