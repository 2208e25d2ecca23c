"""When the decision falls: the filing lapses, or its record is to come out (84号 21)."""

from datetime import date

from django.db import transaction

from accounts import clock
from accounts.actors import SYSTEM
from accounts.services.locking import locked
from cases.models import Decision, DecisionState
from cases.services.deadlines import stop_clock
from reporting import events
from reporting.facts import outlived
from reporting.models import Submission, SubmissionState, TransmissionResult
from reporting.selectors.moves import BEFORE_NATIONAL, stands
from rules.procedure.filing import RemovalFacts, check_removal

CLOCKS = ("report_upward", "submit_to_national", "submit_direct")
GONE = (SubmissionState.REMOVAL_DUE, SubmissionState.REMOVED)


@transaction.atomic
def revoked(*, decision_id: int) -> None:
    """The decision was revoked: what was filed is to be taken back.

    A filing still inside the unit lapses; from then on the recipients must be told, so the unit
    applies for removal and the province confirms.
    """
    submission = _of(decision_id)
    if submission is None or submission.decision.state != DecisionState.REVOKED:
        return
    if submission.state == SubmissionState.PREPARED:
        _lapse(submission, "处理决定已撤销，没有报送")
    else:
        _call_back(submission, "revoked", "处理决定被撤销")


@transaction.atomic
def varied(*, decision_id: int) -> None:
    """The decision was varied: what has not reached the nation lapses, for the new one is filed.

    A record that stands there stays until that of the new decision takes its place.
    """
    submission = _of(decision_id)
    if submission is None or submission.decision.state != DecisionState.VARIED:
        return
    if submission.state in BEFORE_NATIONAL and not stands(submission):
        _lapse(submission, "处理决定已变更，按原程序重新汇交")


def no_longer_required(submission: Submission) -> None:
    """The new decision needs no record: the old one comes out. In the caller's transaction."""
    submission = locked(Submission, submission.pk)
    if submission.state in GONE:
        return
    if submission.state in BEFORE_NATIONAL and not stands(submission):
        _lapse(submission, "处理决定已变更，变更后不须汇交")
    else:
        _call_back(submission, "void", "处理决定已变更，变更后不须记入数据库")


@transaction.atomic
def expired(*, decision_id: int) -> None:
    """The longest term has run: the national system takes the record out by itself, unless the
    decision states another end for it. What is still under way there is ended when its receipts
    come.
    """
    submission = _of(decision_id)
    if submission is None or submission.decision.state != DecisionState.EXPIRED:
        return
    if submission.state == SubmissionState.ACKNOWLEDGED:
        term_over(submission)
        return
    waits = submission.state in BEFORE_NATIONAL and not stands(submission)
    if waits and not outlived(submission):
        _lapse(submission, "处理决定期限届满，没有汇交")


def records_due() -> int:
    """End every record in the national system whose own last day has passed; how many."""
    standing = Submission.objects.filter(
        state=SubmissionState.ACKNOWLEDGED, term_ends_on__lt=clock.today()
    )
    return sum(_end(pk) for pk in list(standing.values_list("pk", flat=True)))


@transaction.atomic
def _end(submission_id: int) -> bool:
    submission = locked(Submission, submission_id)
    if submission.state != SubmissionState.ACKNOWLEDGED:
        return False
    term_over(submission)
    return bool(submission.state == SubmissionState.REMOVED)


def term_over(submission: Submission) -> None:
    """Note the automatic removal. In the caller's transaction, under the submission's lock."""
    ends, today = submission.term_ends_on, clock.today()
    # Which of the two ends it is was read when the filing was prepared (term_of_13).
    facts = RemovalFacts(ground="expired", on=today, ends_on=ends, stated_end=ends)
    if not check_removal(facts).allowed:
        return
    submission.call_back()
    submission.remove()
    submission.removal_ground = "expired"
    _close(submission, "处理决定期限届满，自动移出", today)
    events.record("submission.expired", actor=SYSTEM, subject=submission, on=submission, ended=ends)


def superseded(submission: Submission, on: date) -> None:
    """The record of the varied decision is in: this one's place is taken."""
    submission = locked(Submission, submission.pk)
    if submission.state == SubmissionState.REMOVED:
        return
    submission.supersede()
    _close(submission, "处理决定已变更，由重新汇交的数据取代", on)
    events.record("submission.superseded", actor=SYSTEM, subject=submission, on=submission)


def _of(decision_id: int) -> Submission | None:
    decision = locked(Decision, decision_id)
    found = Submission.objects.filter(decision=decision).exclude(state__in=GONE).first()
    return None if found is None else locked(Submission, found.pk)


def _lapse(submission: Submission, reason: str) -> None:
    submission.lapse()
    _close(submission, reason, clock.today())
    events.record("submission.lapsed", actor=SYSTEM, subject=submission, on=submission)


def _call_back(submission: Submission, ground: str, reason: str) -> None:
    # What was never tried cannot be there; what was tried is finished first, then taken out.
    submission.transmissions.filter(done_at=None, attempts=0).update(
        done_at=clock.now(), result=TransmissionResult.WITHDRAWN
    )
    submission.call_back()
    submission.removal_ground = ground
    submission.removal_reason = reason
    submission.save()
    _stop_clocks(submission, clock.today(), reason)
    events.record("submission.removal_due", actor=SYSTEM, subject=submission, on=submission)


def _close(submission: Submission, reason: str, on: date) -> None:
    submission.removal_reason = reason
    submission.removed_on = on
    submission.save()
    _stop_clocks(submission, on, reason)


def _stop_clocks(submission: Submission, on: date, how: str) -> None:
    for rule in CLOCKS:
        stop_clock(rule=rule, subject=submission, on=on, how=how)
