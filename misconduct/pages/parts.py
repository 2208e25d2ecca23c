"""What the parts of a page are given: frozen records, filled by views, drawn by ``cw``.

A tag reads attributes, so an app that may not import this module can hand over its own records with
the same names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from misconduct.pages.facts import Citation, Finding, Outcome, numeral


class Sentence(Protocol):
    """A deadline as read (see ``cases.deadlines.wording``)."""

    @property
    def strong(self) -> str: ...
    @property
    def rest(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def remark(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of the counts strip; ``state`` is late, soon or empty."""

    value: str | int
    label: str
    url: str = ""
    state: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a task list: what to do, on which case, by when, on which article."""

    clock: Sentence
    title: str
    url: str
    stage: str = ""
    case_number: str = ""
    case_url: str = ""
    case_title: str = ""
    citation: Citation | None = None
    remark: str = ""
    days_url: str = ""
    days_label: str = "逐日计算"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the eight stages; ``state`` is done, now or empty; ``text`` a date or a word."""

    label: str
    state: str = ""
    text: str = "未开始"


@dataclass(frozen=True, slots=True)
class Check:
    """Something that must be complete before the step: said as done or as missing."""

    text: str
    done: bool = False
    url: str = ""
    url_label: str = ""


@dataclass(frozen=True, slots=True)
class NextStep:
    """What must happen next on a case. Without ``url`` this person has nothing to press."""

    title: str
    who: str
    url: str = ""
    button: str = ""
    clock: Sentence | None = None
    clock_for: str = ""
    plan: str = ""
    citations: Sequence[Citation] = ()
    checks: Sequence[Check] = ()
    remark: str = ""
    law_open: bool = False


@dataclass(frozen=True, slots=True)
class Cannot:
    """An action that is not open now: its name, and each reason with its article or reading."""

    name: str
    findings: Sequence[Finding]

    @classmethod
    def of(cls, name: str, outcome: Outcome) -> "Cannot":
        """The refusing findings of an outcome under the action's name."""
        return cls(name, outcome.errors)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timeline; ``mark`` fills its dot: a decision."""

    on: date
    text: str
    by: str = ""
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person on a case and the days they signed; None is 「未签」."""

    name: str
    part: str
    agreement: date | None = None
    recusal: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline of the side panel; ``share``: how much of the period is gone, 0 to 100."""

    title: str
    clock: Sentence
    share: int | None = None
    note: str = ""
    days_url: str = ""
    days_label: str = "逐日计算"
    citation: Citation | None = None
    soft: str = ""


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One of the fourteen measures of Art 29 on the form.

    ``outside`` is the word at the right when the tier does not list it; it stays
    selectable. ``term`` is what was typed, in years; ``has_term`` and ``may_be_permanent`` say
    which fields it has.
    """

    item: int
    label: str
    chosen: bool = False
    has_term: bool = False
    may_be_permanent: bool = False
    term: str = ""
    permanent: bool = False
    outside: str = ""
    error: str = ""

    @property
    def number(self) -> str:
        """The item as the law numbers it: 「（五）」."""
        return f"（{numeral(self.item)}）"

    @property
    def spoken(self) -> str:
        """The item as it is said: 「第五项」."""
        return f"第{numeral(self.item)}项"


@dataclass(frozen=True, slots=True)
class Way:
    """Changes that make a proposal lawful; ``applies``: a button sends the sentence as ``way``.

    ``where`` says, for a fact no button changes, on which page it is changed.
    """

    sentence: str
    citations: Sequence[Citation]
    applies: bool = True
    where: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The rule check of a form: an outcome, where each finding's field is, and ways to mend it."""

    outcome: Outcome
    links: Mapping[str, str] = field(default_factory=dict)
    ways: Sequence[Way] = ()
    remark: str = "每次改动后自动检查。"
    reasons: Mapping[str, str] = field(default_factory=dict)
