"""Under what a command line answers: a unit's own rules, its readings, its benchmark."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from rules.benchmark import Benchmark
from rules.context import Context, default_context
from rules.errors import TextNotHeld, UnknownInstrument
from rules.instruments import Instrument


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What the options of the command line add to the built-in frame of every answer."""

    overlays: tuple[Instrument, ...] = ()
    readings: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    benchmark: Benchmark | None = None

    def context(self, instruments: tuple[str, ...]) -> Context:
        """The frame of an answer under these instruments.

        Raises UnknownInstrument, TextNotHeld, UnknownReading, OverlayLaxer or FactsContradict.
        """
        try:
            return _context(self, instruments)
        except (UnknownInstrument, TextNotHeld) as refused:
            refused.where = f"instruments.{instruments.index(refused.number)}"
            raise


@lru_cache(maxsize=256)
def _context(frame: Frame, instruments: tuple[str, ...]) -> Context:
    context = default_context(instruments)
    if frame.readings:
        context = context.with_readings(**frame.readings)
    if frame.overlays:
        context = context.with_overlays(*frame.overlays)
    if frame.benchmark is not None:
        context = context.with_benchmark(frame.benchmark)
    return context


BUILT_IN = Frame()
