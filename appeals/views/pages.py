"""The list of appeals and the page of one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from accounts.audit.log import record_read
from accounts.models import Event
from accounts.policies import may
from accounts.roles import Role
from accounts.views.guard import guarded
from appeals import events
from appeals.models import Appeal, AppealState
from appeals.selectors import step, visible_appeals
from appeals.services.lodging import advice
from appeals.views.moves import load_appeal
from cases.models import Deadline

MOVES = {
    AppealState.LODGED: (("受理申诉", "appeal_admit"), ("不予受理申诉", "appeal_refuse")),
    AppealState.ADMITTED: (
        ("告知申诉人是否受理", "appeal_tell"),
        ("另行组织调查组", "appeal_begin"),
    ),
    AppealState.UNDER_REVIEW: (
        ("逐条答复申诉理由", "appeal_answer"),
        ("出具意见书", "appeal_decide"),
    ),
    AppealState.REFUSED: (("告知申诉人是否受理", "appeal_tell"),),
}
POLICY_OF = {"appeal_answer": "appeal.review", "appeal_decide": "appeal.conclude"}


@guarded("appeal.list")
def appeal_list(request: HttpRequest) -> HttpResponse:
    """The appeals this person may know of, newest first; filters stay in the address."""
    actor = request.actor  # type: ignore[attr-defined]
    state = request.GET.get("state", "")
    rows = visible_appeals(actor)
    if state in AppealState.values:
        rows = rows.filter(state=state)
    page = Paginator(rows, 30).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "states": AppealState.choices,
        "state": state,
        "nameless": actor.has(Role.AUDITOR),
    }
    return render(request, "appeals/list.html", context)


@guarded("appeal.view", load=load_appeal)
def appeal_page(request: HttpRequest, appeal: Appeal) -> HttpResponse:
    """One appeal: where it stands, what is next, each reason and its answer."""
    actor = request.actor  # type: ignore[attr-defined]
    record_read(actor=actor, subject=appeal, what="appeal")
    moves = [
        (label, reverse(name, kwargs={"pk": appeal.pk}))
        for label, name in MOVES.get(AppealState(appeal.state), ())
        if may(POLICY_OF.get(name, "appeal.decide_admission"), actor, appeal)
    ]
    context = {
        "appeal": appeal,
        "nameless": actor.has(Role.AUDITOR),
        "step": step(actor, appeal),
        "advice": advice(appeal) if appeal.state == AppealState.LODGED else None,
        "moves": moves,
        "deadlines": Deadline.objects.filter(chain=appeal.chain),
        "events": [
            (event, events.label(event.name))
            for event in Event.objects.filter(chain=appeal.chain).order_by("-seq")
        ],
    }
    return render(request, "appeals/appeal.html", context)


page_urls = [
    path("", appeal_list, name="appeal_list"),
    path("<int:pk>/", appeal_page, name="appeal"),
]
