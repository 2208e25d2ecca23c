"""The only place of this app that turns rows into facts for the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accounts import clock
from accounts.models import Level, Organisation
from accounts.selectors.people import science_department_of
from cases.deadlines.wording import long_date
from cases.documents.facts import term_words
from cases.facts import body_context, case_context, clock_context, decision_measures
from cases.models import (
    Case,
    Deadline,
    Decision,
    DecisionState,
    Document,
    Domain,
    PartyKind,
    Report,
)
from reporting.models import Submission
from rules.context import Context
from rules.deadlines import DueDate, DueDateFacts, due_date
from rules.filing import LOCAL, STATE_COUNCIL, FilingFacts, SubmissionRoute, submission_route
from rules.law import N221, S84, cite
from rules.outcome import Citation, Outcome
from rules.procedure.filing import PackageFacts, check_package, record_fields

LETTER = "decision_letter"
ONWARD = "submit_to_national"


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
        social_science=_social(case_of(decision)),
    )


def _social(case: Case) -> bool:
    # The body of the social sciences is named by 84号, which binds in Shandong.
    return case.domain == Domain.SOCIAL and S84 in case.instruments


def route_of(decision: Decision) -> SubmissionRoute:
    """Where a decision in effect is to be filed, if anywhere, and whom else it is told.

    Whether the social sciences' own body is told is the province's to say (C9).
    """
    chain, frame = chain_of(decision.organisation), context_of(decision)
    if chain.province is not None:
        on = decision.effective_on or clock.today()
        province = body_context(chain.province, case_of(decision), on)
        frame = frame.with_readings(C9=province.reading("C9"))
    return submission_route(filing_facts(decision, chain), frame)


def told_to_social_body(route: SubmissionRoute) -> bool:
    """Whether 省社科院 is told as well (84号 6)."""
    return any(finding.code == "inform_social_body" for finding in route.findings)


def case_of(decision: Decision) -> Case:
    """The case a decision was made in."""
    return decision.respondent.case


def context_of(decision: Decision) -> Context:
    """The law of the decision's case."""
    return case_context(case_of(decision))


def filing_context(submission: Submission) -> Context:
    """The frame of whoever checks a filing: the province, or the department that files itself."""
    body = submission.province or submission.filer
    return body_context(body, submission.case, clock.today())


def package_outcome(submission: Submission, *, with_record: bool) -> Outcome:
    """What a package lacks; which elements the record has is a reading of whoever checks it."""
    facts = package_facts(submission, with_record=with_record)
    return check_package(facts, filing_context(submission))


def elements_asked(submission: Submission) -> Mapping[str, str]:
    """The elements a data record has here, in order, with their names."""
    return record_fields(filing_context(submission))


def package_facts(submission: Submission, *, with_record: bool) -> PackageFacts:
    """What would be sent; the data record goes to the national system only."""
    decision = submission.decision
    return PackageFacts(
        decision_letter=letter_of(decision) is not None,
        investigation_report=report_of(submission.case) is not None,
        decision_effective=decision.state == DecisionState.EFFECTIVE or outlived(submission),
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
        "term_ends_on": _end_said(submission),
    }


def outlived(submission: Submission) -> bool:
    """Whether the record outlives the decision's own terms, which have run (term_of_13)."""
    ends = submission.term_ends_on
    over = submission.decision.state == DecisionState.EXPIRED
    return over and ends is not None and ends >= clock.today()


def _end_said(submission: Submission) -> str:
    if submission.term_ends_on is not None:
        return long_date(submission.term_ends_on)
    permanent = submission.decision.measures.filter(permanent=True).exists()
    return "永久" if permanent else "无"


def letter_of(decision: Decision) -> Document | None:
    """The decision letter as issued."""
    return Document.objects.filter(
        kind=LETTER, subject_kind=decision._meta.label_lower, subject_id=decision.pk
    ).last()


def report_of(case: Case) -> Report | None:
    """The investigation report every investigator signed, the latest."""
    return case.reports.filter(formed_on__isnull=False, superseded=False).last()


def measures_said(decision: Decision) -> list[str]:
    """The measures by their place in the law, with their terms: 「第二十九条第五项，3年」."""
    return [
        "，".join(filter(None, (_place(m.item), term_words(m.years, m.months, m.permanent))))
        for m in decision.measures.all()
    ]


def _place(item: int) -> str:
    return cite(N221, 29, item=item).place


def counted_from_completion(submission: Submission) -> DueDate | None:
    """The second count: ten working days from the completed receipt (reading G10).

    The clock itself keeps running from the first receipt; None when nothing was completed, and
    where the clock itself is counted from there.
    """
    if submission.corrected_on is None or submission.province is None or moved(submission):
        return None
    on = submission.corrected_on
    frame = body_context(submission.province, submission.case, on)
    return due_date(DueDateFacts("submit_to_national", on), frame)


def applicant(submission: Submission) -> Organisation:
    """Who applies for the removal of a record (84号 21): the body that decided, or for a unit its
    department where the province reads it so (C18).
    """
    body = submission.organisation
    if submission.direct or body.level != Level.UNIT or not _through_department(submission):
        return body
    return submission.superior or submission.province or body


def applied(submission: Submission) -> bool:
    """Whether there is an application that the province can act on as it reads C18 now."""
    if submission.removal_applied_on is None:
        return False
    return by_department(submission) or not _through_department(submission)


def by_department(submission: Submission) -> bool:
    """Whether a department applied for the removal, not a unit by itself."""
    body = submission.removal_by
    return body is not None and body.level != Level.UNIT


def _through_department(submission: Submission) -> bool:
    return filing_context(submission).reading("C18") == "through_department"


def moved(submission: Submission) -> bool:
    """Whether a completion begins the province's ten days anew, as it read it when they began."""
    row = Deadline.objects.filter(
        rule=ONWARD, subject_kind=submission._meta.label_lower, subject_id=submission.pk
    ).last()
    return row is not None and clock_context(row).reading("G10") == "from_completed"


def route_citations(submission: Submission) -> list[Citation]:
    """The words each step of the stored route rests on, as citations again."""
    return [
        Citation(c["instrument"], c["article"], c["paragraph"], c["item"], None, c["text"])
        for c in (step["citation"] for step in submission.route.get("steps", []))
    ]
