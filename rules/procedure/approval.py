"""A decision approved and issued: the power, reasons for warnings, the letter (Art 26–28, 41)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType

from rules.codes import MEASURES
from rules.context import Context, default_context
from rules.instruments import Parameter, national
from rules.law import N221, cite
from rules.numerals import numeral
from rules.outcome import Finding, Outcome, error
from rules.procedure.table import blank, eased, known, raised

ORDER_19_REPLACED = date(2026, 3, 20)
_ORDER_19 = re.compile(r"第?\s*(?:19|十九)\s*号\s*(?:部)?令|令\s*第?\s*(?:19|十九)\s*号")

_DECIDES = cite(N221, 26, "由具有处理权限的单位按程序对被调查人作出处理决定")
_RATIONALE = cite(N221, 28, item=3)


@dataclass(frozen=True, slots=True)
class ReasonedWarnings:
    """Codes of the warnings the sanctions check raised, and the reason given for each."""

    codes: frozenset[str] = frozenset()
    reasons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ApprovalFacts:
    """A decision about to be approved, and by whom."""

    approver_is_head: bool
    heard: bool
    warnings: ReasonedWarnings = ReasonedWarnings()
    approver_drafted: bool = False
    approver_is_leader: bool = False
    approver_is_investigator: bool = False
    changed_since_notice: bool = False


NOT_HEAD = error(
    "approver_not_head",
    "处理决定由单位负责人批准；请送单位负责人。",
    _DECIDES,
    "decision_approver",
)
DRAFTER_APPROVES = error(
    "approver_drafted",
    "批准人拟定了这份决定；请由另一名单位负责人批准。",
    _DECIDES,
    "approver_apart",
)
INVESTIGATOR_APPROVES = error(
    "approver_investigates",
    "批准人是本案的调查人员；请由不参加调查的单位负责人批准。",
    _DECIDES,
    "approver_apart",
)
DRAFTER_REASONED = eased(
    DRAFTER_APPROVES, "批准人拟定了这份决定；按所采用的解读可以批准，请说明理由。"
)
INVESTIGATOR_REASONED = eased(
    INVESTIGATOR_APPROVES, "批准人是本案的调查人员；按所采用的解读可以批准，请说明理由。"
)
UNHEARD = error(
    "not_heard",
    "被调查人的陈述申辩还没有听取完毕；逐条答复，或过了截止日期后再办。",
    cite(N221, 27, "被调查人作出陈述或申辩的，应充分听取其意见"),
)
CHANGED = error(
    "changed_since_notice",
    "告知以后，事实、依据或拟处理措施有改变；请重新告知并听取陈述申辩。",
    cite(N221, 27, "处理决定作出前，应书面告知被调查人拟作出处理决定的事实、依据"),
)


def check_approval(facts: ApprovalFacts, context: Context | None = None) -> Outcome:
    """Whether a decision may be approved; errors of check_sanctions refuse by themselves."""
    read = (context or default_context()).reading
    as_leader = facts.approver_is_leader and read("decision_approver") == "responsible_leader"
    reasoned = read("approver_apart") == "with_reason"
    on_team = INVESTIGATOR_REASONED if reasoned else INVESTIGATOR_APPROVES
    return Outcome.of(
        (
            *raised(
                (not facts.approver_is_head and not as_leader, NOT_HEAD),
                (facts.approver_drafted, DRAFTER_REASONED if reasoned else DRAFTER_APPROVES),
                (facts.approver_is_investigator, on_team),
                (not facts.heard, UNHEARD),
                (facts.changed_since_notice, CHANGED),
            ),
            *_unreasoned(facts.warnings),
        ),
        ("decision_approver", "approver_apart"),
    )


def check_reasons(warnings: ReasonedWarnings) -> Outcome:
    """Whether every warning has a reason; the letter states the grounds (Art 28)."""
    return Outcome.of(_unreasoned(warnings))


# What each warning of the sanctions check asks about, as its message may be called in short.
WARNINGS: Mapping[str, str] = MappingProxyType(
    {
        "below_floor": "低于最低尺度",
        "measure_not_in_tier": "措施不在本档",
        "term_outside_tier": "期限超出幅度",
        "no_measure": "没有给予本档的措施",
        "lighter_measure_added": "并用较轻的措施",
        "other_measure_needs_basis": "其他处理的依据",
        "permanent_needs_basis": "永久措施的依据",
        "term_not_stated": "没有写明期限",
        "term_of_10_outside_tier": "第十项措施的期限超出幅度",
        "beyond_power": "超出处理权限",
        "aggravation_not_reflected": "从重没有体现",
        "aggravation_overlooked": "同时存在多种行为",
        "same_fact_twice": "同一事实考虑两次",
        "unusual_for_organisation": "不常用于单位的措施",
        "exemption_needs_reason": "免予处理的理由",
    }
)


def _unreasoned(warnings: ReasonedWarnings) -> tuple[Finding, ...]:
    return tuple(
        error(
            f"unreasoned_{code}",
            f"{_named(code)}没有写理由；请写明理由，或照提醒修改。",
            _RATIONALE,
        )
        for code in sorted(warnings.codes)
        if blank(warnings.reasons.get(code))
    )


def _named(code: str) -> str:
    return f"提醒「{WARNINGS[code]}」" if code in WARNINGS else "有一条提醒"


def check_power(measures: frozenset[int], powers: frozenset[int] | None) -> Outcome:
    """Whether the body may impose these measures of Art 29 itself (Art 26).

    ``powers`` None: not asked.  Raises UnknownCode for a measure Art 29 does not name.
    """
    known("第二十九条", measures, MEASURES, "measures")
    beyond = frozenset() if powers is None else measures - powers
    return Outcome.of(
        error(
            f"measure_{item}_beyond_power",
            f"第二十九条第{numeral(item)}项措施不在本单位的处理权限内；请移出决定，"
            "改为随调查报告送有权限的单位的建议。",
            _DECIDES,
        )
        for item in sorted(beyond)
    )


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """A letter about to be issued: what went before, and its five contents (Art 28).

    ``measures`` empty is lawful for an exemption only.  ``remedy_days`` in working days.
    """

    noticed: bool
    heard: bool
    approved_on: date | None
    issued_on: date
    name: str
    identifier: str
    facts: str
    evidence_stated: bool
    measures: frozenset[int]
    basis: str
    remedy_path: str
    remedy_days: int
    exempted: bool = False
    changed_since_notice: bool = False


_REMEDY = cite(N221, 28, item=4)
_IDENTITY = cite(N221, 28, item=1)

UNNOTICED = error(
    "not_noticed",
    "还没有事先书面告知被调查人；告知并听取陈述申辩后才能作出决定。",
    cite(N221, 27, "处理决定作出前，应书面告知被调查人拟作出处理决定的事实、依据"),
)
UNAPPROVED = error(
    "not_approved",
    "处理决定还没有批准；单位负责人批准后才能签发。",
    _DECIDES,
    "decision_approver",
)
BEFORE_APPROVAL = error(
    "issued_before_approval",
    "签发日期早于批准日期；请核对两个日期。",
    _DECIDES,
)
NO_NAME = error("letter_name_missing", "决定书没有写被处理人的姓名或名称；请写明。", _IDENTITY)
NO_IDENTIFIER = error(
    "letter_identifier_missing",
    "决定书没有写身份证件号码或社会信用代码；请在被调查人信息中补上。",
    _IDENTITY,
)
NO_FACTS = error("letter_facts_missing", "决定书没有写认定的事实；请写明。", cite(N221, 28, item=2))
NO_EVIDENCE = error(
    "letter_evidence_missing",
    "决定书没有写认定事实的证据；请写明。",
    cite(N221, 28, item=2),
)
NO_MEASURES = error(
    "letter_measures_missing",
    "决定书没有处理措施；请写明措施，免予处理的请按免予处理办理。",
    _RATIONALE,
)
NO_BASIS = error("letter_basis_missing", "决定书没有写处理的依据；请写明条款。", _RATIONALE)
ORDER_19 = error(
    "order_19_replaced",
    "依据中写了科学技术部令第19号，该令据报道已被取代；请改引其他依据。",
    _RATIONALE,
    "order_19_replaced",
)
NO_PATH = error(
    "letter_remedy_missing",
    "决定书没有写救济途径；请写明向哪个单位书面提出申诉。",
    _REMEDY,
)


@cache
def wrong_days(appeal: Parameter) -> Finding:
    """The letter gives another period for an appeal than the one there is."""
    message = (
        f"决定书写的申诉期限不是{appeal.value}个工作日；"
        f"请改为收到决定书之日起{appeal.value}个工作日内。"
    )
    return error("letter_remedy_days_wrong", message, appeal.citation)


def check_issue(facts: IssueFacts, appeal: Parameter | None = None) -> Outcome:
    """Whether the letter may be issued: told, heard, approved, and complete (Art 26–28, 41).

    ``appeal``: the period for an appeal the unit's own rules give, that of 221号 by default.
    """
    given = appeal or national()["deadline.appeal"]
    return Outcome.of((*_before_issue(facts), *_letter(facts, given)))


def _before_issue(facts: IssueFacts) -> tuple[Finding, ...]:
    approved = facts.approved_on
    return raised(
        (not facts.noticed, UNNOTICED),
        (not facts.heard, UNHEARD),
        (facts.changed_since_notice, CHANGED),
        (approved is None, UNAPPROVED),
        (approved is not None and facts.issued_on < approved, BEFORE_APPROVAL),
    )


def _letter(facts: IssueFacts, appeal: Parameter) -> tuple[Finding, ...]:
    order_19 = facts.issued_on >= ORDER_19_REPLACED and bool(_ORDER_19.search(facts.basis))
    return raised(
        (blank(facts.name), NO_NAME),
        (blank(facts.identifier), NO_IDENTIFIER),
        (blank(facts.facts), NO_FACTS),
        (not facts.evidence_stated, NO_EVIDENCE),
        (not facts.measures and not facts.exempted, NO_MEASURES),
        (blank(facts.basis), NO_BASIS),
        (order_19, ORDER_19),
        (blank(facts.remedy_path), NO_PATH),
        (facts.remedy_days != appeal.value, wrong_days(appeal)),
    )
