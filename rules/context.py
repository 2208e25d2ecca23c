"""What a rule is applied under: the calendar, the instruments, the readings, the benchmark."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from rules.benchmark import Benchmark
from rules.calendars import Calendar, built_in
from rules.errors import FactsContradict
from rules.instruments import Instrument, Provisions, instrument, provisions, with_base
from rules.instruments import instruments as public
from rules.law import N221
from rules.overlays import check_overlay, kept
from rules.readings import READINGS, check


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """The frame of an answer; the facts alone do not decide it.

    ``readings`` maps names of readings to values and holds only what differs from the default;
    ``benchmark`` is the organisation's discretion benchmark, None where it has none;
    ``overlays`` are its own rules, stricter than the instruments and never laxer.
    """

    calendar: Calendar
    instruments: tuple[str, ...] = (N221,)
    readings: Mapping[str, str] = field(default_factory=dict)
    benchmark: Benchmark | None = None
    overlays: tuple[Instrument, ...] = ()

    def law(self, on: date) -> Provisions:
        """The parameters in force here on a day.

        Raises InstrumentNotInForce for an instrument or overlay that is not in force then.
        """
        return provisions(self.instruments, on, self.overlays)

    def reading(self, name: str) -> str:
        """The value of a reading here: the one chosen, else its default."""
        return self.readings.get(name) or READINGS[name].default

    def with_instruments(self, *numbers: str) -> "Context":
        """The same frame under these instruments; raises UnknownInstrument."""
        return replace(self, instruments=_known(numbers))

    def with_readings(self, **chosen: str) -> "Context":
        """The same frame with other readings; raises UnknownReading."""
        return replace(self, readings=check({**self.readings, **chosen}))

    def with_overlays(self, *overlays: Instrument) -> "Context":
        """The same frame under a unit's own rules, each over the ones before it.

        Raises OverlayLaxer, with every point, for rules laxer than what lies beneath them, and
        FactsContradict for the rules of several units.
        """
        if len({one.organisation for one in overlays}) > 1:
            raise FactsContradict("只能适用同一个单位的规定", "overlays")
        for i, one in enumerate(overlays):
            check_overlay(one, (*public().values(), *overlays[:i]))
        return replace(self, overlays=overlays)

    def keeping(self, *overlays: Instrument) -> "Context":
        """The same frame under a unit's rules that an affair keeps: their end does not end it."""
        return replace(self, overlays=tuple(map(kept, overlays)))

    def with_benchmark(self, benchmark: Benchmark | None) -> "Context":
        """The same frame with an organisation's discretion benchmark, or without any."""
        return replace(self, benchmark=benchmark)

    def with_calendar(self, calendar: Calendar) -> "Context":
        """The same frame with another calendar."""
        return replace(self, calendar=calendar)


def _known(numbers: tuple[str, ...]) -> tuple[str, ...]:
    chosen = with_base(numbers)
    for number in chosen:
        instrument(number)
    return chosen


@cache
def default_context(instruments: tuple[str, ...] = ()) -> Context:
    """The built-in calendar and default readings under 221号 and these instruments.

    Raises UnknownInstrument.
    """
    return Context(built_in(), _known(tuple(instruments)))
