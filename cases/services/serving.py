"""Serving a decision and telling the complainant (Art 28): what starts the periods for appeal."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from cases import events
from cases.facts import acts_under, case_context
from cases.models import Complaint, Decision, DecisionState
from cases.services.dates import not_before, not_future
from cases.services.deadlines import start_clock
from cases.services.effect import ON_SERVICE, make_effective
from cases.services.handling import allow, decision_for, must_stand
from rules.law import N221, cite
from rules.outcome import error
from rules.procedure.decisions import ServiceFacts, check_service

SERVE = cite(N221, 28, "作出处理决定的单位负责向被处理人送达书面处理决定书")
TELL = cite(N221, 28, "并告知实名举报人")


@transaction.atomic
def serve_decision(
    *,
    actor: Actor,
    decision_id: int,
    on: date,
    method: str,
    evidence: str,
    seen: int | None = None,
) -> Decision:
    """Note the service with its proof. It starts the respondent's period for appeal, and the
    decision takes effect with it, unless the unit reads it otherwise (G2).
    """
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    must_stand(decision, [DecisionState.ISSUED], "处理决定书签发以后才能登记送达。", SERVE)
    not_future(on, "送达日期")
    case = decision.respondent.case
    context = case_context(case)
    facts = ServiceFacts(
        method=method, evidence=evidence, served_on=on, issued_on=decision.issued_on
    )
    allow(check_service(facts, context))
    decision.serve()
    decision.served_on, decision.service_method = on, method
    decision.service_evidence = evidence.strip()
    decision.save()
    events.record("decision.served", actor=actor, subject=decision, on=case, date=on, method=method)
    start_clock(
        rule="appeal",
        subject=decision,
        chain=case.chain,
        unit=decision.organisation,
        start=on,
        own=acts_under(decision.organisation, case, on),
        what="被处理人提出申诉",
    )
    if context.reading("G2") == ON_SERVICE:
        make_effective(actor=actor, decision=decision, on=on)
    return decision


@transaction.atomic
def tell_complainant(
    *, actor: Actor, decision_id: int, on: date, seen: int | None = None
) -> Decision:
    """Note that the named complainants were told of the decision; their period starts (C1).

    They are told, not served: the letter with identity numbers does not go to them (R28.2).
    """
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    if decision.issued_on is None:
        raise Refused.because(error("not_issued", "处理决定书签发以后才能告知举报人。", TELL))
    case = decision.respondent.case
    named = [complaint for complaint in case.complaints.all() if complaint.named]
    if not named:
        message = "本案没有实名举报人；匿名举报的不追查、不告知。"
        raise Refused.because(error("anonymous", message, TELL))
    if decision.complainant_told_on is not None:
        raise Refused.plainly("already_told", "已经登记告知实名举报人。")
    not_future(on, "告知日期")
    not_before(on, decision.issued_on, "告知日期", "签发日期")
    decision.complainant_told_on = on
    decision.save()
    events.record("decision.complainant_told", actor=actor, subject=decision, on=case, date=on)
    for complaint in named:
        _start_appeal(complaint, decision, on)
    return decision


def _start_appeal(complaint: Complaint, decision: Decision, on: date) -> None:
    case = decision.respondent.case
    start_clock(
        rule="appeal",
        subject=complaint,
        chain=case.chain,
        unit=decision.organisation,
        start=on,
        own=acts_under(decision.organisation, case, on),
        what="举报人提出申诉",
    )
