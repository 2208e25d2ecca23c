"""The shell around every page, and the pages of one's own account, in the browser."""

import time
from datetime import date
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page

from accounts.models import Membership, Organisation, OrganisationKind, User
from accounts.roles import Role
from tests.support.accessibility import violations
from tests.support.browser import PHONE, login
from tests.support.people import PASSWORD

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.pages.urls")]

OWN_PAGES = {
    "/accounts/2fa/": "登录安全",
    "/accounts/2fa/totp/activate/": "启用动态口令",
    "/accounts/2fa/webauthn/": "通行密钥",
    "/accounts/2fa/webauthn/add/": "登记通行密钥",
    "/accounts/password/change/": "修改密码",
    "/accounts/logout/": "退出",
    "/accounts/reauthenticate/": "再次确认身份",
    "/no-such-page/": "没有这个页面，或者它不对您开放。",
}


@pytest.fixture
def officer(transactional_db: None) -> User:
    """An officer of one university who also helps another."""
    user = User.objects.create_user("chen", password=PASSWORD, name="陈某某")
    for number, name in enumerate(("示例大学", "示例医院"), start=1):
        unit = Organisation.objects.create(
            name=name,
            prefix=f"示{number}",
            kind=OrganisationKind.UNIVERSITY,
            credit_code=f"1237000000000000{number:02}",
        )
        Membership.objects.create(
            user=user, organisation=unit, role=Role.OFFICER, since=date(2024, 1, 1)
        )
    return user


@pytest.fixture
def signed_in(page: Page, officer: User) -> Page:
    login(page, officer.username)
    return page


def open_confirmed(page: Page, address: str) -> None:
    """Go to a page of the account, giving the password once more where that is asked."""
    page.goto(address)
    if "/reauthenticate/?next" in page.url:
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="确认是我").click()
        page.wait_for_url(f"**{address}")


@pytest.fixture
def two_factor(settings: Any) -> None:
    settings.MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]


@pytest.mark.usefixtures("two_factor")
@pytest.mark.parametrize(("address", "heading"), OWN_PAGES.items())
def test_pages_of_the_account_stand_in_nobodys_way(
    signed_in: Page, address: str, heading: str
) -> None:
    open_confirmed(signed_in, address)
    assert signed_in.get_by_role("heading", level=1).all_inner_texts() == [heading]
    assert violations(signed_in) == []
    signed_in.set_viewport_size(PHONE)
    assert violations(signed_in) == []


def test_the_shell_says_who_acts_for_whom(signed_in: Page) -> None:
    signed_in.goto("/styleguide/")
    top = signed_in.get_by_role("banner")
    assert "陈某某" in top.inner_text()
    chooser = top.get_by_label("正在以哪个单位的身份办理")
    chooser.select_option(label="示例医院")
    top.get_by_role("button", name="换到此单位").click()
    signed_in.goto("/styleguide/")
    chosen = signed_in.get_by_label("正在以哪个单位的身份办理").locator("option:checked")
    assert chosen.inner_text() == "示例医院"
    assert violations(signed_in) == []


def test_the_shell_says_which_rules_and_calendars_are_in_use(signed_in: Page) -> None:
    signed_in.goto("/styleguide/")
    basis = signed_in.get_by_role("navigation", name="主导航").inner_text()
    assert "国科发监〔2022〕221号" in basis and "鲁科字〔2024〕84号" in basis
    assert "2026年，已公布" in basis and "2027年，未公布" in basis


def test_signing_out_leaves_no_draft_behind(signed_in: Page) -> None:
    signed_in.goto("/styleguide/")
    signed_in.get_by_label("事实").fill("两图相同")
    signed_in.get_by_text("已自动保存").wait_for()
    signed_in.get_by_role("button", name="退出").click()
    signed_in.wait_for_url("**/accounts/login/**")
    assert signed_in.evaluate("Object.keys(localStorage)") == []


@pytest.mark.usefixtures("two_factor")
def test_a_second_step_is_asked_for_once_a_code_is_set_up(signed_in: Page) -> None:
    open_confirmed(signed_in, "/accounts/2fa/totp/activate/")
    secret = signed_in.locator("code").inner_text()
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    signed_in.get_by_label("6位动态口令").fill(code)
    signed_in.get_by_role("button", name="启用动态口令").click()
    assert signed_in.locator(".cw-codes li").count() == 10
    assert violations(signed_in) == []
    signed_in.context.clear_cookies()
    signed_in.goto("/accounts/login/")
    signed_in.get_by_label("用户名").fill("chen")
    signed_in.get_by_label("密码").fill(PASSWORD)
    signed_in.get_by_role("button", name="登录").click()
    signed_in.wait_for_url("**/accounts/2fa/authenticate/")
    assert signed_in.get_by_role("heading", level=1).inner_text() == "两步验证"
    assert violations(signed_in) == []


def test_the_demonstration_says_why_there_is_no_second_step(signed_in: Page, settings: Any) -> None:
    settings.MFA_SUPPORTED_TYPES = []
    signed_in.goto("/accounts/2fa/")
    assert "演示环境不用两步验证" in signed_in.get_by_role("main").inner_text()


def test_the_keyboard_reaches_the_content_first(signed_in: Page) -> None:
    signed_in.goto("/styleguide/")
    signed_in.keyboard.press("Tab")
    signed_in.keyboard.press("Enter")
    assert signed_in.evaluate("document.activeElement.id") == "main"
