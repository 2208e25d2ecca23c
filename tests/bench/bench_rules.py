"""The law: single calls with citations, and the command line with ``--lines``."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

from rules.codes import Severity
from rules.context import default_context
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions
from tests.bench.rows import Row, rate

LINES = 200_000
CONTEXT = default_context()
LAWFUL = SanctionFacts(
    on=date(2024, 7, 1),
    conduct=(1, 4),
    severity=Severity.SERIOUS,
    factors=(1, 3),
    measures=(MeasureFact(5, months=36), MeasureFact(13), MeasureFact(2)),
)
# Five years, minor, no register: refused with several findings, each with its article.
UNLAWFUL = SanctionFacts(
    on=date(2024, 7, 1),
    conduct=(1,),
    severity=Severity.MINOR,
    measures=(MeasureFact(5, months=60),),
)
SANCTION = {
    "on": "2024-07-01",
    "conduct": [1, 4],
    "severity": "serious",
    "measures": [{"item": 5, "years": 3}, {"item": 13}, {"item": 2}],
}
DEADLINE = {"rule": "acceptance", "start": "2026-01-15"}


def rows() -> Iterator[Row]:
    """Checks a second one by one, and the command line in lines."""
    for name, facts in (("lawful", LAWFUL), ("unlawful", UNLAWFUL)):
        figure = rate(lambda facts=facts: check_sanctions(facts, CONTEXT))
        yield Row(f"check-sanctions, {name}", figure, "checks/s", "single calls with citations")
    yield Row("check-sanctions --lines", lines("check-sanctions", SANCTION), "lines/s", START)
    yield Row("due-date --lines", lines("due-date", DEADLINE), "lines/s", START)


START = f"{LINES} lines, start of Python and JSON included"


def lines(command: str, question: dict[str, object]) -> float:
    """Lines a second through the command line."""
    text = (json.dumps(question) + "\n") * LINES
    words = [sys.executable, "-m", "rules", command, "--lines"]

    def run() -> None:
        done = subprocess.run(words, input=text, capture_output=True, text=True, check=True)
        if done.stdout.count("\n") != LINES:
            raise RuntimeError(f"{command}: {done.stdout.count(chr(10))} answers to {LINES} lines")

    return rate(run, at_once=LINES)
