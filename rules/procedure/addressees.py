"""Who gets which document of a decision (Art 28, 38, 46): served, sent, or only told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from rules.codes import Involvement
from rules.context import Context
from rules.law import N221, cite
from rules.outcome import Citation, Finding, Outcome, error, warning
from rules.procedure.dangers import days_at_once
from rules.procedure.table import known

DECISION, REPORT, WORD = "decision", "report", "word"
LABELS: Mapping[str, str] = MappingProxyType(
    {
        "respondent": "被处理人",
        "complainant": "实名举报人",
        "lead_unit": "牵头调查单位",
        "transferring_body": "移送单位",
        "project_department": "项目管理部门",
        "award_department": "奖励管理部门",
        "talent_department": "人才管理部门",
        "respondent_unit": "被处理人所在单位",
    }
)


class Addressee(NamedTuple):
    """Somebody to whom documents go: ``at_once`` with the service on the respondent.

    ``documents`` of ``decision`` and ``report``, or ``word``: told without a document.
    """

    who: str
    documents: frozenset[str]
    at_once: bool
    citation: Citation


@dataclass(frozen=True, slots=True)
class DeliveryFacts:
    """A decision to be delivered.

    ``lead_unit``: a unit other than the deciding one led the inquiry.  ``transferred``: a superior
    organ or department sent the lead.  ``by_managing_department``: it is that department's own
    decision under Art 38, which is also served on the person's unit.
    """

    named_complainant: bool = False
    lead_unit: bool = False
    transferred: bool = False
    involves: frozenset[Involvement] = frozenset()
    by_managing_department: bool = False


_BOTH = frozenset({DECISION, REPORT})
_SERVED = Addressee(
    "respondent",
    frozenset({DECISION}),
    False,
    cite(N221, 28, "作出处理决定的单位负责向被处理人送达书面处理决定书"),
)
_TOLD = Addressee("complainant", frozenset({WORD}), False, cite(N221, 28, "并告知实名举报人"))
_LEAD = Addressee(
    "lead_unit",
    frozenset({DECISION}),
    True,
    cite(N221, 28, "有牵头调查单位的，应同时将处理决定书送牵头调查单位"),
)
_TRANSFERRING = Addressee(
    "transferring_body",
    _BOTH,
    False,
    cite(N221, 28, "对于上级机关和有关部门移送的，应将处理决定书和调查报告报送移送单位"),
)
_UNIT = Addressee(
    "respondent_unit",
    frozenset({DECISION}),
    False,
    cite(N221, 38, "并制作处理决定书，送达被处理人及其所在单位"),
)
_DEPARTMENTS = tuple(
    (
        kind,
        Addressee(
            f"{kind.value}_department",
            _BOTH,
            True,
            cite(N221, 38, "调查处理单位应将处理决定书和调查报告同时报送"),
        ),
    )
    for kind in Involvement
)


def recipients(facts: DeliveryFacts) -> tuple[Addressee, ...]:
    """Everyone to whom the decision goes, in the order of Art 28 and 38.

    An anonymous complainant is nobody to be traced; the chain to the national register, which hangs
    on effect, is ``rules.filing.submission_route``.
    """
    rows = (
        (True, _SERVED),
        (facts.by_managing_department, _UNIT),
        (facts.named_complainant, _TOLD),
        (facts.lead_unit, _LEAD),
        (facts.transferred, _TRANSFERRING),
        *((kind in facts.involves, addressee) for kind, addressee in _DEPARTMENTS),
    )
    return tuple(addressee for due, addressee in rows if due)


@dataclass(frozen=True, slots=True)
class SentFacts:
    """What went out for a decision: to each addressee the documents, and the day.

    Keys are those of ``LABELS``.  ``served_on``: the service on the respondent.  ``personal_data``:
    the letter a complainant got shows identity numbers or the like, as a letter does (Art 28 (1))
    unless they were taken out.
    """

    delivery: DeliveryFacts
    sent: Mapping[str, frozenset[str]]
    served_on: date
    sent_on: Mapping[str, date]
    personal_data: bool = True


DECISION_TO_COMPLAINANT = error(
    "decision_to_complainant",
    "送举报人的处理决定书有证件号码等个人信息；请隐去后再送，或只告知结果。",
    cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息"),
)
COMPLAINANT_TRACED = error(
    "anonymous_complainant_traced",
    "举报人没有具名，不必告知，也不得追查其身份；请停止。",
    cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息"),
)


def check_deliveries(facts: SentFacts, context: Context | None = None) -> Outcome:
    """Whether a decision went to everyone it must go to, with every document (Art 28, 38).

    A complainant who got the letter itself knows the result; Art 46 only asks what it shows.  What
    must go 同时 with the service and went later only warns: the days are a reading.  Raises
    UnknownCode for an addressee that is none of ``LABELS``.
    """
    known("送达对象", facts.sent, LABELS, "sent")
    told = facts.sent.get("complainant", frozenset())
    target = facts.served_on + timedelta(days=days_at_once(context))
    found: list[Finding] = []
    for addressee in recipients(facts.delivery):
        if not addressee.documents <= _given(addressee.who, facts.sent):
            found.append(_unsent(addressee))
        elif addressee.at_once and facts.sent_on[addressee.who] > target:
            found.append(_late(addressee))
    if DECISION in told and facts.personal_data:
        found.append(DECISION_TO_COMPLAINANT)
    if told and not facts.delivery.named_complainant:
        found.append(COMPLAINANT_TRACED)
    return Outcome.of(found)


def _given(who: str, sent: Mapping[str, frozenset[str]]) -> frozenset[str]:
    documents = sent.get(who, frozenset())
    return documents | {WORD} if DECISION in documents else documents


_WORDS = {
    frozenset({DECISION}): "处理决定书还没有送",
    frozenset({WORD}): "处理结果还没有告知",
    _BOTH: "处理决定书和调查报告还没有都报送",
}


def _unsent(addressee: Addressee) -> Finding:
    message = f"{_WORDS[addressee.documents]}{LABELS[addressee.who]}；请补送。"
    return error(f"{addressee.who}_unserved", message, addressee.citation)


def _late(addressee: Addressee) -> Finding:
    message = f"送{LABELS[addressee.who]}晚于送达被处理人；条文要求同时，请说明原因。"
    return warning(f"{addressee.who}_served_late", message, addressee.citation, "at_once")
