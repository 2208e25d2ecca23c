"""Issuing a decision: the letter with its number and the five contents of Art 28."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from cases import events
from cases.facts import own_rules, period
from cases.models import Decision, DecisionState, Document, RecipientRole, RespondentState
from cases.policies import deciders
from cases.services.dates import not_before, not_future
from cases.services.decision_letters import decision_letter, sealed_identities
from cases.services.documents import request_document
from cases.services.handling import allow, decision_for, must_stand
from cases.services.investigation import settle_investigation
from cases.services.judging import judge_decision, refuse_unless_lawful
from cases.services.sendings import sendings_due
from rules.law import N221, cite
from rules.procedure.decisions import IssueFacts, check_issue

APPROVED_FIRST = cite(N221, 26, "由具有处理权限的单位按程序对被调查人作出处理决定")


@transaction.atomic
def issue_decision(
    *, actor: Actor, decision_id: int, on: date, seen: int | None = None
) -> Document:
    """Give the decision its number and letter; what is to be sent along is noted as tasks.

    Raises Refused naming every part the letter lacks (Art 28).
    """
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    states = [DecisionState.APPROVED]
    must_stand(
        decision, states, f"{deciders(decision.respondent.case)}批准以后才能签发。", APPROVED_FIRST
    )
    not_future(on, "签发日期")
    if decision.approved_on is not None:
        not_before(on, decision.approved_on, "签发日期", "批准日期")
    refuse_unless_lawful(judge_decision(decision), decision.warning_reasons)
    respondent = decision.respondent
    sendings_due(decision)
    letter = decision_letter(decision, on)
    own = own_rules(decision.organisation, respondent.case, on)
    appeal = period("appeal", own, on)
    facts = _facts(decision, letter.identity.number, bool(letter.evidence), on, appeal.value)
    allow(check_issue(facts, appeal))
    document = request_document(
        actor=actor,
        kind="decision_letter",
        context=letter,
        subject=decision,
        case=respondent.case,
        organisation=decision.organisation,
        recipient=respondent.name,
        recipient_role=RecipientRole.RESPONDENT,
        must_not_contain=sealed_identities(respondent.case),
    )
    decision.issue()
    decision.number, decision.issued_on = document.number, on
    decision.save()
    events.record(
        "decision.issued",
        actor=actor,
        subject=decision,
        on=respondent.case,
        document=document.pk,
        number=document.number,
    )
    settle_investigation(respondent.case, on)
    return document


def _facts(decision: Decision, number: str, evidence: bool, on: date, days: int) -> IssueFacts:
    exempted = decision.respondent.state == RespondentState.EXEMPTED
    return IssueFacts(
        noticed=decision.noticed_on is not None,
        heard=decision.heard_on is not None,
        approved_on=decision.approved_on,
        issued_on=on,
        name=decision.respondent.name,
        identifier=number,
        facts=decision.facts,
        evidence_stated=evidence,
        measures=frozenset(m.item for m in decision.measures.all()),
        basis=decision.basis,
        remedy_path=decision.organisation.name,
        remedy_days=days,
        exempted=exempted,
    )
