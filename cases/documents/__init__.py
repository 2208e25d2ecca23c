"""The letter engine: kinds, what each says, numbers, fonts, HTML and PDF.

To add a kind of letter, an app gives its ``documents`` module one context (a ``Letter`` whose
fields carry ``Demand`` where the law demands them), one template under ``templates/documents/``
that extends ``documents/letter.html``, and one ``registry.register(Kind(...))``. The service that
sends it builds the context from rows and calls ``cases.services.documents.request_document``.
"""

from cases.documents import handlers, kinds

__all__ = ["handlers", "kinds"]
