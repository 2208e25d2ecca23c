"""The plan of an investigation and what may not precede it (Art 16)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error
from rules.procedure.clocks import leads_as_head
from rules.procedure.table import blank, eased, raised

PLAN_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "content": "调查内容",
        "personnel": "人员",
        "method": "方式",
        "schedule": "进度安排",
        "safeguards": "保障措施",
        "discipline": "工作纪律",
    }
)

_PARTS = cite(N221, 16, "明确调查内容、人员、方式、进度安排、保障措施、工作纪律等")
_APPROVAL = cite(N221, 16, "经单位相关负责人批准后实施")


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan by its six parts (keys of ``PLAN_PARTS``); a part left out is missing."""

    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlanApprovalFacts:
    """A plan and who would approve it."""

    parts: Mapping[str, str]
    approver_is_responsible_leader: bool
    approver_is_investigator: bool = False
    approver_drafted: bool = False
    approver_is_head: bool = False


NOT_LEADER = error(
    "approver_not_responsible_leader",
    "调查方案由单位相关负责人批准；请送本单位的相关负责人。",
    _APPROVAL,
    "C3",
)
INVESTIGATOR_APPROVES = error(
    "approver_investigates",
    "批准人是本案的调查人员；请由不参加调查的相关负责人批准。",
    _APPROVAL,
    "approver_apart",
)
DRAFTER_APPROVES = error(
    "approver_drafted",
    "批准人起草了这份方案；请由另一名相关负责人批准。",
    _APPROVAL,
    "approver_apart",
)
INVESTIGATOR_REASONED = eased(
    INVESTIGATOR_APPROVES, "批准人是本案的调查人员；按所采用的解读可以批准，请说明理由。"
)
DRAFTER_REASONED = eased(
    DRAFTER_APPROVES, "批准人起草了这份方案；按所采用的解读可以批准，请说明理由。"
)
NO_PLAN = error(
    "plan_not_approved",
    "调查方案还没有批准；批准后才能开展调查。",
    _APPROVAL,
)
BEFORE_PLAN = error(
    "before_plan",
    "这一步的日期早于调查方案的批准日期；请核对日期，或在批准后重新进行。",
    _APPROVAL,
)


def check_plan(facts: PlanFacts) -> Outcome:
    """Whether a plan says everything Art 16 names."""
    return Outcome.of(_missing_parts(facts.parts))


def check_plan_approval(facts: PlanApprovalFacts, context: Context | None = None) -> Outcome:
    """Whether this person may approve this plan: the responsible leader, apart from the team."""
    frame = context or default_context()
    leads = facts.approver_is_responsible_leader or leads_as_head(facts.approver_is_head, frame)
    reasoned = frame.reading("approver_apart") == "with_reason"
    on_team = INVESTIGATOR_REASONED if reasoned else INVESTIGATOR_APPROVES
    return Outcome.of(
        (
            *_missing_parts(facts.parts),
            *raised(
                (not leads, NOT_LEADER),
                (facts.approver_is_investigator, on_team),
                (facts.approver_drafted, DRAFTER_REASONED if reasoned else DRAFTER_APPROVES),
            ),
        ),
        ("C3", "approver_apart"),
    )


def check_step_after_plan(done_on: date, plan_approved_on: date | None) -> Outcome:
    """Whether a step of the inquiry may bear this date; the day of approval is in time."""
    return Outcome.of(steps_too_early(done_on, plan_approved_on))


def steps_too_early(done_on: date, plan_approved_on: date | None) -> tuple[Finding, ...]:
    """What Art 16 says against a step of the inquiry on this date."""
    early = plan_approved_on is not None and done_on < plan_approved_on
    return raised((plan_approved_on is None, NO_PLAN), (early, BEFORE_PLAN))


def _missing_parts(parts: Mapping[str, str]) -> tuple[Finding, ...]:
    return tuple(
        error(f"plan_{key}_missing", f"调查方案没有写明{label}；写明后才能批准。", _PARTS)
        for key, label in PLAN_PARTS.items()
        if blank(parts.get(key))
    )
