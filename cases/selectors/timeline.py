"""What happened to a complaint or a case, newest first."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from accounts.models import Event
from cases import events


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the timeline; ``mark``: something was decided."""

    on: date
    text: str
    by: str
    mark: bool


def timeline(chain: str, limit: int | None = None) -> list[Happening]:
    """The events of a chain as people read them, without those that only seal a second row."""
    quiet = [name for name, kind in events.CATALOGUE.items() if kind.quiet]
    rows = Event.objects.filter(chain=chain).exclude(name__in=quiet).order_by("-seq")
    return [
        Happening(
            on=timezone.localtime(event.at).date(),
            text=events.label(event.name),
            by=event.actor_name,
            mark=event.name in events.CATALOGUE and events.CATALOGUE[event.name].decides,
        )
        for event in (rows[:limit] if limit else rows)
    ]
