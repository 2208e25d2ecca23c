"""A unit's own check of all its important papers, every 3 to 5 years (the opinions （五）)."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rules.context import Context
from rules.errors import DatesReversed, NumberOutOfRange
from rules.instruments import Provisions
from rules.law import O2018, cite
from rules.outcome import Outcome, error, info, warning
from rules.procedure.table import raised
from rules.terms import add_months

_WHOLE = cite(O2018, 5, "对本单位科研人员的重要学术论文等科研成果进行全覆盖核查")


class NextRound(NamedTuple):
    """When the next round is due: between these days, ``latest`` the last."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round: when it began and ended (None: it goes on), how many papers there are and were
    looked at, and when the next one began (None: not yet)."""

    on: date
    started: date
    ended: date | None
    papers: int
    checked: int
    next_started: date | None = None


def _law(on: date, context: Context) -> Provisions:
    numbers = dict.fromkeys((*context.instruments, O2018))
    return context.with_instruments(*numbers).law(on)


def next_round(facts: RoundFacts, context: Context) -> NextRound:
    """When the round after this one is due, from its end or its start (a reading).

    A round that goes on is counted from its start.
    """
    law = _law(facts.on, context)
    from_end = context.reading("coverage_cycle") == "from_end"
    begins = (facts.ended if from_end else None) or facts.started
    least, most = law["coverage.cycle_years_least"].value, law["coverage.cycle_years_most"].value
    return NextRound(add_months(begins, 12 * least), add_months(begins, 12 * most))


def check_round(facts: RoundFacts, context: Context) -> Outcome:
    """Whether a round covers everything and the next one comes in time (the opinions （五）).

    Raises NumberOutOfRange or DatesReversed.
    """
    _check(facts)
    due = next_round(facts, context)
    cycle = _law(facts.on, context)["coverage.cycle_years_most"].citation
    left = facts.papers - facts.checked
    begun = facts.next_started or facts.on
    waiting = facts.next_started is None and facts.on <= due.latest
    missing = f"还有{left}篇没有核查，不是全覆盖；请补查后再结束。"
    message = f"下一轮核查最迟应在{due.latest}开始，已经超过；请尽快开始，并说明理由。"
    tells = f"下一轮核查应在{due.earliest}至{due.latest}之间开始；请列入计划。"
    return Outcome.of(
        raised(
            (facts.ended is not None and left > 0, error("round_incomplete", missing, _WHOLE)),
            (begun > due.latest, warning("round_overdue", message, cycle, "coverage_cycle")),
            (waiting, info("next_round", tells, cycle, "coverage_cycle")),
        )
    )


def _check(facts: RoundFacts) -> None:
    if not 0 <= facts.checked <= facts.papers:
        raise NumberOutOfRange("已核查的篇数应在0与总篇数之间", "checked")
    if facts.ended is not None and facts.ended < facts.started:
        raise DatesReversed("核查结束的日期早于开始的日期", "ended")
    if facts.next_started is not None and facts.next_started < (facts.ended or facts.started):
        raise DatesReversed("下一轮开始的日期早于本轮结束的日期", "next_started")
