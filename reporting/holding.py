"""The filings that hold a case where its unit reads its end so (case_closed_when)."""

from cases.holding import holds
from cases.models import Case, Decision, DecisionState
from reporting.facts import route_of
from reporting.models import Submission
from reporting.selectors.lists import unfinished


@holds("filings")
def open_filings(case: Case) -> int:
    """Filings under way, and those a decision in effect asks for that are not prepared yet."""
    unprepared = Decision.objects.filter(
        respondent__case=case, state=DecisionState.EFFECTIVE, submissions=None
    ).select_related("respondent__case__organisation", "organisation")
    due = sum(route_of(decision).required for decision in unprepared)
    return unfinished(Submission.objects.filter(case=case)).count() + due
