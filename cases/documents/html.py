"""A letter as HTML: a fragment for the screen, a whole page for the PDF, from one template."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from accounts.sealing.box import masked
from cases.documents import registry
from cases.documents.contexts import Letter
from cases.documents.registry import Kind
from cases.models.documents import Document
from cases.templatetags.letters import Names


def fragment(kind: Kind, letter: Letter, number: str) -> SafeString:
    """The ``<article>`` of a letter with everything it prints."""
    html = render_to_string(
        kind.template,
        {"letter": letter, "number": number, "title": kind.title_zh, "names": Names()},
    )
    return mark_safe(_tight(html))


def render_html(document: Document) -> str:
    """The letter for a page: identity numbers masked, ``documents/letter.css`` to style it."""
    kind = registry.get(document.kind)
    return fragment(kind, kind.context.from_row(document.context).masked(masked), document.number)


def render_page(document: Document) -> str:
    """The whole HTML page the PDF is made of, nothing masked; not for the screen."""
    kind = registry.get(document.kind)
    return page(kind, kind.context.from_row(document.context), document.number)


def page(kind: Kind, letter: Letter, number: str) -> str:
    """A standalone page round the fragment."""
    inner = fragment(kind, letter, number)
    context = {"letter_html": inner, "title": kind.title_zh, "number": number}
    return render_to_string("documents/page.html", context)


def _tight(html: str) -> str:
    # Template lines that print nothing would otherwise leave blank lines in the page source.
    return "\n".join(line for line in html.splitlines() if line.strip())
