"""Answers as JSON text; what comes on line after line is written once and kept.

``plain`` writes any answer.  The two others write the same text, character for character, from
pieces: the findings and days are the same few objects whatever the case.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Protocol

from pydantic_core import to_json

from rules.calendars import Day
from rules.deadlines import DueDate
from rules.outcome import Citation, Finding
from rules.sanctions.facts import SanctionOutcome

# A message may hold a term that comes once; the pieces kept are bounded for its sake.
KEPT = 1 << 15
_findings: dict[int, tuple[Finding, bytes]] = {}


class Answer(Protocol):
    """What a rule answers with."""

    def as_json(self) -> dict[str, object]:
        """The object of the contracts."""


def plain(answer: Answer) -> bytes:
    """Any answer as JSON."""
    return to_json(answer.as_json())


def _finding(finding: Finding) -> bytes:
    # By identity: to compare two findings takes longer than to write one.  The finding is kept
    # beside its text, so that no other object can come to have its identity.
    kept = _findings.get(id(finding))
    if kept is None:
        if len(_findings) >= KEPT:
            _findings.clear()
        kept = _findings[id(finding)] = (finding, to_json(finding.as_json()))
    return kept[1]


@lru_cache(maxsize=KEPT)
def _day(day: date, counted: bool | None, why: str) -> bytes:
    return to_json(Day(day, counted, why).as_json())


def _listed(findings: Iterable[Finding]) -> bytes:
    return b",".join([_finding(finding) for finding in findings])


@lru_cache(maxsize=KEPT)
def _frame(*fields: object) -> bytes:
    """Everything of a sanction's answer but its findings, up to where they begin."""
    return plain(SanctionOutcome._make((*fields, (), None)))[: -len(b"]}")]


def sanctions(answer: SanctionOutcome) -> bytes:
    """The answer of check-sanctions as JSON."""
    return _frame(*answer[:8]) + _listed(answer.findings) + b"]}"


@lru_cache(maxsize=1024)
def _citation(citation: Citation) -> bytes:
    return to_json(citation.as_json())


@lru_cache(maxsize=1024)
def _names(names: tuple[str, ...]) -> bytes:
    return to_json(names)


@lru_cache(maxsize=64)
def _text(text: str) -> bytes:
    return to_json(text)


def _date(day: object) -> str:
    return "null" if day is None else f'"{day}"'


def due_date(answer: DueDate) -> bytes:
    """The answer of due-date as JSON, without ``days`` when they were not asked for."""
    head = (
        f'{{"due":{_date(answer.due)},"earliest":{_date(answer.earliest)},'
        f'"latest":{_date(answer.latest)},"provisional":{_bool(answer.provisional)},'
        f'"hard":{_bool(answer.hard)},"citation":'
    )
    days = b""
    if answer.days is not None:
        listed = [_day(one.date, one.counted, one.why) for one in answer.days]
        days = b',"days":[' + b",".join(listed) + b"]"
    return b"".join(
        (
            head.encode(),
            _citation(answer.citation),
            b',"findings":[',
            _listed(answer.findings),
            b'],"readings":',
            _names(answer.readings),
            days,
            b',"calendar":',
            _text(answer.calendar),
            b"}",
        )
    )


def _bool(value: bool) -> str:
    return "true" if value else "false"
