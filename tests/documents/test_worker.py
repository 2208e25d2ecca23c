"""From the committed request to the PDF, whatever dies on the way."""

import time
from datetime import timedelta
from typing import Any

import pytest
from celery import current_app
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from accounts import clock, outbox
from accounts.actors import Actor
from accounts.models import Event, Organisation
from cases.documents import files, pdf, pdf_tasks
from cases.documents.handlers import RENDER_TASK
from cases.models import Case, Document, DocumentState, RecipientRole
from cases.selectors import documents as waiting
from cases.services import documents
from tests.documents import letters
from tests.support.processes import Process

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(university: Organisation, officer: Actor, case: Case) -> Document:
    """A decision letter that waits for its PDF."""
    return documents.request_document(
        actor=officer,
        kind="decision_letter",
        context=letters.decision(),
        subject=case,
        case=case,
        organisation=university,
        recipient=letters.RESPONDENT,
        recipient_role=RecipientRole.RESPONDENT,
    )


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[int]]]:
    """What was put on the broker."""
    messages: list[tuple[str, list[int]]] = []

    def send(name: str, args: list[int] | None = None, **_: Any) -> None:
        messages.append((name, args or []))

    monkeypatch.setattr(current_app, "send_task", send)
    return messages


@pytest.fixture
def later(document: Document) -> Any:
    """A moment after the sweep's patience with this letter has run out."""
    return clock.at(document.requested_at + timedelta(minutes=2))


def failing(_: str) -> pdf.Rendered:
    """A renderer without memory left."""
    raise MemoryError


def test_the_committed_event_asks_the_worker_by_id_alone(
    document: Document, sent: list[tuple[str, list[int]]]
) -> None:
    """Messages carry ids only."""
    outbox.drain()
    assert (RENDER_TASK, [document.pk]) in sent


def test_the_worker_makes_and_keeps_the_pdf(document: Document, officer: Actor) -> None:
    """Rendered, hashed, counted, told."""
    pdf_tasks.render(document.pk)
    document.refresh_from_db()
    assert document.state == DocumentState.RENDERED
    assert document.pages and document.pages >= 3
    content = documents.read_pdf(actor=officer, document=document)
    assert content.startswith(b"%PDF-1.7")
    assert files.digest(content) == document.sha256
    assert Event.objects.filter(name="document.rendered", subject_id=document.pk).count() == 1


def test_the_file_at_rest_shows_neither_name_nor_number(document: Document) -> None:
    """Sealed, because the PDF carries what the row seals."""
    pdf_tasks.render(document.pk)
    document.refresh_from_db()
    with default_storage.open(document.file.name) as file:
        assert b"%PDF" not in file.read()


def test_a_message_delivered_twice_makes_one_letter(document: Document) -> None:
    """At least once is once."""
    pdf_tasks.render(document.pk)
    before = Document.objects.values().get(pk=document.pk)
    pdf_tasks.render(document.pk)
    assert Document.objects.values().get(pk=document.pk) == before


def test_a_worker_killed_between_file_and_row_is_made_good(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is there, the row says nothing: the next run finds the file whole."""
    with monkeypatch.context() as power_cut:
        power_cut.setattr(documents, "_mark_rendered", lambda *_: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            pdf_tasks.render(document.pk)
    assert Document.objects.get(pk=document.pk).state == DocumentState.REQUESTED
    pdf_tasks.render(document.pk)
    kept = Document.objects.get(pk=document.pk)
    assert kept.state == DocumentState.RENDERED
    assert files.intact(kept.file.name, kept.sha256)


def test_a_half_written_or_lost_file_is_written_again_as_it_was(document: Document) -> None:
    """The same letter, the same bytes: the hash on record still holds."""
    pdf_tasks.render(document.pk)
    made = Document.objects.get(pk=document.pk)
    default_storage.delete(made.file.name)
    default_storage.save(made.file.name, ContentFile(b"half"))
    pdf_tasks.render(document.pk)
    again = Document.objects.get(pk=document.pk)
    assert again.sha256 == made.sha256
    assert files.intact(again.file.name, again.sha256)


def test_a_lost_message_is_found_by_the_sweep(document: Document, later: Any) -> None:
    """Correctness never rests on the broker."""
    assert pdf_tasks.sweep() == 0
    with later:
        assert pdf_tasks.sweep() == 1
        assert pdf_tasks.sweep() == 0
    document.refresh_from_db()
    assert document.state == DocumentState.RENDERED


def test_a_failure_is_kept_on_the_row_and_tried_again(
    document: Document, later: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What went wrong is named without a word of the letter."""
    with monkeypatch.context() as broken:
        broken.setattr(pdf, "render", failing)
        pdf_tasks.render(document.pk)
    document.refresh_from_db()
    assert (document.state, document.error) == (DocumentState.FAILED, "MemoryError")
    assert Event.objects.filter(name="document.failed", subject_id=document.pk).exists()
    with later:
        pdf_tasks.sweep()
    document.refresh_from_db()
    assert (document.state, document.error) == (DocumentState.RENDERED, "")


def test_a_letter_that_keeps_failing_is_left_to_people(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After five attempts the sweep lets it be; asking again starts anew."""
    monkeypatch.setattr(pdf, "render", failing)
    for _ in range(waiting.MAX_ATTEMPTS):
        pdf_tasks.render(document.pk)
    with clock.at(document.requested_at + timedelta(days=1)):
        assert waiting.overdue_ids() == []


@pytest.mark.django_db(transaction=True)
def test_a_real_worker_makes_the_letter(document: Document, worker: Process) -> None:
    """Through the broker, in another process."""
    outbox.drain()
    until = time.monotonic() + 30
    while Document.objects.get(pk=document.pk).state == DocumentState.REQUESTED:
        assert time.monotonic() < until, worker.log
        time.sleep(0.1)
    assert Document.objects.get(pk=document.pk).state == DocumentState.RENDERED
