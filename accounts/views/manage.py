"""What the pages of the administration share: one way to send a form to a service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from accounts import events
from accounts.actors import Actor
from accounts.audit.log import position
from accounts.forms.administration import ManageForm
from accounts.models import Event, Organisation, User
from accounts.refusals import Conflict, NotYours, Refused

Service = Callable[[ManageForm], Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A page with one form: its words, where it leads back to, what is said when it is done.

    ``more`` is what its template shows besides the form.
    """

    title: str
    button: str
    done: str
    back: str
    crumbs: tuple[tuple[str, str], ...]
    intro: str = ""
    template: str = "accounts/form.html"
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """An event somebody else made meanwhile."""

    at: Any
    label: str
    by: str


def actor_of(request: HttpRequest) -> Actor:
    """The person the middleware found."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def sent_data(request: HttpRequest) -> QueryDict | None:
    """What was sent, for a form; None for a page that is only opened."""
    return request.POST if request.method == "POST" else None


def answer(
    request: HttpRequest,
    page: Page,
    form: ManageForm,
    act: Service,
    subject: Organisation | User | None = None,
    onward: Callable[[Any], HttpResponse] | None = None,
) -> HttpResponse:
    """The form; 422 with the reasons when refused, 409 with the changes when overtaken.

    When done: ``onward`` of the service's result, or the page it leads back to, with a message.
    """
    if request.method != "POST":
        if subject is not None:
            form.see(position(subject.chain))
        return _show(request, page, form)
    try:
        result = _done(form, act)
    except Conflict as conflict:
        if subject is not None:
            form.see(position(subject.chain))
        return _show(request, page, form, status=409, changes=_changes(conflict))
    if form.errors:
        return _show(request, page, form, status=422)
    if onward is not None:
        return onward(result)
    messages.success(request, page.done)
    return redirect(page.back)


def _done(form: ManageForm, act: Service) -> Any:
    """The service's result, or errors in the form: its own, or what the service refused."""
    if not form.is_valid():
        return None
    try:
        return act(form)
    except Refused as refused:
        form.add_refusal(refused.outcome, form.places)
        return None
    except NotYours as hidden:
        raise Http404 from hidden


def _show(
    request: HttpRequest,
    page: Page,
    form: ManageForm,
    status: int = 200,
    changes: tuple[Change, ...] = (),
) -> HttpResponse:
    context = {"page": page, "form": form, "changes": changes, **page.more}
    return render(request, page.template, context, status=status)


def _changes(conflict: Conflict) -> tuple[Change, ...]:
    return tuple(
        Change(event.at, events.label(event.name), event.actor_name)
        for event in conflict.since
        if isinstance(event, Event)
    )
