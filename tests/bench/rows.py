"""One row of the table of ``make bench``, and how a rate is measured."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure and what it counts; ``note`` says under what conditions."""

    name: str
    figure: float
    unit: str
    note: str = ""


def rate(work: Callable[[], object], *, seconds: float = 1.0, at_once: int = 1) -> float:
    """Pieces of work a second, over about ``seconds``; one call does ``at_once`` pieces."""
    work()
    calls, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < seconds:
        work()
        calls += 1
    return calls * at_once / spent


def seconds_of(work: Callable[[], object], *, times: int = 5) -> float:
    """The median time of one call, warmed up by a call before."""
    work()
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return sorted(found)[times // 2]


def ratio(name: str, ours: float, others: float) -> Row:
    """How many times as fast ours is."""
    return Row(name, ours / others, "x")
