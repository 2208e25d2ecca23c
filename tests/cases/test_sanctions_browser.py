"""The sanctions page in a browser: checked at every change, mended with one button, saved."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from accounts import clock
from accounts.models import User
from cases.models import Decision, Respondent
from tests.cases import decided as d
from tests.cases import world as w
from tests.cases.test_suggestion import GRADES, register
from tests.support.accessibility import violations

pytestmark = pytest.mark.django_db(transaction=True)


WAY = "增加第十三项措施；认定的情节由较轻改为严重。"


def enter(page: Page, address: str, name: str = "officer") -> None:
    """Come in with a session that is open already."""
    client = Client()
    client.force_login(User.objects.get(username=name))
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": address}
    page.context.add_cookies([cookie])  # type: ignore[list-item]


def desk(respondent: Respondent) -> str:
    return reverse("decision_draft", kwargs={"pk": respondent.case_id, "respondent": respondent.pk})


def propose_a_ban_without_register(page: Page) -> None:
    page.check("[name=severity][value=minor]")
    page.check("#m2")
    page.check("#m5")
    page.fill("#y5", "5")
    page.locator("#y5").blur()


def test_the_unlawful_ban_is_refused_live_mended_and_saved(page: Page, live_server) -> None:
    respondent = d.determined(w.build())
    enter(page, live_server.url)
    page.goto(desk(respondent))
    propose_a_ban_without_register(page)
    expect(page.get_by_role("heading", name="怎样才合法")).to_be_visible()
    # The words stand beside the rows without a field having been replaced.
    expect(page.locator("#e13")).to_contain_text("第十三项")
    expect(page.locator("#y5")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#range")).to_contain_text("（五）5年，超出")
    assert violations(page) == []
    page.locator("#ways li", has_text=WAY).get_by_role("button", name="照此修改").click()
    expect(page.locator("#m13")).to_be_checked()
    expect(page.locator("[name=severity][value=serious]")).to_be_checked()
    expect(page.get_by_role("heading", name="没有违反，可以提交")).to_be_visible()
    assert not Decision.objects.exists()
    page.get_by_role("button", name="保存拟定的处理措施").click()
    expect(page.get_by_role("heading", name=f"对{w.RESPONDENT}的处理决定")).to_be_visible()
    assert violations(page) == []
    assert [m.item for m in Decision.objects.get().measures.all()] == [2, 5, 13]


def test_a_departure_from_the_benchmark_is_a_line_and_no_refusal(page: Page, live_server) -> None:
    world = w.build()
    register(world, clock.today())
    respondent = d.determined(world)
    enter(page, live_server.url)
    page.goto(desk(respondent))
    for item, grade in GRADES.items():
        page.select_option(f"[name=grade_{item}]", str(grade))
    propose_a_ban_without_register(page)
    page.check("#m13")
    page.check("[name=severity][value=serious]")
    departs = page.locator(".cw-departs")
    expect(departs).to_contain_text("与建议不同第五项措施的期限为5年，裁量基准建议为3年9个月")
    expect(page.get_by_role("heading", name="没有违反，可以提交")).to_be_visible()
    page.get_by_text("怎样得出，9步").click()
    expect(page.get_by_text("本建议不具约束力")).to_be_visible()
    assert violations(page) == []
    departs.get_by_role("link", name="写明理由").click()
    expect(page.get_by_label("处理的依据和理由")).to_be_in_viewport()


def test_without_a_script_the_same_form_refuses_and_mends(browser: Browser, live_server) -> None:
    respondent = d.determined(w.build())
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    enter(page, live_server.url)
    page.goto(desk(respondent))
    propose_a_ban_without_register(page)
    page.get_by_role("button", name="保存拟定的处理措施").click()
    expect(page.get_by_role("alert").get_by_role("heading")).to_contain_text("处要改")
    expect(page.locator("#y5")).to_have_value("5")
    page.locator("#ways li", has_text=WAY).get_by_role("button", name="照此修改").click()
    page.get_by_role("button", name="保存拟定的处理措施").click()
    expect(page.get_by_role("heading", name=f"对{w.RESPONDENT}的处理决定")).to_be_visible()
    context.close()


def test_the_letter_page_and_the_finding_stand_in_nobodys_way(page: Page, live_server) -> None:
    world = w.build()
    respondent = d.only(w.reported(world))
    enter(page, live_server.url)
    ids = {"pk": respondent.case_id, "respondent": respondent.pk}
    page.goto(reverse("respondent_find", kwargs=ids))
    assert violations(page) == []
    page.get_by_role("button", name="保存认定").click()
    expect(page.get_by_role("alert").first).to_be_visible()
    assert violations(page) == []
    d.determine_respondent(
        actor=world["officer"], respondent_id=respondent.pk, found=d.FOUND, on=clock.today()
    )
    decision = d.draft_decision(
        actor=world["officer"], respondent_id=respondent.pk, proposal=d.LAWFUL, on=clock.today()
    )
    letter = d.prepare_notice(
        actor=world["officer"],
        decision_id=decision.pk,
        on=clock.today(),
        serve_by=clock.today(),
    )
    page.goto(reverse("document", kwargs={"pk": letter.pk}))
    expect(page.get_by_text("正在生成")).to_be_visible()
    assert violations(page) == []
