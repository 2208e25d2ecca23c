"""Reading appeals for lists, pages and the case page."""

from appeals.selectors.lists import appeal_list, clocks_of, of_case, visible_appeals
from appeals.selectors.moves import blocked_for, closed, open_for
from appeals.selectors.steps import open_work, step

__all__ = [
    "appeal_list",
    "blocked_for",
    "clocks_of",
    "closed",
    "of_case",
    "open_for",
    "open_work",
    "step",
    "visible_appeals",
]
