"""What a reading is: a question the texts leave open, its lawful answers, and who may choose."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rules.outcome import Citation


class Chooser(StrEnum):
    """Who may set a reading for an organisation; nobody: it is fixed, or for comparison only."""

    NOBODY = "nobody"
    UNIT = "unit"
    PROVINCE = "province"

    def admits(self, by: "Chooser") -> bool:
        """Whether ``by`` may set a reading that this one may set; a province may as a unit may."""
        return self is Chooser.UNIT or (self is by is Chooser.PROVINCE)


@dataclass(frozen=True, slots=True)
class Reading:
    """One question the text leaves open; all texts are Chinese.

    ``alternatives`` are the lawful answers, the default first; an answer laxer than the law is not
    among them, ``reason`` says why.  ``sources`` are the words that leave the question open.
    """

    name: str
    question: str
    alternatives: Mapping[str, str]
    default: str
    reason: str
    chooser: Chooser
    sources: tuple[Citation, ...]

    @property
    def answer(self) -> str:
        """The default in words."""
        return self.alternatives[self.default]

    @property
    def open(self) -> bool:
        """Whether there is a second lawful answer."""
        return len(self.alternatives) > 1


def fixed(
    name: str, question: str, answer: dict[str, str], reason: str, *sources: Citation
) -> Reading:
    """A question with one lawful answer only, so that nobody chooses."""
    return choice(name, Chooser.NOBODY, question, answer, reason, *sources)


def choice(
    name: str,
    chooser: Chooser,
    question: str,
    answers: dict[str, str],
    reason: str,
    *sources: Citation,
) -> Reading:
    """A question and its lawful answers, the default first."""
    default = next(iter(answers))
    shown = MappingProxyType(answers)
    return Reading(name, question, shown, default, reason, chooser, sources)
