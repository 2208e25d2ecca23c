"""Keeps the processes of one machine running together and ends them together.

Each child leads a process group of its own, so that Ctrl-C reaches only the supervisor, and asks
the kernel for SIGTERM should the supervisor die without a word.
"""

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from misconduct.ops.processes import die_with_parent

STOP_SECONDS = 10
LOOK_SECONDS = 0.2
# A child that ends this often within the window will not be mended by starting it again.
RESTARTS = 5
WINDOW_SECONDS = 60


@dataclass
class Child:
    """One process to keep running; its output goes to ``log``."""

    name: str
    command: list[str]
    log: Path
    environment: dict[str, str]
    popen: subprocess.Popen[bytes] | None = None
    ends: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it, in a group of its own."""
        with self.log.open("ab") as output:
            self.popen = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                process_group=0,
                preexec_fn=die_with_parent,
            )

    def ask(self) -> None:
        """Ask the leader to end; it ends the rest of its group in order."""
        if self.popen is not None:
            self.popen.terminate()

    def kill(self) -> None:
        """End whatever is left of the group."""
        if self.popen is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.popen.pid, signal.SIGKILL)

    def ended(self) -> bool:
        """Whether it runs no more."""
        return self.popen is None or self.popen.poll() is not None

    def hopeless(self) -> bool:
        """Note that it ended just now; True when it has ended too often lately."""
        now = time.monotonic()
        self.ends = [*(t for t in self.ends if now - t < WINDOW_SECONDS), now]
        return len(self.ends) >= RESTARTS


class Supervisor:
    """Starts children, starts again one that died, stops all on SIGINT or SIGTERM."""

    def __init__(self, children: list[Child], until: Callable[[], bool]) -> None:
        """``until`` is looked at a few times a second; True ends everything too."""
        self.children = children
        self.until = until
        self.stopping = threading.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self.stopping.set())

    def start(self) -> None:
        """Start every child."""
        for child in self.children:
            child.start()

    def watch(self) -> Child | None:
        """Return when told to stop, or with the child that cannot be kept running."""
        while not self.stopping.wait(LOOK_SECONDS) and not self.until():
            for child in filter(Child.ended, self.children):
                child.kill()
                if child.hopeless():
                    return child
                child.start()
        return None

    def stop(self) -> None:
        """End every child in order, by force what has not ended after ten seconds."""
        for child in reversed(self.children):
            child.ask()
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline and not all(map(Child.ended, self.children)):
            time.sleep(0.05)
        for child in self.children:
            child.kill()
            if child.popen is not None:
                child.popen.wait()


def interrupted(pid: int) -> bool:
    """Whether a ``make`` that was sent SIGINT alone waits for its child to end.

    make passes SIGTERM on but not SIGINT; it stops catching it, which the kernel shows.
    """
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return True
    caught = int(status.split("SigCgt:")[1].split()[0], 16)
    return not caught & (1 << (signal.SIGINT - 1))
