"""Steps of the inquiry: interviews (Art 18), academic review (17), borrowed material (19)."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from rules.context import Context, default_context
from rules.instruments import Parameter, Provisions, national
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error
from rules.procedure.plan import steps_too_early
from rules.procedure.table import eased, known, raised

BODIES = ("committee", "panel")


@dataclass(frozen=True, slots=True)
class InterviewFacts:
    """A talk with a respondent or witness; ``investigators`` counts those of the team present.

    ``refusal_noted``: the record says that who was talked to would not sign; ``refusal_proven``: a
    witness signed to that.
    """

    investigators: int
    written: bool
    interviewers_signed: bool
    interviewee_signed: bool
    held_on: date
    plan_approved_on: date | None
    recorded: bool = False
    recording_told_on: date | None = None
    refusal_noted: bool = False
    refusal_proven: bool = False


_SIGNED = "谈话内容应书面记录，并经谈话人和谈话对象签字确认"

NOT_WRITTEN = error(
    "interview_not_written",
    "谈话没有书面记录；请补作记录并请谈话对象核对。",
    cite(N221, 18, "谈话内容应书面记录"),
)
INTERVIEWERS_UNSIGNED = error(
    "interviewers_unsigned",
    "谈话人还没有全部签字；签字确认后才能归入案卷。",
    cite(N221, 18, _SIGNED),
)
INTERVIEWEE_UNSIGNED = error(
    "interviewee_unsigned",
    "谈话对象还没有签字；签字确认后才能归入案卷，拒绝签字的请记明情况。",
    cite(N221, 18, _SIGNED),
    "refusal_noted",
)
REFUSAL_UNPROVEN = error(
    "interviewee_unsigned",
    "谈话对象拒绝签字，没有见证人签字；按所采用的解读，请补上见证人的签字。",
    cite(N221, 18, _SIGNED),
    "refusal_noted",
)
SIGNING_REFUSED = eased(
    INTERVIEWEE_UNSIGNED, "谈话对象拒绝签字，情况已经记明；按所采用的解读可以归入案卷，请核对。"
)
RECORDING_UNTOLD = error(
    "recording_untold",
    "录音、录像没有事先告知；没有告知的录音、录像不能归入案卷。",
    cite(N221, 18, "在履行告知程序后可录音、录像"),
)
RECORDING_TOLD_LATE = error(
    "recording_told_late",
    "告知录音、录像的日期晚于谈话日期；告知应在录音、录像之前。",
    cite(N221, 18, "在履行告知程序后可录音、录像"),
)


@cache
def too_few(needed: Parameter) -> Finding:
    """Fewer of the team took part than 不得少于 asks for; the number itself is enough."""
    message = (
        f"参与谈话的调查人员少于{needed.value}人，记录人和谈话对象不计在内；"
        f"请由不少于{needed.value}名调查人员重新谈话。"
    )
    return error("interviewers_too_few", message, needed.citation)


def check_interview(
    facts: InterviewFacts, law: Provisions | None = None, context: Context | None = None
) -> Outcome:
    """Whether an interview may stand in the file (Art 16, 18).

    Whether it may where who was talked to would not sign is a reading.  ``law``: the provisions
    the case is governed by, 221号 alone by default.
    """
    needed = (law or national())["quorum.interview"]
    told = facts.recording_told_on
    return Outcome.of(
        (
            *raised(
                (facts.investigators < needed.value, too_few(needed)),
                (not facts.written, NOT_WRITTEN),
                (not facts.interviewers_signed, INTERVIEWERS_UNSIGNED),
                (not facts.interviewee_signed, _unsigned(facts, context or default_context())),
                (facts.recorded and told is None, RECORDING_UNTOLD),
                (facts.recorded and told is not None and told > facts.held_on, RECORDING_TOLD_LATE),
            ),
            *steps_too_early(facts.held_on, facts.plan_approved_on),
        )
    )


def _unsigned(facts: InterviewFacts, frame: Context) -> Finding:
    if not facts.refusal_noted:
        return INTERVIEWEE_UNSIGNED
    proven = facts.refusal_proven or frame.reading("refusal_noted") == "noted"
    return SIGNING_REFUSED if proven else REFUSAL_UNPROVEN


@dataclass(frozen=True, slots=True)
class AcademicReviewFacts:
    """An academic review: the standing committee, or a panel, by numbers of people.

    ``without_agreement`` and ``without_statement``: members who signed no such paper for the case.
    """

    body: str
    members: frozenset[int] = frozenset()
    recused: frozenset[int] = frozenset()
    without_agreement: frozenset[int] = frozenset()
    without_statement: frozenset[int] = frozenset()


MEMBER_WITHOUT_AGREEMENT = error(
    "member_without_agreement",
    "有评议人员没有签署保密协议；签署后才能评议。",
    cite(N221, 44, "要签署保密协议"),
)
MEMBER_WITHOUT_STATEMENT = error(
    "member_without_statement",
    "有评议人员没有签署本案的回避声明；签署后才能评议。",
    cite(N221, 45, "参与科研失信行为调查处理人员应签署回避声明"),
)


@cache
def panel_too_small(needed: Parameter) -> Finding:
    """Fewer sit on the panel than 不少于 asks for; the number itself is enough."""
    message = (
        f"除去回避的人，专家组不足{needed.value}人；"
        "请增补专家，或委托本单位学术（学位、职称）委员会。"
    )
    return error("panel_too_small", message, needed.citation)


def check_academic_review(facts: AcademicReviewFacts, law: Provisions | None = None) -> Outcome:
    """Whether an academic review counts (Art 17): a panel needs five, a committee no number.

    ``law``: the provisions the case is governed by, 221号 alone by default.  Raises UnknownCode
    for a body that is none of ``BODIES``.
    """
    needed = (law or national())["quorum.panel"]
    known("学术评议机构", [facts.body], BODIES, "body")
    seated = facts.members - facts.recused
    return Outcome.of(
        raised(
            (facts.body == "panel" and len(seated) < needed.value, panel_too_small(needed)),
            (bool(facts.members & facts.without_agreement), MEMBER_WITHOUT_AGREEMENT),
            (bool(facts.members & facts.without_statement), MEMBER_WITHOUT_STATEMENT),
        )
    )


@dataclass(frozen=True, slots=True)
class LoanFacts:
    """Material taken for the inquiry (Art 19)."""

    written: bool
    investigator_signed: bool
    custodian_signed: bool


_LOAN = "调阅相关资料应书面记录，由调查人员和资料、设备管理人签字确认"

LOAN_NOT_WRITTEN = error(
    "loan_not_written", "调阅资料没有书面记录；请补作记录。", cite(N221, 19, _LOAN)
)
LOAN_UNSIGNED = error(
    "loan_unsigned_by_investigator",
    "调阅记录没有调查人员签字；请补签。",
    cite(N221, 19, _LOAN),
)
LOAN_UNCONFIRMED = error(
    "loan_unsigned_by_custodian",
    "调阅记录没有资料、设备管理人签字；请管理人签字确认。",
    cite(N221, 19, _LOAN),
)


def check_loan(facts: LoanFacts) -> Outcome:
    """Whether material was taken as Art 19 asks: a record and two signatures."""
    return Outcome.of(
        raised(
            (not facts.written, LOAN_NOT_WRITTEN),
            (not facts.investigator_signed, LOAN_UNSIGNED),
            (not facts.custodian_signed, LOAN_UNCONFIRMED),
        )
    )
