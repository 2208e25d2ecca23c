"""Lock, re-read, look who was faster: how every service begins."""

from typing import TypeVar

from django.db import models

from accounts.models import Event
from accounts.refusals import Conflict, NotYours

Row = TypeVar("Row", bound=models.Model)

_overlooked: set[str] = set()


def overlook(*names: str) -> None:
    """Events that change nothing a person decides on, as that a letter's file is there now."""
    _overlooked.update(names)


def locked(model: type[Row], pk: int) -> Row:
    """The row, locked until the transaction ends (on SQLite the IMMEDIATE transaction is the lock).

    Raises NotYours when there is no such row, as for a page that does not exist.
    """
    row = model._default_manager.select_for_update().filter(pk=pk).first()
    if row is None:
        raise NotYours("没有这个页面，或者它不对您开放。")
    return row


def unchanged_since(chain: str, seen: int | None) -> None:
    """Refuse to act on what the person has not seen. ``seen`` None: not asked from a page.

    Call it under the lock. Raises Conflict with the events since.
    """
    if seen is None:
        return
    later = Event.objects.filter(chain=chain, seq__gt=seen).exclude(name__in=_overlooked)
    since = list(later.order_by("seq"))
    if since:
        raise Conflict(since)
