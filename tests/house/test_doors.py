"""Every view and API operation declares the policy that opens it."""

from collections.abc import Callable

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import get_resolver, path
from ninja import NinjaAPI

from accounts import policies
from misconduct.ops import doors
from tests.support.cast import Cast


def view(policy: str | None, *, public: bool = False) -> Callable[[HttpRequest], HttpResponse]:
    """A view of ours that declares what is given."""

    def shown(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    shown.__module__ = "cases.views.shown"
    if policy is not None:
        shown.policy = policy  # type: ignore[attr-defined]
    return login_not_required(shown) if public else shown


def complaint(*arguments: object, **options: bool) -> list[str]:
    """What is said of a view at /x/."""
    return doors.complaints([path("x/", view(*arguments, **options))])  # type: ignore[arg-type]


def test_a_view_without_a_policy_is_named() -> None:
    assert complaint(None) == ["/x/: cases.views.shown.view.<locals>.shown declares no policy"]


def test_a_policy_nobody_declared_is_named() -> None:
    assert complaint("case.no_such") == ["/x/: policy 'case.no_such' is not declared"]


def test_a_guarded_view_may_not_let_strangers_in() -> None:
    known = policies.names()[0]
    assert complaint(known) == []
    assert "lets strangers past" in complaint(known, public=True)[0]
    assert complaint("public", public=True) == []


def test_an_operation_of_the_api_is_a_door_too() -> None:
    api = NinjaAPI(urls_namespace="test-doors")
    api.get("/cases")(view(None))
    assert "declares no policy" in doors.complaints([path("api/", api.urls)])[0]


def test_every_door_of_the_platform_is_guarded() -> None:
    patterns = get_resolver().url_patterns
    assert sum(1 for each in doors.doors(patterns) if each.ours) > 1
    assert doors.complaints(patterns) == []


@pytest.mark.django_db
def test_strangers_are_led_to_the_sign_in_page(client: Client) -> None:
    for address in ("/", "/accounts/password/change/", "/accounts/2fa/"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/accounts/login/")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/accounts/signup/", "/no/such/page/", "/cases/999999/"])
def test_what_is_not_there_looks_to_a_stranger_like_what_is(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/?next=/")


@pytest.mark.django_db
@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize("address", ["/accounts/signup/", "/no/such/page/", "/cases/999999/"])
def test_missing_and_closed_pages_say_the_same_words(
    cast: Cast, client: Client, settings: object, address: str, debug: bool
) -> None:
    settings.DEBUG = debug  # type: ignore[attr-defined]
    client.force_login(cast.user("officer"))
    answer = client.get(address)
    assert answer.status_code == 404
    assert "没有这个页面，或者它不对您开放。" in answer.content.decode()
