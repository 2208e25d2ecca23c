"""``make bench``: every module ``bench_*`` beside this one, as a table and in bench/latest.json.

Names on the command line choose modules: ``python -m tests.bench rules``.
"""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.rows import Row

HERE = Path(__file__).parent
TOP = HERE.parents[1]
RESULT = TOP / "bench" / "latest.json"


def chosen(names: list[str]) -> Iterator[str]:
    """The modules to run, in the order of their names."""
    for path in sorted(HERE.glob("bench_*.py")):
        if not names or path.stem.removeprefix("bench_") in names:
            yield path.stem


def rows_of(module: str) -> Iterator[Row]:
    """The rows of one module, as they are found; stops everything when it fails."""
    command = [sys.executable, "-m", "tests.bench.one", module]
    with subprocess.Popen(command, cwd=TOP, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            yield Row(**json.loads(line))
    if process.returncode:
        raise SystemExit(f"{module} failed")


def machine() -> dict[str, object]:
    """What the figures were measured on; two results compare only on the same."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "load": os.getloadavg()[0],
    }


def figure(number: float) -> str:
    """A figure as a person reads it."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def main() -> None:
    """Run, print while going, write the result."""
    found: list[Row] = []
    for module in chosen(sys.argv[1:]):
        print(f"\n{module.removeprefix('bench_')}", flush=True)
        for row in rows_of(module):
            print(f"  {row.name:<40}{figure(row.figure):>12} {row.unit:<14} {row.note}", flush=True)
            found.append(row)
    RESULT.parent.mkdir(exist_ok=True)
    result = {**machine(), "rows": [asdict(row) for row in found]}
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"\n{RESULT.relative_to(TOP)}")


if __name__ == "__main__":
    main()
