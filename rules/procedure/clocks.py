"""What moves the investigation's limit, or ends it: suspension, extension, death (Art 23, 25)."""

from dataclasses import dataclass
from datetime import date

from rules.context import Context, default_context
from rules.instruments import Parameter
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error, info, warning
from rules.procedure.table import blank, raised

GROUNDS = ("key_information", "conditions")

_SUSPEND = "调查中发现关键信息不充分或暂不具备调查条件的，可经单位相关负责人批准中止调查"
_APPROVED = "可经单位相关负责人批准中止调查"
_RESUME = "中止调查的原因消除后，应及时恢复调查"


@dataclass(frozen=True, slots=True)
class SuspensionFacts:
    """A suspension about to be approved; ``ground`` one of ``GROUNDS``, or anything else.

    ``in_review``: a review is suspended, not the inquiry.  ``earlier``: suspensions before it.
    """

    ground: str
    approver_is_responsible_leader: bool
    effective_on: date
    approved_on: date
    case_investigating: bool
    open_suspension: bool
    approver_is_head: bool = False
    in_review: bool = False
    earlier: int = 0


NO_GROUND = error(
    "suspension_without_ground",
    "中止只能因为关键信息不充分或暂不具备调查条件；请选择其一，其他原因不能中止。",
    cite(N221, 23, "关键信息不充分或暂不具备调查条件的"),
)
NOT_LEADER = error(
    "approver_not_responsible_leader",
    "中止调查由单位相关负责人批准；请送本单位的相关负责人。",
    cite(N221, 23, _APPROVED),
    "C3",
)
BACKDATED = error(
    "suspension_backdated",
    "中止之日早于批准之日；中止自批准起算，不能追溯。",
    cite(N221, 23, _APPROVED),
)
NOT_INVESTIGATING = error(
    "not_investigating",
    "案件不在调查中，不能中止；中止只停调查时限。",
    cite(N221, 23, _SUSPEND),
)
ALREADY_SUSPENDED = error(
    "already_suspended",
    "案件已经中止；恢复调查后才能再次中止。",
    cite(N221, 23, _RESUME),
)


NOT_IN_REVIEW = error(
    "review_not_suspendable",
    "按所采用的解读，复查期间不能中止；请继续复查。",
    cite(N221, 23, _SUSPEND),
    "G11",
)
REVIEW_RUNS = info(
    "review_clock_runs",
    "中止的时间只不计入调查时限；复查的90个工作日照样计算。",
    cite(N221, 23, "中止的时间不计入调查时限"),
    "G11",
)


def check_suspension(facts: SuspensionFacts, context: Context | None = None) -> Outcome:
    """Whether the investigation may be suspended (Art 23); a review, by analogy, is a reading."""
    frame = context or default_context()
    never = frame.reading("G11") == "not_in_review"
    leads = facts.approver_is_responsible_leader or leads_as_head(facts.approver_is_head, frame)
    return Outcome.of(
        (
            *raised(
                (facts.ground not in GROUNDS, NO_GROUND),
                (not leads, NOT_LEADER),
                (facts.effective_on < facts.approved_on, BACKDATED),
                (not facts.case_investigating and not facts.in_review, NOT_INVESTIGATING),
                (facts.in_review, NOT_IN_REVIEW if never else REVIEW_RUNS),
                (facts.open_suspension, ALREADY_SUSPENDED),
            ),
            *_counted(facts.earlier),
        ),
        ("C3", "G11"),
    )


def leads_as_head(is_head: bool, frame: Context) -> bool:
    """Whether the head may approve what the law gives to the responsible leader (C3)."""
    return is_head and frame.reading("C3") == "head_as_well"


def _counted(earlier: int) -> tuple[Finding, ...]:
    if earlier < 1:
        return ()
    message = f"此前已中止{earlier}次；各次中止的时间相加，不重复计算。"
    cause = cite(N221, 23, "中止的时间不计入调查时限")
    return (info("suspended_before", message, cause, "G11"),)


@dataclass(frozen=True, slots=True)
class ResumptionFacts:
    """The end of a suspension: since when it ran (None: none is open) and what is over."""

    suspended_on: date | None
    resumed_on: date
    cause_gone: str


NOT_SUSPENDED = error(
    "not_suspended",
    "案件没有中止，不需要恢复调查。",
    cite(N221, 23, _RESUME),
)
RESUMED_EARLY = error(
    "resumed_before_suspension",
    "恢复之日早于中止之日；请核对两个日期。",
    cite(N221, 23, "中止的时间不计入调查时限"),
)
CAUSE_UNSTATED = error(
    "cause_not_gone",
    "没有写明中止的原因怎样消除；写明后恢复调查。",
    cite(N221, 23, _RESUME),
)


def check_resumption(facts: ResumptionFacts) -> Outcome:
    """Whether the investigation may be taken up again (Art 23)."""
    since = facts.suspended_on
    return Outcome.of(
        raised(
            (since is None, NOT_SUSPENDED),
            (since is not None and facts.resumed_on < since, RESUMED_EARLY),
            (blank(facts.cause_gone), CAUSE_UNSTATED),
        )
    )


