"""Asking for a letter: one row, one number, one event, or nothing at all."""

import json
from typing import Any

import pytest

from accounts.actors import Actor
from accounts.audit import verify
from accounts.models import Event, Organisation, ReadEntry
from accounts.refusals import Refused
from cases.documents import files, html
from cases.models import Case, Counter, Document, DocumentState, RecipientRole
from cases.selectors.documents import documents_of
from cases.services import documents
from tests.documents import letters


@pytest.fixture
def ask(university: Organisation, officer: Actor, case: Case) -> Any:
    """Request a decision letter; a test changes what it is about."""

    def request(**changes: Any) -> Document:
        arguments: dict[str, Any] = {
            "actor": officer,
            "kind": "decision_letter",
            "context": letters.decision(),
            "subject": case,
            "case": case,
            "organisation": university,
            "recipient": letters.RESPONDENT,
            "recipient_role": RecipientRole.RESPONDENT,
            "must_not_contain": [letters.COMPLAINANT],
        }
        return documents.request_document(**{**arguments, **changes})

    return request


def test_a_letter_has_its_number_at_once_and_its_pdf_later(ask: Any, case: Case) -> None:
    """The number is taken in the same transaction; the worker does the rest."""
    document = ask()
    assert document.number == "示大科诚决〔2026〕1号"
    assert document.state == DocumentState.REQUESTED
    assert list(documents_of(case)) == [document]


def test_the_request_is_an_event_of_the_case(ask: Any, case: Case) -> None:
    """The event is what the worker is driven from."""
    document = ask()
    event = Event.objects.get(name="document.requested")
    assert event.chain == case.chain
    assert event.subject_id == document.pk


def test_a_refused_letter_takes_no_number_and_leaves_nothing(ask: Any) -> None:
    """Refused with the article, before anything is written."""
    with pytest.raises(Refused) as refused:
        ask(context=letters.decision(evidence=""))
    assert refused.value.outcome.errors[0].citation.place == "第二十八条第二项"
    assert not Document.objects.exists()
    assert not Counter.objects.exists()


def test_the_complainants_name_in_a_letter_to_the_respondent_is_refused(ask: Any) -> None:
    """Art 46."""
    with pytest.raises(Refused, match="另一方身份信息"):
        ask(context=letters.decision(facts="周翀举报称申报书雷同。"))


def test_a_complainant_stands_in_no_plain_column(ask: Any) -> None:
    """Whatever name is passed, lists show 举报人."""
    document = ask(
        kind="acceptance_notice",
        context=letters.acceptance(),
        recipient=letters.COMPLAINANT,
        recipient_role=RecipientRole.COMPLAINANT,
        must_not_contain=[],
    )
    row = Document.objects.filter(pk=document.pk).values().get()
    assert row["recipient"] == "举报人"
    assert letters.COMPLAINANT not in json.dumps(row, default=str, ensure_ascii=False)


def test_a_kind_takes_its_own_context(ask: Any) -> None:
    """An advance notice's text under a decision's title would deceive."""
    with pytest.raises(TypeError, match="DecisionLetter"):
        ask(context=letters.advance())


def test_the_preview_shows_the_identity_number_masked(ask: Any) -> None:
    """On the screen masked, in the letter in full."""
    document = ask()
    assert letters.ID_NUMBER not in html.render_html(document)
    assert "370***********2316" in html.render_html(document)
    assert letters.ID_NUMBER in html.render_page(document)


def test_a_pdf_is_kept_with_its_hash_and_marked_once(ask: Any) -> None:
    """Storing the same PDF again changes nothing and says nothing twice."""
    document = ask()
    for _ in range(2):
        documents.store_rendered(document_id=document.pk, content=b"%PDF-1", pages=3)
    document.refresh_from_db()
    assert (document.state, document.pages) == (DocumentState.RENDERED, 3)
    assert document.sha256 == files.digest(b"%PDF-1")
    assert Event.objects.filter(name="document.rendered").count() == 1
    assert list(verify.breaches()) == []


def test_another_pdf_never_replaces_the_one_issued(ask: Any) -> None:
    """The hash on record is what was served."""
    document = ask()
    documents.store_rendered(document_id=document.pk, content=b"%PDF-1", pages=3)
    with pytest.raises(documents.LetterChanged):
        documents.store_rendered(document_id=document.pk, content=b"%PDF-2", pages=3)


def test_reading_the_pdf_is_logged(ask: Any, officer: Actor) -> None:
    """Reads of case content leave an entry."""
    document = ask()
    document = documents.store_rendered(document_id=document.pk, content=b"%PDF-1", pages=1)
    assert documents.read_pdf(actor=officer, document=document) == b"%PDF-1"
    assert ReadEntry.objects.filter(what="document.read", subject_id=document.pk).exists()


def test_an_altered_file_is_not_handed_out(ask: Any, officer: Actor) -> None:
    """A file changed behind the application's back is noticed."""
    document = ask()
    document = documents.store_rendered(document_id=document.pk, content=b"%PDF-1", pages=1)
    document.sha256 = "0" * 64
    with pytest.raises(files.LetterDamaged):
        documents.read_pdf(actor=officer, document=document)


def test_a_letter_that_failed_can_be_asked_for_again(ask: Any, officer: Actor) -> None:
    """The same words under the same number."""
    document = ask()
    documents.store_failure(document_id=document.pk, reason="OSError")
    again = documents.retry_document(actor=officer, document_id=document.pk)
    assert (again.state, again.number) == (DocumentState.REQUESTED, document.number)
    with pytest.raises(Refused):
        documents.retry_document(actor=officer, document_id=document.pk)
