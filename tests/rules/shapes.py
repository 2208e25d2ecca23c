"""Inputs drawn from the JSON Schemas the commands print, as an outside program would make them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from rules.law import N221, P130, S84

NEAR = st.dates(date(2022, 1, 1), date(2027, 6, 30))
FAR = st.sampled_from([date.min, date(2009, 12, 31), date(2030, 1, 1), date.max])
DATES = st.one_of(NEAR, NEAR, NEAR, FAR).map(date.isoformat)
NAMES = st.sampled_from(["甲大学", "乙大学", "张三", "李四", "某部门"])
INSTRUMENTS = st.sampled_from([[N221], [N221, S84], [S84, P130]])
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(10**30), 10**30)
    | st.floats()
    | st.text(max_size=8)
    | DATES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


def of_schema(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Values a schema allows; its own ``$defs`` are ``defs``."""
    if "$ref" in schema:
        return of_schema(defs[schema["$ref"].removeprefix("#/$defs/")], defs)
    if "anyOf" in schema:
        return st.one_of([of_schema(one, defs) for one in schema["anyOf"]])
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    return _OF_TYPE[schema["type"]](schema, defs)


def _object(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    fields = {
        name: INSTRUMENTS if name == "instruments" else of_schema(one, defs)
        for name, one in schema["properties"].items()
    }
    required = {name: fields.pop(name) for name in schema.get("required", ())}
    return st.fixed_dictionaries(required, optional=fields)


def _array(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    if "prefixItems" in schema:
        return st.tuples(*(of_schema(one, defs) for one in schema["prefixItems"])).map(list)
    least = schema.get("minItems", 0)
    return st.lists(of_schema(schema["items"], defs), min_size=least, max_size=least + 3)


def _integer(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    least, most = schema.get("minimum", -3), schema.get("maximum", 60)
    near = st.integers(least, min(most, least + 15))
    return near | st.sampled_from([least, most])


def _string(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    return DATES if schema.get("format") == "date" else NAMES


def _boolean(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    return st.booleans()


def _null(schema: Mapping[str, Any], defs: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    return st.none()


_OF_TYPE = {
    "object": _object,
    "array": _array,
    "integer": _integer,
    "string": _string,
    "boolean": _boolean,
    "null": _null,
}


def valid(schema: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Inputs that have the shape of a command; their facts may still contradict each other."""
    return of_schema(schema, schema.get("$defs", {}))
