"""Puts the actor (person, organisation in use, roles) on every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from accounts.actors import Actor
from accounts.models import User
from accounts.selectors.people import actor_for

SESSION_KEY = "organisation_in_use"
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
