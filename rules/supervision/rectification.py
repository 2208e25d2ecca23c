"""Putting right what supervision found, and the bar until it is done (130号 36)."""

from dataclasses import dataclass
from datetime import date

from rules.errors import DatesReversed
from rules.law import P130, cite
from rules.outcome import Outcome, error, warning
from rules.procedure.table import raised

_IN_TIME = cite(P130, 36, "在规定的时限内完成整改")
_REPORT = cite(P130, 36, "以书面形式报告整改落实情况以及违规失信行为处理情况")
_UNTIL_DONE = cite(
    P130,
    36,
    "对于拒不整改、整改不力或处理违规失信行为不到位的，将取消其项目承担资格，直至整改完毕",
)

NO_DATE = error("rectification_date_missing", "通知没有写明整改期限；请写明日期。", _IN_TIME)
DATE_PASSED = error(
    "rectification_date_past", "整改期限不晚于发出通知之日；请改为之后的日期。", _IN_TIME
)


def check_notice(sent: date, due: date | None) -> Outcome:
    """Whether a notice of rectification may go out: it sets a date (130号 36)."""
    return Outcome.of(
        raised((due is None, NO_DATE), (due is not None and due <= sent, DATE_PASSED))
    )


NOT_WRITTEN = error("report_not_written", "整改情况没有书面报告；请提交书面报告。", _REPORT)
NO_MEASURES = error("rectification_part_missing", "报告没有写整改落实情况；请补充。", _REPORT)
NO_HANDLING = error("handling_part_missing", "报告没有写违规失信行为处理情况；请补充。", _REPORT)
LATE = warning("rectification_late", "整改报告晚于规定的期限；请说明理由。", _IN_TIME)


@dataclass(frozen=True, slots=True)
class RectificationFacts:
    """A report on rectification: its two parts, and the date the notice set."""

    due: date
    reported: date
    written: bool = True
    rectification: bool = True
    handling: bool = True


def check_rectification(facts: RectificationFacts) -> Outcome:
    """Whether a report on rectification is complete and in time (130号 36); the due day counts."""
    return Outcome.of(
        raised(
            (not facts.written, NOT_WRITTEN),
            (not facts.rectification, NO_MEASURES),
            (not facts.handling, NO_HANDLING),
            (facts.reported > facts.due, LATE),
        )
    )


NO_GROUND = error(
    "bar_without_ground",
    "只有拒不整改、整改不力或处理不到位的才取消项目承担资格；请写明是哪一种。",
    _UNTIL_DONE,
)
FIXED_END = error(
    "bar_with_fixed_end",
    "取消资格直至整改完毕，不能预定期限；请删去截止日。",
    _UNTIL_DONE,
)
LIFTED_EARLY = error(
    "bar_lifted_early", "整改还没有完毕，不能恢复资格；请待整改完毕。", _UNTIL_DONE
)
NOT_LIFTED = error("bar_not_lifted", "整改已经完毕，资格应当恢复；请办理恢复。", _UNTIL_DONE)


@dataclass(frozen=True, slots=True)
class BarFacts:
    """A bar from projects for want of rectification, as it stands on a day.

    ``fixed_end``: a last day named beforehand; ``done``: the day rectification was finished;
    ``lifted``: the day the bar ended.
    """

    on: date
    since: date
    refused: bool = False
    weak: bool = False
    handling_wanting: bool = False
    fixed_end: date | None = None
    done: date | None = None
    lifted: date | None = None


def barred(facts: BarFacts) -> bool:
    """Whether the bar stands on the day: from its start until rectification is finished."""
    return facts.since <= facts.on and (facts.done is None or facts.on < facts.done)


def check_bar(facts: BarFacts) -> Outcome:
    """Whether a bar for want of rectification is lawful (130号 36): grounded and open-ended.

    Raises DatesReversed when rectification was finished before the bar began.
    """
    if facts.done is not None and facts.done < facts.since:
        raise DatesReversed("整改完毕的日期早于取消资格的日期", "done")
    lifted, done = facts.lifted, facts.done
    grounded = facts.refused or facts.weak or facts.handling_wanting
    early = lifted is not None and (done is None or lifted < done)
    kept = lifted is None and done is not None and done <= facts.on
    return Outcome.of(
        raised(
            (not grounded, NO_GROUND),
            (facts.fixed_end is not None, FIXED_END),
            (early, LIFTED_EARLY),
            (kept, NOT_LIFTED),
        )
    )
