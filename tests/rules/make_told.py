"""Writes ``misconduct/ops/told.jsonl`` anew: all that the rules tell people, as they told it.

Usage: ``python -m tests.rules.make_told`` after a change of what a rule says or on which words, or
with ``--check`` to say what is missing from the file or no longer told.  It asks the rules what the
tests in ``tests/rules`` ask them, and every decision on sanctions that differs in one thing.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from misconduct.ops.law_told import TOLD
from rules.codes import MEASURES, Aggravated, RespondentKind, Severity
from rules.context import default_context
from rules.discretion import Band, Proposal, departure
from rules.integrity.annex import GROUPS, AnnexFacts, check_annex
from rules.law import P130, annex
from rules.outcome import Finding
from rules.procedure.approval import check_power
from rules.readings import READINGS
from rules.sanctions import MeasureFact, Respondent, SanctionFacts, check_sanctions
from rules.sanctions.tables import READ_HERE
from rules.supervision.consequences import (
    BANS,
    GRAVE,
    ORDINARY,
    SUBJECTS,
    ConsequenceFacts,
    SupervisionMeasure,
    check_consequences,
)
from rules.supervision.plan import STAGES, ChecklistFacts, check_checklist, checklist
from tests.rules.listening import Ear, Told, modules
from tests.rules.proof import ON
from tests.rules.templates import Reader

HERE = Path(__file__).parent
# They ask the same again, in bulk or from outside, or try rules a unit made up.
LEFT_OUT = (
    *("overlay", "batch", "proof", "edge", "explain", "page", "symbolic", "compared", "cli"),
    *("calendar", "festivals", "python_api", "propert", "solver", "law.", "bad_input"),
    *("arrangements", "contradictions", "outcome", "context", "words_of"),
)
# The tests of the rules need nothing of the application.
PLAIN = ["-q", "-p", "no:cacheprovider", "--no-header", "--import-mode=importlib"]
PLAIN += ["--noconftest", "--override-ini=addopts=", "-p", "no:django"]
# Said under an answer to a reading that nobody may choose.
NEVER = {("same_person", "warning", "two_persons")}
SUPERVISED_ON = date(2026, 3, 2)
TERMS = (None, 12, 36, 60, 72, "permanent")
MODES: tuple[dict[str, Any], ...] = (
    {},
    {"mitigated": True},
    {"respondent": Respondent(RespondentKind.ORGANISATION)},
    {"respondent": Respondent(RespondentKind.ORGANISATION), "article_31": True},
    {"respondent": Respondent(RespondentKind.ORGANISATION), "decided_by_itself": True},
    {"powers": ()},
)
Row = dict[str, Any]


def _measures() -> Iterator[tuple[MeasureFact, ...]]:
    yield ()
    for item in range(1, 15):
        for term in TERMS:
            if item in (5, 7, 9, 10) or term is None:
                given = {"permanent": True} if term == "permanent" else {"months": term}
                one = MeasureFact(item, **given)
                yield from ((one,), (one, MeasureFact(2)), (one, MeasureFact(13)))


def _decisions() -> Iterator[SanctionFacts]:
    severities = (None, *Severity)
    for given, conduct, severity, mode in product(_measures(), ((1,), (6,)), severities, MODES):
        yield SanctionFacts(ON, conduct, given, severity=severity, **mode)
    ban = (MeasureFact(5, months=36), MeasureFact(13))
    for factor, kind in product(range(1, 7), Aggravated):
        yield SanctionFacts(ON, (1,), ban, factors=(factor,), aggravated=(kind,))


def ask_of_sanctions() -> None:
    """Every single decision, by default and under each other answer to a reading."""
    usual = default_context()
    frames = [usual] + [
        usual.with_readings(**{name: answer})
        for name in READ_HERE
        for answer in READINGS[name].alternatives
        if answer != READINGS[name].default
    ]
    for frame, facts in product(frames, list(_decisions())):
        check_sanctions(facts, frame)


def ask_of_lists() -> None:
    """Every item of the lists that a test asks of by an example."""
    for stage in STAGES:
        items = frozenset(range(1, len(checklist(stage)) + 1))
        check_checklist(ChecklistFacts(stage, frozenset()))
        check_checklist(ChecklistFacts(stage, items, items))
    check_power(frozenset(MEASURES), frozenset())
    for group in GROUPS:
        check_annex(AnnexFacts(frozenset({group}), tuple(annex())))
    names = sorted({*ORDINARY, *(name for table in GRAVE.values() for name in table)})
    for subject, grave, name in product(SUBJECTS, (False, True), names):
        for length in ({}, {"years": 2}, {"permanent": True}):
            if name in BANS or not length:
                measure = SupervisionMeasure(name, **length)
                facts = ConsequenceFacts(SUPERVISED_ON, subject, grave, (measure,))
                check_consequences(facts, default_context().with_instruments(P130))


def departures() -> Iterator[Finding]:
    """What is said of a decision that departs from a benchmark's proposal."""
    banned = tuple(MeasureFact(item, months=48) for item in (5, 7, 9))
    for proposed, decided in product(Severity, Severity):
        proposal = Proposal(proposed, Band(37, 40), None, ())
        facts = SanctionFacts(ON, (1,), banned, severity=decided)
        yield from departure(proposal, facts, default_context())