@dataclass(frozen=True, slots=True)
class ExtensionFacts:
    """An extension about to be approved, in months.

    ``due``: the limit before it, None while suspended or not certain.  ``earlier_months``: what
    was granted before.  ``transferred``: a superior or a department sent the lead (Art 15).
    ``on``: the day whose law applies (default ``approved_on``).
    """

    months: int
    ground_stated: bool
    approver_is_head: bool
    approved_on: date
    due: date | None
    transferred: bool = False
    earlier_months: int = 0
    on: date | None = None


_EXTEND = "因特别重大复杂在前款规定期限内仍不能完成调查的，经单位负责人批准后可延长调查期限"

NO_LENGTH = error(
    "extension_without_length",
    "没有写明延长几个月；请填写不少于1个月的整月数。",
    cite(N221, 25, "可延长调查期限"),
)
NOT_COMPLEX = error(
    "extension_without_ground",
    "没有写明案件怎样特别重大复杂、为何在期限内不能完成；工作忙不是理由，请写明情况。",
    cite(N221, 25, _EXTEND),
)
NOT_HEAD = error(
    "approver_not_head",
    "延长调查期限由单位负责人批准，相关负责人不能批准；请送单位负责人。",
    cite(N221, 25, "经单位负责人批准后可延长调查期限"),
)
TOO_LATE = warning(
    "approved_after_expiry",
    "批准延长时期限已过，批准前的逾期照样显示；请说明为何没有在期限内批准。",
    cite(N221, 25, "在前款规定期限内仍不能完成调查的"),
)
REPORT_IT = info(
    "report_to_transferring_body",
    "线索由上级机关或有关部门移送，还要向移送机关或部门报告延期情况。",
    cite(N221, 25, "对上级机关和有关部门移送的，调查延期情况应向移送机关或部门报告"),
)


def check_extension(facts: ExtensionFacts, context: Context | None = None) -> Outcome:
    """Whether the investigation's limit may be extended (Art 25); its usual length is soft.

    Raises InstrumentNotInForce.
    """
    law = (context or default_context()).law(facts.on or facts.approved_on)
    usual = law["deadline.investigation_extension"]
    return Outcome.of(
        raised(
            (facts.months < 1, NO_LENGTH),
            (not facts.ground_stated, NOT_COMPLEX),
            (not facts.approver_is_head, NOT_HEAD),
            (facts.months + facts.earlier_months > usual.value, _unusual(usual)),
            (facts.due is not None and facts.approved_on > facts.due, TOO_LATE),
            (facts.transferred, REPORT_IT),
        )
    )


def _unusual(usual: Parameter) -> Finding:
    message = f"延长合计超过{usual.value}个月；一般不超过{usual.value}个月，请说明为何需要更长。"
    return warning("extension_unusual", message, usual.citation)


@dataclass(frozen=True, slots=True)
class DiscontinuanceFacts:
    """The end of one respondent's proceeding; ``reason`` is ``death`` or anything else.

    ``evidence``: what proves the death.  ``investigating``: the inquiry is still going on.
    """

    reason: str
    evidence: str
    investigating: bool = True


_DEATH = "调查期间被调查人死亡的，终止对其调查"

ONLY_DEATH = error(
    "only_death_ends",
    "终止调查只因被调查人死亡；离职、毕业、撤回举报或撤稿都不终止，请继续办理。",
    cite(N221, 23, _DEATH),
)
UNPROVEN = error(
    "death_unproven",
    "没有写明死亡的凭据；请填写证明材料。",
    cite(N221, 23, _DEATH),
)
AFTER_INQUIRY = warning(
    "death_after_inquiry",
    "调查已经结束，条文只写调查期间死亡；请说明为何终止。",
    cite(N221, 23, _DEATH),
    "death_after_inquiry",
)


GOES_ON = error(
    "death_after_inquiry",
    "调查已经结束，按所采用的解读不终止；请作出认定后结束，不再给予处理。",
    cite(N221, 23, _DEATH),
    "death_after_inquiry",
)


def check_discontinuance(facts: DiscontinuanceFacts, context: Context | None = None) -> Outcome:
    """Whether the proceeding against one respondent may be discontinued: on death only (Art 23)."""
    goes_on = (context or default_context()).reading("death_after_inquiry") == "goes_on"
    return Outcome.of(
        raised(
            (facts.reason != "death", ONLY_DEATH),
            (blank(facts.evidence), UNPROVEN),
            (not facts.investigating, GOES_ON if goes_on else AFTER_INQUIRY),
        )
    )


OTHERS_REMAIN = error(
    "others_remain",
    "还有其他被调查人，案件不能终止；对他们的调查继续进行。",
    cite(N221, 23, "但不影响对涉及的其他被调查人的调查"),
)


def check_termination(*, discontinued: int, others: int) -> Outcome:
    """Whether the whole case ends: every respondent is dead (Art 23); numbers of respondents."""
    return Outcome.of(raised((discontinued < 1, ONLY_DEATH), (others > 0, OTHERS_REMAIN)))
