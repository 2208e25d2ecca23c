"""What other bodies do beside the decision: discipline and crime (Art 29)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error
from rules.procedure.table import known, raised

_DISCIPLINE = cite(
    N221,
    29,
    "被处理人是党员或公职人员的，还应根据《中国共产党纪律处分条例》"
    "《中华人民共和国公职人员政务处分法》等规定，由有管辖权的机构给予处理或处分",
)
_REFER = "请移送，本单位有管辖权的，另行依规作出。"
# Who must be referred, each with the words and the body.
STATUSES: Mapping[str, Finding] = MappingProxyType(
    {
        "party_member": error(
            "party_member_not_referred",
            f"被处理人是党员，还没有移送有管辖权的机构；{_REFER}",
            _DISCIPLINE,
        ),
        "public_servant": error(
            "public_servant_not_referred",
            f"被处理人是公职人员，还没有移送有管辖权的机构；{_REFER}",
            _DISCIPLINE,
        ),
        "other_discipline": error(
            "other_discipline_not_referred",
            f"被处理人适用组织处理或者处分，还没有移送有管辖权的机构；{_REFER}",
            cite(
                N221,
                29,
                "其他适用组织处理或处分的，由有管辖权的机构依规依纪依法给予处理或处分",
            ),
        ),
        "suspected_crime": error(
            "crime_not_referred",
            "行为涉嫌犯罪，还没有移送监察机关、公安机关等有管辖权的机关；请移送。",
            cite(N221, 29, "构成犯罪的，依法追究刑事责任"),
        ),
    }
)


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A decision and the referrals beside it; both sets hold codes of ``STATUSES``.

    ``imposed_here``: the unit itself would impose the punishment under discipline rules.
    """

    statuses: frozenset[str]
    referred: frozenset[str]
    instead_of_decision: bool = False
    decision_held: bool = False
    imposed_here: bool = False


INSTEAD = error(
    "referral_instead_of_decision",
    "移送不能代替处理决定；请同时按本规则作出处理。",
    cite(N221, 29, "还应根据《中国共产党纪律处分条例》《中华人民共和国公职人员政务处分法》等规定"),
)
HELD = error(
    "decision_held_for_referral",
    "不能等移送的结果再作处理决定；期限照常计算，请继续办理。",
    cite(N221, 25, "科研失信行为的调查处理应自决定受理之日起6个月内完成"),
)
IMPOSED_HERE = error(
    "discipline_imposed_here",
    "党纪政务处分由有管辖权的机构给予，不能写入本决定；请改为移送，本单位有管辖权的，另行依规作出。",
    cite(N221, 29, "由有管辖权的机构依规依纪依法给予处理或处分"),
)


def check_referral(facts: ReferralFacts) -> Outcome:
    """Whether everyone was referred who must be, beside the decision and not instead (Art 29).

    Raises UnknownCode for a status that is none of ``STATUSES``.
    """
    known("第二十九条", facts.statuses, STATUSES, "statuses")
    due = facts.statuses - facts.referred
    return Outcome.of(
        (
            *(finding for status, finding in STATUSES.items() if status in due),
            *raised(
                (facts.instead_of_decision, INSTEAD),
                (facts.decision_held, HELD),
                (facts.imposed_here, IMPOSED_HERE),
            ),
        )
    )
