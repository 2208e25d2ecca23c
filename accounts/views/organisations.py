"""Pages about units: the tree, one unit, its registration, powers, rules, readings, benchmark."""

from dataclasses import asdict, fields, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts import clock
from accounts.facts import rules_on
from accounts.forms.administration import OrganisationForm, PowersForm, power_lines
from accounts.forms.files import BenchmarkForm, RulesForm
from accounts.forms.readings import ReadingsForm
from accounts.forms.unit_rules import compared, versions
from accounts.models import Organisation
from accounts.selectors.administration import members, record_of, tree
from accounts.services.benchmarks import register_benchmark
from accounts.services.organisations import (
    OrganisationData,
    add_organisation,
    amend_organisation,
    set_powers,
)
from accounts.services.readings import chosen_readings, set_readings
from accounts.services.unit_rules import register_rules
from accounts.views.guard import guarded
from accounts.views.manage import Page, actor_of, answer, sent_data


def load_organisation(pk: int) -> Organisation | None:
    """The unit of an address, None when there is none."""
    return Organisation.objects.select_related("superior").filter(pk=pk).first()


def top() -> tuple[str, str]:
    """The first crumb of every page below."""
    return reverse("people"), "单位与人员"


@guarded("administration.manage")
def people(request: HttpRequest) -> HttpResponse:
    """Every unit below its superior, and the way to the accounts."""
    branches = tree()
    return render(request, "accounts/people.html", {"branches": branches})


@guarded("administration.manage")
def organisation_add(request: HttpRequest) -> HttpResponse:
    """Register a unit."""
    url, _ = top()
    page = Page("登记单位", "登记单位", "已登记单位。", url, (top(),))
    form = OrganisationForm(sent_data(request))
    return answer(
        request,
        page,
        form,
        lambda _: add_organisation(actor=actor_of(request), data=form.registered()),
    )


@guarded("administration.manage", load=load_organisation)
def organisation(request: HttpRequest, subject: Organisation) -> HttpResponse:
    """What is registered of a unit, who is there, what it may impose, what was changed."""
    context = {
        "organisation": subject,
        "members": list(members(subject)),
        "powers": power_lines(subject),
        "readings": chosen_readings(subject),
        "own_rules": versions(subject, clock.today()),
        "benchmarks": list(subject.benchmarks.select_related("registered_by")),
        "below": list(subject.subordinates.all()),
        "record": record_of(subject),
        "top": top(),
    }
    return render(request, "accounts/organisation.html", context)


@guarded("administration.manage", load=load_organisation)
def organisation_edit(request: HttpRequest, subject: Organisation) -> HttpResponse:
    """Change what is registered."""
    page = _page(subject, "修改单位信息", "保存修改", "已修改单位信息。")
    form = OrganisationForm(sent_data(request), subject=subject, initial=asdict(_data(subject)))
    return answer(
        request,
        page,
        form,
        lambda sent: amend_organisation(
            actor=actor_of(request),
            organisation_id=subject.pk,
            data=form.registered(),
            seen=sent.cleaned_data["seen"],
        ),
        subject,
    )


@guarded("administration.manage", load=load_organisation)
def organisation_powers(request: HttpRequest, subject: Organisation) -> HttpResponse:
    """Which of the fourteen measures the unit may impose, each with its basis."""
    intro = "本单位可以作出的处理措施，逐项写明依据；没有权限的留空，需要时向有权限的单位提出建议。"
    page = _page(subject, "登记处理权限", "保存处理权限", "已登记处理权限。", intro)
    form = PowersForm(sent_data(request), subject=subject)
    return answer(
        request,
        page,
        form,
        lambda sent: set_powers(
            actor=actor_of(request),
            organisation_id=subject.pk,
            powers=form.powers(),
            seen=sent.cleaned_data["seen"],
        ),
        subject,
    )


@guarded("administration.manage", load=load_organisation)
def organisation_readings(request: HttpRequest, subject: Organisation) -> HttpResponse:
    """How the unit reads what the law leaves open and leaves to it."""
    intro = (
        "条文没有写明、由本单位选择的事项。选定的是解读，不是条文。"
        "案件沿用受理时的解读，选定的用于以后受理的案件；还没有受理的举报，"
        "以及本单位对其他单位的案件办理的复核、汇交，按现在选定的。"
    )
    page = _page(subject, "选定本单位解读", "保存本单位解读", "已选定本单位解读。", intro)
    page = replace(page, template="accounts/readings.html")
    form = ReadingsForm(sent_data(request), subject=subject)
    return answer(
        request,
        page,
        form,
        lambda sent: set_readings(
            actor=actor_of(request),
            organisation_id=subject.pk,
            chosen=form.chosen(),
            seen=sent.cleaned_data["seen"],
        ),
        subject,
    )


@guarded("administration.manage", load=load_organisation)
def organisation_benchmark(request: HttpRequest, subject: Organisation) -> HttpResponse:
    """Hand in the unit's discretion benchmark."""
    intro = "裁量基准只提出情节和期限的建议及理由，供拟定处理措施时参考，不是条文，不约束任何人。"
    page = _page(subject, "登记裁量基准", "登记裁量基准", "已登记裁量基准。", intro)
    form = BenchmarkForm(sent_data(request), request.FILES or None)
    return answer(
        request,
        page,
        form,
        lambda sent: register_benchmark(
            actor=actor_of(request),
            organisation_id=subject.pk,
            text=sent.cleaned_data["text"],
            seen=sent.cleaned_data["seen"],
        ),
        subject,
    )


@guarded("administration.manage", load=load_organisation)
def organisation_rules(request: HttpRequest, subject: Organisation) -> HttpResponse:
    """The unit's own rules in force beside the law, every version, and a new one handed in."""
    current = rules_on(subject, clock.today())
    intro = (
        "本单位的细则可以严于国家和省的规定，不得低于；有一处低于的，整个文件不予采用，"
        "并逐条指出。登记后受理的案件适用，已经受理的仍按受理时的规定。"
    )
    page = replace(
        _page(subject, "登记本单位规定", "登记本单位规定", "已登记本单位规定。", intro),
        template="accounts/rules.html",
        more={
            "current": current,
            "compared": compared(current) if current else [],
            "versions": versions(subject, clock.today()),
        },
    )
    form = RulesForm(sent_data(request), request.FILES or None)
    return answer(
        request,
        page,
        form,
        lambda sent: register_rules(
            actor=actor_of(request),
            organisation_id=subject.pk,
            text=sent.cleaned_data["text"],
            seen=sent.cleaned_data["seen"],
        ),
        subject,
    )


def _page(subject: Organisation, title: str, button: str, done: str, intro: str = "") -> Page:
    url = reverse("organisation", kwargs={"pk": subject.pk})
    return Page(title, button, done, url, (top(), (url, subject.name)), intro)


def _data(subject: Organisation) -> OrganisationData:
    values: dict[str, Any] = {f.name: getattr(subject, f.name) for f in fields(OrganisationData)}
    return OrganisationData(**values)
