"""Two people send a form about one case at the same moment, each in their own browser."""

from datetime import date

import pytest
from playwright.sync_api import Page

from cases.models import Report
from fixtures.demo.affairs import affair
from fixtures.demo.walk import Walk
from tests.journeys import pages, story
from tests.journeys.conftest import Desks
from tests.journeys.desk import Calendar, Desk
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)

TOLD = "没有保存：刚刚有别人办理过"
CONCLUSION = "调查结论"


@pytest.fixture
def drafting(desk: Desks, cast: Cast, calendar: Calendar) -> list[Desk]:
    """Both investigators before the report of one case, each with a conclusion of their own."""
    walk = Walk(cast.users, affair(0), date(2026, 3, 10)).register().assess().accept().staff()
    walk.plan().begin().inquire()
    calendar.to(date(2026, 5, 12))
    found = []
    for username in ("investigator", "investigator2"):
        one = pages.fill(desk(username).work("起草调查报告"), story.REPORT)
        found.append(one.write(CONCLUSION, f"{username}的结论"))
    return found


def send_together(desks: list[Desk]) -> None:
    """Neither waits for the other's answer."""
    for one in desks:
        _mark(one.page)
        one.page.evaluate("setTimeout(() => document.querySelector('main form').requestSubmit())")
    for one in desks:
        one.page.wait_for_function("!window.asked && document.readyState === 'complete'")


def _mark(page: Page) -> None:
    page.evaluate("window.asked = true")


def test_one_wins_and_the_other_is_told_and_keeps_what_was_typed(drafting: list[Desk]) -> None:
    send_together(drafting)
    lost = [one for one in drafting if one.page.get_by_text(TOLD).count()]
    won = [one for one in drafting if one not in lost]
    assert (len(won), len(lost)) == (1, 1)
    winner, loser = won[0], lost[0]
    winner.reads("已保存；写齐七项后由全体调查人员签字。")
    name = {"investigator": "赵求实", "investigator2": "钱思齐"}[winner.username]
    loser.is_refused(f"起草调查报告，{name}")
    kept = loser.main.get_by_label(CONCLUSION).input_value()
    assert kept == f"{loser.username}的结论"
    assert Report.objects.get().conclusion == f"{winner.username}的结论"


def test_whoever_has_seen_the_change_may_insist(drafting: list[Desk]) -> None:
    first, second = drafting
    first.press("保存调查报告")
    second.press("保存调查报告").is_refused(TOLD)
    second.press("保存调查报告").reads("已保存", f"{second.username}的结论")
