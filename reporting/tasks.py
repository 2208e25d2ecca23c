"""What the worker and the scheduler run for filings."""

from celery import shared_task

from reporting.services import falling, sending


@shared_task(name="reporting.tasks.send_waiting", ignore_result=True)
def send_waiting() -> int:
    """Send to the national side what is due."""
    return sending.send_waiting()


@shared_task(name="reporting.tasks.records_due", ignore_result=True)
def records_due() -> int:
    """Note the records that fell out of the national system by themselves."""
    return falling.records_due()
