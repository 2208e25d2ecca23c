"""What follows from supervision (130号 33–35): measures of its own, apart from those of 221号 29.

Two lists: what Article 33 lets be done for any breach of chapter 3, and what Article 34 says must
be done, by subject, for grave ones.  The three to five years are those of an agency alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from rules.context import Context
from rules.errors import TermInvalid
from rules.instruments import Provisions
from rules.law import P130, S84, cite
from rules.outcome import Citation, Finding, Outcome, error, info, warning
from rules.procedure.table import known
from rules.supervision.frame import law_of

SUBJECTS: Mapping[str, int] = MappingProxyType({"person": 1, "unit": 2, "agency": 3})

# Article 33: for any breach of chapter 3.
ORDINARY: Mapping[str, str] = MappingProxyType(
    {
        "talk": "约谈",
        "rectification": "责令限期整改",
        "termination": "终止或撤销项目",
        "balance": "追回结余资金",
        "funds": "追回已拨财政资金以及违规所得",
        "honour": "撤销奖励或荣誉称号",
        "bonus": "追回奖金",
        "management_ban": "取消一定期限内财政性资金支持的科学技术活动管理资格",
        "participation_ban": "禁止在一定期限内承担或参与财政性资金支持的科学技术活动",
    }
)
_APPLICATION = "阶段性或永久取消省科技厅负责的科研项目、基地、团队、人才、奖励等申报或参与资格"
# Article 34: for grave breaches, each subject its own item.
GRAVE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "person": MappingProxyType(
            {
                "review": "取消省科技厅组织的评审咨询资格",
                "expert_pool": "不予纳入省科技专家库",
                "title": "撤销省科技厅颁发的荣誉称号",
                "application_ban": _APPLICATION,
            }
        ),
        "unit": MappingProxyType(
            {
                "project": "终止或撤销项目",
                "money": "追回项目结余资金或已拨资金",
                "platform": "撤销省科技厅授予的科研平台资格、资质",
                "application_ban": _APPLICATION,
            }
        ),
        "agency": MappingProxyType(
            {"agency_ban": "取消其三至五年承担省科技厅授权的科技服务资格以及项目管理资格"}
        ),
    }
)
# Measures that bar somebody; a term on one of them is reported under 84号 19 as well.
BANS = frozenset({"management_ban", "participation_ban", "application_ban", "agency_ban"})
_MUST = cite(P130, 34, "应作出以下处理")
_STAGED = cite(P130, 34, _APPLICATION)
_REPORTED = cite(
    S84,
    19,
    "处理决定作出单位应在决定生效后10个工作日内将处理决定书和调查报告汇交省科技厅",
)


_LEADS = cite(P130, 33, "监督检查中发现的违法违纪线索，按程序及时移交有关机关或单位处理")
TO_OTHERS = info(
    "feed_back_to_unit",
    "按职责权限应由其他单位处理的，请将违规失信事实反馈相关单位。",
    cite(P130, 33, "对于按照职责权限应由其他单位处理的，省科技厅将违规失信事实反馈相关单位"),
)
LEAD = info(
    "transfer_lead",
    "发现的违法违纪线索，请按程序及时移交有关机关或单位。",
    _LEADS,
)
STAFF = info(
    "refer_staff",
    "相关人员涉嫌违纪违法的，请按干部人事管理权限移送有关单位或纪检监察部门。",
    cite(
        P130,
        35,
        "滥用职权、玩忽职守、徇私舞弊、泄露秘密等涉嫌违纪违法的，"
        "按干部人事管理权限移送有关单位或纪检监察部门处理",
    ),
)
_CRIME = "涉嫌犯罪的，移交司法机关依法追究刑事责任"


@dataclass(frozen=True, slots=True)
class SupervisionMeasure:
    """A measure of Article 33 or 34 by name; ``years`` and ``months`` add, permanent alone."""

    name: str
    years: int | None = None
    months: int | None = None
    permanent: bool = False

    @property
    def length(self) -> int:
        """The term in months, 0 when none is stated."""
        return (self.years or 0) * 12 + (self.months or 0)


@dataclass(frozen=True, slots=True)
class ConsequenceFacts:
    """Measures about to be taken; ``grave``: the breach is one of Article 34.

    ``others_business``: another body has to deal with it; ``suspected_breach``: a lead that laws
    or discipline were broken; ``suspected_crime``: that a crime was committed; ``staff_abuse``: the
    lead or crime is abuse by those who supervise or organise (Article 35).
    """

    on: date
    subject: str
    grave: bool
    measures: tuple[SupervisionMeasure, ...]
    others_business: bool = False
    suspected_crime: bool = False
    staff_abuse: bool = False
    suspected_breach: bool = False


class ConsequenceAnswer(NamedTuple):
    """``follow_up``: what must be done beside the measures, by name."""

    follow_up: tuple[str, ...]
    outcome: Outcome


def check_consequences(facts: ConsequenceFacts, context: Context) -> ConsequenceAnswer:
    """Whether these measures may be taken (130号 33, 34) and what else they call for.

    Raises UnknownCode, TermInvalid or InstrumentNotInForce.
    """
    known("监督对象", [facts.subject], SUBJECTS, "subject")
    names = {*ORDINARY, *(name for table in GRAVE.values() for name in table)}
    known("130号的处理措施", [m.name for m in facts.measures], sorted(names), "measures")
    law = law_of(facts.on, context)
    found: list[Finding] = []
    if facts.grave and not any(m.name in GRAVE[facts.subject] for m in facts.measures):
        found.append(_none_of_34(facts.subject))
    for index, measure in enumerate(facts.measures):
        found += _measure(index, measure, facts, law, context)
    reported = any(m.name in BANS and m.length for m in facts.measures)
    if reported:
        message = "有期限的禁止或取消资格，同时依84号第十九条汇交；请一并办理。"
        found.append(info("term_reported", message, _REPORTED, "C20"))
    found += _referrals(facts)
    return ConsequenceAnswer(_follow_up(facts, reported), Outcome.of(found))


def _none_of_34(subject: str) -> Finding:
    item = cite(P130, 34, item=SUBJECTS[subject])
    listed = "、".join(GRAVE[subject].values())
    message = f"第三十四条的违规行为应作出处理：{listed}；请至少选择一项。"
    return error("measure_required", message, item)


def _measure(
    index: int,
    measure: SupervisionMeasure,
    facts: ConsequenceFacts,
    law: Provisions,
    context: Context,
) -> Iterator[Finding]:
    _check_term(index, measure)
    own = facts.grave and measure.name in GRAVE[facts.subject]
    if not own and measure.name not in ORDINARY:
        yield _misplaced(facts)
    elif measure.name == "agency_ban":
        yield from _agency_term(measure, law, context)
    elif measure.name in BANS and not measure.length:
        yield from _open_term(measure)


def _check_term(index: int, measure: SupervisionMeasure) -> None:
    where = f"measures.{index}"
    if any(part is not None and part < 1 for part in (measure.years, measure.months)):
        raise TermInvalid(where)
    if measure.length and (measure.permanent or measure.name not in BANS):
        raise TermInvalid(where)
    if measure.permanent and measure.name not in BANS:
        raise TermInvalid(where)


def _misplaced(facts: ConsequenceFacts) -> Finding:
    if not facts.grave:
        message = "第三十四条的处理只用于该条所列的违规行为；请改用第三十三条的措施。"
        return error("measure_of_34", message, _MUST)
    message = "该措施不是第三十四条对这类对象规定的处理；请另选。"
    return error("measure_not_for_subject", message, cite(P130, 34, item=SUBJECTS[facts.subject]))


def _agency_term(
    measure: SupervisionMeasure, law: Provisions, context: Context
) -> Iterator[Finding]:
    least, most = law["agency_ban.years_least"], law["agency_ban.years_most"]
    inside = 12 * least.value <= measure.length <= 12 * most.value
    whole = not measure.length % 12 or context.reading("agency_ban_end") == "months"
    if measure.permanent or not inside:
        message = f"对专业机构取消资格的期限应为{least.value}至{most.value}年；请改正。"
        yield error("agency_term_outside", message, least.citation, "agency_ban_inclusive")
    elif not whole:
        message = "对专业机构取消资格的期限应以整年计算；请改为整年。"
        yield error("agency_term_not_whole", message, least.citation, "agency_ban_end")


def _open_term(measure: SupervisionMeasure) -> Iterator[Finding]:
    """A ban without months or years: permanent where Article 34 allows it, else unfinished."""
    of_34 = measure.name == "application_ban"
    if measure.permanent and of_34:
        return
    citation = _STAGED if of_34 else cite(P130, 33, ORDINARY[measure.name])
    if measure.permanent:
        message = "第三十三条只有一定期限的取消和禁止，不能永久；请写明期限。"
        yield error("permanent_not_in_33", message, citation)
    else:
        message = "没有写明期限；请写明起止，或写明永久（第三十四条）。"
        yield warning("term_not_stated", message, citation)


def _referrals(facts: ConsequenceFacts) -> Iterator[Finding]:
    """What goes to others beside the measures: facts, leads, crimes, the province's own people."""
    if facts.others_business:
        yield TO_OTHERS
    if facts.suspected_breach:
        yield LEAD
    if facts.suspected_crime:
        message = "涉嫌犯罪的，请及时移交司法机关。"
        yield info("refer_crime", message, _crime(facts))
    if facts.staff_abuse:
        yield STAFF


def _crime(facts: ConsequenceFacts) -> Citation:
    """The words that send a crime on: Article 35 for staff, 34 for grave breaches, else 33."""
    if facts.staff_abuse:
        return cite(P130, 35, _CRIME)
    return cite(P130, 34, _CRIME, item=SUBJECTS[facts.subject]) if facts.grave else _LEADS


def _follow_up(facts: ConsequenceFacts, reported: bool) -> tuple[str, ...]:
    rows = (
        (any(m.name == "rectification" for m in facts.measures), "set_rectification_date"),
        (reported, "submit_under_84"),
        (facts.others_business, "feed_back_to_unit"),
        (facts.suspected_breach, "transfer_lead"),
        (facts.suspected_crime, "refer_crime"),
        (facts.staff_abuse, "refer_staff"),
    )
    return tuple(name for holds, name in rows if holds)
