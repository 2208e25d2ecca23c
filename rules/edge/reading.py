"""Reads JSON as one of the models: literally, and refusing what JSON itself would let pass."""

import json
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from rules.edge.messages import InputInvalid, invalid

Model = TypeVar("Model", bound=BaseModel)


def keys(value: object) -> int:
    """How many keys of the JSON went into the fields of a model, nested ones included."""
    if isinstance(value, BaseModel):
        fields = value.__pydantic_fields_set__
        held = value.__dict__
        return len(fields) + sum([keys(held[name]) for name in fields])
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        return sum([keys(one) for one in value])
    return 0


class _Pairs(tuple[tuple[str, object], ...]):
    """A JSON object with every name that stands in it, the repeated ones too."""


def _once(value: object, path: tuple[str, ...] = ()) -> None:
    """Raise InputInvalid for the first name that stands twice in one object."""
    if isinstance(value, _Pairs):
        seen: set[str] = set()
        for name, one in value:
            here = (*path, name)
            if name in seen:
                raise InputInvalid("duplicate_field", f"字段{name}出现了两次", ".".join(here))
            seen.add(name)
            _once(one, here)
    elif isinstance(value, list):
        for i, one in enumerate(value):
            _once(one, (*path, str(i)))


def read_as(model: type[Model], text: bytes) -> Model:
    """The JSON as that model; raises InputInvalid, with the place of what is wrong.

    A name that stands twice in one object is refused: which of the two was meant is a guess.
    """
    try:
        given = model.model_validate_json(text)
    except ValidationError as problem:
        raise invalid(problem, model, text) from None
    # Every key has a colon; only where the numbers differ can one stand twice (or in a name).
    if text.count(b":") != keys(given):
        _once(json.loads(text, object_pairs_hook=_Pairs))
    return given
