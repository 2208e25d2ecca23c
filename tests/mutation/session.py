"""One pytest session over tests/rules, without Django: collected once, then used item by item."""

import contextlib
import importlib
import json
import os
import re
import resource
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

# A mutant that no test has caught after so much processor time counts as a survivor; nor is a
# test begun that would take the sum beyond twice of it.
BUDGET = 4.0
FEW = 5
# Seconds of a test: brisk ones go first, slow ones after all others.
BRISK, SLOW = 0.02, 0.5
# A single test that runs away ends the process: caught.
RUNAWAY = 12
WALL = 120
SURVIVED, KILLED = 0, 1
SELECTION = "tests/rules"
ARGUMENTS = [
    "-q",
    "--noconftest",
    "--capture=sys",
    "--import-mode=importlib",
    "--override-ini=addopts=",
    "-p",
    "no:cacheprovider",
    "--assert=plain",
    "-p",
    "_hypothesis_pytestplugin",
    "-W",
    "ignore",
    "--continue-on-collection-errors",
]
# What a run of a test to its first failure has no use for; each costs every fork a little.
UNUSED = "doctest faulthandler junitxml legacypath logging pastebin stepwise threadexception"
UNUSED += " unraisableexception warnings"
ARGUMENTS += [part for name in UNUSED.split() for part in ("-p", f"no:{name}")]
# Loaded before the forks, which then need not; never rules or tests themselves.
WARM = ["numpy", "pydantic", "holidays", "chinese_calendar", "z3", "hypothesis.strategies", "uuid"]


def prepare() -> None:
    """What every process of a run needs before it forks."""
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    # Looking for plugins takes longer than all else a fork does before its first test.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    # The same examples in every process, and no time spent on finding the smallest one.
    phases = [Phase.explicit, Phase.generate]
    settings.register_profile(
        "mutation", derandomize=True, database=None, deadline=None, phases=phases
    )
    settings.load_profile("mutation")
    for name in WARM:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def _module_of(file: str) -> str:
    return file.rpartition(".")[0].replace("/", ".").removesuffix(".__init__")


def _named(module: str, text: str) -> bool:
    package, _, leaf = module.rpartition(".")
    whole = rf"(?<![.\w]){re.escape(module)}(?![.\w])"
    part = rf"from {re.escape(package)} import (\([^)]*|.*)\b{leaf}\b"
    return re.search(f"{whole}|{part}", text) is not None


