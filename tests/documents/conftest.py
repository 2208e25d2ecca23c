"""A university that sends letters, and its officer."""

from datetime import date

import pytest

from accounts.actors import Actor
from accounts.models import Organisation, OrganisationKind, User
from accounts.roles import Role
from cases.models import Case


@pytest.fixture
def university(db: None) -> Organisation:
    """示例大学, whose letters begin with 示大科诚."""
    return Organisation.objects.create(
        name="示例大学",
        prefix="示大科诚",
        kind=OrganisationKind.UNIVERSITY,
        credit_code="12370000MB2842319C",
    )


@pytest.fixture
def officer(university: Organisation) -> Actor:
    """Somebody of the integrity office."""
    user = User.objects.create(username="letters-officer", name="李敏")
    return Actor(user.pk, user.name, university.pk, frozenset({Role.OFFICER.value}))


@pytest.fixture
def case(university: Organisation) -> Case:
    """A case of the university."""
    return Case.objects.create(
        number="示大科诚〔2026〕3号",
        organisation=university,
        title="项目申报书抄袭",
        accepted_on=date(2026, 3, 9),
        law_on=date(2026, 3, 9),
        law_reason="决定受理当日有效",
    )
