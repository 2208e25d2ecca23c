"""The unit's moves: the package is confirmed by one person and released by another (Art 36)."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from cases.services.deadlines import begin_anew, stop_clock
from reporting import events
from reporting.facts import ONWARD, applicant, moved, package_outcome
from reporting.models import Submission
from reporting.national.wake import kick
from reporting.services import transmissions
from reporting.services.opening import opened, possible
from rules.law import S84, cite
from rules.outcome import Outcome, error
from rules.procedure.filing import ReleaseFacts, check_release

_COMPLETE = cite(S84, 20, "对要素不齐全的，应当及时告知并要求补正")


@transaction.atomic
def confirm_package(
    *, actor: Actor, submission_id: int, on: date, seen: int | None = None
) -> Submission:
    """The preparer confirms that decision letter and report are there (a department: the record).

    Confirming again, by whoever, makes that person the preparer.
    """
    submission = opened("confirm-package", actor=actor, submission_id=submission_id, seen=seen)
    possible(on, "备齐日期", submission.effective_on, "决定生效日期")
    lawful(package_outcome(submission, with_record=submission.direct))
    submission.prepared_by_id = actor.user_id
    submission.prepared_on = on
    submission.save()
    events.record(
        "submission.package_confirmed", actor=actor, subject=submission, on=submission, date=on
    )
    return submission


@transaction.atomic
def release_package(
    *, actor: Actor, submission_id: int, on: date, seen: int | None = None
) -> Submission:
    """A second person releases the package to the recipients; their receipts stop the clock."""
    submission = opened("release", actor=actor, submission_id=submission_id, seen=seen)
    possible(on, "报送日期", submission.prepared_on, "备齐日期")
    two_people(submission.prepared_by_id, actor)
    lawful(package_outcome(submission, with_record=submission.direct))
    submission.release()
    submission.released_by_id = actor.user_id
    submission.released_on = on
    submission.save()
    events.record("submission.released", actor=actor, subject=submission, on=submission, date=on)
    return submission


@transaction.atomic
def complete_elements(
    *, actor: Actor, submission_id: int, on: date, corrected: str, seen: int | None = None
) -> Submission:
    """What was asked for is completed (84号 20). The clock of the province begins anew only where
    it counts from the completion (reading G10).
    """
    submission = opened("complete", actor=actor, submission_id=submission_id, seen=seen)
    possible(on, "补正日期", submission.returned_on, "要求补正日期")
    if not corrected.strip():
        raise Refused.because(
            error("corrected_missing", "请写明补正了哪些要素；写明后才能再次报送。", _COMPLETE)
        )
    lawful(package_outcome(submission, with_record=True))
    if submission.direct:
        submission.amend()
    else:
        submission.complete()
    submission.corrected = corrected.strip()
    submission.corrected_on = on
    submission.save()
    events.record("submission.completed", actor=actor, subject=submission, on=submission, date=on)
    if not submission.direct and moved(submission):
        begin_anew(rule=ONWARD, subject=submission, start=on)
    return submission


@transaction.atomic
def submit_direct(
    *, actor: Actor, submission_id: int, on: date, seen: int | None = None
) -> Submission:
    """A State Council department sends record and package itself, in one hop (Art 36)."""
    submission = opened("submit-direct", actor=actor, submission_id=submission_id, seen=seen)
    possible(on, "汇交日期", submission.released_on, "放行日期")
    two_people(submission.prepared_by_id, actor)
    lawful(package_outcome(submission, with_record=True))
    return hand_over(submission, actor, on)


@transaction.atomic
def apply_removal(
    *, actor: Actor, submission_id: int, on: date, papers: str, seen: int | None = None
) -> Submission:
    """Who applies for the removal hands in the papers (84号 21, reading C18)."""
    submission = opened("apply-removal", actor=actor, submission_id=submission_id, seen=seen)
    possible(on, "申请日期", submission.effective_on, "决定生效日期")
    if not papers.strip():
        words = cite(S84, 21, "按照程序及时向省科技厅提交相关资料")
        raise Refused.because(
            error("papers_missing", "请写明提交的资料，如撤销决定的文号。", words)
        )
    submission.removal_applied_on = on
    submission.removal_applied_by_id = actor.user_id
    submission.removal_papers = papers.strip()
    submission.removal_by = applicant(submission)
    submission.save()
    events.record(
        "submission.removal_applied", actor=actor, subject=submission, on=submission, date=on
    )
    return submission


def hand_over(submission: Submission, actor: Actor, on: date) -> Submission:
    """Release record and package to the national side: rows to send, sent after the commit."""
    submission.submit()
    submission.submitted_by_id = actor.user_id
    submission.submitted_on = on
    transmissions.enqueue_filing(submission)
    submission.save()
    events.record("submission.submitted", actor=actor, subject=submission, on=submission, date=on)
    kick()
    return submission


def await_completion(submission: Submission, on: date) -> None:
    """Stop the province's ten days until the unit completes, where they are counted from there."""
    if not submission.direct and moved(submission):
        how = "要求补正，自补正完成之日重新起算"
        stop_clock(rule=ONWARD, subject=submission, on=on, how=how)


def two_people(preparer: int | None, actor: Actor) -> None:
    """Refuse when the one who prepared also releases."""
    assert actor.user_id is not None
    lawful(check_release(ReleaseFacts(preparer=preparer, releaser=actor.user_id)))


def lawful(outcome: Outcome) -> None:
    """Go on only if the rules allow."""
    if not outcome.allowed:
        raise Refused(outcome)


def upward_done(submission: Submission) -> None:
    """Stop the unit's clock when every recipient of the first hop has confirmed (Art 36)."""
    awaited = {"province", "superior"} if submission.superior_id else {"province"}
    receipts = {r.recipient: r.received_on for r in submission.receipts.all()}
    if awaited <= receipts.keys():
        stop_clock(
            rule="report_upward",
            subject=submission,
            on=max(receipts[name] for name in awaited),
            how="收件方均已确认收到",
        )