def heard() -> dict[Finding, Told]:
    """What the rules answer the tests; SystemExit when these cannot run."""
    settings.register_profile("same", derandomize=True, database=None)
    settings.load_profile("same")
    ear = Ear()
    ear.listen()
    files = [
        str(path)
        for path in sorted(HERE.rglob("test_*.py"))
        if not any(part in path.name for part in LEFT_OUT)
    ]
    ended = pytest.main([*PLAIN, *files])
    if ended not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise SystemExit("the tests of the rules do not run: mend them first")
    ask_of_sanctions()
    ask_of_lists()
    where = [f"{departure.__module__}.{departure.__name__}"]
    ear.take(departures(), where, where)
    return ear.heard


def rows(found: dict[Finding, Told]) -> list[Row]:
    """A row for each sentence on an article: level, reading, words, codes, and who says it."""
    reader = Reader(modules())
    alike: dict[tuple[Any, ...], list[tuple[Finding, tuple[str, ...], set[str], set[str]]]]
    alike = defaultdict(list)
    for one, told in found.items():
        read = reader.read(one.message)
        if read is None or (one.code, one.level, one.reading) in NEVER:
            continue
        text, filled, written = read
        where = (None, None) if one.citation is None else (one.citation.instrument, _number(one))
        key = (*where, one.level.value, text, one.reading)
        alike[key].append((one, filled, told.by or {written}, told.asked or {written}))
    made = [_row(reader, key, some) for key, some in alike.items()]
    return sorted(made, key=lambda row: json.dumps(row, ensure_ascii=False))


def _number(one: Finding) -> int | str | None:
    citation = one.citation
    return "annex" if citation and citation.annex else ((citation and citation.article) or 0)


def _row(reader: Reader, key: tuple[Any, ...], some: list[Any]) -> Row:
    instrument, article, level, text, reading = key
    quoted = {
        (one.citation.item, one.citation.annex, one.citation.text, one.code)
        for one, *_ in some
        if one.citation is not None
    }
    codes = {one.code for one, *_ in some}
    return {
        "instrument": instrument,
        "article": article,
        "level": level,
        "said": reader.named(text, [filled for _, filled, *_ in some], min(codes)),
        "sentence": text,
        "reading": reading,
        "codes": sorted(codes),
        "quoted": [list(one) for one in sorted(quoted, key=str)],
        "by": sorted(set().union(*(by for *_, by, _ in some))),
        "asked": sorted(set().union(*(asked for *_, asked in some))),
    }


def written(made: list[Row]) -> str:
    """The file's text."""
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in made)


def differences(made: list[Row], kept: list[Row]) -> list[str]:
    """What is told and not in the file (+), or in it and not told (-), the blanks' names apart."""

    def plain(some: list[Row]) -> set[str]:
        return {
            json.dumps({k: v for k, v in row.items() if k != "said"}, ensure_ascii=False)
            for row in some
        }

    new, old = plain(made), plain(kept)
    return sorted([f"+ {one}" for one in new - old] + [f"- {one}" for one in old - new])


def main(arguments: list[str]) -> int:
    """1 when only a check was asked for and the file is not what the rules say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    chosen = parser.parse_args(arguments)
    made = rows(heard())
    if not chosen.check:
        TOLD.write_text(written(made), encoding="utf-8")
        return 0
    kept = [json.loads(line) for line in TOLD.read_text(encoding="utf-8").splitlines()]
    found = differences(made, json.loads(json.dumps(kept)))
    print("\n".join(found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
