"""Proposing a decision: the page with the rules beside it, and the check that saves nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.audit.log import position, record_read
from accounts.views.guard import View, guarded
from cases.forms.sanction_benchmark import GRADE
from cases.forms.sanction_sheet import proposed, sheet
from cases.forms.sanctions import WITH_DETAIL, MitigationForm, RedraftForm, SanctionsForm, typed
from cases.models import Case, Decision, Respondent, RespondentState
from cases.selectors.decision_steps import limit
from cases.services.corrections import mitigate_decision
from cases.services.drafting import draft_decision, redraft_decision
from cases.views.moves import Attempt, Sent, attempt, form_actor, home, load_case


@dataclass(frozen=True, slots=True)
class Desk:
    """One of the pages on which measures are chosen; ``act`` gets what was sent and the form."""

    form: type[SanctionsForm]
    title: str
    check: str
    pick: Callable[[Case, Mapping[str, Any]], Any]
    act: Callable[[Sent, SanctionsForm], Decision]
    exempting: str = "拟定对{}免予处理的决定"


def pick_respondent(case: Case, ids: Mapping[str, Any]) -> Respondent | None:
    """The respondent of an address, with a finding to stand on."""
    found = case.respondents.filter(pk=ids["respondent"], findings__isnull=False).first()
    if found is not None:
        found.case = case
    return found


def pick_decision(case: Case, ids: Mapping[str, Any]) -> Decision | None:
    """The decision of an address."""
    found = (
        Decision.objects.filter(pk=ids["decision"], respondent__case=case)
        .select_related("respondent", "finding", "organisation")
        .first()
    )
    if found is not None:
        found.respondent.case = case
    return found


def _draft(sent: Sent, form: SanctionsForm) -> Decision:
    return draft_decision(
        actor=sent.actor,
        respondent_id=sent.subject.pk,
        proposal=form.proposal(),
        on=sent.data["on"],
        seen=sent.seen,
    )


def _redraft(sent: Sent, form: SanctionsForm) -> Decision:
    return redraft_decision(
        actor=sent.actor,
        decision_id=sent.subject.pk,
        proposal=form.proposal(),
        reason=sent.data["reason"],
        on=sent.data["on"],
        seen=sent.seen,
    )


def _mitigate(sent: Sent, form: SanctionsForm) -> Decision:
    data = sent.data
    return mitigate_decision(
        actor=sent.actor,
        decision_id=sent.subject.pk,
        proposal=form.proposal(),
        applied_on=data["applied_on"],
        national_media_promise=data["national_media_promise"],
        major_contribution=data["major_contribution"],
        on=data["on"],
        seen=sent.seen,
    )


DRAFT = Desk(SanctionsForm, "拟定对{}的处理措施", "sanctions_check", pick_respondent, _draft)
REDRAFT = Desk(RedraftForm, "改拟对{}的处理措施", "redraft_check", pick_decision, _redraft)
MITIGATE = Desk(MitigationForm, "对{}减轻处理", "mitigation_check", pick_decision, _mitigate)


def desk_view(desk: Desk) -> View:
    """The page of a desk: shows, takes a way over on request, hands a proposal to its service."""

    @guarded("case.run", load=load_case)
    def view(request: HttpRequest, case: Case) -> HttpResponse:
        if request.method != "POST":
            record_read(actor=form_actor(request), subject=case, what="sanctions")
            form = _form(desk, request, case)
            form.see(position(case.chain))
            return _page(desk, request, form, None)
        form = _form(desk, request, case, request.POST)
        if "way" in request.POST:
            return _page(desk, request, _taken(desk, request, case, form), None, kept=True)
        outcome = attempt(form, lambda sent: desk.act(sent, form), **form.where())
        if not outcome.done:
            return _page(desk, request, form, outcome)
        said = "已保存拟定的决定。下一步：制作事先告知书。"
        messages.success(request, said, extra_tags=f"draft:{form.draft_id}")
        return redirect("decision", pk=case.pk, decision=outcome.result.pk)

    return view


def check_view(desk: Desk) -> View:
    """The live check: verdict, chart and reasons for what the form shows now; saves nothing."""

    @require_POST
    @guarded("case.run", load=load_case)
    def view(request: HttpRequest, case: Case) -> HttpResponse:
        form = _form(desk, request, case, request.POST)
        context = _context(desk, request, form)
        return render(request, "cases/parts/sanction_answer.html", context)

    return view


def _form(desk: Desk, request: HttpRequest, case: Case, *sent: Any, **more: Any) -> SanctionsForm:
    assert request.resolver_match is not None
    subject = desk.pick(case, request.resolver_match.kwargs)
    if subject is None:
        raise Http404
    return desk.form(*sent, actor=form_actor(request), scope=case, subject=subject, **more)


def _taken(desk: Desk, request: HttpRequest, case: Case, form: SanctionsForm) -> SanctionsForm:
    """The form with the way asked for, which must still be one for what was sent."""
    check = sheet(form).check
    offered = {way.sentence: way.proposal for way in check.ways} if check else {}
    after = offered.get(request.POST["way"])
    if after is None:
        messages.warning(request, "内容已经改过，原来的改法不再适用；请看现在的检查结果。")
        return form
    messages.info(request, "已照此修改，还没有保存；请看过再保存。")
    return _form(desk, request, case, initial=form.changed(proposed(typed(form)), after))


def _page(
    desk: Desk,
    request: HttpRequest,
    form: SanctionsForm,
    outcome: Attempt | None,
    *,
    kept: bool = False,
) -> HttpResponse:
    context = {
        **_context(desk, request, form),
        "changes": outcome.changes if outcome else (),
        # What the server shows is newer than the draft in the browser.
        "kept": kept or form.is_bound,
    }
    status = outcome.status if outcome else 200
    return render(request, "cases/sanctions.html", context, status=status)


def _context(desk: Desk, request: HttpRequest, form: SanctionsForm) -> dict[str, Any]:
    subject, case = form.subject, form.scope
    respondent = subject.respondent if isinstance(subject, Decision) else subject
    exempted = respondent.state == RespondentState.EXEMPTED
    found = sheet(form)
    assert request.resolver_match is not None
    ids = request.resolver_match.kwargs
    extras = (
        "starts_on",
        "register_until",
        "reason",
        "applied_on",
        "national_media_promise",
        "major_contribution",
    )
    return {
        "form": form,
        "scope": case,
        "home": home(case),
        "respondent": respondent,
        "exempted": exempted,
        "title": (desk.exempting if exempted else desk.title).format(respondent.name),
        "check_url": reverse(desk.check, kwargs=ids),
        "sheet": found,
        "limit": limit(case),
        "details": [form[f"detail_{item}"] for item in WITH_DETAIL],
        "reasons": [form[name] for name in found.asked],
        "grades": [form[name] for name in form.fields if name.startswith(GRADE)],
        "extras": [form[name] for name in extras if name in form.fields],
    }
