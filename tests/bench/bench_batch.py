"""Recorded decisions re-checked in columns: a random mix of a million."""

from collections.abc import Iterator

from rules.batch import Columns, check
from rules.context import default_context
from tests.bench.decisions import arrays
from tests.bench.rows import Row, rate, ratio

CONTEXT = default_context()
MILLION = 1_000_000
SAMPLE = 2_000
EVERY = "a million decisions, all answers"


def rows() -> Iterator[Row]:
    """Checking columns that stand, making them too, and the single calls for the same."""
    given = arrays(MILLION)
    made = Columns.from_arrays(**given)
    standing = rate(lambda: check(made, CONTEXT), seconds=3, at_once=MILLION)
    yield Row("rules.batch.check", standing, "decisions/s", f"{EVERY}; columns made before")

    def whole() -> None:
        check(Columns.from_arrays(**given), CONTEXT)

    figure = rate(whole, seconds=3, at_once=MILLION)
    yield Row("rules.batch, from arrays", figure, "decisions/s", f"{EVERY}; columns made too")
    single = one_by_one(made)
    yield Row("the same one by one", single, "decisions/s", "facts from the columns, citations")
    yield ratio("rules.batch.check to one by one", standing, single)


def one_by_one(made: Columns) -> float:
    """Single checks a second of the first of the same decisions; both must agree."""
    answers = check(made.block(0, SAMPLE), CONTEXT)

    def work() -> list[bool]:
        return [answers.row(row).lawful for row in range(SAMPLE)]

    if work() != answers.lawful.tolist():
        raise RuntimeError("the columns answer otherwise than single checks")
    return rate(work, at_once=SAMPLE)
