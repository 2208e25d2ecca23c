"""The search for the smallest sets of changes after which an answer is the one asked for."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from math import comb
from typing import Any

from rules.explain.edits import Edit, applied
from rules.explain.targets import Reached, blocking
from rules.explain.trial import Trial
from rules.outcome import Finding

# Sets of a size are all tried while there are no more than this; beyond, only those that take up,
# one after another, the first thing still in the way.
SETS = 15_000
QUESTIONS = 8_000

Sets = list[tuple[Edit, ...]]


class Search:
    """Looks for sets of ``edits``, the smallest first, that make ``holds`` true."""

    def __init__(
        self, trial: Trial, edits: list[Edit], holds: Reached, questions: int = QUESTIONS
    ) -> None:
        self._trial, self._edits, self._holds = trial, edits, holds
        self._order = {one: place for place, one in enumerate(edits)}
        self._limit = trial.asked + questions

    def run(self, largest: int) -> tuple[Sets, bool]:
        """The sets of the smallest size that has one, and whether none of them is missing."""
        size, largest = 1, min(largest, len(self._edits))
        while size <= largest and comb(len(self._edits), size) <= SETS:
            found = self._minimal(combinations(self._edits, size))
            if found or self._trial.spent:
                return found, not self._trial.spent
            size += 1
        return self._guided(size, largest), size > largest

    def grown(self, largest: int) -> Sets:
        """The sets of the smallest size found change by change, which may miss some."""
        return self._guided(1, largest)

    def _guided(self, least: int, largest: int) -> Sets:
        """Sets of ``least`` changes or more, grown change by change."""
        if least > largest:
            return []
        frontier: Sets = [()]
        for size in range(1, largest + 1):
            frontier = list(self._further(frontier))
            found = self._minimal(iter(frontier)) if size >= least else []
            if found or self._spent:
                return found
        return []

    @property
    def _spent(self) -> bool:
        return self._trial.asked >= self._limit or self._trial.spent

    def _reached(self, edits: tuple[Edit, ...]) -> bool:
        answer = self._trial.answer(edits)
        return answer is not None and self._holds(applied(self._trial.facts, edits), answer)

    def _minimal(self, sets: Iterator[tuple[Edit, ...]]) -> Sets:
        found: dict[tuple[Any, ...], tuple[Edit, ...]] = {}
        for one in sets:
            if self._trial.spent:
                break
            key = tuple(_kept_apart(change) for change in one)
            if key not in found and self._reached(one) and not self._less_does(one):
                found[key] = one
        return list(found.values())

    def _less_does(self, edits: tuple[Edit, ...]) -> bool:
        return any(
            self._reached(part)
            for size in range(1, len(edits))
            for part in combinations(edits, size)
        )

    def _further(self, frontier: Sets) -> Iterator[tuple[Edit, ...]]:
        """Each set with one more change that moves the first thing still in its way."""
        seen = set()
        for chosen in frontier:
            first = blocking(self._trial.answer(chosen))[:1]
            for one in self._edits:
                if self._spent:
                    return
                more = tuple(sorted({*chosen, one}, key=self._order.__getitem__))
                if one not in chosen and more not in seen and self._moves(more, one, first):
                    seen.add(more)
                    yield more

    def _moves(self, more: tuple[Edit, ...], one: Edit, first: tuple[Finding, ...]) -> bool:
        after = self._trial.answer(more)
        return after is not None and (one.path == ("severity",) or first != blocking(after)[:1])


def _kept_apart(one: Edit) -> tuple[Any, ...]:
    """Two days at one place are no two ways out; the nearest comes first and stands for both."""
    return (one.place, None if isinstance(one.value, date) else one.value)
