"""Recorded decisions re-checked by the million, with NumPy (``pip install misconduct[batch]``).

Answers are those of the single path: a column for each fact in, a column for each answer out.
"""

try:
    import numpy as _numpy
except ImportError as missing:
    raise ImportError("rules.batch needs NumPy: pip install 'misconduct[batch]'") from missing

from rules.batch.answers import FOLLOW_UP, NOT_JUDGED, OPEN_TERM, Answers
from rules.batch.check import check
from rules.batch.columns import Columns
from rules.batch.dates import DueDates, due_dates
from rules.batch.findings import CODES, READINGS
from rules.batch.intake import ALL_MEASURES, UNDECIDED

del _numpy

__all__ = [
    "ALL_MEASURES",
    "CODES",
    "FOLLOW_UP",
    "NOT_JUDGED",
    "OPEN_TERM",
    "READINGS",
    "UNDECIDED",
    "Answers",
    "Columns",
    "DueDates",
    "check",
    "due_dates",
]
