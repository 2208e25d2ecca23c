"""The list of appeals and the page of one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from accounts.actors import Actor
from accounts.audit.log import record_read
from accounts.models import ConfidentialityAgreement
from accounts.roles import Role
from accounts.views.guard import guarded
from appeals.facts import advice, opinion_title
from appeals.models import Appeal, AppealLevel, AppealState
from appeals.selectors import appeal_list, blocked_for, clocks_of, open_for, step
from appeals.services.reviewing import team_outcome
from appeals.views.moves import load_appeal, load_decision
from cases.models import Deadline, Decision, RecusalStatement
from cases.selectors.timeline import timeline

PER_PAGE = 30


@guarded("appeal.list")
def appeal_index(request: HttpRequest) -> HttpResponse:
    """The appeals this person may know of, newest first; filters stay in the address."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    state, level = request.GET.get("state", ""), request.GET.get("level", "")
    page = Paginator(appeal_list(actor, state, level), PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    clocks = clocks_of(shown)
    context = {
        "page": page,
        "rows": [(appeal, clocks.get(appeal.pk)) for appeal in shown],
        "states": AppealState.choices,
        "levels": AppealLevel.choices,
        "state": state,
        "level": level,
        "nameless": actor.has(Role.AUDITOR),
    }
    return render(request, "appeals/list.html", context)


@guarded("appeal.view", load=load_appeal)
def appeal_page(request: HttpRequest, appeal: Appeal) -> HttpResponse:
    """One appeal: where it stands, what is next, each reason and its answer, and why not."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    record_read(actor=actor, subject=appeal, what="appeal")
    return render(request, "appeals/appeal.html", _context(actor, appeal))


@guarded("appeal.know", load=load_appeal)
def sign_first(request: HttpRequest, appeal: Appeal) -> HttpResponse:
    """Leads to the papers of the case, which open the appeal too."""
    return _to_papers(request, appeal.case_id)


@guarded("appeal.lodge_sign", load=load_decision)
def sign_to_lodge(request: HttpRequest, decision: Decision) -> HttpResponse:
    """Leads to the papers of the case."""
    return _to_papers(request, decision.respondent.case_id)


def _to_papers(request: HttpRequest, case_id: int) -> HttpResponse:
    """The papers of a case, with the way back to what was asked for."""
    address = reverse("case_sign", kwargs={"pk": case_id})
    return redirect(f"{address}?{request.GET.urlencode()}")


def _context(actor: Actor, appeal: Appeal) -> dict[str, Any]:
    nameless = actor.has(Role.AUDITOR)
    first = step(actor, appeal)
    moves = [(move.title, move.url(appeal)) for move in open_for(actor, appeal)]
    working = appeal.state == AppealState.UNDER_REVIEW
    return {
        "appeal": appeal,
        "nameless": nameless,
        "step": first,
        "moves": [(title, url) for title, url in moves if not (first and first.url == url)],
        "blocked": [] if nameless else blocked_for(actor, appeal),
        "advice": advice(appeal) if appeal.state == AppealState.LODGED else None,
        "team": [] if nameless else _team(appeal),
        "team_findings": team_outcome(appeal).findings if working and not nameless else (),
        "opinion_title": opinion_title(appeal),
        "deadlines": Deadline.objects.filter(chain=appeal.chain).select_related(
            "unit", "own_rules"
        ),
        "timeline": timeline(appeal.chain),
        "second": appeal.second.all(),
    }


def _team(appeal: Appeal) -> list[dict[str, Any]]:
    """Each member with the papers signed, and whether a relation was declared."""
    members = list(appeal.members.select_related("user"))
    people = [member.user_id for member in members]
    agreed = ConfidentialityAgreement.objects.filter(
        user__in=people, organisation=appeal.organisation
    )
    agreements = {a.user_id: a.signed_at for a in agreed}
    statements = RecusalStatement.objects.filter(case=appeal.case, user__in=people)
    signed = {s.user_id: s for s in statements}
    return [
        {
            "name": member.user.name,
            "until": member.until,
            "agreement": agreements.get(member.user_id),
            "statement": signed.get(member.user_id),
        }
        for member in members
    ]


page_urls = [
    path("", appeal_index, name="appeal_list"),
    path("<int:pk>/", appeal_page, name="appeal"),
    path("<int:pk>/sign/", sign_first, name="appeal_sign"),
    path("decisions/<int:pk>/sign/", sign_to_lodge, name="appeal_lodge_sign"),
]
