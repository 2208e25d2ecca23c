"""What a unit must have and do: its office (Art 10, 47), no obstruction (3), orders (48)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.codes import RespondentKind
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error, info, warning
from rules.procedure.table import blank, known, raised

FUNCTIONS: Mapping[str, str] = MappingProxyType(
    {
        "register": "登记",
        "accept": "受理",
        "investigate": "调查",
        "handle": "处理",
        "review": "复查",
    }
)
# What Art 47 asks of a unit besides its officer, with the words that ask it.
SETUP: Mapping[str, str] = MappingProxyType(
    {
        "rules": "细化受理举报、科研失信行为认定标准、调查处理程序和操作规程等",
        "division": "内部机构职责分工",
        "funds": "保障工作经费",
        "training": "加强对相关人员的培训指导",
        "papers": "发挥聘用合同（劳动合同）、科研诚信承诺书和研究数据管理政策等",
    }
)


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit about to work on cases; ``functions`` and ``setup`` are codes of the tables above."""

    designated_body: str
    integrity_officer: str
    functions: frozenset[str]
    setup: frozenset[str] = frozenset(SETUP)


_BODY = cite(N221, 10, "应明确本单位承担调查处理职责的机构")

NO_BODY = error(
    "designated_body_missing",
    "本单位还没有明确承担调查处理职责的机构；明确后才能办理案件。",
    _BODY,
)
NO_OFFICER = error(
    "integrity_officer_missing",
    "本单位还没有明确科研诚信负责人；明确后才能办理案件。",
    cite(N221, 47, "明确单位科研诚信负责人"),
)
_UNASSIGNED: Mapping[str, Finding] = {
    name: error(
        f"function_{name}_unassigned",
        f"没有写明由谁负责{label}；请在单位设置中明确。",
        cite(N221, 10, "负责登记、受理、调查、处理、复查等工作"),
    )
    for name, label in FUNCTIONS.items()
}
_LACKING: Mapping[str, Finding] = {
    name: warning(
        f"setup_{name}_missing",
        f"单位设置中还缺一项：{words}；请补上，或说明原因。",
        cite(N221, 47, words),
    )
    for name, words in SETUP.items()
}


def check_unit(facts: UnitFacts) -> Outcome:
    """Whether a unit may work on cases: body and officer named, five functions assigned.

    What else Art 47 asks for only warns.  Raises UnknownCode for a function or an item that is
    none of ``FUNCTIONS`` and ``SETUP``.
    """
    known("第十条", facts.functions, FUNCTIONS, "functions")
    known("第四十七条", facts.setup, SETUP, "setup")
    return Outcome.of(
        (
            *raised(
                (blank(facts.designated_body), NO_BODY),
                (blank(facts.integrity_officer), NO_OFFICER),
            ),
            *(_UNASSIGNED[name] for name in FUNCTIONS if name not in facts.functions),
            *(_LACKING[name] for name in SETUP if name not in facts.setup),
        )
    )


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """An order to correct; ``duty``: what the unit failed to do."""

    by_superior: bool
    duty: str


NOT_BY_SUPERIOR = error(
    "order_not_by_superior",
    "责令改正由主管部门作出；请送该单位的主管部门。",
    cite(N221, 48, "由主管部门责令其改正"),
)
NO_DUTY = error(
    "order_without_duty",
    "没有写明哪项职责没有履行；请写明事项和期限。",
    cite(N221, 48, "不履行科研失信行为调查处理职责的"),
)


def check_order(facts: OrderFacts) -> Outcome:
    """Whether a unit may be ordered to correct itself (Art 48)."""
    return Outcome.of(
        raised((not facts.by_superior, NOT_BY_SUPERIOR), (blank(facts.duty), NO_DUTY))
    )


@dataclass(frozen=True, slots=True)
class LiabilityFacts:
    """Leaders or persons directly liable about to be pursued; ``ordered_on`` None: no order."""

    ordered_on: date | None
    refused: bool


NOT_ORDERED = error(
    "correction_not_ordered",
    "还没有责令该单位改正，不能直接追究责任；请先责令改正。",
    cite(N221, 48, "由主管部门责令其改正"),
)
NOT_REFUSED = error(
    "correction_not_refused",
    "该单位没有拒不改正，不能追究责任；请查看改正的情况。",
    cite(N221, 48, "拒不改正的，对负有责任的领导人员和直接责任人员依法依规追究责任"),
)


def check_liability(facts: LiabilityFacts) -> Outcome:
    """Whether persons may be pursued for their unit's idleness: ordered and refused (Art 48)."""
    return Outcome.of(
        raised((facts.ordered_on is None, NOT_ORDERED), (not facts.refused, NOT_REFUSED))
    )


@dataclass(frozen=True, slots=True)
class ObstructionFacts:
    """Obstruction about to be noted; ``by`` a kind of respondent, ``what`` in words."""

    happened_on: date | None
    what: str
    by: RespondentKind


_OBSTRUCTED = cite(N221, 3, "任何单位和个人不得阻挠、干扰科研失信行为的调查处理")

OBSTRUCTION_UNDATED = error(
    "obstruction_undated",
    "没有写明阻挠、干扰发生的日期；请写明。",
    _OBSTRUCTED,
)
OBSTRUCTION_UNDESCRIBED = error(
    "obstruction_undescribed",
    "没有写明怎样阻挠、干扰调查处理；请写明经过和凭据。",
    _OBSTRUCTED,
)
AGGRAVATES = info(
    "obstruction_aggravates",
    "行为人如被认定有失信行为，应从重处理；请在认定情节时核对。",
    cite(N221, 35, item=2),
)
OF_ORGANISATION = info(
    "obstruction_by_organisation",
    "单位推诿、包庇或打击报复的，由主管部门处理；请报主管部门。",
    cite(N221, 31, "在调查处理中推诿、包庇，打击报复举报人、证人、调查人员的"),
)


def check_obstruction(facts: ObstructionFacts) -> Outcome:
    """Whether an obstruction may stand in the file, and what it leads to (Art 3, 31, 35)."""
    known("行为人类别", [facts.by], RespondentKind, "by")
    organisation = facts.by == RespondentKind.ORGANISATION
    return Outcome.of(
        raised(
            (facts.happened_on is None, OBSTRUCTION_UNDATED),
            (blank(facts.what), OBSTRUCTION_UNDESCRIBED),
            (not organisation, AGGRAVATES),
            (organisation, OF_ORGANISATION),
        )
    )
