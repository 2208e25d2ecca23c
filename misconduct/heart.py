"""The worker's heartbeat: a row written by its main process, however busy its pool is.

A task would wait behind the letters of a busy day, and a worker at work would be called dead.
"""

import logging
from typing import Any

from celery import bootsteps
from django.db import DatabaseError, connection
from django.utils import timezone

from misconduct.models import Heartbeat

SECONDS = 10
logger = logging.getLogger(__name__)


def beat() -> None:
    """Note that the worker runs; the next beat makes up for one the database refused."""
    try:
        Heartbeat.objects.update_or_create(name="worker", defaults={"at": timezone.now()})
    except DatabaseError:
        logger.warning("heartbeat not written")
    finally:
        # The pool forks from this process, and a forked connection would be shared.
        connection.close()


class Heart(bootsteps.StartStopStep):
    """Beats from the worker's own timer while its consumer runs."""

    requires = frozenset({"celery.worker.components:Timer", "celery.worker.components:Pool"})

    def __init__(self, worker: Any, **options: Any) -> None:
        super().__init__(worker, **options)
        self.entry: Any = None

    def start(self, worker: Any) -> None:
        """The first beat at once, so that a worker is known as soon as it starts."""
        beat()
        self.entry = worker.timer.call_repeatedly(SECONDS, beat)

    def stop(self, worker: Any) -> None:
        """No beat after the worker."""
        if self.entry is not None:
            self.entry.cancel()
