"""Pages of complaints: list, registration, the complaint itself and every move on it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse

from accounts.audit.log import position, record_read
from accounts.views.guard import guarded
from cases.facts_inquiry import advice
from cases.forms.complaints import (
    AcceptForm,
    AssessForm,
    DeclineForm,
    ForwardForm,
    IdentityForm,
    NotifyForm,
    ObjectForm,
    PartyFormSet,
    RegisterForm,
    RuleObjectionForm,
    WorkFormSet,
)
from cases.models import CHECKLIST, Complaint, ComplaintState, Domain, Work
from cases.selectors.complaints import blocked, clocks, letters, next_step
from cases.selectors.lists import Filters, complaint_list
from cases.selectors.timeline import timeline
from cases.services.acceptance import accept_complaint, forward_complaint
from cases.services.complaints import (
    Party,
    Report,
    Subject,
    assess_complaint,
    decline_complaint,
    notify_complainant,
    register_complaint,
)
from cases.services.objections import lodge_objection, open_identity, rule_on_objection
from cases.views.moves import (
    Attempt,
    Move,
    Sent,
    attempt,
    form_actor,
    home,
    load_complaint,
    move_view,
)

PAGE = 25
ADVICE = {
    "accept": "应当受理",
    "decline": "应当不予受理",
    "forward": "应当转送，或告知举报人向何处举报",
}


@guarded("complaint.list")
def listing(request: HttpRequest) -> HttpResponse:
    """The unit's complaints, newest first, with the end of their fifteen days."""
    filters = Filters.of(request.GET.dict())
    rows = complaint_list(form_actor(request), filters)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "filters": filters,
        "states": ComplaintState.choices,
        "domains": Domain.choices,
    }
    return render(request, "cases/complaint_list.html", context)


@guarded("complaint.register")
def register(request: HttpRequest) -> HttpResponse:
    """The long form: several parties and works, which grow without a script as well."""
    actor = form_actor(request)
    sent = request.POST if request.method == "POST" else None
    grown = _grown(request)
    form = RegisterForm(grown or sent, actor=actor, scope=None, subject=None)
    parties = PartyFormSet(grown or sent, prefix="parties")
    works = WorkFormSet(grown or sent, prefix="works")
    status = 200
    if sent is not None and grown is None:
        # Both sets are checked even when the first is wrong, so that every error shows at once.
        complete = all([parties.is_valid(), works.is_valid()])
        outcome = Attempt(False)
        if form.is_valid() and complete:
            outcome = attempt(form, lambda given: _register(given, parties, works))
        if outcome.done:
            messages.success(request, "已登记。", extra_tags=f"draft:{form.draft_id}")
            return redirect("complaint", pk=outcome.result.pk)
        status = outcome.status
    context = {
        "form": form,
        "parties": parties,
        "works": works,
        "growing": grown is not None,
        "home": reverse("complaint_list"),
    }
    return render(request, "cases/complaint_register.html", context, status=status)


def _grown(request: HttpRequest) -> Any:
    """What was sent with one more empty row, when a button asked for it."""
    for prefix in ("parties", "works"):
        if request.method == "POST" and f"add_{prefix}" in request.POST:
            data = request.POST.copy()
            count = data.get(f"{prefix}-TOTAL_FORMS", "1")
            data[f"{prefix}-TOTAL_FORMS"] = str(min(int(count) + 1, 30) if count.isdigit() else 1)
            return data
    return None


def _register(given: Sent, parties: Any, works: Any) -> Complaint:
    data = dict(given.data)
    clear = data.pop("no_relation")
    report = Report(
        **data,
        parties=tuple(Party(**row.cleaned_data) for row in parties),
        works=tuple(Subject(**row.cleaned_data) for row in works),
        registrar_clear=clear,
    )
    return register_complaint(actor=given.actor, report=report)


@guarded("complaint.view", load=load_complaint)
def page(request: HttpRequest, subject: Complaint) -> HttpResponse:
    """Where the complaint stands, what the conditions lead to, and what can be done."""
    actor = form_actor(request)
    record_read(actor=actor, subject=subject, what="complaint")
    found = advice(subject)
    assessed = all(getattr(subject, name) is not None for name in CHECKLIST)
    context = {
        "complaint": subject,
        "scope": subject,
        "home": home(subject),
        "questions": AssessForm.answered(subject),
        "assessed": assessed,
        "advice": found,
        "advice_words": ADVICE[found.advice],
        "step": next_step(subject, found.advice if assessed else ""),
        "blocked": blocked(subject, found.advice if assessed else ""),
        "clocks": clocks(subject),
        "letters": letters(subject),
        "timeline": timeline(subject.chain),
        "works": Work.objects.filter(complaint=subject).select_related("manager"),
    }
    return render(request, "cases/complaint.html", context)


def _objection(complaint: Complaint, ids: Any) -> Any:
    return complaint.objections.filter(pk=ids["objection"]).first()


