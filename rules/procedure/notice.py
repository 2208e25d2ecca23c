"""Before a decision: the draft (Art 26), the advance notice and the hearing (Art 27, 46)."""

from dataclasses import dataclass
from datetime import date

from rules.context import Context, default_context
from rules.deadlines import working_days_range
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error, info
from rules.procedure.table import blank, eased, raised

_FINAL = "被调查人科研失信行为的事实、情节、性质等最终认定后"
_TELL = "处理决定作出前，应书面告知被调查人拟作出处理决定的事实、依据"
_RIGHT = "告知其依法享有陈述与申辩的权利"
_LAPSED = "被调查人逾期没有进行陈述或申辩的，视为放弃权利"
_HEAR = "被调查人作出陈述或申辩的，应充分听取其意见"
_PASSED_ON = "不得将举报材料转给被举报人或被举报单位等利益相关方"


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """A decision about to be drafted: the finding it stands on and what stands beside it."""

    finding_made: bool
    misconduct: bool
    other_live_decision: bool = False


NO_FINDING = error(
    "finding_missing",
    "对这名被调查人的事实、情节、性质还没有最终认定；认定后才能拟定处理决定。",
    cite(N221, 26, _FINAL),
)
NO_MISCONDUCT = error(
    "no_misconduct_found",
    "没有认定科研失信行为，不能处理；请予以澄清。",
    cite(N221, 39, "对经调查未发现存在科研失信行为的，调查单位应及时以适当方式澄清"),
)
OTHER_LIVE = error(
    "decision_pending",
    "这名被调查人已有一份办理中或有效的处理决定；请在原决定上改拟，或先撤销、放弃。",
    cite(N221, 26, "由具有处理权限的单位按程序对被调查人作出处理决定"),
)


def check_draft(facts: DraftFacts) -> Outcome:
    """Whether a decision may be drafted: after the final finding only (Art 26)."""
    return Outcome.of(
        raised(
            (not facts.finding_made, NO_FINDING),
            (facts.finding_made and not facts.misconduct, NO_MISCONDUCT),
            (facts.other_live_decision, OTHER_LIVE),
        )
    )


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """An advance notice: ``on`` the day of its service, ``reply_due`` the last day to answer."""

    facts: str
    basis: str
    rights_told: bool
    reply_due: date | None
    on: date
    evidence: str
    written: bool = True
    contains_complaint: bool = False
    names_complainant: bool = False


NO_FACTS = error(
    "notice_facts_missing",
    "告知书没有写拟作出处理决定的事实；请写明。",
    cite(N221, 27, _TELL),
)
NO_BASIS = error(
    "notice_basis_missing",
    "告知书没有写拟作出处理决定的依据；请写明条款。",
    cite(N221, 27, _TELL),
)
ORAL = error(
    "notice_not_written",
    "告知应当书面；请制作告知书。",
    cite(N221, 27, "应书面告知被调查人拟作出处理决定的事实、依据"),
)
RIGHTS_UNTOLD = error(
    "rights_untold",
    "告知书没有告知陈述与申辩的权利；请写明。",
    cite(N221, 27, _RIGHT),
)
NO_REPLY_DATE = error(
    "reply_date_missing",
    "告知书没有写陈述申辩的截止日期；条文未规定天数，由本单位确定后写明。",
    cite(N221, 27, _LAPSED),
    "G3",
)
REPLY_DATE_EARLY = error(
    "reply_date_too_early",
    "陈述申辩的截止日期不晚于告知书送达之日；请改为以后的日期。",
    cite(N221, 27, _LAPSED),
    "G3",
)
NOTICE_UNPROVEN = error(
    "notice_unproven",
    "告知书的送达没有凭据；补上凭据后，期限才能起算。",
    cite(N221, 27, _TELL),
    "G7",
)
COMPLAINT_ENCLOSED = error(
    "complaint_enclosed",
    "告知书附有举报材料；请撤下，只写事实和依据。",
    cite(N221, 46, _PASSED_ON),
)
COMPLAINANT_NAMED = error(
    "complainant_named",
    "告知书写出了举报人的身份；请删去。",
    cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息"),
)


# Working days a unit may grant at the least, by the value of reading G3.
_AT_LEAST = {"at_least_3_working_days": 3, "at_least_5_working_days": 5}