class Known:
    """What the traced run found: seconds of each test, and which tests enter a function."""

    def __init__(self, path: Path, budget: float) -> None:
        self.budget = budget
        data = json.loads(path.read_text())
        self.seconds: dict[str, float] = data["seconds"]
        self.of_function: dict[str, list[str]] = {}
        self.of_file: dict[str, set[str]] = {}
        for test, functions in data["functions"].items():
            for function in functions:
                self.of_function.setdefault(function, []).append(test)
                self.of_file.setdefault(function.partition(":")[0], set()).add(test)
        self.killers: dict[str, Counter[str]] = {}
        files = sorted({test.partition("::")[0] for test in self.seconds})
        self.texts = {one: Path(one).read_text("utf-8") for one in files if Path(one).exists()}

    def tests(self, file: str, owner: str, *, table: bool = False) -> list[list[str]]:
        """The tests to try on a change of that function or table, in stages.

        Earlier killers first, then the near ones by their seconds.  Near are those that enter the
        function.  Of one that keeps its answers the trace sees the first callers alone, so where
        it saw few, those that enter the file are near too.  Of a table and of data all tests are
        tried: near are also those whose file names the module, less so those that enter a file
        which imports it.
        """
        own = set(self.of_function.get(f"{file}:{owner}", ()))
        near = own if len(own) >= FEW else own | self.of_file.get(file, set())
        named: set[str] = set()
        users: set[str] = set()
        if table:
            named, users = self._naming(file), self._users(file)
            near = near | named
        killers = self.killers.get(f"{file}:{owner}", {})
        nearby = self.killers.get(file, {})

        def rank(test: str) -> tuple[tuple[int, int], int, bool, bool, int, float, str]:
            seconds = self.seconds.get(test, 0)
            slow = (seconds > BRISK) + (seconds > SLOW)
            known = -killers.get(test, 0), test not in own, test not in named, -nearby.get(test, 0)
            grade = 0 if test in near else 1 if test in users else 2
            killer = slow < 2 and (test in killers or test in nearby)
            stage = (-1, 0) if killer else (grade + slow, grade)
            return stage, *known, seconds, test

        chosen = sorted(set(self.seconds) if table else near, key=rank)
        return [list(group) for _, group in groupby(chosen, key=lambda test: rank(test)[0])]

    @cache  # noqa: B019 - one object for the whole run
    def _naming(self, file: str) -> set[str]:
        """The tests whose file names the module of a file, or else its package."""
        module = _module_of(file)
        for name in (module, module.rpartition(".")[0]):
            if name == "rules":
                break
            found = {one for one, text in self.texts.items() if _named(name, text)}
            if found:
                return {test for test in self.seconds if test.partition("::")[0] in found}
        return set()

    @cache  # noqa: B019 - as above
    def _users(self, file: str) -> set[str]:
        """The tests that enter a file which imports the module."""
        module = _module_of(file)
        sources = {one: Path(one).read_text("utf-8") for one in self.of_file}
        return {
            test
            for one, text in sources.items()
            if _named(module, text)
            for test in self.of_file[one]
        }

    def killed(self, file: str, owner: str, test: str) -> None:
        """Remember which test caught it: the next change there is likely caught by it too."""
        for key in (f"{file}:{owner}", file):
            self.killers.setdefault(key, Counter())[test] += 1


class Trial:
    """Runs tests until one fails or the budget is used up, by the seconds each takes."""

    def __init__(self, known: Known | None = None) -> None:
        self.start = time.process_time()
        self.seconds = known.seconds if known else {}
        self.budget = known.budget if known else BUDGET

    @property
    def spent(self) -> bool:
        """Whether the budget is used up."""
        return time.process_time() - self.start > self.budget

    def first_failure(self, items: Iterable[pytest.Item]) -> str | None:
        """The node id of the first test that fails; None when the mutant lives."""
        for item in items:
            if self.spent:
                return None
            used = time.process_time() - self.start
            if used + self.seconds.get(item.nodeid, 0) > 2 * self.budget:
                continue
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=None)):
                return item.nodeid
        return None


def in_a_fork(work: Callable[[], str | None]) -> tuple[str, str, float]:
    """Run the work in a child: ("killed", by what) or ("survived", ""), and processor seconds."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _limit()
        try:
            killer = work()
        except BaseException as problem:
            killer = f"raised {type(problem).__name__}"
        os.write(writing, (killer or "").encode()[:4000])
        os._exit(SURVIVED if killer is None else KILLED)
    os.close(writing)
    killer = _read(reading)
    _, status, usage = os.wait4(child, 0)
    seconds = round(usage.ru_utime + usage.ru_stime, 2)
    if os.WIFSIGNALED(status):
        return "killed", f"signal {os.WTERMSIG(status)}", seconds
    return ("killed", killer, seconds) if os.WEXITSTATUS(status) else ("survived", "", seconds)


def _limit() -> None:
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    used = int(time.process_time())
    resource.setrlimit(resource.RLIMIT_CPU, (used + RUNAWAY, used + RUNAWAY + 5))
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Waiting uses no processor time; the default action of the signal ends the process.
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(WALL)


def _read(descriptor: int) -> str:
    with os.fdopen(descriptor, "rb") as stream:
        return stream.read().decode(errors="replace")


class Collected:
    """A pytest plugin that collects and hands the items over instead of running them.

    ``broken`` are the files that could not be collected.
    """

    def __init__(self, use: Callable[[dict[str, pytest.Item]], Any]) -> None:
        self.use = use
        self.broken: list[str] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.broken.append(report.nodeid)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.use({item.nodeid: item for item in session.items})
        return True
