"""Which work, which projects and whom 130号 covers (2, 3, 4, 38)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from rules.context import Context
from rules.law import P130, cite
from rules.outcome import Outcome, error, info, warning
from rules.procedure.table import known, raised
from rules.supervision.frame import law_of

# Article 4, a list that ends with 等; not the five groups of 84号.
SUPERVISED: Mapping[str, str] = MappingProxyType(
    {
        "organiser": "项目组织管理主体",
        "department": "主管部门",
        "unit": "项目申报（承担）单位",
        "researcher": "科研人员",
        "reviewer": "评审（咨询）专家",
        "agency": "项目管理专业机构",
    }
)
OTHER = "other"
_PROJECTS = cite(
    P130, 2, "通过省级科技创新发展资金资助，由山东省科学技术厅（以下简称省科技厅）负责管理的"
)
_ANALOGY = cite(P130, 38, "可参照本办法执行")

NOT_SUPERVISION = error(
    "not_supervision",
    "不是对项目组织实施过程的检查、督导、问责，130号不适用；请依其他规定办理。",
    cite(P130, 3, "对项目组织实施全过程管理所开展的检查、督导、问责等监督工作"),
)
NOT_LISTED = warning(
    "subject_not_listed",
    "第四条没有列举这类监督对象；请说明其在项目中的职责，再决定是否监督。",
    cite(
        P130,
        4,
        "本办法监督对象为项目组织管理主体、主管部门、项目申报（承担）单位、科研人员、"
        "评审（咨询）专家、项目管理专业机构等",
    ),
)
OUTSIDE = error(
    "outside_130", "该项目不属于省级科技计划项目，130号不适用；请依其管理办法办理。", _PROJECTS
)
BY_ANALOGY = info("by_analogy", "第三十八条所列的科技活动，参照130号监督。", _ANALOGY, "analogy_38")
MAY_CHOOSE = info(
    "analogy_not_chosen",
    "第三十八条所列的活动可以参照，没有选择参照；参照的，请在方案中写明。",
    _ANALOGY,
    "analogy_38",
)


@dataclass(frozen=True, slots=True)
class ScopeFacts:
    """A project or activity: funded by the province's fund and run by its department, or listed
    in Article 38; ``chosen``: the plan says that 130号 is followed by analogy.

    ``subject``: who is supervised, one of ``SUPERVISED`` or other, None where it is not asked;
    ``of_process``: the work is to check, guide or call to account how projects are run.
    """

    on: date
    provincial_fund: bool = False
    provincial_department: bool = False
    listed_in_38: bool = False
    chosen: bool = False
    subject: str | None = None
    of_process: bool = True


class ScopeAnswer(NamedTuple):
    """``how``: directly, by_analogy, or not."""

    how: str
    outcome: Outcome


def check_scope(facts: ScopeFacts, context: Context) -> ScopeAnswer:
    """Whether 130号 covers an activity and somebody in it.

    Raises UnknownCode or InstrumentNotInForce.
    """
    known("监督对象", [facts.subject], (None, *SUPERVISED, OTHER), "subject")
    law_of(facts.on, context)
    ours = facts.provincial_fund and facts.provincial_department
    listed = facts.listed_in_38 and not ours
    follows = facts.chosen or context.reading("analogy_38") == "always"
    said = raised(
        (not facts.of_process, NOT_SUPERVISION),
        (not ours and not listed, OUTSIDE),
        (listed and follows, BY_ANALOGY),
        (listed and not follows, MAY_CHOOSE),
        (facts.subject == OTHER, NOT_LISTED),
    )
    how = "directly" if ours else "by_analogy" if listed and follows else "not"
    return ScopeAnswer(how if facts.of_process else "not", Outcome.of(said))
