"""What the worker runs for letters. Enqueued by name: only the worker loads WeasyPrint."""

import logging

from celery import shared_task

from cases.documents import pdf
from cases.selectors.documents import overdue_ids
from cases.services import documents

logger = logging.getLogger(__name__)


@shared_task(name="cases.documents.pdf_tasks.render", ignore_result=True)
def render(document_id: int) -> None:
    """Make one letter's PDF."""
    render_now(document_id)


@shared_task(name="cases.documents.pdf_tasks.sweep", ignore_result=True)
def sweep() -> int:
    """Make every PDF that a lost message or a dead worker left undone; how many were tried."""
    waiting = overdue_ids()
    for document_id in waiting:
        render_now(document_id)
    return len(waiting)


def render_now(document_id: int) -> None:
    """Make the PDF and store it. Safe to repeat: the same letter gives the same file."""
    page = documents.page_to_render(document_id)
    if page is None:
        return
    try:
        rendered = pdf.render(page)
    except Exception as failure:  # kept on the row and tried again by the sweep
        documents.store_failure(document_id=document_id, reason=type(failure).__name__)
        logger.exception("letter not rendered", extra={"document_id": document_id})
        return
    documents.store_rendered(
        document_id=document_id, content=rendered.content, pages=rendered.pages
    )
