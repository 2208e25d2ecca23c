"""What the worker and the scheduler run for filings."""

from celery import shared_task

from reporting.services import preparing, sending


@shared_task(name="reporting.tasks.send_waiting", ignore_result=True)
def send_waiting() -> int:
    """Send to the national side what is due."""
    return sending.send_waiting()


@shared_task(name="reporting.tasks.end_terms", ignore_result=True)
def end_terms() -> int:
    """Note the records whose term has run."""
    return preparing.end_terms()
