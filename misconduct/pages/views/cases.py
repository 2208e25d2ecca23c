"""The list of cases, the page of one, and its whole record."""

from dataclasses import replace

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts import clock
from accounts.actors import Actor
from accounts.audit.log import record_read
from accounts.views.guard import guarded
from appeals.selectors import visible_appeals
from cases.models import OPEN_STATES, Case, CaseState, Decision, Domain
from cases.selectors.lists import Filters, case_list, units_of
from cases.selectors.timeline import Happening, timeline
from cases.services.published import comparison
from cases.views.moves import load_case
from misconduct.pages import case_page, facts
from misconduct.pages.facts import SanctionOutcome
from reporting.selectors.lists import visible_submissions

A_PAGE = 30


@guarded("case.list")
def cases(request: HttpRequest) -> HttpResponse:
    """The cases this person may know of; search, filters and order stay in the address."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    filters = Filters.of(request.GET.dict())
    page = Paginator(case_list(actor, filters), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "filters": filters,
        "states": CaseState.choices,
        "domains": Domain.choices,
        "units": units_of(actor),
        "nameless": case_page.nameless(actor),
        "open_states": OPEN_STATES,
        "today": clock.today(),
    }
    return render(request, "pages/case_list.html", context)


@guarded("case.view", load=load_case)
def case(request: HttpRequest, subject: Case) -> HttpResponse:
    """Where the case stands, what must happen next, who does it, by when, on which article."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    record_read(actor=actor, subject=subject, what="case")
    # Published decisions are public and name nobody.
    hidden = case_page.nameless(actor) and not subject.published_source
    found = case_page.guide(actor, subject)
    if hidden:
        found = case_page.without_names(found, case_page.pseudonyms(subject))
    decisions = list(
        Decision.objects.filter(respondent__case=subject)
        .select_related("respondent", "organisation")
        .prefetch_related("measures")
    )
    context = {
        "case": subject,
        "nameless": hidden,
        "first": found.steps[0] if found.steps else None,
        "others": found.steps[1:],
        "blocked": found.blocked,
        "actions": [] if hidden else [*found.actions, *case_page.lodging(actor, decisions)],
        "track": case_page.track(subject),
        "ended": subject.state not in OPEN_STATES,
        "printed": decisions[0] if subject.published_source and decisions else None,
        "comparison": _comparison(subject, decisions),
        "respondents": _respondents(subject, decisions, hidden),
        "documents": [] if hidden else list(subject.documents.all()),
        "deadlines": case_page.deadlines(subject),
        "people": [] if hidden else case_page.people(subject),
        "timeline": _timeline(subject, hidden, limit=12),
        "works": [] if hidden else list(subject.works.select_related("manager")),
        "complaints": list(subject.complaints.select_related("referred_by")),
        "appeals": list(visible_appeals(actor).filter(case=subject)),
        "submissions": list(visible_submissions(actor).filter(case=subject)),
        "instruments": facts.titles(subject),
        "readings": facts.kept_readings(subject),
    }
    return render(request, "pages/case.html", context)


@guarded("case.view", load=load_case)
def case_record(request: HttpRequest, subject: Case) -> HttpResponse:
    """Every event of the case, newest first."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    record_read(actor=actor, subject=subject, what="case_record")
    context = {
        "case": subject,
        "nameless": case_page.nameless(actor),
        "timeline": _timeline(subject, case_page.nameless(actor), limit=None),
    }
    return render(request, "pages/case_record.html", context)


def _timeline(subject: Case, hidden: bool, limit: int | None) -> list[Happening]:
    found = timeline(subject.chain, limit=limit)
    return [replace(entry, by="") for entry in found] if hidden else found


def _comparison(subject: Case, decisions: list[Decision]) -> SanctionOutcome | None:
    """What the rules find about a published decision: information, never a reproach."""
    if not subject.published_source or not decisions:
        return None
    return comparison(decisions[0])


def _respondents(subject: Case, decisions: list[Decision], hidden: bool) -> list[dict[str, object]]:
    newest = {decision.respondent_id: decision for decision in decisions}
    rows = []
    pseudonyms = case_page.pseudonyms(subject) if hidden else {}
    for respondent in subject.respondents.prefetch_related("findings"):
        finding = max(respondent.findings.all(), key=lambda f: f.version, default=None)
        rows.append(
            {
                "name": pseudonyms.get(respondent.name, respondent.name),
                "position": ""
                if hidden
                else " ".join(filter(None, (respondent.unit_name, respondent.position))),
                "state": respondent.get_state_display(),
                "conduct": facts.conduct(finding.conduct) if finding else "",
                "severity": facts.severity(finding.severity) if finding else "",
                "decision": newest.get(respondent.pk),
            }
        )
    return rows
