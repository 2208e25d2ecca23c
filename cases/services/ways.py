"""How a refused proposal could become lawful: the rules asked again with other choices."""

from cases.facts import case_context
from cases.models import Finding, Respondent
from cases.services.judging import Proposal, found_in, proposed_facts
from rules.errors import RuleInputError
from rules.explain import ChangeSet, why_not
from rules.outcome import Outcome
from rules.sanctions import SanctionFacts, check_sanctions

SHOWN = 3
# Each measure beyond the powers takes a change of its own; of more the search ends with nothing.
LARGEST = 4
CHOICE = "choice"


def ways(
    respondent: Respondent, finding: Finding, proposal: Proposal, *, mitigated: bool = False
) -> tuple[ChangeSet, ...]:
    """Up to three of the smallest changes that make a proposal lawful, the fewest first.

    Only what the decider chooses (severity, measures, terms), never what happened, and no measure
    beyond the unit's powers. Empty for what is lawful, and for what the rules cannot answer.
    """
    facts = proposed_facts(respondent, finding, proposal, mitigated=mitigated)
    context = case_context(respondent.case)

    def rule(asked: SanctionFacts) -> Outcome:
        return Outcome.of(found_in(check_sanctions(asked, context)))

    try:
        if sum(one.code == "beyond_power" for one in rule(facts).errors) > LARGEST:
            return ()
        found = why_not(rule, facts, context).sets
    except RuleInputError:
        return ()
    chosen = [one for one in found if all(change.kind == CHOICE for change in one.changes)]
    return tuple(chosen[:SHOWN])
