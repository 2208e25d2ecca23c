"""``GET /healthz``: whether database, broker and worker do their work, for a load balancer."""

import socket
from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import KombuError

from misconduct.celery import app
from misconduct.models import Heartbeat

PUBLIC = "public"
FRESH = timedelta(seconds=30)
OK = "ok"


def database() -> str:
    """``ok`` when the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return f"failed: {type(error).__name__}"
    return OK


def broker() -> str:
    """``ok`` when a message can be written to the broker; it is taken back at once."""
    with app.connection_for_write(connect_timeout=3) as link:
        try:
            link.ensure_connection(max_retries=1, interval_start=0, timeout=3)
            with link.SimpleBuffer(f"health-{socket.gethostname()}") as queue:
                queue.put({})
                queue.clear()
        except (KombuError, OSError, *link.connection_errors, *link.channel_errors) as error:
            return f"failed: {type(error).__name__}"
    return OK


def worker() -> str:
    """``ok`` when a worker's heartbeat is younger than 30 seconds."""
    try:
        last = Heartbeat.objects.filter(name="worker").values_list("at", flat=True).first()
    except DatabaseError as error:
        return f"failed: {type(error).__name__}"
    if last is None:
        return "failed: no heartbeat"
    return OK if timezone.now() - last < FRESH else "failed: heartbeat too old"


@never_cache
@login_not_required
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when all work, else 503 naming which does not."""
    parts = {"database": database(), "broker": broker(), "worker": worker()}
    healthy = all(state == OK for state in parts.values())
    answer = {"status": OK if healthy else "failed", **parts}
    return JsonResponse(answer, status=200 if healthy else 503)


healthz.policy = PUBLIC  # type: ignore[attr-defined]
