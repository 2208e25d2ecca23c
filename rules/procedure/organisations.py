"""An organisation that organised misconduct or shielded it (Art 31)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.codes import MEASURES
from rules.law import N221, cite
from rules.outcome import Outcome, error, warning
from rules.procedure.table import known, raised

GROUNDS: Mapping[str, str] = MappingProxyType(
    {
        "organised": "有组织实施科研失信行为",
        "shirked": "在调查处理中推诿",
        "shielded": "在调查处理中包庇",
        "retaliated": "打击报复举报人、证人、调查人员",
    }
)
# The measures of Art 29 that Art 31 names in words of its own; the list ends with 等.
NAMED_MEASURES = frozenset({2, 3, 4, 5, 6})


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """A decision on an organisation about to be made.

    ``by_superior``: its superior department decides.  ``gains``: it gained something by the
    conduct; ``gains_revoked``: that is revoked.  ``persons_pursued``: the chief and those directly
    responsible are dealt with too.
    """

    grounds: frozenset[str]
    by_superior: bool
    measures: frozenset[int]
    persons_pursued: bool
    gains: bool = False
    gains_revoked: bool = False


_GROUNDS = cite(
    N221,
    31,
    "有关机构或单位有组织实施科研失信行为，或在调查处理中推诿、包庇，"
    "打击报复举报人、证人、调查人员的",
)
_MEASURES = cite(
    N221,
    31,
    "给予公开通报，暂停拨款或追回结余资金、追回已拨财政资金，"
    "禁止一定期限内承担或参与财政性资金支持的科技活动等本规则第二十九条规定的相应处理",
)

NO_GROUND = error(
    "organisation_without_ground",
    "没有写明单位有第三十一条的哪种情形；请至少选一项。",
    _GROUNDS,
)
NOT_BY_SUPERIOR = error(
    "organisation_judges_itself",
    "对单位的处理由主管部门作出，单位不能处理自己；请报主管部门。",
    cite(N221, 31, "主管部门应依据相关法律法规等规定"),
)
NO_MEASURE = error(
    "organisation_without_measure",
    "没有给予单位任何处理；请选择第三十一条所列的相应处理。",
    _MEASURES,
)
UNNAMED_MEASURE = warning(
    "measure_not_named_for_organisations",
    "有的措施第三十一条没有列举；请核对是否适用于单位并说明理由。",
    _MEASURES,
)
GAINS_KEPT = error(
    "gains_not_revoked",
    "单位因此获得的利益、荣誉还没有撤销；请一并撤销。",
    cite(N221, 31, "撤销该机构或单位因此获得的相关利益、荣誉"),
)
PERSONS_FORGOTTEN = error(
    "persons_in_charge_not_pursued",
    "还没有追究主要负责人、直接负责人的责任；请按有关规定一并追究。",
    cite(N221, 31, "并按照有关规定追究其主要负责人、直接负责人的责任"),
)


def check_organisation(facts: OrganisationFacts) -> Outcome:
    """Whether a decision on an organisation is complete (Art 31); terms are for check_sanctions.

    Raises UnknownCode for a ground that is none of ``GROUNDS``, or a measure Art 29 lacks.
    """
    known("第三十一条", facts.grounds, GROUNDS, "grounds")
    known("第二十九条", facts.measures, MEASURES, "measures")
    register = frozenset({13})
    return Outcome.of(
        raised(
            (not facts.grounds, NO_GROUND),
            (not facts.by_superior, NOT_BY_SUPERIOR),
            (not facts.measures, NO_MEASURE),
            (bool(facts.measures - NAMED_MEASURES - register), UNNAMED_MEASURE),
            (facts.gains and not facts.gains_revoked, GAINS_KEPT),
            (not facts.persons_pursued, PERSONS_FORGOTTEN),
        )
    )
