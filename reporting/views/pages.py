"""The list of filings and the page of one."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from accounts import clock
from accounts.actors import Actor
from accounts.audit.log import record_read
from accounts.policies import may
from accounts.roles import Role
from accounts.views.guard import guarded
from cases.models import Deadline
from cases.selectors.timeline import timeline
from cases.views.moves import move_view
from reporting.facts import counted_from_completion, measures_said, moved, route_citations
from reporting.models import Submission, SubmissionState
from reporting.selectors import Filters, blocked_for, open_for, step, submission_list
from reporting.selectors.lists import clocks_of, units_of, visible_submissions
from reporting.selectors.steps import address
from reporting.views.moves import load_submission
from reporting.views.papers import SIGN

PER_PAGE = 30
FROM = {
    "deciding_unit": "处理决定作出单位",
    "provincial_department": "省级科技行政部门",
    "state_council_department": "国务院部门",
}
TO = {
    "superior": "上级主管部门",
    "provincial_department": "省级科技行政部门",
    "national_system": "科研诚信管理信息系统",
    "most": "科技部",
}
WHAT = {"decision": "处理决定书", "investigation_report": "调查报告", "record": "数据信息"}


@guarded("submission.list")
def submission_index(request: HttpRequest) -> HttpResponse:
    """The filings this person may know of; filters and order stay in the address."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    filters = Filters.of(request.GET)
    page = Paginator(submission_list(actor, filters), PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    clocks = clocks_of(shown)
    context = {
        "page": page,
        "rows": [(submission, clocks.get(submission.pk)) for submission in shown],
        "filters": filters,
        "states": SubmissionState.choices,
        "units": units_of(visible_submissions(actor)),
        "nameless": actor.has(Role.AUDITOR),
    }
    return render(request, "reporting/list.html", context)


@guarded("submission.view", load=load_submission)
def submission_page(request: HttpRequest, submission: Submission) -> HttpResponse:
    """One filing: where it stands, what is next and by when, receipts, calls, and why not."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    record_read(actor=actor, subject=submission, what="submission")
    return render(request, "reporting/submission.html", _context(actor, submission))


def _context(actor: Actor, submission: Submission) -> dict[str, Any]:
    nameless = actor.has(Role.AUDITOR)
    first = step(actor, submission)
    moves = [
        (move.title, reverse(address(move.slug), kwargs={"pk": submission.pk}))
        for move in open_for(actor, submission)
    ]
    return {
        "submission": submission,
        "nameless": nameless,
        "step": first,
        "moves": [(title, url) for title, url in moves if not (first and first.url == url)],
        "blocked": [] if nameless else blocked_for(actor, submission),
        "route": _route(submission),
        "receipts": submission.receipts.select_related("confirmed_by"),
        "transmissions": submission.transmissions.all(),
        "deadlines": Deadline.objects.filter(chain=submission.chain).select_related(
            "unit", "own_rules"
        ),
        "second_count": counted_from_completion(submission),
        "counted_anew": moved(submission),
        "timeline": timeline(submission.chain),
        "measures": measures_said(submission.decision),
        "case_open": bool(may("case.know", actor, submission.case)),
        "now": clock.now(),
    }


def _route(submission: Submission) -> list[dict[str, Any]]:
    steps = submission.route.get("steps", [])
    return [
        {
            "sender": FROM[hop["from"]],
            "recipients": "、".join(TO[name] for name in hop["to"]),
            "documents": "、".join(WHAT[name] for name in hop["documents"]),
            "citation": citation,
        }
        for hop, citation in zip(steps, route_citations(submission), strict=True)
    ]


page_urls = [
    path("", submission_index, name="submission_list"),
    path("<int:pk>/", submission_page, name="submission"),
    path("<int:pk>/sign/", move_view(SIGN), name="submission_sign"),
]
