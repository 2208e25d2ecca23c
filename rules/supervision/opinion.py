"""The opinion that ends a supervision, the objection to it, reports received (130号 24, 26–29)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from rules.context import Context
from rules.deadlines import DueDate, DueDateFacts, due_date
from rules.errors import DatesReversed
from rules.law import N221, P130, cite
from rules.outcome import Finding, Outcome, error, info, warning
from rules.procedure.table import blank, known, raised

OPINION_ELEMENTS: Mapping[str, str] = MappingProxyType(
    {
        "body": "监督主体",
        "subject": "监督对象",
        "content": "监督内容",
        "time": "监督时间",
        "procedure": "监督程序",
        "conclusion": "监督结论",
        "advice": "整改建议",
        "record": "重要事项记录",
    }
)
_ELEMENTS = cite(
    P130, 26, "主要内容应包括监督主体、对象、内容、时间、程序、结论、整改建议和重要事项记录等"
)
_APPROVAL = cite(P130, 26, "按规定程序报批后及时反馈监督对象")


@dataclass(frozen=True, slots=True)
class OpinionFacts:
    """An opinion: the elements it states, its approval, and when the subject was told."""

    elements: frozenset[str]
    approved: date | None = None
    told: date | None = None


NOT_APPROVED = error("opinion_not_approved", "监督意见还没有报批；批准后才能反馈。", _APPROVAL)
TOLD_EARLY = error("told_before_approval", "反馈早于批准；请先报批，再反馈监督对象。", _APPROVAL)


def check_opinion(facts: OpinionFacts) -> Outcome:
    """Whether an opinion may be told to its subject: eight elements, approved first (130号 26).

    Raises UnknownCode.
    """
    known("监督意见的内容", sorted(facts.elements), OPINION_ELEMENTS, "elements")
    approved, told = facts.approved, facts.told
    return Outcome.of(
        (
            *(
                error(f"opinion_{name}_missing", f"监督意见没有写明{label}；请补充。", _ELEMENTS)
                for name, label in OPINION_ELEMENTS.items()
                if name not in facts.elements
            ),
            *raised(
                (approved is None, NOT_APPROVED),
                (approved is not None and told is not None and told < approved, TOLD_EARLY),
            ),
        )
    )


AGAINST = ("opinion", "decision")
WRONG_REMEDY = error(
    "decision_goes_by_221",
    "对处理决定不服的，依221号第四十一条在15个工作日内申诉；请改走申诉。",
    cite(N221, 41, "15个工作日内"),
)
_IN_TIME = cite(P130, 27, "可在收到监督意见（报告）书之日起10个工作日内书面提出复核和申诉申请")
NOT_WRITTEN = error("objection_not_written", "异议没有书面提出；请补交书面申请。", _IN_TIME)


@dataclass(frozen=True, slots=True)
class ObjectionFacts:
    """An objection: against what, when the paper was received, when and how it was raised."""

    received: date
    lodged: date
    written: bool = True
    against: str = "opinion"


class ObjectionAnswer(NamedTuple):
    """``in_time`` None: it rests on days not announced; ``clock``: the ten working days."""

    in_time: bool | None
    clock: DueDate
    outcome: Outcome


def check_objection(facts: ObjectionFacts, context: Context) -> ObjectionAnswer:
    """Whether an objection to an opinion is to be heard (130号 27).

    Raises UnknownCode, DatesReversed, InstrumentNotInForce or DateNotCovered.
    """
    known("异议的对象", [facts.against], AGAINST, "against")
    if facts.lodged < facts.received:
        raise DatesReversed("提出异议的日期早于收到监督意见的日期", "lodged")
    clock = due_date(DueDateFacts("supervision_objection", facts.received), context, days=False)
    in_time = _in_time(facts.lodged, clock)
    late = f"异议超过了10个工作日（最后一日{clock.latest}）；不再受理，可另行反映。"
    unsure = f"期限届满日在{clock.earliest}至{clock.latest}之间，尚不能确定；请先受理。"
    said = raised(
        (facts.against == "decision", WRONG_REMEDY),
        (in_time is False, error("objection_late", late, _IN_TIME)),
        (in_time is None, warning("period_provisional", unsure, _IN_TIME, "G1")),
        (not facts.written, NOT_WRITTEN),
    )
    return ObjectionAnswer(in_time, clock, Outcome.of(said, clock.readings))


def _in_time(lodged: date, clock: DueDate) -> bool | None:
    if clock.latest is not None and lodged > clock.latest:
        return False
    return True if clock.earliest is not None and lodged <= clock.earliest else None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report received in the course of a project: what it is about, and what was done with it.

    The four steps of Article 29: ``accepted``, ``registered``, ``sorted_out`` and ``answered``.
    """

    integrity: bool
    organisation: bool
    within_power: bool = True
    registered: bool = True
    answered: bool = True
    handed_to: str = ""
    accepted: bool = True
    sorted_out: bool = True


OPENS_CASE = info(
    "integrity_case",
    "涉及科研失信的，另按221号登记受理；15个工作日、6个月、告知和申诉都适用。",
    cite(P130, 24, "涉及科研诚信或工作组织管理等方面问题提出的异议举报"),
)
_HANDLING = cite(P130, 29, "按规定受理、登记、分类处理和有效反馈")
_HAND_OVER = cite(P130, 29, "投诉举报事项不在权限范围内的，应按有关规定移交相关部门处理")
NOT_ACCEPTED = error("report_not_accepted", "举报还没有受理；请按规定受理。", _HANDLING)
NOT_SORTED_OUT = error(
    "report_not_sorted_out",
    "举报还没有分类处理；请分清科研失信和组织管理问题，分别处理。",
    _HANDLING,
)
NOT_REGISTERED = error("report_not_registered", "举报还没有登记；请先登记。", _HANDLING)
NOT_ANSWERED = error("report_not_answered", "举报还没有反馈；请向举报人反馈。", _HANDLING)
NOT_HANDED_OVER = error(
    "report_not_handed_over", "不在权限范围内的举报还没有移交；请移交有权的部门。", _HAND_OVER
)


class ReportAnswer(NamedTuple):
    """``routes``: case_221, supervision or transfer, all that apply."""

    routes: tuple[str, ...]
    outcome: Outcome


def check_report(facts: ReportFacts) -> ReportAnswer:
    """Where a report goes: one of misconduct also opens a case of 221号 (130号 24, 29)."""
    only_integrity = facts.integrity and not facts.organisation
    routes = (
        *(("case_221",) if facts.integrity else ()),
        *(("supervision",) if facts.within_power and not only_integrity else ()),
        *(() if facts.within_power else ("transfer",)),
    )
    said: tuple[Finding, ...] = raised(
        (facts.within_power and not facts.accepted, NOT_ACCEPTED),
        (not facts.registered, NOT_REGISTERED),
        (not facts.sorted_out, NOT_SORTED_OUT),
        (not facts.within_power and blank(facts.handed_to), NOT_HANDED_OVER),
        (not facts.answered, NOT_ANSWERED),
        (facts.integrity, OPENS_CASE),
    )
    return ReportAnswer(routes, Outcome.of(said))
