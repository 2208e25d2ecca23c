"""What became of an accepted project: its use in the three years after (130号 7（六）)."""

from datetime import date

from rules.context import Context
from rules.outcome import Outcome, info, warning
from rules.procedure.table import raised
from rules.supervision.frame import law_of
from rules.terms import add_months


def three_years_over(accepted: date, on: date, context: Context) -> date:
    """The day from which the use of an accepted project can be assessed (130号 7（六）).

    The three years are those of the use; for the assessment itself the text sets no period.
    ``on`` is the day whose law applies.  Raises InstrumentNotInForce.
    """
    years = law_of(on, context)["follow_up.years"].value
    return add_months(accepted, 12 * years)


def check_follow_up(accepted: date, assessed: date | None, on: date, context: Context) -> Outcome:
    """Whether the use of an accepted project is to be assessed, or was before its three years.

    Raises InstrumentNotInForce.
    """
    over = three_years_over(accepted, on, context)
    years = law_of(on, context)["follow_up.years"]
    span = f"{years.value}年"
    due = f"验收已满{span}，请评估{span}内的应用情况；条文没有规定评估的期限。"
    early = f"评估时验收未满{span}（{over}期满）；期满后请补充评估，或说明理由。"
    return Outcome.of(
        raised(
            (assessed is None and on >= over, info("assessment_due", due, years.citation)),
            (
                assessed is not None and assessed < over,
                warning("assessment_early", early, years.citation),
            ),
        )
    )
