"""What the texts leave open, settled by name: the question, the lawful answers, the default, why.

A reading is never shown as law.  Every alternative takes effect in the rule that uses it, and an
answer that rests on a reading names it.
"""

from collections.abc import Mapping
from types import MappingProxyType

from rules.errors import ReadingNotOpen, UnknownReading
from rules.readings.conflicts import CONFLICTS
from rules.readings.inquiry import INQUIRY
from rules.readings.integrity import INTEGRITY
from rules.readings.model import Chooser, Reading
from rules.readings.named import NAMED
from rules.readings.procedure import PROCEDURE
from rules.readings.silences import SILENCES
from rules.readings.supervision import SUPERVISION

__all__ = ["READINGS", "Chooser", "Reading", "check", "open_to"]

READINGS: Mapping[str, Reading] = MappingProxyType(
    {
        one.name: one
        for one in (*SILENCES, *CONFLICTS, *NAMED, *PROCEDURE, *INQUIRY, *INTEGRITY, *SUPERVISION)
    }
)


def check(chosen: Mapping[str, str], by: Chooser | None = None) -> Mapping[str, str]:
    """The choice as an unchangeable mapping; ``by``: who chooses, None where nobody has to ask.

    Raises UnknownReading for a name or a value that does not exist, ReadingNotOpen for one that
    ``by`` may not choose.
    """
    for name, value in chosen.items():
        if name not in READINGS:
            raise UnknownReading(name)
        if value not in READINGS[name].alternatives:
            raise UnknownReading(name, value)
        if by is not None and not READINGS[name].chooser.admits(by):
            raise ReadingNotOpen(name, READINGS[name].question)
    return MappingProxyType(dict(chosen))


def open_to(by: Chooser) -> tuple[Reading, ...]:
    """The readings that ``by`` may choose, in the order of the declarations."""
    return tuple(one for one in READINGS.values() if one.open and one.chooser.admits(by))
