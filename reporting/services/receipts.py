"""What recipients confirmed, and the two ends of a filing: acknowledged, removed."""

from datetime import date

from accounts import clock
from accounts.actors import SYSTEM, Actor
from cases.services.deadlines import stop_clock
from reporting import events
from reporting.models import Receipt, Recipient, Submission
from reporting.services import falling

NATIONAL = (Recipient.NATIONAL_SYSTEM, Recipient.MOST)


def removed(submission: Submission, actor: Actor, on: date) -> Submission:
    """Nothing of it is left in the national system. In the caller's transaction."""
    submission.remove()
    submission.removed_on = on
    submission.save()
    events.record("submission.removed", actor=actor, subject=submission, on=submission, date=on)
    return submission


def store_receipt(
    submission: Submission,
    *,
    recipient: Recipient,
    on: date,
    actor: Actor = SYSTEM,
    reference: str = "",
    evidence: str = "",
) -> Receipt:
    """Keep a receipt for good, once for each recipient. In the caller's transaction."""
    receipt, made = Receipt.objects.get_or_create(
        submission=submission,
        recipient=recipient,
        defaults={
            "received_on": on,
            "reference": reference,
            "evidence": evidence,
            "confirmed_by_id": actor.user_id,
            "recorded_at": clock.now(),
        },
    )
    if made:
        name = f"submission.receipt.{recipient.value}"
        events.record(name, actor=actor, subject=receipt, on=submission, date=on)
    return receipt


def acknowledge_when_complete(submission: Submission) -> bool:
    """With both receipts of the national side the filing is done and its clock stops (Art 36).

    In the caller's transaction, under the submission's lock.
    """
    found = {r.recipient: r for r in submission.receipts.filter(recipient__in=NATIONAL)}
    if len(found) < len(NATIONAL):
        return False
    on = max(receipt.received_on for receipt in found.values())
    submission.acknowledge()
    submission.acknowledged_on = on
    submission.record_number = found[Recipient.NATIONAL_SYSTEM].reference
    submission.save()
    events.record("submission.acknowledged", actor=SYSTEM, subject=submission, on=submission)
    rule = "submit_direct" if submission.direct else "submit_to_national"
    stop_clock(rule=rule, subject=submission, on=on, how="国家系统和科技部均已回执")
    if submission.previous is not None:
        falling.superseded(submission.previous, on)
    falling.term_over(submission)
    return True
