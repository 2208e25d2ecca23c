"""submission-route: who sends what to whom, and by when (Article 36; 84号 Article 19)."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rules.context import Context
from rules.deadlines import DueDate, DueDateFacts, due_date
from rules.errors import DatesReversed, UnknownCode
from rules.instruments import Provisions
from rules.outcome import Citation, Finding, Outcome, error, info, readings_of, warning
from rules.sanctions.case import read_measures
from rules.sanctions.facts import MeasureFact
from rules.sanctions.findings import listed
from rules.sanctions.tables import REGISTER, mask, members

LOCAL, STATE_COUNCIL = "local", "state_council_department"
DOCUMENTS = ("decision", "investigation_report")
RECORD = ("record", *DOCUMENTS)


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """A decision in effect and where it was made.

    ``effective`` is the day it took effect, ``received_by_province`` the province's receipt (None:
    not yet), ``on`` the day whose law applies (default ``effective``).
    """

    decided_by: str
    effective: date
    measures: tuple[MeasureFact, ...] = ()
    superior_is_province: bool = False
    received_by_province: date | None = None
    on: date | None = None


class RouteStep(NamedTuple):
    """One hop: ``due`` is None while its start or its days are not known."""

    from_: str
    to: tuple[str, ...]
    documents: tuple[str, ...]
    due: date | None
    citation: Citation

    def as_json(self) -> dict[str, object]:
        """The step as the contracts show it."""
        return {
            "from": self.from_,
            "to": list(self.to),
            "documents": list(self.documents),
            "due": None if self.due is None else self.due.isoformat(),
            "citation": self.citation.as_json(),
        }


class SubmissionRoute(NamedTuple):
    """Whether the decision must be submitted, and the hops in order (none when not)."""

    required: bool
    steps: tuple[RouteStep, ...]
    findings: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """The findings as the common answer of all rules."""
        return Outcome.of(self.findings, readings_of(self.findings))

    def as_json(self) -> dict[str, object]:
        """The object of the contracts."""
        return {
            "required": self.required,
            "steps": [step.as_json() for step in self.steps],
            "findings": [finding.as_json() for finding in self.findings],
        }


def submission_route(facts: FilingFacts, context: Context) -> SubmissionRoute:
    """The way of a decision to the national register.

    Raises UnknownCode, TermNotAllowed, DatesReversed, or what ``due_date`` raises.
    """
    if facts.decided_by not in (LOCAL, STATE_COUNCIL):
        raise UnknownCode("决定作出单位", facts.decided_by, "decided_by")
    received = facts.received_by_province
    if received is not None and received < facts.effective:
        raise DatesReversed("省级收到的日期早于决定生效的日期", "received_by_province")
    law = context.law(facts.on or facts.effective)
    items, entries = read_measures(facts.measures)
    found: list[Finding] = []
    coupled = items & mask(law["register.forced_by"].value)
    if coupled and not items & REGISTER:
        found.append(_register_missing(coupled, law))
    local = facts.decided_by == LOCAL
    by_term = _by_term(entries, law) if local else None
    if by_term is not None:
        found.append(by_term)
    if not items & REGISTER and by_term is None:
        return SubmissionRoute(False, (), tuple(found))
    steps = _local(facts, context, found, by_term) if local else _direct(facts, context, found)
    return SubmissionRoute(True, steps, tuple(found))


def _register_missing(coupled: int, law: Provisions) -> Finding:
    message = f"给予{listed(members(coupled))}措施的，应同时给予第十三项（记入数据库）措施"
    return error("register_missing", message, law["register.forced_by"].citation)


def _by_term(entries: list[tuple[int, int]], law: Provisions) -> Finding | None:
    """84号 asks for submission of a ban or disqualification for a term, register or not."""
    if "submission.term_trigger" not in law:
        return None
    trigger = law["submission.term_trigger"]
    items = tuple(sorted({item for item, months in entries if months and item in trigger.value}))
    if not items:
        return None
    message = f"{listed(items)}措施有期限，依84号应汇交；汇交对象与第三十六条取并集"
    return info("term_reported", message, trigger.citation, "C10")


def _due(
    rule: str, start: date, facts: FilingFacts, context: Context, found: list[Finding]
) -> DueDate:
    clock = DueDateFacts(rule, start, on=facts.on or facts.effective)
    answer = due_date(clock, context, days=False)
    if answer.provisional:
        span = f"{answer.earliest}至{answer.latest}"
        message = f"期限届满日取决于尚未公布的放假安排，在{span}之间"
        found.append(warning("period_provisional", message, answer.citation, "G1"))
    return answer


def _local(
    facts: FilingFacts, context: Context, found: list[Finding], by_term: Finding | None
) -> tuple[RouteStep, ...]:
    upward = _due("report_upward", facts.effective, facts, context, found)
    onward = None
    if facts.received_by_province is not None:
        onward = _due("submit_to_national", facts.received_by_province, facts, context, found)
    law = context.law(facts.on or facts.effective)
    only_by_term = not any(measure.item == 13 for measure in facts.measures)
    ground = by_term.citation if by_term is not None and only_by_term else None
    to = () if facts.superior_is_province else ("superior",)
    return (
        RouteStep(
            "deciding_unit",
            (*to, "provincial_department"),
            DOCUMENTS,
            upward.due,
            ground or upward.citation,
        ),
        RouteStep(
            "provincial_department",
            ("national_system", "most"),
            RECORD,
            None if onward is None else onward.due,
            law["deadline.submit_to_national"].citation,
        ),
    )


def _direct(facts: FilingFacts, context: Context, found: list[Finding]) -> tuple[RouteStep, ...]:
    answer = _due("submit_direct", facts.effective, facts, context, found)
    to = ("national_system", "most")
    return (RouteStep(STATE_COUNCIL, to, RECORD, answer.due, answer.citation),)
