"""The moves of a filing: which form, which service, and what is said then."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path

from cases.views.moves import Move, Sent, move_view
from reporting import forms
from reporting.forms import MoveForm
from reporting.models import Submission
from reporting.selectors.moves import MOVES, closed
from reporting.selectors.steps import address
from reporting.services import checks, province, unit

ROWS = ("case", "decision__respondent", "organisation", "superior", "province", "previous")


def load_submission(pk: int, **_: Any) -> Submission | None:
    """The filing of an address, None when there is none."""
    return Submission.objects.select_related(*ROWS).filter(pk=pk).first()


def _extra(slug: str) -> Callable[[HttpRequest, Any, Any], Mapping[str, Any]]:
    def more(request: HttpRequest, scope: Submission, subject: Any) -> Mapping[str, Any]:
        blocked = closed(slug, scope)
        return {
            "closed": [blocked] if blocked else [],
            "nameless": False,
            "checks": checks.of(scope, slug),
        }

    return more


def _move(
    slug: str, form: type[MoveForm], act: Callable[..., Any], done: str, intro: str = ""
) -> Move:
    known = MOVES[slug]
    return Move(
        policy=known.policy,
        load=load_submission,
        form=form,
        title=known.title,
        button=known.title,
        done=done,
        act=lambda sent: _call(act, sent),
        template="reporting/move.html",
        intro=intro,
        extra=_extra(slug),
    )


def _call(act: Callable[..., Any], sent: Sent) -> Any:
    return act(actor=sent.actor, submission_id=sent.scope.pk, seen=sent.seen, **sent.data)


TWO_PEOPLE = "备齐、审核的人和放行的人不能是同一人（本单位解读，条文未写明）。"
TABLE = {
    "confirm-package": _move(
        "confirm-package",
        forms.PackageForm,
        unit.confirm_package,
        "报送件已备齐，请另一人放行。",
        "核对处理决定书和调查报告后确认备齐。确认后由另一人放行报送。",
    ),
    "release": _move(
        "release",
        forms.PackageForm,
        unit.release_package,
        "已放行报送，等待收件方确认收到。",
        TWO_PEOPLE,
    ),
    "confirm-superior": _move(
        "confirm-superior",
        forms.SuperiorReceiptForm,
        province.confirm_superior,
        "已确认上级主管部门收到。",
    ),
    "receive": _move(
        "receive",
        forms.ReceiptForm,
        province.receive_package,
        "已确认收到，省科技厅的10个工作日开始。",
    ),
    "approve": _move(
        "approve",
        forms.CheckForm,
        province.approve_package,
        "审核通过，请另一人放行汇交。",
        "要素齐全的审核通过；不齐全的，改用「要求补正」。",
    ),
    "send-back": _move(
        "send-back",
        forms.ReturnForm,
        province.return_package,
        "已要求补正，单位会看到缺少的要素。",
    ),
    "complete": _move("complete", forms.CompleteForm, unit.complete_elements, "已补正，等待审核。"),
    "submit": _move(
        "submit",
        forms.SubmitForm,
        province.submit_to_national,
        "已放行汇交，系统正在发送，收到回执后自动记录。",
        TWO_PEOPLE,
    ),
    "submit-direct": _move(
        "submit-direct",
        forms.DirectForm,
        unit.submit_direct,
        "已放行汇交，系统正在发送，收到回执后自动记录。",
        TWO_PEOPLE,
    ),
    "apply-removal": _move(
        "apply-removal",
        forms.RemovalApplicationForm,
        unit.apply_removal,
        "已申请移出，等待省科技厅办理。",
    ),
    "remove": _move(
        "remove",
        forms.RemovalForm,
        province.remove_record,
        "已办理移出。",
        "国家系统中有数据的，放行后发送移出申请，收到回执才算移出。",
    ),
}

move_urls: list[URLPattern] = [
    path(f"<int:pk>/{slug}/", move_view(move), name=address(slug)) for slug, move in TABLE.items()
]
