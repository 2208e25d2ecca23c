"""``GET /healthz`` as a load balancer asks it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from misconduct.models import Heartbeat

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


def test_no_worker_is_named(client: Client) -> None:
    beat(31)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["worker"] != "ok"
    assert answer.json()["database"] == answer.json()["broker"] == "ok"
