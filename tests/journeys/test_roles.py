"""What each role meets on the pages everybody has: my work, the cases, one case, one filing."""

from datetime import date

import pytest
from playwright.sync_api import Page

from fixtures.demo.affairs import affair
from fixtures.demo.walk import Walk
from tests.journeys import story
from tests.journeys.conftest import Desks
from tests.journeys.desk import Calendar, barriers
from tests.support.browser import PHONE
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db(transaction=True)

TOLD = affair(0, respondent=story.RESPONDENT, content=story.CONTENT, complainant=story.COMPLAINANT)
# Who opens the case, and who is told that there is no such page.
INSIDE = ("officer", "leader", "head", "investigator", "expert1")
OUTSIDE = ("officer2", "reviewer", "sysadmin", "province")
NO_PAGE = "没有这个页面，或者它不对您开放。"


@pytest.fixture
def walk(cast: Cast, calendar: Calendar) -> Walk:
    """A case whose report is signed."""
    walk = Walk(cast.users, TOLD, date(2026, 3, 10)).register().assess().accept().staff()
    walk.plan().begin().inquire().report().identify()
    calendar.to(date(2026, 5, 12))
    return walk


def test_each_role_reads_its_own(desk: Desks, walk: Walk, problems: dict[str, list[str]]) -> None:
    address = walk.case.get_absolute_url()
    for username in INSIDE:
        one = desk(username).open("/work/").enter("案件").reads(walk.case.number)
        one.follow(walk.case.number).reads(story.RESPONDENT).reads_no(story.COMPLAINANT)
    for username in OUTSIDE:
        one = desk(username).open("/")
        one.open(address).reads(NO_PAGE).reads_no(walk.case.title)
    assert barriers(problems) == {}


def test_the_auditor_reads_no_identities(
    desk: Desks, walk: Walk, problems: dict[str, list[str]]
) -> None:
    auditor = desk("auditor").open("/").enter("案件").follow(walk.case.number)
    auditor.reads("认定", "还剩").reads_no(*hidden(walk))
    auditor.open(f"/cases/?q={story.RESPONDENT}").reads_no(walk.case.number)
    auditor.open(f"{walk.case.get_absolute_url()}respondents/").reads(NO_PAGE)
    assert barriers(problems) == {}


def test_the_pages_of_a_case_work_on_a_phone(desk: Desks, walk: Walk) -> None:
    officer = desk("officer")
    officer.page.set_viewport_size(PHONE)
    for address in ("/work/", "/cases/", walk.case.get_absolute_url()):
        officer.open(address)
        assert wide(officer.page) <= PHONE["width"], address
    assert barriers(officer.problems) == {}


def hidden(walk: Walk) -> tuple[str, ...]:
    """What would say who it is about, who said so, and who works on it."""
    people = (walk.users[name].name for name in ("officer", "investigator", "expert1"))
    return (story.RESPONDENT, story.COMPLAINANT, walk.case.title, TOLD.work, *people)


def wide(page: Page) -> int:
    """How wide the page's content is."""
    return int(page.evaluate("document.documentElement.scrollWidth"))
