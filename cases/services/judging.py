"""What the law says of a proposed decision: one answer for the live check, the draft, the approval.

Errors refuse. A measure beyond the unit's powers refuses as well: it becomes a proposal to the body
that has the power (Art 26). Every other warning needs a reason of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from accounts.refusals import Refused
from cases.facts import case_context, decision_facts, sanction_facts
from cases.models import Decision, Finding, Respondent
from rules.codes import SEVERITIES, Severity
from rules.errors import RuleInputError
from rules.law import N221, cite
from rules.outcome import Finding as RuleFinding
from rules.outcome import Level, Outcome, error, warning
from rules.sanctions import MeasureFact, SanctionFacts, SanctionOutcome, check_sanctions

DETERMINED_FIRST = cite(N221, 26, "事实、情节、性质等最终认定后")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A decision as somebody proposes it.

    ``severity`` empty and no measures: an exemption (Art 34). ``details`` says more about a measure
    (item to words), ``reasons`` why a warning is passed over (code to words). ``starts_on`` and
    ``register_until`` are dates the decision states, where a reading lets it.
    """

    severity: str = ""
    measures: tuple[MeasureFact, ...] = ()
    facts: str = ""
    basis: str = ""
    other: str = ""
    details: Mapping[int, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    starts_on: date | None = None
    register_until: date | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The rules' answer, with what is refused besides them."""

    sanctions: SanctionOutcome
    outcome: Outcome

    @property
    def warned(self) -> tuple[RuleFinding, ...]:
        """The warnings that ask for a reason."""
        return self.outcome.warnings


def powers_of(respondent: Respondent) -> frozenset[int]:
    """The measures the unit that handles the case may impose (Art 26)."""
    return frozenset(respondent.case.organisation.powers.values_list("measure", flat=True))


def judge(
    respondent: Respondent, finding: Finding, proposal: Proposal, *, mitigated: bool = False
) -> Judgement:
    """Ask the rules about a proposal; saves nothing.

    Raises Refused when the proposal is not one the rules can answer (a term that cannot be).
    """
    facts = proposed_facts(respondent, finding, proposal, mitigated=mitigated)
    return _judged(facts, respondent, finding, proposal.severity)


def proposed_facts(
    respondent: Respondent, finding: Finding, proposal: Proposal, *, mitigated: bool
) -> SanctionFacts:
    """A proposal as the rules judge it, under the law of its case and the unit's powers."""
    return sanction_facts(
        respondent,
        finding,
        on=respondent.case.law_on,
        severity=proposal.severity or None,
        measures=proposal.measures,
        powers=powers_of(respondent),
        mitigated=mitigated,
    )


def found_in(answer: SanctionOutcome) -> list[RuleFinding]:
    """What the rules found, a measure beyond the powers as the refusal it is here."""
    return [_beyond(f) if f.code == "beyond_power" else f for f in answer.findings]


def judge_decision(decision: Decision) -> Judgement:
    """The same for a stored decision, at this moment, under the law of its case."""
    facts = decision_facts(decision)
    return _judged(facts, decision.respondent, decision.finding, decision.severity)


def refuse_unless_lawful(
    judgement: Judgement, reasons: Mapping[str, str], gaps: Iterable[RuleFinding] = ()
) -> None:
    """Refuse on any error or gap, and on any warning passed over without a reason."""
    bare = [
        error(f.code, f"{f.message}。仍要这样处理的，请写明理由。", f.citation, f.reading)
        for f in _each_once(judgement.warned)
        if not reasons.get(f.code, "").strip()
    ]
    found = (*gaps, *judgement.outcome.errors, *bare)
    if found:
        asked = {f.code for f in bare}
        answered = [f for f in judgement.warned if f.code not in asked]
        raise Refused(Outcome.of((*found, *answered)))


def reasons_given(judgement: Judgement, reasons: Mapping[str, str]) -> dict[str, str]:
    """The reasons that answer a warning there is; the others are dropped."""
    codes = {f.code for f in judgement.warned}
    return {code: said.strip() for code, said in reasons.items() if code in codes and said.strip()}


def _judged(
    facts: SanctionFacts, respondent: Respondent, finding: Finding, severity: str
) -> Judgement:
    try:
        answer = check_sanctions(facts, case_context(respondent.case))
    except RuleInputError as unusable:
        raise Refused.because(error(unusable.code, unusable.message, None)) from unusable
    found = [*found_in(answer), *_severity_changed(finding, severity)]
    return Judgement(answer, Outcome.of(found, answer.readings))


def _beyond(found: RuleFinding) -> RuleFinding:
    message = f"{found.message}。请从决定中去掉，作为处理建议连同调查报告送有权限的单位"
    return replace(found, level=Level.ERROR, message=message)


def _severity_changed(finding: Finding, severity: str) -> list[RuleFinding]:
    if not finding.severity or not severity or finding.severity == severity:
        return []
    was, now = SEVERITIES[Severity(finding.severity)], SEVERITIES[Severity(severity)]
    return [warning("severity_differs", f"认定时是{was}，现拟按{now}处理", DETERMINED_FIRST)]


def _each_once(found: tuple[RuleFinding, ...]) -> list[RuleFinding]:
    return list({f.code: f for f in reversed(found)}.values())[::-1]
