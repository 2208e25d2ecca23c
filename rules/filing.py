"""submission-route: who sends what to whom, and by when (Article 36; 84号 Article 19)."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rules.context import Context
from rules.deadlines import DueDate, DueDateFacts, due_date
from rules.errors import DatesReversed, UnknownCode
from rules.instruments import Provisions
from rules.law import N221, S84, cite
from rules.outcome import Citation, Finding, Outcome, error, info, warning
from rules.procedure.table import raised
from rules.sanctions.case import PERMANENT, read_measures
from rules.sanctions.facts import MeasureFact
from rules.sanctions.findings import listed
from rules.sanctions.tables import REGISTER, mask, members

LOCAL, STATE_COUNCIL = "local", "state_council_department"
DOCUMENTS = ("decision", "investigation_report")
RECORD = ("record", *DOCUMENTS)


_FROM_RECEIPT = cite(N221, 36, "省级科技行政部门应在收到之日起10个工作日内")
_CORRECTION = cite(S84, 20, "对要素不齐全的，应当及时告知并要求补正")
INFORM_SOCIAL_BODY = info(
    "inform_social_body",
    "哲学社会科学领域的处理决定，报送的同时告知省社科院",
    cite(S84, 6, "省社科院会同有关部门承担全省哲学社会科学领域的科研诚信管理工作"),
    "C9",
)


_REGISTERED = cite(N221, 36, "给予被处理人记入科研诚信严重失信行为数据库处理的")


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """A decision in effect and where it was made.

    ``effective`` is the day it took effect, ``received_by_province`` the province's receipt (None:
    not yet), ``completed_by_province`` its receipt of what it had asked to be completed (None: it
    asked nothing, or has not got it), ``on`` the day whose law applies (default ``effective``).
    """

    decided_by: str
    effective: date
    measures: tuple[MeasureFact, ...] = ()
    superior_is_province: bool = False
    received_by_province: date | None = None
    on: date | None = None
    completed_by_province: date | None = None
    social_science: bool = False


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
    """Whether the decision must be submitted, and the hops in order (none when not).

    ``readings``: what the answer rests on beside the findings.
    """

    required: bool
    steps: tuple[RouteStep, ...]
    findings: tuple[Finding, ...]
    readings: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """The findings as the common answer of all rules."""
        return Outcome.of(self.findings, self.readings)

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
    _check_days(facts)
    law = context.law(facts.on or facts.effective)
    items, entries = read_measures(facts.measures)
    found: list[Finding] = []
    coupled = items & mask(law["register.forced_by"].value)
    if coupled and not items & REGISTER:
        found.append(_register_missing(coupled, law))
    local = facts.decided_by == LOCAL
    by_term = _by_term(entries, law) if local else ()
    found += by_term
    if not items & mask(law["submission.trigger"].value) and not by_term:
        return SubmissionRoute(False, (), tuple(found))
    steps = _local(facts, context, found, by_term) if local else _direct(facts, context, found)
    if facts.social_science and context.reading("C9") == "inform_social_body":
        found.append(INFORM_SOCIAL_BODY)
    return SubmissionRoute(True, steps, tuple(found), _used(facts))


def _check_days(facts: FilingFacts) -> None:
    received, completed = facts.received_by_province, facts.completed_by_province
    if received is not None and received < facts.effective:
        raise DatesReversed("省级收到的日期早于决定生效的日期", "received_by_province")
    if completed is not None and received is None:
        message = "写明了补正完成的日期，还应写明省级收到的日期"
        raise DatesReversed(message, "completed_by_province")
    if completed is not None and received is not None and completed < received:
        raise DatesReversed("补正完成的日期早于省级收到的日期", "completed_by_province")


def _used(facts: FilingFacts) -> tuple[str, ...]:
    """The readings that shaped the hops whether or not a finding shows it."""
    names = ["G1"]
    if facts.social_science:
        names.append("C9")
    return tuple(names)


def _register_missing(coupled: int, law: Provisions) -> Finding:
    message = f"给予{listed(members(coupled))}措施的，应同时给予第十三项（记入数据库）措施"
    return error("register_missing", message, law["register.forced_by"].citation)


def _by_term(entries: list[tuple[int, int]], law: Provisions) -> tuple[Finding, ...]:
    """84号 asks for submission of a ban or disqualification for a term, register or not.

    Of a permanent one it says nothing; Article 36 asks for that through the register.
    """
    if "submission.term_trigger" not in law:
        return ()
    trigger = law["submission.term_trigger"]
    stated = [(item, months) for item, months in entries if months and item in trigger.value]
    terms = tuple(sorted({item for item, months in stated if months != PERMANENT}))
    forever = tuple(sorted({item for item, months in stated if months == PERMANENT}))
    by_term = f"{listed(terms)}措施有期限，依84号应汇交；汇交对象包括两个文件规定的全部对象"
    permanent = f"{listed(forever)}措施为永久的，84号第十九条未写，仍按第三十六条报送"
    return raised(
        (bool(terms), info("term_reported", by_term, trigger.citation, "C10")),
        (bool(forever), info("permanent_reported", permanent, _REGISTERED, "C10")),
    )


def _due(
    rule: str, start: date, facts: FilingFacts, context: Context, found: list[Finding]
) -> DueDate:
    clock = DueDateFacts(rule, start, on=facts.on or facts.effective)
    answer = due_date(clock, context, days=False)
    if answer.provisional:
        message = f"期限届满日取决于尚未公布的放假安排，预计{_expected(answer)}"
        found.append(warning("period_provisional", message, answer.citation, "G1"))
    return answer


def _expected(answer: DueDate) -> str:
    """The day, or the days between which, a period ends as far as can be told yet."""
    if answer.earliest == answer.latest:
        return f"为{answer.earliest}"
    return f"在{answer.earliest}至{answer.latest}之间"


def _local(
    facts: FilingFacts, context: Context, found: list[Finding], by_term: tuple[Finding, ...]
) -> tuple[RouteStep, ...]:
    upward = _due("report_upward", facts.effective, facts, context, found)
    onward = _onward(facts, context, found)
    law = context.law(facts.on or facts.effective)
    trigger = law["submission.trigger"].value
    only_by_term = not any(measure.item in trigger for measure in facts.measures)
    ground = by_term[0].citation if by_term and only_by_term else None
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


def _onward(facts: FilingFacts, context: Context, found: list[Finding]) -> DueDate | None:
    """The province's own ten days; what completing the package does to them is a reading."""
    first, completed = facts.received_by_province, facts.completed_by_province
    if first is None:
        return None
    moved = context.reading("G10") == "from_completed"
    start = completed if completed is not None and moved else first
    answer = _due("submit_to_national", start, facts, context, found)
    if completed is not None:
        found.append(_count(facts, completed, context, moved))
    return answer


def _count(facts: FilingFacts, completed: date, context: Context, moved: bool) -> Finding:
    if moved:
        message = "经补正的，期限自补正完成之日起算"
        return info("counted_from_completion", message, _correction(facts, context), "G10")
    clock = DueDateFacts("submit_to_national", completed, on=facts.on or facts.effective)
    second = due_date(clock, context, days=False)
    last = f"预计{_expected(second)}" if second.due is None else f"为{second.due}"
    message = f"期限自首次收到之日起算；自补正完成之日起算的届满日{last}"
    return info("second_count", message, _correction(facts, context), "G10")


def _correction(facts: FilingFacts, context: Context) -> Citation:
    """Where completing a package stands: in 84号, else only the day the ten days start is law."""
    law = context.law(facts.on or facts.effective)
    return _CORRECTION if "submission.term_trigger" in law else _FROM_RECEIPT


def _direct(facts: FilingFacts, context: Context, found: list[Finding]) -> tuple[RouteStep, ...]:
    answer = _due("submit_direct", facts.effective, facts, context, found)
    to = ("national_system", "most")
    return (RouteStep(STATE_COUNCIL, to, RECORD, answer.due, answer.citation),)
