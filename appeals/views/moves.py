"""The moves of an appeal: which policy, which form, which service."""

from typing import Any

from django.urls import path

from appeals.forms import (
    AnswersForm,
    DayForm,
    LodgeForm,
    OpinionForm,
    RefuseForm,
    TeamForm,
)
from appeals.models import Appeal
from appeals.services.lodging import (
    Petition,
    admit_appeal,
    lodge_appeal,
    refuse_appeal,
    tell_appellant,
    withdraw_appeal,
)
from appeals.services.reviewing import answer_reasons, begin_review, decide_appeal
from cases.models import Decision
from cases.views.moves import Move, Sent, move_view


def load_appeal(pk: int, **_: Any) -> Appeal | None:
    """The appeal of an address."""
    return Appeal.objects.select_related("case", "organisation", "decision").filter(pk=pk).first()


def load_decision(pk: int, **_: Any) -> Decision | None:
    """The decision of an address."""
    rows = Decision.objects.select_related("respondent__case", "organisation")
    return rows.filter(pk=pk).first()


def _lodge(sent: Sent) -> Appeal:
    data = sent.data
    first = (
        Appeal.objects.filter(decision_id=sent.scope.pk, level=1, state__in=("decided", "refused"))
        .order_by("-id")
        .first()
    )
    at_superior = not sent.actor.of(sent.scope.organisation_id)
    petition = Petition(
        appellant=data["appellant"],
        appellant_name=data["appellant_name"],
        served_on=data["served_on"],
        lodged_on=data["lodged_on"],
        received_on=data["received_on"],
        reasons=[line.strip() for line in data["reasons"].splitlines()],
        evidence=data["evidence"],
        sufficient_evidence=data["sufficient_evidence"],
        only_dissatisfied=data["only_dissatisfied"],
        same_facts_and_reasons=data["same_facts_and_reasons"],
    )
    return lodge_appeal(
        actor=sent.actor,
        decision_id=sent.scope.pk,
        petition=petition,
        first_id=first.pk if first and at_superior else None,
    )


def _common(sent: Sent) -> dict[str, Any]:
    return {"actor": sent.actor, "appeal_id": sent.scope.pk, "seen": sent.seen}


LODGE = Move(
    policy="appeal.lodge",
    load=load_decision,
    form=LodgeForm,
    title="登记申诉",
    button="登记申诉",
    done="已登记申诉，15个工作日内决定是否受理并告知申诉人。",
    act=_lodge,
    to=lambda sent, appeal: str(appeal.get_absolute_url()),
)
ADMIT = Move(
    policy="appeal.decide_admission",
    load=load_appeal,
    form=DayForm,
    title="受理申诉",
    button="受理申诉",
    done="已决定受理申诉，请告知申诉人。",
    act=lambda sent: admit_appeal(**_common(sent), **sent.data),
)
REFUSE = Move(
    policy="appeal.decide_admission",
    load=load_appeal,
    form=RefuseForm,
    title="不予受理申诉",
    button="不予受理申诉",
    done="已决定不予受理，请告知申诉人并说明情况。",
    act=lambda sent: refuse_appeal(**_common(sent), **sent.data),
)
TELL = Move(
    policy="appeal.decide_admission",
    load=load_appeal,
    form=DayForm,
    title="告知申诉人是否受理",
    button="记录已告知",
    done="已记录告知日期。",
    act=lambda sent: tell_appellant(**_common(sent), **sent.data),
)
WITHDRAW = Move(
    policy="appeal.decide_admission",
    load=load_appeal,
    form=DayForm,
    title="申诉人撤回申诉",
    button="记录撤回",
    done="已记录申诉人撤回申诉。",
    act=lambda sent: withdraw_appeal(**_common(sent), **sent.data),
    intro="申诉人以书面撤回时登记。撤回不改变原处理决定。",
)
BEGIN = Move(
    policy="appeal.decide_admission",
    load=load_appeal,
    form=TeamForm,
    title="另行组织调查组",
    button="开始复查、复核",
    done="调查组已组成。各成员签署回避声明后才能打开案件。",
    act=lambda sent: begin_review(
        **_common(sent),
        member_ids=sent.data["members"],
        third_party=sent.data["third_party"],
        on=sent.data["on"],
    ),
)
ANSWER = Move(
    policy="appeal.review",
    load=load_appeal,
    form=AnswersForm,
    title="逐条答复申诉理由",
    button="保存答复",
    done="已保存答复。",
    act=lambda sent: answer_reasons(
        **_common(sent),
        answers={int(k.removeprefix("reason_")): v for k, v in sent.data.items()},
    ),
)
DECIDE = Move(
    policy="appeal.conclude",
    load=load_appeal,
    form=OpinionForm,
    title="出具复查、复核意见书",
    button="出具意见书",
    done="已出具意见书，请向申诉人反馈结果。",
    act=lambda sent: decide_appeal(**_common(sent), **sent.data),
)

move_urls = [
    path("decisions/<int:pk>/lodge/", move_view(LODGE), name="appeal_lodge"),
    path("<int:pk>/admit/", move_view(ADMIT), name="appeal_admit"),
    path("<int:pk>/refuse/", move_view(REFUSE), name="appeal_refuse"),
    path("<int:pk>/tell/", move_view(TELL), name="appeal_tell"),
    path("<int:pk>/withdraw/", move_view(WITHDRAW), name="appeal_withdraw"),
    path("<int:pk>/team/", move_view(BEGIN), name="appeal_begin"),
    path("<int:pk>/answers/", move_view(ANSWER), name="appeal_answer"),
    path("<int:pk>/opinion/", move_view(DECIDE), name="appeal_decide"),
]
