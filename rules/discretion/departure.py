"""Where a decision departs from what the benchmark proposes: it may, with its reason recorded."""

from rules.context import Context
from rules.discretion.facts import Proposal
from rules.discretion.reasons import other_severity, outside_band
from rules.outcome import Finding
from rules.sanctions.case import NO_TERM, read
from rules.sanctions.facts import SanctionFacts
from rules.sanctions.tables import table


def departure(proposal: Proposal, decision: SanctionFacts, context: Context) -> tuple[Finding, ...]:
    """What of the decision departs from the proposal: infos only, each asks for a reason.

    Nothing for a proposal without a severity or a decision without one.  Terms are held against
    the band only under the severity proposed.  Raises as a check of the decision does.
    """
    law, case = table(context, decision.on), read(decision)
    if proposal.severity is None or decision.severity is None:
        return ()
    if decision.severity != proposal.severity:
        return (other_severity(decision.severity, proposal.severity),)
    band = proposal.band
    if band is None:
        return ()
    return tuple(
        outside_band(item, months, band)
        for item, months in case.entries
        if months != NO_TERM and law.bounded >> item & 1 and not band.holds(months)
    )
