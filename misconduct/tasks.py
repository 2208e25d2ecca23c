"""The worker's heartbeat, sent by the scheduler: it proves scheduler, broker and worker."""

from typing import Any

from celery import shared_task
from celery.signals import worker_ready
from django.utils import timezone

from misconduct.models import Heartbeat


@shared_task
def beat_heart() -> None:
    """Note that a worker took a task just now."""
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": timezone.now()})


@worker_ready.connect
def first_beat(**_: Any) -> None:
    """A worker that has just started is known at once, not at the scheduler's next round."""
    beat_heart.delay()
