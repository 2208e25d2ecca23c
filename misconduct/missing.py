"""One answer for a page that is not there and a page that is not yours (design 7)."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class MissingPageMiddleware:
    """Shows our own 404 in every shape, and leads strangers to the sign-in page.

    With DEBUG on Django would list every address there is, on a page nobody can read; a stranger
    who gets a 404 for one address and the sign-in page for another learns which of them exist.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return render(request, "404.html", status=404)
