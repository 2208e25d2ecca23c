"""What must happen next on a case, and what cannot happen now: the records every stage hands over.

Selectors do not read the law themselves: a place in it is a ``Basis`` (instrument, article, words),
which the page turns into the article that opens in place.
"""

from dataclasses import dataclass

from accounts.policies import Basis
from cases.models import Deadline


@dataclass(frozen=True, slots=True)
class Need:
    """Something a step needs first: done or missing, with where to do it."""

    text: str
    done: bool = False
    url: str = ""
    url_label: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What must happen next: verb first, who does it, by when, on which words of the law.

    ``mine``: this person can do it now, at ``url``. ``stage`` is the word of the track it is in.
    """

    title: str
    who: str
    stage: str
    mine: bool = False
    url: str = ""
    button: str = ""
    deadline: Deadline | None = None
    deadline_for: str = ""
    bases: tuple[Basis, ...] = ()
    needs: tuple[Need, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Blocked:
    """A move that is not open now: its name, the reason, what would open it, the article."""

    name: str
    reason: str
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A move that is open now besides the next step: a quiet link on the case page."""

    name: str
    url: str
