"""``make test``: the whole suite on SQLite and the file-system broker, then what touches the
database again on throwaway PostgreSQL and Redis.

Anything given on the command line goes to both runs of pytest.
"""

import os
import subprocess
import sys

from tests.support.servers import Unavailable, postgresql, redis


def run(title: str, words: list[str], **environment: str) -> int:
    """One run of pytest; its exit code."""
    print(f"\n== {title} ==", flush=True)
    clean = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    processes = str(min(os.cpu_count() or 1, 4))
    command = [sys.executable, "-m", "pytest", "--numprocesses", processes, "--dist", "loadgroup"]
    return subprocess.run([*command, *words], env={**clean, **environment}, check=False).returncode


def main() -> int:
    """Both runs, the second also after a failure of the first; 0 when both passed."""
    words = sys.argv[1:]
    first = run("SQLite, file-system broker", words)
    try:
        with postgresql() as database, redis() as broker:
            second = run(
                "PostgreSQL, Redis",
                ["--database-bound", *words],
                DATABASE_URL=database,
                REDIS_URL=broker,
            )
    except Unavailable as error:
        print(f"\nFAILED: {error}", file=sys.stderr)
        second = 1
    return first or second


if __name__ == "__main__":
    sys.exit(main())
