"""check-appeal: whether an appeal is admitted (first: Article 41; second: Article 42)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rules.context import Context
from rules.deadlines import DueDate, DueDateFacts, due_date
from rules.errors import DatesReversed, UnknownCode
from rules.instruments import Provisions
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error, info, warning
from rules.procedure.table import raised

ADMIT, REFUSE = "admit", "refuse"
RESPONDENT, COMPLAINANT = "respondent", "complainant"


@dataclass(frozen=True, slots=True)
class AppealFacts:
    """An appeal of ``level`` 1 (against the decision) or 2 (against the review).

    ``served`` is the day of service, for a complainant the day told; ``received`` the day the
    decision reached the appellant, None when not known; ``on`` the day whose law applies (default
    ``served``).  ``evidence_or_leads`` is the measure of the first appeal, ``sufficient_evidence``
    that of the second, ``by_state_council``: of a State Council department's own result.
    """

    level: int
    served: date
    lodged: date
    appellant: str
    reasons: bool
    evidence_or_leads: bool
    received: date | None = None
    sufficient_evidence: bool = False
    same_facts_and_reasons: bool = False
    only_dissatisfied: bool = False
    by_state_council: bool = False
    on: date | None = None


class AppealOutcome(NamedTuple):
    """The advice and the period: ``in_time`` is None where days not announced decide it.

    The second appeal has no period: in time, and no last day.  ``readings``: what it rests on
    beside the findings.
    """

    advice: str
    in_time: bool | None
    last_day: date | None
    earliest: date | None
    latest: date | None
    findings: tuple[Finding, ...]
    readings: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """Refused when the appeal is not to be admitted."""
        return Outcome.of(self.findings, self.readings)

    def as_json(self) -> dict[str, object]:
        """The object of the contracts."""

        def iso(day: date | None) -> str | None:
            return None if day is None else day.isoformat()

        return {
            "advice": self.advice,
            "in_time": self.in_time,
            "last_day": iso(self.last_day),
            "earliest": iso(self.earliest),
            "latest": iso(self.latest),
            "findings": [finding.as_json() for finding in self.findings],
        }


_PERIOD = cite(N221, 41, "可在收到处理决定书之日起15个工作日内")
_REASONS = cite(N221, 41, "写明理由并提供相关证据或线索")
_SECOND = cite(N221, 42, "申诉必须明确理由并提供充分证据")
_REFUSED = cite(
    N221,
    42,
    "仅以对调查处理结果和复查结果不服为由，不能说明其他理由并提供充分证据，"
    "或以同一事实和理由提出申诉的，不予受理",
)

NO_REASONS = error("no_reasons", "没有写明理由", _REASONS)
NO_EVIDENCE = error("no_evidence_or_leads", "没有提供相关证据或线索", _REASONS)
NOT_STARTED = info(
    "period_not_started",
    "举报人还没有收到处理决定书，期限自收到之日起算，没有逾期",
    _PERIOD,
    "C1",
)
ONLY_DISSATISFIED = error("only_dissatisfied", "仅以对结果不服为由", _REFUSED)
NO_OTHER_REASONS = error("no_other_reasons", "没有说明其他理由", _REFUSED, "second_appeal_evidence")
NOT_SUFFICIENT = error(
    "evidence_not_sufficient", "没有提供充分证据", _SECOND, "second_appeal_evidence"
)
SAME_FACTS = error("same_facts_and_reasons", "以同一事实和理由提出申诉", _REFUSED)
EVIDENCE_LATER = warning(
    "evidence_examined_later",
    "说明了其他理由而证据不充分，受理后在复核中审查，须说明理由",
    _REFUSED,
    "second_appeal_evidence",
)
_OWN_RESULT = cite(N221, 42, "向作出该复查结果的国务院部门书面提出申诉")
OWN_RESULT = {
    finding: warning(
        finding.code, f"{finding.message}，该情形只写给上级主管部门，须说明理由", _OWN_RESULT, "C8"
    )
    for finding in (ONLY_DISSATISFIED, SAME_FACTS)
}


def check_appeal(facts: AppealFacts, context: Context) -> AppealOutcome:
    """Whether to admit the appeal, with the last day of the period.

    Raises UnknownCode, DatesReversed, or what ``due_date`` raises.
    """
    if facts.level not in (1, 2):
        raise UnknownCode("申诉层级", facts.level, "level")
    if facts.appellant not in (RESPONDENT, COMPLAINANT):
        raise UnknownCode("申诉人", facts.appellant, "appellant")
    if facts.lodged < facts.served:
        raise DatesReversed("申诉的日期早于送达（告知）的日期", "lodged")
    received = facts.received
    if received is not None and facts.appellant == RESPONDENT and received < facts.served:
        raise DatesReversed("收到的日期早于送达的日期", "received")
    return _first(facts, context) if facts.level == 1 else _second(facts, context)


def _first(facts: AppealFacts, context: Context) -> AppealOutcome:
    unstarted = facts.appellant == COMPLAINANT and facts.received is None
    if unstarted and context.reading("C1") == "received":
        context.law(facts.on or facts.served)
        found = (NOT_STARTED, *_lacking(facts))
        return AppealOutcome(_advice(found), True, None, None, None, found)
    start = facts.received or facts.served
    clock = DueDateFacts("appeal", start, on=facts.on or facts.served)
    period = due_date(clock, context, days=False)
    in_time = _in_time(facts.lodged, period.earliest, period.latest)
    found = (
        *_untimely(in_time, unstarted, period, context.law(facts.on or facts.served)),
        *_lacking(facts),
    )
    readings = (*period.readings, "C1") if facts.appellant == COMPLAINANT else period.readings
    return AppealOutcome(
        _advice(found), in_time, period.due, period.earliest, period.latest, found, readings
    )


def _untimely(
    in_time: bool | None, unstarted: bool, period: DueDate, law: Provisions
) -> Iterator[Finding]:
    """What is said of an appeal that is late, or may be, in the words of the law in use."""
    words, provisional = period.citation, period.due is None
    if in_time is None:
        said = "期限届满日取决于尚未公布的放假安排，确定之前不得以逾期为由不予受理"
        yield warning("period_provisional", said, words, "G1")
    elif not in_time and unstarted:
        said = "按告知之日计算已逾期，但收到处理决定书的日期不明，不得以逾期为由不予受理"
        yield warning("start_uncertain", said, words, "C1")
    elif not in_time:
        days = law["deadline.appeal"].value
        yield error("late", f"超过收到处理决定书之日起{days}个工作日", words)
        if provisional:
            said = "届满日按历年放假办法推算；作出决定前请按公布的放假安排核对"
            yield warning("period_provisional", said, words, "G1")


def _lacking(facts: AppealFacts) -> tuple[Finding, ...]:
    return raised((not facts.reasons, NO_REASONS), (not facts.evidence_or_leads, NO_EVIDENCE))


def _advice(found: tuple[Finding, ...]) -> str:
    return REFUSE if Outcome.of(found).errors else ADMIT


def _in_time(lodged: date, earliest: date | None, latest: date | None) -> bool | None:
    if earliest is None or lodged <= earliest:
        return True
    return False if latest is not None and lodged > latest else None


def _second(facts: AppealFacts, context: Context) -> AppealOutcome:
    context.law(facts.on or facts.served)
    later = facts.reasons and context.reading("second_appeal_evidence") == "admit"
    found = raised(
        (facts.only_dissatisfied, ONLY_DISSATISFIED),
        (not facts.reasons, NO_OTHER_REASONS),
        (not facts.sufficient_evidence, EVIDENCE_LATER if later else NOT_SUFFICIENT),
        (facts.same_facts_and_reasons, SAME_FACTS),
    )
    if facts.by_state_council and context.reading("C8") == "as_written":
        found = tuple(OWN_RESULT.get(finding, finding) for finding in found)
    readings = ("G6", "C8") if facts.by_state_council else ("G6",)
    return AppealOutcome(_advice(found), True, None, None, None, found, readings)
