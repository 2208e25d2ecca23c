"""What an outcome says, for tables: level, code, place and reading of every finding, in order."""

from collections.abc import Iterable

from rules.law import passage
from rules.outcome import Finding, Outcome


def said(found: Outcome | Iterable[Finding]) -> list[tuple[str, str, str | None, str | None]]:
    """Every finding in order; each is a sentence that says what to do, and its words are found."""
    findings = found.findings if isinstance(found, Outcome) else tuple(found)
    for one in findings:
        assert one.message.endswith("。") and not one.message.startswith("X")
        assert "；" in one.message or "，" in one.message
        if one.citation is not None:
            assert passage(one.citation).words == one.citation.text
    return [
        (
            one.level.value,
            one.code,
            None if one.citation is None else one.citation.place,
            one.reading,
        )
        for one in findings
    ]
