"""A process that tries mutants in its own copy of the tree; started by ``tests.mutation``.

``trace`` runs the tests once and notes which functions each enters.  ``bodies`` has everything
imported and, for each mutant, exchanges the code of one function in a fork.  ``modules`` has
imported nothing of the project, so that tables are made anew from the changed file in each fork.
Jobs come as lines of JSON on standard input, answers go as lines to standard output.
"""

import ast
import gc
import importlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import coverage
import pytest

from tests.mutation.mutants import DATA, Mutant
from tests.mutation.session import ARGUMENTS, SELECTION, Collected, Known, Trial, in_a_fork, prepare

Answer = tuple[str, str, float]
KEEPING: type = type(cache(len))
# Test files collected at a time: to collect them all takes longer than any change is worth.
SOME_FILES = (1, 3, 6, 12, 24, 48, 96)
# Tests that need what was kept, before a change is said to have lived.
FEW = 5
ELSEWHERE: Answer = ("elsewhere", "", 0.0)


def functions_of(source: str) -> Iterator[tuple[str, set[int]]]:
    """The outermost functions and methods of a file, with the lines of their bodies."""
    for node in ast.parse(source).body:
        inner = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        for one in inner:
            if isinstance(one, ast.FunctionDef):
                body = one.body[1:] if ast.get_docstring(one, clean=False) else one.body
                lines = {n for part in body for n in range(part.lineno, part.end_lineno + 1)}
                yield prefix + one.name, lines


def trace(out: Path, skipped: set[str]) -> None:
    """Write which functions each test enters, its seconds, and what runs during import."""
    cover = coverage.Coverage(data_file=None, include=["rules/*"], config_file=False)
    seconds: dict[str, float] = {}
    failed = []

    def run(items: dict[str, pytest.Item]) -> None:
        for name, item in items.items():
            if name.partition("::")[0] in skipped:
                continue
            cover.switch_context(name)
            start = time.process_time()
            if Trial().first_failure([item]):
                failed.append(name)
            seconds[name] = round(time.process_time() - start, 4)
        cover.switch_context("")

    cover.start()
    collected = Collected(run)
    pytest.main([*ARGUMENTS, SELECTION], plugins=[collected])
    cover.stop()
    functions, imported = _entered(cover.get_data(), set(seconds) - set(failed))
    result = {
        "seconds": seconds,
        "functions": functions,
        "imported": imported,
        "failed": failed + collected.broken,
        "broken": list(_broken()),
    }
    out.write_text(json.dumps(result, ensure_ascii=False))


def _broken() -> Iterator[str]:
    """Files of rules/ that cannot be imported as they are, while somebody works on them."""
    for path in sorted(Path("rules").rglob("*.py")):
        try:
            if path.name != "__main__.py":
                importlib.import_module(_module(str(path)))
        except Exception:
            yield str(path)


def _entered(
    data: coverage.CoverageData, passed: set[str]
) -> tuple[dict[str, list[str]], list[str]]:
    functions: dict[str, list[str]] = {name: [] for name in passed}
    imported = []
    for file in sorted(data.measured_files()):
        path = os.path.relpath(file)
        by_line = data.contexts_by_lineno(file)
        for name, lines in functions_of(Path(file).read_text(encoding="utf-8")):
            tests = {test for line in lines for test in by_line.get(line, ())}
            if "" in tests:
                imported.append(f"{path}:{name}")
            for test in tests & passed:
                functions[test].append(f"{path}:{name}")
    return functions, imported


def serve(jobs: Any, answers: Any, answer: Callable[[Mutant], Answer]) -> None:
    """Answer each job: the change stands in the file meanwhile, for processes a test starts."""
    for line in jobs:
        mutant = Mutant(**json.loads(line))
        path = Path(mutant.file)
        source, times = path.read_bytes(), path.stat()
        path.write_bytes(mutant.applied(source))
        try:
            found = answer(mutant)
        finally:
            path.write_bytes(source)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        answers.write(json.dumps([mutant.key, *found]) + "\n")
        answers.flush()


def bodies(known: Known, jobs: Any, answers: Any) -> None:
    """Serve changes inside functions, every module imported once."""

    def use(items: dict[str, pytest.Item]) -> None:
        live, kept = _live_functions(), _kept_answers()
        gc.freeze()

        def answer(mutant: Mutant) -> Answer:
            exchange = _exchange(mutant, live)
            if exchange is None:
                return ELSEWHERE
            stages = known.tests(mutant.file, mutant.owner)
            tests = [items[test] for stage in stages for test in stage if test in items]
            found = in_a_fork(lambda: exchange() or Trial(known).first_failure(tests))
            if found[0] == "survived":
                stages = known.tests(mutant.file, mutant.owner, table=True)
                tests = [items[test] for stage in stages for test in stage if test in items]
                found = _without(kept, exchange, known, tests)
            known.killed(mutant.file, mutant.owner, found[1])
            return found

        serve(jobs, answers, answer)

    pytest.main([*ARGUMENTS, SELECTION], plugins=[Collected(use)])


