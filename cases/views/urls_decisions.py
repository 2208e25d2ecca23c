"""Addresses from the finding to the end of a case."""

from django.urls import path

from cases.views import decisions as d
from cases.views import documents, sanctions
from cases.views.moves import move_view

CASE = "cases/<int:pk>/"
WHO = CASE + "respondents/<int:respondent>/"
DECISION = CASE + "decisions/<int:decision>/"

decision_urls = [
    path(WHO + "find/", move_view(d.FIND), name="respondent_find"),
    path(WHO + "clear/", move_view(d.CLEAR), name="respondent_clear"),
    path(WHO + "propose/", move_view(d.PROPOSE), name="respondent_propose"),
    path(WHO + "sanctions/", sanctions.desk_view(sanctions.DRAFT), name="decision_draft"),
    path(WHO + "sanctions/check/", sanctions.check_view(sanctions.DRAFT), name="sanctions_check"),
    path(DECISION, d.page, name="decision"),
    path(DECISION + "redraft/", sanctions.desk_view(sanctions.REDRAFT), name="decision_redraft"),
    path(
        DECISION + "redraft/check/", sanctions.check_view(sanctions.REDRAFT), name="redraft_check"
    ),
    path(DECISION + "mitigate/", sanctions.desk_view(sanctions.MITIGATE), name="decision_mitigate"),
    path(
        DECISION + "mitigate/check/",
        sanctions.check_view(sanctions.MITIGATE),
        name="mitigation_check",
    ),
    path(DECISION + "notice/", move_view(d.NOTICE), name="decision_notice"),
    path(DECISION + "notice/served/", move_view(d.NOTICE_SERVED), name="decision_served_notice"),
    path(DECISION + "statement/", move_view(d.STATEMENT), name="decision_statement"),
    path(DECISION + "answers/", move_view(d.ANSWER), name="decision_answer"),
    path(DECISION + "heard/", move_view(d.HEARD), name="decision_heard"),
    path(DECISION + "approve/", move_view(d.APPROVE), name="decision_approve"),
    path(DECISION + "issue/", move_view(d.ISSUE), name="decision_issue"),
    path(DECISION + "serve/", move_view(d.SERVE), name="decision_serve"),
    path(DECISION + "tell/", move_view(d.TELL), name="decision_tell"),
    path(DECISION + "effect/", move_view(d.EFFECT), name="decision_effect"),
    path(DECISION + "abandon/", move_view(d.ABANDON), name="decision_abandon"),
    path(DECISION + "correct/", move_view(d.CORRECT), name="decision_correct"),
    path(CASE + "sendings/<int:sending>/", move_view(d.SENDING), name="case_sending"),
    path(CASE + "close/", move_view(d.CLOSE), name="case_close"),
    path("documents/<int:pk>/", documents.page, name="document"),
    path("documents/<int:pk>/state/", documents.state, name="document_state"),
    path("documents/<int:pk>/pdf/", documents.pdf, name="document_pdf"),
    path("documents/<int:pk>/retry/", documents.retry, name="document_retry"),
]
