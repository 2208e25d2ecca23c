"""Turns a citation into the article as it is shown: its lines, the binding words marked.

The only module of the pages that reads the law; the record types of the rules pass through it.
"""

from dataclasses import dataclass

from rules.law import N221, TITLES, annex, articles, cite, label, numeral
from rules.outcome import Citation, Finding, Level, Outcome

__all__ = [
    "N221",
    "Citation",
    "Finding",
    "Level",
    "Outcome",
    "Passage",
    "Segment",
    "cite",
    "numeral",
    "passage",
    "place",
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
    """How a person reads where a citation stands: 「第三十二条（二）」."""
    return label(citation)


def passage(citation: Citation) -> Passage:
    """The whole article (or annex item) a citation quotes from, its words marked.

    Words that are the whole of it are not marked: there is nothing left to tell them from.
    """
    text = _source(citation)
    start = text.find(citation.text)
    end = start + len(citation.text)
    if start < 0 or citation.text == text:
        start = end = 0
    lines: list[tuple[Segment, ...]] = []
    position = 0
    for line in text.split("\n"):
        lines.append(_segments(line, start - position, end - position))
        position += len(line) + 1
    title = TITLES[citation.instrument]
    return Passage(label(citation), title, citation.instrument, tuple(lines))


def _source(citation: Citation) -> str:
    if citation.annex is not None:
        return annex(citation.instrument)[citation.annex]
    return articles(citation.instrument)[citation.article or 0].text


def _segments(line: str, start: int, end: int) -> tuple[Segment, ...]:
    first, last = max(0, min(start, len(line))), max(0, min(end, len(line)))
    pieces = (Segment(line[:first]), Segment(line[first:last], True), Segment(line[last:]))
    return tuple(piece for piece in pieces if piece.words)
