"""The law, as its words stand: the instruments, their articles, and what we read into gaps."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.views.guard import guarded
from misconduct.pages import facts


@guarded("law.read")
def law(request: HttpRequest) -> HttpResponse:
    """The instruments with the time they are in force, and every reading."""
    context = {"instruments": facts.instruments(), "readings": facts.all_readings()}
    return render(request, "pages/law.html", context)


@guarded("law.read")
def instrument(request: HttpRequest, number: str) -> HttpResponse:
    """One instrument, article by article."""
    found = facts.whole(number)
    if found is None:
        raise Http404
    return render(request, "pages/instrument.html", {"instrument": found})
