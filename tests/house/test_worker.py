"""The worker and its scheduler, on whatever broker the run has."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from misconduct.celery import app
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


def test_a_killed_worker_beats_no_more_and_its_successor_does(
    start_worker: Callable[..., Process],
) -> None:
    start_worker().kill()
    Heartbeat.objects.all().delete()
    assert not wait_for_heartbeat(2)
    second = start_worker()
    assert wait_for_heartbeat(), second.log


def test_a_message_sent_while_nobody_worked_is_done_by_the_next_worker(
    start_worker: Callable[..., Process], tmp_path: Path
) -> None:
    app.send_task("accounts.tasks.anchor")
    worker = start_worker(ANCHOR_DIR=str(tmp_path))
    deadline = time.monotonic() + 20
    while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert list(tmp_path.iterdir()), worker.log
