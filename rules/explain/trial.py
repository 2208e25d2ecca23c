"""Asks a rule about changed facts, remembers the answers, and counts how often it asked."""

from collections.abc import Callable, Iterable
from typing import Any

from rules.errors import RuleInputError
from rules.explain.edits import Edit, applied, compatible
from rules.outcome import Finding, Outcome

Rule = Callable[[Any], Any]


def common(answer: Any) -> Outcome:
    """The common answer of any rule."""
    found: Outcome = answer if isinstance(answer, Outcome) else answer.outcome
    return found


class Trial:
    """A rule, the facts as they are, and what it says when some of them are otherwise.

    ``asked`` counts the questions; a question about facts that cannot be is answered None.
    """

    def __init__(self, rule: Rule, facts: Any) -> None:
        self.rule = rule
        self.facts = facts
        self.asked = 0
        self._kept: dict[frozenset[tuple[Any, ...]], Any] = {}

    def answer(self, edits: Iterable[Edit] = ()) -> Any:
        """What the rule says with these edits made, None when they cannot be made together."""
        chosen = tuple(edits)
        key = frozenset((one.path, one.op, one.value) for one in chosen)
        if key not in self._kept:
            self.asked += 1
            self._kept[key] = self._ask(chosen)
        return self._kept[key]

    def _ask(self, chosen: tuple[Edit, ...]) -> Any:
        if not compatible(chosen):
            return None
        try:
            return self.rule(applied(self.facts, chosen))
        except RuleInputError:
            return None

    def findings(self, edits: Iterable[Edit] = ()) -> tuple[Finding, ...] | None:
        """The findings with these edits made, None when the facts cannot be so."""
        answer = self.answer(edits)
        return None if answer is None else tuple(common(answer).findings)
