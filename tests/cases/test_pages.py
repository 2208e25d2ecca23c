"""The pages answer outsiders as if nothing were there, log every look, and keep what was typed."""

import pytest
from django.test import Client

from accounts.models import ReadEntry, User
from cases.models import Case
from tests.cases import world as w

PAGES = ("team/", "respondents/", "plan/", "inquiry/", "report/", "notifications/")


def signed_in(world: w.World, name: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=world[name].user_id))
    return client


@pytest.fixture
def case(world: w.World) -> Case:
    return w.inquired(world)


@pytest.mark.parametrize("name", ["officer2", "province", "sysadmin", "auditor"])
def test_outsiders_and_the_auditor_find_no_such_page(world: w.World, case: Case, name: str) -> None:
    client = signed_in(world, name)
    answers = {page: client.get(f"/cases/{case.pk}/{page}").status_code for page in PAGES}
    assert set(answers.values()) == {404}, answers
    complaint = case.complaints.get()
    assert client.get(f"/complaints/{complaint.pk}/").status_code == 404


def test_whoever_may_look_but_not_act_is_told_why_with_the_article(
    world: w.World, case: Case
) -> None:
    answer = signed_in(world, "officer").get(f"/cases/{case.pk}/suspend/")
    assert answer.status_code == 403
    assert "由单位相关负责人批准。" in answer.content.decode()
    assert "第二十三条" in answer.content.decode()


def test_every_look_at_content_is_logged(world: w.World, case: Case) -> None:
    client = signed_in(world, "officer")
    for page in PAGES:
        client.get(f"/cases/{case.pk}/{page}")
    looked = ReadEntry.objects.filter(actor=world["officer"].user_id, subject_kind="cases.case")
    assert looked.count() == len(PAGES)


def test_a_download_of_evidence_is_logged_and_is_what_came_in(world: w.World, case: Case) -> None:
    item = case.evidence.get()
    answer = signed_in(world, "officer").get(f"/cases/{case.pk}/evidence/{item.pk}/file/")
    assert b"".join(answer.streaming_content) == b"compared"  # type: ignore[attr-defined]
    assert ReadEntry.objects.filter(what="evidence.read", subject_id=item.pk).exists()


def test_a_refused_form_says_why_and_keeps_what_was_typed(world: w.World, case: Case) -> None:
    sent = {"months": "3", "ground": "", "seen": ""}
    answer = signed_in(world, "head").post(f"/cases/{case.pk}/extend/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "有1处要改" in page
    assert "没有写明案件怎样特别重大复杂" in page
    assert 'value="3"' in page
    assert "第二十五条" in page


def test_the_page_of_a_sealed_identity_is_kept_by_no_browser(world: w.World, case: Case) -> None:
    complaint = case.complaints.get()
    client = signed_in(world, "officer")
    asked = client.get(f"/complaints/{complaint.pk}/identity/")
    assert w.COMPLAINANT not in asked.content.decode()
    shown = client.post(f"/complaints/{complaint.pk}/identity/", {"reason": "联系补充材料"})
    assert w.COMPLAINANT in shown.content.decode()
    assert shown["Cache-Control"] == "no-store"
