"""What lived, with its change and, where it makes no difference, why; the figures by file."""

import difflib
import tomllib
from collections import Counter
from pathlib import Path

from tests.mutation.mutants import DATA, Mutant
from tests.mutation.store import Store

WANTED = 95.0
EXPLAINED = Path(__file__).with_name("explained")
Change = tuple[str, str, str, str]


def change_of(tree: Path, mutant: Mutant) -> Change:
    """File, owner, the lines that go and the lines that come, without indentation."""
    if mutant.kind == DATA:
        old, _, new = mutant.old.partition(" -> ")
        return mutant.file, mutant.owner, old, new
    source = (tree / mutant.file).read_bytes()
    before = source.decode().splitlines()
    after = mutant.applied(source).decode().splitlines()
    lines = list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]
    removed = " ".join(line[1:].strip() for line in lines if line.startswith("-"))
    added = " ".join(line[1:].strip() for line in lines if line.startswith("+"))
    return mutant.file, mutant.owner, removed, added


def explained() -> dict[Change, str]:
    """The changes that make no difference, each with the reason."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(EXPLAINED.glob("*.toml"))]
    entries = [entry for file in files for entry in file["equivalent"]]
    return {(e["file"], e["owner"], e["removed"], e["added"]): e["reason"] for e in entries}


def judge(tree: Path, mutants: list[Mutant], store: Store, seconds: float, whole: bool) -> int:
    """Print survivors and figures; 1 where fewer than 95 in 100 are caught."""
    reasons = explained()
    lived = [m for m in mutants if not store.caught(m.key)]
    unexplained = 0
    for mutant in lived:
        change = change_of(tree, mutant)
        reason = reasons.get(change)
        unexplained += reason is None
        _show(mutant, change, reason)
    text = figures(mutants, lived, store, unexplained, seconds)
    print(text)
    (store.folder / ("summary.md" if whole else "part.md")).write_text(text)
    return int(_share(len(mutants), len(lived)) < WANTED)


def _show(mutant: Mutant, change: Change, reason: str | None) -> None:
    _, _, removed, added = change
    print(f"{mutant.file}:{mutant.line} {mutant.owner} ({mutant.kind})")
    print(f"  - {removed}\n  + {added}")
    if reason is not None:
        print(f"  makes no difference: {reason}")


def _share(total: int, lived: int) -> float:
    return 100.0 * (total - lived) / total if total else 100.0


def figures(
    mutants: list[Mutant], lived: list[Mutant], store: Store, unexplained: int, seconds: float
) -> str:
    """The table by file and the sum."""
    total, alive = Counter(m.file for m in mutants), Counter(m.file for m in lived)
    rows = [
        f"| {file} | {total[file]} | {alive[file]} | {_share(total[file], alive[file]):.1f} |"
        for file in sorted(total)
    ]
    ends = [store.results.get(m.key, ["", ""])[1] for m in mutants]
    runaway = sum(end.startswith("signal") for end in ends)
    share = _share(len(mutants), len(lived))
    summary = (
        f"{len(mutants)} mutants, {len(mutants) - len(lived)} caught ({share:.1f} in 100; "
        f"{runaway} of them by running away), {len(lived)} lived, {unexplained} of these "
        f"unexplained; {seconds:.0f} seconds"
    )
    head = ["| file | mutants | lived | caught in 100 |", "|---|---:|---:|---:|"]
    return "\n".join([*head, *rows, "", summary, ""])
