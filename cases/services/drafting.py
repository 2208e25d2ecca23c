"""Proposing a decision: the rules judge it before it is kept (Art 26, 29–35)."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from cases import events
from cases.facts import record_as_stated, terms_as_stated
from cases.models import (
    LIVE_STATES,
    CaseState,
    Decision,
    DecisionMeasure,
    DecisionState,
    Finding,
    Respondent,
    RespondentState,
)
from cases.services.dates import not_before, not_future
from cases.services.handling import allow, decision_for, must_stand, respondent_for
from cases.services.judging import Proposal, judge, reasons_given, refuse_unless_lawful
from rules.law import N221, S84, cite
from rules.outcome import Finding as RuleFinding
from rules.outcome import error
from rules.procedure.decisions import DraftFacts, check_draft

FOUND_FIRST = cite(N221, 26, "事实、情节、性质等最终认定后")
BASIS = cite(N221, 28, item=3)
EXPIRY = cite(S84, 21, "处理决定期限届满的，自动移出国家科研诚信管理信息系统")
REGISTER = 13
NOTICE_AGAIN = cite(N221, 27, "应书面告知被调查人拟作出处理决定的事实、依据")
DECIDED_STATES = (CaseState.DETERMINED, CaseState.CLOSED)
OPEN_DRAFT = (DecisionState.DRAFTED, DecisionState.NOTICED, DecisionState.HEARD)


@transaction.atomic
def draft_decision(
    *,
    actor: Actor,
    respondent_id: int,
    proposal: Proposal,
    on: date,
    seen: int | None = None,
) -> Decision:
    """Keep a proposed decision on a respondent, if the rules find it lawful.

    A decision that was varied or revoked is followed by the next version. Raises Refused with every
    finding of the rules; nothing is kept then.
    """
    respondent = respondent_for(actor=actor, respondent_id=respondent_id, seen=seen)
    finding = _finding(respondent)
    last = respondent.decisions.last()
    allow(
        check_draft(
            DraftFacts(
                finding_made=True,
                misconduct=finding.misconduct,
                other_live_decision=last is not None and last.state in LIVE_STATES,
            )
        )
    )
    not_future(on, "拟定日期")
    not_before(on, finding.found_on, "拟定日期", "认定日期")
    return store_decision(
        respondent=respondent, finding=finding, proposal=proposal, actor=actor, on=on, previous=last
    )


def store_decision(
    *,
    respondent: Respondent,
    finding: Finding,
    proposal: Proposal,
    actor: Actor,
    on: date,
    previous: Decision | None,
    mitigated: bool = False,
) -> Decision:
    """Judge a proposal and store it as the next version, in the caller's transaction."""
    judgement = judge(respondent, finding, proposal, mitigated=mitigated)
    refuse_unless_lawful(judgement, proposal.reasons, _gaps(respondent, proposal))
    decision = Decision.objects.create(
        respondent=respondent,
        finding=finding,
        organisation=respondent.case.organisation,
        version=respondent.decisions.count() + 1,
        previous=previous,
        severity=proposal.severity,
        mitigated=mitigated,
        facts=proposal.facts.strip(),
        basis=proposal.basis.strip(),
        other=proposal.other.strip(),
        warning_reasons=reasons_given(judgement, proposal.reasons),
        drafted_by_id=actor.user_id,
        drafted_on=on,
        **_stated(respondent, proposal, on),
    )
    _keep_measures(decision, proposal)
    events.record(
        "decision.drafted",
        actor=actor,
        subject=decision,
        on=respondent.case,
        severity=proposal.severity,
        measures=[_said(m) for m in proposal.measures],
    )
    return decision


