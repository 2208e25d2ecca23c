"""Taking an appeal in and deciding whether to admit it (Art 41, 42; 84号 18)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from rules.procedure.appeals import SecondLevelFacts, check_second_level

from accounts.actors import Actor
from accounts.models import Organisation
from accounts.refusals import Refused
from accounts.services.locking import locked, unchanged_since
from accounts.services.permissions import require
from appeals import events
from appeals.facts import appeal_context, appeal_facts
from appeals.models import Appeal, AppealLevel, AppealReason, Appellant
from cases.documents import numbering
from cases.models import Decision
from cases.services.dates import not_before, not_future
from cases.services.deadlines import start_clock, stop_clock
from rules.appeals import AppealOutcome, check_appeal
from rules.law import N221, cite
from rules.outcome import error

ADMISSION_RULE = {
    AppealLevel.REVIEW: "appeal_admission",
    AppealLevel.RE_REVIEW: "re_review_admission",
}
OPEN_TO_APPEAL = ("served", "effective", "varied", "revoked", "expired")


@dataclass(frozen=True, slots=True)
class Petition:
    """What the appellant handed in, as the office writes it down."""

    appellant: str
    appellant_name: str
    served_on: date
    lodged_on: date
    received_on: date
    reasons: Sequence[str]
    evidence: str = ""
    sufficient_evidence: bool = False
    only_dissatisfied: bool = False
    same_facts_and_reasons: bool = False


@transaction.atomic
def lodge_appeal(
    *, actor: Actor, decision_id: int, petition: Petition, first_id: int | None = None
) -> Appeal:
    """Register an appeal; fifteen working days for admission run from its receipt.

    ``first_id`` names the review a second appeal is against (Art 42 needs a result).
    """
    decision = locked(Decision, decision_id)
    require("appeal.lodge", actor, decision)
    not_future(petition.received_on, "收到申诉日期")
    not_before(petition.received_on, petition.lodged_on, "收到申诉日期", "提出日期")
    not_before(petition.lodged_on, petition.served_on, "提出日期", "收到处理决定书或被告知日期")
    first = locked(Appeal, first_id) if first_id is not None else None
    body = _receiving_body(decision, first)
    if not actor.of(body.pk):
        words = cite(N221, 42 if first else 41, None)
        raise Refused.because(error("wrong_body", f"这一申诉由{body.name}收取和办理。", words))
    appeal = _store(actor, decision, petition, first, body)
    events.record("appeal.lodged", actor=actor, subject=appeal, on=appeal, decision=decision.pk)
    if appeal.appellant == Appellant.RESPONDENT:
        stop_clock(rule="appeal", subject=decision, on=petition.lodged_on, how="提出申诉")
    start_clock(
        rule=ADMISSION_RULE[AppealLevel(appeal.level)],
        subject=appeal,
        chain=appeal.chain,
        unit=body,
        start=petition.received_on,
        context=appeal_context(appeal),
    )
    return appeal


def advice(appeal: Appeal) -> AppealOutcome:
    """What the law says: admit or refuse, and why."""
    return check_appeal(appeal_facts(appeal), appeal_context(appeal))


@transaction.atomic
def admit_appeal(*, actor: Actor, appeal_id: int, on: date, seen: int | None = None) -> Appeal:
    """Admit; the ninety working days run from this day (Art 43)."""
    appeal = _undecided(actor, appeal_id, seen, on)
    answer = advice(appeal)
    if answer.advice != "admit":
        raise Refused(answer.outcome)
    appeal.admit()
    appeal.decided_admission_on = on
    appeal.save()
    events.record("appeal.admitted", actor=actor, subject=appeal, on=appeal, date=on)
    rule = "review" if appeal.level == AppealLevel.REVIEW else "re_review"
    start_clock(
        rule=rule,
        subject=appeal,
        chain=appeal.chain,
        unit=appeal.organisation,
        start=on,
        context=appeal_context(appeal),
    )
    return appeal


@transaction.atomic
def refuse_appeal(
    *, actor: Actor, appeal_id: int, on: date, reason: str, seen: int | None = None
) -> Appeal:
    """Refuse on the grounds of Art 41 or 42 alone, saying why."""
    appeal = _undecided(actor, appeal_id, seen, on)
    answer = advice(appeal)
    if answer.advice != "refuse":
        words = cite(N221, 41, "不予受理的应说明情况")
        message = "没有可以不予受理的情形，应当受理。"
        raise Refused.because(error("must_not_refuse", message, words))
    if not reason.strip():
        words = cite(N221, 41, "不予受理的应说明情况")
        raise Refused.because(error("reason_missing", "请写明不予受理的情况。", words))
    appeal.refuse()
    appeal.decided_admission_on, appeal.refusal_reason = on, reason.strip()
    appeal.save()
    events.record("appeal.refused", actor=actor, subject=appeal, on=appeal, date=on)
    return appeal


@transaction.atomic
def tell_appellant(*, actor: Actor, appeal_id: int, on: date, seen: int | None = None) -> Appeal:
    """Note that the appellant was told whether the appeal is admitted; the clock stops."""
    appeal = locked(Appeal, appeal_id)
    unchanged_since(appeal.chain, seen)
    require("appeal.decide_admission", actor, appeal)
    if appeal.decided_admission_on is None:
        raise Refused.plainly("not_decided", "还没有决定是否受理，先作决定再告知。")
    not_future(on, "告知日期")
    not_before(on, appeal.decided_admission_on, "告知日期", "作出决定日期")
    appeal.told_on = on
    appeal.save()
    events.record("appeal.told", actor=actor, subject=appeal, on=appeal, date=on)
    rule = ADMISSION_RULE[AppealLevel(appeal.level)]
    stop_clock(rule=rule, subject=appeal, on=on, how="作出决定并告知申诉人")
    return appeal


@transaction.atomic
def withdraw_appeal(*, actor: Actor, appeal_id: int, on: date, seen: int | None = None) -> Appeal:
    """The appellant withdrew in writing; nothing is decided about the decision."""
    appeal = locked(Appeal, appeal_id)
    unchanged_since(appeal.chain, seen)
    require("appeal.decide_admission", actor, appeal)
    not_future(on, "撤回日期")
    if appeal.state not in ("lodged", "admitted", "under_review"):
        shown = appeal.get_state_display()  # type: ignore[attr-defined]
        raise Refused.plainly("too_late", f"申诉{shown}，不能再撤回。")
    appeal.withdraw()
    appeal.save()
    events.record("appeal.withdrawn", actor=actor, subject=appeal, on=appeal, date=on)
    for rule in ("appeal_admission", "re_review_admission", "review", "re_review"):
        stop_clock(rule=rule, subject=appeal, on=on, how="申诉人撤回")
    return appeal


def _undecided(actor: Actor, appeal_id: int, seen: int | None, on: date) -> Appeal:
    appeal = locked(Appeal, appeal_id)
    unchanged_since(appeal.chain, seen)
    require("appeal.decide_admission", actor, appeal)
    if appeal.state != "lodged":
        shown = appeal.get_state_display()  # type: ignore[attr-defined]
        raise Refused.plainly("already_decided", f"申诉{shown}，是否受理已经决定过了。")
    not_future(on, "决定日期")
    not_before(on, appeal.received_on, "决定日期", "收到申诉日期")
    return appeal


def _receiving_body(decision: Decision, first: Appeal | None) -> Organisation:
    """Art 41: the deciding unit; Art 42: its superior, a State Council department itself."""
    if first is None:
        return decision.organisation
    superior = decision.organisation.superior
    if decision.organisation.level == "state_council" or superior is None:
        return decision.organisation
    return superior


def _store(
    actor: Actor, decision: Decision, petition: Petition, first: Appeal | None, body: Organisation
) -> Appeal:
    level = AppealLevel.REVIEW if first is None else AppealLevel.RE_REVIEW
    _open_to_appeal(decision, first)
    series = "诉" if level == AppealLevel.REVIEW else "核"
    year = petition.received_on.year
    number = numbering.written(body, series, year, numbering.take(body, series, year))
    appeal = Appeal.objects.create(
        number=number,
        level=level,
        case=decision.respondent.case,
        decision=decision,
        first=first,
        organisation=body,
        appellant=petition.appellant,
        appellant_name=petition.appellant_name,
        served_on=petition.served_on,
        lodged_on=petition.lodged_on,
        received_on=petition.received_on,
        has_evidence=bool(petition.evidence.strip()),
        evidence=petition.evidence.strip(),
        sufficient_evidence=petition.sufficient_evidence,
        only_dissatisfied=petition.only_dissatisfied,
        same_facts_and_reasons=petition.same_facts_and_reasons,
        registered_by_id=actor.user_id,
    )
    for reason in petition.reasons:
        if reason.strip():
            AppealReason.objects.create(appeal=appeal, reason=reason.strip())
    return appeal


def _open_to_appeal(decision: Decision, first: Appeal | None) -> None:
    if first is None and decision.state not in OPEN_TO_APPEAL:
        words = cite(N221, 41, "收到处理决定书之日起15个工作日内")
        message = "处理决定书还没有送达，收到之后才能申诉。"
        raise Refused.because(error("not_served", message, words))
    if first is not None:
        facts = SecondLevelFacts(
            first_decided=first.state == "decided",
            first_refused=first.state == "refused",
            level_of_first=first.level,
        )
        outcome = check_second_level(facts)
        if not outcome.allowed:
            raise Refused(outcome)
