"""What beyond a case may hold it open, said by the apps above, which a case does not know.

An app registers in a module ``holding`` how many of its affairs of a case are not over::

    @holds("appeals")
    def open_appeals(case: Case) -> int: ...
"""

from collections.abc import Callable

from cases.models import Case

Count = Callable[[Case], int]
_COUNTS: dict[str, Count] = {}


def holds(kind: str) -> Callable[[Count], Count]:
    """Register how many affairs of a kind are not over."""

    def register(count: Count) -> Count:
        _COUNTS[kind] = count
        return count

    return register


def not_over(kind: str, case: Case) -> int:
    """How many affairs of a kind hold the case; none where no app has such."""
    count = _COUNTS.get(kind)
    return 0 if count is None else count(case)
