"""Each hop: two people, a receipt from each recipient, and a clock that only receipts stop."""

from datetime import date, timedelta

import pytest

from accounts.audit.log import position
from accounts.audit.verify import breaches
from accounts.models import Membership
from accounts.refusals import Conflict, NotYours, Refused
from cases.models import Deadline
from reporting.facts import counted_from_completion
from reporting.models import Submission, Transmission
from reporting.services import province, unit
from tests.reporting import world as w
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def today() -> object:
    """Every test runs on the same day."""
    with w.on(w.TODAY):
        yield


def codes(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    """The codes of what refused."""
    return [finding.code for finding in refusal.value.outcome.errors]


def places(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    """Where the law says so."""
    return [f.citation.place for f in refusal.value.outcome.errors if f.citation]


def clock_of(filing: Submission, rule: str) -> Deadline:
    """The clock of a filing under a rule."""
    return Deadline.objects.get(chain=filing.chain, rule=rule)


def test_who_prepared_does_not_release(cast: Cast) -> None:
    filing = w.prepared(cast)
    officer = cast.actor("officer")
    unit.confirm_package(actor=officer, submission_id=filing.pk, on=w.EFFECT)
    with pytest.raises(Refused) as refusal:
        unit.release_package(actor=officer, submission_id=filing.pk, on=w.EFFECT)
    assert codes(refusal) == ["same_person"]
    assert w.fresh(filing).state == "prepared"


def test_nothing_is_released_before_somebody_confirmed_the_package(cast: Cast) -> None:
    filing = w.prepared(cast)
    with pytest.raises(Refused) as refusal:
        unit.release_package(actor=cast.actor("leader"), submission_id=filing.pk, on=w.EFFECT)
    assert (codes(refusal), places(refusal)) == (["not_open"], ["第三十六条"])


def test_a_package_without_the_report_is_refused(cast: Cast) -> None:
    filing = w.prepared(cast)
    filing.case.reports.update(superseded=True)
    with pytest.raises(Refused) as refusal:
        unit.confirm_package(actor=cast.actor("officer"), submission_id=filing.pk, on=w.EFFECT)
    assert codes(refusal) == ["package_without_report"]


def test_both_receipts_stop_the_clock_of_the_unit_on_the_later_day(cast: Cast) -> None:
    filing = w.released(cast)
    province.receive_package(
        actor=cast.actor("province"),
        submission_id=filing.pk,
        on=date(2026, 4, 2),
        evidence="收文88号",
    )
    assert clock_of(filing, "report_upward").done is None
    province.confirm_superior(
        actor=cast.actor("superior"),
        submission_id=filing.pk,
        on=date(2026, 4, 3),
        evidence="收文12号",
    )
    assert clock_of(filing, "report_upward").done == date(2026, 4, 3)


def test_the_receipt_of_a_superior_not_on_the_platform_is_recorded_by_the_unit(cast: Cast) -> None:
    filing = w.released(cast)
    officer = cast.actor("officer")
    with pytest.raises(Refused) as refusal:
        province.confirm_superior(
            actor=officer, submission_id=filing.pk, on=w.EFFECT, evidence="签收单"
        )
    assert codes(refusal) == ["not_allowed"]
    Membership.objects.filter(organisation=filing.superior).update(until=w.EFFECT)
    province.confirm_superior(
        actor=officer, submission_id=filing.pk, on=w.EFFECT, evidence="签收单"
    )
    assert filing.receipts.get(recipient="superior").evidence == "签收单"


def test_the_province_has_ten_working_days_of_its_own_from_its_receipt(cast: Cast) -> None:
    filing = w.released(cast)
    province.receive_package(
        actor=cast.actor("province"), submission_id=filing.pk, on=date(2026, 4, 8), evidence="收文"
    )
    clock = clock_of(filing, "submit_to_national")
    assert (clock.start, clock.due) == (date(2026, 4, 8), date(2026, 4, 22))
    assert clock.unit == filing.province


def test_a_receipt_needs_evidence(cast: Cast) -> None:
    filing = w.released(cast)
    with pytest.raises(Refused) as refusal:
        province.receive_package(
            actor=cast.actor("province"), submission_id=filing.pk, on=w.EFFECT, evidence=" "
        )
    assert codes(refusal) == ["evidence_missing"]


@pytest.mark.parametrize(
    ("day", "code"), [(w.TODAY + timedelta(days=1), "in_future"), (date(2026, 3, 31), "too_early")]
)
def test_a_receipt_is_dated_between_release_and_today(cast: Cast, day: date, code: str) -> None:
    filing = w.released(cast)
    with pytest.raises(Refused) as refusal:
        province.receive_package(
            actor=cast.actor("province"), submission_id=filing.pk, on=day, evidence="收文"
        )
    assert codes(refusal) == [code]


def test_who_checked_does_not_submit(cast: Cast) -> None:
    filing = w.checked(cast)
    with pytest.raises(Refused) as refusal:
        province.submit_to_national(
            actor=cast.actor("province"), submission_id=filing.pk, on=w.EFFECT
        )
    assert codes(refusal) == ["same_person"]
    assert not Transmission.objects.exists()


def test_a_second_officer_of_the_province_releases_record_and_package(cast: Cast) -> None:
    filing = w.submitted(cast)
    assert w.fresh(filing).state == "submitted"
    assert {t.kind for t in filing.transmissions.all()} == {"record", "package"}


def test_the_identity_number_is_never_plain_in_what_waits_to_be_sent(cast: Cast) -> None:
    filing = w.submitted(cast)
    kept = str([t.body for t in filing.transmissions.all()]) + str(w.fresh(filing).record)
    assert w.ID_NUMBER not in kept


def test_a_record_without_an_identity_number_is_not_checked_as_complete(cast: Cast) -> None:
    filing = w.at_province(cast)
    respondent = filing.decision.respondent
    respondent.id_number = ""
    respondent.save()
    with pytest.raises(Refused) as refusal:
        province.approve_package(actor=cast.actor("province"), submission_id=filing.pk, on=w.EFFECT)
    assert (codes(refusal), places(refusal)) == (["record_identifier_missing"], ["第二十条"])


def test_a_correction_request_names_the_elements(cast: Cast) -> None:
    filing = w.at_province(cast)
    with pytest.raises(Refused) as refusal:
        province.return_package(
            actor=cast.actor("province"), submission_id=filing.pk, on=w.EFFECT, missing=""
        )
    assert (codes(refusal), places(refusal)) == (["correction_without_elements"], ["第二十条"])


def returned(cast: Cast) -> Submission:
    """A filing the province wants completed."""
    filing = w.at_province(cast)
    return province.return_package(
        actor=cast.actor("province"),
        submission_id=filing.pk,
        on=date(2026, 4, 8),
        missing="调查报告缺签字页",
    )


def test_a_correction_does_not_reset_the_clock_and_both_counts_are_known(cast: Cast) -> None:
    filing = returned(cast)
    filing = unit.complete_elements(
        actor=cast.actor("officer"),
        submission_id=filing.pk,
        on=date(2026, 4, 10),
        corrected="补签字页",
    )
    assert filing.state == "at_province"
    clock = clock_of(filing, "submit_to_national")
    second = counted_from_completion(filing)
    assert (clock.start, clock.due) == (date(2026, 4, 1), date(2026, 4, 16))
    assert second is not None and second.due == date(2026, 4, 24)


def test_what_was_not_completed_is_not_checked(cast: Cast) -> None:
    filing = returned(cast)
    with pytest.raises(Refused) as refusal:
        province.approve_package(actor=cast.actor("province"), submission_id=filing.pk, on=w.TODAY)
    assert codes(refusal) == ["not_open"]
    assert "补正后才能审核" in str(refusal.value)


@pytest.mark.parametrize("name", ["officer2", "sysadmin", "investigator", "expert1"])
def test_to_others_the_filing_does_not_exist(cast: Cast, name: str) -> None:
    filing = w.prepared(cast)
    with pytest.raises(NotYours):
        unit.confirm_package(actor=cast.actor(name), submission_id=filing.pk, on=w.EFFECT)


def test_the_auditor_looks_and_does_nothing(cast: Cast) -> None:
    filing = w.at_province(cast)
    with pytest.raises(Refused) as refusal:
        province.approve_package(actor=cast.actor("auditor"), submission_id=filing.pk, on=w.TODAY)
    assert codes(refusal) == ["not_allowed"]


def test_whoever_has_not_signed_the_recusal_statement_does_not_act(cast: Cast) -> None:
    filing = w.at_province(cast)
    filing.case.recusal_statements.filter(user=cast.user("province")).delete()
    with pytest.raises(Refused) as refusal:
        province.approve_package(actor=cast.actor("province"), submission_id=filing.pk, on=w.TODAY)
    assert places(refusal) == ["第四十五条"]


def test_who_acts_on_an_outdated_page_is_told_what_changed(cast: Cast) -> None:
    filing = w.prepared(cast)
    seen = position(filing.chain)
    unit.confirm_package(actor=cast.actor("officer"), submission_id=filing.pk, on=w.EFFECT)
    with pytest.raises(Conflict) as conflict:
        unit.confirm_package(
            actor=cast.actor("leader"), submission_id=filing.pk, on=w.EFFECT, seen=seen
        )
    assert [event.name for event in conflict.value.since] == ["submission.package_confirmed"]


def test_the_whole_way_leaves_an_unbroken_record(cast: Cast) -> None:
    filing = w.submitted(cast)
    province.confirm_superior(
        actor=cast.actor("superior"), submission_id=filing.pk, on=w.EFFECT, evidence="收文"
    )
    assert [b for b in breaches() if "触发器" not in b.what] == []
