"""Throwaway PostgreSQL and Redis on free ports, with their data in a folder that goes with them."""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from misconduct.ops.processes import die_with_parent
from tests.support.ports import answers, free_port

START_SECONDS = 90


class Unavailable(RuntimeError):
    """A server could not be had; the message says what to install or what it printed."""


def account() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: its own user then, ourselves otherwise."""
    if os.geteuid() != 0:
        return {}
    try:
        user = pwd.getpwnam("postgres")
    except KeyError as error:
        raise Unavailable("no user postgres: apt-get install postgresql") from error
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def program(name: str, package: str) -> str:
    """The full path of a server's program, Debian's versioned folders included."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    path = os.pathsep.join([os.environ.get("PATH", ""), *map(str, versions)])
    found = shutil.which(name, path=path)
    if found is None:
        raise Unavailable(f"{name} is missing: apt-get install {package}")
    return found


@contextlib.contextmanager
def running(command: list[str], log: Path, ready: Callable[[], bool], **who: Any) -> Iterator[None]:
    """Keep a server running for the block; Unavailable with its words when it does not start."""
    with log.open("wb") as output:
        server = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            process_group=0,
            preexec_fn=die_with_parent,
            **who,
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not ready():
            if server.poll() is not None or time.monotonic() > deadline:
                raise Unavailable(f"{command[0]} did not start:\n{log.read_text()}")
            time.sleep(0.05)
        yield
    finally:
        # PostgreSQL's fast shutdown; Redis ends in order as well.
        server.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(10)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


@contextlib.contextmanager
def folder(who: dict[str, Any]) -> Iterator[Path]:
    """A folder of its own for a server, gone afterwards."""
    made = Path(tempfile.mkdtemp(prefix="misconduct-server-"))
    if who:
        os.chown(made, who["user"], who["group"])
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """The DATABASE_URL of a fresh server that keeps nothing safe, being for tests."""
    who = account()
    with folder(who) as home:
        data = home / "data"
        make = [program("initdb", "postgresql"), "--pgdata", str(data), "--username", "postgres"]
        make += ["--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]
        made = subprocess.run(make, cwd=home, capture_output=True, text=True, check=False, **who)
        if made.returncode:
            raise Unavailable(f"initdb failed:\n{made.stdout}{made.stderr}")
        port = free_port()
        settings = {
            "port": port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": home,
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
        }
        command = [program("postgres", "postgresql"), "-D", str(data)]
        command += [word for k, v in settings.items() for word in ("-c", f"{k}={v}")]
        ask = [program("pg_isready", "postgresql"), "-h", "127.0.0.1", "-p", str(port)]

        def ready() -> bool:
            return subprocess.run(ask, capture_output=True, check=False).returncode == 0

        with running(command, home / "log", ready, cwd=home, **who):
            yield f"postgresql://postgres:@127.0.0.1:{port}/misconduct"


@contextlib.contextmanager
def redis() -> Iterator[str]:
    """The REDIS_URL of a fresh server that writes nothing to disk."""
    with folder({}) as home:
        port = free_port()
        command = [program("redis-server", "redis-server"), "--port", str(port)]
        command += ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(home)]
        with running(command, home / "log", lambda: answers(port)):
            yield f"redis://127.0.0.1:{port}/0"
