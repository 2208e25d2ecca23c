"""The drawing of the three terms of Art 32, by the law in use, and of those a proposal states.

Open dots exclude the number, filled dots include it (Art 50).
"""

from dataclasses import dataclass

from cases.documents.facts import term_words
from cases.forms.sanction_tiers import bounds, range_words
from cases.services.judging import Proposal
from rules.codes import Severity
from rules.numerals import numeral
from rules.sanctions import MeasureFact, TermRange
from rules.sanctions.tables import SanctionTable

# Where year 0 stands, how wide all years are, how many there are at least, and after the last end.
LEFT, WIDTH, YEARS, BEYOND = 84.0, 606.0, 8, 3
# How near marks may come to each other.
NEAR, LINE = 120, 16
CHOSEN, OTHER, WRONG, PAPER = "#24508f", "#838d9b", "#ad251d", "#fff"
_LINES = (
    (Severity.MAJOR, "情节较重", 38),
    (Severity.SERIOUS, "情节严重", 66),
    (Severity.ESPECIALLY_SERIOUS, "特别严重", 94),
)


@dataclass(frozen=True, slots=True)
class Year:
    """A line of the scale."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """A tier's range in ``words``; ``from_closed``, ``to_closed``: whether an end is included.

    ``open_ended``: it has no upper end.
    """

    label: str
    words: str
    x1: float
    x2: float
    y: int
    from_closed: bool
    to_closed: bool
    open_ended: bool
    chosen: bool

    @property
    def colour(self) -> str:
        return CHOSEN if self.chosen else OTHER

    @property
    def ink(self) -> str:
        return "#1a3d6f" if self.chosen else "#5c6877"

    @property
    def from_fill(self) -> str:
        return self.colour if self.from_closed else PAPER

    @property
    def to_fill(self) -> str:
        return self.colour if self.to_closed else PAPER

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


@dataclass(frozen=True, slots=True)
class _Scale:
    """From year 0 to the last one drawn."""

    years: int

    def at(self, years: float) -> float:
        return round(LEFT + min(years, self.years) * WIDTH / self.years, 2)

    def lines(self) -> tuple[Year, ...]:
        shown = range(0, self.years + 1, -(-self.years // YEARS))
        return tuple(
            Year(self.at(year), f"{year}年" if year == shown[-1] else str(year)) for year in shown
        )


def draw(
    proposal: Proposal,
    law: SanctionTable,
    tier: TermRange | None,
    permitted: tuple[int, ...] | None,
) -> Chart:
    """The chart of a proposal; ``tier``, ``permitted``: its severity's, None while not judged."""
    ends = [end or 0 for term in law.terms for end in bounds(term)]
    scale = _Scale(max(YEARS, max(ends) + BEYOND))
    spans = tuple(
        _span(law.terms[place], label, y, scale, proposal.severity == severity.value)
        for place, (severity, label, y) in enumerate(_LINES, 1)
    )
    return Chart(scale.lines(), spans, _marks(proposal, law, tier, permitted, scale))


def _span(term: TermRange, label: str, y: int, scale: _Scale, chosen: bool) -> Span:
    first, last = bounds(term)
    return Span(
        label=label,
        words=range_words(term),
        x1=scale.at(first),
        x2=scale.at(scale.years if last is None else last),
        y=y,
        from_closed=term.from_ is not None,
        to_closed=term.to is not None,
        open_ended=last is None,
        chosen=chosen,
    )


def _marks(
    proposal: Proposal,
    law: SanctionTable,
    tier: TermRange | None,
    permitted: tuple[int, ...] | None,
    scale: _Scale,
) -> tuple[Mark, ...]:
    found: list[Mark] = []
    for measure in proposal.measures:
        months = (measure.years or 0) * 12 + (measure.months or 0)
        if not law.bounded >> measure.item & 1 or not (months or measure.permanent):
            continue
        listed = permitted is None or measure.item in permitted
        inside = listed and (tier is None or measure.permanent or tier.holds(months))
        x = scale.at(scale.years if measure.permanent else months / 12)
        crowd = sum(abs(mark.x - x) < NEAR for mark in found)
        found.append(Mark(x, crowd, _words(measure, inside), inside))
    return tuple(found)


def _words(measure: MeasureFact, inside: bool) -> str:
    length = term_words(measure.years, measure.months, measure.permanent)
    return f"（{numeral(measure.item)}）{length}{'' if inside else '，超出'}"
