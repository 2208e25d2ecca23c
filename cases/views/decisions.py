"""Pages of a decision: where it stands, and every move from the finding to the end of the case."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.audit.log import record_read
from accounts.views.guard import guarded
from cases.forms.decisions import (
    AbandonForm,
    AnswerForm,
    ApproveForm,
    CloseForm,
    CorrectForm,
    EffectForm,
    HeardForm,
    IssueForm,
    NoticeForm,
    NoticeServedForm,
    ProposalForm,
    SendingForm,
    ServeForm,
    StatementForm,
    TellForm,
)
from cases.forms.findings import ClearingForm, FindingForm
from cases.models import Case, Notification, Respondent
from cases.policies import deciders
from cases.selectors.decision_steps import steps_of_decision
from cases.selectors.decisions import decision_file
from cases.services.approval import approve_decision
from cases.services.closing import clear_respondent, close_case
from cases.services.corrections import correct_decision
from cases.services.drafting import abandon_decision
from cases.services.effect import declare_effective
from cases.services.findings import determine_respondent
from cases.services.hearing import answer_points, conclude_hearing, record_statement
from cases.services.issuing import issue_decision
from cases.services.notices import prepare_notice, serve_notice
from cases.services.sendings import propose_measures, record_sending
from cases.services.serving import serve_decision, tell_complainant
from cases.views.moves import Move, Sent, form_actor, home, load_case
from cases.views.sanctions import pick_decision

Ids = Mapping[str, Any]


def pick_respondent(case: Case, ids: Ids) -> Respondent | None:
    """The respondent of an address."""
    return case.respondents.filter(pk=ids["respondent"]).first()


def pick_sending(case: Case, ids: Ids) -> Notification | None:
    """Something of this case still to be sent."""
    return (
        case.notifications.filter(pk=ids["sending"], sent_on=None)
        .select_related("organisation", "decision")
        .first()
    )


@guarded("case.read_content", load=load_case)
def page(request: HttpRequest, case: Case) -> HttpResponse:
    """Where a decision stands, what it says, what comes next and what cannot be done yet."""
    assert request.resolver_match is not None
    decision = pick_decision(case, request.resolver_match.kwargs)
    if decision is None:
        raise Http404
    actor = form_actor(request)
    record_read(actor=actor, subject=decision, what="decision")
    found = decision_file(decision, actor, *steps_of_decision(actor, decision))
    context = {"scope": case, "home": home(case), "file": found}
    return render(request, "cases/decision.html", context)


def _on_decision(service: Any) -> Any:
    """The service with the decision, the position seen and every field of the form."""

    def act(sent: Sent) -> Any:
        return service(actor=sent.actor, decision_id=sent.subject.pk, seen=sent.seen, **sent.data)

    return act


def _to_decision(sent: Sent, result: Any) -> str:
    return reverse("decision", kwargs={"pk": sent.scope.pk, "decision": sent.subject.pk})


def _decision(form: Any, title: str, button: str, done: Any, service: Any, **more: Any) -> Move:
    given = {"policy": "case.run", "act": _on_decision(service), **more}
    return Move(
        load=load_case,
        pick=pick_decision,
        form=form,
        title=title,
        button=button,
        done=done,
        to=_to_decision,
        template="cases/decision_move.html",
        extra=lambda request, case, subject: {"decision": subject},
        **given,
    )


def _statement(sent: Sent) -> Any:
    lines = [line for line in sent.data["points"].splitlines() if line.strip()]
    return record_statement(
        actor=sent.actor,
        decision_id=sent.subject.pk,
        received_on=sent.data["received_on"],
        content=sent.data["content"],
        points=lines,
        seen=sent.seen,
    )


def _answers(sent: Sent) -> Any:
    return answer_points(
        actor=sent.actor,
        decision_id=sent.subject.pk,
        answers=AnswerForm.answers(sent.data),
        seen=sent.seen,
    )


def _clear(sent: Sent) -> Any:
    return clear_respondent(
        actor=sent.actor,
        respondent_id=sent.subject.pk,
        on=sent.data["on"],
        form=sent.data["form"],
        scope=sent.data["scope_words"],
        evidence=sent.data["evidence"],
        wider=sent.data["wider"],
        consented=sent.data.get("consented", False),
        reason=sent.data.get("reason", ""),
        seen=sent.seen,
    )


def _propose(sent: Sent) -> Any:
    return propose_measures(
        actor=sent.actor,
        respondent_id=sent.subject.pk,
        organisation=sent.data["organisation"],
        measures=ProposalForm.measures(sent.data),
        reason=sent.data["reason"],
        seen=sent.seen,
    )


FIND = Move(
    policy="case.run",
    load=load_case,
    pick=pick_respondent,
    form=FindingForm,
    title="最终认定事实、情节和性质",
    button="保存认定",
    done="已记录认定。",
    template="cases/finding.html",
    act=lambda s: determine_respondent(
        actor=s.actor,
        respondent_id=s.subject.pk,
        found=FindingForm.found(s.data),
        on=s.data["on"],
        seen=s.seen,
    ),
)
CLEAR = Move(
    policy="case.run",
    load=load_case,
    pick=pick_respondent,
    form=ClearingForm,
    title="澄清",
    button="登记已澄清",
    done="已登记澄清。",
    act=_clear,
)
PROPOSE = Move(
    policy="case.run",
    load=load_case,
    pick=pick_respondent,
    form=ProposalForm,
    title="向有权限的单位提出处理建议",
    button="提出处理建议",
    done="已记录处理建议，随调查报告送出后登记。",
    act=_propose,
)
NOTICE = _decision(
    NoticeForm, "制作事先告知书", "制作告知书", "已制作事先告知书，请送达后登记。", prepare_notice
)
NOTICE_SERVED = _decision(
    NoticeServedForm,
    "登记告知书送达",
    "登记送达",
    "已登记送达，陈述申辩的期限开始计算。",
    serve_notice,
)
STATEMENT = _decision(
    StatementForm,
    "登记陈述申辩",
    "登记陈述申辩",
    "已登记，请逐条答复。",
    None,
    act=_statement,
)
ANSWER = _decision(AnswerForm, "答复陈述申辩", "保存答复", "已保存答复。", None, act=_answers)
HEARD = _decision(
    HeardForm,
    "听取陈述申辩完毕",
    "登记听取完毕",
    lambda heard: f"已登记，请送{deciders(heard.respondent.case)}批准。",
    conclude_hearing,
)
APPROVE = _decision(
    ApproveForm,
    "批准处理决定",
    "批准处理决定",
    "已批准，可以签发处理决定书。",
    approve_decision,
    policy="decision.approve",
)
ISSUE = _decision(
    IssueForm, "签发处理决定书", "签发处理决定书", "已签发，处理决定书正在生成。", issue_decision
)
SERVE = _decision(ServeForm, "登记决定书送达", "登记送达", "已登记送达。", serve_decision)
TELL = _decision(
    TellForm, "登记告知实名举报人", "登记已告知", "已登记告知实名举报人。", tell_complainant
)
EFFECT = _decision(EffectForm, "登记生效", "登记生效", "处理决定已生效。", declare_effective)
ABANDON = _decision(
    AbandonForm, "放弃拟定的处理决定", "放弃", "已放弃，可以重新拟定。", abandon_decision
)
CORRECT = _decision(
    CorrectForm,
    "撤销处理决定",
    "撤销处理决定",
    "已撤销处理决定。",
    correct_decision,
    policy="decision.approve",
)
SENDING = Move(
    policy="case.run",
    load=load_case,
    pick=pick_sending,
    form=SendingForm,
    title="登记送出",
    button="登记已送出",
    done="已登记送出。",
    template="cases/sending.html",
    act=lambda s: record_sending(
        actor=s.actor, notification_id=s.subject.pk, seen=s.seen, **s.data
    ),
)
CLOSE = Move(
    policy="case.run",
    load=load_case,
    form=CloseForm,
    title="结案",
    button="结案",
    done="已结案。",
    act=lambda s: close_case(actor=s.actor, case_id=s.scope.pk, seen=s.seen, **s.data),
)
