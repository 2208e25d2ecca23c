"""The letter engine: kinds, what each says, numbers, fonts, HTML and PDF."""

from cases.documents import kinds

__all__ = ["kinds"]
