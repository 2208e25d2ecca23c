"""My work, and the way in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts import clock
from accounts.policies import may
from accounts.roles import Role
from accounts.views.guard import guarded
from misconduct.pages import work
from misconduct.pages.facts import working_day

WEEKDAYS = "一二三四五六日"


@guarded("office.signed_in")
def home(request: HttpRequest) -> HttpResponse:
    """The first page after signing in: the one that holds the person's work."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.has(Role.SYSTEM_ADMINISTRATOR):
        return redirect("people")
    return redirect("case_list" if actor.has(Role.AUDITOR) else "my_work")


@guarded("office.enter")
def my_work(request: HttpRequest) -> HttpResponse:
    """Everything that waits for this person, the most urgent first."""
    actor = request.actor  # type: ignore[attr-defined]
    found = work.groups(actor) if may("case.list", actor) else []
    today = clock.today()
    context = {
        "groups": [group for group in found if group.tasks],
        "counts": work.counts(found),
        "today": today,
        "weekday": WEEKDAYS[today.weekday()],
        "working": working_day(today),
        "next_due": _next_due(found),
    }
    return render(request, "pages/my_work.html", context)


def _next_due(found: list[work.Group]) -> str:
    for group in found:
        if group.key != "waiting" and group.tasks:
            return str(group.tasks[0].clock)
    return ""
