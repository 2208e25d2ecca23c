"""Bodies that must be told in writing: what is owed, and the proof of sending (Art 24, 25)."""

from datetime import date

from django.db import transaction

from accounts.actors import Actor
from accounts.models import Organisation
from accounts.refusals import NotYours, Refused
from cases import events
from cases.models import Case, Notification
from cases.services.dates import not_before, not_future
from cases.services.deadlines import stop_clock
from cases.services.entering import case_for

RESULTS = "results"
EXTENSION = "extension"


def owe(
    *, case: Case, kind: str, organisation: Organisation, article: str, contents: str
) -> Notification:
    """Note that a body must be told, in the caller's transaction; once while it is unsent."""
    owed, _ = Notification.objects.get_or_create(
        case=case,
        kind=kind,
        organisation=organisation,
        sent_on=None,
        defaults={"article": article, "contents": contents},
    )
    return owed


@transaction.atomic
def tell(
    *,
    actor: Actor,
    case_id: int,
    notification_id: int,
    on: date,
    evidence: str,
    seen: int | None = None,
) -> Notification:
    """Note that it was sent, when and with what proof; the last one stops the clock of Art 24."""
    case = case_for("case.run", actor=actor, case_id=case_id, seen=seen)
    notification = case.notifications.filter(pk=notification_id).first()
    if notification is None:
        raise NotYours("没有这个页面，或者它不对您开放。")
    if notification.sent_on is not None:
        raise Refused.plainly("already_told", "已经告知过了。")
    not_future(on, "送出日期")
    not_before(on, case.accepted_on, "送出日期", "决定受理日期")
    if not evidence.strip():
        raise Refused.plainly("evidence_missing", "请写明凭据，如发文号、签收回执。")
    notification.sent_on, notification.evidence = on, evidence.strip()
    notification.sent_by_id = actor.user_id
    notification.save()
    _settle(case, notification, on)
    name = "case.extension_reported" if notification.kind == EXTENSION else "case.told"
    events.record(
        name,
        actor=actor,
        subject=notification,
        on=case,
        kind=notification.kind,
        to=notification.organisation_id,
    )
    return notification


def _settle(case: Case, notification: Notification, on: date) -> None:
    if notification.kind == EXTENSION:
        case.extensions.filter(reported_on=None).update(reported_on=on)
    results = case.notifications.filter(kind=RESULTS)
    if notification.kind == RESULTS and not results.filter(sent_on=None).exists():
        stop_clock(rule="inform_participants", subject=case, on=on, how="已全部书面告知")
