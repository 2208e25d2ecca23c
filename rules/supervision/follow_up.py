"""What became of an accepted project: its use is assessed within three years (130号 7（六）)."""

from datetime import date

from rules.context import Context
from rules.outcome import Outcome, info, warning
from rules.procedure.table import raised
from rules.supervision.frame import law_of
from rules.terms import add_months


def follow_up_until(accepted: date, on: date, context: Context) -> date:
    """The last day on which the use of an accepted project is assessed (130号 7（六）).

    ``on`` is the day whose law applies.
    Raises InstrumentNotInForce.
    """
    years = law_of(on, context)["follow_up.years"].value
    return add_months(accepted, 12 * years)


def check_follow_up(accepted: date, assessed: date | None, on: date, context: Context) -> Outcome:
    """Whether the use of an accepted project was assessed within its three years.

    Raises InstrumentNotInForce.
    """
    last = follow_up_until(accepted, on, context)
    citation = law_of(on, context)["follow_up.years"].citation
    missed = assessed is None and on > last
    late = assessed is not None and assessed > last
    due = f"应用情况还没有评估；请在{last}以前评估。"
    over = f"应用情况没有在{last}以前评估；请说明理由并尽快评估。"
    return Outcome.of(
        raised(
            (assessed is None and on <= last, info("assessment_due", due, citation)),
            (missed or late, warning("assessment_late", over, citation)),
        )
    )
