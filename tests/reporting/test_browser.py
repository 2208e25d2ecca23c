"""Filings in the browser: the way of one, and pages that everybody can read."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fixtures.demo.units import PASSWORD
from reporting.models import Submission
from tests.reporting import world as w
from tests.support.accessibility import violations
from tests.support.browser import PHONE, login
from tests.support.cast import Cast
from tests.support.processes import Process, Stub

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("processes")]


def shown(page: Page, name: str) -> list[str]:
    """What axe finds; a picture of the page when FILING_PICTURES names a folder."""
    if folder := os.environ.get("FILING_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
    return violations(page)


def make(page: Page, filing: Submission, button: str, **fields: str) -> None:
    """Open the move from the page of the filing and send its form."""
    page.goto(filing.get_absolute_url())
    page.get_by_role("link", name=button, exact=True).first.click()
    page.get_by_label("日期").first.fill(w.EFFECT.isoformat())
    for label, value in fields.items():
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name=button, exact=True).click()


def test_one_filing_from_the_unit_to_the_receipts_of_the_nation(
    page: Page, cast: Cast, national_stub: Stub, worker: Process
) -> None:
    filing = w.prepared(cast)
    login(page, "officer", PASSWORD)
    make(page, filing, "备齐报送件")
    login(page, "leader", PASSWORD)
    make(page, filing, "放行报送")
    login(page, "province", PASSWORD)
    make(page, filing, "确认省科技厅收到", 凭据="省厅收文〔2026〕88号")
    make(page, filing, "审核通过")
    expect(page.get_by_text("由另一人", exact=False).first).to_be_visible()
    login(page, "province2", PASSWORD)
    make(page, filing, "放行汇交")
    expect(page.get_by_text("系统正在发送")).to_be_visible()
    login(page, "superior", PASSWORD)
    make(page, filing, "确认上级收到", 凭据="省教育厅收文12号")
    page.wait_for_timeout(500)
    for _ in range(20):
        page.reload()
        if page.get_by_text("已入库", exact=True).count():
            break
        page.wait_for_timeout(500)
    expect(page.get_by_text("已入库", exact=True)).to_be_visible()
    assert w.fresh(filing).state == "acknowledged"


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_the_pages_of_a_filing_stand_in_nobodys_way(page: Page, cast: Cast, size: str) -> None:
    if size == "phone":
        page.set_viewport_size(PHONE)
    filing = w.at_province(cast)
    w.prepared(cast)
    returned = w.fresh(filing)
    login(page, "province", PASSWORD)
    for path, name in (
        ("/filing/", "list"),
        (returned.get_absolute_url(), "page"),
        (f"{returned.get_absolute_url()}approve/", "move"),
        (f"{returned.get_absolute_url()}submit/", "closed"),
    ):
        page.goto(path)
        assert shown(page, f"{name}-{size}") == []
    page.goto(f"{returned.get_absolute_url()}send-back/")
    page.get_by_role("button", name="要求补正", exact=True).click()
    expect(page.get_by_text("有1处要改")).to_be_visible()
    assert shown(page, f"refused-{size}") == []


def test_an_auditor_finds_nothing_in_the_way_and_no_names(page: Page, cast: Cast) -> None:
    filing = w.submitted(cast)
    login(page, "auditor", PASSWORD)
    for path, name in (("/filing/", "auditor-list"), (filing.get_absolute_url(), "auditor-page")):
        page.goto(path)
        assert shown(page, name) == []
        expect(page.get_by_text(filing.decision.respondent.name)).to_have_count(0)
