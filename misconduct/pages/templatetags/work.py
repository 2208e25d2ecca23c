"""Tags for what the apps hand over: steps, stored clocks, moves that are closed."""

from collections.abc import Iterable
from typing import Any

from django import template

from cases.deadlines.wording import ClockSentence
from cases.models import Deadline
from cases.selectors.steps import Blocked, Step
from misconduct.pages import clocks
from misconduct.pages.facts import Finding, Level, bases_of, citation_of
from misconduct.pages.parts import Cannot, Check, NextStep

register = template.Library()


@register.inclusion_tag("parts/next_step.html")
def step_panel(step: Step) -> dict[str, Any]:
    """What must happen next, once on a page, on top."""
    return {"step": next_step(step)}


@register.inclusion_tag("parts/dues.html")
def due_list(deadlines: Iterable[Deadline]) -> dict[str, Any]:
    """The clocks of a case, an appeal or a submission."""
    return {"items": [clocks.panel(deadline) for deadline in deadlines]}


@register.inclusion_tag("parts/cannot.html")
def blocked_list(moves: Iterable[Blocked]) -> dict[str, Any]:
    """Moves that are closed, each with its reason and article."""
    return {"actions": [cannot(move) for move in moves]}


@register.simple_tag
def sentence(deadline: Deadline) -> ClockSentence:
    """The sentence of a clock, for ``{% clock %}``."""
    return clocks.said(deadline)


def next_step(step: Step) -> NextStep:
    """A step as the panel reads it; without the right to act there is nothing to press."""
    return NextStep(
        title=step.title,
        who=step.who,
        url=step.url if step.mine else "",
        button=step.button or step.title,
        clock=clocks.said(step.deadline) if step.deadline else None,
        clock_for=step.deadline_for,
        citations=bases_of(step),
        checks=[Check(need.text, need.done, need.url, need.url_label) for need in step.needs],
        remark=step.remark,
    )


def cannot(move: Blocked) -> Cannot:
    """A closed move as the list reads it."""
    citation = citation_of(move.basis) if move.basis else None
    return Cannot(move.name, (Finding(Level.ERROR, "not_now", move.reason, citation),))
