"""The plan of the investigation: drafted, submitted, approved by the leader (Art 16)."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from accounts import clock
from accounts.actors import Actor
from accounts.refusals import Refused
from cases import events
from cases.facts import case_context
from cases.facts_inquiry import plan_approval, plan_parts, team
from cases.models import PLAN_PARTS, Case, CaseState, Plan
from cases.services.dates import not_before, not_future
from cases.services.entering import case_for, standing
from cases.services.handling import allow_for
from rules.law import N221, cite
from rules.outcome import Outcome, error
from rules.procedure.people import check_team
from rules.procedure.plan import PlanFacts, check_plan, check_plan_approval

PLANNING_STATES = (CaseState.ACCEPTED, CaseState.PLANNED, CaseState.INVESTIGATING)
PLAN = cite(N221, 16, "调查应制订调查方案")
AGAIN = "调查结束后不再改方案；要补充调查的，先退回补充调查。"


@transaction.atomic
def draft_plan(
    *, actor: Actor, case_id: int, parts: Mapping[str, str], seen: int | None = None
) -> Plan:
    """Write the plan down as far as it is; changing a submitted one takes it back.

    After an approval a new version is begun; the approved one holds until the new one is.
    """
    case = case_for("case.investigate", actor=actor, case_id=case_id, seen=seen)
    standing(case, PLANNING_STATES, AGAIN, PLAN)
    plan = case.plans.filter(approved_on=None).order_by("-version").first()
    if plan is None:
        plan = Plan(case=case, version=case.plans.count() + 1)
    for name in PLAN_PARTS:
        setattr(plan, name, parts.get(name, "").strip())
    plan.drafted_by_id = actor.user_id
    plan.submitted_on = None
    plan.save()
    events.record("case.plan_drafted", actor=actor, subject=plan, on=case, version=plan.version)
    return plan


@transaction.atomic
def submit_plan(*, actor: Actor, case_id: int, seen: int | None = None) -> Plan:
    """Hand the draft to the responsible leader, complete and with a team that may investigate."""
    case = case_for("case.investigate", actor=actor, case_id=case_id, seen=seen)
    standing(case, PLANNING_STATES, AGAIN, PLAN)
    plan = _waiting(case)
    _allowed(check_plan(PlanFacts(plan_parts(plan))), check_team(team(case), case_context(case)))
    plan.submitted_on = clock.today()
    plan.save()
    events.record("case.plan_submitted", actor=actor, subject=plan, on=case, version=plan.version)
    return plan


@transaction.atomic
def approve_plan(
    *, actor: Actor, case_id: int, on: date, reason: str = "", seen: int | None = None
) -> Plan:
    """Approve the submitted plan; the first approval opens the investigation.

    ``reason``: why whoever drafted the plan or investigates approves it, where the unit's reading
    lets them (approver_apart).
    """
    case = case_for("case.approve_plan", actor=actor, case_id=case_id, seen=seen)
    standing(case, PLANNING_STATES, AGAIN, PLAN)
    plan = _waiting(case)
    if plan.submitted_on is None:
        raise Refused.because(error("not_submitted", "调查方案还没有提交，提交后才能批准。", PLAN))
    facts = plan_approval(plan, case, actor)
    _allowed(check_team(team(case), case_context(case)))
    allow_for(check_plan_approval(facts, case_context(case)), reason)
    not_future(on, "批准日期")
    not_before(on, plan.submitted_on, "批准日期", "提交日期")
    plan.approved_on, plan.approved_by_id = on, actor.user_id
    plan.approval_reason = reason.strip()
    plan.save()
    events.record("case.plan_approved", actor=actor, subject=plan, on=case, version=plan.version)
    if case.state == CaseState.ACCEPTED:
        case.approve_plan()
        case.save()
        events.record("record.kept", actor=actor, subject=case, on=case)
    return plan


def _waiting(case: Case) -> Plan:
    plan = case.plans.filter(approved_on=None).order_by("-version").first()
    if plan is None:
        raise Refused.because(error("no_draft", "没有待批准的调查方案，先拟定方案。", PLAN))
    return plan


def _allowed(*outcomes: Outcome) -> None:
    found = Outcome.of(finding for outcome in outcomes for finding in outcome.findings)
    if not found.allowed:
        raise Refused(found)
