"""What a person decides about a complaint, against what the conditions say (Art 12–14, 46)."""

from dataclasses import dataclass
from datetime import date

from rules.context import Context, default_context
from rules.deadlines import working_days_range
from rules.law import N221, cite
from rules.outcome import Outcome, error, info, warning
from rules.procedure.table import blank, known, raised

DECISIONS = ("accept", "decline", "forward")


@dataclass(frozen=True, slots=True)
class ComplaintDecisionFacts:
    """A decision about a complaint beside the advice of ``rules.complaints.check_complaint``.

    ``last_day``: the end of the 15 working days, None while unknown.  ``notified_on``: the day the
    named complainant was told, None when not yet.  ``military``: the respondent is under military
    management.  ``is_appeal``: what came in is an appeal against a decision, not a report.
    """

    advice: str
    decision: str
    received_on: date
    decided_on: date
    competent: bool
    reason: str = ""
    named: bool = False
    notified_on: date | None = None
    last_day: date | None = None
    military: bool = False
    is_appeal: bool = False


_FORWARD = "不属于本单位职责范围的，可转送相关责任单位或告知举报人向相关责任单位举报"
_ACCEPT = "符合本规则第十二条规定且属于本单位职责范围的，应予以受理"
_PERIOD = "接到举报的单位应在15个工作日内提出是否受理的意见并通知实名举报人"

MUST_ACCEPT = error(
    "must_accept",
    "受理条件都已具备，又属于本单位职责范围，应当受理；核对清单中的事实有变化时请先改清单。",
    cite(N221, 14, _ACCEPT),
)
CONDITIONS_MISSING = error(
    "conditions_not_met",
    "受理条件没有同时满足，不能受理；补齐条件并改好清单后可以受理。",
    cite(N221, 12, "举报科研失信行为应同时满足下列条件"),
)
NOT_COMPETENT = error(
    "not_competent",
    "不属于本单位职责范围，不能受理；请转送相关责任单位，或告知举报人向何处举报。",
    cite(N221, 14, _FORWARD),
)
MILITARY = error(
    "military",
    "被调查人属于军队管理，由军队按照其有关规定调查处理，不能受理；请转送军队，或告知举报人。",
    cite(N221, 52, "科研失信行为被调查人属于军队管理的，由军队按照其有关规定进行调查处理"),
)
IS_APPEAL = error(
    "appeal_as_repeat",
    "这是对处理决定的申诉，不能当作重复举报不予受理；请按申诉办理。",
    cite(N221, 41, "举报人或被处理人对处理决定不服的"),
)
FORWARD_INSTEAD = error(
    "forward_instead",
    "只是不属于本单位职责范围，不是不予受理的情形；请转送，或告知举报人向何处举报。",
    cite(N221, 14, _FORWARD),
)
COMPETENT = error(
    "competent",
    "属于本单位职责范围，不能转送；请由本单位决定是否受理。",
    cite(N221, 14, _FORWARD),
)
FORWARD_DESPITE_GROUND = warning(
    "forward_despite_ground",
    "已有不予受理的情形，仍拟转送；请说明为何由对方判断。",
    cite(N221, 13, "对具有下列情形之一的举报，不予受理"),
)
NO_REASON = error(
    "reason_missing",
    "不予受理没有说明情况；请写明理由。",
    cite(N221, 14, "不予受理的应说明情况"),
)
BEFORE_RECEIPT = error(
    "decided_before_receipt",
    "作出意见的日期早于收到举报的日期；请核对两个日期。",
    cite(N221, 14, _PERIOD),
)
LATE = warning(
    "opinion_late",
    "提出意见已超过15个工作日；请尽快作出并说明原因。",
    cite(N221, 14, _PERIOD),
)
NOTICE_LATE = warning(
    "notice_late",
    "通知实名举报人已超过15个工作日；意见和通知都应在期限内。",
    cite(N221, 14, _PERIOD),
)
NOTICE_EARLY = error(
    "notified_before_decision",
    "通知举报人的日期早于作出意见的日期；请核对两个日期。",
    cite(N221, 14, _PERIOD),
)
NOTICE_DUE = info(
    "notice_due",
    "还要在同一个15个工作日内通知实名举报人。",
    cite(N221, 14, "并通知实名举报人"),
)


