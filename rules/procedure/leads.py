"""Where a case comes from (Art 11, 15), and what is never a reason to refuse it (12, 13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.headings import O2018
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error, info
from rules.procedure.table import blank, known, raised

# Art 11 in its order.
CHANNELS = ("respondent_unit", "superior", "managing_department", "journal", "other")
COMPLAINT, TRANSFERRED = "complaint", "transferred"
# Art 15 in its order, with what must be written down of each.
OWN_MOTION: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        TRANSFERRED: (1, "移送的机关或部门"),
        "own_work": (2, "在哪项管理工作中发现"),
        "disclosed": (3, "由哪家媒体、期刊或出版单位披露"),
    }
)


@dataclass(frozen=True, slots=True)
class LeadFacts:
    """A lead about to be entered; ``channel`` of a complaint, ``origin`` of another source."""

    source: str
    channel: str | None = None
    origin: str = ""


# What hangs on the origin of a lead afterwards: of one transferred, to whom is reported.
_LATER: Mapping[str, str] = {TRANSFERRED: "，后续的报告和送达以此为准"}
_SOURCELESS: Mapping[str, Finding] = {
    source: error(
        f"origin_missing_{source}",
        f"没有写明{label}；请写明{_LATER.get(source, '')}。",
        cite(N221, 15, item=item),
    )
    for source, (item, label) in OWN_MOTION.items()
}
NO_CHANNEL = error(
    "channel_missing",
    "没有记录举报的途径；请选择其一，途径不影响受理。",
    cite(N221, 11, "举报科研失信行为可通过下列途径进行"),
)
OWN_INITIATIVE = info(
    "own_motion",
    "没有举报人也可以受理；符合受理条件的，应主动受理。",
    cite(N221, 15, "符合受理条件的，有关单位应主动受理"),
)
EXTENSION_REPORTED = info(
    "extensions_reported",
    "由上级机关或有关部门移送，延期须向移送机关或部门报告。",
    cite(N221, 25, "对上级机关和有关部门移送的，调查延期情况应向移送机关或部门报告"),
)
DECISION_REPORTED = info(
    "decision_and_report_sent_back",
    "由上级机关或有关部门移送，处理决定书和调查报告都要报送移送单位。",
    cite(N221, 28, "对于上级机关和有关部门移送的，应将处理决定书和调查报告报送移送单位"),
)


def check_lead(facts: LeadFacts) -> Outcome:
    """Whether a lead is entered with its source, and what the source brings (Art 11, 15, 25, 28).

    Raises UnknownCode for a source or channel the law does not name.
    """
    known("线索来源", [facts.source], (COMPLAINT, *OWN_MOTION), "source")
    known("举报途径", [facts.channel], (None, *CHANNELS), "channel")
    complaint, transferred = facts.source == COMPLAINT, facts.source == TRANSFERRED
    if complaint:
        return Outcome.of(raised((facts.channel is None, NO_CHANNEL)))
    return Outcome.of(
        raised(
            (blank(facts.origin), _SOURCELESS[facts.source]),
            (True, OWN_INITIATIVE),
            (transferred, EXTENSION_REPORTED),
            (transferred, DECISION_REPORTED),
        )
    )


# The only reasons for refusing a complaint: Art 13 in its order, then Art 12 (1) and (3).
REASONS = (
    "out_of_scope",
    "no_evidence_nor_lead",
    "repeated",
    "already_decided",
    "respondent_unclear",
    "facts_unclear",
)
NO_REASONS: Mapping[str, Finding] = MappingProxyType(
    {
        "anonymous": error(
            "refused_for_anonymity",
            "不能因为没有具名而不予受理；实名只是鼓励，请按受理条件判断。",
            cite(N221, 12, "鼓励实名举报"),
        ),
        "wrong_channel": error(
            "refused_for_channel",
            "不能因为途径不对而不予受理；不属于本单位职责范围的，请转送或告知向何处举报。",
            cite(N221, 11, item=5),
        ),
        "no_documents": error(
            "refused_for_documents",
            "有可查证线索就够，不能因为没有证据材料而不予受理；请按受理条件判断。",
            cite(N221, 12, "有客观、明确的证据材料或可查证线索", item=4),
        ),
        "no_complainant": error(
            "refused_without_complainant",
            "没有举报人不是不予受理的理由；符合受理条件的线索应主动受理。",
            cite(N221, 15, "符合受理条件的，有关单位应主动受理"),
        ),
        "withdrawn": error(
            "refused_after_withdrawal",
            "撤回举报不使线索消失，不能因此不予受理或终止；请继续办理。",
            cite(N221, 15, "符合受理条件的，有关单位应主动受理"),
            "G20",
        ),
        "appeal": error(
            "refused_appeal_as_repeat",
            "这是对处理决定的申诉，不能当作重复举报不予受理；请按申诉办理。",
            cite(N221, 41, "举报人或被处理人对处理决定不服的"),
        ),
        "long_ago": error(
            "refused_for_age",
            "不能因为行为发生已久而不予受理；一经发现，随时调查处理。",
            cite(O2018, 20, "一经发现，随时调查处理"),
        ),
    }
)


def check_refusal_reason(reason: str) -> Outcome:
    """Whether a complaint or lead may be refused for this reason at all (Art 12, 13).

    That the reason is true is for ``rules.complaints.check_complaint``.  Raises UnknownCode for a
    reason that is none of ``REASONS`` and ``NO_REASONS``.
    """
    known("不予受理的理由", [reason], (*REASONS, *NO_REASONS), "reason")
    return Outcome.of(() if reason in REASONS else (NO_REASONS[reason],))