@transaction.atomic
def redraft_decision(
    *,
    actor: Actor,
    decision_id: int,
    proposal: Proposal,
    on: date,
    reason: str = "",
    seen: int | None = None,
) -> Decision:
    """Propose something else. After the notice the respondent must be told again (Art 27)."""
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    must_stand(decision, OPEN_DRAFT, "批准以后不能改拟；放弃后可以重新拟定。", NOTICE_AGAIN)
    not_future(on, "改拟日期")
    not_before(on, decision.drafted_on, "改拟日期", "拟定日期")
    told = decision.state != DecisionState.DRAFTED
    if told and not reason.strip():
        message = "告知后改拟，要写明事实或依据有什么变化；改拟后须重新告知。"
        raise Refused.because(error("redraft_reason_missing", message, NOTICE_AGAIN))
    respondent = decision.respondent
    judgement = judge(respondent, decision.finding, proposal, mitigated=decision.mitigated)
    refuse_unless_lawful(judgement, proposal.reasons, _gaps(respondent, proposal))
    if told:
        decision.redraft()
    before = [_said(m) for m in decision.measures.all()]
    decision.severity = proposal.severity
    decision.facts, decision.basis = proposal.facts.strip(), proposal.basis.strip()
    decision.other = proposal.other.strip()
    for name, day in _stated(respondent, proposal, on).items():
        setattr(decision, name, day)
    decision.warning_reasons = reasons_given(judgement, proposal.reasons)
    decision.drafted_by_id, decision.drafted_on = actor.user_id, on
    decision.noticed_on = decision.reply_due = decision.heard_on = None
    decision.notice_evidence, decision.waived = "", False
    decision.save()
    decision.measures.all().delete()
    _keep_measures(decision, proposal)
    events.record(
        "decision.redrafted",
        actor=actor,
        subject=decision,
        on=respondent.case,
        reason=reason.strip(),
        before=before,
        measures=[_said(m) for m in proposal.measures],
    )
    return decision


@transaction.atomic
def abandon_decision(
    *, actor: Actor, decision_id: int, on: date, reason: str, seen: int | None = None
) -> Decision:
    """Give up a proposal that was not issued, with the reason; another may be drafted."""
    decision = decision_for(actor=actor, decision_id=decision_id, seen=seen)
    states = (*OPEN_DRAFT, DecisionState.APPROVED)
    must_stand(decision, states, "已经签发的决定不能放弃，只能撤销或者变更。")
    if not reason.strip():
        raise Refused.plainly("reason_missing", "请写明放弃的理由。")
    not_future(on, "放弃日期")
    decision.abandon()
    decision.ended_on, decision.end_reason = on, reason.strip()
    decision.save()
    events.record("decision.abandoned", actor=actor, subject=decision, on=decision.respondent.case)
    return decision


def _finding(respondent: Respondent) -> Finding:
    must_stand(
        respondent.case,
        DECIDED_STATES,
        "每名被调查人的事实、情节、性质都最终认定以后，才能拟定处理措施。",
        FOUND_FIRST,
    )
    must_stand(
        respondent,
        (RespondentState.FOUND, RespondentState.EXEMPTED),
        "认定有科研失信行为的，才拟定处理决定。",
        FOUND_FIRST,
    )
    finding = respondent.findings.last()
    assert finding is not None  # A respondent reaches these states with a finding only.
    return finding


def _stated(respondent: Respondent, proposal: Proposal, on: date) -> dict[str, date | None]:
    """The dates a decision states; those no reading lets it state are not kept."""
    case = respondent.case
    until = proposal.register_until if record_as_stated(case.organisation, on) else None
    if until is not None:
        if REGISTER not in {m.item for m in proposal.measures}:
            message = "填了记入数据库的届满日期，没有给予第十三项措施。"
            raise Refused.because(error("register_missing", message, EXPIRY, "term_of_13"))
        not_before(until, on, "记入数据库的届满日期", "拟定日期")
    return {
        "starts_on": proposal.starts_on if terms_as_stated(case) else None,
        "register_until": until,
    }


def _gaps(respondent: Respondent, proposal: Proposal) -> list[RuleFinding]:
    gaps = []
    if not proposal.facts.strip():
        gaps.append(error("facts_missing", "请写明认定的事实及证据。", cite(N221, 28, item=2)))
    if not proposal.basis.strip():
        gaps.append(error("basis_missing", "请写明处理的依据和理由。", BASIS))
    if respondent.state == RespondentState.EXEMPTED and proposal.severity:
        message = "认定的结果是免予处理，决定里不定情节、不给处理措施。"
        gaps.append(error("exempted", message, cite(N221, 34, "可从轻或免予处理")))
    if respondent.state == RespondentState.FOUND and not proposal.severity:
        words = cite(N221, 32, "应视情节轻重给予以下处理")
        gaps.append(error("severity_missing", "请选择情节。", words))
    return gaps


def _keep_measures(decision: Decision, proposal: Proposal) -> None:
    for measure in proposal.measures:
        DecisionMeasure.objects.create(
            decision=decision,
            item=measure.item,
            years=measure.years,
            months=measure.months,
            permanent=measure.permanent,
            detail=proposal.details.get(measure.item, "").strip(),
        )


def _said(measure: object) -> list[object]:
    return [getattr(measure, name) for name in ("item", "years", "months", "permanent")]
