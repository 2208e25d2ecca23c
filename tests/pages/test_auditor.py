"""What an auditor reads of a case: where it stands and by when, and no identity at all."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts import clock
from fixtures.demo.affairs import affair
from fixtures.demo.walk import Walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(cast) -> Walk:
    walk = Walk(cast.users, affair(0), clock.today() - timedelta(days=70))
    walk.register().later(3).assess().accept().later(2).staff().plan().begin()
    return walk.later(9).inquire().later(9).report().identify().later(2).find().draft()


@pytest.mark.parametrize("page", ["case", "case_record"])
def test_no_name_no_title_and_no_number_of_anybody(cast, client, found, page) -> None:
    client.force_login(cast.user("auditor"))
    text = client.get(reverse(page, kwargs={"pk": found.case.pk})).content.decode()
    people = [cast.user(name).name for name in ("officer", "leader", "investigator", "expert1")]
    for secret in (found.affair.respondent, found.affair.title, found.affair.work, *people):
        assert secret not in text


def test_the_respondent_goes_by_the_same_pseudonym_everywhere(cast, client, found) -> None:
    client.force_login(cast.user("auditor"))
    text = client.get(reverse("case", kwargs={"pk": found.case.pk})).content.decode()
    assert "制作被调查人甲的事先告知书" in text
    assert 'class="btn btn-primary"' not in text


def test_the_list_shows_numbers_and_dates_only(cast, client, found) -> None:
    client.force_login(cast.user("auditor"))
    text = client.get(reverse("case_list")).content.decode()
    assert found.case.number in text
    assert found.affair.title not in text


def test_searching_by_a_name_finds_nothing(cast, client, found) -> None:
    client.force_login(cast.user("auditor"))
    text = client.get(reverse("search"), {"q": found.affair.respondent}).content.decode()
    assert found.case.number not in text
