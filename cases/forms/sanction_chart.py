"""The drawing of the three terms of Art 32 and of those a proposal states; numbers only.

Open dots exclude the number, filled dots include it (Art 50).
"""

from dataclasses import dataclass

from cases.documents.facts import term_words
from cases.services.judging import Proposal
from rules.codes import Severity
from rules.numerals import numeral
from rules.sanctions import MeasureFact, TermRange

BOUNDED = (5, 7, 9)
# Where year 0 stands, how wide a year is, how many fit; how near marks may come to each other.
LEFT, YEAR, YEARS = 84.0, 75.75, 8
NEAR, LINE = 120, 16
CHOSEN, OTHER, WRONG = "#24508f", "#838d9b", "#ad251d"
_SPANS = (
    (Severity.MAJOR, "情节较重", 0, 3, 38, False),
    (Severity.SERIOUS, "情节严重", 3, 5, 66, True),
    (Severity.ESPECIALLY_SERIOUS, "特别严重", 5, YEARS, 94, False),
)


@dataclass(frozen=True, slots=True)
class Year:
    """A line of the scale."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """A tier's range; ``closed``: both ends are included, ``open_ended``: it has no upper end."""

    label: str
    x1: float
    x2: float
    y: int
    closed: bool
    open_ended: bool
    chosen: bool

    @property
    def colour(self) -> str:
        return CHOSEN if self.chosen else OTHER

    @property
    def ink(self) -> str:
        return "#1a3d6f" if self.chosen else "#5c6877"

    @property
    def text_y(self) -> int:
        return self.y + 5

    @property
    def arrow(self) -> str:
        return f"M{self.x2 - 1} {self.y - 5}l8 5-8 5z"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stated term: above the scale, on a line of its own when another stands near."""

    x: float
    line: int
    words: str
    inside: bool

    @property
    def colour(self) -> str:
        return CHOSEN if self.inside else WRONG

    @property
    def text_y(self) -> int:
        return 13 - self.line * LINE

    @property
    def arrow(self) -> str:
        return f"M{self.x - 5} 19h10l-5 7z"


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything drawn; ``top`` is where the drawing begins, above the highest mark."""

    years: tuple[Year, ...]
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]

    @property
    def top(self) -> int:
        return -LINE * max((mark.line for mark in self.marks), default=0)

    @property
    def height(self) -> int:
        return 132 - self.top


def draw(proposal: Proposal, bounds: TermRange | None, permitted: tuple[int, ...] | None) -> Chart:
    """The chart of a proposal; ``bounds``, ``permitted``: its tier's, None while not judged."""
    years = tuple(
        Year(_at(year), f"{year}年" if year == YEARS else str(year)) for year in range(YEARS + 1)
    )
    spans = tuple(
        Span(
            label=label,
            x1=_at(first),
            x2=_at(last),
            y=y,
            closed=closed,
            open_ended=last == YEARS,
            chosen=proposal.severity == severity.value,
        )
        for severity, label, first, last, y, closed in _SPANS
    )
    return Chart(years, spans, _marks(proposal, bounds, permitted))


def _marks(
    proposal: Proposal, bounds: TermRange | None, permitted: tuple[int, ...] | None
) -> tuple[Mark, ...]:
    found: list[Mark] = []
    for measure in proposal.measures:
        months = (measure.years or 0) * 12 + (measure.months or 0)
        if measure.item not in BOUNDED or not (months or measure.permanent):
            continue
        listed = permitted is None or measure.item in permitted
        inside = listed and (bounds is None or measure.permanent or bounds.holds(months))
        x = _at(YEARS if measure.permanent else min(months / 12, YEARS))
        crowd = sum(abs(mark.x - x) < NEAR for mark in found)
        found.append(Mark(x, crowd, _words(measure, inside), inside))
    return tuple(found)


def _words(measure: MeasureFact, inside: bool) -> str:
    length = term_words(measure.years, measure.months, measure.permanent)
    return f"（{numeral(measure.item)}）{length}{'' if inside else '，超出'}"


def _at(years: float) -> float:
    return round(LEFT + years * YEAR, 2)
