"""check-tolerance: whether a failed project is forgiven (130号 32), five conditions together.

Forgiving failure is no defence to misconduct, and a failure is none: neither leaves an entry.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from rules.context import Context
from rules.law import N221, O2018, P130, TOLERANCE_154, cite
from rules.outcome import Citation, Finding, Level, Outcome, error, info, readings_of, warning
from rules.procedure.table import known
from rules.supervision.frame import law_of

CAUSES = ("market_risk", "technical_route", "unforeseeable")
MISCONDUCT = ("none", "open", "found")
EFFECTS = ("concluded_normally", "no_credit_entry", "eligible_for_projects")


@dataclass(frozen=True, slots=True)
class Condition:
    """One of the five: what must be so, in short and in the law's words."""

    name: str
    label: str
    citation: Citation


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {
        name: Condition(name, label, cite(P130, 32, words))
        for name, label, words in (
            (
                "cause",
                "原因是市场风险、技术路线选择失误或其他不可预见的原因",
                "受市场风险影响、技术路线选择失误或其他不可预见原因",
            ),
            ("goal_missed", "没有达到预期目标", "未达到预期目标"),
            ("funds_proper", "项目资金使用合理规范", "项目资金使用合理规范"),
            (
                "experts_confirmed",
                "专家论证确属探索性强、应用价值高和研发风险高",
                "经专家论证后，确属探索性强、应用价值高和研发风险高的科技项目",
            ),
            (
                "performer_diligent",
                "承担人依法依规、勤勉尽责、未谋取不正当利益",
                "承担人已做到依法依规、勤勉尽责、未谋取不正当利益",
            ),
        )
    }
)
_EFFECT = cite(P130, 32, "可正常结题，不影响其科研信用和日后承担财政科研项目资格")
_RECORDS = cite(TOLERANCE_154, 6, "原始科研记录证明科研人员已经履行勤勉尽责义务")
_HONEST = CONDITIONS["performer_diligent"].citation

FOUND = error(
    "misconduct_found",
    "已认定科研失信行为，不适用宽容失败；请按221号处理。",
    _HONEST,
)
OPEN = error(
    "misconduct_open",
    "科研失信案件还在办理，不能认定宽容失败；请待案件有结论后再办。",
    _HONEST,
    "tolerance_open_case",
)
NO_RECORDS = warning(
    "original_records_missing",
    "没有原始科研记录证明勤勉尽责；130号没有要求，鲁政办字〔2024〕154号以其为证明，"
    "请补充，或说明以何证明。",
    _RECORDS,
    "original_records",
)
RECORDS_REQUIRED = error(
    "original_records_missing",
    "本省要求以原始科研记录证明勤勉尽责（鲁政办字〔2024〕154号），没有记录不能认定宽容失败；"
    "请补充。",
    _RECORDS,
    "original_records",
)
FORGIVEN = info(
    "no_credit_entry",
    "可正常结题，不记入科研信用，不影响以后承担财政科研项目。",
    _EFFECT,
)
NO_MISCONDUCT = info(
    "failure_is_not_misconduct",
    "没有达到预期目标本身不是科研失信行为，不得据此处理。",
    cite(O2018, 2, "建立鼓励创新、宽容失败的容错纠错机制"),
)
DEALT_WITH_APART = info(
    "misconduct_goes_by_221",
    "科研失信行为的调查处理、期限和申诉依221号，不受本认定影响。",
    cite(
        N221,
        2,
        "在科学研究及相关活动中发生的违反科学研究行为准则与规范的行为",
    ),
)


@dataclass(frozen=True, slots=True)
class ToleranceFacts:
    """A project that missed its goal, on the day it is judged.

    ``cause``: one of ``CAUSES``, None for another; the other conditions as found; ``proved``: the
    names of the conditions with proof on file; ``misconduct``: one of ``MISCONDUCT``.
    """

    on: date
    cause: str | None = None
    goal_missed: bool = False
    funds_proper: bool = False
    experts_confirmed: bool = False
    performer_diligent: bool = False
    proved: frozenset[str] = frozenset()
    original_records: bool = False
    misconduct: str = "none"


class ConditionAnswer(NamedTuple):
    """A condition: whether it is met, and whether there is proof."""

    condition: Condition
    met: bool
    proved: bool

    def as_json(self) -> dict[str, object]:
        """The condition in the answer of check-tolerance."""
        return {
            "name": self.condition.name,
            "met": self.met,
            "proved": self.proved,
            "citation": self.condition.citation.as_json(),
        }


class ToleranceAnswer(NamedTuple):
    """Whether the failure is forgiven, the five conditions, and what follows (else nothing)."""

    tolerated: bool
    conditions: tuple[ConditionAnswer, ...]
    effects: tuple[str, ...]
    readings: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """The findings as the common answer of all rules."""
        return Outcome.of(self.findings, self.readings)

    def as_json(self) -> dict[str, object]:
        """The JSON object of the command."""
        return {
            "tolerated": self.tolerated,
            "conditions": [one.as_json() for one in self.conditions],
            "effects": list(self.effects),
            "readings": list(self.readings),
            "findings": [one.as_json() for one in self.findings],
        }


def check_tolerance(facts: ToleranceFacts, context: Context) -> ToleranceAnswer:
    """Whether a failed project is concluded normally (130号 32).

    Raises UnknownCode, or InstrumentNotInForce when 130号 is not in force on the day.
    """
    _check(facts)
    law_of(facts.on, context)
    answers = tuple(
        ConditionAnswer(condition, bool(getattr(facts, name)), name in facts.proved)
        for name, condition in CONDITIONS.items()
    )
    found = [*_conditions(answers), *_honesty(facts, context)]
    tolerated = all(one.level is not Level.ERROR for one in found)
    found.append(FORGIVEN if tolerated else NO_MISCONDUCT)
    if facts.misconduct != "none":
        found.append(DEALT_WITH_APART)
    readings = readings_of(found, ("tolerance_experts", "original_records"))
    return ToleranceAnswer(tolerated, answers, EFFECTS if tolerated else (), readings, tuple(found))


def _check(facts: ToleranceFacts) -> None:
    if facts.cause is not None:
        known("第三十二条所列原因", [facts.cause], CAUSES, "cause")
    known("科研失信案件的状态", [facts.misconduct], MISCONDUCT, "misconduct")
    known("第三十二条的条件", sorted(facts.proved), CONDITIONS, "proved")


def _conditions(answers: tuple[ConditionAnswer, ...]) -> Iterator[Finding]:
    for condition, met, proved in answers:
        if not met:
            message = f"不符合条件：{condition.label}；五项条件缺一不可，请按正常程序结题或处理。"
            yield error(f"{condition.name}_not_met", message, condition.citation)
        elif not proved:
            message = f"缺少证明：{condition.label}；请附证明材料。"
            yield error(f"{condition.name}_not_proved", message, condition.citation)


def _honesty(facts: ToleranceFacts, context: Context) -> Iterator[Finding]:
    if facts.misconduct == "found":
        yield FOUND
    if facts.misconduct == "open":
        yield OPEN
    if not facts.original_records:
        required = context.reading("original_records") == "required"
        yield RECORDS_REQUIRED if required else NO_RECORDS
