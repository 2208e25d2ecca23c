"""Filings: claim, call, receipt, one sender against a stub that answers at once."""

import sys
import time
from collections.abc import Iterator

from django.conf import settings

from fixtures.demo import units
from misconduct.ops.processes import stub_command
from reporting.models import Transmission
from reporting.services import sending
from tests.bench.rows import Row
from tests.reporting import world
from tests.support.cast import Cast
from tests.support.ports import answers, free_port
from tests.support.processes import Process

FILINGS = 40


def rows() -> Iterator[Row]:
    """Filings a minute; each is a record and a package, with a receipt for each."""
    cast = Cast(units.make())
    with world.on(world.TODAY):
        for _ in range(FILINGS):
            world.submitted(cast)
    port = free_port()
    stub = Process("stub", stub_command(sys.executable, port), {})
    try:
        stub.wait_until(lambda: answers(port))
        settings.NATIONAL_SYSTEM_URL = f"http://127.0.0.1:{port}"
        yield Row("filings", 60 * send_all(), "filings/min", "one sender, SQLite, two calls each")
    finally:
        stub.stop()


def send_all() -> float:
    """Filings a second until nothing waits."""
    start = time.perf_counter()
    while Transmission.objects.filter(done_at=None).exists():
        sending.send_waiting()
    return FILINGS / (time.perf_counter() - start)
