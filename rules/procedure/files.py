"""What stays open after a decision: public notice, the files, the complainant (Art 28, 29, 46)."""

from dataclasses import dataclass
from datetime import date

from rules.context import Context, default_context
from rules.deadlines import working_days_range
from rules.law import N221, cite
from rules.outcome import Outcome, error
from rules.procedure.table import blank, known, raised
from rules.terms import add_months

# Working days, and years, that a reading asks for at the least.
NOTICE_DAYS = 5
YEARS_KEPT = 30
MATERIAL = ("result", "reasons", "file")

_NOTICE = cite(N221, 29, item=2)


@dataclass(frozen=True, slots=True)
class PublicNoticeFacts:
    """A public notice (measure 2): its circle, and the first and last day it stands."""

    scope: str
    from_: date | None
    until: date | None


NO_SCOPE = error(
    "public_notice_scope_missing",
    "没有写明公开通报的范围；条文写一定范围内，请写明在哪里通报。",
    _NOTICE,
    "G17",
)
NO_SPAN = error(
    "public_notice_span_missing",
    "没有写明公开通报的起止日期；条文未规定时长，请由本单位确定后写明。",
    _NOTICE,
    "G17",
)
SPAN_REVERSED = error(
    "public_notice_reversed",
    "公开通报的截止日期早于起始日期；请核对两个日期。",
    _NOTICE,
)
SPAN_SHORT = error(
    "public_notice_too_short",
    "公开通报不足5个工作日，短于本单位规定的时长；请延长。",
    _NOTICE,
    "G17",
)


def check_public_notice(facts: PublicNoticeFacts, context: Context | None = None) -> Outcome:
    """Whether a public notice has a circle and a length (Art 29 (2)); the length is a reading.

    The working days are counted from the day after the first, as in every period (G1).
    """
    frame, start, end = context or default_context(), facts.from_, facts.until
    reversed_ = start is not None and end is not None and end < start
    short = (
        frame.reading("G17") == "at_least_5_working_days"
        and start is not None
        and end is not None
        and start <= end
        and working_days_range(start, end, frame)[1] < NOTICE_DAYS
    )
    return Outcome.of(
        raised(
            (blank(facts.scope), NO_SCOPE),
            (start is None or end is None, NO_SPAN),
            (reversed_, SPAN_REVERSED),
            (short, SPAN_SHORT),
        ),
        ("G17",),
    )


_KEPT = cite(N221, 44, "不得私自留存、隐匿、摘抄、复制或泄露问题线索和调查资料")

KEPT_FOR_EVER = error(
    "file_kept_for_ever",
    "案卷永久保存，不能销毁；请保留案卷。",
    _KEPT,
    "retention",
)
KEPT_LONGER = error(
    "file_kept_longer",
    "案卷自办结之日起保存30年，还没有期满；期满前请保留案卷。",
    _KEPT,
    "retention",
)


def check_disposal(closed_on: date, on: date, context: Context | None = None) -> Outcome:
    """Whether the files of a case closed on a day may be destroyed; how long is a reading.

    The corresponding day thirty years later still belongs to the period.
    """
    for_ever = (context or default_context()).reading("retention") == "permanent"
    running = on <= add_months(closed_on, 12 * YEARS_KEPT)
    return Outcome.of(
        raised((for_ever, KEPT_FOR_EVER), (running and not for_ever, KEPT_LONGER)), ("retention",)
    )


_TOLD = cite(N221, 28, "并告知实名举报人")

RESULT_ONLY = error(
    "only_result_told",
    "实名举报人只被告知处理结果；主要理由请不要告知。",
    _TOLD,
    "complainant_access",
)
FILE_CLOSED = error(
    "file_closed_to_complainant",
    "案卷不向举报人开放；请只告知结果，不得泄露相关信息。",
    cite(N221, 46, "不得泄露相关信息"),
)


def check_telling(material: str, context: Context | None = None) -> Outcome:
    """Whether a named complainant may be told this of the outcome (Art 28, 46).

    Raises UnknownCode for material that is none of ``MATERIAL``.
    """
    known("告知的内容", [material], MATERIAL, "material")
    narrow = (context or default_context()).reading("complainant_access") == "result_only"
    return Outcome.of(
        raised((material == "reasons" and narrow, RESULT_ONLY), (material == "file", FILE_CLOSED)),
        ("complainant_access",),
    )
