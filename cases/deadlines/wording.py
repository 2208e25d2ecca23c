"""How a deadline is said to a person: pure functions, Chinese sentences, no clock and no database.

Working days and calendar days never mix: a period in months is said in days, with its working days
used only to tell that the end is near.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["working", "calendar"]
State = Literal["", "late", "today", "soon", "guess", "done"]

SOON = 3
"""Working days left from which a deadline is shown as near."""

EXCEEDING_NEEDS_REASON = "超过须写明理由"
TARGET_REMARK = "条文写「及时」，日期是本单位目标"
OWN_PLAN = "本单位安排，不是法定期限"
OWN_READING = "本单位解读，条文未写明"


@dataclass(frozen=True, slots=True)
class ClockSentence:
    """A deadline as read: the words in bold, the words after them, how it looks, and a remark."""

    strong: str
    rest: str
    state: State
    remark: str = ""

    def __str__(self) -> str:
        return self.strong + self.rest


def long_date(day: date) -> str:
    """「2026年12月9日」."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_date(day: date) -> str:
    """「12月9日」, for lists inside one year."""
    return f"{day.month}月{day.day}日"


def interval(earliest: date, latest: date) -> str:
    """「2027年1月15日至1月22日」; the second year is said only when it differs."""
    if earliest == latest:
        return f"约{long_date(earliest)}"
    second = short_date(latest) if latest.year == earliest.year else long_date(latest)
    return f"{long_date(earliest)}至{second}"


def sentence(
    *,
    unit: Unit,
    due: date | None,
    earliest: date | None,
    latest: date | None,
    provisional: bool,
    done_on: date | None,
    suspended: bool,
    today: date,
    remaining_working_days: int | None,
    soft: str = "",
    someone_else: bool = False,
    target: bool = False,
    announced_until: date | None = None,
) -> ClockSentence:
    """Say one deadline.

    ``remaining_working_days`` is counted from ``done_on`` when done, else from ``today``, to
    ``due`` (``earliest`` while provisional): negative when past, None when it cannot be counted.
    ``soft`` is the word of the law, 「一般期限」 or 「原则上」. ``target``: the law says 「及时」,
    the date is our own. ``announced_until``: the last day of the published calendar.
    """
    remark = _remark(soft, target)
    if done_on is not None:
        return _done(unit, due, earliest, latest, done_on, remaining_working_days, remark)
    if suspended:
        return ClockSentence("已中止", "，恢复后接着算", "", remark)
    if provisional and earliest is not None and latest is not None:
        return _guess(earliest, latest, remaining_working_days, announced_until, remark)
    if due is None:
        return ClockSentence("还没有开始", "", "", remark)
    return _running(unit, due, today, remaining_working_days, someone_else, target, remark)


def not_begun(after: str, length: str) -> ClockSentence:
    """「生效后才开始10个工作日」: ``after`` is what starts it, ``length`` what then runs."""
    return ClockSentence(f"{after}后才开始{length}", "", "")


def waiting(days: int, since: date, what: str) -> ClockSentence:
    """「已等2个工作日（12月7日送批）」, for a wait the law gives no period for."""
    return ClockSentence(
        f"已等{days}个工作日", f"（{short_date(since)}{what}）", "", "条文没有天数"
    )


def amount(days: int, unit: Unit) -> str:
    """「3个工作日」 or 「20天」."""
    return f"{days}个工作日" if unit == "working" else f"{days}天"


def _remark(soft: str, target: bool) -> str:
    if target:
        return TARGET_REMARK
    return f"{soft}，{EXCEEDING_NEEDS_REASON}" if soft else ""


def _running(
    unit: Unit,
    due: date,
    today: date,
    working_days: int | None,
    someone_else: bool,
    target: bool,
    remark: str,
) -> ClockSentence:
    left = working_days if unit == "working" and working_days is not None else (due - today).days
    whose = "对方" if someone_else else ""
    when = f"（{long_date(due)}）"
    if today > due:
        return _late(unit, -left, whose, when, target, remark)
    aim = "目标" if target else ""
    if today == due:
        state: State = "" if someone_else else "soon" if target else "today"
        return ClockSentence(f"{whose}{aim}今天到期", when, state, remark)
    near = left if working_days is None else working_days
    soon: State = "soon" if near <= SOON and not someone_else else ""
    return ClockSentence(f"{whose}{aim}还剩{amount(left, unit)}", when, soon, remark)


def _late(unit: Unit, days: int, whose: str, when: str, target: bool, remark: str) -> ClockSentence:
    # On the rest days right after the due date no working day has passed, yet it is late.
    how_long = amount(days, unit) if days > 0 else ""
    if target:
        # Missing one's own target breaks no law, so it is not red.
        return ClockSentence(f"{whose}目标已过{how_long}", when, "soon", remark)
    return ClockSentence(f"{whose}已逾期{how_long}", when, "late", remark)


def _guess(
    earliest: date,
    latest: date,
    working_days: int | None,
    announced_until: date | None,
    remark: str,
) -> ClockSentence:
    year = announced_until.year + 1 if announced_until else _missing_year(earliest)
    near = working_days is not None and working_days <= SOON
    state: State = "soon" if near else "guess"
    return ClockSentence(f"预计，{year}年日历未公布：", interval(earliest, latest), state, remark)


def _missing_year(earliest: date) -> int:
    # The last days of an announced year may still be moved by the next year's notice.
    return (earliest + timedelta(days=8)).year


def _done(
    unit: Unit,
    due: date | None,
    earliest: date | None,
    latest: date | None,
    done_on: date,
    working_days: int | None,
    remark: str,
) -> ClockSentence:
    when = f"（{long_date(done_on)}）"
    last_safe, last_possible = due or earliest, due or latest
    if last_safe is not None and done_on <= last_safe:
        return ClockSentence("按期完成", when, "done", remark)
    if due is not None:
        late = -working_days if unit == "working" and working_days else (done_on - due).days
        return ClockSentence(f"逾期{amount(late, unit)}完成", when, "late", remark)
    if last_possible is not None and done_on > last_possible:
        return ClockSentence("逾期完成", when, "late", remark)
    return ClockSentence("已完成", when, "", remark)
