"""Desks: browsers of the demonstration's people, on days the test sets."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from accounts import clock
from fixtures.demo.units import PASSWORD
from tests.journeys.desk import Calendar, Desk
from tests.support.browser import WIDE, login
from tests.support.cast import Cast

Desks = Callable[[str], Desk]


@pytest.fixture
def calendar(monkeypatch: pytest.MonkeyPatch) -> Calendar:
    """The day it is, for this test and the pages it opens; move it with ``calendar.to(day)``.

    The clock's own setting belongs to one thread; pages are made in threads of the live server.
    Other processes keep the real time, which is later.
    """
    made = Calendar()
    monkeypatch.setattr(clock, "_set", made)
    return made


@pytest.fixture
def problems() -> dict[str, list[str]]:
    """What axe found, by page; a page and its refusals are each examined once."""
    return {}


@pytest.fixture
def desk(
    browser: Browser, live_server: object, cast: Cast, problems: dict[str, list[str]]
) -> Iterator[Desks]:
    """``desk("officer")``: a browser of their own in which this person stays signed in."""
    opened: dict[str, Desk] = {}

    def of(username: str) -> Desk:
        if username not in opened:
            context = browser.new_context(
                base_url=live_server.url,  # type: ignore[attr-defined]
                locale="zh-CN",
                viewport=WIDE,
                accept_downloads=True,
            )
            context.set_default_timeout(10_000)
            page = context.new_page()
            login(page, username, PASSWORD)
            opened[username] = Desk(page, username, problems)
        return opened[username]

    yield of
    for one in opened.values():
        one.page.context.close()
