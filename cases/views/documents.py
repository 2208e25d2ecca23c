"""Letters on screen: the preview, how far the PDF is, and the PDF, each reading logged."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.audit.log import record_read
from accounts.refusals import Refused
from accounts.views.guard import guarded
from cases.documents.files import LetterDamaged
from cases.documents.html import render_html
from cases.models import Complaint, Document, DocumentState
from cases.services.documents import read_pdf, retry_document
from cases.views.moves import form_actor, home


def load_document(pk: int) -> Document | None:
    """The letter of an address."""
    return (
        Document.objects.select_related("case__organisation", "organisation").filter(pk=pk).first()
    )


@guarded("document.read", load=load_document)
def page(request: HttpRequest, document: Document) -> HttpResponse:
    """The letter as it reads, identity numbers masked, and how far its PDF is."""
    record_read(actor=form_actor(request), subject=document, what="document.preview")
    scope = document.case or Complaint.objects.filter(pk=document.subject_id).first()
    context = {
        "document": document,
        "letter": render_html(document),
        "scope": scope,
        "home": home(scope) if scope else "/",
        "subject_url": _subject_url(document),
    }
    return render(request, "cases/document.html", context)


@guarded("document.read", load=load_document)
def state(request: HttpRequest, document: Document) -> HttpResponse:
    """How far the PDF is, for the page that asks again until it is there."""
    return render(request, "cases/parts/document_state.html", {"document": document})


@guarded("document.read", load=load_document)
def pdf(request: HttpRequest, document: Document) -> HttpResponse:
    """The PDF as issued. A damaged file is not handed out."""
    if document.state != DocumentState.RENDERED:
        raise Http404
    try:
        content = read_pdf(actor=form_actor(request), document=document)
    except LetterDamaged:
        messages.error(request, "这份文书的文件与校验值不符，不能下载；请系统管理员检查存储。")
        return redirect("document", pk=document.pk)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="letter-{document.pk}.pdf"'
    response["Cache-Control"] = "no-store"
    return response


@require_POST
@guarded("document.manage", load=load_document)
def retry(request: HttpRequest, document: Document) -> HttpResponse:
    """Have a letter that failed made again."""
    try:
        retry_document(actor=form_actor(request), document_id=document.pk)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("document", pk=document.pk)


def _subject_url(document: Document) -> str:
    if document.subject_kind == "cases.decision" and document.case_id:
        ids = {"pk": document.case_id, "decision": document.subject_id}
        return reverse("decision", kwargs=ids)
    return ""
