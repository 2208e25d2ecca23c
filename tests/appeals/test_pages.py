"""What each role sees of appeals, and how a form answers."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.audit.log import position
from accounts.models import ReadEntry
from appeals.models import Appeal, AppealState
from fixtures.demo.walk import Walk
from tests.appeals import world as w
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db

LIST = "/appeals/"
NOW = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """Every page is looked at on the same day."""
    with w.on(NOW):
        yield


@pytest.fixture
def walk(cast: Cast) -> Walk:
    return w.served(cast)


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


def move(name: str, appeal: Appeal) -> str:
    return reverse(f"appeal_{name}", kwargs={"pk": appeal.pk})


def test_each_role_lists_its_own(cast: Cast, walk: Walk) -> None:
    appeal = w.under_review(cast, walk)
    for name in ("officer", "leader", "head", "reviewer", "superior", "auditor"):
        assert appeal.number in text(as_(cast, name), LIST), name
    assert appeal.number not in text(as_(cast, "officer2"), LIST)
    for name in ("investigator", "expert1", "sysadmin"):
        assert as_(cast, name).get(LIST).status_code == 404, name


def test_the_list_narrows_to_a_state(cast: Cast, walk: Walk) -> None:
    appeal = w.lodge(cast, walk)
    officer = as_(cast, "officer")
    assert appeal.number in text(officer, f"{LIST}?state=open&level=1")
    assert "没有符合条件的申诉" in text(officer, f"{LIST}?state=decided")
    assert "没有符合条件的申诉" in text(officer, f"{LIST}?level=2")


def test_the_page_says_what_is_next_by_when_and_why_not(cast: Cast, walk: Walk) -> None:
    appeal = w.lodge(cast, walk, evidence="")
    shown = text(as_(cast, "officer"), appeal.get_absolute_url())
    assert "决定是否受理申诉" in shown and "2026年3月23日" in shown
    assert "没有提供相关证据或线索" in shown and "第四十一条" in shown
    assert "提出申诉的最后一天是2026年3月9日" in shown
    assert move("refuse", appeal) in shown and move("admit", appeal) not in shown
    assert "现在不能做的事" in shown
    assert ReadEntry.objects.filter(what="appeal").exists()


def test_the_head_and_the_superior_see_what_they_cannot_do_and_why(cast: Cast, walk: Walk) -> None:
    appeal = w.lodge(cast, walk)
    shown = text(as_(cast, "head"), appeal.get_absolute_url())
    assert "由示例大学的办公室办理" in shown and move("admit", appeal) not in shown
    w.sign(cast, appeal, "superior")
    shown = text(as_(cast, "superior"), appeal.get_absolute_url())
    assert "复查还没有结果" in shown


def test_whoever_has_not_signed_is_led_to_the_papers_of_the_case(cast: Cast, walk: Walk) -> None:
    appeal = w.lodge(cast, walk)
    response = as_(cast, "superior").get(appeal.get_absolute_url(), follow=True)
    last, _ = response.redirect_chain[-1]
    assert last.startswith(reverse("case_sign", kwargs={"pk": appeal.case_id}))


def test_the_auditor_reads_no_names_and_no_reasons(cast: Cast, walk: Walk) -> None:
    appeal = w.under_review(cast, walk)
    shown = text(as_(cast, "auditor"), appeal.get_absolute_url()) + text(as_(cast, "auditor"), LIST)
    for hidden in (
        walk.affair.respondent,
        walk.affair.title,
        w.REASONS[0],
        cast.user("reviewer").name,
        cast.user("officer").name,
    ):
        assert hidden not in shown
    assert as_(cast, "auditor").post(move("tell", appeal)).status_code == 403


def test_others_find_nothing(cast: Cast, walk: Walk) -> None:
    appeal = w.lodge(cast, walk)
    for name in ("officer2", "investigator", "expert1", "reviewer", "province", "sysadmin"):
        assert as_(cast, name).get(appeal.get_absolute_url()).status_code == 404, name
        assert as_(cast, name).get(move("admit", appeal)).status_code == 404, name


def lodging(**changes: object) -> dict[str, object]:
    return {
        "appellant": "respondent",
        "complaint": "",
        "lodged_on": "2026-03-02",
        "received_on": "2026-03-02",
        "receipt_evidence": "收文登记簿第18号",
        "reasons": "认定有误。\n\n处理过重。",
        "evidence": "原始记录。",
        **changes,
    }


def test_an_appeal_is_written_down_on_its_form(cast: Cast, walk: Walk) -> None:
    url = reverse("appeal_lodge", kwargs={"pk": walk.decision().pk})
    officer = as_(cast, "officer")
    assert "2026年2月10日" in text(officer, url)
    response = officer.post(url, lodging(), follow=True)
    appeal = Appeal.objects.get()
    assert response.redirect_chain[-1][0] == appeal.get_absolute_url()
    assert [r.reason for r in appeal.reasons.all()] == ["认定有误。", "处理过重。"]


def test_a_refused_form_keeps_what_was_typed_and_opens_the_article(cast: Cast, walk: Walk) -> None:
    url = reverse("appeal_lodge", kwargs={"pk": walk.decision().pk})
    officer = as_(cast, "officer")
    response = officer.post(url, lodging(receipt_evidence="  "))
    shown = response.content.decode()
    assert response.status_code == 422
    assert "处理过重。" in shown
    response = officer.post(url, lodging(appellant="complainant", complaint=str(walk.complaint.pk)))
    shown = response.content.decode()
    assert response.status_code == 422
    assert "还没有收到处理决定书，也没有被告知结果" in shown and "第四十一条" in shown
    assert walk.affair.complainant not in shown
    assert not Appeal.objects.exists()


def test_a_whole_review_goes_through_the_forms(cast: Cast, walk: Walk) -> None:
    appeal = w.lodge(cast, walk)
    officer, head = as_(cast, "officer"), as_(cast, "head")
    assert officer.post(move("admit", appeal), {"on": "2026-03-10"}).status_code == 302
    assert officer.post(move("tell", appeal), {"on": "2026-03-10"}).status_code == 302
    form = text(officer, move("begin", appeal))
    assert "参加过此前的调查或复查，不能选" in form
    shared = officer.post(
        move("begin", appeal),
        {"on": "2026-03-12", "member_ids": [cast.user("investigator").pk]},
    )
    assert shared.status_code == 422 and "原调查组的人" in shared.content.decode()
    team = [cast.user(name).pk for name in ("reviewer", "reviewer2")]
    begun = officer.post(move("begin", appeal), {"on": "2026-03-12", "member_ids": team})
    assert begun.status_code == 302
    w.sign(cast, appeal, "reviewer")
    answers = {f"reason_{r.pk}": "已核实，不成立。" for r in appeal.reasons.all()}
    assert as_(cast, "reviewer").post(move("answer", appeal), answers).status_code == 302
    opinion = {"on": "2026-04-20", "outcome": "upheld", "opinion": "维持原处理决定。"}
    assert head.post(move("decide", appeal), opinion).status_code == 302
    assert officer.post(move("tell_result", appeal), {"on": "2026-04-21"}).status_code == 302
    shown = text(officer, appeal.get_absolute_url())
    assert "本件已了结" in shown and "维持" in shown and "复查决定书" in shown
    assert w.untampered()


def test_who_was_overtaken_is_shown_what_changed_and_keeps_the_input(
    cast: Cast, walk: Walk
) -> None:
    appeal = w.lodge(cast, walk, evidence="")
    seen = position(appeal.chain)
    w.refuse(cast, appeal)
    response = as_(cast, "officer").post(
        move("refuse", appeal), {"on": "2026-03-12", "reason": "没有提供证据。", "seen": seen}
    )
    shown = response.content.decode()
    assert response.status_code == 409
    assert "决定不予受理申诉" in shown
    assert w.fresh(appeal).state == AppealState.REFUSED


def test_a_closed_move_explains_itself_on_its_own_address(cast: Cast, walk: Walk) -> None:
    appeal = w.lodge(cast, walk)
    shown = text(as_(cast, "officer"), move("begin", appeal))
    assert "受理后才能组织复查" in shown and '<form method="post" novalidate' not in shown


def test_the_superior_takes_the_second_appeal_in_on_the_page_of_the_first(
    cast: Cast, walk: Walk
) -> None:
    first = w.reviewed(cast, walk)
    w.sign(cast, first, "superior")
    superior = as_(cast, "superior")
    assert move("second", first) in text(superior, first.get_absolute_url())
    sent = lodging(lodged_on="2026-05-06", received_on="2026-05-06", sufficient_evidence="on")
    assert superior.post(move("second", first), sent).status_code == 302
    second = first.second.get()
    assert second.sufficient_evidence
    assert "第二次申诉没有提出的期限" in text(superior, second.get_absolute_url())
