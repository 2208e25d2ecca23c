"""Which decisions are filed, with whom, and by when (Art 36; 84号 19)."""

from datetime import date

import pytest

from accounts import outbox
from accounts.audit.verify import breaches
from accounts.models import Level, Organisation, OrganisationKind
from cases.models import Deadline
from fixtures.demo.units import EDUCATION, SCIENCE, UNIVERSITY, credit_code
from reporting.models import Submission
from rules.law import N221, S84
from tests.reporting import world as w
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db


def recipients(filing: Submission) -> list[list[str]]:
    """Whom each hop goes to."""
    return [step["to"] for step in filing.route["steps"]]


def test_a_decision_with_measure_13_goes_to_superior_and_province_then_to_the_nation(
    cast: Cast,
) -> None:
    with w.on(w.TODAY):
        filing = w.prepared(cast)
    assert recipients(filing) == [
        ["superior", "provincial_department"],
        ["national_system", "most"],
    ]
    assert (filing.superior, filing.province) == (cast.unit(EDUCATION), cast.unit(SCIENCE))


def test_ten_working_days_run_from_effect_for_the_unit(cast: Cast) -> None:
    with w.on(w.TODAY):
        filing = w.prepared(cast, effective=date(2026, 3, 2))
    clock = Deadline.objects.get(chain=filing.chain)
    assert (clock.rule, clock.unit.name) == ("report_upward", UNIVERSITY)
    assert (clock.start, clock.due) == (date(2026, 3, 2), date(2026, 3, 16))


@pytest.mark.parametrize(
    ("measures", "instruments", "required"),
    [
        (((13, None), (2, None)), (N221,), True),
        (((1, None),), (N221, S84), False),
        (((2, None), (12, None)), (N221, S84), False),
        (((5, 2),), (N221,), False),
        # 84号 19: a ban for a term is filed whether or not 13 was given.
        (((5, 2),), (N221, S84), True),
        (((10, 1),), (N221, S84), False),
    ],
)
def test_what_must_be_filed(
    cast: Cast, measures: w.Measures, instruments: tuple[str, ...], required: bool
) -> None:
    with w.on(w.TODAY):
        w.decided(cast, measures=measures, instruments=instruments)
        outbox.drain()
    assert Submission.objects.exists() is required


def test_a_superior_that_is_the_province_is_one_recipient(cast: Cast) -> None:
    Organisation.objects.filter(name=UNIVERSITY).update(superior=cast.unit(SCIENCE))
    with w.on(w.TODAY):
        filing = w.prepared(cast)
    assert recipients(filing)[0] == ["provincial_department"]
    assert filing.superior is None


def ministry() -> Organisation:
    """A department of the State Council."""
    return Organisation.objects.create(
        name="某部",
        prefix="某部",
        kind=OrganisationKind.DEPARTMENT,
        level=Level.STATE_COUNCIL,
        credit_code=credit_code("1110000000000099"),
    )


def test_a_unit_of_a_state_council_department_is_filed_by_the_department(cast: Cast) -> None:
    above = ministry()
    Organisation.objects.filter(name=UNIVERSITY).update(superior=above)
    with w.on(w.TODAY):
        filing = w.prepared(cast)
    assert filing.direct
    assert recipients(filing) == [["national_system", "most"]]
    clock = Deadline.objects.get(chain=filing.chain)
    assert (clock.rule, clock.unit, filing.province) == ("submit_direct", above, None)


def test_a_provincial_body_below_a_ministry_stays_on_the_local_way(cast: Cast) -> None:
    Organisation.objects.filter(name=EDUCATION).update(superior=ministry())
    with w.on(w.TODAY):
        assert not w.prepared(cast).direct


def test_the_same_event_twice_makes_one_filing(cast: Cast) -> None:
    with w.on(w.TODAY):
        filing = w.prepared(cast)
        w.announce("decision.effective", filing.decision)
        outbox.drain()
    assert Submission.objects.count() == 1
    assert Deadline.objects.filter(chain=filing.chain).count() == 1


def test_a_decision_revoked_before_its_effect_was_handled_is_not_filed(cast: Cast) -> None:
    with w.on(w.TODAY):
        w.fall(w.decided(cast), "revoked")
    assert not Submission.objects.exists()


def test_preparing_leaves_an_unbroken_record(cast: Cast) -> None:
    with w.on(w.TODAY):
        w.prepared(cast)
    assert [b for b in breaches() if "触发器" not in b.what] == []
