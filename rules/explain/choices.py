"""What may be changed in the facts of each rule, and what of it is the decider's to choose."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from rules.codes import CONDUCT, FACTORS, MEASURES
from rules.context import Context
from rules.explain.alternatives import Codes, alternatives
from rules.explain.edits import Edit
from rules.explain.measures import filed_edits, measure_edits
from rules.explain.trial import Rule, common
from rules.explain.watch import codes_known
from rules.filing import FilingFacts
from rules.sanctions import SanctionFacts

CHOICE, FACT = "choice", "fact"
PROVISIONAL = "period_provisional"
# Longer than the periods that are said to be provisional run.
LONG_BEFORE = timedelta(days=60)
_ROLES = ("respondent", "complainant")
_CHANNELS: tuple[Any, ...] = ("natural", "social")

CODES: Codes = MappingProxyType(
    {
        "SanctionFacts.conduct": tuple(CONDUCT),
        "SanctionFacts.factors": tuple(FACTORS),
        "SanctionFacts.powers": tuple(MEASURES),
        "AppealFacts.level": (1, 2),
        "AppealFacts.appellant": _ROLES,
        "JurisdictionFacts.domain": _CHANNELS,
        "FilingFacts.decided_by": ("local", "state_council_department"),
        "Matter.kind": ("paper", "thesis", "project", "award_or_talent", "other"),
    }
)
# What is still open when the question is asked; everything else has happened.
_CHOSEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "SanctionFacts": ("measures", "severity"),
        "PlanFacts": ("parts",),
        "PlanApprovalFacts": ("parts",),
        "AdmissionFacts": ("decision", "reason"),
        "FindingFacts": ("conduct", "severity", "exempting", "factors", "standard"),
    }
)
# The day whose law applies is not a fact of the case.
_NOT_TRIED = "on"


def changes_of(rule: Rule, facts: Any, context: Context, answer: Any) -> tuple[Edit, ...]:
    """Every single change worth trying, those the decider may choose first."""
    codes = {**codes_known(rule, facts), **CODES}
    told = answer if isinstance(answer, tuple) else ()
    tried = alternatives(facts, codes, (*told, *_settled(answer, context)))
    found = [one for one in tried if one.path[0] != _NOT_TRIED]
    if isinstance(facts, SanctionFacts | FilingFacts):
        # Not to decide the severity mends nothing.
        found = [one for one in found if one.path[0] != "measures" and not _undecided(one)]
        found = [*_of_measures(facts, context), *found]
    return tuple(sorted(found, key=lambda one: kind_of(facts, one) == FACT))


def _of_measures(facts: SanctionFacts | FilingFacts, context: Context) -> tuple[Edit, ...]:
    if isinstance(facts, FilingFacts):
        return filed_edits(facts, context)
    return measure_edits(facts, context)


def _settled(answer: Any, context: Context) -> tuple[date, ...]:
    """For an answer that hangs on days not announced, a day from which every day is announced."""
    if any(one.code == PROVISIONAL for one in common(answer).findings):
        return (context.calendar.firm_until() - LONG_BEFORE,)
    return ()


def _undecided(one: Edit) -> bool:
    return one.path == ("severity",) and one.value is None


def kind_of(facts: Any, one: Edit) -> str:
    """``choice``, or ``fact`` for what is true or not whoever decides."""
    return CHOICE if one.path[0] in _CHOSEN.get(type(facts).__name__, ()) else FACT
