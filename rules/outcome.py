"""What every rule answers with: findings, each resting on words of the law or on a named reading.

The classes are frozen and cheap; the commands of the package turn them into the JSON of the
contracts, the application shows them on its pages as they are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rules.headings import heading
from rules.numerals import numeral


class Level(StrEnum):
    """How much a finding weighs: an error refuses, a warning asks for a reason, info only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Verdict(StrEnum):
    """What the law says of a move: it may be made, it may not, or it must."""

    ALLOWED = "allowed"
    REFUSED = "refused"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in an instrument and its exact words (``text`` is found there to the letter).

    ``annex`` is (list, item) for the annex of 鲁科字〔2024〕84号.
    """

    instrument: str
    article: int | None
    paragraph: int | None
    item: int | None
    annex: tuple[int, int] | None
    text: str

    @property
    def place(self) -> str:
        """How a person reads it: 「第三十二条第二项」, 「附件二（九）」, 「（十）」."""
        if self.annex is not None:
            return f"附件{numeral(self.annex[0])}（{numeral(self.annex[1])}）"
        item = "" if self.item is None else f"第{numeral(self.item)}项"
        return heading(self.instrument, self.article or 0) + item

    def as_json(self) -> dict[str, object]:
        """The citation object of the contracts."""
        annex = None if self.annex is None else {"list": self.annex[0], "item": self.annex[1]}
        return {
            "instrument": self.instrument,
            "article": self.article,
            "paragraph": self.paragraph,
            "item": self.item,
            "annex": annex,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the law, or a reading of it, says about the facts; ``message`` is Chinese."""

    level: Level
    code: str
    message: str
    citation: Citation | None = None
    reading: str | None = None

    def as_json(self) -> dict[str, object]:
        """The finding object of the contracts."""
        return {
            "level": self.level.value,
            "code": self.code,
            "message": self.message,
            "citation": None if self.citation is None else self.citation.as_json(),
            "reading": self.reading,
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to "may this be done?"; ``readings`` names every reading it rests on."""

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    readings: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """Whether the law lets the move be made (a required one may be)."""
        return self.verdict is not Verdict.REFUSED

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that refuse."""
        return tuple(f for f in self.findings if f.level is Level.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that ask for a reason."""
        return tuple(f for f in self.findings if f.level is Level.WARNING)

    @classmethod
    def of(cls, findings: Iterable[Finding], readings: Iterable[str] = ()) -> "Outcome":
        """Refused when a finding is an error, else allowed; gathers the findings' readings."""
        found = tuple(findings)
        refused = any(f.level is Level.ERROR for f in found)
        verdict = Verdict.REFUSED if refused else Verdict.ALLOWED
        return cls(verdict, found, readings_of(found, readings))


def readings_of(findings: Iterable[Finding], readings: Iterable[str] = ()) -> tuple[str, ...]:
    """The names of the given readings and of those the findings rest on, each once, in order."""
    found = (finding.reading for finding in findings if finding.reading is not None)
    return tuple(dict.fromkeys((*readings, *found)))


def error(
    code: str, message: str, citation: Citation | None, reading: str | None = None
) -> Finding:
    """A finding that refuses."""
    return Finding(Level.ERROR, code, message, citation, reading)


def warning(
    code: str, message: str, citation: Citation | None, reading: str | None = None
) -> Finding:
    """A finding that lets pass but asks for a reason."""
    return Finding(Level.WARNING, code, message, citation, reading)


def info(code: str, message: str, citation: Citation | None, reading: str | None = None) -> Finding:
    """A finding that only tells."""
    return Finding(Level.INFO, code, message, citation, reading)
