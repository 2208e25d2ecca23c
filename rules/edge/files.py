"""The files the options name: a unit's own rules, its readings, its benchmark."""

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel, RootModel

from rules.arguments import Request, content
from rules.edge.discretion import BenchmarkInput, load_benchmark
from rules.edge.frame import Frame
from rules.edge.overlay import OverlayInput, load_overlay
from rules.edge.reading import read_as
from rules.readings import check


class ReadingsInput(RootModel[dict[str, str]]):
    """Readings by name, each with the answer chosen."""


SHAPES: Mapping[str, type[BaseModel]] = MappingProxyType(
    {"overlay": OverlayInput, "readings": ReadingsInput, "benchmark": BenchmarkInput}
)


def readings(given: tuple[str, ...]) -> Mapping[str, str]:
    """The readings chosen by ``name=value`` or by files of them, the last choice of a name.

    Raises UnknownReading, or what a file that cannot be used raises.
    """
    found: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        found |= {name: value} if equals else read_as(ReadingsInput, content(one)).root
    return check(found)


def frame(request: Request) -> Frame:
    """What the options add to the built-in frame; raises what their files raise."""
    return Frame(
        tuple(load_overlay(content(file)) for file in request.overlays),
        readings(request.readings),
        None if request.benchmark is None else load_benchmark(content(request.benchmark)),
    )
