"""Serving a decision and telling the complainant (Art 28): what starts the periods for appeal."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from accounts.sealing import open_sealed
from cases import events
from cases.facts import acts_under, case_context
from cases.models import Complaint, Decision, DecisionState, ServiceMethod
from cases.services.dates import not_before, not_future
from cases.services.deadlines import start_clock
from cases.services.decision_letters import sealed_identities
from cases.services.effect import ON_SERVICE, make_effective
from cases.services.handling import allow, decision_for, must_stand
from cases.services.letter_checks import betrays
from rules.law import N221, cite
from rules.outcome import error
from rules.procedure.decisions import ServiceFacts, check_service
from rules.procedure.files import check_telling

FROM_TELLING = "told"
SERVE = cite(N221, 28, "作出处理决定的单位负责向被处理人送达书面处理决定书")
TELL = cite(N221, 28, "并告知实名举报人")
DISCREET = cite(N221, 46, "不得泄露相关信息")


@transaction.atomic
def serve_decision(
    *,
    actor: Actor,
    decision_id: int,
    on: date,
    method: str,
    evidence: str,
    consented: bool = False,
    posted_on: date | None = None,
    seen: int | None = None,
) -> Decision:
    """Note the service with its proof. It starts the respondent's period for appeal, and the
    decision takes effect with it, unless the unit reads it otherwise (G2).

    ``consented``: to electronic service (G7). ``posted_on``: the day of a public notice
    (public_service).
    """
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    must_stand(decision, [DecisionState.ISSUED], "处理决定书签发以后才能登记送达。", SERVE)
    not_future(on, "送达日期")
    case = decision.respondent.case
    context = case_context(case)
    facts = ServiceFacts(
        method=method,
        evidence=evidence,
        served_on=on,
        issued_on=decision.issued_on,
        consented=consented,
        posted_on=posted_on,
    )
    allow(check_service(facts, context))
    if method == ServiceMethod.PUBLIC and posted_on and decision.issued_on:
        not_before(posted_on, decision.issued_on, "公告日期", "签发日期")
    decision.serve()
    decision.served_on, decision.service_method = on, method
    decision.service_evidence = evidence.strip()
    decision.service_consented = consented and method == ServiceMethod.ELECTRONIC
    decision.posted_on = posted_on if method == ServiceMethod.PUBLIC else None
    decision.save()
    events.record("decision.served", actor=actor, subject=decision, on=case, date=on, method=method)
    _start_appeal(decision, decision, on, "被处理人提出申诉")
    if context.reading("G2") == ON_SERVICE:
        make_effective(actor=actor, decision=decision, on=on)
    return decision


@transaction.atomic
def tell_complainant(
    *, actor: Actor, decision_id: int, on: date, reasons: str = "", seen: int | None = None
) -> Decision:
    """Note that the named complainants were told of the decision; their period starts (C1).

    ``reasons``: the main ones, where the unit tells them besides the result (complainant_access).

    They are told, not served: the letter with identity numbers does not go to them (R28.2). So
    where the unit counts from the letter's receipt, no period runs against them.
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
    allow(check_telling("reasons" if reasons.strip() else "result", case_context(case)))
    if betrays(reasons, _others(decision)):
        message = "主要理由里有他人的个人信息，请删改后再告知。"
        raise Refused.because(error("others_disclosed", message, DISCREET, "complainant_access"))
    decision.complainant_told_on, decision.told_reasons = on, reasons.strip()
    decision.save()
    events.record("decision.complainant_told", actor=actor, subject=decision, on=case, date=on)
    from_telling = case_context(case).reading("C1") == FROM_TELLING
    for complaint in named if from_telling else ():
        _start_appeal(complaint, decision, on, "举报人提出申诉")
    return decision


def _others(decision: Decision) -> list[str]:
    """Whom the reasons must not name: complainants, witnesses, other respondents; no numbers."""
    case = decision.respondent.case
    people = list(case.respondents.all())
    names = [p.name for p in people if p.pk != decision.respondent_id]
    witnesses = case.records.exclude(interviewee="").values_list("interviewee", flat=True)
    numbers = [open_sealed(p.id_number) for p in people if p.id_number]
    heard = [name for name in witnesses if name != decision.respondent.name]
    return [*sealed_identities(case), *names, *heard, *numbers]


def _start_appeal(of: Complaint | Decision, decision: Decision, on: date, what: str) -> None:
    case = decision.respondent.case
    start_clock(
        rule="appeal",
        subject=of,
        chain=case.chain,
        unit=decision.organisation,
        start=on,
        own=acts_under(decision.organisation, case, on),
        what=what,
    )
