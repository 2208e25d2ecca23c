"""Checks on the dates people enter: a date that starts a clock must be possible."""

from datetime import date

from accounts import clock
from accounts.refusals import Refused


def written(day: date) -> str:
    """「2026年12月9日」."""
    return f"{day.year}年{day.month}月{day.day}日"


def not_future(day: date, what: str) -> None:
    """Refuse a date after today."""
    if day > clock.today():
        raise Refused.plainly("in_future", f"{what}{written(day)}还没有到，请填实际日期。")


def not_before(day: date, earliest: date, what: str, after_what: str) -> None:
    """Refuse a date before the event it follows."""
    if day < earliest:
        raise Refused.plainly(
            "too_early", f"{what}{written(day)}早于{after_what}{written(earliest)}，请核对。"
        )
