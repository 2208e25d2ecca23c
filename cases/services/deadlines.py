"""Starting, recounting and stopping clocks: every date is the rules' answer, stored for lists."""

from datetime import date

from django.db import models

from accounts.facts import Own
from accounts.models import Organisation
from cases.facts import clock_context, deadline_facts
from cases.models import Case, Deadline
from rules.deadlines import due_date
from rules.law import label

TITLES = {
    "acceptance": "提出是否受理的意见",
    "inform_participants": "书面告知参与调查单位",
    "investigation": "调查处理",
    "appeal": "提出申诉",
    "appeal_admission": "决定是否受理申诉",
    "review": "完成复查",
    "re_review_admission": "决定是否受理复核申诉",
    "re_review": "完成复核",
    "report_upward": "报送处理决定书和调查报告",
    "submit_to_national": "汇交数据信息，报送科技部",
    "submit_direct": "汇交数据信息，报送科技部",
}


def start_clock(
    *,
    rule: str,
    subject: models.Model,
    chain: str,
    unit: Organisation,
    start: date,
    own: Own,
    what: str = "",
) -> Deadline:
    """Start a clock; starting it again for the same subject recounts the open one.

    ``own`` is what of its own ``unit`` acts under; the clock keeps it.
    """
    deadline, _ = Deadline.objects.update_or_create(
        rule=rule,
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk,
        done=None,
        defaults={
            "chain": chain,
            "unit": unit,
            "start": start,
            "own_rules": own.rules,
            "readings": dict(own.readings),
            "what": what or TITLES[rule],
            "article": "",
        },
    )
    return recount(deadline)


def recount(deadline: Deadline) -> Deadline:
    """Ask the rules again and store what lists need."""
    answer = due_date(deadline_facts(deadline), clock_context(deadline), days=False)
    deadline.due = answer.earliest if answer.provisional else answer.due
    deadline.latest = answer.latest
    deadline.provisional = answer.provisional
    deadline.hard = answer.hard
    deadline.suspended = answer.due is None and not answer.provisional
    deadline.article = label(answer.citation)
    deadline.calendar = answer.calendar
    deadline.save()
    return deadline


def stop_clock(*, rule: str, subject: models.Model, on: date, how: str) -> Deadline | None:
    """Stop the open clock of a subject; None when there is none."""
    deadline = open_clock(rule, subject)
    if deadline is not None:
        deadline.done = on
        deadline.done_how = how
        deadline.save(update_fields=["done", "done_how"])
    return deadline


def reopen_clock(*, rule: str, subject: models.Model) -> Deadline | None:
    """Let the last stopped clock of a subject run again from its own start."""
    if (running := open_clock(rule, subject)) is not None:
        return running
    stopped = (
        Deadline.objects.filter(
            rule=rule, subject_kind=subject._meta.label_lower, subject_id=subject.pk
        )
        .order_by("-id")
        .first()
    )
    if stopped is not None:
        stopped.done, stopped.done_how = None, ""
        stopped.save(update_fields=["done", "done_how"])
    return stopped


def begin_anew(*, rule: str, subject: models.Model, start: date) -> Deadline | None:
    """Start the last clock of a subject once more, under what it kept; None when it has none."""
    last = Deadline.objects.filter(
        rule=rule, subject_kind=subject._meta.label_lower, subject_id=subject.pk
    ).last()
    if last is None:
        return None
    return start_clock(
        rule=rule,
        subject=subject,
        chain=last.chain,
        unit=last.unit,
        start=start,
        own=Own(last.own_rules, last.readings),
        what=last.what,
    )


def open_clock(rule: str, subject: models.Model) -> Deadline | None:
    """The running clock of a subject under a rule."""
    return Deadline.objects.filter(
        rule=rule, subject_kind=subject._meta.label_lower, subject_id=subject.pk, done=None
    ).first()


def recount_investigation(case: Case) -> Deadline | None:
    """Bring the limit of Art 25 up to date with the case's suspensions and extensions."""
    deadline = open_clock("investigation", case)
    if deadline is None:
        return None
    deadline.facts = {
        "suspensions": [
            [s.effective_on.isoformat(), s.resumed_on.isoformat() if s.resumed_on else None]
            for s in case.suspensions.order_by("effective_on")
        ],
        "extension_months": sum(e.months for e in case.extensions.all()),
    }
    return recount(deadline)
