"""Whatever dies, and whenever: every filing arrives, once (real worker, web, broker and stub)."""

import re
import sys
import time
from collections.abc import Callable

import httpx
import pytest
from django.db import connection
from django.test import Client

from cases.models import Decision
from fixtures.demo.units import UNIVERSITY
from misconduct.celery import app
from misconduct.ops.processes import QUEUES, web_command
from reporting.models import Receipt, Submission
from reporting.national import wake
from reporting.services import province
from tests.reporting import national
from tests.reporting import world as w
from tests.support.cast import Cast
from tests.support.ports import free_port
from tests.support.processes import Process, Stub, database_url

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("processes")]

FILINGS = 10
KILLS = 3


def wait_until(holds: Callable[[], bool], seconds: float, what: Callable[[], str]) -> None:
    """Return when it holds; AssertionError with ``what`` says then when it takes too long."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, what()
        time.sleep(0.02)


def standing(filings: list[Submission]) -> list[str]:
    """Where the filings stand, as other processes have committed it."""
    return list(national.states(filings))


def all_acknowledged(filings: list[Submission]) -> bool:
    """Whether every one has both receipts."""
    return set(standing(filings)) == {"acknowledged"}


def sent_without_receipt(url: str) -> bool:
    """Whether the nation keeps a record whose receipt has not been stored here."""
    kept = {entry["receipt"] for entry in national.kept(url)}
    known = Receipt.objects.filter(recipient="national_system")
    return bool(kept - set(known.values_list("reference", flat=True)))


def assert_once_each(url: str, filings: list[Submission]) -> None:
    """Exactly one record and one package for every filing."""
    for kind in ("record", "package"):
        assert [len(national.of(url, f, kind)) for f in filings] == [1] * len(filings)


def test_workers_killed_between_send_and_receipt_lose_and_double_nothing(
    cast: Cast, start_worker: Callable[..., Process], start_stub: Callable[..., Stub]
) -> None:
    """Three calls in ten fail, three in ten are answered late; the worker dies while it waits."""
    url = start_stub(fail_rate=0.3, late_rate=0.3, delay=0.8, seed=5).url
    filings = [w.submitted(cast) for _ in range(FILINGS)]
    known = {"NATIONAL_SYSTEM_URL": url, "NATIONAL_SYSTEM_TIMEOUT": "1.5"}
    between = 0
    for _ in range(KILLS):
        worker = start_worker(**known)
        wait_until(
            lambda: sent_without_receipt(url),
            120,
            lambda worker=worker: f"{standing(filings)}\n{worker.log}",
        )
        worker.kill()
        between += sent_without_receipt(url)
    assert between, "no kill fell between a send and its receipt"
    last = start_worker(**known)
    wait_until(lambda: all_acknowledged(filings), 90, lambda: f"{standing(filings)}\n{last.log}")
    assert_once_each(url, filings)
    calls = sum(e["posted"] for kind in ("record", "package") for e in national.kept(url, kind))
    assert calls > 2 * FILINGS


def test_messages_lost_by_the_broker_are_not_missed(
    cast: Cast, start_worker: Callable[..., Process], start_stub: Callable[..., Stub]
) -> None:
    url = start_stub().url
    filings = [w.submitted(cast) for _ in range(3)]
    with app.connection_for_write() as link:
        for queue in QUEUES.split(","):
            link.default_channel.queue_purge(queue)
    worker = start_worker(NATIONAL_SYSTEM_URL=url)
    wait_until(lambda: all_acknowledged(filings), 120, lambda: worker.log)
    assert_once_each(url, filings)


def test_a_broker_that_is_down_does_not_undo_what_was_decided(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object, **__: object) -> None:
        raise ConnectionError("no broker")

    monkeypatch.setattr(wake.current_app, "send_task", down)
    filing = w.submitted(cast)
    assert w.fresh(filing).state == "submitted"
    assert filing.transmissions.filter(done_at=None).count() == 2


def test_a_decision_in_effect_is_filed_though_nobody_woke_the_worker(
    cast: Cast, start_worker: Callable[..., Process]
) -> None:
    decision: Decision = w.decided(cast, by=UNIVERSITY)
    with app.connection_for_write() as link:
        link.default_channel.queue_purge("default")
    worker = start_worker()
    wait_until(
        lambda: Submission.objects.filter(decision=decision).exists(), 120, lambda: worker.log
    )


@pytest.fixture
def web(transactional_db: None) -> Process:
    """A real web process on the test's database; ``name`` tells where it answers."""
    port = free_port()
    command = web_command(_python(), "127.0.0.1", port)
    process = Process("web", command, {"DATABASE_URL": database_url()})
    process.url = f"http://127.0.0.1:{port}"  # type: ignore[attr-defined]
    process.wait_until(lambda: _answers(process.url))  # type: ignore[attr-defined]
    yield process
    process.kill()


def test_a_web_process_killed_after_the_release_leaves_it_to_be_sent(
    cast: Cast,
    web: Process,
    start_worker: Callable[..., Process],
    start_stub: Callable[..., Stub],
) -> None:
    filing = w.checked(cast)
    browser = signed_in(web.url, cast, "province2")  # type: ignore[attr-defined]
    address = f"/filing/{filing.pk}/submit/"
    fields = hidden_fields(browser.get(address).text)
    answer = browser.post(address, data={**fields, "on": w.EFFECT.isoformat()})
    web.kill()
    assert answer.status_code == 302
    assert w.fresh(filing).state == "submitted"
    stub = start_stub()
    worker = start_worker(NATIONAL_SYSTEM_URL=stub.url)
    wait_until(lambda: all_acknowledged([filing]), 120, lambda: worker.log)
    assert_once_each(stub.url, [filing])


def test_a_web_process_killed_before_it_committed_changed_nothing(cast: Cast) -> None:
    filing = w.checked(cast)

    class PowerCut(BaseException):
        """Ends everything at once."""

    def cut(*_: object, **__: object) -> None:
        raise PowerCut

    with pytest.MonkeyPatch.context() as patch, pytest.raises(PowerCut):
        patch.setattr("reporting.services.unit.events.record", cut)
        province.submit_to_national(
            actor=cast.actor("province2"), submission_id=filing.pk, on=w.EFFECT
        )
    connection.close()
    assert w.fresh(filing).state == "checked"
    assert not filing.transmissions.exists()


def signed_in(url: str, cast: Cast, name: str) -> httpx.Client:
    """A browser with this person's session."""
    client = Client()
    client.force_login(cast.user(name))
    session = client.cookies["sessionid"].value
    return httpx.Client(base_url=url, cookies={"sessionid": session}, headers={"Referer": url})


def hidden_fields(page: str) -> dict[str, str]:
    """The hidden fields of the form of a move."""
    form = page[page.index("csrfmiddlewaretoken", page.index("cw-cols")) - 60 :]
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    return dict(found)


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/accounts/login/").status_code < 500
    except httpx.HTTPError:
        return False


def _python() -> str:
    return sys.executable
