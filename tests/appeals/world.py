"""A decision walked to its service, and appeals against it walked to any stage."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from accounts import clock
from accounts.audit import verify
from accounts.services.agreements import sign_agreement
from appeals.models import Appeal
from appeals.services.admission import admit_appeal, refuse_appeal, tell_appellant
from appeals.services.deciding import decide_appeal, tell_result
from appeals.services.lodging import Petition, lodge_appeal, lodge_second_appeal
from appeals.services.reviewing import answer_reasons, begin_review
from cases.models import Deadline, Decision
from cases.services.people import sign_papers
from cases.services.serving import tell_complainant
from fixtures.demo.affairs import affair
from fixtures.demo.walk import Walk
from tests.support.cast import Cast

# Served on Tuesday 10 February 2026: with Spring Festival and its make-up days, the fifteenth
# working day after it is Monday 9 March.
SERVED = date(2026, 2, 10)
LAST_DAY = date(2026, 3, 9)
LODGED = date(2026, 3, 2)
ADMITTED = date(2026, 3, 10)
BEGUN = date(2026, 3, 12)
DECIDED = date(2026, 4, 20)
SECOND = date(2026, 4, 28)
REASONS = ("认定的相同文字属于通用表述。", "处理过重，没有考虑首次发生。")
PETITION = Petition(
    appellant="respondent",
    lodged_on=LODGED,
    received_on=LODGED,
    receipt_evidence="收文登记簿第18号",
    reasons=REASONS,
    evidence="原始实验记录复印件。",
)
SECOND_PETITION = replace(
    PETITION,
    lodged_on=SECOND,
    received_on=SECOND,
    evidence="公证的原始数据。",
    sufficient_evidence=True,
)


def on(day: date) -> AbstractContextManager[None]:
    """Let the code inside run on that day, at ten in the morning."""
    return clock.at(datetime.combine(day, time(10), ZoneInfo("Asia/Shanghai")))


def served(cast: Cast, *, named: bool = True) -> Walk:
    """A decision served on the day every test starts from; the complainant is not told yet."""
    walk = Walk(cast.users, affair(0), date(2025, 12, 10)).register(named=named).later(5)
    walk.assess().accept().later(3).staff().plan().begin().later(12).inquire().later(8).report()
    walk.identify().later(3).find().draft().later(2).notice().later(6).hear().later(3).approve()
    walk.issue()
    walk.day = SERVED
    walk.serve()
    with on(SERVED):
        sign_agreement(actor=cast.actor("superior"))
    return walk


def tell(cast: Cast, walk: Walk, day: date = SERVED) -> int:
    """The named complainant is told; the id of the complaint."""
    with on(day):
        tell_complainant(actor=cast.actor("officer"), decision_id=walk.decision().pk, on=day)
    return walk.complaint.pk


def lodge(cast: Cast, walk: Walk, **changes: object) -> Appeal:
    """An appeal against the decision, registered on the day it was received."""
    petition = replace(PETITION, **changes)  # type: ignore[arg-type]
    with on(petition.received_on):
        return lodge_appeal(
            actor=cast.actor("officer"), decision_id=walk.decision().pk, petition=petition
        )


def admit(cast: Cast, appeal: Appeal, day: date = ADMITTED, by: str = "officer") -> Appeal:
    """Admitted, and the appellant told, on one day."""
    with on(day):
        admit_appeal(actor=cast.actor(by), appeal_id=appeal.pk, on=day)
        return tell_appellant(actor=cast.actor(by), appeal_id=appeal.pk, on=day)


def refuse(cast: Cast, appeal: Appeal, day: date = ADMITTED) -> Appeal:
    """Refused with a reason."""
    with on(day):
        return refuse_appeal(
            actor=cast.actor("officer"), appeal_id=appeal.pk, on=day, reason="没有提供证据或线索。"
        )


def sign(cast: Cast, appeal: Appeal, *names: str) -> None:
    """The papers of the case, by whoever has not signed them."""
    for name in names:
        if not cast.user(name).recusal_statements.filter(case=appeal.case_id).exists():
            sign_papers(actor=cast.actor(name), case_id=appeal.case_id)


def begin(cast: Cast, appeal: Appeal, *names: str, day: date = BEGUN) -> Appeal:
    """Two reviewers of the unit, their papers signed."""
    team = names or ("reviewer", "reviewer2")
    with on(day):
        begun = begin_review(
            actor=cast.actor("officer"),
            appeal_id=appeal.pk,
            member_ids=[cast.user(name).pk for name in team],
            on=day,
        )
        sign(cast, begun, *team)
    return begun


def answer(cast: Cast, appeal: Appeal, by: str = "reviewer", day: date = DECIDED) -> Appeal:
    """Every reason answered."""
    said = {reason.pk: "比对排除了通用表述，仍有八成相同。" for reason in appeal.reasons.all()}
    with on(day):
        return answer_reasons(actor=cast.actor(by), appeal_id=appeal.pk, answers=said)


def decide(
    cast: Cast, appeal: Appeal, outcome: str = "upheld", *, by: str = "head", day: date = DECIDED
) -> Appeal:
    """The opinion."""
    with on(day):
        return decide_appeal(
            actor=cast.actor(by),
            appeal_id=appeal.pk,
            outcome=outcome,
            opinion="经复查，意见如下。",
            on=day,
        )


def under_review(cast: Cast, walk: Walk, **changes: object) -> Appeal:
    """An appeal whose team is at work."""
    return begin(cast, admit(cast, lodge(cast, walk, **changes)))


def reviewed(cast: Cast, walk: Walk, outcome: str = "upheld") -> Appeal:
    """A first appeal with its result, told to the appellant."""
    appeal = under_review(cast, walk)
    answer(cast, appeal)
    decide(cast, appeal, outcome)
    with on(DECIDED):
        return tell_result(actor=cast.actor("officer"), appeal_id=appeal.pk, on=DECIDED)


def lodge_second(cast: Cast, first: Appeal, **changes: object) -> Appeal:
    """A second appeal, taken in by the superior, whose officers have signed the papers."""
    petition = replace(SECOND_PETITION, **changes)  # type: ignore[arg-type]
    with on(petition.received_on):
        sign(cast, first, "superior", "superior2")
        return lodge_second_appeal(
            actor=cast.actor("superior"), first_id=first.pk, petition=petition
        )


def clock_of(appeal: Appeal, rule: str) -> Deadline:
    """A clock of an appeal."""
    return Deadline.objects.get(rule=rule, subject_kind="appeals.appeal", subject_id=appeal.pk)


def appeal_clock(decision: Decision) -> Deadline:
    """The respondent's period for appeal."""
    return Deadline.objects.filter(
        rule="appeal", subject_kind="cases.decision", subject_id=decision.pk
    ).latest("id")


def fresh(appeal: Appeal) -> Appeal:
    """The appeal as the database has it."""
    return Appeal.objects.get(pk=appeal.pk)


def untampered() -> bool:
    """Whether every row is as its last event left it; else the first that is not."""
    for breach in verify.breaches():
        raise AssertionError(f"{breach.where}: {breach.what}")
    return True
