"""Real processes beside the test: a Celery worker and the national stub, always stopped again."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from misconduct.celery import app
from misconduct.ops.processes import QUEUES, die_with_parent, stub_command, worker_command
from tests.support.ports import answers, free_port

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 90
STOP_SECONDS = 10


class Process:
    """A process group with its output in a file; ``log`` reads it."""

    def __init__(self, name: str, command: list[str], environment: dict[str, str]) -> None:
        self.name = name
        self.file = Path(settings.VAR_DIR) / f"{name}-{time.monotonic_ns()}.log"
        with self.file.open("wb") as output:
            self.popen = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, **environment},
                stdout=output,
                stderr=subprocess.STDOUT,
                process_group=0,
                preexec_fn=die_with_parent,
            )

    @property
    def log(self) -> str:
        """What the process wrote so far."""
        return self.file.read_text(encoding="utf-8", errors="replace")

    def wait_until(self, ready: Callable[[], bool]) -> "Process":
        """Return when ``ready``; AssertionError with the output when it ends or takes too long."""
        deadline = time.monotonic() + START_SECONDS
        while not ready():
            ended = self.popen.poll() is not None
            assert not ended and time.monotonic() < deadline, f"{self.name}:\n{self.log}"
            time.sleep(0.05)
        return self

    def kill(self) -> None:
        """End it as a power cut would."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()

    def stop(self) -> None:
        """End it in order, and whatever is left of its group after that."""
        self.popen.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.popen.wait(STOP_SECONDS)
        self.kill()


def database_url() -> str:
    """The address of the test database, for another process."""
    named = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{named['NAME']}"
    login = f"{quote(named['USER'])}:{quote(named['PASSWORD'])}"
    return f"postgresql://{login}@{named['HOST']}:{named['PORT']}/{named['NAME']}"


@pytest.fixture
def start_worker(transactional_db: None) -> Iterator[Callable[..., Process]]:
    """Start workers on the test's database and broker: ``start_worker(NAME="value")``."""
    started: list[Process] = []

    def start(**environment: str) -> Process:
        # A scheduler of its own: two on one file would shut each other out.
        folder = Path(tempfile.mkdtemp(prefix="worker-", dir=settings.VAR_DIR))
        command = worker_command(sys.executable, beat_in=folder)
        worker = Process("worker", command, {"DATABASE_URL": database_url(), **environment})
        started.append(worker)
        return worker.wait_until(lambda: " ready." in worker.log)

    yield start
    # What a worker leaves undone here no later test may find.
    for worker in started:
        worker.kill()
    with app.connection_for_write() as link:
        for queue in QUEUES.split(","):
            link.default_channel.queue_purge(queue)


@pytest.fixture
def worker(request: pytest.FixtureRequest, start_worker: Callable[..., Process]) -> Process:
    """One running worker; it knows the national stub when the test asks for both."""
    if "national_stub" in request.fixturenames:
        request.getfixturevalue("national_stub")
    return start_worker()


class Stub(Process):
    """The national stub; ``url`` is where it answers."""

    url = ""


@pytest.fixture
def start_stub() -> Iterator[Callable[..., Stub]]:
    """Start stubs, with any option of the command: ``start_stub(fail_rate=0.3, seed=7)``."""
    started: list[Stub] = []

    def start(**options: object) -> Stub:
        port = free_port()
        flags = [w for k, v in options.items() for w in (f"--{k.replace('_', '-')}", str(v))]
        stub = Stub("stub", [*stub_command(sys.executable, port), *flags], {})
        stub.url = f"http://127.0.0.1:{port}"
        started.append(stub)
        stub.wait_until(lambda: answers(port))
        return stub

    yield start
    for stub in started:
        stub.stop()


@pytest.fixture
def national_stub(
    start_stub: Callable[..., Stub],
    monkeypatch: pytest.MonkeyPatch,
    settings: pytest.FixtureRequest,
) -> Stub:
    """A stub that never fails, known to the test's settings and to workers started after it."""
    stub = start_stub()
    monkeypatch.setenv("NATIONAL_SYSTEM_URL", stub.url)
    settings.NATIONAL_SYSTEM_URL = stub.url  # type: ignore[attr-defined]
    return stub
