"""What a project leader or tutor has to look at before an important result goes out (（七）)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.law import O2018, cite
from rules.outcome import Finding, Outcome, info, warning
from rules.procedure.table import known

LEADERS: Mapping[str, str] = MappingProxyType(
    {"project_leader": "项目（课题）负责人", "tutor": "研究生导师"}
)
ASPECTS: Mapping[str, str] = MappingProxyType(
    {"authorship": "署名", "data": "研究数据真实性", "repeatability": "实验可重复性"}
)
_GATE = cite(
    O2018,
    7,
    "对重要论文等科研成果的署名、研究数据真实性、实验可重复性等进行诚信审核和学术把关",
)
_MANAGE = cite(O2018, 7, "加强对项目（课题）成员、学生的科研诚信管理")


@dataclass(frozen=True, slots=True)
class GatekeepingFacts:
    """An important result of a member or student, and what its leader or tutor looked at.

    ``breach``: misconduct was found in the result.
    """

    leader: str
    checked: frozenset[str]
    breach: bool = False


def check_gatekeeping(facts: GatekeepingFacts) -> Outcome:
    """Whether a result was looked at before it went out (the opinions （七）).

    Where misconduct was found in one that was not, the responsibility may be written into the
    finding; the opinions are no basis of a measure.  Raises UnknownCode.
    """
    known("负责人", [facts.leader], LEADERS, "leader")
    known("把关的内容", sorted(facts.checked), ASPECTS, "checked")
    found: list[Finding] = [
        warning(
            f"gatekeeping_{name}_missing",
            f"没有对{label}进行诚信审核和学术把关；请补做并记录，或说明理由。",
            _GATE,
        )
        for name, label in ASPECTS.items()
        if name not in facts.checked
    ]
    if facts.breach and found:
        message = (
            f"成果中有科研失信行为，把关有缺；可以在认定中写明{LEADERS[facts.leader]}的责任，"
            "是否处理依221号另行认定。"
        )
        found.append(info("leader_responsibility", message, _MANAGE))
    return Outcome.of(found)
