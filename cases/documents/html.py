"""A letter as HTML: a fragment for the screen, a whole page for the PDF, from one template."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.template import Context, Engine
from django.utils.safestring import SafeString, mark_safe

from accounts.sealing.box import masked
from cases.documents import registry
from cases.documents.contexts import Letter
from cases.documents.registry import Kind
from cases.documents.tags import Names
from cases.models.documents import Document


def fragment(kind: Kind, letter: Letter, number: str) -> SafeString:
    """The ``<article>`` of a letter with everything it prints."""
    said = {"letter": letter, "number": number, "title": kind.title_zh, "names": Names()}
    return mark_safe(_tight(_render(kind.template, said)))


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
    said = {"letter_html": inner, "title": kind.title_zh, "number": number}
    return _render("documents/page.html", said)


def _render(template: str, said: Mapping[str, object]) -> str:
    return _engine().get_template(template).render(Context(said))


@cache
def _engine() -> Engine:
    # Letters know their own tags only: nothing a page adds can change what was issued.
    pages: dict[str, Any] = settings.TEMPLATES[0]
    return Engine(
        dirs=[str(folder) for folder in pages["DIRS"]],
        libraries={"letters": "cases.documents.tags"},
    )


def _tight(html: str) -> str:
    # Template lines that print nothing would otherwise leave blank lines in the page source.
    return "\n".join(line for line in html.splitlines() if line.strip())
