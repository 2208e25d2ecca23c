"""Letters: asked for in the caller's transaction, made by the worker, kept with their hash."""

from collections.abc import Iterable

from django.db import models, transaction

from accounts import clock
from accounts.actors import SYSTEM, Actor
from accounts.audit.log import record_read
from accounts.models import Organisation
from accounts.refusals import Refused
from accounts.services.locking import locked
from cases import events
from cases.documents import files, html, numbering, registry
from cases.documents.contexts import Letter
from cases.models import Case, Document, DocumentState, RecipientRole
from cases.services import letter_checks


class LetterChanged(RuntimeError):
    """A letter made again came out different from the one issued; the issued one stands."""


@transaction.atomic
def request_document(
    *,
    actor: Actor,
    kind: str,
    context: Letter,
    subject: models.Model,
    case: Case | None,
    organisation: Organisation,
    recipient: str,
    recipient_role: RecipientRole,
    must_not_contain: Iterable[str] = (),
) -> Document:
    """Fix what a letter says and give it its number; the worker makes the PDF afterwards.

    ``subject`` is what the letter is about and, without a case, must have a chain of its own.
    ``recipient`` is shown in lists; a complainant stands there as 举报人, whatever is passed.
    ``must_not_contain`` are names and numbers of the other party (Art 46).
    Raises Refused, naming each missing part (Art 28 and others), each character no font has, and
    each part that would disclose the other party. LookupError for an unknown kind.
    """
    known = registry.get(kind)
    if not isinstance(context, known.context):
        raise TypeError(f"{kind} takes {known.context.__name__}, not {type(context).__name__}")
    if found := letter_checks.findings(context, must_not_contain):
        raise Refused.because(*found)
    to_complainant = recipient_role == RecipientRole.COMPLAINANT
    year = context.dated.year
    sequence = numbering.take(organisation, known.series, year)
    document = Document.objects.create(
        kind=kind,
        chain=case.chain if case is not None else _chain_of(subject),
        title=known.title_zh,
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk,
        case=case,
        organisation=organisation,
        recipient=RecipientRole.COMPLAINANT.label if to_complainant else recipient,
        recipient_role=recipient_role,
        series=known.series,
        year=year,
        sequence=sequence,
        number=numbering.written(organisation, known.series, year, sequence),
        context=context.for_row(),
        requested_by_id=actor.user_id,
        requested_at=clock.now(),
    )
    events.record("document.requested", actor=actor, subject=document, on=document, kind=kind)
    return document


def page_to_render(document_id: int) -> str | None:
    """The page the PDF is made of, or None when a whole PDF is there already."""
    document = Document.objects.get(pk=document_id)
    made = document.state == DocumentState.RENDERED
    if made and files.intact(document.file.name or "", document.sha256):
        return None
    return html.render_page(document)


def store_rendered(*, document_id: int, content: bytes, pages: int) -> Document:
    """Keep a finished PDF. The file is written first: a crash before the commit leaves a file
    that the next run finds whole or writes again.

    Raises LetterChanged when the letter had been made before and came out otherwise.
    """
    document = Document.objects.get(pk=document_id)
    sha256 = files.digest(content)
    if document.sha256 and document.sha256 != sha256:
        raise LetterChanged(f"document {document_id}: {sha256} is not {document.sha256}")
    name = files.keep(pk=document_id, year=document.year, content=content)
    return _mark_rendered(document_id, name, sha256, pages)


@transaction.atomic
def _mark_rendered(document_id: int, name: str, sha256: str, pages: int) -> Document:
    document = locked(Document, document_id)
    first = document.state != DocumentState.RENDERED
    document.file.name = name
    if first:
        document.state = DocumentState.RENDERED
        document.sha256 = sha256
        document.pages = pages
        document.error = ""
        document.rendered_at = clock.now()
    document.save()
    if first:
        events.record(
            "document.rendered", actor=SYSTEM, subject=document, on=document, sha256=sha256
        )
    return document


@transaction.atomic
def store_failure(*, document_id: int, reason: str) -> None:
    """Note that a PDF could not be made; ``reason`` names the error, never the letter's words."""
    document = locked(Document, document_id)
    if document.state == DocumentState.RENDERED:
        return
    first = document.state != DocumentState.FAILED
    document.state = DocumentState.FAILED
    document.error = reason[:200]
    document.attempts += 1
    document.tried_at = clock.now()
    document.save()
    if first:
        events.record("document.failed", actor=SYSTEM, subject=document, on=document)


@transaction.atomic
def retry_document(*, actor: Actor, document_id: int) -> Document:
    """Have a failed letter made again: the same words under the same number."""
    document = locked(Document, document_id)
    if document.state != DocumentState.FAILED:
        raise Refused.plainly("not_failed", "这份文书没有生成失败，不需要重新生成。")
    document.state, document.error, document.attempts = DocumentState.REQUESTED, "", 0
    document.save()
    events.record("document.requested", actor=actor, subject=document, on=document, again=True)
    return document


def read_pdf(*, actor: Actor, document: Document) -> bytes:
    """The PDF as issued, the reading logged. The caller has asked the policy of the subject.

    Raises LetterDamaged when there is none yet or the file was altered.
    """
    content = files.read(document.file.name or "", document.sha256)
    record_read(actor=actor, subject=document, what="document.read")
    return content


def _chain_of(subject: models.Model) -> str:
    chain = getattr(subject, "chain", None)
    if not isinstance(chain, str):
        raise TypeError(f"{subject._meta.label} has no chain; pass the case of the letter")
    return chain
