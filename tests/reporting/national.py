"""The national side as tests see it: the stub's own list of what it keeps."""

from collections.abc import Iterator
from typing import Any

import httpx

from reporting.models import Submission


def kept(url: str, kind: str = "record") -> list[dict[str, Any]]:
    """What the stub keeps of a kind, with the number of calls for each."""
    listed: list[dict[str, Any]] = httpx.get(f"{url}/records", params={"kind": kind}).json()
    return listed


def of(url: str, filing: Submission, kind: str = "record") -> list[dict[str, Any]]:
    """What the stub keeps about one decision."""
    number = filing.decision.number
    return [entry for entry in kept(url, kind) if entry["body"]["decision_number"] == number]


def states(filings: list[Submission]) -> Iterator[str]:
    """Where the filings stand now."""
    return (Submission.objects.get(pk=filing.pk).state for filing in filings)
