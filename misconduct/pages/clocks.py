"""Stored clocks as people read them: the sentence, the bar, the panel entry."""

from datetime import date

from django.urls import reverse

from accounts import clock
from cases.deadlines.wording import ClockSentence, Unit, long_date, sentence
from cases.models import Deadline
from misconduct.pages.facts import Citation, account, announced_until, remaining
from misconduct.pages.parts import Due

SOFT_WORDS = {
    "inform_participants": "一般期限",
    "review": "原则上",
    "re_review": "原则上",
}
MONTHS = frozenset({"investigation"})
# A right that lapses: nobody is late when it is not used.
RIGHTS = frozenset({"appeal"})
NO_PERIOD = ClockSentence("条文没有天数", "", "")


def said(deadline: Deadline, today: date | None = None) -> ClockSentence:
    """The sentence of a clock: 「还剩3个工作日（2026年10月15日）」."""
    now = today or clock.today()
    if deadline.rule in RIGHTS and deadline.done is None and deadline.due and deadline.due < now:
        return ClockSentence("申诉期已满", f"（{long_date(deadline.due)}），没有提出申诉", "")
    unit: Unit = "calendar" if deadline.rule in MONTHS else "working"
    since = deadline.done or now
    left = None if deadline.due is None else remaining(since, deadline.due)
    return sentence(
        unit=unit,
        due=None if deadline.provisional else deadline.due,
        earliest=deadline.due,
        latest=deadline.latest,
        provisional=deadline.provisional,
        done_on=deadline.done,
        suspended=deadline.suspended,
        today=now,
        remaining_working_days=left,
        soft=_soft(deadline),
        someone_else=deadline.rule in RIGHTS,
        announced_until=announced_until(),
    )


def _soft(deadline: Deadline) -> str:
    # A unit's own rules may make a duty of what the law only asks as a rule.
    return "" if deadline.hard else SOFT_WORDS.get(deadline.rule, "")


def share(deadline: Deadline, today: date) -> int | None:
    """How much of the period is gone, 0 to 100; None while it stands still."""
    if deadline.due is None or deadline.done:
        return None
    whole = (deadline.due - deadline.start).days
    gone = (today - deadline.start).days
    return max(0, min(100, round(100 * gone / whole))) if whole > 0 else None


def citation(deadline: Deadline) -> Citation:
    """The words of the law behind a clock."""
    return account(deadline, days=False).citation


def address(deadline: Deadline) -> str:
    """The page of the account."""
    return reverse("deadline", kwargs={"pk": deadline.pk})


def days_label(deadline: Deadline) -> str:
    """What the link to the account says."""
    return "计算过程" if deadline.rule in MONTHS else "逐日计算"


def panel(deadline: Deadline, today: date | None = None) -> Due:
    """The entry of the side panel."""
    now = today or clock.today()
    return Due(
        title=deadline.what,
        clock=said(deadline, now),
        share=share(deadline, now),
        days_url=address(deadline),
        days_label=days_label(deadline),
        citation=None if deadline.done else citation(deadline),
        soft=_soft(deadline),
    )
