"""What is kept between runs, in var/mutation: results by mutant, and the traced tests."""

import json
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.mutation.mutants import Mutant

SUPPORT = "tests/rules"


class Store:
    """Results of mutants by key, and of the traced run by test file."""

    def __init__(self, folder: Path, *, fresh: bool, budget: float) -> None:
        self.folder, self.budget = folder, budget
        folder.mkdir(parents=True, exist_ok=True)
        self.results: dict[str, list[Any]] = {} if fresh else self._load("results")
        self.traced: dict[str, Any] = {} if fresh else self._load("trace")
        self.imported: set[str] = set()
        self.broken: set[str] = set()
        self._test_files: dict[str, set[str]] = {}

    def _load(self, name: str) -> dict[str, Any]:
        path = self.folder / f"{name}.json"
        return json.loads(path.read_text()) if path.exists() else {}

    def _save(self, name: str, value: Any) -> None:
        # An hour's results must not be lost because somebody tidied up meanwhile.
        self.folder.mkdir(parents=True, exist_ok=True)
        new = self.folder / f"{name}.{os.getpid()}"
        new.write_text(json.dumps(value, ensure_ascii=False))
        new.replace(self.folder / f"{name}.json")

    def save(self) -> None:
        """Keep the results, with those of runs on other files that ended meanwhile."""
        self._save("results", {**self._load("results"), **self.results})

    def caught(self, key: str) -> bool:
        """Whether a test has caught this change before."""
        return self.results.get(key, [""])[0] == "killed"

    def lived(self, key: str) -> bool:
        """Whether no test caught this change when it was tried."""
        return self.results.get(key, [""])[0] == "survived"

    def keep(self, mutant: Mutant, found: list[Any]) -> None:
        """Keep what was found, with the tests it was found with."""
        self.results[mutant.key] = [*found[:3], self._tests_of(mutant.file), self.budget]

    def settled(self, mutant: Mutant) -> bool:
        """Whether trying again can show nothing new: caught, or lived by the tests there are."""
        known = self.results.get(mutant.key, [""])
        same = known[3:4] == [self._tests_of(mutant.file)] and known[4:] >= [self.budget]
        return known[0] == "killed" or same

    def _tests_of(self, file: str) -> str:
        """A digest of the test files that enter anything in the file; of all where none does."""
        if not self._test_files:
            for test, functions in self.traced["functions"].items():
                for function in functions:
                    entered = self._test_files.setdefault(function.partition(":")[0], set())
                    entered.add(test.partition("::")[0])
        now = self.traced["hashes"]
        files = self._test_files.get(file, set(now))
        return sha256("".join(now.get(one, "") for one in sorted(files)).encode()).hexdigest()[:16]

    def unchanged_tests(self, tree: Path) -> list[str]:
        """Test files whose traced run still holds: neither they nor their helpers changed."""
        now = hashes(tree)
        then = self.traced.get("hashes", {})
        return [file for file in now if now[file] == then.get(file)]

    @staticmethod
    def as_line(files: Iterable[str]) -> str:
        """A line of JSON."""
        return json.dumps(list(files)) + "\n"

    def add_trace(self, tree: Path, out: Path) -> list[str]:
        """Join the new trace with the kept one, write it for the workers; the failed tests."""
        new = json.loads(out.read_text())
        now = hashes(tree)
        then = self.traced.get("hashes", {})
        kept = {file for file in now if now[file] == then.get(file)}
        joined: dict[str, Any] = {"hashes": now, "imported": new["imported"]}
        for part in ("seconds", "functions"):
            old = self.traced.get(part, {})
            joined[part] = {t: v for t, v in old.items() if t.partition("::")[0] in kept}
            joined[part].update(new[part])
        # What fails today is not kept as known, so that it is traced again.
        for test in new["failed"]:
            joined["hashes"].pop(test.partition("::")[0], None)
        self.traced = joined
        self._save("trace", joined)
        out.write_text(json.dumps(joined, ensure_ascii=False))
        self.imported = set(new["imported"])
        self.broken = set(new["broken"])
        return list(new["failed"])


def hashes(tree: Path) -> dict[str, str]:
    """Of each test file, with the helpers all of them share."""
    files = sorted((tree / SUPPORT).rglob("*.py"))
    tests = [path for path in files if path.name.startswith("test_")]
    shared = b"".join(path.read_bytes() for path in files if path not in tests)
    return {
        str(path.relative_to(tree)): sha256(shared + path.read_bytes()).hexdigest()[:16]
        for path in tests
    }
