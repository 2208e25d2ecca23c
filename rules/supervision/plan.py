"""The yearly plan of supervision and the check-lists of the stages (130号 13–19)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.context import Context
from rules.instruments import Parameter
from rules.law import P130, articles, cite
from rules.numerals import numeral
from rules.outcome import Citation, Finding, Outcome, error, info
from rules.procedure.table import known, raised
from rules.supervision.frame import law_of

PLAN_ELEMENTS: Mapping[str, str] = MappingProxyType(
    {
        "subjects": "监督对象",
        "content": "内容",
        "time": "时间",
        "ways": "方式",
        "bodies": "实施主体",
        "results": "结果要求",
    }
)
_ELEMENTS = cite(P130, 13, "明确监督对象、内容、时间、方式、实施主体和结果要求等")


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A yearly plan: the elements it states and the number of key programmes it picks."""

    on: date
    elements: frozenset[str]
    key_programmes: int


def check_plan(facts: PlanFacts, context: Context) -> Outcome:
    """Whether a yearly plan is complete: six elements, three to five key programmes (130号 13).

    Raises UnknownCode or InstrumentNotInForce.
    """
    known("年度监督计划的内容", sorted(facts.elements), PLAN_ELEMENTS, "elements")
    law = law_of(facts.on, context)
    least, most = law["plan.key_programmes_least"], law["plan.key_programmes_most"]
    return Outcome.of(
        (
            *(
                error(f"plan_{name}_missing", f"计划没有写明{label}；请补充。", _ELEMENTS)
                for name, label in PLAN_ELEMENTS.items()
                if name not in facts.elements
            ),
            *raised(
                (facts.key_programmes < least.value, _programmes("few", least, "增加")),
                (facts.key_programmes > most.value, _programmes("many", most, "减少")),
            ),
        )
    )


def _programmes(which: str, bound: Parameter, remedy: str) -> Finding:
    word = "少于" if which == "few" else "多于"
    message = f"重点监督任务{word}{bound.value}个专项；请{remedy}。"
    return error(f"too_{which}_key_programmes", message, bound.citation)


# The stages of a project in the order of chapter 3; the check-lists are its items.
STAGES: Mapping[str, int] = MappingProxyType(
    {
        "guide": 14,
        "application": 15,
        "approval": 16,
        "execution": 17,
        "acceptance": 18,
        "experts": 19,
    }
)


def _items(article: int) -> tuple[Citation, ...]:
    count = sum(line.startswith("（") for line in articles(P130)[article].lines)
    return tuple(cite(P130, article, item=item) for item in range(1, count + 1))


CHECKLISTS: Mapping[str, tuple[Citation, ...]] = MappingProxyType(
    {stage: _items(article) for stage, article in STAGES.items()}
)


def checklist(stage: str) -> tuple[Citation, ...]:
    """What is looked at in a stage: the items of its article in order (130号 14–19).

    Raises UnknownCode for a stage that is none of ``STAGES``.
    """
    known("监督环节", [stage], STAGES, "stage")
    return CHECKLISTS[stage]


@dataclass(frozen=True, slots=True)
class ChecklistFacts:
    """A stage looked at: the items judged, and those of them found wanting."""

    stage: str
    judged: frozenset[int]
    wanting: frozenset[int] = frozenset()


def check_checklist(facts: ChecklistFacts) -> Outcome:
    """Whether every item of the stage was judged; what was wanting goes into the opinion.

    Raises UnknownCode for an item the stage does not have.
    """
    items = checklist(facts.stage)
    told = sorted(facts.judged | facts.wanting)
    known("该环节的监督内容", told, range(1, len(items) + 1), "judged")
    found: list[Finding] = []
    for number, item in enumerate(items, 1):
        if number in facts.wanting:
            message = f"第{numeral(number)}项有问题；请写入监督意见。"
            found.append(info("item_wanting", message, item))
        elif number not in facts.judged:
            message = f"第{numeral(number)}项没有检查结论；请补充。"
            found.append(error("item_not_judged", message, item))
    return Outcome.of(found)
