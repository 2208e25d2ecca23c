"""Choosing the organisation in use, at the top of the page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.middleware import SESSION_KEY
from accounts.selectors.people import organisations_of
from accounts.views.guard import guarded


@require_POST
@guarded("office.signed_in")
def switch_organisation(request: HttpRequest) -> HttpResponse:
    """Act for another of one's own organisations from now on."""
    actor = request.actor  # type: ignore[attr-defined]
    chosen = request.POST.get("organisation", "")
    for organisation in organisations_of(actor.user_id):
        if str(organisation.pk) == chosen:
            request.session[SESSION_KEY] = organisation.pk
            messages.success(request, f"现在以{organisation.name}的身份办理。")
    return redirect("home")
