"""The columns against single checks over every set of measures, and over every length of term."""

from datetime import date
from itertools import product

import numpy as np

from rules.batch import CODES, UNDECIDED, Columns, check
from rules.codes import Severity
from rules.context import default_context
from rules.outcome import Level
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions
from tests.rules.unit_rules import loaded, parameter

CONTEXT = default_context()
ON = date(2026, 6, 1)
SETS = 1 << 14
SEVERITIES = (None, *Severity)


def codes(findings, level=None):
    """The codes found, of one level or of all, as the columns write them."""
    found = {f.code for f in findings if level in (None, f.level)}
    return sum(1 << CODES.index(code) for code in found)


def single(facts, context):
    """What the columns are held against: one line for each decision."""
    found = check_sanctions(facts, context)
    return (
        found.lawful,
        sum(1 << place for place, one in enumerate(Severity) if one in found.consistent),
        codes(found.findings),
        codes(found.findings, Level.ERROR),
    )


def columns_of(answers):
    return np.stack((answers.lawful, answers.consistent, answers.findings, answers.errors), axis=1)


def test_every_set_of_measures_with_and_without_the_floor_under_every_severity():
    """All 16,384 sets, each at two of the five (none and four), so that all five meet the floor
    and not: 65,536 decisions."""
    measures = [
        tuple(MeasureFact(item) for item in range(1, 15) if given >> (item - 1) & 1)
        for given in range(SETS)
    ]
    answered = 0
    for conduct, turn in product((1, 6), (0, 1)):
        places = np.array([0 if turn else 1 + given % 4 for given in range(SETS)])
        columns = Columns.from_arrays(
            np.full(SETS, np.datetime64(ON)),
            1 << conduct,
            untimed=np.arange(SETS) << 1,
            severity=places + UNDECIDED,
        )
        expected = [
            single(SanctionFacts(ON, (conduct,), given, severity=SEVERITIES[place]), CONTEXT)
            for given, place in zip(measures, places.tolist(), strict=True)
        ]
        answered += (columns_of(check(columns, CONTEXT)) == np.array(expected)).all(axis=1).sum()
    assert answered == 4 * SETS


def test_every_length_of_a_term_where_a_unit_narrows_the_ranges_too():
    """Up to eleven years and for good, also where a range ends early and some terms lie in none."""
    narrower = loaded(
        parameter("tier.major.term", {"over": 1, "under": 3}, unit="years"),
        parameter("tier.serious.term", {"from": 4, "to": 5}, unit="years"),
    )
    lengths = [
        *({"months": months} for months in range(1, 133)),
        {"permanent": True},
    ]
    facts = [
        SanctionFacts(
            ON, (conduct,), (MeasureFact(item, **length), MeasureFact(13)), severity=severity
        )
        for item, length, conduct, severity in product((5, 10), lengths, (1, 6), SEVERITIES)
    ]
    for context in (
        CONTEXT,
        CONTEXT.with_readings(G9="bind", permanent_ban="refuse"),
        CONTEXT.with_overlays(narrower),
    ):
        answers = columns_of(check(Columns.of(facts), context))
        assert answers.tolist() == [list(map(int, single(one, context))) for one in facts]
