"""The side navigation follows the role, and where one is."""

import pytest
from django.urls import path

from accounts.roles import Role
from misconduct.pages import navigation

urlpatterns = [
    path("work/", lambda request: None, name="my_work"),  # type: ignore[arg-type, return-value]
    path("cases/", lambda request: None, name="case_list"),  # type: ignore[arg-type, return-value]
    path("complaints/", lambda request: None, name="complaint_list"),  # type: ignore[arg-type, return-value]
]

pytestmark = pytest.mark.urls(__name__)


def labels(*roles: Role) -> list[object]:
    return [item["label"] for item in navigation.items(roles, "/work/")]


def test_an_officer_registers_complaints_an_investigator_does_not() -> None:
    assert labels(Role.OFFICER) == ["我的工作", "举报登记", "案件"]
    assert labels(Role.INVESTIGATOR) == ["我的工作", "案件"]


def test_the_system_administrator_sees_no_case_content() -> None:
    assert "案件" not in labels(Role.SYSTEM_ADMINISTRATOR)


def test_a_stranger_sees_nothing() -> None:
    assert labels() == []


def test_the_entry_of_a_page_below_it_is_current() -> None:
    found = navigation.items([Role.OFFICER], "/cases/14/decision/")
    assert [item["label"] for item in found if item["current"]] == ["案件"]


def test_counts_stand_beside_their_entry_and_nought_is_left_out() -> None:
    found = navigation.items([Role.OFFICER], "/", {"my_work": 8, "complaint_list": 0})
    assert [item["count"] for item in found] == [8, None, None]
