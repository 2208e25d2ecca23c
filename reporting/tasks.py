"""What the worker and the scheduler run for filings."""

from celery import shared_task

from reporting.services import sending


@shared_task(name="reporting.tasks.send_waiting", ignore_result=True)
def send_waiting() -> int:
    """Send to the national side what is due."""
    return sending.send_waiting()
