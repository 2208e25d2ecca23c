"""``--explain`` and ``--why-not``: what is added to the answer of a command, and its shapes."""

from collections.abc import Callable
from typing import Any, Literal

from pydantic import Field

from rules.context import Context
from rules.edge.outputs import CitationOutput, FindingOutput, Output
from rules.explain import because, why_not


class Instead:
    """A validated input with other facts in it; everything else is as it was given."""

    def __init__(self, given: Any, facts: Any) -> None:
        self._given, self._facts = given, facts

    def __getattr__(self, name: str) -> Any:
        return getattr(self._given, name)

    def facts(self) -> Any:
        """The other facts."""
        return self._facts


def added(
    rule: Callable[[Any], Any], facts: Any, context: Context, *, explain: bool, target: str | None
) -> dict[str, object]:
    """The fields ``explanations`` and ``why_not``, each where it is asked for.

    ``target`` is None where it is not asked, "" for the usual one.  Raises UnknownCode for a target
    the command does not have.
    """
    found: dict[str, object] = {}
    if explain:
        found["explanations"] = [one.as_json() for one in because(rule, facts, context)]
    if target is not None:
        found["why_not"] = why_not(rule, facts, context, target or None).as_json()
    return found


class FactOutput(Output):
    """One fact as it is; ``value`` is null where there is nothing."""

    place: str
    value: Any
    words: str


class ExplanationOutput(Output):
    """A finding stands, no graver, while every group of ``causes`` has a fact that stands."""

    finding: FindingOutput
    causes: tuple[tuple[FactOutput, ...], ...]
    sentence: str


class ChangeOutput(Output):
    """One change; ``kind``: the decider's choice, or a fact that is true or not."""

    place: str
    op: Literal["set", "remove", "add"]
    from_: Any = Field(alias="from")
    to: Any
    kind: Literal["choice", "fact"]
    sentence: str
    citation: CitationOutput | None


class ChangesOutput(Output):
    """Changes that together give the target, and no part of them does."""

    changes: tuple[ChangeOutput, ...]
    sentence: str


class WhyNotOutput(Output):
    """The smallest ways to the target; ``complete``: none as small is missing."""

    target: str
    already: bool
    sets: tuple[ChangesOutput, ...]
    complete: bool


class ExplainedOutput(Output):
    """What ``--explain`` and ``--why-not`` add to the answer of any command."""

    explanations: tuple[ExplanationOutput, ...] | None = None
    why_not: WhyNotOutput | None = None
