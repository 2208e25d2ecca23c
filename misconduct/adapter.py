"""How sign-in differs from allauth's defaults: accounts are given by the system administrator."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse

from accounts.models import User
from accounts.services.people import password_chosen


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody signs up by himself."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: who has an account is decided by the unit."""
        return False

    def set_password(self, user: User, password: str) -> None:
        """A password chosen by its owner ends the one-time one, and is on the record."""
        password_chosen(user=user, password=password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """On to one's own first page: whoever was held up here wanted to go there."""
        return reverse("home")


def client_address(request: HttpRequest) -> str | None:
    """The address sign-in attempts are counted by: behind the trusted proxies, if there are any."""
    if "REMOTE_ADDR" not in request.META:
        return None
    return ClosedAdapter(request).get_client_ip(request)
