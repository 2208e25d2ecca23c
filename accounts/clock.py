"""The one place that reads the clock; tests and demonstration data may set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_set: ContextVar[datetime | None] = ContextVar("clock", default=None)


def now() -> datetime:
    """The present moment, with its time zone."""
    return _set.get() or timezone.now()


def today() -> date:
    """Today's date where the office is (settings.TIME_ZONE)."""
    return timezone.localtime(now()).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the code inside run as if it were ``moment`` (aware)."""
    token = _set.set(moment)
    try:
        yield
    finally:
        _set.reset(token)
