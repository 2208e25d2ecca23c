"""The parts of a decision its page shows."""

from dataclasses import dataclass

from django.db.models import Q

from accounts.actors import Actor
from accounts.policies import Basis, may
from cases.models import (
    Case,
    Deadline,
    Decision,
    Document,
    Finding,
    Notification,
    Respondent,
    Statement,
)
from cases.selectors.documents import documents_of
from cases.selectors.steps import Action, Blocked, Step

RULES = "国科发监〔2022〕221号"
SENDINGS = {
    "transferring_body": ("报送移送单位", Basis(RULES, 28, "应将处理决定书和调查报告报送移送单位")),
    "lead_unit": ("送牵头调查单位", Basis(RULES, 28, "应同时将处理决定书送牵头调查单位")),
    "manager": (
        "报送项目、奖励、人才管理部门",
        Basis(RULES, 38, "调查处理单位应将处理决定书和调查报告同时报送"),
    ),
    "terminate_pending_applications": (
        "通知终止正在申报、被推荐的事项",
        Basis(RULES, 33, "终止其申报资格或被提名、被推荐资格"),
    ),
    "refer_party_member": (
        "移送有管辖权的机构（党员）",
        Basis(RULES, 29, "由有管辖权的机构给予处理或处分"),
    ),
    "refer_public_servant": (
        "移送有管辖权的机构（公职人员）",
        Basis(RULES, 29, "由有管辖权的机构给予处理或处分"),
    ),
    "refer_crime": ("移送司法机关", Basis(RULES, 29, "构成犯罪的，依法追究刑事责任")),
    "social_body": (
        "告知省社科院（省科技厅的解读）",
        Basis(
            "鲁科字〔2024〕84号",
            6,
            "省社科院会同有关部门承担全省哲学社会科学领域的科研诚信管理工作",
        ),
    ),
    "proposal": (
        "向有权限的单位提出处理建议",
        Basis(RULES, 26, "由具有处理权限的单位按程序对被调查人作出处理决定"),
    ),
}
CLEARING = "clearing"


@dataclass(frozen=True, slots=True)
class Sending:
    """Something to send along, or sent."""

    row: Notification
    title: str
    basis: Basis


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """Everything on a decision's page; ``runs``: this person may do the office's work on it."""

    decision: Decision
    respondent: Respondent
    finding: Finding
    steps: tuple[Step, ...]
    blocked: tuple[Blocked, ...]
    actions: tuple[Action, ...]
    documents: tuple[Document, ...]
    statements: tuple[Statement, ...]
    sendings: tuple[Sending, ...]
    clocks: tuple[Deadline, ...]
    runs: bool


def sendings_of(case: Case, decision: Decision | None = None) -> list[Sending]:
    """What goes along with the decisions of a case, or with one of them; unsent first."""
    rows = case.notifications.filter(kind__in=SENDINGS).select_related("organisation", "decision")
    if decision is not None:
        of_respondent = Q(decision=None, respondent_id=decision.respondent_id)
        rows = rows.filter(Q(decision=decision) | of_respondent)
    return [
        Sending(row, *SENDINGS[row.kind]) for row in sorted(rows, key=lambda r: bool(r.sent_on))
    ]


def clocks_of(decision: Decision) -> list[Deadline]:
    """The clocks of a decision, open ones first."""
    rows = Deadline.objects.filter(
        subject_kind=decision._meta.label_lower, subject_id=decision.pk
    ).select_related("unit", "own_rules")
    return sorted(rows, key=lambda clock: clock.done is not None)


def decision_file(
    decision: Decision,
    actor: Actor,
    steps: list[Step],
    blocked: list[Blocked],
    actions: list[Action],
) -> DecisionFile:
    """Gather the page of a decision; what comes next is ``next_decisions``'."""
    return DecisionFile(
        decision=decision,
        respondent=decision.respondent,
        finding=decision.finding,
        steps=tuple(steps),
        blocked=tuple(blocked),
        actions=tuple(actions),
        documents=tuple(documents_of(decision)),
        statements=tuple(decision.statements.prefetch_related("points")),
        sendings=tuple(sendings_of(decision.respondent.case, decision)),
        clocks=tuple(clocks_of(decision)),
        runs=bool(may("case.run", actor, decision.respondent.case)),
    )
