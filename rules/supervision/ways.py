"""How projects are supervised: the way, the draw and the sample, all soft (130号 20–24)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.context import Context
from rules.errors import NumberOutOfRange
from rules.law import P130, cite
from rules.outcome import Citation, Outcome, warning
from rules.procedure.table import known, raised
from rules.supervision.frame import law_of
from rules.terms import add_months

WAYS: Mapping[str, Citation] = MappingProxyType(
    {
        "on_site": cite(P130, 21, "原则上对年度重点监督任务全流程采取现场监督方式"),
        "random": cite(P130, 22, "原则上对年度一般监督任务、立项满1年的在研项目等采取随机抽查方式"),
        "special": cite(P130, 23, "专项监督是指每年选择部分项目"),
        "report": cite(P130, 24, "举报核查是指对项目立项、管理、验收等环节中接收到的"),
    }
)
TASKS = ("key", "general")
NOT_ON_SITE = warning(
    "key_task_not_on_site",
    "重点监督任务原则上采取现场监督；采取其他方式的，请说明理由。",
    WAYS["on_site"],
)
NOT_RANDOM = warning(
    "general_task_not_random",
    "一般监督任务原则上采取随机抽查；采取其他方式的，请说明理由。",
    WAYS["random"],
)


def check_way(task: str, way: str) -> Outcome:
    """Whether the way suits the task: on site for key tasks, at random for the others, both soft.

    Special supervision and the check of a report stand beside both.  Raises UnknownCode.
    """
    known("监督任务", [task], TASKS, "task")
    known("监督方式", [way], WAYS, "way")
    return Outcome.of(
        raised(
            (task == "key" and way == "random", NOT_ON_SITE),
            (task == "general" and way == "on_site", NOT_RANDOM),
        )
    )


@dataclass(frozen=True, slots=True)
class RandomFacts:
    """A project about to be drawn: the day of its approval, and whether it is under way."""

    on: date
    approved: date
    under_way: bool = True


def check_random(facts: RandomFacts, context: Context) -> Outcome:
    """Whether a project belongs into the draw: under way and approved a year ago, soft (130号 22).

    Raises InstrumentNotInForce.
    """
    age = law_of(facts.on, context)["random_check.project_years"]
    full = facts.on >= add_months(facts.approved, 12 * age.value)
    young = f"立项不满{age.value}年，原则上不作随机抽查；抽查的，请说明理由。"
    over = "项目已不在研，原则上不作随机抽查；抽查的，请说明理由。"
    return Outcome.of(
        raised(
            (not full, warning("project_too_young", young, age.citation)),
            (not facts.under_way, warning("project_not_under_way", over, age.citation)),
        )
    )


def sample_size(projects: int, on: date, context: Context) -> int:
    """The fewest projects a special supervision draws: 30 in 100, rounded up (130号 23).

    Raises NumberOutOfRange or InstrumentNotInForce.
    """
    if projects < 0:
        raise NumberOutOfRange("项目数不能小于0", "projects")
    share: int = law_of(on, context)["special.coverage"].value
    return -(-projects * share // 100)


def check_sample(projects: int, drawn: int, on: date, context: Context) -> Outcome:
    """Whether a special supervision covers enough projects, soft (130号 23).

    Raises NumberOutOfRange or InstrumentNotInForce.
    """
    least = sample_size(projects, on, context)
    if not 0 <= drawn <= projects:
        raise NumberOutOfRange("抽取的项目数应在0与项目总数之间", "drawn")
    citation = law_of(on, context)["special.coverage"].citation
    message = f"抽取{drawn}个，少于{least}个；请补足，或说明理由。"
    return Outcome.of(raised((drawn < least, warning("coverage_low", message, citation))))
