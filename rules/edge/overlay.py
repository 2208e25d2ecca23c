"""A unit's own rules as a JSON file: the shape of docs/unit-overlay.md, read literally."""

import re
from datetime import date
from functools import lru_cache
from typing import Annotated

from pydantic import Field

from rules.edge.inputs import Name, Strict
from rules.edge.messages import InputInvalid
from rules.edge.reading import read_as
from rules.instruments import Instrument
from rules.overlays import Quotation, UnitParameter, UnitRules, overlay, unchecked

_INSIDE_VALUE = re.compile(r"(parameters\.\d+\.value)\.")


class RangeInput(Strict):
    """A range of years; ``over`` and ``under`` exclude the number, the other two include it."""

    over: int | None = Field(None, ge=0, le=100)
    from_: int | None = Field(None, ge=0, le=100, alias="from")
    to: int | None = Field(None, ge=0, le=100)
    under: int | None = Field(None, ge=0, le=100)

    def value(self) -> dict[str, int]:
        """The bounds that are given."""
        return self.model_dump(by_alias=True, exclude_none=True)


class QuotationInput(Strict):
    """Words of an article of the unit's rules."""

    article: Annotated[int, Field(ge=1)]
    words: Name

    def fact(self) -> Quotation:
        """The quotation as a fact."""
        return Quotation(self.article, self.words)


class ArticleInput(Strict):
    """An article of the unit's rules as printed."""

    article: Annotated[int, Field(ge=1)]
    text: Name


class ParameterInput(Strict):
    """A number of the law the unit sets more strictly."""

    name: Name
    value: bool | int | tuple[int, ...] | RangeInput
    unit: Name | None = None
    from_: date = Field(alias="from")
    hard: bool | None = None
    citation: QuotationInput

    def fact(self) -> UnitParameter:
        """The parameter as a fact."""
        value = self.value.value() if isinstance(self.value, RangeInput) else self.value
        return UnitParameter(
            self.name, value, self.from_, self.citation.fact(), self.unit, self.hard
        )


class OverlayInput(Strict):
    """The file of a unit's own rules."""

    number: Name
    title: Name
    organisation: Name
    from_: date = Field(alias="from")
    until: date | None = None
    checked: date
    citation: QuotationInput
    articles: tuple[ArticleInput, ...]
    parameters: tuple[ParameterInput, ...]

    def facts(self) -> UnitRules:
        """The rules as facts."""
        return UnitRules(
            self.number,
            self.title,
            self.organisation,
            self.from_,
            self.until,
            self.checked,
            {one.article: one.text for one in self.articles},
            self.citation.fact(),
            tuple(parameter.fact() for parameter in self.parameters),
        )


@lru_cache(maxsize=64)
def load_overlay(text: bytes) -> Instrument:
    """The instrument a unit's file describes.

    Raises RuleInputError for a file that cannot be used, OverlayLaxer for rules that are laxer.
    """
    return overlay(_read(text))


@lru_cache(maxsize=1024)
def passed_overlay(text: bytes) -> Instrument:
    """The same of a file that passed when it was handed in, whatever the law has become since.

    Raises RuleInputError for a file that cannot be used.
    """
    return unchecked(_read(text))


def _read(text: bytes) -> UnitRules:
    try:
        return read_as(OverlayInput, text).facts()
    except InputInvalid as refused:
        # Of a value that is none of the four kinds each kind complains; one place is enough.
        place = _INSIDE_VALUE.match(refused.where)
        if place is None:
            raise
        message = "应为整数、是否、项号的列表或年数幅度"
        raise InputInvalid("invalid_type", message, place[1]) from None
