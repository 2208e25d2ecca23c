"""From a decision in effect to its filing: driven by committed events, safe to repeat."""

from datetime import date

from django.db import transaction

from accounts import clock
from accounts.actors import SYSTEM
from accounts.models import Event
from accounts.services.locking import locked
from cases.facts import acts_under, record_as_stated
from cases.models import Decision, DecisionState
from cases.services.deadlines import start_clock
from cases.services.effect import last_day_of
from cases.services.sendings import social_body_due
from reporting import events
from reporting.facts import Chain, case_of, chain_of, route_of, told_to_social_body
from reporting.models import Submission
from reporting.services import falling
from rules.filing import SubmissionRoute

HANDLED = {"decision.effective", "decision.varied", "decision.revoked", "decision.expired"}


def on_decision(event: Event) -> None:
    """Do what an event of a decision asks of its filing; doing it twice changes nothing."""
    decision_id = int(event.data.get("decision", event.subject_id))
    if event.name == "decision.effective":
        prepare_submission(decision_id=decision_id)
    elif event.name == "decision.revoked":
        falling.revoked(decision_id=decision_id)
    elif event.name == "decision.varied":
        falling.varied(decision_id=decision_id)
    else:
        falling.expired(decision_id=decision_id)


@transaction.atomic
def prepare_submission(*, decision_id: int) -> Submission | None:
    """The filing of a decision in effect; None when none is required, or it holds no more.

    The decision is locked, so that its revocation comes before this or finds what this made.
    """
    decision = locked(Decision, decision_id)
    known = Submission.objects.filter(decision=decision).first()
    if known is not None or decision.state != DecisionState.EFFECTIVE:
        return known
    chain = chain_of(decision.organisation)
    route = route_of(decision)
    earlier = _earlier(decision)
    if not route.required:
        if earlier is not None:
            falling.no_longer_required(earlier)
        return None
    if told_to_social_body(route):
        social_body_due(decision)
    return _create(decision, chain, route, earlier)


def _create(
    decision: Decision, chain: Chain, route: SubmissionRoute, earlier: Submission | None
) -> Submission:
    assert decision.effective_on is not None
    submission = Submission.objects.create(
        case=case_of(decision),
        decision=decision,
        version=1 if earlier is None else earlier.version + 1,
        previous=earlier,
        organisation=decision.organisation,
        superior=chain.superior,
        province=chain.province,
        route=route.as_json(),
        direct=chain.direct,
        effective_on=decision.effective_on,
        term_ends_on=_end_of_record(decision),
    )
    events.record(
        "submission.prepared",
        actor=SYSTEM,
        subject=submission,
        on=submission,
        decision=decision.pk,
        effective_on=submission.effective_on,
    )
    start_clock(
        rule="submit_direct" if chain.direct else "report_upward",
        subject=submission,
        chain=submission.chain,
        unit=submission.filer,
        start=submission.effective_on,
        own=acts_under(submission.filer, submission.case, submission.effective_on),
    )
    return submission


def _end_of_record(decision: Decision) -> date | None:
    """When the record falls out by itself: with the longest term, or as stated (term_of_13)."""
    if record_as_stated(decision.organisation, clock.today()):
        return decision.register_until
    return last_day_of(decision)


def _earlier(decision: Decision) -> Submission | None:
    """The filing this decision's takes the place of (84号 21: a varied decision is filed again)."""
    return (
        Submission.objects.filter(
            decision__respondent=decision.respondent, decision__version__lt=decision.version
        )
        .exclude(decision__state=DecisionState.REVOKED)
        .order_by("-decision__version")
        .first()
    )
