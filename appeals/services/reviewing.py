"""The review itself: another team or a third party, and the answer to every reason (Art 41–44)."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.models import User
from accounts.refusals import Refused
from accounts.roles import Role
from accounts.selectors.people import holders
from appeals import events
from appeals.facts import appeal_context, team_facts
from appeals.models import Appeal, ReviewMember
from appeals.services.handling import opened, possible, seal
from cases.models import Duty, Participant, RecusalStatement
from cases.services.handling import allow
from rules.law import N221, cite
from rules.outcome import Outcome, error
from rules.procedure.appeals import check_review_team

REVIEWING_ROLES = (Role.REVIEWER, Role.INVESTIGATOR, Role.SUPERIOR_OFFICER)
RECUSED = cite(N221, 45, "不得参与调查处理工作，应主动申请回避")


@transaction.atomic
def begin_review(
    *,
    actor: Actor,
    appeal_id: int,
    member_ids: Sequence[int],
    on: date,
    third_party: str = "",
    third_party_papers: str = "",
    seen: int | None = None,
) -> Appeal:
    """Set up another team, or commission a third party under its confidentiality papers.

    Nobody of it took part in the first investigation, at the second level not in the review
    either. Each member signs the statement for the case before reading it (Art 44, 45).
    """
    appeal = opened("begin", actor=actor, appeal_id=appeal_id, seen=seen)
    possible(on, "开始日期", appeal.decided_admission_on, "决定受理日期")
    members = frozenset(member_ids)
    facts = team_facts(appeal, members, third_party, third_party_papers)
    allow(check_review_team(facts, appeal_context(appeal)))
    appeal.begin()
    appeal.began_on = on
    appeal.third_party = third_party.strip()
    appeal.third_party_papers = third_party_papers.strip()
    appeal.save()
    events.record("appeal.begun", actor=actor, subject=appeal, on=appeal, members=sorted(members))
    for user in _eligible(appeal, members):
        _join(appeal, user, actor, on)
    return appeal


@transaction.atomic
def change_team(
    *, actor: Actor, appeal_id: int, member_ids: Sequence[int], on: date, seen: int | None = None
) -> Appeal:
    """Let people join or leave a review at work, such as one who must stand aside (Art 45)."""
    appeal = opened("team", actor=actor, appeal_id=appeal_id, seen=seen)
    possible(on, "调整日期", appeal.began_on, "开始日期")
    members = frozenset(member_ids)
    facts = team_facts(appeal, members, appeal.third_party, appeal.third_party_papers)
    allow(check_review_team(facts, appeal_context(appeal)))
    now = {member.user_id: member for member in appeal.members.filter(until=None)}
    events.record(
        "appeal.team_changed", actor=actor, subject=appeal, on=appeal, members=sorted(members)
    )
    for user_id, member in now.items():
        if user_id not in members:
            _leave(appeal, member, actor, on)
    for user in _eligible(appeal, members - now.keys()):
        _join(appeal, user, actor, on)
    return appeal


def team_outcome(appeal: Appeal) -> Outcome:
    """What the rules say of the team as it is now, for the page."""
    members = frozenset(appeal.members.filter(until=None).values_list("user_id", flat=True))
    facts = team_facts(appeal, members, appeal.third_party, appeal.third_party_papers)
    return check_review_team(facts, appeal_context(appeal))


@transaction.atomic
def answer_reasons(
    *, actor: Actor, appeal_id: int, answers: Mapping[int, str], seen: int | None = None
) -> Appeal:
    """Write answers to the appellant's reasons, by the id of the reason (Art 43)."""
    appeal = opened("answer", actor=actor, appeal_id=appeal_id, seen=seen)
    for reason in appeal.reasons.all():
        said = answers.get(reason.pk, reason.answer).strip()
        if said == reason.answer:
            continue
        reason.answer = said
        reason.save()
        events.record("appeal.answered", actor=actor, subject=reason, on=appeal, reason=reason.pk)
    return appeal


def _eligible(appeal: Appeal, member_ids: frozenset[int]) -> list[User]:
    """The people themselves; each reviews for this body and declared no relation (Art 45)."""
    able = {user.pk: user for user in holders(appeal.organisation_id, *REVIEWING_ROLES)}
    if member_ids - able.keys():
        message = f"{appeal.word}人员应是{appeal.organisation.name}的复查、调查人员。"
        raise Refused.plainly("not_a_reviewer", message)
    statements = RecusalStatement.objects.filter(case=appeal.case, user__in=member_ids)
    recused = [able[s.user_id].name for s in statements if s.conflicted]
    if recused:
        message = f"{'、'.join(recused)}声明了应当回避的情形，不得参与{appeal.word}；请另选人员。"
        raise Refused.because(error("recused", message, RECUSED))
    return [able[pk] for pk in sorted(member_ids)]


def _join(appeal: Appeal, user: User, actor: Actor, on: date) -> None:
    seal(ReviewMember.objects.create(appeal=appeal, user=user, since=on), appeal, actor)
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


def _leave(appeal: Appeal, member: ReviewMember, actor: Actor, on: date) -> None:
    member.until = on
    member.save()
    seal(member, appeal, actor)
    elsewhere = ReviewMember.objects.filter(
        appeal__case=appeal.case, user_id=member.user_id, until=None
    )
    if elsewhere.exists():
        return
    for part in Participant.objects.filter(
        case=appeal.case, user_id=member.user_id, duty=Duty.REVIEWER, until=None
    ):
        part.until, part.end_reason = on, f"退出{appeal.word}"
        part.save()
        events.record("case.participant_ended", actor=actor, subject=part, on=appeal.case)
