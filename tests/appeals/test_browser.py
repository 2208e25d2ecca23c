"""The pages of appeals in the browser: no findings of axe, and the forms work by keyboard."""

import os
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from appeals.models import Appeal, AppealState
from tests.appeals import world as w
from tests.support.accessibility import violations
from tests.support.browser import login
from tests.support.cast import Cast
from tests.support.people import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def appeals(cast: Cast) -> list[Appeal]:
    """One at its beginning, one under review, one reviewed."""
    for name in ("officer", "head", "reviewer", "superior", "auditor"):
        user = cast.user(name)
        user.set_password(PASSWORD)
        user.save()
    lodged = w.lodge(cast, w.served(cast), evidence="")
    working = w.under_review(cast, w.served(cast))
    done = w.reviewed(cast, w.served(cast))
    with w.on(date(2026, 4, 22)):
        for appeal in (lodged, working, done):
            w.sign(cast, appeal, "superior")
    return [lodged, working, done]


def look(page: Page, name: str) -> None:
    """No finding of axe; a picture where the environment asks for one."""
    assert violations(page) == []
    if folder := os.environ.get("PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_every_role_reads_its_pages(page: Page, cast: Cast, appeals: list[Appeal]) -> None:
    lodged, working, done = appeals
    looks = {
        "officer": [lodged, working, done],
        "head": [working],
        "reviewer": [working],
        "superior": [done],
        "auditor": [done],
    }
    for name, seen in looks.items():
        login(page, name)
        page.goto("/appeals/")
        look(page, f"{name}-list")
        for appeal in seen:
            page.goto(appeal.get_absolute_url())
            assert page.get_by_role("heading", level=1).is_visible()
            look(page, f"{name}-{appeal.state}")


def test_the_forms_of_a_review(page: Page, cast: Cast, appeals: list[Appeal]) -> None:
    lodged, working, done = appeals
    login(page, "officer")
    for name, appeal in (("refuse", lodged), ("team", working), ("tell_result", done)):
        page.goto(reverse(f"appeal_{name}", kwargs={"pk": appeal.pk}))
        look(page, f"form-{name}")
    page.goto(reverse("appeal_lodge", kwargs={"pk": lodged.decision_id}))
    look(page, "form-lodge")
    page.goto(reverse("appeal_refuse", kwargs={"pk": lodged.pk}))
    page.get_by_role("button", name="不予受理申诉").focus()
    page.keyboard.press("Enter")
    page.get_by_text("请填写不予受理的说明").first.wait_for()
    look(page, "form-refused")
    page.get_by_label("不予受理的说明").fill("没有提供相关证据或线索。")
    page.get_by_role("button", name="不予受理申诉").click()
    page.wait_for_url(f"**{lodged.get_absolute_url()}")
    assert w.fresh(lodged).state == AppealState.REFUSED
    login(page, "reviewer")
    page.goto(reverse("appeal_answer", kwargs={"pk": working.pk}))
    look(page, "form-answer")
