"""The moves of an appeal: which form, which service, and what is said then."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path

from appeals import forms
from appeals.models import Appeal
from appeals.selectors.moves import MOVES, closed
from appeals.services import admission, deciding, lodging, reviewing
from cases.forms.moves import MoveForm
from cases.models import Decision
from cases.views.moves import Move, Sent, move_view

ROWS = ("case__organisation", "organisation__superior", "decision__respondent", "first")


def load_appeal(pk: int, **_: Any) -> Appeal | None:
    """The appeal of an address, None when there is none."""
    return Appeal.objects.select_related(*ROWS).filter(pk=pk).first()


def load_decision(pk: int, **_: Any) -> Decision | None:
    """The decision of an address, None when there is none."""
    rows = Decision.objects.select_related("respondent__case__organisation", "organisation")
    return rows.filter(pk=pk).first()


def _closed(slug: str) -> Callable[[HttpRequest, Any, Any], Mapping[str, Any]]:
    def more(request: HttpRequest, scope: Appeal, subject: Any) -> Mapping[str, Any]:
        blocked = closed(slug, scope)
        return {"closed": [blocked] if blocked else []}

    return more


def _move(
    slug: str, form: type[MoveForm], act: Callable[..., Any], done: str, intro: str = ""
) -> Move:
    known = MOVES[slug]
    return Move(
        policy=known.policy,
        load=load_appeal,
        form=form,
        title=known.title,
        button=known.title,
        done=done,
        act=lambda sent: _call(act, sent),
        template="appeals/move.html",
        intro=intro,
        extra=_closed(slug),
    )


def _call(act: Callable[..., Any], sent: Sent) -> Any:
    return act(actor=sent.actor, appeal_id=sent.scope.pk, seen=sent.seen, **sent.data)


def _to_appeal(sent: Sent, appeal: Appeal) -> str:
    return appeal.get_absolute_url()


LODGED = "已登记申诉，请在期限内决定是否受理并告知申诉人。"
LODGE = Move(
    policy="appeal.lodge",
    load=load_decision,
    form=forms.LodgeForm,
    title="登记申诉",
    button="登记申诉",
    done=LODGED,
    act=lambda sent: lodging.lodge_appeal(
        actor=sent.actor, decision_id=sent.scope.pk, seen=sent.seen, **sent.data
    ),
    to=_to_appeal,
    template="appeals/lodge.html",
)
SECOND = Move(
    policy="appeal.lodge_second",
    load=load_appeal,
    form=forms.SecondForm,
    title="登记第二次申诉",
    button="登记第二次申诉",
    done=LODGED,
    act=lambda sent: lodging.lodge_second_appeal(
        actor=sent.actor, first_id=sent.scope.pk, seen=sent.seen, **sent.data
    ),
    to=_to_appeal,
    template="appeals/move.html",
    intro="第二次申诉没有提出的期限；复核结果为最终结果。",
    extra=_closed("second"),
)
TABLE = {
    "admit": _move(
        "admit", forms.AdmitForm, admission.admit_appeal, "已决定受理申诉，请告知申诉人。"
    ),
    "refuse": _move(
        "refuse",
        forms.RefuseForm,
        admission.refuse_appeal,
        "已决定不予受理，请告知申诉人并说明情况。",
    ),
    "tell": _move("tell", forms.DayForm, admission.tell_appellant, "已记录告知申诉人的日期。"),
    "withdraw": _move(
        "withdraw",
        forms.DayForm,
        admission.withdraw_appeal,
        "已记录申诉人撤回申诉。",
        "申诉人书面撤回时登记。撤回不改变原处理决定；期限内可以再次提出。",
    ),
    "begin": _move(
        "begin",
        forms.BeginForm,
        reviewing.begin_review,
        "已开始办理。各成员签署保密协议和回避声明后才能打开案件。",
        "组织人员，或者委托第三方机构；原调查组的人不能参加。",
    ),
    "team": _move(
        "team",
        forms.TeamForm,
        reviewing.change_team,
        "已调整人员。",
        "有人应当回避或者不能继续的，在这里换人；勾选的是调整后的全部人员。",
    ),
    "answer": _move("answer", forms.AnswersForm, reviewing.answer_reasons, "已保存答复。"),
    "decide": _move(
        "decide",
        forms.OpinionForm,
        deciding.decide_appeal,
        "已出具意见书，请向申诉人反馈结果。",
        "结果为变更、撤销的，原处理决定同时失去效力；发回重新办理的，同时撤销并重新办理。",
    ),
    "tell_result": _move(
        "tell_result", forms.DayForm, deciding.tell_result, "已记录向申诉人反馈结果。"
    ),
}

move_urls: list[URLPattern] = [
    path("decisions/<int:pk>/lodge/", move_view(LODGE), name="appeal_lodge"),
    path("<int:pk>/second/", move_view(SECOND), name="appeal_second"),
    *(
        path(f"<int:pk>/{slug.replace('_', '-')}/", move_view(move), name=f"appeal_{slug}")
        for slug, move in TABLE.items()
    ),
]
