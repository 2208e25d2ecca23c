"""The letter engine: kinds, what each says, numbers, fonts, HTML and PDF."""

from cases.documents import handlers, kinds

__all__ = ["handlers", "kinds"]
