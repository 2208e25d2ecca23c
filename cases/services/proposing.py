"""What a unit's discretion benchmark proposes for a case; never binding, nothing is saved."""

from collections.abc import Mapping

from accounts.services.benchmarks import benchmark_of
from cases.facts import case_context
from cases.models import Case, Finding, Respondent
from cases.services import judging
from rules.benchmark import BenchmarkVersion
from rules.codes import Aggravated, Lenient
from rules.discretion import DiscretionFacts, GradedFactor, Proposal, departure, propose
from rules.errors import RuleInputError
from rules.outcome import Finding as RuleFinding


def benchmark_version(case: Case) -> BenchmarkVersion | None:
    """The version of the unit's benchmark that holds for a case: that of its day of acceptance."""
    held = benchmark_of(case.organisation, case.law_on)
    return None if held is None else held.version(case.law_on)


def proposal_for(
    respondent: Respondent, finding: Finding, grades: Mapping[int, int]
) -> Proposal | None:
    """The severity and the part of its range proposed for what was found, with the reasons.

    ``grades`` maps the factors of Art 30 a person graded to the place of the grade. None without
    a benchmark, and for facts the rules cannot answer.
    """
    case = respondent.case
    held = benchmark_of(case.organisation, case.law_on)
    if held is None:
        return None
    facts = DiscretionFacts(
        on=case.law_on,
        conduct=tuple(finding.conduct),
        grades=tuple(GradedFactor(item, grade) for item, grade in sorted(grades.items())),
        lenient=tuple(Lenient(name) for name in finding.lenient),
        aggravated=tuple(Aggravated(name) for name in finding.aggravated),
    )
    try:
        return propose(facts, case_context(case).with_benchmark(held))
    except RuleInputError:
        return None


def departures(
    respondent: Respondent,
    finding: Finding,
    proposal: judging.Proposal,
    advised: Proposal,
    *,
    mitigated: bool = False,
) -> tuple[RuleFinding, ...]:
    """Where a decision as proposed departs from what the benchmark advises: never a refusal.

    Empty for a proposal the rules cannot answer.
    """
    facts = judging.proposed_facts(respondent, finding, proposal, mitigated=mitigated)
    try:
        return departure(advised, facts, case_context(respondent.case))
    except RuleInputError:
        return ()
