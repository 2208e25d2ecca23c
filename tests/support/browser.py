"""Debian's Chromium through playwright, on pytest-django's live server."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.support.people import PASSWORD

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    # A container's shared memory is too small for long pages.
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",
]
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run; a failure tells what to install."""
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: apt-get install chromium", pytrace=False)
    # Chromium's sandbox refuses to run as root.
    arguments = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser, live_server: Any) -> Iterator[BrowserContext]:
    """A fresh profile, in Chinese, whose relative addresses lead to the live server."""
    context = browser.new_context(base_url=live_server.url, locale="zh-CN", viewport=WIDE)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of that profile."""
    return context.new_page()


def login(page: Page, username: str, password: str = PASSWORD) -> None:
    """Sign in as a person would, through the form; whoever was signed in before is forgotten."""
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.locator("[name=login]").fill(username)
    page.locator("[name=password]").fill(password)
    page.locator("form:has([name=password]) [type=submit]").click()
    page.wait_for_url(lambda url: "/accounts/login" not in url)
