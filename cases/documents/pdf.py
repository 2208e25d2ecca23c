"""HTML to an archival PDF (PDF/A-2a); the worker's module, because WeasyPrint is slow to import.

The same page gives the same bytes, so that a letter's SHA-256 can be reproduced.
"""

import logging
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.contrib.staticfiles import finders
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from cases.documents import fonts

# Its step-by-step progress would drown the worker's log.
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)

_SELECTORS = {
    "body": ".letter",
    "heading": ".letter h2",
    "title": ".letter .letter-title, .letter .letter-issuer",
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF and how many pages it has."""

    content: bytes
    pages: int


def render(page: str) -> Rendered:
    """Lay the page out and write it as PDF/A-2a."""
    configuration, sheets = _style(str(settings.FONT_DIR or ""))
    document = HTML(string=page, url_fetcher=_NOTHING).render(
        stylesheets=sheets, font_config=configuration
    )
    content = document.write_pdf(pdf_variant="pdf/a-2a")
    return Rendered(content, len(document.pages))


@cache
def _style(font_dir: str) -> tuple[FontConfiguration, list[CSS]]:
    # Making these takes longer than a letter; ``font_dir`` keys the cache.
    configuration = FontConfiguration()
    sheet = finders.find("documents/letter.css")
    rules = fonts.font_face_rules() + fonts.role_rules(_SELECTORS)
    sheets = [
        CSS(filename=sheet, font_config=configuration),
        CSS(string=rules, font_config=configuration, url_fetcher=_FILES),
    ]
    return configuration, sheets


# A letter is text: nothing in it may make the worker fetch a file or an address.
_NOTHING = URLFetcher(allowed_protocols=set())
_FILES = URLFetcher(allowed_protocols={"file"})
