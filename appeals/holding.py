"""The appeals that hold a case where its unit reads its end so (case_closed_when)."""

from appeals.selectors.lists import OPEN
from cases.holding import holds
from cases.models import Case


@holds("appeals")
def open_appeals(case: Case) -> int:
    """Appeals without a result, or whose appellant was not told of it."""
    return case.appeals.filter(OPEN).count()
