"""Several workers, each in a copy of the tree, fed one mutant at a time."""

import json
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import Any

from tests.mutation.mutants import Mutant
from tests.mutation.store import Store

SAVED_EVERY = 30.0


def run_pool(
    kind: str, trees: list[Path], traced: Path, mutants: list[Mutant], store: Store
) -> list[Mutant]:
    """Try the mutants; what this kind of worker cannot try comes back."""
    if not mutants:
        return []
    # A function's changes follow each other in one worker, which remembers what caught the last.
    share = -(-len(mutants) // (len(trees) * 8))
    chunks = deque(mutants[at : at + share] for at in range(0, len(mutants), share))
    elsewhere: list[Mutant] = []
    progress = _Progress(kind, len(mutants), store)
    threads = [
        threading.Thread(target=_feed, args=(kind, tree, traced, chunks, elsewhere, progress))
        for tree in trees
    ]
    for thread in threads:
        thread.start()
    try:
        for thread in threads:
            thread.join()
    finally:
        # After a signal the trees are removed: first every worker ends the mutant it is at.
        progress.stopped.set()
        for thread in threads:
            thread.join()
        store.save()
    if progress.done < len(mutants):
        raise SystemExit(f"a worker ended early: {len(mutants) - progress.done} mutants not tried")
    return elsewhere


class _Progress:
    def __init__(self, kind: str, total: int, store: Store) -> None:
        self.kind, self.total, self.store = kind, total, store
        self.done = 0
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        self.saved = time.monotonic()

    def note(self, mutant: Mutant, found: list[Any], elsewhere: list[Mutant]) -> None:
        with self.lock:
            self.done += 1
            if found[0] == "elsewhere":
                elsewhere.append(mutant)
            else:
                self.store.keep(mutant, found)
            if time.monotonic() - self.saved > SAVED_EVERY:
                self.saved = time.monotonic()
                self.store.save()
                print(f"{self.kind}: {self.done} of {self.total}", flush=True)


def _feed(
    kind: str,
    tree: Path,
    traced: Path,
    chunks: "deque[list[Mutant]]",
    elsewhere: list[Mutant],
    progress: _Progress,
) -> None:
    command = [sys.executable, "-m", "tests.mutation.worker", kind, str(traced)]
    command.append(str(progress.store.budget))
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=tree, stdin=pipe, stdout=pipe, text=True, start_new_session=True
    ) as worker:
        assert worker.stdin and worker.stdout
        while chunks and not progress.stopped.is_set():
            try:
                chunk = chunks.popleft()
            except IndexError:
                break
            for mutant in chunk:
                worker.stdin.write(json.dumps(mutant.asdict()) + "\n")
                worker.stdin.flush()
                line = worker.stdout.readline()
                if not line:
                    return
                progress.note(mutant, json.loads(line)[1:], elsewhere)
                if progress.stopped.is_set():
                    break
        worker.stdin.close()
