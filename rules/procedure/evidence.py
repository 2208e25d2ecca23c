"""Evidence: how it was got and kept (Art 4, 20), what the inquiry verified (17, 20)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error
from rules.procedure.table import blank, eased, known, raised

_FORBIDDEN = "严禁以威胁、引诱、欺骗以及其他非法手段收集证据"
MEANS: Mapping[str, str] = MappingProxyType(
    {"threat": "威胁", "inducement": "引诱", "deception": "欺骗", "other": "其他非法手段"}
)
CHANGES = ("add", "replace", "delete")


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """A piece of evidence: ``way`` it was collected, ``source`` it came from, in words.

    ``means``: unlawful ones of ``MEANS``.  ``cited``: the report or decision rests on it.
    """

    way: str
    source: str
    means: frozenset[str] = frozenset()
    excluded: bool = False
    exclusion_reason: str = ""
    cited: bool = False


_COLLECTED = cite(N221, 20, _FORBIDDEN)

NO_WAY = error(
    "collection_unrecorded",
    "没有记录证据是怎样收集的；请写明收集的方式和经手人。",
    _COLLECTED,
)
NO_SOURCE = error(
    "provenance_missing",
    "没有写明证据的来源；请写明由谁提供、从何处取得。",
    cite(N221, 24, "并附证据材料"),
)
_UNLAWFUL: Mapping[str, Finding] = {
    name: error(
        f"collected_by_{name}",
        f"证据以{label}收集，不能使用；请排除并写明理由。",
        _COLLECTED,
    )
    for name, label in MEANS.items()
}
EXCLUSION_UNREASONED = error(
    "exclusion_unreasoned",
    "排除证据没有写明理由；请写明为何排除。",
    _COLLECTED,
)
EXCLUDED_CITED = error(
    "excluded_evidence_cited",
    "已排除的证据仍被调查报告或处理决定引用；请删去引用并重新认定事实。",
    _COLLECTED,
)


def check_evidence(facts: EvidenceFacts) -> Outcome:
    """Whether evidence may stand in the file: lawfully got, or excluded and not cited (Art 20).

    Raises UnknownCode for means that are none of ``MEANS``.
    """
    known("第二十条", facts.means, MEANS, "means")
    used = () if facts.excluded else MEANS
    return Outcome.of(
        (
            *raised((blank(facts.way), NO_WAY), (blank(facts.source), NO_SOURCE)),
            *(_UNLAWFUL[name] for name in used if name in facts.means),
            *raised(
                (facts.excluded and blank(facts.exclusion_reason), EXCLUSION_UNREASONED),
                (facts.excluded and facts.cited, EXCLUDED_CITED),
            ),
        )
    )


_KEPT = cite(N221, 4, "不得伪造、篡改、隐匿、销毁证据材料")
_CHANGED: Mapping[str, Finding] = {
    "replace": error(
        "evidence_replaced",
        "证据不能用新的覆盖旧的；请另存一份并写明与原件的关系。",
        _KEPT,
    ),
    "delete": error(
        "evidence_deleted",
        "证据不能删除；不能使用的请标记为排除并写明理由。",
        _KEPT,
    ),
}


def check_evidence_change(change: str) -> Outcome:
    """Whether evidence in the file may be changed so: it is only added to (Art 4).

    Raises UnknownCode for a change that is none of ``CHANGES``.
    """
    known("证据变动", [change], CHANGES, "change")
    return Outcome.of(() if change == "add" else (_CHANGED[change],))


# What the administrative inquiry checks against each other (Art 17).
SUBJECTS: Mapping[str, str] = MappingProxyType(
    {
        "raw_data": "原始实验数据",
        "agreements": "协议",
        "invoices": "发票",
        "process": "研究过程",
        "gains": "获利情况",
    }
)
_UNVERIFIED: Mapping[str, Finding] = {
    name: error(
        f"{name}_unverified",
        f"行政调查没有写明{label}的核对结果；请写明，没有的写无。",
        cite(
            N221,
            17,
            "对相关原始实验数据、协议、发票等证明材料和研究过程、获利情况等进行核对验证",
        ),
    )
    for name, label in SUBJECTS.items()
}


def check_administrative_inquiry(results: Mapping[str, str]) -> Outcome:
    """Whether the administrative inquiry verified all Art 17 names; keys of ``SUBJECTS``."""
    return Outcome.of(_UNVERIFIED[name] for name in SUBJECTS if blank(results.get(name)))


@dataclass(frozen=True, slots=True)
class InquiryHearingFacts:
    """A respondent heard during the inquiry: ``points`` raised and those ``verified``.

    ``report_formed_on`` None: no report yet.  ``refusal_noted``: the respondent was invited and
    would not speak, and the record says so; ``refusal_proven``: the service of the invitation too.
    """

    heard_on: date | None
    points: int
    verified: int
    report_formed_on: date | None = None
    refusal_noted: bool = False
    refusal_proven: bool = False


_HEAR = "调查中应当听取被调查人的陈述和申辩，对有关事实、理由和证据进行核实"

NOT_HEARD = error(
    "not_heard_in_inquiry",
    "调查中没有听取被调查人的陈述和申辩；请听取并记录，拒绝陈述的请记明，事先告知后的陈述不能代替。",
    cite(N221, 20, _HEAR),
    "refusal_noted",
)
REFUSAL_UNPROVEN = error(
    "not_heard_in_inquiry",
    "被调查人拒绝陈述，没有邀请的送达凭据；按所采用的解读，请补上凭据或重新邀请。",
    cite(N221, 20, _HEAR),
    "refusal_noted",
)
REFUSED_TO_SPEAK = eased(
    NOT_HEARD, "被调查人拒绝陈述，邀请和拒绝的情况已经记明；按所采用的解读可以继续，请核对。"
)
HEARD_AFTER_REPORT = error(
    "heard_after_report",
    "听取陈述申辩的日期晚于调查报告形成的日期；请在补充调查后重新形成报告。",
    cite(N221, 20, _HEAR),
)
POINTS_UNVERIFIED = error(
    "points_unverified",
    "被调查人提出的事实、理由和证据还没有全部核实；请逐条写明核实结果。",
    cite(N221, 20, "对有关事实、理由和证据进行核实"),
)


def check_inquiry_hearing(facts: InquiryHearingFacts, context: Context | None = None) -> Outcome:
    """Whether a respondent was heard in the inquiry itself, point by point (Art 20).

    Whether the inquiry may go on where one refuses to speak is a reading.
    """
    heard, formed = facts.heard_on, facts.report_formed_on
    late = heard is not None and formed is not None and heard > formed
    return Outcome.of(
        raised(
            (heard is None, _unheard(facts, context or default_context())),
            (late, HEARD_AFTER_REPORT),
            (facts.verified < facts.points, POINTS_UNVERIFIED),
        )
    )


def _unheard(facts: InquiryHearingFacts, frame: Context) -> Finding:
    if not facts.refusal_noted:
        return NOT_HEARD
    proven = facts.refusal_proven or frame.reading("refusal_noted") == "noted"
    return REFUSED_TO_SPEAK if proven else REFUSAL_UNPROVEN
