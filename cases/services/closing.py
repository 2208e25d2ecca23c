"""The end of a case, and clearing whoever was found innocent (Art 25, 39)."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.refusals import Refused
from accounts.services.locking import locked
from cases import events
from cases.facts import STANDING, case_context, closing_facts
from cases.models import Case, CaseState, Decision, Notification
from cases.services.dates import not_before, not_future
from cases.services.entering import case_for
from cases.services.handling import allow, allow_for, must_stand, respondent_for
from cases.services.investigation import settle_investigation
from rules.law import N221, cite
from rules.outcome import Outcome, error
from rules.procedure.closing import ClearingFacts, check_clearing, check_closing

CLEAR = cite(N221, 39, "对经调查未发现存在科研失信行为的，调查单位应及时以适当方式澄清")


def closing_outcome(case: Case) -> Outcome:
    """What still stands between the case and its end; the page shows the same."""
    return check_closing(closing_facts(case), case_context(case))


@transaction.atomic
def close_case(*, actor: Actor, case_id: int, on: date, seen: int | None = None) -> Case:
    """Close: every proceeding has ended, every decision is in effect, the innocent are cleared."""
    case = case_for("case.run", actor=actor, case_id=case_id, seen=seen)
    if case.state in (CaseState.CLOSED, CaseState.TERMINATED, CaseState.TRANSFERRED):
        must_stand(case, [], "案件已经了结。")
    not_future(on, "结案日期")
    not_before(on, case.accepted_on, "结案日期", "决定受理日期")
    allow(closing_outcome(case))
    for decision in Decision.objects.filter(respondent__case=case, state__in=STANDING):
        if decision.effective_on is not None:
            not_before(on, decision.effective_on, "结案日期", "处理决定生效日期")
    settle_investigation(case, on)
    case.close()
    case.closed_on = on
    case.save()
    events.record("case.closed", actor=actor, subject=case, on=case, date=on)
    return case


@transaction.atomic
def clear_respondent(
    *,
    actor: Actor,
    respondent_id: int,
    on: date,
    form: str,
    scope: str,
    evidence: str,
    wider: bool = False,
    consented: bool = False,
    reason: str = "",
    seen: int | None = None,
) -> Notification:
    """Note how and before whom the respondent was cleared (Art 39).

    ``wider`` than the rumour went, it needs a ``reason`` or that the respondent ``consented``,
    as the unit reads it (clearing_scope).
    """
    respondent = respondent_for(actor=actor, respondent_id=respondent_id, seen=seen)
    finding = respondent.findings.last()
    due = respondent.notifications.filter(kind="clearing", sent_on__isnull=True).last()
    if finding is None or due is None:
        message = "没有待办的澄清；认定未发现科研失信行为以后才需要澄清。"
        raise Refused.because(error("no_clearing_due", message, CLEAR))
    not_future(on, "澄清日期")
    facts = ClearingFacts(
        misconduct_found=finding.misconduct,
        form=form,
        scope=scope,
        cleared_on=on,
        found_on=finding.found_on,
        wider_than_rumour=wider,
        consented=consented,
    )
    allow_for(check_clearing(facts, case_context(respondent.case)), reason)
    if not evidence.strip():
        raise Refused.because(error("evidence_missing", "请写明澄清的凭据。", CLEAR))
    row = locked(Notification, due.pk)
    row.contents = f"{form.strip()}；范围：{scope.strip()}"[:200]
    row.remark = _why_wider(consented, reason) if wider else ""
    row.recipient = scope.strip()[:120]
    row.sent_on, row.sent_by_id, row.evidence = on, actor.user_id, evidence.strip()
    row.save()
    events.record("respondent.clarified", actor=actor, subject=row, on=respondent.case, date=on)
    return row


def _why_wider(consented: bool, reason: str) -> str:
    said = ["本人同意"] if consented else []
    return f"超过不实反映已经传播的范围：{'；'.join([*said, reason.strip()]).strip('；')}"