def check_decision_on_complaint(facts: ComplaintDecisionFacts) -> Outcome:
    """Whether a person may accept, decline or forward (Art 12–14); lateness only warns.

    Whoever is under military management is the army's to deal with (52): nobody here is competent.

    Raises UnknownCode for an advice or decision that is none of ``DECISIONS``.
    """
    known("受理意见", [facts.advice], DECISIONS, "advice")
    known("受理意见", [facts.decision], DECISIONS, "decision")
    army = facts.military
    advice = "forward" if army and facts.advice == "accept" else facts.advice
    chosen = (facts.decision, advice)
    forwards, declines = facts.decision == "forward", facts.decision == "decline"
    competent = facts.competent and not army
    abroad = facts.decision == "accept" and (advice == "forward" or not competent)
    return Outcome.of(
        raised(
            (chosen in {("decline", "accept"), ("forward", "accept")}, MUST_ACCEPT),
            (chosen == ("accept", "decline"), CONDITIONS_MISSING),
            (abroad, MILITARY if army else NOT_COMPETENT),
            (chosen == ("decline", "forward"), FORWARD_INSTEAD),
            (forwards and competent and advice != "accept", COMPETENT),
            (chosen == ("forward", "decline"), FORWARD_DESPITE_GROUND),
            (declines and blank(facts.reason), NO_REASON),
            (declines and facts.is_appeal, IS_APPEAL),
            (facts.decided_on < facts.received_on, BEFORE_RECEIPT),
            (_after(facts.decided_on, facts.last_day), LATE),
            (_after(facts.notified_on, facts.last_day), NOTICE_LATE),
            (_after(facts.decided_on, facts.notified_on), NOTICE_EARLY),
            (facts.named and facts.notified_on is None, NOTICE_DUE),
        )
    )


def _after(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day > other


@dataclass(frozen=True, slots=True)
class ForwardFacts:
    """How a complaint outside the unit's remit is passed on: a recipient, or advice where to go."""

    recipient: bool
    complainant_told: bool
    recipient_is_respondent: bool = False
    recipient_is_interested: bool = False
    complaint_attached: bool = True


NOWHERE = error(
    "forwarded_nowhere",
    "没有写明转送给哪个单位，也没有告知举报人向何处举报；请选择其一。",
    cite(N221, 14, _FORWARD),
)
TO_RESPONDENT = error(
    "complaint_to_respondent",
    "举报材料不得转给被举报人或被举报单位；请转给其上级主管部门。",
    cite(N221, 46, "不得将举报材料转给被举报人或被举报单位等利益相关方"),
)
TO_INTERESTED = error(
    "complaint_to_interested",
    "举报材料不得转给利益相关方；请转给没有利害关系的责任单位。",
    cite(N221, 46, "不得将举报材料转给被举报人或被举报单位等利益相关方"),
)
OWN_JUDGE = error(
    "respondent_not_competent",
    "被举报的单位不能负责查处自己；请转给其上级主管部门。",
    cite(
        N221,
        6,
        "被调查人是单位主要负责人或法人、非法人组织的，由其上级主管部门负责组织开展调查处理",
    ),
)


def check_forwarding(facts: ForwardFacts) -> Outcome:
    """Whether a complaint may be passed on this way (Art 6, 14, 46)."""
    attached = facts.complaint_attached
    return Outcome.of(
        raised(
            (not facts.recipient and not facts.complainant_told, NOWHERE),
            (facts.recipient_is_respondent and attached, TO_RESPONDENT),
            (facts.recipient_is_interested and attached, TO_INTERESTED),
            (facts.recipient_is_respondent, OWN_JUDGE),
        )
    )


NO_GROUNDS = error(
    "objection_without_reasons",
    "提出异议没有说明理由；请写明为何应当受理。",
    cite(N221, 14, "举报人可以对不予受理提出异议并说明理由"),
)
NO_ANSWER = warning(
    "objection_unanswered",
    "认定异议不成立，没有写明理由；条文没有要求，最好写明为何仍不予受理。",
    cite(N221, 14, "异议不成立的，不予受理"),
    "G5",
)


def check_objection(reasons: str) -> Outcome:
    """Whether an objection to a refusal may be lodged (Art 14); the text gives no period."""
    return Outcome.of(raised((blank(reasons), NO_GROUNDS)), ("G5",))


# Working days within which a unit may want objections answered; the law gives none.
ANSWER_TARGET = 15
ANSWER_SLOW = info(
    "objection_answer_slow",
    "异议已超过15个工作日才答复；条文没有期限，这是本单位的目标。",
    cite(N221, 14, "举报人可以对不予受理提出异议并说明理由"),
    "G5",
)


def check_objection_ruling(
    *,
    upheld: bool,
    answer: str,
    lodged_on: date | None = None,
    answered_on: date | None = None,
    context: Context | None = None,
) -> Outcome:
    """Whether an objection may be ruled on; a refusal again had better be explained (Art 14).

    A unit may set itself a target for the answer, never a period for the complainant (G5).
    """
    frame = context or default_context()
    slow = (
        frame.reading("G5") == "target_15_working_days"
        and lodged_on is not None
        and answered_on is not None
        and working_days_range(lodged_on, answered_on, frame)[0] > ANSWER_TARGET
    )
    return Outcome.of(
        raised((not upheld and blank(answer), NO_ANSWER), (slow, ANSWER_SLOW)), ("G5",)
    )