def _kept_answers() -> list[Any]:
    return [
        one
        for one in gc.get_objects()
        if isinstance(one, KEEPING) and (one.__module__ or "").startswith("rules")
    ]


def _unchanged() -> None:
    """No change."""


def _without(
    kept: list[Any], exchange: Callable[[], None], known: Known, tests: list[pytest.Item]
) -> Answer:
    """Once more without the answers kept since the import, which hide a change from the tests.

    A test that fails without the change as well, for the sake of what was kept, does not count.
    """

    def failing(change: Callable[[], None], among: list[pytest.Item]) -> str | None:
        change()
        for one in kept:
            one.cache_clear()
        return Trial(known).first_failure(among)

    for _ in range(FEW):
        found = in_a_fork(partial(failing, exchange, tests))
        killers = [one for one in tests if one.nodeid == found[1]]
        if not killers or in_a_fork(partial(failing, _unchanged, killers))[0] == "survived":
            return found
        tests = [one for one in tests if one not in killers]
    return "survived", "", found[2]


def _live_functions() -> dict[tuple[str, str], list[FunctionType]]:
    found: dict[tuple[str, str], list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and (one.__module__ or "").startswith("rules"):
            found.setdefault((one.__module__, one.__qualname__), []).append(one)
    return found


def _exchange(mutant: Mutant, live: dict[tuple[str, str], list[FunctionType]]) -> Any:
    """What puts the changed code into the living functions; None when there are none."""
    path = Path(mutant.file)
    changed = path.read_bytes()
    at, new = mutant.start, mutant.new.encode()
    original = changed[:at] + mutant.old.encode() + changed[at + len(new) :]
    before, after = (
        [c for c in _codes(compile(text, str(path), "exec")) if c.co_qualname == mutant.owner]
        for text in (original, changed)
    )
    pairs = [
        (function, wrong)
        for right, wrong in zip(before, after, strict=False)
        if right != wrong or right.co_linetable != wrong.co_linetable
        for function in live.get((_module(mutant.file), mutant.owner), ())
        if function.__code__.co_firstlineno == right.co_firstlineno
        and function.__code__.co_freevars == wrong.co_freevars
    ]

    def exchange() -> None:
        for function, wrong in pairs:
            function.__code__ = wrong

    return exchange if pairs else None


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _module(file: str) -> str:
    return file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def modules(known: Known, jobs: Any, answers: Any) -> None:
    """Serve changes of tables and data: each fork imports everything from the changed file."""

    def answer(mutant: Mutant) -> Answer:
        stages = known.tests(mutant.file, mutant.owner, table=True)
        found = in_a_fork(lambda: _import_and_try(mutant, stages, Trial(known)))
        known.killed(mutant.file, mutant.owner, found[1])
        return found

    serve(jobs, answers, answer)


def _import_and_try(mutant: Mutant, stages: list[list[str]], trial: Trial) -> str | None:
    if mutant.kind != DATA and not mutant.file.endswith("__main__.py"):
        importlib.import_module(_module(mutant.file))
    for stage in stages:
        rank = {test: at for at, test in enumerate(stage)}
        files = list(dict.fromkeys(test.partition("::")[0] for test in stage))
        begin = 0
        for many in SOME_FILES:
            some, begin = files[begin : begin + many], begin + many
            if not some or trial.spent:
                break
            killer = _try_files(some, rank, trial)
            if killer is not None:
                return killer
    return None


def _try_files(files: list[str], rank: dict[str, int], trial: Trial) -> str | None:
    found: list[str | None] = []

    def use(items: dict[str, pytest.Item]) -> None:
        chosen = sorted((name for name in items if name in rank), key=rank.__getitem__)
        found.append(trial.first_failure(items[name] for name in chosen))

    collected = Collected(use)
    pytest.main([*ARGUMENTS, *files], plugins=[collected])
    if collected.broken or not found:
        return f"collection of {files}"
    return found[0]


def main() -> None:
    """Serve as the first argument says; the traced run and the budget are the other two."""
    jobs, answers = os.fdopen(os.dup(0), "r"), os.fdopen(os.dup(1), "w")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    kind, file = sys.argv[1], Path(sys.argv[2])
    prepare()
    if kind == "trace":
        trace(file, set(json.loads(jobs.readline())))
    else:
        # A changed file must never be answered from, or kept as, compiled code.
        sys.dont_write_bytecode = True
        {"bodies": bodies, "modules": modules}[kind](Known(file, float(sys.argv[3])), jobs, answers)


if __name__ == "__main__":
    main()
