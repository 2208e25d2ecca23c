"""check-integrity: whether somebody may take part, from decisions in effect alone.

An open case, an expired, revoked or removed decision never bars; the two documents that look back
over years ask the history, which the automatic removal from the register does not erase.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from rules.codes import RespondentKind
from rules.context import Context
from rules.errors import FactsContradict, NumberOutOfRange, UnknownCode
from rules.instruments import Provisions
from rules.integrity import findings as say
from rules.integrity.facts import IntegrityFacts
from rules.integrity.purposes import PURPOSES, Purpose
from rules.integrity.standing import (
    BANS,
    GRAVE,
    READ_HERE,
    Standing,
    State,
    Term,
    last_day_in_register,
    standing,
)
from rules.integrity.windows import Window, accounting_years, five_years
from rules.law import O2018, is_excerpt
from rules.outcome import Citation, Finding, Level, Outcome, readings_of

ZERO_TOLERANCE = "integrity.zero_tolerance"
WINDOW_READINGS = {
    "exchange": ("C22", "look_back_start", "record_in_window"),
    "voucher": ("C22", "accounting_year", "conduct_in_window"),
}
FALLEN = frozenset({State.REVOKED, State.VOID})


class Frame(NamedTuple):
    """What every decision is judged under."""

    on: date
    purpose: Purpose
    law: Provisions
    context: Context
    veto: bool
    windows: tuple[Window, ...]


class IntegrityAnswer(NamedTuple):
    """The answer: ``result`` is pass, refuse, or ask where a person must judge.

    ``basis`` are the words that call for the check; ``decisions`` every decision on file and where
    it stands; ``windows`` the days looked back over.
    """

    result: str
    basis: Citation
    decisions: tuple[Standing, ...]
    windows: tuple[Window, ...]
    readings: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """The findings as the common answer of all rules."""
        return Outcome.of(self.findings, self.readings)

    def as_json(self) -> dict[str, object]:
        """The JSON object of the command."""
        return {
            "result": self.result,
            "basis": self.basis.as_json(),
            "decisions": [one.as_json() for one in self.decisions],
            "windows": [one.as_json() for one in self.windows],
            "readings": list(self.readings),
            "findings": [one.as_json() for one in self.findings],
        }


def check_integrity(facts: IntegrityFacts, context: Context) -> IntegrityAnswer:
    """Whether the applicant passes the integrity check (84号 12; the opinions （十）).

    Raises UnknownCode, FactsContradict, NumberOutOfRange, TermInvalid, TermNotAllowed, or
    InstrumentNotInForce for a document of the purpose not in force on the day.
    """
    purpose = _purpose(facts)
    numbers = tuple(dict.fromkeys((*context.instruments, *purpose.instruments)))
    law = context.with_instruments(*numbers).law(facts.on)
    windows = _windows(purpose, facts.on, law, context)
    frame = Frame(facts.on, purpose, law, context, O2018 in numbers, windows)
    found = tuple(standing(d, i, facts.on, context) for i, d in enumerate(facts.decisions))
    said = (
        *(one for i, decision in enumerate(found) for one in _judge(i, decision, frame)),
        *_notes(frame),
    )
    return IntegrityAnswer(
        _result(said), purpose.basis, found, windows, _readings(found, frame, said), said
    )


def _purpose(facts: IntegrityFacts) -> Purpose:
    purpose = PURPOSES.get(facts.purpose)
    if purpose is None:
        raise UnknownCode("审核事项", facts.purpose, "purpose")
    if facts.kind not in tuple(RespondentKind):
        raise UnknownCode("申请人类别", facts.kind, "kind")
    if facts.open_cases < 0:
        raise NumberOutOfRange("在办案件的数目不能小于0", "open_cases")
    if purpose.organisations_only and facts.kind != RespondentKind.ORGANISATION:
        raise FactsContradict(f"{purpose.label}的应是单位", "kind")
    return purpose


def _windows(purpose: Purpose, on: date, law: Provisions, context: Context) -> tuple[Window, ...]:
    if purpose.name == "exchange":
        return (five_years(on, law, context),)
    if purpose.name == "voucher":
        return (accounting_years(on, law),)
    return ()


def _judge(index: int, found: Standing, frame: Frame) -> Iterator[Finding]:
    yield from _running(index, found, frame)
    yield from _without_end(index, found, frame)
    yield from _looked_back(index, found, frame)
    yield from _removal(index, found, frame.on)


def _running(index: int, found: Standing, frame: Frame) -> Iterator[Finding]:
    """The terms that run: zero tolerance, the ban on this very activity, the veto."""
    running = found.running(frame.on)
    bans = frame.context.reading("sanction_period") == "bans"
    counted = tuple(term for term in running if not bans or term.item in BANS)
    if counted:
        yield _counted(index, found, counted, frame)
    for item in sorted({term.item for term in running} & frame.purpose.barred_by):
        yield say.barred(index, found, item)
    if running and frame.veto and found.grave(frame.context.reading("veto_tiers")):
        yield say.vetoed(index, found)


def _counted(index: int, found: Standing, counted: tuple[Term, ...], frame: Frame) -> Finding:
    """A condition under 84号 12 and for plans; elsewhere the opinions ask for the check alone."""
    if ZERO_TOLERANCE in frame.law:
        citation = frame.law[ZERO_TOLERANCE].citation
        return say.in_sanction_period(index, found, counted, citation)
    if frame.purpose.good_standing:
        return say.in_sanction_period(index, found, counted, frame.purpose.basis)
    return say.sanction_period_to_weigh(index, found, counted)


def _without_end(index: int, found: Standing, frame: Frame) -> Iterator[Finding]:
    if found.state is State.REMOVED and found.terms:
        yield say.removed_early(index, found)
    if found.state is not State.NO_TERM:
        return
    if found.in_register and frame.context.reading("check_without_term") == "standing":
        yield say.still_registered(index, found)
    elif found.in_register or found.decision.severity in GRAVE:
        yield say.without_term(index, found)


def _looked_back(index: int, found: Standing, frame: Frame) -> Iterator[Finding]:
    """The history, which neither the end of a term nor a removal erases (C22)."""
    made = found.decision.effective
    if not found.valid or made is None:
        return
    for window in frame.windows:
        within, reading = LOOK_BACK[frame.purpose.name]
        if within(found, made, window, frame.context):
            yield say.looked_back(index, found, window, reading)


def _record(found: Standing, made: date, window: Window, context: Context) -> bool:
    """近五年有严重失信行为记录: the entry, by the days it stood or the day it was made."""
    if not found.entered:
        return False
    if context.reading("record_in_window") == "made":
        return window.holds(made)
    last = last_day_in_register(found)
    return last is None or last >= window.first


def _conduct(found: Standing, made: date, window: Window, context: Context) -> bool:
    """科研严重失信行为 of the accounting years, by the day it was found or committed."""
    by_conduct = context.reading("conduct_in_window") == "committed"
    day = (found.decision.committed if by_conduct else None) or made
    return found.grave(context.reading("veto_tiers")) and window.holds(day)


LOOK_BACK = {
    "exchange": (_record, "record_in_window"),
    "voucher": (_conduct, "conduct_in_window"),
}


def _removal(index: int, found: Standing, on: date) -> Iterator[Finding]:
    """What 84号 21 asks to be done with the entry."""
    if not found.entered or found.decision.left_by(on):
        return
    if found.state in FALLEN:
        yield say.removal_to_apply_for(index, found)
    elif found.valid and not found.in_register:
        yield say.removal_due(index, found)


def _notes(frame: Frame) -> Iterator[Finding]:
    if is_excerpt(frame.purpose.basis.instrument):
        yield say.excerpt_only(frame.purpose.basis)
    if frame.purpose.name == "voucher":
        yield say.OUTSIDE_LISTS
    if frame.purpose.name == "academician":
        yield say.NOMINATION


def _readings(
    found: tuple[Standing, ...], frame: Frame, said: tuple[Finding, ...]
) -> tuple[str, ...]:
    """Every reading asked on the way, whether or not it made a finding."""
    asked: list[str] = ["release_of_opinions"] if frame.veto else []
    if found:
        asked += [*READ_HERE, "sanction_period", "check_without_term"]
    if found and (frame.veto or frame.purpose.name == "voucher"):
        asked.append("veto_tiers")
    if any(one.state is State.VARIED for one in found):
        asked.append("varied_record")
    asked += WINDOW_READINGS.get(frame.purpose.name, ())
    return readings_of(said, asked)


def _result(said: tuple[Finding, ...]) -> str:
    levels = {one.level for one in said}
    if Level.ERROR in levels:
        return "refuse"
    return "ask" if Level.WARNING in levels else "pass"
