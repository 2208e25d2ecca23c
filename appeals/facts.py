"""Turns appeals into facts for the rules."""

from appeals.models import Appeal
from cases.facts import context_of
from rules.appeals import AppealFacts
from rules.context import Context


def appeal_context(appeal: Appeal) -> Context:
    """The frame: the case's instruments, the readings of the body that reviews."""
    return context_of(appeal.organisation, list(appeal.case.instruments))


def appeal_facts(appeal: Appeal) -> AppealFacts:
    """What Art 41 (first) or Art 42 (second) asks about an appeal."""
    reasons = any(r.reason.strip() for r in appeal.reasons.all())
    return AppealFacts(
        level=appeal.level,
        served=appeal.served_on,
        received=appeal.served_on if appeal.appellant == "respondent" else None,
        lodged=appeal.lodged_on,
        appellant=appeal.appellant,
        reasons=reasons,
        evidence_or_leads=appeal.has_evidence,
        sufficient_evidence=appeal.sufficient_evidence,
        same_facts_and_reasons=appeal.same_facts_and_reasons,
        only_dissatisfied=appeal.only_dissatisfied,
    )
