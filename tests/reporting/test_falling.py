"""When the decision falls, is varied or runs out: nothing stays behind, nothing goes too early."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from accounts import outbox
from accounts.audit.verify import breaches
from accounts.refusals import Refused
from cases.models import Deadline
from reporting.models import Submission, Transmission
from reporting.national.client import Accepted
from reporting.services import province, sending, unit
from tests.reporting import national
from tests.reporting import world as w
from tests.support.cast import Cast
from tests.support.processes import Stub

pytestmark = pytest.mark.django_db

LATER = date(2029, 4, 2)


@pytest.fixture(autouse=True)
def today() -> object:
    """Every test begins on the same day."""
    with w.on(w.TODAY):
        yield


@pytest.fixture
def nation(start_stub: Callable[..., Stub], settings: Any) -> str:
    """A national side that answers at once."""
    settings.NATIONAL_SYSTEM_URL = start_stub().url
    return str(settings.NATIONAL_SYSTEM_URL)


def acknowledged(cast: Cast, **changes: object) -> Submission:
    """A filing whose record stands in the national system."""
    filing = w.submitted(cast, **changes)
    sending.send_waiting()
    return w.fresh(filing)


def test_a_revoked_decision_still_inside_the_unit_is_not_filed_at_all(cast: Cast) -> None:
    filing = w.prepared(cast)
    w.fall(filing.decision, "revoked")
    assert w.fresh(filing).state == "removed"
    assert not Deadline.objects.filter(chain=filing.chain, done=None).exists()


def test_a_record_whose_decision_is_revoked_comes_out_on_the_units_application(
    cast: Cast, nation: str
) -> None:
    filing = acknowledged(cast)
    w.fall(filing.decision, "revoked")
    assert w.fresh(filing).state == "removal_due"
    unit.apply_removal(
        actor=cast.actor("officer"),
        submission_id=filing.pk,
        on=w.TODAY,
        papers="撤销决定〔2026〕3号",
    )
    province.remove_record(actor=cast.actor("province"), submission_id=filing.pk, on=w.TODAY)
    assert w.fresh(filing).state == "removal_due"
    sending.send_waiting()
    assert w.fresh(filing).state == "removed"
    assert national.of(nation, filing)[0]["state"] == "removed"
    assert [b for b in breaches() if "触发器" not in b.what] == []


def test_without_the_application_nothing_is_taken_out(cast: Cast, nation: str) -> None:
    filing = acknowledged(cast)
    w.fall(filing.decision, "revoked")
    with pytest.raises(Refused) as refusal:
        province.remove_record(actor=cast.actor("province"), submission_id=filing.pk, on=w.TODAY)
    assert refusal.value.outcome.errors[0].citation.place == "第二十一条"


def test_what_was_never_sent_is_withdrawn_when_the_decision_is_revoked(
    cast: Cast, nation: str
) -> None:
    filing = w.submitted(cast)
    w.fall(filing.decision, "revoked")
    sending.send_waiting()
    assert national.kept(nation) == []
    assert {t.result for t in filing.transmissions.all()} == {"withdrawn"}


def test_a_record_already_under_way_is_finished_first_and_then_removed(
    cast: Cast, nation: str
) -> None:
    filing = w.submitted(cast)
    # The call went out, its answer was lost, and meanwhile the decision fell.
    claimed = sending.claim()
    assert claimed is not None and claimed.kind == "record"
    w.fall(filing.decision, "revoked")
    unit.apply_removal(
        actor=cast.actor("officer"), submission_id=filing.pk, on=w.TODAY, papers="撤销决定"
    )
    province.remove_record(actor=cast.actor("province"), submission_id=filing.pk, on=w.TODAY)
    assert sending.claim() is None
    Transmission.objects.update(lease_until=None)
    sending.send_waiting()
    assert w.fresh(filing).state == "removed"
    assert [entry["state"] for entry in national.of(nation, filing)] == ["removed"]


def test_a_varied_decision_is_filed_again_and_takes_the_place_of_the_old_record(
    cast: Cast, nation: str
) -> None:
    old = acknowledged(cast)
    w.fall(old.decision, "varied")
    assert w.fresh(old).state == "acknowledged"
    new = acknowledged(cast, previous=old.decision, measures=((5, 2), (13, None)))
    assert (new.version, new.previous_id) == (2, old.pk)
    assert (w.fresh(old).state, new.state) == ("removed", "acknowledged")
    states = [entry["state"] for entry in national.kept(nation)]
    assert states == ["replaced", "standing"]


def test_both_hops_are_made_again_counted_from_the_new_effect(cast: Cast, nation: str) -> None:
    old = acknowledged(cast)
    w.fall(old.decision, "varied")
    new = w.prepared(cast, previous=old.decision, effective=date(2026, 4, 13))
    clock = Deadline.objects.get(chain=new.chain)
    assert (clock.rule, clock.start) == ("report_upward", date(2026, 4, 13))
    assert new.state == "prepared"


def test_a_filing_under_way_lapses_when_its_decision_is_varied(cast: Cast) -> None:
    filing = w.at_province(cast)
    w.fall(filing.decision, "varied")
    assert w.fresh(filing).state == "removed"


def test_the_new_record_waits_until_the_old_one_is_settled(cast: Cast) -> None:
    old = w.submitted(cast)
    claims = [sending.claim(), sending.claim()]
    w.fall(old.decision, "varied")
    w.submitted(cast, previous=old.decision)
    assert sending.claim() is None
    for claimed in claims:
        assert claimed is not None
        sending.settle(claimed.pk, 1, Accepted("GJ1", w.TODAY, {"receipt": "GJ1"}))
    assert sending.claim() is not None


def test_a_variation_that_needs_no_record_takes_the_old_one_out(cast: Cast, nation: str) -> None:
    old = acknowledged(cast)
    w.fall(old.decision, "varied")
    w.decided(cast, previous=old.decision, measures=((2, None),))
    outbox.drain()
    assert Submission.objects.count() == 1
    assert w.fresh(old).state == "removal_due"


def test_when_the_longest_term_has_run_the_record_goes_by_itself(cast: Cast, nation: str) -> None:
    filing = acknowledged(cast, measures=((5, 3), (9, 1), (13, None)))
    assert filing.term_ends_on == date(2029, 3, 31)
    with w.on(LATER):
        w.fall(filing.decision, "expired")
    done = w.fresh(filing)
    assert (done.state, done.removal_ground) == ("removed", "expired")
    assert not done.transmissions.filter(kind="removal").exists()


def test_a_record_without_a_term_never_goes_by_itself(cast: Cast, nation: str) -> None:
    filing = acknowledged(cast, measures=((2, None), (13, None)))
    assert filing.term_ends_on is None
    with w.on(LATER):
        w.fall(filing.decision, "expired")
    assert w.fresh(filing).state == "acknowledged"


def test_the_same_fall_twice_changes_nothing_more(cast: Cast, nation: str) -> None:
    filing = acknowledged(cast)
    w.fall(filing.decision, "revoked")
    w.announce("decision.revoked", filing.decision)
    outbox.drain()
    assert w.fresh(filing).state == "removal_due"
