"""The same decisions judged by zen-engine, a rule engine in Rust, on a decision table of ours.

The table (zen_sanctions.json) holds the register, the floor, the lists and the terms of Articles
29 and 32 and answers with codes alone; ours answers with every finding, message and citation.
"""

from collections.abc import Iterator
from pathlib import Path

import zen

from rules.context import default_context
from rules.outcome import Level
from rules.sanctions import SanctionFacts, check_sanctions
from tests.bench.decisions import plain
from tests.bench.rows import Row, rate, ratio

CONTEXT = default_context()
TABLE = Path(__file__).with_name("zen_sanctions.json")
SAMPLE = 500


def rows() -> Iterator[Row]:
    """Both on the same decisions, after both gave the same codes for every one."""
    decisions = plain(SAMPLE)
    asked = [question(facts) for facts in decisions]
    # Compiled once and kept by a loader: many times faster than ``create_decision``.
    table = zen.ZenDecisionContent(TABLE.read_text(encoding="utf-8"))
    peer = zen.ZenEngine({"loader": lambda key: table})
    agree(decisions, [theirs(peer.evaluate(TABLE.name, one)["result"]) for one in asked])

    def by_us() -> None:
        for facts in decisions:
            check_sanctions(facts, CONTEXT)

    def by_zen() -> None:
        for one in asked:
            peer.evaluate(TABLE.name, one)

    ours, zens = rate(by_us, at_once=SAMPLE), rate(by_zen, at_once=SAMPLE)
    yield Row("check-sanctions", ours, "checks/s", "single calls with citations")
    yield Row("zen-engine, decision table", zens, "checks/s", "single calls, codes alone")
    yield ratio("check-sanctions to zen-engine", ours, zens)


def question(facts: SanctionFacts) -> dict[str, object]:
    """A decision as the table takes it."""
    measures = [{"item": one.item, "months": one.months} for one in facts.measures]
    severity = None if facts.severity is None else facts.severity.value
    return {"conduct": list(facts.conduct), "severity": severity, "measures": measures}


def theirs(found: list[dict[str, str]]) -> set[str]:
    """The codes of the table's answer."""
    return {one["code"] for one in found}


def agree(decisions: list[SanctionFacts], answers: list[set[str]]) -> None:
    """Raise where the table's codes are not our errors; a sample of one kind proves nothing."""
    for facts, codes in zip(decisions, answers, strict=True):
        found = check_sanctions(facts, CONTEXT).findings
        if {one.code for one in found if one.level is Level.ERROR} != codes:
            raise RuntimeError(f"zen-engine answers {codes} to {facts}")
    if all(answers) or len(set().union(*answers)) < 5:
        raise RuntimeError("the sample lacks a lawful decision or an error")
