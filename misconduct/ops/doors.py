"""Every door into the platform: each view and API operation with the policy that opens it."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver

from accounts import policies

PUBLIC = "public"
OURS = ("misconduct", "reporting", "appeals", "cases", "accounts")
# Whose pages ask for themselves who may: signing in and out, static files, the API's description.
OTHERS = ("allauth", "django.contrib.staticfiles", "django.views.static", "ninja.openapi")


@dataclass(frozen=True)
class Door:
    """One way in: its address, the view's place, its policy, whether strangers reach it."""

    address: str
    view: str
    ours: bool
    policy: str | None
    open_to_strangers: bool


def doors(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[Door]:
    """Every view below the patterns."""
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from doors(pattern.url_patterns, address)
        else:
            yield from (door(address, view) for view in views_of(pattern.callback))


def views_of(callback: Callable[..., Any]) -> list[Callable[..., Any]]:
    """The functions behind one pattern: several for an address of the API."""
    if callback.__module__ == "ninja.operation":
        address = inspect.getclosurevars(callback).nonlocals["self"]
        return [operation.view_func for operation in address.operations]
    return [callback]


def door(address: str, view: Callable[..., Any]) -> Door:
    """What one view declares about itself."""
    place = f"{view.__module__}.{getattr(view, '__qualname__', type(view).__name__)}"
    return Door(
        address=address,
        view=place,
        ours=place.startswith(OURS) or not place.startswith(OTHERS),
        policy=getattr(view, "policy", None),
        open_to_strangers=not getattr(view, "login_required", True),
    )


def complaints(patterns: list[URLPattern | URLResolver]) -> list[str]:
    """What is wrong with the doors: no policy, one nobody declared, open against its word."""
    known = {*policies.names(), PUBLIC}
    found = []
    for each in doors(patterns):
        if not each.ours:
            continue
        if each.policy is None:
            found.append(f"{each.address}: {each.view} declares no policy")
        elif each.policy not in known:
            found.append(f"{each.address}: policy {each.policy!r} is not declared")
        elif each.open_to_strangers and each.policy != PUBLIC:
            found.append(f"{each.address}: {each.view} lets strangers past {each.policy!r}")
    return found
