"""Where the PDFs lie: sealed, because they carry the identities the rows seal."""

import base64
import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from accounts.sealing import Sealed, open_sealed, seal


class LetterDamaged(ValueError):
    """The stored file is missing, cannot be opened, or is not the PDF that was made."""


def digest(content: bytes) -> str:
    """SHA-256 of a PDF, as printed and compared."""
    return hashlib.sha256(content).hexdigest()


def keep(*, pk: int, year: int, content: bytes) -> str:
    """Store a PDF and return its name; a whole copy already there is left alone."""
    name = f"documents/{year}/{pk}-{digest(content)[:16]}.sealed"
    if intact(name, digest(content)):
        return name
    default_storage.delete(name)  # what a crash in the middle of writing left
    token = seal(base64.b64encode(content).decode("ascii")).token
    return default_storage.save(name, ContentFile(token.encode("ascii")))


def read(name: str, sha256: str) -> bytes:
    """The PDF behind a name. Raises LetterDamaged unless it is the one with this SHA-256."""
    if not name or not default_storage.exists(name):
        raise LetterDamaged(f"no file {name!r}")
    with default_storage.open(name) as file:
        token = file.read().decode("ascii", errors="replace")
    try:
        content = base64.b64decode(open_sealed(Sealed(token)))
    except ValueError as broken:
        raise LetterDamaged(f"{name} cannot be opened") from broken
    if digest(content) != sha256:
        raise LetterDamaged(f"{name} is not the PDF that was made")
    return content


def intact(name: str, sha256: str) -> bool:
    """Whether the file is there, opens, and is the PDF with this SHA-256."""
    try:
        read(name, sha256)
    except LetterDamaged:
        return False
    return True
