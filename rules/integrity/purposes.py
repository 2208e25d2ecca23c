"""What an integrity check is for, and which document's conditions apply to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.law import EXCHANGE_3, FUNDS_145, N221, O2018, S84, VOUCHER_154, cite
from rules.outcome import Citation


@dataclass(frozen=True, slots=True)
class Purpose:
    """An activity somebody applies for.

    ``instruments`` give its numbers; ``barred_by`` are the measures of Article 29 whose running
    term is itself a bar; ``basis`` the words that call for the check; ``organisations_only``: only
    an organisation can apply; ``good_standing``: the basis makes good standing a condition.
    """

    name: str
    label: str
    instruments: tuple[str, ...]
    barred_by: frozenset[int]
    basis: Citation
    organisations_only: bool = False
    good_standing: bool = False


_ACTIVITY = cite(S84, 12, "将具备良好诚信状况作为审核通过的必要条件")
_PLAN = cite(O2018, 10, "将具备良好的科研诚信状况作为参与各类科技计划的必备条件")
_COMPULSORY = cite(
    O2018, 10, "将科研诚信审核作为院士增选、科技奖励、职称评定、学位授予等工作的必经程序"
)

FUNDED, TITLES, PEERS = frozenset({5}), frozenset({7}), frozenset({9})

PURPOSES: Mapping[str, Purpose] = MappingProxyType(
    {
        one.name: one
        for one in (
            Purpose("activity", "参与本省组织的科学技术活动", (S84,), FUNDED, _ACTIVITY),
            Purpose(
                "plan_project", "申请科技计划项目", (O2018,), FUNDED, _PLAN, good_standing=True
            ),
            Purpose("academician", "院士增选", (O2018,), PEERS, _COMPULSORY),
            Purpose("award", "科技奖励", (O2018,), TITLES | PEERS, _COMPULSORY),
            Purpose("title", "职称评定", (O2018,), TITLES, _COMPULSORY),
            Purpose("degree", "学位授予", (O2018,), frozenset(), _COMPULSORY),
            Purpose("reviewer", "担任评审专家", (S84,), PEERS, _ACTIVITY),
            Purpose(
                "guidance_funds",
                "申请中央引导地方科技发展资金",
                (S84, FUNDS_145),
                FUNDED,
                cite(FUNDS_145, 21, "引导资金分配和管理的重要依据"),
            ),
            Purpose(
                "exchange",
                "申报交流活动",
                (S84, EXCHANGE_3),
                FUNDED,
                cite(EXCHANGE_3, 10, "近五年有严重失信行为记录的单位不在申报范围内"),
                organisations_only=True,
            ),
            Purpose(
                "voucher",
                "使用创新券",
                (S84, VOUCHER_154),
                FUNDED,
                cite(VOUCHER_154, 8, "严重弄虚作假和科研严重失信行为"),
                organisations_only=True,
            ),
        )
    }
)

# What each of the measures that bar somebody says.
BARS: Mapping[int, Citation] = MappingProxyType(
    {item: cite(N221, 29, item=item) for item in (5, 7, 9)}
)
