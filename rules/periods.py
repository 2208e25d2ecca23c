"""The clocks of the law by name: what each is for, whose law gives it, what moves it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.law import N221, P130


@dataclass(frozen=True, slots=True)
class Rule:
    """A clock: its instrument, and whether suspension and extension move it."""

    name: str
    instrument: str
    label: str
    suspendable: bool = False

    @property
    def parameter(self) -> str:
        """The name of its length among the parameters of the law."""
        return f"deadline.{self.name}"


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            Rule("acceptance", N221, "提出是否受理的意见并通知实名举报人"),
            Rule("inform_participants", N221, "书面告知参与调查单位或其他具有处理权限的单位"),
            Rule("investigation", N221, "完成调查处理", suspendable=True),
            Rule("appeal", N221, "提出申诉"),
            Rule("appeal_admission", N221, "作出是否受理申诉的决定并告知"),
            Rule("review", N221, "完成复查"),
            Rule("re_review_admission", N221, "作出是否受理再次申诉的决定"),
            Rule("re_review", N221, "完成复核"),
            Rule("report_upward", N221, "报送上级主管部门和省级科技行政部门"),
            Rule("submit_to_national", N221, "省级科技行政部门汇交并报送科技部"),
            Rule("submit_direct", N221, "国务院部门汇交并报送科技部"),
            Rule("supervision_objection", P130, "对监督意见（报告）提出复核和申诉申请"),
            Rule("supervision_notice", P130, "将工作方案和活动通知送备案"),
        )
    }
)
