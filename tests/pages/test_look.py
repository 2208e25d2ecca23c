"""Every part in the browser, on a desk and on a phone: nothing axe objects to, nothing cut off."""

import pytest
from playwright.sync_api import Page

from tests.support.accessibility import violations
from tests.support.browser import PHONE, WIDE

SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
DEVELOPMENT = pytest.mark.urls("tests.pages.urls")


@pytest.fixture
def styleguide(page: Page) -> Page:
    page.goto("/styleguide/")
    return page


@DEVELOPMENT
@SIZES
def test_no_part_stands_in_anyones_way(styleguide: Page, size: dict[str, int]) -> None:
    styleguide.set_viewport_size(size)
    assert violations(styleguide) == []
    styleguide.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert violations(styleguide) == []


@DEVELOPMENT
@SIZES
def test_a_refused_form_stands_in_nobodys_way(styleguide: Page, size: dict[str, int]) -> None:
    styleguide.set_viewport_size(size)
    styleguide.get_by_role("button", name="登记举报").click()
    assert styleguide.get_by_role("alert").get_by_role("heading").inner_text() == "有6处要改"
    assert violations(styleguide) == []


@DEVELOPMENT
def test_the_page_never_scrolls_sideways_on_a_narrow_phone(styleguide: Page) -> None:
    styleguide.set_viewport_size({"width": 320, "height": 640})
    wide = styleguide.evaluate("document.documentElement.scrollWidth")
    assert wide == 320


@DEVELOPMENT
def test_a_link_of_the_summary_leads_to_its_field(styleguide: Page) -> None:
    styleguide.get_by_role("button", name="登记举报").click()
    styleguide.get_by_role("alert").get_by_role("link", name="请填写案件标题").click()
    assert styleguide.evaluate("document.activeElement.name") == "title"


@DEVELOPMENT
def test_what_was_typed_survives_a_reload_as_a_draft(styleguide: Page) -> None:
    styleguide.get_by_label("事实").fill("两图相同")
    styleguide.get_by_text("已自动保存").wait_for()
    styleguide.reload()
    assert styleguide.get_by_label("事实").input_value() == "两图相同"
    styleguide.get_by_role("button", name="丢弃草稿").click()
    styleguide.reload()
    assert styleguide.get_by_label("事实").input_value() == ""


@DEVELOPMENT
def test_nothing_is_loaded_from_another_host_or_refused_by_the_policy(page: Page) -> None:
    addresses: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/styleguide/")
    own = page.url.split("/styleguide")[0]
    assert [a for a in addresses if not a.startswith((own, "data:"))] == []
    assert complaints == []


@SIZES
def test_the_sign_in_page_stands_in_nobodys_way(page: Page, size: dict[str, int]) -> None:
    page.set_viewport_size(size)
    page.goto("/accounts/login/")
    assert violations(page) == []
    page.get_by_label("用户名").fill("nobody")
    page.get_by_label("密码").fill("wrong")
    page.get_by_role("button", name="登录").click()
    assert page.get_by_role("alert").get_by_role("heading").inner_text() == "有1处要改"
    assert violations(page) == []