@guarded("complaint.open_identity", load=load_complaint)
def identity(request: HttpRequest, subject: Complaint) -> HttpResponse:
    """Ask for the reason, then show the identity once; the page is not kept anywhere."""
    actor = form_actor(request)
    sent = request.POST if request.method == "POST" else None
    form = IdentityForm(sent, actor=actor, scope=subject, subject=subject)
    form.see(position(subject.chain))
    shown = None
    status = 200
    if sent is not None:
        outcome = attempt(
            form,
            lambda given: open_identity(
                actor=given.actor, complaint_id=subject.pk, reason=given.data["reason"]
            ),
        )
        shown, status = outcome.result, 200 if outcome.done else outcome.status
    context = {"form": form, "scope": subject, "home": home(subject), "identity": shown}
    response = render(request, "cases/complaint_identity.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


ASSESS = Move(
    policy="complaint.decide",
    load=load_complaint,
    form=AssessForm,
    title="逐项核对受理条件",
    button="保存核对结果",
    done=lambda found: f"已核对。按核对结果，{ADVICE[found.advice]}。",
    template="cases/complaint_assess.html",
    act=lambda s: assess_complaint(
        actor=s.actor,
        complaint_id=s.scope.pk,
        answers={name: value == "yes" for name, value in s.data.items()},
        seen=s.seen,
    ),
)
ACCEPT = Move(
    policy="complaint.decide",
    load=load_complaint,
    form=AcceptForm,
    title="决定受理",
    button="决定受理",
    done="已受理。6个月的调查处理期限开始计算。",
    act=lambda s: accept_complaint(
        actor=s.actor,
        complaint_id=s.scope.pk,
        on=s.data["on"],
        title=s.data["title"],
        join_case_id=s.data["join_case"].pk if s.data["join_case"] else None,
        no_relation=s.data["no_relation"],
        seen=s.seen,
    ),
    to=lambda s, case: reverse("case", kwargs={"pk": case.pk}),
)
DECLINE = Move(
    policy="complaint.decide",
    load=load_complaint,
    form=DeclineForm,
    title="决定不予受理",
    button="决定不予受理",
    done="已作出不予受理的意见。",
    act=lambda s: decline_complaint(actor=s.actor, complaint_id=s.scope.pk, seen=s.seen, **s.data),
)
FORWARD = Move(
    policy="complaint.decide",
    load=load_complaint,
    form=ForwardForm,
    title="转送或告知",
    button="转送或告知",
    done="已转送或告知。",
    act=lambda s: forward_complaint(actor=s.actor, complaint_id=s.scope.pk, seen=s.seen, **s.data),
)
NOTIFY = Move(
    policy="complaint.decide",
    load=load_complaint,
    form=NotifyForm,
    title="登记已通知实名举报人",
    button="登记已通知",
    done="已登记通知日期。",
    act=lambda s: notify_complainant(
        actor=s.actor, complaint_id=s.scope.pk, on=s.data["on"], seen=s.seen
    ),
)
OBJECT = Move(
    policy="complaint.decide",
    load=load_complaint,
    form=ObjectForm,
    title="登记举报人的异议",
    button="登记异议",
    done="已登记异议，请答复。",
    act=lambda s: lodge_objection(actor=s.actor, complaint_id=s.scope.pk, seen=s.seen, **s.data),
)
RULE = Move(
    policy="complaint.decide",
    load=load_complaint,
    pick=_objection,
    form=RuleObjectionForm,
    title="答复异议",
    button="答复异议",
    done="已答复异议。",
    act=lambda s: rule_on_objection(
        actor=s.actor,
        complaint_id=s.scope.pk,
        objection_id=s.subject.pk,
        on=s.data["on"],
        upheld=s.data["upheld"] == "yes",
        answer=s.data["answer"],
        seen=s.seen,
    ),
)

complaint_urls = [
    path("complaints/", listing, name="complaint_list"),
    path("complaints/new/", register, name="complaint_register"),
    path("complaints/<int:pk>/", page, name="complaint"),
    path("complaints/<int:pk>/assess/", move_view(ASSESS), name="complaint_assess"),
    path("complaints/<int:pk>/accept/", move_view(ACCEPT), name="complaint_accept"),
    path("complaints/<int:pk>/decline/", move_view(DECLINE), name="complaint_decline"),
    path("complaints/<int:pk>/forward/", move_view(FORWARD), name="complaint_forward"),
    path("complaints/<int:pk>/notify/", move_view(NOTIFY), name="complaint_notify"),
    path("complaints/<int:pk>/object/", move_view(OBJECT), name="complaint_object"),
    path(
        "complaints/<int:pk>/objections/<int:objection>/",
        move_view(RULE),
        name="complaint_rule_objection",
    ),
    path("complaints/<int:pk>/identity/", identity, name="complaint_identity"),
]
