"""The review itself: another team, an answer to every reason, the opinion and what follows."""

from collections.abc import Mapping, Sequence
from datetime import date

from cases.services.corrections import reopen_after_revocation, revoke_decision, vary_decision
from django.db import transaction
from rules.procedure.appeals import OpinionFacts, ReviewTeamFacts, check_opinion, check_review_team

from accounts.actors import Actor
from accounts.models import User
from accounts.refusals import Refused
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from appeals import events
from appeals.models import Appeal, AppealLevel, AppealOutcome, ReviewMember
from cases.models import Duty, Participant
from cases.services.dates import not_before, not_future
from cases.services.deadlines import stop_clock


@transaction.atomic
def begin_review(
    *,
    actor: Actor,
    appeal_id: int,
    member_ids: Sequence[int],
    on: date,
    third_party: str = "",
    seen: int | None = None,
) -> Appeal:
    """Set up another team, or commission a third party (Art 41)."""
    appeal = locked(Appeal, appeal_id)
    unchanged_since(appeal.chain, seen)
    require("appeal.decide_admission", actor, appeal)
    _must_be(appeal, "admitted", "先决定受理，才能组织复查、复核。")
    not_future(on, "开始日期")
    if appeal.decided_admission_on:
        not_before(on, appeal.decided_admission_on, "开始日期", "决定受理日期")
    first_team = frozenset(
        Participant.objects.filter(case=appeal.case)
        .exclude(duty=Duty.REVIEWER)
        .values_list("user_id", flat=True)
    )
    if appeal.first is not None:
        first_team |= frozenset(appeal.first.members.values_list("user_id", flat=True))
    facts = ReviewTeamFacts(
        first_team=first_team,
        second_team=frozenset(member_ids),
        third_party=bool(third_party.strip()),
    )
    outcome = check_review_team(facts)
    if not outcome.allowed:
        raise Refused(outcome)
    for user in User.objects.filter(pk__in=member_ids):
        ReviewMember.objects.create(appeal=appeal, user=user, since=on)
        _admit_to_file(appeal, user, actor, on)
    appeal.begin()
    appeal.began_on = on
    appeal.save()
    events.record("appeal.begun", actor=actor, subject=appeal, on=appeal, members=list(member_ids))
    return appeal


@transaction.atomic
def answer_reasons(
    *, actor: Actor, appeal_id: int, answers: Mapping[int, str], seen: int | None = None
) -> Appeal:
    """Write the answer to each of the appellant's reasons (Art 43)."""
    appeal = locked(Appeal, appeal_id)
    unchanged_since(appeal.chain, seen)
    require("appeal.review", actor, appeal)
    _must_be(appeal, "under_review", "复查、复核开始后才能答复申诉理由。")
    for reason in appeal.reasons.all():
        if reason.pk in answers:
            reason.answer = answers[reason.pk].strip()
            reason.save(update_fields=["answer"])
    events.record("appeal.answered", actor=actor, subject=appeal, on=appeal)
    return appeal


@transaction.atomic
def decide_appeal(
    *,
    actor: Actor,
    appeal_id: int,
    outcome: str,
    opinion: str,
    on: date,
    seen: int | None = None,
) -> Appeal:
    """Give the opinion; a decision that falls is revoked or varied in the same transaction."""
    appeal = locked(Appeal, appeal_id)
    unchanged_since(appeal.chain, seen)
    require("appeal.conclude", actor, appeal)
    _must_be(appeal, "under_review", "复查、复核开始后才能出具意见书。")
    not_future(on, "作出意见日期")
    if appeal.began_on:
        not_before(on, appeal.began_on, "作出意见日期", "开始日期")
    answers = {r.pk: r.answer for r in appeal.reasons.all()}
    judged = check_opinion(OpinionFacts(answers=tuple(answers.values()), opinion=opinion))
    if not judged.allowed:
        raise Refused(judged)
    appeal.decide()
    appeal.outcome, appeal.opinion = AppealOutcome(outcome), opinion.strip()
    appeal.decided_on, appeal.decided_by_id = on, actor.user_id
    appeal.save()
    events.record("appeal.decided", actor=actor, subject=appeal, on=appeal, outcome=outcome)
    rule = "review" if appeal.level == AppealLevel.REVIEW else "re_review"
    stop_clock(rule=rule, subject=appeal, on=on, how="出具意见书")
    _carry_out(appeal, actor, on)
    return appeal


def _carry_out(appeal: Appeal, actor: Actor, on: date) -> None:
    reason = f"{appeal.get_level_display()}，{appeal.number}"  # type: ignore[attr-defined]
    if appeal.outcome == AppealOutcome.VARIED:
        vary_decision(actor=actor, decision=appeal.decision, on=on, reason=reason)
    elif appeal.outcome == AppealOutcome.REVOKED:
        revoke_decision(actor=actor, decision=appeal.decision, on=on, reason=reason)
    elif appeal.outcome == AppealOutcome.SENT_BACK:
        revoke_decision(actor=actor, decision=appeal.decision, on=on, reason=reason)
        reopen_after_revocation(actor=actor, decision=appeal.decision, on=on, reason=reason)


def _must_be(appeal: Appeal, state: str, otherwise: str) -> None:
    if appeal.state != state:
        shown = appeal.get_state_display()  # type: ignore[attr-defined]
        raise Refused.plainly("not_now", f"申诉现在是「{shown}」。{otherwise}")


def _admit_to_file(appeal: Appeal, user: User, actor: Actor, on: date) -> None:
    """A reviewer reads the file; the papers of Art 44 and 45 are still to be signed."""
    part, made = Participant.objects.get_or_create(
        case=appeal.case,
        user=user,
        duty=Duty.REVIEWER,
        until=None,
        defaults={"organisation": appeal.organisation, "since": on},
    )
    if made:
        events.record(
            "case.participant_added", actor=actor, subject=part, on=appeal.case, duty=part.duty
        )
