"""check-complaint: accept, decline or forward a report (Articles 12 to 14; 84号 Article 16)."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rules.context import Context
from rules.law import N221, S84, cite
from rules.outcome import Citation, Finding, Outcome, error, info, warning
from rules.procedure.table import raised

ACCEPT, DECLINE, FORWARD = "accept", "decline", "forward"


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """What was established about a report.

    ``within_scope``: within Article 2; ``within_annex``: within the annex of 84号, None where not
    asked; ``evidence`` or a ``checkable_lead`` satisfies the fourth condition;
    ``decision_in_effect``: a decision on the matter took effect; ``competent``: within this unit's
    remit.
    """

    respondent_identified: bool
    within_scope: bool
    facts_stated: bool
    evidence: bool
    checkable_lead: bool
    competent: bool
    within_annex: bool | None = None
    repeats_earlier: bool = False
    decision_in_effect: bool = False
    new_evidence_or_lead: bool = False


class ComplaintOutcome(NamedTuple):
    """The advice, the places of the law it rests on, and every finding."""

    advice: str
    grounds: tuple[Citation, ...]
    findings: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """Refused when the report is to be declined."""
        return Outcome.of(self.findings, ("C15",) if BY_ANNEX in self.findings else ())

    def as_json(self) -> dict[str, object]:
        """The object of the contracts."""
        return {
            "advice": self.advice,
            "grounds": [ground.as_json() for ground in self.grounds],
            "findings": [finding.as_json() for finding in self.findings],
        }


_CONDITION = {item: cite(N221, 12, item=item) for item in range(1, 5)}
_GROUND = {item: cite(N221, 13, item=item) for item in range(1, 5)}
_MUST_ACCEPT = cite(N221, 14, "符合本规则第十二条规定且属于本单位职责范围的，应予以受理")
_FORWARD = cite(
    N221, 14, "不属于本单位职责范围的，可转送相关责任单位或告知举报人向相关责任单位举报"
)
_LOCAL_WORDS = {
    ACCEPT: "符合有明确的举报对象、有明确的违规事实、有客观明确的证据材料或查证线索、"
    "属于本单位职责范围的，应予以受理",
    FORWARD: "不属于本单位职责范围的，可转送相关责任单位或告知举报人向相关责任单位举报",
}
_LOCAL = {advice: cite(S84, 16, words) for advice, words in _LOCAL_WORDS.items()}
_TRANSFER = cite(N221, 14, "可转送相关责任单位")
_TELL = cite(N221, 14, "告知举报人向相关责任单位举报")
_ANNEX = cite(S84, 3, "具体行为清单见附件")

NO_RESPONDENT = error("no_respondent", "没有明确的举报对象", _CONDITION[1], "C5")
NO_FACTS = error("no_facts", "没有明确的违规事实", _CONDITION[3], "C5")
CONDITION_SCOPE = error("condition_scope", "不满足举报内容属于规定范围的条件", _CONDITION[2])
CONDITION_EVIDENCE = error(
    "condition_evidence", "不满足有证据材料或可查证线索的条件", _CONDITION[4]
)
OUT_OF_SCOPE = error("out_of_scope", "举报内容不属于规定的范围", _GROUND[1])
NO_EVIDENCE = error("no_evidence_or_lead", "没有明确的证据和可查证线索", _GROUND[2])
REPEATED = error("repeated", "对同一对象重复举报且无新的证据、线索", _GROUND[3])
DECIDED = error("already_decided", "已经作出生效处理决定且无新的证据、线索", _GROUND[4])
BY_ANNEX = info(
    "within_annex", "属于鲁科字〔2024〕84号附件所列行为，不因此当然属于第二条的情形", _ANNEX, "C11"
)
NEW_SINCE_REPEAT = info(
    "new_evidence", "曾有举报，但有新的证据或线索，不因重复举报不予受理", _GROUND[3]
)
NEW_SINCE_DECISION = info(
    "new_evidence", "已有生效处理决定，但有新的证据或线索，不因已有决定不予受理", _GROUND[4]
)
TRANSFER = info("transfer", "可转送相关责任单位，不得将举报材料转给被举报方", _TRANSFER)
TELL = info("tell_complainant", "可告知举报人向相关责任单位举报", _TELL)
ASK_FIRST = warning(
    "ask_complainant_first",
    "只缺明确的举报对象或违规事实，先请举报人补充；未能补充的，说明情况后不予受理",
    cite(N221, 12, "举报科研失信行为应同时满足下列条件"),
    "C5",
)
NOT_COMPETENT = warning("not_competent", "同时不属于本单位职责范围", _FORWARD)


def check_complaint(facts: ComplaintFacts, on: date, context: Context) -> ComplaintOutcome:
    """What Articles 12 to 14, and Article 16 of 84号, advise; every failing condition is listed.

    Raises InstrumentNotInForce when an instrument of the context is not in force on the day.
    """
    law = context.law(on)
    by_annex = "scope.annex" in law and facts.within_annex is True
    refusals = _refusals(facts, facts.within_scope or by_annex)
    found = list(refusals)
    if by_annex and not facts.within_scope:
        found.append(BY_ANNEX)
    new = facts.new_evidence_or_lead
    found += raised(
        (new and facts.repeats_earlier, NEW_SINCE_REPEAT),
        (new and facts.decision_in_effect, NEW_SINCE_DECISION),
    )
    if refusals:
        only_12 = all(finding.reading == "C5" for finding in refusals)
        if only_12 and context.reading("C5") == "ask_first":
            found.append(ASK_FIRST)
        if not facts.competent:
            found.append(NOT_COMPETENT)
        grounds = tuple(f.citation for f in refusals if f.citation is not None)
        return ComplaintOutcome(DECLINE, grounds, tuple(found))
    advice, ground = (ACCEPT, _MUST_ACCEPT) if facts.competent else (FORWARD, _FORWARD)
    if advice == FORWARD:
        found += [TRANSFER, TELL]
    local = (_LOCAL[advice],) if "scope.annex" in law else ()
    return ComplaintOutcome(advice, (ground, *local), tuple(found))


def _refusals(facts: ComplaintFacts, in_scope: bool) -> list[Finding]:
    proof = facts.evidence or facts.checkable_lead
    stale = not facts.new_evidence_or_lead
    held = (
        (not facts.respondent_identified, NO_RESPONDENT),
        (not in_scope, CONDITION_SCOPE),
        (not facts.facts_stated, NO_FACTS),
        (not proof, CONDITION_EVIDENCE),
        (not in_scope, OUT_OF_SCOPE),
        (not proof, NO_EVIDENCE),
        (facts.repeats_earlier and stale, REPEATED),
        (facts.decision_in_effect and stale, DECIDED),
    )
    return [finding for holds, finding in held if holds]
