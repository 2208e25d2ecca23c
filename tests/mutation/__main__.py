"""``make mutation``: are the tests of the law strict enough to notice when it is changed?

Each mutant is one small change of ``rules/``; a test of ``tests/rules`` must fail on it.  Works on
a copy made at the start, so that the tree may be edited meanwhile.  What was caught stays caught
while its statement is unchanged; what lived, and has no explanation, is tried again once a test of
that file has changed (``--fresh`` tries everything again).
"""

import argparse
import compileall
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.mutation import report
from tests.mutation.data import data_mutants_of
from tests.mutation.mutants import BODY, Mutant, mutants_of
from tests.mutation.pool import run_pool
from tests.mutation.session import BUDGET
from tests.mutation.store import Store

ROOT = Path(__file__).parents[2]
COPIED = ("rules", "tests", "docs", "fixtures")
# Words, and texts not yet in force: they decide nothing.
NOT_MUTATED = ("rules/texts/", "rules/instruments/unheld/")


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="make mutation", description=__doc__)
    parser.add_argument("--only", default="", help="paths or prefixes under rules/, by commas")
    parser.add_argument("--fresh", action="store_true", help="forget earlier results")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--budget", type=float, default=BUDGET, help="processor seconds each")
    return parser.parse_args()


def copy_tree(target: Path) -> Path:
    """A copy of what the tests of the law read."""
    for name in COPIED:
        shutil.copytree(ROOT / name, target / name)
    shutil.copy2(ROOT / "pyproject.toml", target)
    return target


def all_mutants(tree: Path, only: tuple[str, ...]) -> list[Mutant]:
    """Every change of the files asked for."""
    found: list[Mutant] = []
    for path in sorted((tree / "rules").rglob("*.*")):
        file = str(path.relative_to(tree))
        if file.startswith(NOT_MUTATED) or not file.startswith(only):
            continue
        if path.suffix == ".py":
            found += mutants_of(file, path.read_bytes())
        elif path.suffix == ".json":
            found += data_mutants_of(file, path.read_bytes())
    return found


def trace(tree: Path, store: Store) -> Path:
    """Run the tests that changed since the last run, once, and note what they enter."""
    out = tree / "trace.json"
    skipped = store.unchanged_tests(tree)
    run_worker = [sys.executable, "-m", "tests.mutation.worker", "trace", str(out)]
    subprocess.run(run_worker, cwd=tree, input=store.as_line(skipped), text=True, check=True)
    failed = store.add_trace(tree, out)
    if failed:
        print(f"not used, they fail on the unchanged rules: {', '.join(failed)}")
    if store.broken:
        print(f"not mutated, they cannot be imported: {', '.join(sorted(store.broken))}")
    return out


def main() -> int:
    """Try what needs trying, print what lived, and judge."""
    asked = options()
    # As on an interrupt: what was found is kept and the copies are removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended by a signal"))
    started = time.monotonic()
    store = Store(ROOT / "var" / "mutation", fresh=asked.fresh, budget=asked.budget)
    with tempfile.TemporaryDirectory(prefix="mutation-") as place:
        first = copy_tree(Path(place, "0"))
        for name in ("rules", "tests/rules"):
            compileall.compile_dir(first / name, quiet=2)
        only = tuple(asked.only.split(","))
        traced = trace(first, store)
        mutants = [m for m in all_mutants(first, only) if m.file not in store.broken]
        trees = [first]
        for at in range(1, asked.jobs):
            trees.append(Path(shutil.copytree(first, Path(place, str(at)))))
        reasons = report.explained()
        open_ones = [
            one
            for one in mutants
            if not store.settled(one)
            and not (store.lived(one.key) and report.change_of(first, one) in reasons)
        ]
        # What lived before, and takes longest, comes last.
        open_ones.sort(key=lambda one: one.key in store.results)
        print(f"{len(mutants)} mutants, {len(open_ones)} to try", flush=True)
        imported = store.imported
        quick = [m for m in open_ones if m.kind == BODY and f"{m.file}:{m.owner}" not in imported]
        exchanged = {m.key for m in quick}
        slow = [m for m in open_ones if m.key not in exchanged]
        slow += run_pool("bodies", trees, traced, quick, store)
        run_pool("modules", trees, traced, slow, store)
        return report.judge(first, mutants, store, time.monotonic() - started, not asked.only)


if __name__ == "__main__":
    raise SystemExit(main())
