"""The commands of the platform's processes, and how one is bound to its starter's life."""

import ctypes
import signal
from pathlib import Path

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None, use_errno=True)
# Only the worker may load WeasyPrint, which takes a second and a hundred megabytes.
PDF_TASKS = "cases.documents.pdf_tasks"
QUEUES = "default,pdf"


def die_with_parent() -> None:
    """Ask the kernel for SIGTERM when the parent dies, however it dies; kept across exec."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def worker_command(python: str, *, concurrency: int = 2, beat_in: Path | None = None) -> list[str]:
    """The Celery worker of both queues; with a scheduler too when ``beat_in`` is a folder."""
    command = [python, "-m", "celery", "-A", "misconduct", "worker", "--loglevel", "INFO"]
    command += ["--queues", QUEUES, "--concurrency", str(concurrency), "--include", PDF_TASKS]
    command += ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    if beat_in is not None:
        command += ["--beat", "--schedule", str(beat_in / "schedule")]
    return command


def beat_command(python: str, folder: Path) -> list[str]:
    """The scheduler; its state is a file in ``folder``."""
    command = [python, "-m", "celery", "-A", "misconduct", "beat", "--loglevel", "WARNING"]
    return [*command, "--schedule", str(folder / "schedule"), "--pidfile", ""]


def web_command(python: str, host: str, port: int) -> list[str]:
    """The web server: one process, threads that wait for the database."""
    command = [python, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    return [*command, "--workers", "1", "--blocking-threads", "8", "misconduct.wsgi:application"]


def stub_command(python: str, port: int) -> list[str]:
    """The stand-in for the national system."""
    return [python, "manage.py", "national_stub", "--port", str(port)]
