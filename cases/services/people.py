"""Who takes part in a case, and the papers each signs before its content opens (Art 44, 45)."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from accounts import clock
from accounts.actors import SYSTEM, Actor
from accounts.models import User
from accounts.refusals import Refused
from accounts.sealing import blind_index
from accounts.services.agreements import sign_agreement
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from cases import events
from cases.models import INVESTIGATING_DUTIES, Case, Duty, Participant, RecusalStatement, Relation
from cases.services.dates import not_before, not_future
from rules.law import N221, cite
from rules.outcome import error

ROLE_OF_DUTY = {
    Duty.OFFICER: "officer",
    Duty.LEAD_INVESTIGATOR: "investigator",
    Duty.INVESTIGATOR: "investigator",
    Duty.EXPERT: "expert",
    Duty.REVIEWER: "reviewer",
}


@transaction.atomic
def add_participant(
    *,
    actor: Actor,
    case_id: int,
    user_id: int,
    duty: str,
    since: date,
    seen: int | None = None,
) -> Participant:
    """Give a person a part in the case. A party to it, or one who declared a relation, has none."""
    case = locked(Case, case_id)
    unchanged_since(case.chain, seen)
    require("case.run", actor, case)
    not_future(since, "参加日期")
    user = User.objects.get(pk=user_id)
    _eligible(case, user, Duty(duty))
    participant, made = Participant.objects.get_or_create(
        case=case,
        user=user,
        duty=duty,
        until=None,
        defaults={"organisation_id": actor.unit, "since": since},
    )
    if made:
        events.record(
            "case.participant_added", actor=actor, subject=participant, on=case, duty=duty
        )
    return participant


@transaction.atomic
def end_participation(
    *,
    actor: Actor,
    case_id: int,
    participant_id: int,
    until: date,
    reason: str,
    seen: int | None = None,
) -> Participant:
    """Take a person off the case, with the reason; what they did stays."""
    case = locked(Case, case_id)
    unchanged_since(case.chain, seen)
    require("case.run", actor, case)
    participant = locked(Participant, participant_id)
    if participant.case_id != case.pk or participant.until is not None:
        raise Refused.plainly("not_on_case", "这个人现在不在本案中。")
    if not reason.strip():
        raise Refused.plainly("reason_missing", "请写明退出的原因。")
    _not_instead_of_signing(case, participant)
    not_before(until, participant.since, "退出日期", "参加日期")
    participant.until, participant.end_reason = until, reason.strip()
    participant.save()
    events.record("case.participant_ended", actor=actor, subject=participant, on=case)
    return participant


@transaction.atomic
def sign_papers(
    *, actor: Actor, case_id: int, relations: Sequence[str] = (), detail: str = ""
) -> RecusalStatement:
    """Sign the standing agreement if it is missing, and the statement for this case.

    Whoever declares a relation, or is found to be a party, leaves the case at once.
    """
    case = locked(Case, case_id)
    require("case.sign", actor, case)
    return store_statement(actor=actor, case=case, relations=relations, detail=detail)


def store_statement(
    *, actor: Actor, case: Case, relations: Sequence[str], detail: str
) -> RecusalStatement:
    """Keep the statement, in the caller's transaction (the caller locked the case, asked who may).

    Filings use it too: who handles one has to sign without seeing the file of the case.
    """
    if RecusalStatement.objects.filter(case=case, user_id=actor.person).exists():
        raise Refused.plainly("already_signed", "您已经签过本案的回避声明。")
    sign_agreement(actor=actor)
    declared = list(dict.fromkeys([*relations, *_screened(case, actor.name)]))
    unknown = set(declared) - set(Relation.values)
    if unknown:
        raise Refused.plainly("unknown_relation", "请从第四十五条所列情形中选择。")
    statement = RecusalStatement.objects.create(
        case=case,
        user_id=actor.person,
        relations=declared,
        detail=detail.strip(),
        signed_at=clock.now(),
    )
    events.record("case.statement_signed", actor=actor, subject=statement, on=case)
    if statement.conflicted:
        _stand_aside(case, actor.person, actor)
    return statement


def _not_instead_of_signing(case: Case, participant: Participant) -> None:
    """Whoever refuses to sign may not be taken off the list (Art 24: the whole team signs)."""
    if participant.duty not in INVESTIGATING_DUTIES:
        return
    report = case.reports.filter(superseded=False, formed_on=None).first()
    if report is not None and report.signatures.exists():
        message = "调查报告正在签字，调查人员不能退出；确需换人的，先修改报告（已有签字作废）。"
        words = cite(N221, 24, "调查报告须由全体调查人员签字")
        raise Refused.because(error("signing_under_way", message, words))


def screen_again(*, case: Case) -> None:
    """Look at everybody's statement anew when a party joins, in the caller's transaction.

    Nobody learns the name behind the match; whoever matches leaves the case at once.
    """
    for statement in case.recusal_statements.select_related("user"):
        found = _screened(case, statement.user.name)
        if found and not statement.conflicted:
            statement.relations = found
            statement.save()
            events.record("record.kept", actor=SYSTEM, subject=statement, on=case)
            _stand_aside(case, statement.user_id, SYSTEM)


def _stand_aside(case: Case, user_id: int, actor: Actor) -> None:
    today = clock.today()
    for part in Participant.objects.filter(case=case, user_id=user_id, until=None):
        part.until, part.end_reason = today, "声明存在回避情形"
        part.save()
        events.record("case.recused", actor=actor, subject=part, on=case)


def _screened(case: Case, name: str) -> list[str]:
    """A relation the platform can see itself, without showing anybody the sealed name."""
    index = blind_index(name)
    complained = case.complaints.filter(complainant_index=index).exists()
    party = case.respondents.filter(name=name).exists()
    return [Relation.INTERESTED.value] if complained or party else []


def _eligible(case: Case, user: User, duty: Duty) -> None:
    needed = ROLE_OF_DUTY.get(duty)
    if needed and not user.memberships.filter(role=needed, until=None).exists():
        raise Refused.plainly("no_role", f"{user.name}没有「{duty.label}」所需的角色。")
    statement = RecusalStatement.objects.filter(case=case, user=user).first()
    if statement is not None and statement.conflicted:
        words = cite(N221, 45, "不得参与调查处理工作，应主动申请回避")
        raise Refused.because(
            error("recused", f"{user.name}声明了应当回避的情形，不得参与本案。", words)
        )
