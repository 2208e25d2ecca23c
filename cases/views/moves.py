"""The one view behind every move of a case or complaint.

Declare a ``Move`` and mount ``move_view(move)``::

    SUSPEND = Move(
        policy="case.suspend", load=load_case, form=SuspendForm, title="中止调查",
        button="中止调查", done="已中止调查。",
        act=lambda sent: suspend(
            actor=sent.actor, case_id=sent.scope.pk, seen=sent.seen, **sent.data
        ),
    )
    path("cases/<int:pk>/suspend/", move_view(SUSPEND), name="case_suspend")

The address names the scope as ``pk`` (what the policy is asked about). A move on a part of it
(a respondent, a decision) adds its id to the address and a ``pick``::

    path("cases/<int:pk>/decisions/<int:decision>/approve/", ...)
    pick=lambda case, ids: Decision.objects.filter(
        pk=ids["decision"], respondent__case=case
    ).first()

What the view answers: the form (read logged); 404 when hidden or gone; 422 with the errors at the
top, beside their fields and with their articles when the service refuses; 409 with the events since
when somebody was faster, the input kept for a second submission; else a message and a redirect.
Views with formsets or several buttons use ``attempt`` themselves.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.actors import Actor
from accounts.audit.log import position, record_read
from accounts.models import Event
from accounts.refusals import Conflict, NotYours, Refused
from accounts.views.guard import View, guarded
from cases import events
from cases.forms.moves import MoveForm
from cases.models import Case, Complaint


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sent: who, about what, the cleaned fields, and the events they had seen."""

    actor: Actor
    scope: Any
    subject: Any
    data: dict[str, Any]
    seen: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """An event somebody else made meanwhile, as the conflict notice lists it."""

    at: Any
    label: str
    by: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """How it went: done with the service's result, refused (the form says why), or overtaken."""

    done: bool
    result: Any = None
    changes: tuple[Change, ...] = ()

    @property
    def status(self) -> int:
        """The HTTP status of the page that shows the form again."""
        return 409 if self.changes else 422


def load_case(pk: int, **_: Any) -> Case | None:
    """The case of an address, None when there is none."""
    return Case.objects.select_related("organisation").filter(pk=pk).first()


def load_complaint(pk: int, **_: Any) -> Complaint | None:
    """The complaint of an address, None when there is none."""
    return Complaint.objects.select_related("organisation").filter(pk=pk).first()


def home(scope: Any) -> str:
    """The page of the case, the complaint, or whatever the scope says is its page."""
    if hasattr(scope, "get_absolute_url"):
        return str(scope.get_absolute_url())
    name = "complaint" if isinstance(scope, Complaint) else "case"
    return reverse(name, kwargs={"pk": scope.pk})


@dataclass(frozen=True, slots=True)
class Move:
    """One move: who may, what is asked, which service does it, and what is said then.

    ``done`` may be a function of the service's result; ``to`` gives the address to go to next
    (default: the page of the scope); ``extra`` adds to the template's context.
    """

    policy: str
    load: Callable[..., Any]
    form: type[MoveForm]
    title: str
    button: str
    done: str | Callable[[Any], str]
    act: Callable[[Sent], Any]
    pick: Callable[[Any, Mapping[str, Any]], Any] | None = None
    to: Callable[[Sent, Any], str] | None = None
    template: str = "cases/move.html"
    intro: str = ""
    extra: Callable[[HttpRequest, Any, Any], Mapping[str, Any]] | None = None
    initial: Callable[[Any], Mapping[str, Any]] | None = None
    places: Mapping[str, str] = field(default_factory=dict)


def attempt(form: MoveForm, act: Callable[[Sent], Any], **places: str) -> Attempt:
    """Send a bound form to a service; what it refuses lands in the form. NotYours is a 404."""
    if not form.is_valid():
        return Attempt(False)
    data = dict(form.cleaned_data)
    seen = data.pop("seen", None)
    try:
        return Attempt(True, act(Sent(form.actor, form.scope, form.subject, data, seen)))
    except Refused as refused:
        form.add_refusal(refused.outcome, {**form.places, **places})
        return Attempt(False)
    except Conflict as conflict:
        form.see(position(form.scope.chain))
        return Attempt(False, changes=_changes(conflict))
    except NotYours as hidden:
        raise Http404 from hidden


def move_view(move: Move) -> View:
    """The guarded view of a move."""

    @guarded(move.policy, load=move.load)
    def view(request: HttpRequest, scope: Any) -> HttpResponse:
        subject = _subject(move, scope, request)
        if request.method == "POST":
            form = _form(move, request, scope, subject, request.POST, request.FILES)
            outcome = attempt(form, move.act, **move.places)
            if outcome.done:
                return _onward(move, request, form, outcome.result)
            return _page(move, request, form, outcome)
        record_read(actor=form_actor(request), subject=scope, what=_name(request))
        form = _form(move, request, scope, subject)
        form.see(position(scope.chain))
        return _page(move, request, form, None)

    return view


def form_actor(request: HttpRequest) -> Actor:
    """The person the middleware found, typed."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def _subject(move: Move, scope: Any, request: HttpRequest) -> Any:
    if move.pick is None:
        return scope
    assert request.resolver_match is not None
    subject = move.pick(scope, request.resolver_match.kwargs)
    if subject is None:
        raise Http404
    return subject


def _form(move: Move, request: HttpRequest, scope: Any, subject: Any, *sent: Any) -> MoveForm:
    given = dict(move.initial(subject)) if move.initial else {}
    return move.form(*sent, actor=form_actor(request), scope=scope, subject=subject, initial=given)


def _onward(move: Move, request: HttpRequest, form: MoveForm, result: Any) -> HttpResponse:
    said = move.done if isinstance(move.done, str) else move.done(result)
    # The browser drops the draft when it sees that the form was sent.
    messages.success(request, said, extra_tags=f"draft:{form.draft_id}" if form.draft_id else "")
    data = {k: v for k, v in form.cleaned_data.items() if k != "seen"}
    sent = Sent(form.actor, form.scope, form.subject, data, None)
    return redirect(move.to(sent, result) if move.to else home(form.scope))


def _page(
    move: Move, request: HttpRequest, form: MoveForm, outcome: Attempt | None
) -> HttpResponse:
    more = move.extra(request, form.scope, form.subject) if move.extra else {}
    context = {
        "move": move,
        "form": form,
        "scope": form.scope,
        "subject": form.subject,
        "home": home(form.scope),
        "changes": outcome.changes if outcome else (),
        **more,
    }
    return render(request, move.template, context, status=outcome.status if outcome else 200)


def _changes(conflict: Conflict) -> tuple[Change, ...]:
    return tuple(
        Change(e.at, events.label(e.name), e.actor_name)
        for e in conflict.since
        if isinstance(e, Event)
    )


def _name(request: HttpRequest) -> str:
    match = request.resolver_match
    return (match.url_name or "") if match else ""
