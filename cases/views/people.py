"""Pages about people: papers to sign, the team, respondents."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.audit.log import record_read
from accounts.models import Organisation
from accounts.selectors.people import agreement_of
from accounts.services.agreements import agreement_text, sign_agreement
from accounts.views.guard import guarded
from cases.forms.people import (
    AddRespondentForm,
    AgreementForm,
    CasePapersForm,
    DiscontinueForm,
    EndParticipationForm,
    ParticipantForm,
    RespondentForm,
)
from cases.models import Case, Participant, Respondent
from cases.selectors.case_files import people
from cases.services.complaints import Party
from cases.services.people import add_participant, end_participation, sign_papers
from cases.services.respondents import (
    RespondentData,
    add_respondent,
    amend_respondent,
    discontinue_respondent,
)
from cases.views.moves import Move, Sent, attempt, form_actor, home, load_case, move_view


@guarded("office.enter")
def agreement(request: HttpRequest) -> HttpResponse:
    """The standing confidentiality agreement of the organisation in use."""
    actor = form_actor(request)
    unit = Organisation.objects.get(pk=actor.unit)
    sent = request.POST if request.method == "POST" else None
    form = AgreementForm(sent, actor=actor, scope=None, subject=None)
    if sent is not None:
        outcome = attempt(form, lambda given: sign_agreement(actor=given.actor))
        if outcome.done:
            messages.success(request, "已签署保密协议。")
            return redirect(_back(request))
    context = {
        "form": form,
        "text": agreement_text(unit),
        "signed": agreement_of(actor.person, actor.unit),
        "home": "/",
    }
    return render(request, "cases/agreement.html", context)


def _back(request: HttpRequest) -> str:
    """The page that asked for the signature, when one of ours did."""
    wanted = request.GET.get("next", "")
    return wanted if url_has_allowed_host_and_scheme(wanted, None) else "/"


@guarded("case.read_content", load=load_case)
def team(request: HttpRequest, case: Case) -> HttpResponse:
    """Everybody on the case, what each signed, and what a lack prevents."""
    record_read(actor=form_actor(request), subject=case, what="case_team")
    context = {"scope": case, "home": home(case), "people": people(case)}
    return render(request, "cases/team.html", context)


@guarded("case.read_content", load=load_case)
def respondents(request: HttpRequest, case: Case) -> HttpResponse:
    """The respondents with what is on file for their letters."""
    record_read(actor=form_actor(request), subject=case, what="case_respondents")
    context = {"scope": case, "home": home(case), "respondents": case.respondents.all()}
    return render(request, "cases/respondents.html", context)


def _respondent(case: Case, ids: Mapping[str, Any]) -> Respondent | None:
    return case.respondents.filter(pk=ids["respondent"]).first()


def _participant(case: Case, ids: Mapping[str, Any]) -> Participant | None:
    return case.participants.filter(pk=ids["participant"], until=None).first()


def parties_of(request: HttpRequest, case: Case, subject: Any) -> dict[str, Any]:
    """Parties, works and the agreement: all that may be seen before signing."""
    actor = form_actor(request)
    statement = case.recusal_statements.filter(user_id=actor.person).first()
    unit = Organisation.objects.get(pk=actor.unit)
    return {
        "respondents": case.respondents.all(),
        "works": case.works.all(),
        "text": agreement_text(unit),
        "statement": statement,
    }


def _to_team(sent: Sent, result: Any) -> str:
    return reverse("case_team", kwargs={"pk": sent.scope.pk})


def _to_respondents(sent: Sent, result: Any) -> str:
    return reverse("case_respondents", kwargs={"pk": sent.scope.pk})


def _after_signing(sent: Sent, statement: Any) -> str:
    return "/" if statement.conflicted else home(sent.scope)


def _bring_in(sent: Sent) -> Respondent:
    data = dict(sent.data)
    party = Party(
        data.pop("name"),
        data.pop("kind"),
        data.pop("unit"),
        data.pop("unit_name"),
        data.pop("position"),
    )
    data["conduct"] = tuple(data["conduct"])
    return add_respondent(
        actor=sent.actor, case_id=sent.scope.pk, party=party, seen=sent.seen, **data
    )


SIGN = Move(
    policy="case.sign",
    load=load_case,
    form=CasePapersForm,
    title="签署保密协议和回避声明",
    button="签署",
    done=lambda statement: (
        "已记录您声明的关系，您不再参与本案。" if statement.conflicted else "已签署，可以打开案件。"
    ),
    template="cases/case_sign.html",
    extra=parties_of,
    act=lambda s: sign_papers(
        actor=s.actor,
        case_id=s.scope.pk,
        relations=s.data["relations"],
        detail=s.data["detail"],
    ),
    to=_after_signing,
)
ADD = Move(
    policy="case.run",
    load=load_case,
    form=ParticipantForm,
    title="增加参与人员",
    button="加入本案",
    done="已加入本案；签署保密协议和回避声明后才能打开案件。",
    act=lambda s: add_participant(
        actor=s.actor,
        case_id=s.scope.pk,
        user_id=s.data["user"].pk,
        duty=s.data["duty"],
        since=s.data["since"],
        seen=s.seen,
    ),
    to=_to_team,
)
END = Move(
    policy="case.run",
    load=load_case,
    pick=_participant,
    form=EndParticipationForm,
    title="人员退出",
    button="退出本案",
    done="已退出本案，此前的工作记录保留。",
    act=lambda s: end_participation(
        actor=s.actor,
        case_id=s.scope.pk,
        participant_id=s.subject.pk,
        until=s.data["until"],
        reason=s.data["reason"],
        seen=s.seen,
    ),
    to=_to_team,
)
AMEND = Move(
    policy="case.run",
    load=load_case,
    pick=_respondent,
    form=RespondentForm,
    title="补充被调查人基本情况",
    button="保存基本情况",
    done="已保存；身份证件号码已封存。",
    initial=RespondentForm.initially,
    act=lambda s: amend_respondent(
        actor=s.actor,
        case_id=s.scope.pk,
        respondent_id=s.subject.pk,
        data=RespondentData(**s.data),
        seen=s.seen,
    ),
    to=_to_respondents,
)
ADD_RESPONDENT = Move(
    policy="case.run",
    load=load_case,
    form=AddRespondentForm,
    title="增加被调查人",
    button="列为被调查人",
    done="已列为被调查人；期限不重新计算。",
    act=_bring_in,
    to=_to_respondents,
)
DISCONTINUE = Move(
    policy="case.run",
    load=load_case,
    pick=_respondent,
    form=DiscontinueForm,
    title="终止对被调查人的调查",
    button="终止调查",
    done="已终止对该被调查人的调查。",
    act=lambda s: discontinue_respondent(
        actor=s.actor,
        case_id=s.scope.pk,
        respondent_id=s.subject.pk,
        seen=s.seen,
        **s.data,
    ),
    to=_to_respondents,
)

CASE = "cases/<int:pk>/"
people_urls = [
    path("agreement/", agreement, name="agreement_sign"),
    path(CASE + "sign/", move_view(SIGN), name="case_sign"),
    path(CASE + "team/", team, name="case_team"),
    path(CASE + "team/add/", move_view(ADD), name="case_add_participant"),
    path(CASE + "team/<int:participant>/end/", move_view(END), name="case_end_participation"),
    path(CASE + "respondents/", respondents, name="case_respondents"),
    path(CASE + "respondents/add/", move_view(ADD_RESPONDENT), name="case_add_respondent"),
    path(CASE + "respondents/<int:respondent>/", move_view(AMEND), name="case_respondent"),
    path(
        CASE + "respondents/<int:respondent>/discontinue/",
        move_view(DISCONTINUE),
        name="case_discontinue",
    ),
]
