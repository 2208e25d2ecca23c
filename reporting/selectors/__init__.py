"""Reading filings for pages, lists and exports."""

from reporting.selectors.lists import Filters, submission_list, visible_submissions
from reporting.selectors.moves import blocked_for, closed, open_for
from reporting.selectors.steps import of_case, open_work, step

__all__ = [
    "Filters",
    "blocked_for",
    "closed",
    "of_case",
    "open_for",
    "open_work",
    "step",
    "submission_list",
    "visible_submissions",
]
