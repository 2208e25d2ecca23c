"""130号's parameters on a day: whoever asks one of its rules applies it, named or not."""

from datetime import date

from rules.context import Context
from rules.instruments import Provisions
from rules.law import P130


def law_of(on: date, context: Context) -> Provisions:
    """The parameters in force with 130号 added; raises InstrumentNotInForce outside its span."""
    numbers = dict.fromkeys((*context.instruments, P130))
    return context.with_instruments(*numbers).law(on)
