"""Turns a citation into the article as it is shown: its lines, the binding words marked.

The only module of the pages that reads the law; the record types of the rules pass through it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from accounts.facts import answer_in_words, in_words, instrument_of, quoted, rules_on
from accounts.facts import passage as quoted_passage
from accounts.models import Organisation
from accounts.policies import Basis
from cases.facts import clock_context, deadline_facts, own_words
from cases.models import Case, Deadline
from cases.selectors.steps import Step
from rules.codes import SEVERITIES, Severity
from rules.context import default_context
from rules.deadlines import DueDate, due_date, is_working_day, working_days_between
from rules.errors import DateNotCovered
from rules.headings import heading
from rules.instruments import Instrument
from rules.instruments import instruments as in_use
from rules.law import N221, S84, TITLES, articles, cite, label, numeral
from rules.outcome import Citation, Finding, Level, Outcome
from rules.readings import READINGS, Reading
from rules.sanctions import SanctionOutcome

__all__ = [
    "N221",
    "Citation",
    "Finding",
    "Level",
    "Outcome",
    "Passage",
    "Reading",
    "SanctionOutcome",
    "Segment",
    "account",
    "announced_until",
    "bases_of",
    "citation_of",
    "cite",
    "numeral",
    "passage",
    "place",
    "readings",
    "remaining",
    "working_day",
]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words of the law; ``binding`` ones are those the citation quotes."""

    words: str
    binding: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """An article opened in place: where it stands, and its lines in segments."""

    place: str
    title: str
    instrument: str
    lines: tuple[tuple[Segment, ...], ...]

    @property
    def source(self) -> str:
        """The footer under the quoted article."""
        return f"{self.title}{self.instrument}，{self.place}"


def place(citation: Citation) -> str:
    """How a person reads where a citation stands: 「第三十二条第二项」; 「单位规定第九条」."""
    return label(citation) if citation.instrument in TITLES else f"单位规定{label(citation)}"


@dataclass(frozen=True, slots=True)
class BasisInUse:
    """What the foot of the navigation says: the instruments, and the years with a calendar."""

    instruments: tuple[str, ...]
    calendar: tuple[str, ...]


def basis_in_use(province: str, today: date) -> BasisInUse:
    """The instruments of a province, and whether this and the next year's days off are known."""
    instruments = (N221, S84) if province == "山东省" else (N221,)
    until = default_context().calendar.announced_until()
    years = (today.year, today.year + 1)
    said = tuple(f"{y}年，{'已' if y <= until.year else '未'}公布" for y in years)
    return BasisInUse(instruments, said)


def reading(name: str) -> Reading | None:
    """A named reading: its question, answer and reason; None for a name nobody declared."""
    return READINGS.get(name)


def passage(citation: Citation) -> Passage:
    """The whole article (or annex item) a citation quotes from, its words marked.

    Words that are the whole of it are not marked: there is nothing left to tell them from.
    """
    found = quoted_passage(citation)
    text = found.before + found.words + found.after
    start, end = len(found.before), len(found.before) + len(found.words)
    if found.words == text:
        start = end = 0
    lines: list[tuple[Segment, ...]] = []
    position = 0
    for line in text.split("\n"):
        lines.append(_segments(line, start - position, end - position))
        position += len(line) + 1
    return Passage(label(citation), found.title, citation.instrument, tuple(lines))


def _segments(line: str, start: int, end: int) -> tuple[Segment, ...]:
    first, last = max(0, min(start, len(line))), max(0, min(end, len(line)))
    pieces = (Segment(line[:first]), Segment(line[first:last], True), Segment(line[last:]))
    return tuple(piece for piece in pieces if piece.words)


def citation_of(basis: Basis) -> Citation:
    """The quoted words a step or a policy rests on."""
    return quoted(basis.instrument, basis.article, basis.words)


def bases_of(step: Step) -> list[Citation]:
    """What a step rests on, and what the unit's own rules say of its clock."""
    clock = step.deadline
    own = own_words(clock.rule, clock.own_rules, clock.start) if clock else None
    return [*map(citation_of, step.bases), *([own] if own else [])]


def announced_until() -> date:
    """The last day whose calendar is published."""
    return default_context().calendar.announced_until()


def remaining(today: date, due: date) -> int | None:
    """Working days from today to a due date, negative when it is past; None beyond the calendar."""
    try:
        return working_days_between(today, due, default_context())
    except DateNotCovered:
        return None


def account(deadline: Deadline, *, days: bool = True) -> DueDate:
    """A stored clock counted again by the rules, with the account of its days."""
    return due_date(deadline_facts(deadline), clock_context(deadline), days=days)


def readings(names: Iterable[str], chosen: Mapping[str, str]) -> list[tuple[Reading, str]]:
    """The readings an answer rested on, each as it was read; shown as readings, never as law."""
    return [(READINGS[name], _read(READINGS[name], chosen)) for name in names if name in READINGS]


def kept_readings(case: Case) -> list[tuple[Reading, str]]:
    """What a case reads otherwise than by default, from the day of its acceptance."""
    return in_words(case.readings)


def working_day(day: date) -> bool | None:
    """Whether a day is worked; None beyond the published calendar."""
    try:
        return is_working_day(day, default_context())
    except DateNotCovered:
        return None


def title(number: str) -> str:
    """An instrument by title and number, for reading."""
    return f"{TITLES[number]}{number}"


def titles(case: Case) -> list[str]:
    """What a case is governed by: the instruments it keeps, and the unit's own rules."""
    own = [f"《{case.own_rules.title}》{case.own_rules.number}"] if case.own_rules else []
    return [*map(title, case.instruments), *own]


def conduct(items: Iterable[int]) -> str:
    """「第二条第一项、第六项」, empty for none."""
    listed = "、".join(f"第{numeral(item)}项" for item in items)
    return f"第二条{listed}" if listed else ""


def severity(value: str) -> str:
    """「情节较重」; empty while undecided."""
    return SEVERITIES[Severity(value)] if value else ""


@dataclass(frozen=True, slots=True)
class Book:
    """An instrument for reading: its title, since when it holds, and its articles as printed."""

    number: str
    title: str
    since: date
    until: date | None
    checked: date
    articles: tuple[tuple[str, tuple[str, ...]], ...] = ()


def instruments() -> list[Book]:
    """Every instrument in use, without its articles."""
    return [_book(found) for found in in_use().values()]


def whole(number: str) -> Book | None:
    """An instrument with every article; None for an unknown number."""
    found = in_use().get(number)
    if found is None:
        return None
    texts = articles(number).values()
    return replace(_book(found), articles=tuple((a.heading, a.lines) for a in texts))


def own_rules(organisation: Organisation, today: date) -> Book | None:
    """A unit's own rules in force, with the articles they quote; None where it has none."""
    held = rules_on(organisation, today)
    if held is None:
        return None
    found = instrument_of(held)
    lines = tuple(
        (heading(found.number, number), tuple(text.split("\n")))
        for number, text in sorted(found.articles.items())
    )
    title = f"《{found.title}》"
    return Book(found.number, title, found.since, found.until, found.checked, lines)


def all_readings(chosen: Mapping[str, str]) -> list[tuple[Reading, str]]:
    """What the texts leave open and how it is read where this is chosen."""
    return readings(READINGS, chosen)


def _read(reading: Reading, chosen: Mapping[str, str]) -> str:
    return answer_in_words(reading, chosen.get(reading.name, reading.default))


def _book(found: Instrument) -> Book:
    return Book(found.number, TITLES[found.number], found.since, found.until, found.checked)
