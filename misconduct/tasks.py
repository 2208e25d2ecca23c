"""The worker's heartbeat, sent by the scheduler: it proves scheduler, broker and worker."""

from celery import shared_task
from django.utils import timezone

from misconduct.models import Heartbeat


@shared_task
def beat_heart() -> None:
    """Note that a worker took a task just now."""
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": timezone.now()})
