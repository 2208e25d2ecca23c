"""A proposal against the law is refused with the articles until it is mended (Art 29, 32)."""

from datetime import date

import pytest
from playwright.sync_api import expect

from cases.models import Decision
from fixtures.demo.affairs import affair
from fixtures.demo.walk import Walk
from tests.journeys import pages, story
from tests.journeys.conftest import Desks
from tests.journeys.desk import Calendar, Desk
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)

FOUND_ON = date(2026, 5, 18)
LAWFUL = "没有违反，可以提交"
FLOOR = "处理不得低于情节较重的尺度"
TIERS = "情节较轻的，不适用第五项措施"
WAY = "增加第十三项措施；认定的情节由较轻改为严重。"
REGISTER = "给予第五项措施的，应同时给予第十三项（记入数据库）措施"


@pytest.fixture
def proposing(desk: Desks, cast: Cast, calendar: Calendar) -> Desk:
    """The officer before the empty proposal for somebody who copied a grant proposal."""
    told = affair(0, respondent=story.RESPONDENT, content=story.CONTENT)
    walk = Walk(cast.users, told, date(2026, 3, 10)).register().assess().accept().staff()
    walk.plan().begin().inquire().report().identify()
    walk.day = calendar.to(FOUND_ON)
    walk.find()
    return desk("officer").work(f"拟定对{story.RESPONDENT}的处理措施")


def unlawful(desk: Desk) -> Desk:
    """A ban of five years without entry in the register, and severity minor for copied work."""
    desk.main.locator("#severity").get_by_text("情节较轻").click()
    return pages.propose(desk, {2: None, 5: 5}, story.BASIS)


def verdict(desk: Desk) -> Desk:
    """The panel of the live check has come."""
    expect(desk.main.locator("#check")).to_contain_text("处违反，不能提交")
    return desk.look()


def test_what_is_typed_is_judged_before_it_is_sent(proposing: Desk) -> None:
    verdict(unlawful(proposing)).reads(REGISTER, FLOOR, TIERS)
    assert not Decision.objects.exists()


def test_an_unlawful_proposal_is_refused_until_it_is_mended(proposing: Desk) -> None:
    officer = unlawful(proposing).press("保存拟定的处理措施")
    officer.is_refused(FLOOR, TIERS, REGISTER, "第二十九条", "第三十二条")
    row = officer.main.locator(".cw-measure.is-bad")
    expect(row.filter(has_text="（五）")).to_contain_text(TIERS)
    expect(row.filter(has_text="（十三）")).to_contain_text(REGISTER)
    expect(officer.main.get_by_label("第五项的期限，年")).to_have_value("5")
    expect(officer.main.get_by_label("处理的依据和理由")).to_have_value(story.BASIS)
    officer.main.locator("#severity").get_by_text("情节严重").click()
    officer.press("保存拟定的处理措施").is_refused(REGISTER, "第二十九条")
    expect(officer.page.get_by_role("alert")).not_to_contain_text(FLOOR)
    officer.main.locator("#m13").check()
    officer.reads(LAWFUL).press("保存拟定的处理措施")
    officer.next_is(f"制作{story.RESPONDENT}的事先告知书").reads("情节严重", "期限5年")
    assert [m.item for m in Decision.objects.get().measures.all()] == [2, 5, 13]


def test_the_least_that_mends_it_is_offered_and_taken_on_request(proposing: Desk) -> None:
    officer = verdict(unlawful(proposing)).reads("怎样才合法", WAY).press("照此修改", WAY)
    officer.reads("已照此修改，还没有保存；请看过再保存。", LAWFUL)
    assert not Decision.objects.exists()
    officer.press("保存拟定的处理措施")
    officer.next_is(f"制作{story.RESPONDENT}的事先告知书").reads("期限5年", "记入科研诚信严重失信")
