"""What every letter says, as typed text: the base of each kind's context.

A context holds all a letter prints, law quotations included, so that the letter can be made again
from its row alone. Field titles are the Chinese names a refusal uses. Sealed text is plain in
memory and a sealed token once dumped for the row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializationInfo,
    ValidationInfo,
)

from accounts.sealing import Sealed, open_sealed, seal

_ROW = {"row": True}


@dataclass(frozen=True, slots=True)
class Demand:
    """Marks a field the law demands: ``article`` and ``item`` of 国科发监〔2022〕221号."""

    article: int
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A part the law demands that a letter does not have."""

    label: str
    article: int
    item: int | None


class _Identity:
    """Marks text that pages show masked (identity numbers)."""


def _seal_for_row(value: str, info: SerializationInfo) -> str:
    return seal(value).token if value and info.context == _ROW else value


def _open_from_row(value: Any, info: ValidationInfo) -> Any:
    return open_sealed(Sealed(value)) if value and info.context == _ROW else value


def _paragraphs(value: Any) -> Any:
    if isinstance(value, str):
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    return value


SealedText = Annotated[str, BeforeValidator(_open_from_row), PlainSerializer(_seal_for_row)]
IdentityText = Annotated[SealedText, _Identity()]
Paragraphs = Annotated[tuple[str, ...], BeforeValidator(_paragraphs)]


class Frame(BaseModel):
    """A frozen piece of a letter; unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def gaps(self) -> Iterator[Gap]:
        """Demanded parts left empty, here and in the pieces below."""
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            for demand in field.metadata:
                if isinstance(demand, Demand) and not value:
                    yield Gap(field.title or name, demand.article, demand.item)
            for piece in _pieces(value):
                yield from piece.gaps()

    def leaves(self, title: str = "") -> Iterator[tuple[str, str]]:
        """Every text of the letter with the Chinese name of the part it stands in."""
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            label = field.title or title
            for piece in _pieces(value):
                yield from piece.leaves(label)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str) and text:
                    yield label, text

    def quotations(self) -> Iterator["Quotation"]:
        """Every quotation of the law in the letter."""
        for name in type(self).model_fields:
            for piece in _pieces(getattr(self, name)):
                if isinstance(piece, Quotation):
                    yield piece
                yield from piece.quotations()

    def masked(self, mask: Any) -> Self:
        """The same piece with identity numbers passed through ``mask``, for the screen."""
        changed: dict[str, Any] = {}
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if any(isinstance(mark, _Identity) for mark in field.metadata):
                changed[name] = mask(value)
            elif isinstance(value, Frame):
                changed[name] = value.masked(mask)
            elif isinstance(value, tuple):
                changed[name] = tuple(v.masked(mask) if isinstance(v, Frame) else v for v in value)
        return self.model_copy(update=changed)


def _pieces(value: Any) -> list[Frame]:
    return [v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, Frame)]


class Quotation(Frame):
    """Words of the law as a letter quotes them; made by ``cases.documents.facts.quote``.

    ``instrument`` is the number, ``title`` the name with its marks, ``place`` as letters write it
    (第二十九条第五项). ``annex`` is (list, item) of 鲁科字〔2024〕84号.
    """

    instrument: str = Field(title="依据")
    title: str = Field(title="依据")
    article: int | None = None
    item: int | None = None
    annex: tuple[int, int] | None = None
    place: str = Field(title="依据")
    text: str = Field(title="依据")


class Contact(Frame):
    """Where and with whom the recipient can answer."""

    office: str = Field(title="联系部门")
    person: str = Field(default="", title="联系人")
    telephone: str = Field(default="", title="联系电话")
    address: str = Field(default="", title="联系地址")


class Letter(Frame):
    """The parts every letter has.

    ``dated`` is the 成文日期; ``addressee`` is sealed on the row because it may be a complainant.
    """

    organisation: str = Field(title="发文单位", min_length=1)
    addressee: SealedText = Field(title="主送", min_length=1)
    dated: date
    contact: Contact

    def for_row(self) -> dict[str, Any]:
        """The JSON kept on the row, sealed text as tokens."""
        return self.model_dump(mode="json", context=_ROW)

    @classmethod
    def from_row(cls, data: dict[str, Any]) -> Self:
        """The context as it was when the letter was requested. Raises SealBroken."""
        return cls.model_validate(data, context=_ROW)
