"""Which organisation handles a case: a person chooses among those the law names (Art 5 to 9)."""

from dataclasses import dataclass

from rules import jurisdiction_grounds as by
from rules.jurisdiction import COOPERATES, Candidate
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error
from rules.procedure.table import blank, raised


@dataclass(frozen=True, slots=True)
class ChoiceFacts:
    """The organisation chosen beside the answer of ``find_jurisdiction``, and why.

    ``accused``: the organisation that may not inquire, accused itself or in its head.
    ``by_superior``: the one chosen is the department of this system, which takes the case itself.
    """

    named: tuple[Candidate, ...]
    conflict: bool
    chosen: str
    reason: str = ""
    accused: str | None = None
    by_superior: bool = False


OF_ACCUSED = error(
    "choice_of_accused",
    "选定的是被调查的单位，或者其主要负责人被调查的单位；请改选其上级主管部门。",
    by.SUPERIOR,
)
CONFLICT_UNREASONED = error(
    "choice_unreasoned",
    "不同条款指向不同单位，没有写明选择的理由；请写明。",
    None,
    "G15",
)
DEPARTURE_UNREASONED = error(
    "departure_unreasoned",
    "一般由被调查时所在单位负责，选定了其他单位而没有写明理由；请写明。",
    by.UNIT,
)
SUPERIOR_UNREASONED = error(
    "departure_unreasoned",
    "主管部门独立组织调查处理，没有写明理由；请写明为何不由列出的单位负责。",
    cite(N221, 5, "可对本系统发生的科研失信行为独立组织开展调查处理"),
)
NOBODY_UNREASONED = error(
    "departure_unreasoned",
    "现有信息没有指向任何单位，也没有写明为何由选定的单位负责；请补充信息，或写明理由。",
    by.NO_UNIT,
)


def check_choice(facts: ChoiceFacts) -> Outcome:
    """Whether this organisation may be chosen to handle the case (Art 5, 6).

    Only the first sentence of Art 6 says 一般 and lets itself be departed from, for a reason; a
    department may take a case of its own system (5).
    """
    heads = [one for one in facts.named if one.role != COOPERATES]
    named = any(one.organisation == facts.chosen for one in heads)
    unreasoned = blank(facts.reason)
    departs = not named and not facts.by_superior
    usual = any(one.citation == by.UNIT for one in heads)
    return Outcome.of(
        (
            *raised(
                (facts.chosen == facts.accused, OF_ACCUSED),
                (named and facts.conflict and unreasoned, CONFLICT_UNREASONED),
                (not named and facts.by_superior and unreasoned, SUPERIOR_UNREASONED),
                (departs and usual and unreasoned, DEPARTURE_UNREASONED),
                (departs and not heads and unreasoned, NOBODY_UNREASONED),
            ),
            *(_unnamed(heads[0]) if departs and heads and not usual else ()),
        )
    )


def _unnamed(first: Candidate) -> tuple[Finding, ...]:
    message = "选定的不是条文指定的单位，条文没有例外；请在列出的单位中选择。"
    return (error("choice_not_named", message, first.citation),)
