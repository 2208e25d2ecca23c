"""To the nation and back: at least once under one key, hence exactly one record."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import Sum

from accounts import clock
from accounts.audit.verify import breaches
from cases.models import Deadline, Document
from reporting.models import Submission, Transmission
from reporting.national.client import Accepted, Failed
from reporting.services import province, sending, unit
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
def stub(start_stub: Callable[..., Stub], settings: Any) -> Callable[..., str]:
    """Start the national side with its troubles and point the settings at it."""

    def start(**troubles: object) -> str:
        settings.NATIONAL_SYSTEM_URL = start_stub(seed=11, **troubles).url
        settings.NATIONAL_SYSTEM_TIMEOUT = 1
        return str(settings.NATIONAL_SYSTEM_URL)

    return start


def send_until_settled(rounds: int = 40) -> None:
    """Let time pass between the attempts until nothing waits."""
    moment = clock.now()
    for _ in range(rounds):
        with clock.at(moment):
            sending.send_waiting()
        if not Transmission.objects.filter(done_at=None).exists():
            return
        moment += timedelta(minutes=15)
    raise AssertionError("still waiting")


def test_both_receipts_make_it_acknowledged_and_stop_the_clock(
    cast: Cast, stub: Callable[..., str]
) -> None:
    url = stub()
    filing = w.submitted(cast)
    sending.send_waiting()
    filing = w.fresh(filing)
    record = national.of(url, filing)[0]
    assert (filing.state, filing.record_number) == ("acknowledged", record["receipt"])
    assert {r.recipient for r in filing.receipts.all()} >= {"national_system", "most"}
    assert Deadline.objects.get(chain=filing.chain, rule="submit_to_national").done
    assert [b for b in breaches() if "触发器" not in b.what] == []


def test_what_arrives_is_what_was_decided(cast: Cast, stub: Callable[..., str]) -> None:
    url = stub()
    filing = w.submitted(cast)
    sending.send_waiting()
    body = national.of(url, filing)[0]["body"]
    package = national.of(url, filing, "package")[0]["body"]
    assert body["measures"][1] == {"item": 5, "years": 3, "months": None, "permanent": False}
    assert body["ends_on"] == "2029-03-31"
    assert body["respondent"]["id_number"].endswith("1234")
    letter = Document.objects.get(kind="decision_letter")
    assert package["decision"]["sha256"] == letter.sha256
    assert package["investigation_report"]["conclusion"] == "写明"


def test_a_call_that_fails_leaves_the_filing_where_it_is(
    cast: Cast, stub: Callable[..., str]
) -> None:
    stub(fail_rate=1)
    filing = w.submitted(cast)
    assert sending.send_waiting() == 2
    waiting = filing.transmissions.all()
    assert w.fresh(filing).state == "submitted"
    assert all(t.attempts == 1 and t.last_error and t.done_at is None for t in waiting)
    assert all(t.next_at > clock.now() for t in waiting)


def test_nobody_listening_is_a_failure_like_any_other(cast: Cast, settings: Any) -> None:
    settings.NATIONAL_SYSTEM_URL = "http://127.0.0.1:9"
    filing = w.submitted(cast)
    sending.send_waiting()
    assert "连接失败" in filing.transmissions.all()[0].last_error


@pytest.mark.parametrize(
    "troubles",
    [
        {"fail_rate": 0.3},
        {"duplicate_rate": 0.6},
        {"late_rate": 0.3, "delay": 1.5},
        {"fail_rate": 0.2, "duplicate_rate": 0.4},
    ],
)
def test_every_filing_is_recorded_once_whatever_goes_wrong(
    cast: Cast, stub: Callable[..., str], troubles: dict[str, float]
) -> None:
    url = stub(**troubles)
    filings = [w.submitted(cast) for _ in range(3)]
    send_until_settled()
    assert set(national.states(filings)) == {"acknowledged"}
    assert [len(national.of(url, filing)) for filing in filings] == [1] * 3


def test_failures_do_happen_in_these_tests(cast: Cast, stub: Callable[..., str]) -> None:
    url = stub(fail_rate=0.5)
    for _ in range(5):
        w.submitted(cast)
    send_until_settled()
    attempts = Transmission.objects.aggregate(n=Sum("attempts"))["n"]
    assert attempts > 10
    assert sum(entry["posted"] for entry in national.kept(url)) > 5


def test_a_correction_asked_by_the_nation_goes_round_again(
    cast: Cast, stub: Callable[..., str], settings: Any, start_stub: Callable[..., Stub]
) -> None:
    stub(correction_rate=1)
    filing = w.submitted(cast)
    sending.send_waiting()
    filing = w.fresh(filing)
    assert filing.state == "returned"
    assert "核对" in filing.returned_because
    settings.NATIONAL_SYSTEM_URL = start_stub().url
    unit.complete_elements(
        actor=cast.actor("officer"), submission_id=filing.pk, on=w.TODAY, corrected="已核对文号"
    )
    province.approve_package(actor=cast.actor("province"), submission_id=filing.pk, on=w.TODAY)
    province.submit_to_national(actor=cast.actor("province2"), submission_id=filing.pk, on=w.TODAY)
    sending.send_waiting()
    assert w.fresh(filing).state == "acknowledged"
    keys = list(filing.transmissions.values_list("key", flat=True))
    assert len(keys) == len(set(keys)) == 4


def test_a_claim_keeps_others_away_until_its_lease_runs_out(cast: Cast) -> None:
    w.submitted(cast)
    first, second = sending.claim(), sending.claim()
    assert first is not None and second is not None and first.pk != second.pk
    assert sending.claim() is None
    with clock.at(clock.now() + timedelta(minutes=10)):
        again = sending.claim()
    assert again is not None and (again.pk, again.attempts) == (first.pk, 2)


def test_a_receipt_to_an_attempt_given_up_counts_and_a_late_failure_does_not(cast: Cast) -> None:
    filing = w.submitted(cast)
    claimed = sending.claim()
    assert claimed is not None
    answer = Accepted("GJ1", w.TODAY, {"receipt": "GJ1"})
    with clock.at(clock.now() + timedelta(minutes=10)):
        sending.claim()
        sending.settle(claimed.pk, 1, Failed("等待答复超时"))
        assert Transmission.objects.get(pk=claimed.pk).lease_until is not None
        sending.settle(claimed.pk, 1, answer)
        sending.settle(claimed.pk, 2, answer)
    assert filing.receipts.filter(reference="GJ1").count() == 1


def test_a_letter_not_made_yet_is_waited_for(cast: Cast, stub: Callable[..., str]) -> None:
    stub()
    filing = w.submitted(cast)
    Document.objects.update(state="requested")
    sending.send_waiting()
    assert "PDF" in filing.transmissions.get(kind="package").last_error
    Document.objects.update(state="rendered")
    send_until_settled()
    assert Submission.objects.get().state == "acknowledged"


def test_waits_double_and_have_an_end() -> None:
    assert all(0.5 <= sending.back_off(1) <= 1 for _ in range(50))
    assert all(8 <= sending.back_off(5) <= 16 for _ in range(50))
    assert all(300 <= sending.back_off(60) <= 600 for _ in range(50))
