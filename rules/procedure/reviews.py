"""How a review is run and ends: told in time, inquired anew, the result sent (Art 41, 43)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Outcome, error, warning
from rules.procedure.report import NO_EVIDENCE, missing_parts, unreviewed
from rules.procedure.table import raised


@dataclass(frozen=True, slots=True)
class AdmissionNoticeFacts:
    """The notice of a decision on an appeal's admission; ``last_day`` None while not certain.

    ``told_on`` None: the appellant was not told yet.
    """

    decided_on: date
    told_on: date | None
    last_day: date | None


_TELL = cite(N221, 41, "在收到申诉之日起15个工作日内作出是否受理决定并告知申诉人")

APPELLANT_UNTOLD = error(
    "appellant_untold",
    "还没有把是否受理告知申诉人；决定和告知都应在15个工作日内，请告知。",
    _TELL,
)
TOLD_EARLY = error(
    "appellant_told_before_decision",
    "告知申诉人的日期早于作出决定的日期；请核对两个日期。",
    _TELL,
)
TOLD_LATE = warning(
    "appellant_told_late",
    "告知申诉人已超过15个工作日；请说明原因。",
    _TELL,
)


def check_admission_notice(facts: AdmissionNoticeFacts) -> Outcome:
    """Whether the appellant was told of the admission within the 15 working days (Art 41)."""
    told, last = facts.told_on, facts.last_day
    return Outcome.of(
        raised(
            (told is None, APPELLANT_UNTOLD),
            (told is not None and told < facts.decided_on, TOLD_EARLY),
            (told is not None and last is not None and told > last, TOLD_LATE),
        )
    )


@dataclass(frozen=True, slots=True)
class ReviewCourseFacts:
    """A review about to end: the steps of the first inquiry it took again (Art 16 to 24).

    ``parts`` and ``evidence_items`` of the report of the review, None: not asked.
    """

    plan_approved: bool
    inquired: bool
    respondent_heard: bool
    report_signed: bool
    result_sent: bool
    academic_review: bool = True
    no_academic_question: bool = False
    parts: Mapping[str, str] | None = None
    evidence_items: int | None = None


_PROCEDURE = cite(N221, 41, "按照本规则的调查程序开展复查")

NO_PLAN = error(
    "review_without_plan",
    "复查没有经批准的调查方案；请制订方案并报批。",
    _PROCEDURE,
)
DESK_ONLY = error(
    "review_on_paper_only",
    "复查没有开展调查，只看了原卷；请按本规则的调查程序开展。",
    _PROCEDURE,
)
UNHEARD = error(
    "review_without_hearing",
    "复查中没有听取被调查人的陈述和申辩；请听取并记录。",
    cite(N221, 20, "调查中应当听取被调查人的陈述和申辩"),
)
UNSIGNED = error(
    "review_report_unsigned",
    "复查的调查报告没有全体调查人员签字；请签字后再出具意见书。",
    cite(N221, 24, "调查报告须由全体调查人员签字"),
)
NOT_SENT = error(
    "review_result_not_sent",
    "还没有向申诉人反馈复查结果；请送复查意见书。",
    cite(N221, 41, "并向申诉人反馈复查结果"),
)


def check_review_course(facts: ReviewCourseFacts, context: Context | None = None) -> Outcome:
    """Whether a review followed the procedure of an inquiry and its result was sent (Art 41).

    Both lines of inquiry, and a report with its seven parts and its evidence (Art 17, 24).
    """
    academic = facts.academic_review, facts.no_academic_question
    items = facts.evidence_items
    return Outcome.of(
        (
            *raised(
                (not facts.plan_approved, NO_PLAN),
                (not facts.inquired, DESK_ONLY),
                (not facts.respondent_heard, UNHEARD),
            ),
            *unreviewed(*academic, context or default_context()),
            *(() if facts.parts is None else missing_parts(facts.parts)),
            *raised(
                (items is not None and items < 1, NO_EVIDENCE),
                (not facts.report_signed, UNSIGNED),
                (not facts.result_sent, NOT_SENT),
            ),
        )
    )
