"""How a guard is written: a table of conditions, each beside the finding it raises."""

from collections.abc import Iterable
from dataclasses import replace

from rules.errors import UnknownCode
from rules.outcome import Finding, Level


def raised(*rows: tuple[bool, Finding]) -> tuple[Finding, ...]:
    """The findings whose condition holds, in the order of the rows."""
    return tuple(finding for holds, finding in rows if holds)


def eased(finding: Finding, message: str) -> Finding:
    """The same finding where a reading lets pass what otherwise refuses, for a stated reason."""
    return replace(finding, level=Level.WARNING, message=message)


def blank(text: str | None) -> bool:
    """Whether nothing was written; blanks are nothing."""
    return text is None or not text.strip()


def known(what: str, values: Iterable[object], codes: Iterable[object], where: str) -> None:
    """Raise UnknownCode for the first value the law has no such code for."""
    allowed = frozenset(codes)
    for value in values:
        if value not in allowed:
            raise UnknownCode(what, value, where, allowed)
