"""What cannot wait for the report: dangers (Art 21) and agencies (22)."""

from dataclasses import dataclass
from datetime import date, timedelta

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Outcome, error, warning
from rules.procedure.table import blank, known, raised

# What an agency sells, in the order of Art 22.
WARES = ("paper", "data", "application", "acceptance")
# The days that 立即 and 同时 leave, under each value of the reading.
DAYS_AT_ONCE = {"same_day": 0, "next_day": 1}


def days_at_once(context: Context | None) -> int:
    """The days after the event within which 立即 or 同时 is met: a unit's target, not law."""
    return DAYS_AT_ONCE[(context or default_context()).reading("at_once")]


@dataclass(frozen=True, slots=True)
class DangerFacts:
    """A danger seen in the inquiry, and the days on which it was reported or referred."""

    seen_on: date
    reported_on: date | None
    referred_on: date | None = None


_AT_ONCE = cite(N221, 21, "调查人员应立即报告，或按程序移送有关部门处理")

DANGER_UNREPORTED = error(
    "danger_unreported",
    "行为可能影响公众健康与安全或有其他严重后果，还没有报告或移送；请立即办理。",
    _AT_ONCE,
)
REPORTED_BEFORE_SEEN = error(
    "danger_reported_before_seen",
    "报告或移送的日期早于发现的日期；请核对日期。",
    _AT_ONCE,
)
REPORTED_LATE = warning(
    "danger_reported_late",
    "没有在本单位目标的时间内报告或移送；条文要求立即，请说明原因。",
    _AT_ONCE,
    "at_once",
)


def check_danger(facts: DangerFacts, context: Context | None = None) -> Outcome:
    """Whether a danger was reported or referred at once (Art 21); how soon is a reading."""
    days = [day for day in (facts.reported_on, facts.referred_on) if day is not None]
    if not days:
        return Outcome.of((DANGER_UNREPORTED,))
    first = min(days)
    late = first > facts.seen_on + timedelta(days=days_at_once(context))
    return Outcome.of(
        raised((first < facts.seen_on, REPORTED_BEFORE_SEEN), (late, REPORTED_LATE)),
        ("at_once",),
    )


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """An agency suspected of selling ``wares``; ``reported_to``: the department in charge of it."""

    wares: frozenset[str]
    reported_to: str
    dealt_with_here: bool = False
    own_case_stopped: bool = False


_AGENCY = cite(N221, 22, "应及时报请有关主管部门依法依规调查处理")

NO_WARES = error(
    "agency_suspicion_unstated",
    "没有写明中介机构涉嫌买卖、代写、代投什么；请写明。",
    cite(
        N221,
        22,
        "调查中发现第三方中介服务机构涉嫌从事论文及其实验研究数据、"
        "科技计划（专项、基金等）项目申报验收材料等的买卖、代写、代投服务的",
    ),
)
AGENCY_UNREPORTED = error(
    "agency_unreported",
    "发现中介机构涉嫌买卖、代写、代投，还没有报请有关主管部门；请及时报请。",
    _AGENCY,
)
DEALT_WITH_HERE = error(
    "agency_not_for_the_unit",
    "中介机构由有关主管部门调查处理，本单位不能自行处理；请报请。",
    _AGENCY,
)
CASE_STOPPED = error(
    "case_stopped_for_agency",
    "报请主管部门不影响本案；对本单位被调查人的调查请继续进行。",
    cite(N221, 25, "科研失信行为的调查处理应自决定受理之日起6个月内完成"),
)


def check_agency(facts: AgencyFacts) -> Outcome:
    """Whether an agency was reported to its department while the own case goes on (Art 22).

    Raises UnknownCode for a ware that is none of ``WARES``.
    """
    known("第二十二条", facts.wares, WARES, "wares")
    return Outcome.of(
        raised(
            (not facts.wares, NO_WARES),
            (blank(facts.reported_to), AGENCY_UNREPORTED),
            (facts.dealt_with_here, DEALT_WITH_HERE),
            (facts.own_case_stopped, CASE_STOPPED),
        )
    )
