"""The pages of units and people in the browser, on a desk and on a phone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from accounts.services.unit_rules import register_rules
from fixtures.demo.units import PASSWORD, UNIVERSITY
from tests.support.accessibility import violations
from tests.support.browser import PHONE, WIDE, login
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)


EXAMPLE = Path("docs/examples/unit-overlay.json")


def pages(cast: Cast) -> Iterator[str]:
    """Every page of the administration."""
    yield from (reverse(name) for name in ("people", "organisation_add", "user_list", "user_add"))
    unit, user = cast.unit(UNIVERSITY), cast.user("officer")
    for name in (
        "organisation",
        "organisation_edit",
        "organisation_powers",
        "organisation_rules",
        "organisation_readings",
        "organisation_benchmark",
    ):
        yield reverse(name, kwargs={"pk": unit.pk})
    for name in ("user", "user_rename", "user_deactivate", "user_password", "membership_add"):
        yield reverse(name, kwargs={"pk": user.pk})
    ids = {"pk": user.pk, "membership": user.memberships.get().pk}
    yield reverse("membership_end", kwargs=ids)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["desk", "phone"])
def test_no_page_stands_in_anyones_way(page: Page, cast: Cast, size: dict[str, int]) -> None:
    register_rules(
        actor=cast.actor("sysadmin"),
        organisation_id=cast.unit(UNIVERSITY).pk,
        text=EXAMPLE.read_text(encoding="utf-8"),
    )
    login(page, "sysadmin", PASSWORD)
    page.set_viewport_size(size)
    for url in pages(cast):
        page.goto(url)
        assert (url, violations(page)) == (url, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], url


def test_a_colleague_gets_an_account_and_chooses_a_password(page: Page, cast: Cast) -> None:
    login(page, "sysadmin", PASSWORD)
    page.get_by_role("link", name="增加用户").click()
    page.get_by_role("textbox", name="姓名").fill("魏新")
    page.get_by_role("textbox", name="用户名").fill("wei.xin")
    page.get_by_label("单位").select_option(label=UNIVERSITY)
    page.get_by_label("角色").select_option(label="复查人员")
    page.get_by_role("button", name="增加用户").click()
    page.get_by_role("heading", name="一次性密码").wait_for()
    assert violations(page) == []
    given = page.locator("code").nth(1).inner_text()
    login(page, "wei.xin", given)
    page.get_by_text("您用的是一次性密码").wait_for()
    assert violations(page) == []
    page.locator("[name=oldpassword]").fill(given)
    page.locator("[name=password1]").fill("Ziji-xuan-2026")
    page.locator("[name=password2]").fill("Ziji-xuan-2026")
    page.get_by_role("button", name="修改密码").click()
    page.wait_for_url("**/work/")
