"""The law, as its words stand: the instruments, their articles, and what we read into gaps."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from accounts import clock
from accounts.actors import Actor
from accounts.models import Organisation
from accounts.views.guard import guarded
from misconduct.pages import facts


@guarded("law.read")
def law(request: HttpRequest) -> HttpResponse:
    """The instruments with the time they are in force, the unit's own rules, and every reading."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    unit = Organisation.objects.filter(pk=actor.organisation_id).first()
    context = {
        "instruments": facts.instruments(),
        "own": facts.own_rules(unit, clock.today()) if unit else None,
        "readings": facts.all_readings(unit.readings if unit else {}),
    }
    return render(request, "pages/law.html", context)


@guarded("law.read")
def instrument(request: HttpRequest, number: str) -> HttpResponse:
    """One instrument, article by article."""
    found = facts.whole(number)
    if found is None:
        raise Http404
    return render(request, "pages/instrument.html", {"instrument": found})
