"""Wakes a worker that sends; what is to be sent are rows, so that a lost message loses nothing."""

import logging

from celery import current_app
from django.db import transaction

logger = logging.getLogger(__name__)


def kick() -> None:
    """Ask a worker to send now, once the transaction commits; the sweep is the safety net."""
    transaction.on_commit(_wake, robust=True)


def _wake() -> None:
    try:
        current_app.send_task("reporting.tasks.send_waiting", retry=False, expires=30)
    except Exception:  # a broker that is down must not undo what was committed
        logger.warning("broker unreachable; the sweep will send what waits")
