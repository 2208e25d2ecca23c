"""The account of one clock: what was counted, what was not, and why."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts import clock
from accounts.views.guard import guarded
from cases.models import Deadline
from misconduct.pages import clocks, facts


def load(pk: int, **_: Any) -> Deadline | None:
    """The clock of an address."""
    return Deadline.objects.select_related("unit", "own_rules").filter(pk=pk).first()


@guarded("deadline.view", load=load)
def deadline_page(request: HttpRequest, deadline: Deadline) -> HttpResponse:
    """Day by day for working days; start, suspensions and end for months."""
    answer = facts.account(deadline)
    context = {
        "deadline": deadline,
        "sentence": clocks.said(deadline),
        "answer": answer,
        "today": clock.today(),
        "suspensions": deadline.facts.get("suspensions", []),
        "extension": deadline.facts.get("extension_months", 0),
        "readings": facts.readings(answer.readings, deadline.readings),
        "months": deadline.rule in clocks.MONTHS,
    }
    return render(request, "pages/deadline.html", context)
