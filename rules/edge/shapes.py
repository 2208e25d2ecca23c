"""What a place of a model may hold, read from its JSON Schema: for the words of an error."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

Place = Sequence[int | str]


@lru_cache(maxsize=64)
def _schema(model: type[BaseModel]) -> Mapping[str, Any]:
    return model.model_json_schema()


def _kinds(node: Mapping[str, Any], whole: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The shapes a place may have, references followed."""
    if "$ref" in node:
        return _kinds(whole["$defs"][node["$ref"].rpartition("/")[2]], whole)
    return [kind for one in node.get("anyOf", ()) for kind in _kinds(one, whole)] or [node]


def _inside(node: Mapping[str, Any], part: int | str) -> Mapping[str, Any] | None:
    if isinstance(part, int):
        pair: Sequence[Mapping[str, Any]] = node.get("prefixItems", ())
        return pair[part] if part < len(pair) else node.get("items")
    found: Mapping[str, Any] | None = node.get("properties", {}).get(part)
    return found


def _at(model: type[BaseModel], place: Place) -> list[Mapping[str, Any]]:
    """The shapes of a place; none where the model has no such place."""
    whole = _schema(model)
    found = _kinds(whole, whole)
    for part in place:
        inner = [one for kind in found if (one := _inside(kind, part)) is not None]
        found = [kind for one in inner for kind in _kinds(one, whole)]
    return found


def bounds(model: type[BaseModel], place: Place) -> tuple[int | None, int | None]:
    """The least and the greatest number a place takes, None where there is none."""
    numbers = [kind for kind in _at(model, place) if kind.get("type") == "integer"]
    first: Mapping[str, Any] = numbers[0] if numbers else {}
    return first.get("minimum"), first.get("maximum")


def codes(model: type[BaseModel], place: Place) -> tuple[str, ...]:
    """The codes a place takes, in their order."""
    return tuple(code for kind in _at(model, place) for code in kind.get("enum", ()))


def names(model: type[BaseModel], place: Place) -> tuple[str, ...]:
    """The fields of the object at a place, in their order."""
    return tuple(name for kind in _at(model, place) for name in kind.get("properties", ()))
