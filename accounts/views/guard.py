"""Every view names the policy that opens it; a view without one fails the check."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from accounts.policies import may
from accounts.services.permissions import citation_of

View = Callable[..., HttpResponse]


def guarded(name: str, load: Callable[..., Any] | None = None) -> Callable[[View], View]:
    """Open the view to those whom policy ``name`` allows.

    ``load`` turns the URL's arguments into the subject, which the view then gets instead of them
    (None from it is a 404). A hidden answer is a 404, a denied one says why, with the article, or
    leads to the page that opens the way.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            subject = load(**kwargs) if load else None
            actor = request.actor  # type: ignore[attr-defined]
            if load and subject is None:
                raise Http404
            permission = may(name, actor, subject)
            if permission.hidden:
                raise Http404
            if permission.then and not permission.allowed:
                return redirect(_detour(_address(permission.then, subject), request))
            if not permission.allowed:
                context = {
                    "reason": permission.reason,
                    "citation": citation_of(permission.basis),
                }
                return render(request, "403.html", context, status=403)
            return view(request, subject) if load else view(request, **kwargs)

        inner.policy = name  # type: ignore[attr-defined]
        return inner

    return wrap


def _detour(address: str, request: HttpRequest) -> str:
    """The address with the way back to what was asked for."""
    if request.method != "GET":
        return address
    return f"{address}?{urlencode({'next': request.get_full_path()})}"


def _address(name: str, subject: Any) -> str:
    """The page that opens the way: the subject's own, else the general one of that name."""
    try:
        return reverse(name, kwargs={"pk": getattr(subject, "pk", None)})
    except NoReverseMatch:
        return reverse(name)
