"""What each role sees of filings, and how a form answers."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.audit.log import position
from fixtures.demo.units import UNIVERSITY, UNIVERSITY_2
from reporting.models import Submission
from reporting.selectors.moves import MOVES
from reporting.selectors.steps import address
from reporting.services import province, unit
from reporting.services.people import sign_submission
from tests.reporting import world as w
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> object:
    """Every test runs on the same day."""
    with w.on(w.TODAY):
        yield


def as_(cast: Cast, name: str) -> Client:
    """A browser in which this person is signed in."""
    client = Client()
    client.force_login(cast.user(name))
    return client


def text(client: Client, url: str) -> str:
    """A page that opens."""
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


LIST = "/filing/"


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        ("officer", True),
        ("leader", True),
        ("head", True),
        ("superior", True),
        ("province", True),
        ("auditor", True),
        ("officer2", False),
    ],
)
def test_each_role_lists_its_own(cast: Cast, name: str, sees: bool) -> None:
    filing = w.prepared(cast)
    assert (filing.decision.number in text(as_(cast, name), LIST)) is sees


@pytest.mark.parametrize("name", ["investigator", "expert1", "sysadmin"])
def test_to_the_others_there_is_no_list(cast: Cast, name: str) -> None:
    assert as_(cast, name).get(LIST).status_code == 404


def test_the_auditor_reads_no_names(cast: Cast) -> None:
    filing = w.at_province(cast)
    auditor = as_(cast, "auditor")
    name = filing.decision.respondent.name
    shown = text(auditor, LIST) + text(auditor, filing.get_absolute_url())
    assert name not in shown
    assert cast.user("province").name not in text(auditor, filing.get_absolute_url())
    assert filing.decision.number not in text(auditor, f"{LIST}?q={name}")
    assert name in text(as_(cast, "province"), LIST)


def test_the_filters_narrow_and_stay_in_the_address(cast: Cast) -> None:
    first, second = w.prepared(cast), w.released(cast)
    officer = as_(cast, "officer")
    shown = text(officer, f"{LIST}?state=released")
    assert second.decision.number in shown and first.decision.number not in shown
    assert "清除筛选" in shown
    assert first.decision.number in text(officer, f"{LIST}?q={first.decision.respondent.name}")
    assert "没有符合条件的汇交" in text(officer, f"{LIST}?q=没有这个人")


def test_overdue_filings_are_found(cast: Cast) -> None:
    late = w.prepared(cast, effective=date(2026, 3, 2))
    fresh = w.prepared(cast, effective=date(2026, 4, 17))
    shown = text(as_(cast, "officer"), f"{LIST}?overdue=1")
    assert late.decision.number in shown and fresh.decision.number not in shown
    assert "已逾期" in shown


def test_the_page_says_what_is_next_by_when_and_on_which_article(cast: Cast) -> None:
    filing = w.prepared(cast, effective=date(2026, 4, 9))
    shown = text(as_(cast, "officer"), filing.get_absolute_url())
    assert "备齐报送件：处理决定书和调查报告" in shown
    assert "还剩3个工作日" in shown and "2026年4月23日" in shown
    assert "第三十六条" in shown


def test_the_page_says_what_cannot_be_done_and_why(cast: Cast) -> None:
    filing = w.prepared(cast)
    shown = text(as_(cast, "officer"), filing.get_absolute_url())
    assert "现在不能做的事" in shown
    assert "报送件还没有备齐；备齐后由另一人放行。" in shown


@pytest.mark.parametrize("slug", list(MOVES))
def test_every_move_has_a_page_that_opens_or_explains(cast: Cast, slug: str) -> None:
    filing = w.at_province(cast)
    for name in ("officer", "province", "superior"):
        url = reverse(address(slug), kwargs={"pk": filing.pk})
        response = as_(cast, name).get(url)
        assert response.status_code in (200, 403)
        assert "条" in response.content.decode() or response.status_code == 403


def test_a_form_that_is_refused_keeps_the_input_and_names_the_article(cast: Cast) -> None:
    filing = w.at_province(cast)
    filing.decision.respondent.unit = None
    filing.decision.respondent.unit_name = ""
    filing.decision.respondent.save()
    url = reverse("submission_approve", kwargs={"pk": filing.pk})
    response = as_(cast, "province").post(url, {"on": "2026-04-03", "seen": position(filing.chain)})
    shown = response.content.decode()
    assert response.status_code == 422
    assert "数据信息缺所在单位" in shown and "第二十条" in shown
    assert 'value="2026-04-03"' in shown


def test_a_form_sent_from_an_outdated_page_shows_what_changed(cast: Cast) -> None:
    filing = w.prepared(cast)
    seen = position(filing.chain)
    unit.confirm_package(actor=cast.actor("officer"), submission_id=filing.pk, on=w.EFFECT)
    url = reverse("submission_confirm_package", kwargs={"pk": filing.pk})
    response = as_(cast, "officer").post(url, {"on": "2026-04-02", "seen": seen})
    assert response.status_code == 409
    assert "备齐处理决定书和调查报告" in response.content.decode()


def test_a_form_that_goes_through_leads_back_to_the_filing(cast: Cast) -> None:
    filing = w.prepared(cast)
    url = reverse("submission_confirm_package", kwargs={"pk": filing.pk})
    response = as_(cast, "officer").post(url, {"on": "2026-04-02", "seen": position(filing.chain)})
    assert (response.status_code, response.headers["Location"]) == (302, filing.get_absolute_url())
    assert w.fresh(filing).prepared_on == date(2026, 4, 2)


def test_both_counts_stand_on_the_page_after_a_correction(cast: Cast) -> None:
    filing = w.at_province(cast)
    province.return_package(
        actor=cast.actor("province"), submission_id=filing.pk, on=w.EFFECT, missing="缺签字页"
    )
    unit.complete_elements(
        actor=cast.actor("officer"), submission_id=filing.pk, on=date(2026, 4, 10), corrected="已补"
    )
    shown = text(as_(cast, "province"), filing.get_absolute_url())
    assert "2026年4月16日" in shown and "2026年4月24日" in shown


def test_whoever_has_not_signed_is_led_to_the_papers_of_the_case(cast: Cast) -> None:
    filing = w.prepared(cast)
    filing.case.recusal_statements.filter(user=cast.user("province")).delete()
    province_officer = as_(cast, "province")
    led = province_officer.get(filing.get_absolute_url(), follow=True)
    assert led.request["PATH_INFO"] == reverse("submission_sign", kwargs={"pk": filing.pk})
    assert "第四十五条" in led.content.decode()
    sign_submission(actor=cast.actor("province"), submission_id=filing.pk)
    assert filing.decision.number in text(province_officer, filing.get_absolute_url())


def test_a_strangers_filing_is_a_page_that_does_not_exist(cast: Cast) -> None:
    filing = w.prepared(cast)
    assert as_(cast, "officer2").get(filing.get_absolute_url()).status_code == 404
    other = w.prepared(cast, by=UNIVERSITY_2)
    assert other.organisation.name != UNIVERSITY
    assert as_(cast, "officer").get(other.get_absolute_url()).status_code == 404


def test_each_person_finds_their_own_step_in_their_work(cast: Cast) -> None:
    w.at_province(cast)
    assert "审核报送件和数据信息的要素" in text(as_(cast, "province"), "/work/")
    assert "确认上级主管部门收到报送件" in text(as_(cast, "superior"), "/work/")
    assert Submission.objects.count() == 1
