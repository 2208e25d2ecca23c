"""When the six months of Art 25 are kept: every respondent has a result."""

from datetime import date

from cases.models import Case, Decision, DecisionState, RespondentState
from cases.services.deadlines import stop_clock

ENDED = (RespondentState.CLEARED, RespondentState.EXEMPTED, RespondentState.DISCONTINUED)
ISSUED = (
    DecisionState.ISSUED,
    DecisionState.SERVED,
    DecisionState.EFFECTIVE,
    DecisionState.VARIED,
    DecisionState.EXPIRED,
)


def awaiting_decision(case: Case) -> list[int]:
    """The respondents that have neither an issued decision nor another result."""
    issued = set(
        Decision.objects.filter(respondent__case=case, state__in=ISSUED).values_list(
            "respondent_id", flat=True
        )
    )
    return [r.pk for r in case.respondents.all() if r.state not in ENDED and r.pk not in issued]


def settle_investigation(case: Case, on: date) -> None:
    """Stop the clock of Art 25 once nobody waits for a decision any more."""
    if not awaiting_decision(case):
        stop_clock(rule="investigation", subject=case, on=on, how="每名被调查人都有结果")
