"""Signing in by user name, and what happens to those who guess."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, RequestFactory

from misconduct.adapter import client_address
from tests.support.people import PASSWORD

pytestmark = pytest.mark.django_db
LIMIT = 10


@pytest.fixture(autouse=True)
def officer(settings: Any) -> None:
    """An account; the limit by the minute is switched off to reach the one by the name."""
    settings.ACCOUNT_RATE_LIMITS = False
    get_user_model().objects.create_user("officer", password=PASSWORD, name="李慎")


def attempt(client: Client, password: str, username: str = "officer") -> Any:
    """Send the sign-in form."""
    return client.post("/accounts/login/", {"login": username, "password": password})


def test_the_right_password_opens(client: Client) -> None:
    assert attempt(client, PASSWORD)["Location"] == "/"


def test_a_wrong_name_and_a_wrong_password_read_the_same(client: Client) -> None:
    wrong_password = attempt(client, "wrong").context["form"].errors
    wrong_name = attempt(client, "wrong", "nobody").context["form"].errors
    assert wrong_password == wrong_name


def test_after_ten_wrong_ones_even_the_right_password_waits(client: Client) -> None:
    for _ in range(LIMIT):
        attempt(client, "wrong")
    locked = attempt(client, PASSWORD)
    assert locked.status_code == 429
    assert "请15分钟后再试" in locked.content.decode()


def test_a_stranger_elsewhere_locks_nobody_out(client: Client) -> None:
    stranger = Client(REMOTE_ADDR="203.0.113.5")
    for _ in range(LIMIT + 1):
        attempt(stranger, "wrong")
    assert attempt(client, PASSWORD).status_code == 302


def test_the_forwarded_address_counts_only_behind_a_trusted_proxy(settings: Any) -> None:
    headers = {"HTTP_X_FORWARDED_FOR": "203.0.113.9", "REMOTE_ADDR": "10.0.0.1"}
    request = RequestFactory().get("/", **headers)
    assert client_address(request) == "10.0.0.1"
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert client_address(request) == "203.0.113.9"
