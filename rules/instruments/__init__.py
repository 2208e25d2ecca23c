"""The instruments in use as dated data: in force from and until, parameters with their words.

One JSON file holds one instrument.  A parameter has a value, its unit, the day from which it
holds, the words it comes from, and ``strict``: the direction in which a unit's own rules may
depart from it (see ``rules.overlays``).  The same parameter may stand there with several values
from different days; the one in force on the day asked applies.  An overlay says only what it
changes; the base, 国科发监〔2022〕221号, is always part of the law in use.

``unheld/`` names texts we know by number and dates only.  They never govern an answer.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType

from rules.errors import InstrumentNotInForce, TextNotHeld, UnknownInstrument
from rules.instruments.load import DATA, load, load_unheld
from rules.instruments.model import Instrument, Parameter, Provisions, UnheldText
from rules.law import N221

__all__ = [
    "DATA",
    "HANDLING",
    "UNIT",
    "Instrument",
    "Parameter",
    "Provisions",
    "UnheldText",
    "governed_before",
    "instrument",
    "instruments",
    "load",
    "national",
    "provisions",
    "unheld",
    "with_base",
]

# The kind of an instrument that is an organisation's own rules.
UNIT = "unit"
# The topic of the rules for handling misconduct, 221号 and what it repealed.
HANDLING = "handling"


@cache
def instruments() -> Mapping[str, Instrument]:
    """Every instrument that is loaded, by number."""
    loaded = (load(path) for path in sorted(DATA.glob("*.json")))
    return MappingProxyType({one.number: one for one in loaded})


@cache
def unheld() -> Mapping[str, UnheldText]:
    """The texts known by number and dates only, by number."""
    return MappingProxyType({one.number: one for one in load_unheld()})


def governed_before(on: date) -> UnheldText | None:
    """The text on handling misconduct that was in force on a day before 221号, None unknown."""
    texts = unheld().values()
    return next((one for one in texts if one.topic == HANDLING and one.covers(on)), None)


def instrument(number: str) -> Instrument:
    """The instrument of that number; raises TextNotHeld or UnknownInstrument."""
    found = instruments().get(number)
    if found is not None:
        return found
    if number in unheld():
        raise TextNotHeld(number, unheld()[number].title)
    raise UnknownInstrument(number)


def with_base(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """The instruments named, once each, the base first: an overlay never stands alone."""
    return tuple(dict.fromkeys((N221, *numbers)))


@lru_cache(maxsize=16384)
def provisions(
    numbers: tuple[str, ...], on: date, overlays: tuple[Instrument, ...] = ()
) -> Provisions:
    """The parameters of these instruments on that day, later instruments over earlier ones,
    a unit's own overlays last; they change what is there and add nothing.

    Raises UnknownInstrument, or InstrumentNotInForce for one not in force on the day, which names
    the text that governed then where it is known.
    """
    found: dict[str, Parameter] = {}
    for one in (*map(instrument, with_base(numbers)), *overlays):
        if not one.covers(on):
            raise _not_in_force(one, on)
        for parameter in sorted(one.parameters, key=lambda p: p.since):
            if parameter.since <= on and (one.kind != UNIT or parameter.name in found):
                found[parameter.name] = parameter
    return Provisions(on, found)


@cache
def national() -> Provisions:
    """221号 alone as it was on its first day: for facts that name no day of their own."""
    return provisions((), instruments()[N221].since)


def _not_in_force(one: Instrument, on: date) -> InstrumentNotInForce:
    # Before the base nothing else is asked, and on its days no earlier text governs.
    earlier = governed_before(on)
    governed = None if earlier is None else f"{earlier.number}《{earlier.title}》"
    return InstrumentNotInForce(one.number, on, one.since, one.until, governed)
