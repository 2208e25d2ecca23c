"""Asks a rule about changed facts, remembers the answers, and counts how often it asked."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from rules.errors import RuleInputError
from rules.explain.edits import Edit, applied, compatible
from rules.outcome import Finding, Outcome

Rule = Callable[[Any], Any]
# What is asked at one go about facts without lists; about long lists less, by what they cost.
EFFORT = 24_000
# How often an answer is looked up, asked for or remembered, at one go.
LOOKS = 60_000
# A record in a list makes a question dearer by a part of its price, all together by their square;
# a plain value is as dear as a part of a record.
_RECORDS, _SQUARED, _PLAIN = 20, 700, 20


def common(answer: Any) -> Outcome:
    """The common answer of any rule."""
    found: Outcome = answer if isinstance(answer, Outcome) else answer.outcome
    return found


def length(node: Any) -> float:
    """How many records the lists of the facts hold, nested ones included, plain values in part."""
    if is_dataclass(node):
        return sum(length(getattr(node, field.name)) for field in fields(node))
    if isinstance(node, Mapping):
        return length(tuple(node.values()))
    if not isinstance(node, tuple | frozenset):
        return 0
    return sum(_one(member) + length(member) for member in node)


def _one(member: Any) -> float:
    return 1 if is_dataclass(member) or isinstance(member, tuple) else 1 / _PLAIN


def questions(facts: Any) -> int:
    """How many questions about these facts are as much as may be asked at one go."""
    held = length(facts)
    return max(int(EFFORT / (1 + held / _RECORDS + held * held / _SQUARED)), 1)


class Trial:
    """A rule, the facts as they are, and what it says when some of them are otherwise.

    ``asked`` counts the questions; a question about facts that cannot be is answered None.  The
    longer the lists of the facts, the fewer questions there are before ``spent``.
    """

    def __init__(self, rule: Rule, facts: Any) -> None:
        self.rule = rule
        self.facts = facts
        self.asked = self.looked = 0
        self.renew()
        self._kept: dict[frozenset[tuple[Any, ...]], Any] = {}

    def renew(self) -> None:
        """As much again may be asked as at the start."""
        self._most = self.asked + questions(self.facts)
        self._looks = self.looked + LOOKS

    @property
    def spent(self) -> bool:
        """Whether as much has been asked, or looked up, as may be at one go."""
        return self.asked >= self._most or self.looked >= self._looks

    def answer(self, edits: Iterable[Edit] = ()) -> Any:
        """What the rule says with these edits made, None when they cannot be made together."""
        self.looked += 1
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
