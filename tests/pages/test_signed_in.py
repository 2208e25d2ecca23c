"""The shell around every page, and the pages of one's own account, in the browser."""

from datetime import date

import pytest
from playwright.sync_api import Page

from accounts.models import Membership, Organisation, OrganisationKind, User
from accounts.roles import Role
from tests.support.accessibility import violations
from tests.support.browser import PHONE, login
from tests.support.people import PASSWORD

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.pages.urls")]

OWN_PAGES = [
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/password/change/",
    "/accounts/logout/",
    "/accounts/reauthenticate/",
    "/no-such-page/",
]


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


@pytest.mark.parametrize("address", OWN_PAGES)
def test_pages_of_the_account_stand_in_nobodys_way(signed_in: Page, address: str) -> None:
    signed_in.goto(address)
    assert signed_in.locator("h1").count() == 1
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


def test_a_page_that_is_not_there_says_no_more_than_that(signed_in: Page) -> None:
    signed_in.goto("/no-such-page/")
    heading = signed_in.get_by_role("heading", level=1)
    assert heading.inner_text() == "没有这个页面，或者它不对您开放。"


def test_the_keyboard_reaches_the_content_first(signed_in: Page) -> None:
    signed_in.goto("/styleguide/")
    signed_in.keyboard.press("Tab")
    signed_in.keyboard.press("Enter")
    assert signed_in.evaluate("document.activeElement.id") == "main"
