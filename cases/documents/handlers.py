"""From the committed request of a letter to the worker that makes its PDF."""

from celery import current_app

from accounts import outbox
from accounts.models import Event
from accounts.services import locking

RENDER_TASK = "cases.documents.pdf_tasks.render"


def ask_worker(event: Event) -> None:
    """Send the worker the letter's id. Raises when the broker is down, to be tried again."""
    current_app.send_task(RENDER_TASK, args=[event.subject_id], retry=False)


outbox.subscribe(handler="documents.render", events={"document.requested"}, run=ask_worker)
# Nobody is to send a form twice because a worker finished a file meanwhile.
locking.overlook("document.rendered", "document.failed")
