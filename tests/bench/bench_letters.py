"""Letters: from the typed text to the PDF/A in the official format."""

from collections.abc import Iterator
from typing import Any

from cases.documents import html, pdf, registry
from tests.bench.rows import Row, seconds_of
from tests.documents import letters

LETTERS = {"acceptance_notice": letters.acceptance, "decision_letter": letters.decision}


def rows() -> Iterator[Row]:
    """Seconds a letter, warm, as the worker makes them."""
    for name, make in LETTERS.items():
        pages = print_once(name, make())
        figure = seconds_of(lambda name=name, make=make: print_once(name, make()))
        yield Row(f"letter, {name}", figure, "s/letter", f"{pages} pages, warm")


def print_once(name: str, letter: Any) -> int:
    """One letter; its pages."""
    return pdf.render(html.page(registry.get(name), letter, "示大科诚〔2026〕1号")).pages
