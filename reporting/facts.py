"""The only place of this app that turns rows into facts for the rules."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Level, Organisation
from accounts.selectors.people import science_department_of
from cases.deadlines.wording import long_date
from cases.documents.facts import term_words
from cases.facts import body_context, case_context, decision_measures
from cases.models import (
    Case,
    Decision,
    DecisionState,
    Document,
    PartyKind,
    Report,
)
from reporting.models import Submission
from rules.context import Context
from rules.deadlines import DueDate, DueDateFacts, due_date
from rules.filing import LOCAL, STATE_COUNCIL, FilingFacts
from rules.law import N221, cite
from rules.outcome import Citation
from rules.procedure.filing import PackageFacts

LETTER = "decision_letter"


@dataclass(frozen=True, slots=True)
class Chain:
    """Whom a decision goes to: ``department`` when it is of the State Council's line."""

    department: Organisation | None
    superior: Organisation | None
    province: Organisation | None

    @property
    def direct(self) -> bool:
        """Whether one hop, by the department, is the whole way (Art 36)."""
        return self.department is not None


def chain_of(unit: Organisation) -> Chain:
    """The recipients of a unit's decisions.

    A unit belongs to a State Council department when one stands above it with no local body in
    between; the provincial department is named once when it is the superior too.
    """
    department = _department_above(unit)
    if department is not None:
        superior = None if department.pk == unit.pk else department
        return Chain(department, superior, None)
    province = science_department_of(unit)
    superior = unit.superior
    if province is not None and superior is not None and superior.pk == province.pk:
        superior = None
    return Chain(None, superior, province)


def _department_above(unit: Organisation) -> Organisation | None:
    body: Organisation | None = unit
    while body is not None and body.level == Level.UNIT:
        body = body.superior
    return body if body is not None and body.level == Level.STATE_COUNCIL else None


def filing_facts(decision: Decision, chain: Chain, received: date | None = None) -> FilingFacts:
    """A decision in effect as the rules route it. ValueError before it has taken effect."""
    if decision.effective_on is None:
        raise ValueError(f"decision {decision.pk} has no effective date")
    return FilingFacts(
        decided_by=STATE_COUNCIL if chain.direct else LOCAL,
        effective=decision.effective_on,
        measures=decision_measures(decision),
        superior_is_province=chain.superior is None,
        received_by_province=received,
        on=case_of(decision).law_on,
    )


def case_of(decision: Decision) -> Case:
    """The case a decision was made in."""
    return decision.respondent.case


def context_of(decision: Decision) -> Context:
    """The law of the decision's case."""
    return case_context(case_of(decision))


def package_facts(submission: Submission, *, with_record: bool) -> PackageFacts:
    """What would be sent; the data record goes to the national system only."""
    decision = submission.decision
    return PackageFacts(
        decision_letter=letter_of(decision) is not None,
        investigation_report=report_of(submission.case) is not None,
        decision_effective=decision.state == DecisionState.EFFECTIVE,
        record=record_elements(submission) if with_record else None,
    )


def record_elements(submission: Submission) -> dict[str, str]:
    """The elements of the data record, empty where one is missing; the identity stays sealed."""
    decision, respondent = submission.decision, submission.decision.respondent
    unit = respondent.unit.name if respondent.unit else respondent.unit_name
    own = respondent.kind == PartyKind.ORGANISATION
    return {
        "name": respondent.name,
        "identifier": respondent.credit_code if own else str(respondent.id_number),
        "unit": unit or (respondent.name if own else ""),
        "conduct": "、".join(cite(N221, 2, item=n).place for n in decision.finding.conduct),
        "measures": "；".join(measures_said(decision)),
        "decision_number": decision.number,
        "deciding_unit": decision.organisation.name,
        "effective_on": long_date(submission.effective_on),
    }


def letter_of(decision: Decision) -> Document | None:
    """The decision letter as issued."""
    return Document.objects.filter(
        kind=LETTER, subject_kind=decision._meta.label_lower, subject_id=decision.pk
    ).last()


def report_of(case: Case) -> Report | None:
    """The investigation report every investigator signed, the latest."""
    return case.reports.filter(formed_on__isnull=False, superseded=False).last()


def measures_said(decision: Decision) -> list[str]:
    """The measures by their place in the law, with their terms: 「第二十九条（五），3年」."""
    return [
        "，".join(filter(None, (_place(m.item), term_words(m.years, m.months, m.permanent))))
        for m in decision.measures.all()
    ]


def _place(item: int) -> str:
    return cite(N221, 29, item=item).place


def counted_from_completion(submission: Submission) -> DueDate | None:
    """The second count: ten working days from the completed receipt (reading G10).

    The clock itself keeps running from the first receipt; None when nothing was completed.
    """
    if submission.corrected_on is None or submission.province is None:
        return None
    on = submission.corrected_on
    frame = body_context(submission.province, submission.case, on)
    return due_date(DueDateFacts("submit_to_national", on), frame)


def route_citations(submission: Submission) -> list[Citation]:
    """The words each step of the stored route rests on, as citations again."""
    return [
        Citation(c["instrument"], c["article"], c["paragraph"], c["item"], None, c["text"])
        for c in (step["citation"] for step in submission.route.get("steps", []))
    ]
