"""Signing the papers that open a filing: parties, units and titles only, before the content."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from cases.forms.people import CasePapersForm
from cases.views.moves import Move
from cases.views.people import parties_of
from reporting.models import Submission
from reporting.services.people import sign_submission
from reporting.views.moves import load_submission


def _shown(request: HttpRequest, scope: Submission, subject: Any) -> Mapping[str, Any]:
    return parties_of(request, scope.case, subject)


SIGN = Move(
    policy="submission.sign",
    load=load_submission,
    form=CasePapersForm,
    title="签署保密协议和回避声明",
    button="签署",
    done=lambda statement: (
        "已记录您声明的关系，您不再参与本案的汇交。"
        if statement.conflicted
        else "已签署，可以打开汇交件。"
    ),
    template="cases/case_sign.html",
    extra=_shown,
    act=lambda sent: sign_submission(
        actor=sent.actor,
        submission_id=sent.scope.pk,
        relations=sent.data["relations"],
        detail=sent.data["detail"],
    ),
    to=lambda sent, statement: "/" if statement.conflicted else str(sent.scope.get_absolute_url()),
)
