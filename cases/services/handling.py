"""How every service on a part of a case begins: the case is locked before its parts, so that two
people on one case wait for each other.
"""

from collections.abc import Iterable
from dataclasses import replace

from accounts.actors import Actor
from accounts.refusals import NotYours, Refused
from accounts.services.locking import locked
from cases.models import Case, Decision, Respondent
from cases.services.entering import case_for
from rules.outcome import Citation, Level, Outcome, error


def respondent_for(
    *, actor: Actor, respondent_id: int, seen: int | None, policy: str = "case.run"
) -> Respondent:
    """A respondent, locked together with the case (reached as ``respondent.case``)."""
    case_id = Respondent.objects.filter(pk=respondent_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotYours("没有这个页面，或者它不对您开放。")
    case = case_for(policy, actor=actor, case_id=case_id, seen=seen)
    respondent = locked(Respondent, respondent_id)
    respondent.case = case
    return respondent


def decision_for(
    *, actor: Actor, decision_id: int, seen: int | None, policy: str = "case.run"
) -> Decision:
    """A decision, locked together with its case (reached as ``decision.respondent.case``)."""
    parent = Decision.objects.filter(pk=decision_id).values_list("respondent_id", flat=True).first()
    if parent is None:
        raise NotYours("没有这个页面，或者它不对您开放。")
    respondent = respondent_for(actor=actor, respondent_id=parent, seen=seen, policy=policy)
    decision = locked(Decision, decision_id)
    decision.respondent = respondent
    return decision


def must_stand(
    row: Case | Respondent | Decision,
    states: Iterable[str],
    otherwise: str,
    citation: Citation | None = None,
) -> None:
    """Refuse unless the row is in one of the states; ``otherwise`` says what would open the way."""
    if row.state in tuple(states):
        return
    shown = row.get_state_display()
    raise Refused.because(error("not_now", f"现在是「{shown}」。{otherwise}", citation))


def allow(outcome: Outcome) -> None:
    """Refuse when the rules found an error."""
    if not outcome.allowed:
        raise Refused(outcome)


def allow_for(outcome: Outcome, reason: str) -> None:
    """Refuse when the rules found an error, or ask for a reason that was not given."""
    allow(outcome)
    if outcome.warnings and not reason.strip():
        raise Refused(Outcome.of(replace(f, level=Level.ERROR) for f in outcome.warnings))
