"""``GET /healthz`` as a load balancer asks it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from kombu import Connection

from misconduct.celery import app
from misconduct.models import Heartbeat
from tests.support.ports import free_port

pytestmark = pytest.mark.django_db


def beat(age: int) -> None:
    """A heartbeat ``age`` seconds old."""
    at = timezone.now() - timedelta(seconds=age)
    Heartbeat.objects.update_or_create(name="worker", defaults={"at": at})


def test_all_work(client: Client) -> None:
    beat(5)
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "broker": "ok", "worker": "ok"}


def test_a_broker_nobody_can_write_to_is_named(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    beat(5)
    nobody = f"redis://127.0.0.1:{free_port()}/0"
    monkeypatch.setattr(app, "connection_for_write", lambda **_: Connection(nobody))
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["broker"].startswith("failed")
    assert answer.json()["database"] == answer.json()["worker"] == "ok"


def test_no_worker_is_named(client: Client) -> None:
    beat(31)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["worker"] != "ok"
    assert answer.json()["database"] == answer.json()["broker"] == "ok"
