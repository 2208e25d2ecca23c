"""A case leaves the unit: competence lies elsewhere, or a department takes it over (84号 14)."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.law import N221, S84, cite
from rules.outcome import Citation, Finding, Outcome, error
from rules.procedure.table import blank, raised

GROUNDS = ("not_competent", "taken_over", "military")


@dataclass(frozen=True, slots=True)
class TransferFacts:
    """A case about to be transferred; ``by_department``: the department itself takes it over."""

    ground: str
    reason: str
    recipient: bool
    recipient_is_respondent: bool = False
    by_department: bool = False


_ELSEWHERE = "不属于本单位职责范围的，可转送相关责任单位或告知举报人向相关责任单位举报"

NO_GROUND = error(
    "transfer_without_ground",
    "移交须因不属于本单位职责范围、主管部门自行调查或属于军队管理；请选择其一。",
    cite(N221, 14, _ELSEWHERE),
)
# What each ground of a transfer rests on; without a ground, what the first of them does.
_BASES: Mapping[str, Citation] = {
    "not_competent": cite(N221, 14, _ELSEWHERE),
    "taken_over": cite(S84, 14, "由科技主管部门、有关行业主管部门自行开展调查并依法处理"),
    "military": cite(
        N221,
        52,
        "科研失信行为被调查人属于军队管理的，由军队按照其有关规定进行调查处理",
    ),
}
_UNREASONED: Mapping[str, Finding] = {
    ground: error(
        "transfer_without_reason", "没有写明移交的理由；请写明依据哪一条由谁办理。", basis
    )
    for ground, basis in _BASES.items()
}
TO_NOBODY_MILITARY = error(
    "transfer_without_recipient",
    "没有写明移交给军队的哪个部门；请写明。",
    _BASES["military"],
)
NO_RECIPIENT = error(
    "transfer_without_recipient",
    "没有写明移交给哪个单位；请选定。",
    cite(N221, 14, "可转送相关责任单位"),
)
TO_RESPONDENT = error(
    "transfer_to_respondent",
    "不能移交给被调查的单位；请移交给其上级主管部门。",
    cite(N221, 46, "不得将举报材料转给被举报人或被举报单位等利益相关方"),
)
NOT_THE_DEPARTMENT = error(
    "takeover_not_by_department",
    "只有科技主管部门、有关行业主管部门可以自行调查；请由主管部门提出。",
    cite(
        S84,
        14,
        "要求第一责任主体进行整改或根据职权范围由科技主管部门、有关行业主管部门自行开展调查并依法处理",
    ),
)


def check_transfer(facts: TransferFacts) -> Outcome:
    """Whether a case may be handed over (Art 14, 46, 52; 84号 14)."""
    military = facts.ground == "military"
    return Outcome.of(
        raised(
            (facts.ground not in GROUNDS, NO_GROUND),
            (blank(facts.reason), _UNREASONED.get(facts.ground, _UNREASONED["not_competent"])),
            (not facts.recipient and not military, NO_RECIPIENT),
            (not facts.recipient and military, TO_NOBODY_MILITARY),
            (facts.recipient_is_respondent, TO_RESPONDENT),
            (facts.ground == "taken_over" and not facts.by_department, NOT_THE_DEPARTMENT),
        )
    )
