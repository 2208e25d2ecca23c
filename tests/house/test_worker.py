"""The worker and its scheduler, on whatever broker the run has."""

import time
from collections.abc import Callable

import pytest
from django.test import Client

from misconduct.models import Heartbeat
from tests.support.processes import Process

pytestmark = pytest.mark.django_db(transaction=True)


def wait_for_heartbeat(seconds: float = 20) -> bool:
    """Whether a heartbeat is written in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if Heartbeat.objects.exists():
            return True
        time.sleep(0.1)
    return False


def test_its_heartbeat_makes_the_platform_healthy(worker: Process, client: Client) -> None:
    assert wait_for_heartbeat(), worker.log
    assert client.get("/healthz").json()["worker"] == "ok"


def test_a_worker_that_replaces_a_killed_one_takes_up_the_work(
    start_worker: Callable[..., Process],
) -> None:
    start_worker().kill()
    Heartbeat.objects.all().delete()
    assert not wait_for_heartbeat(1)
    second = start_worker()
    assert wait_for_heartbeat(), second.log
