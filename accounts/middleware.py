"""Who acts, on every request, and that they act with a password of their own."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.actors import Actor
from accounts.models import User
from accounts.selectors.people import actor_for

SESSION_KEY = "organisation_in_use"
# What somebody with a password given by the administrator may still open.
OWN_PASSWORD = frozenset({"account_change_password", "account_logout", "account_reauthenticate"})
NOBODY = Actor(user_id=None, name="", organisation_id=None)


class ActorMiddleware:
    """``request.actor`` for views; after the authentication middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        actor = NOBODY
        if isinstance(user, User):
            actor = actor_for(user, request.session.get(SESSION_KEY))
        request.actor = actor  # type: ignore[attr-defined]
        return self.get_response(request)


class OwnPasswordMiddleware:
    """Leads whoever signed in with a one-time password to choosing their own, before anything."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any
    ) -> HttpResponse | None:
        """A redirect for them, nothing for everybody else and where strangers may go too."""
        user = request.user
        if not (isinstance(user, User) and user.must_change_password):
            return None
        name = request.resolver_match.url_name if request.resolver_match else None
        if name in OWN_PASSWORD or not getattr(view, "login_required", True):
            return None
        return redirect("account_change_password")
