"""Pieces that the advance notice and the decision letter share."""

from datetime import date
from typing import Annotated

from pydantic import Field

from cases.documents.contexts import Frame, Paragraphs, Quotation


class MeasureLine(Frame):
    """One measure of Art 29 with its term; ``since`` and ``until`` are its first and last day."""

    item: Annotated[int, Field(ge=1, le=14)]
    text: str = Field(title="处理措施", min_length=1)
    term: str = Field(default="", title="处理措施的期限")
    since: date | None = None
    until: date | None = None
    basis: Quotation = Field(title="处理依据")


class ConductLine(Frame):
    """What was done, in the words of Art 2 or of the annex it was found under."""

    quotation: Quotation = Field(title="行为性质")


class Weighing(Frame):
    """How grave it is and why: the severity's words and the circumstances it rests on."""

    severity: str = Field(default="", title="情节")
    reasons: Paragraphs = Field(default=(), title="情节认定的理由")
    factors: tuple[Quotation, ...] = Field(default=(), title="情节认定的依据")
