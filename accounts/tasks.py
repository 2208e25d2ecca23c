"""What the worker and the scheduler run for the record and the outbox."""

from celery import shared_task

from accounts import outbox
from accounts.audit import anchors, reads


@shared_task(name="accounts.tasks.run_outbox", ignore_result=True)
def run_outbox() -> int:
    """Handle committed events that wait for a handler."""
    return outbox.run_once()


@shared_task(name="accounts.tasks.sweep_outbox", ignore_result=True)
def sweep_outbox() -> int:
    """The safety net: the same, on a schedule, whatever became of the messages."""
    return outbox.run_once()


@shared_task(name="accounts.tasks.seal_reads", ignore_result=True)
def seal_reads() -> int:
    """Link the reads made since."""
    return reads.seal()


@shared_task(name="accounts.tasks.anchor", ignore_result=True)
def anchor() -> None:
    """Write the heads of the chains outside the database."""
    anchors.write()
