"""A State Council department files in one hop, its own two people releasing it (Art 36)."""

from collections.abc import Callable
from typing import Any

import pytest

from accounts import clock
from accounts.actors import Actor
from accounts.models import Level, Membership, Organisation, OrganisationKind, User
from accounts.refusals import NotYours, Refused
from accounts.roles import Role
from accounts.selectors.people import actor_for
from accounts.services.agreements import sign_agreement
from cases.models import Deadline, RecusalStatement
from fixtures.demo.units import UNIVERSITY, credit_code
from reporting.models import Submission
from reporting.services import sending, unit
from tests.reporting import national
from tests.reporting import world as w
from tests.support.cast import Cast
from tests.support.processes import Stub

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> object:
    """Every test runs on the same day."""
    with w.on(w.TODAY):
        yield


@pytest.fixture
def department(cast: Cast) -> Organisation:
    """The department the first university belongs to."""
    above = Organisation.objects.create(
        name="某部",
        prefix="某部",
        kind=OrganisationKind.DEPARTMENT,
        level=Level.STATE_COUNCIL,
        credit_code=credit_code("1110000000000099"),
    )
    Organisation.objects.filter(name=UNIVERSITY).update(superior=above)
    return above


def clerk(department: Organisation, name: str, filing: Submission) -> Actor:
    """A person of the department's office, their papers signed."""
    user = User.objects.create_user(username=name, name=f"{name}某")
    Membership.objects.create(
        user=user, organisation=department, role=Role.SUPERIOR_OFFICER, since=w.EFFECT
    )
    actor = actor_for(user, department.pk)
    sign_agreement(actor=actor)
    RecusalStatement.objects.create(
        case=filing.case, user=user, relations=[], signed_at=clock.now()
    )
    return actor


def test_the_department_sends_record_and_package_itself(
    cast: Cast, department: Organisation, start_stub: Callable[..., Stub], settings: Any
) -> None:
    settings.NATIONAL_SYSTEM_URL = url = start_stub().url
    filing = w.prepared(cast)
    first, second = clerk(department, "first", filing), clerk(department, "second", filing)
    unit.confirm_package(actor=first, submission_id=filing.pk, on=w.EFFECT)
    unit.release_package(actor=second, submission_id=filing.pk, on=w.EFFECT)
    unit.submit_direct(actor=second, submission_id=filing.pk, on=w.EFFECT)
    sending.send_waiting()
    assert w.fresh(filing).state == "acknowledged"
    assert len(national.of(url, filing)) == 1
    assert Deadline.objects.get(chain=filing.chain).done


def test_one_person_alone_does_not(cast: Cast, department: Organisation) -> None:
    filing = w.prepared(cast)
    first, second = clerk(department, "first", filing), clerk(department, "second", filing)
    unit.confirm_package(actor=first, submission_id=filing.pk, on=w.EFFECT)
    unit.release_package(actor=second, submission_id=filing.pk, on=w.EFFECT)
    with pytest.raises(Refused) as refusal:
        unit.submit_direct(actor=first, submission_id=filing.pk, on=w.EFFECT)
    assert refusal.value.outcome.errors[0].code == "same_person"


def test_the_unit_that_decided_does_not_file_in_the_departments_place(
    cast: Cast, department: Organisation
) -> None:
    filing = w.prepared(cast)
    with pytest.raises(Refused) as refusal:
        unit.confirm_package(actor=cast.actor("officer"), submission_id=filing.pk, on=w.EFFECT)
    assert refusal.value.outcome.errors[0].citation.text.startswith("由该部门")


def test_the_province_has_no_part_in_it(cast: Cast, department: Organisation) -> None:
    filing = w.prepared(cast)
    with pytest.raises(NotYours):
        unit.release_package(actor=cast.actor("province"), submission_id=filing.pk, on=w.EFFECT)
