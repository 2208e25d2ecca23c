"""A department orders the first responsible unit to inquire, and steps in (84号 14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.law import S84, cite
from rules.outcome import Outcome, error, warning
from rules.procedure.table import blank, known, raised

_ORDER = cite(S84, 14, "对本级职权范围内举报和线索应责成第一责任主体开展调查处理")
_STEP_IN = cite(
    S84,
    14,
    "如发现调查处理不到位的情况，应及时介入，要求第一责任主体进行整改或根据职权范围由科技主管部门、"
    "有关行业主管部门自行开展调查并依法处理",
)
_WATCH = cite(S84, 14, "确保其按照规定的程序和时限开展调查，并作出公正、公平的处理决定")


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """What a department did with a report in its remit."""

    in_remit: bool
    unit: str = ""
    case_number: str = ""
    decision_reported: bool = False


NOT_ORDERED = error("order_missing", "还没有责成第一责任主体调查；请发函责成。", _ORDER)
NO_NUMBER = error("order_without_case", "责成函没有案件编号；请写明，以便跟踪。", _ORDER)
OUT_OF_REMIT = error("order_out_of_remit", "不在本级职权范围内，不能责成；请移送。", _ORDER)
OPEN = warning("order_open", "第一责任主体还没有报告处理决定；请继续跟踪。", _WATCH)


def check_order(facts: OrderFacts) -> Outcome:
    """Whether a report in a department's remit is with the first responsible unit (84号 14)."""
    ordered = not blank(facts.unit)
    return Outcome.of(
        raised(
            (facts.in_remit and not ordered, NOT_ORDERED),
            (not facts.in_remit and ordered, OUT_OF_REMIT),
            (ordered and blank(facts.case_number), NO_NUMBER),
            (facts.in_remit and ordered and not facts.decision_reported, OPEN),
        )
    )


DEFECTS: Mapping[str, str] = MappingProxyType(
    {"procedure": "程序", "time_limit": "时限", "fairness": "公正、公平"}
)
ACTIONS = ("rectify", "take_over")


@dataclass(frozen=True, slots=True)
class StepInFacts:
    """What a department found wanting in a unit's inquiry, and what it did.

    ``accepted`` is the day the unit accepted the case, ``clock_from`` the day from which the case
    is counted after a take-over.
    """

    defects: frozenset[str]
    action: str | None
    accepted: date
    clock_from: date | None = None


NO_DEFECT = error("step_in_without_defect", "没有写明不到位之处，不能介入；请写明。", _STEP_IN)
NO_ACTION = error(
    "step_in_missing", "调查处理不到位，还没有介入；请要求整改，或自行调查。", _STEP_IN
)
RESTARTED = error(
    "clock_restarted", "接手后的期限重新起算了；仍应自原受理之日起算，请改正。", _WATCH
)


def check_step_in(facts: StepInFacts) -> Outcome:
    """Whether a department steps in as it must, keeping the unit's clocks (84号 14).

    Raises UnknownCode.
    """
    known("不到位之处", sorted(facts.defects), DEFECTS, "defects")
    if facts.action is not None:
        known("介入的方式", [facts.action], ACTIONS, "action")
    acted = facts.action is not None
    moved = facts.action == "take_over" and facts.clock_from != facts.accepted
    return Outcome.of(
        raised(
            (acted and not facts.defects, NO_DEFECT),
            (not acted and bool(facts.defects), NO_ACTION),
            (moved, RESTARTED),
        )
    )
