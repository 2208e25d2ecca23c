"""The stand-in for the national system: what it promises, and the ways it can be told to fail."""

import socket
from collections.abc import Callable
from typing import Any

import httpx

from reporting.national.client import Accepted, CorrectionAsked, Failed, NationalSystem
from reporting.national.stub.ledger import Fate, Troubles
from tests.support.processes import Stub

RECORD = {
    "decision_number": "示大科诚决〔2026〕1号",
    "decided_by": "示例大学",
    "effective_on": "2026-04-01",
    "conduct": [1],
    "measures": [{"item": 13}],
    "respondent": {"kind": "person", "name": "某某", "id_number": "370102199001011234"},
}
KEY = "0123456789abcdef"


def post(stub: Stub, key: str = KEY, **changes: Any) -> httpx.Response:
    """Post a record under a key."""
    headers = {"Idempotency-Key": key}
    return httpx.post(f"{stub.url}/records", json={**RECORD, **changes}, headers=headers)


def send(stub: Stub, key: str = KEY, timeout: float = 5) -> object:
    """Send a record as the platform does."""
    with NationalSystem(stub.url, timeout) as system:
        return system.send("record", key, RECORD)


def test_the_same_key_gives_the_same_receipt_and_one_record(
    start_stub: Callable[..., Stub],
) -> None:
    stub = start_stub()
    first, second = post(stub), post(stub)
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json()["receipt"] == second.json()["receipt"]
    kept = httpx.get(f"{stub.url}/records").json()
    assert [(entry["key"], entry["posted"]) for entry in kept] == [(KEY, 2)]


def test_a_key_used_again_for_something_else_is_refused(start_stub: Callable[..., Stub]) -> None:
    stub = start_stub()
    post(stub)
    assert post(stub, severity="minor").status_code == 409


def test_a_call_without_key_or_with_gaps_is_refused(start_stub: Callable[..., Stub]) -> None:
    stub = start_stub()
    assert httpx.post(f"{stub.url}/records", json=RECORD).status_code == 422
    assert post(stub, decision_number="").status_code == 422


def test_what_is_listed_hides_the_identity_number(start_stub: Callable[..., Stub]) -> None:
    stub = start_stub()
    post(stub)
    assert RECORD["respondent"]["id_number"] not in httpx.get(f"{stub.url}/records").text


def test_it_has_an_openapi_page_that_loads_nothing_from_elsewhere(
    start_stub: Callable[..., Stub],
) -> None:
    stub = start_stub()
    page = httpx.get(f"{stub.url}/docs").text
    assert "/static/ninja/" in page and "//cdn" not in page
    assert "/records" in httpx.get(f"{stub.url}/openapi.json").json()["paths"]


def test_it_answers_this_machine_only(start_stub: Callable[..., Stub]) -> None:
    stub = start_stub()
    port = int(stub.url.rsplit(":", 1)[1])
    # A server bound to every address would answer on this one too.
    with socket.socket() as probe:
        probe.settimeout(1)
        assert probe.connect_ex(("127.0.0.2", port)) != 0


def test_told_to_fail_it_fails_before_or_after_keeping_the_record(
    start_stub: Callable[..., Stub],
) -> None:
    stub = start_stub(fail_rate=1, seed=1)
    answers = {post(stub, f"key-{n:08d}").status_code for n in range(20)}
    kept = httpx.get(f"{stub.url}/records").json()
    assert answers == {500, 503}
    assert 0 < len(kept) < 20


def test_told_to_time_out_it_keeps_the_caller_waiting(start_stub: Callable[..., Stub]) -> None:
    answer = send(start_stub(timeout_rate=1), timeout=0.5)
    assert answer == Failed("等待答复超时")


def test_a_late_answer_is_still_an_answer(start_stub: Callable[..., Stub]) -> None:
    answer = send(start_stub(late_rate=1, delay=0.3), timeout=5)
    assert isinstance(answer, Accepted)


def test_a_second_answer_is_not_taken_for_that_of_the_next_call(
    start_stub: Callable[..., Stub],
) -> None:
    stub = start_stub(duplicate_rate=1)
    with NationalSystem(stub.url, 5) as system:
        answers = [system.send("record", f"key-{n:08d}", RECORD) for n in range(4)]
    for n, answer in enumerate(answers):
        assert isinstance(answer, Failed) or answer.answer["key"] == f"key-{n:08d}"
    assert isinstance(answers[0], Accepted)


def test_a_correction_names_the_elements_and_stays_the_same(
    start_stub: Callable[..., Stub],
) -> None:
    stub = start_stub(correction_rate=1)
    first, second = send(stub), send(stub)
    assert isinstance(first, CorrectionAsked) and first.elements
    assert first == second


def test_a_seed_repeats_the_same_troubles() -> None:
    def fates(seed: str) -> list[Fate]:
        troubles = Troubles(fail=0.3, late=0.2, seed=seed)
        return [troubles.fate(f"key{n}", attempt) for n in range(50) for attempt in (1, 2)]

    assert fates("7") == fates("7") != fates("8")


def test_three_in_ten_is_three_in_ten() -> None:
    troubles = Troubles(fail=0.3, seed="1")
    failed = sum(troubles.fate(f"key{n}", 1) is not Fate.ANSWER for n in range(2000))
    assert 0.25 < failed / 2000 < 0.35