def check_notice(facts: NoticeFacts, context: Context | None = None) -> Outcome:
    """Whether the advance notice is one Art 27 asks for and Art 46 lets out."""
    due = facts.reply_due
    return Outcome.of(
        raised(
            (blank(facts.facts), NO_FACTS),
            (blank(facts.basis), NO_BASIS),
            (not facts.written, ORAL),
            (not facts.rights_told, RIGHTS_UNTOLD),
            (due is None, NO_REPLY_DATE),
            (due is not None and due <= facts.on, REPLY_DATE_EARLY),
            (blank(facts.evidence), NOTICE_UNPROVEN),
            (facts.contains_complaint, COMPLAINT_ENCLOSED),
            (facts.names_complainant, COMPLAINANT_NAMED),
        )
        + _reply_period(facts, context or default_context()),
        ("G3",),
    )


def _reply_period(facts: NoticeFacts, frame: Context) -> tuple[Finding, ...]:
    """What the unit's own shortest period says; days not announced count for the notice."""
    least = _AT_LEAST.get(frame.reading("G3"))
    due = facts.reply_due
    if least is None or due is None or due <= facts.on:
        return ()
    if working_days_range(facts.on, due, frame)[1] >= least:
        return ()
    message = f"陈述申辩的期限不足{least}个工作日，短于本单位规定的最短期限；请改为以后的日期。"
    return (error("reply_period_too_short", message, cite(N221, 27, _LAPSED), "G3"),)


@dataclass(frozen=True, slots=True)
class HearingFacts:
    """The hearing about to end: the statement and its points, or the lapse of the period.

    ``statement_received_on`` None: nothing came in; ``points`` and ``points_answered`` count the
    points of all statements.
    """

    statement_received_on: date | None
    points: int
    points_answered: int
    reply_due: date | None
    notice_served_on: date | None
    notice_evidence: str
    today: date


NOTICE_UNSERVED = error(
    "notice_unserved",
    "事先告知书还没有送达；送达后才能听取陈述申辩。",
    cite(N221, 27, _TELL),
)
PERIOD_OPEN = error(
    "reply_period_open",
    "陈述申辩的期限还没有过，也没有收到陈述；收到陈述或过了截止日期后再办。",
    cite(N221, 27, _LAPSED),
)
NO_POINTS = error(
    "statement_without_points",
    "收到了陈述申辩，但没有列出其中的意见；请逐条列出并答复。",
    cite(N221, 27, _HEAR),
)
NO_POINTS_LATE = eased(
    NO_POINTS, "逾期收到的陈述申辩没有列出其中的意见；条文视为放弃，最好列出并答复。"
)
STATEMENT_LATE = info(
    "statement_late",
    "陈述申辩在截止日期之后收到；条文视为放弃权利，可以仍逐条答复。",
    cite(N221, 27, _LAPSED),
)
WAIVED = info(
    "right_waived",
    "截止日期已过，没有收到陈述申辩；视为放弃权利。",
    cite(N221, 27, _LAPSED),
)


def check_hearing(facts: HearingFacts) -> Outcome:
    """Whether the respondent was heard: each point answered, or the right lapsed (Art 27).

    What comes in only after the last day is waived; that its points stay unanswered only warns.
    """
    received, due = facts.statement_received_on, facts.reply_due
    silent = received is None
    over = due is not None and facts.today > due
    late = received is not None and due is not None and received > due
    return Outcome.of(
        (
            *raised(
                (facts.notice_served_on is None, NOTICE_UNSERVED),
                (blank(facts.notice_evidence), NOTICE_UNPROVEN),
                (due is None, NO_REPLY_DATE),
                (silent and not over, PERIOD_OPEN),
                (silent and over, WAIVED),
                (not silent and facts.points < 1, NO_POINTS_LATE if late else NO_POINTS),
            ),
            *_unanswered(facts.points - facts.points_answered, late),
            *raised((late, STATEMENT_LATE)),
        ),
        ("G3",),
    )


def _unanswered(number: int, late: bool) -> tuple[Finding, ...]:
    if number < 1:
        return ()
    message = f"还有{number}条意见没有答复；逐条答复后才算听取了意见。"
    found = error("points_unanswered", message, cite(N221, 27, _HEAR))
    waived = f"逾期收到的陈述申辩还有{number}条意见没有答复；条文视为放弃，最好逐条答复。"
    return (eased(found, waived) if late else found,)
