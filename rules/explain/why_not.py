"""The smallest changes of the facts that would turn an answer into the one asked for."""

from dataclasses import dataclass
from typing import Any

from rules.context import Context
from rules.explain.choices import CHOICE, FACT, changes_of, kind_of
from rules.explain.edits import Edit, applied, plain
from rules.explain.search import Search
from rules.explain.targets import SEVERITIES, blocking, reached
from rules.explain.trial import Rule, Trial
from rules.explain.words import change_words
from rules.outcome import Citation

LARGEST = 6
# How many more changes than the fewest the choices alone may take.
MORE = 2
AT_MOST = 24
# What ways_within may ask: less than a tenth of a second.
QUICK = 1_500
_SEVERITY = ("severity",)


@dataclass(frozen=True, slots=True)
class Change:
    """One change: ``kind`` is choice (the decider's) or fact (true or not, whoever decides).

    ``citation`` is the article that stands in the way when this change alone is left out.
    """

    edit: Edit
    kind: str
    sentence: str
    citation: Citation | None

    def as_json(self) -> dict[str, object]:
        """``{"place", "op", "from", "to", "kind", "sentence", "citation"}``."""
        return {
            "place": self.edit.place,
            "op": self.edit.op,
            "from": plain(self.edit.was),
            "to": plain(self.edit.value),
            "kind": self.kind,
            "sentence": self.sentence,
            "citation": None if self.citation is None else self.citation.as_json(),
        }


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes that together give the answer asked for; no smaller part of them does."""

    changes: tuple[Change, ...]

    @property
    def sentence(self) -> str:
        """The changes in one Chinese sentence."""
        return "；".join(change.sentence for change in self.changes) + "。"

    def applied(self, facts: Any) -> Any:
        """The facts with these changes made."""
        return applied(facts, [change.edit for change in self.changes])

    def as_json(self) -> dict[str, object]:
        """``{"changes": [...], "sentence": "…"}``."""
        changes = [change.as_json() for change in self.changes]
        return {"changes": changes, "sentence": self.sentence}


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What would have to be otherwise for ``target``.

    ``already``: nothing would, ``sets`` is empty then.  ``sets``: those of the fewest choices
    alone (at most two more than any changes would take), then those of the fewest changes of any
    kind, fewer facts first; of several days at one place only the nearest, 24 in all.
    ``complete``: none of these is missing; without sets, there is none of at most six changes.
    """

    target: str
    already: bool
    sets: tuple[ChangeSet, ...]
    complete: bool

    def as_json(self) -> dict[str, object]:
        """``{"target", "already", "sets": [...], "complete"}``."""
        return {
            "target": self.target,
            "already": self.already,
            "sets": [one.as_json() for one in self.sets],
            "complete": self.complete,
        }


def why_not(rule: Rule, facts: Any, context: Context, target: str | None = None) -> WhyNot:
    """The smallest changes after which ``rule(facts)`` gives ``target``.

    Target None is what every rule can be asked for: lawful, accept, admit, allowed.  For sanctions
    it may be a severity (lawful under it, and consistent with it), for complaints and appeals any
    advice.  Raises UnknownCode for another target, and what the rule raises.
    """
    answer = rule(facts)
    name, holds = reached(answer, target)
    if holds(facts, answer):
        return WhyNot(name, True, (), True)
    edits = [one for one in changes_of(rule, facts, context, answer) if _towards(one, name)]
    trial = Trial(rule, facts)
    sets, complete = Search(trial, edits, holds).run(LARGEST)
    if sets:
        trial.renew()
        choices = [one for one in edits if kind_of(facts, one) == CHOICE]
        chosen, none_missing = Search(trial, choices, holds).run(len(sets[0]) + MORE)
        sets, complete = [*chosen, *sets], complete and none_missing
    found = {frozenset(one): _described(one, trial) for one in sets}
    ordered = sorted(found.values(), key=_facts_in)
    return WhyNot(name, False, tuple(ordered[:AT_MOST]), complete and len(ordered) <= AT_MOST)


def ways_within(
    rule: Rule, facts: Any, context: Context, fields: tuple[str, ...]
) -> tuple[ChangeSet, ...]:
    """The fewest changes of these fields alone that make an answer lawful, for one who waits.

    Grown change by change and never more than 1,500 questions, so that some, or all, may be
    missing where ``why_not`` would find them.  Empty for what is lawful already.  Raises what the
    rule raises.
    """
    answer = rule(facts)
    _, holds = reached(answer, None)
    if holds(facts, answer):
        return ()
    edits = [one for one in changes_of(rule, facts, context, answer) if one.path[0] in fields]
    trial = Trial(rule, facts)
    found = Search(trial, edits, holds, QUICK).grown(LARGEST)
    return tuple(_described(one, trial) for one in found)


def _facts_in(one: ChangeSet) -> int:
    return sum(change.kind == FACT for change in one.changes)


def _described(edits: tuple[Edit, ...], trial: Trial) -> ChangeSet:
    return ChangeSet(tuple(_change(one, edits, trial) for one in edits))


def _change(one: Edit, together: tuple[Edit, ...], trial: Trial) -> Change:
    left = trial.answer(other for other in together if other is not one)
    stands = () if left is None else blocking(left)
    citation = next((f.citation for f in stands if f.citation is not None), None)
    kind = kind_of(trial.facts, one)
    words = change_words(one)
    return Change(one, kind, words if kind == CHOICE else f"如属实，{words}", citation)


def _towards(one: Edit, target: str) -> bool:
    """Whether a change may lead to the target: to another severity than the one asked for, no."""
    return one.path != _SEVERITY or target not in SEVERITIES or one.value == target
