"""Recorded decisions to measure with: a random mix, lawful and not, the same at every run."""

from datetime import date, timedelta

import numpy as np
from numpy.typing import ArrayLike

from rules.codes import Severity
from rules.sanctions import MeasureFact, SanctionFacts

FIRST = date(2023, 1, 1)
DAYS = 1_200
BANS = (5, 7, 9, 10)
STANDING = (1, 2, 4, 6, 8, 11, 12, 14)
MONTHS = (6, 12, 24, 35, 36, 48, 60, 61, 84, 120)
SEVERITIES = tuple(Severity)


def arrays(count: int) -> dict[str, ArrayLike]:
    """Arrays of that many decisions: two measures and up to two bans, three in four registered."""
    chance = np.random.default_rng(0)
    conduct = 1 << chance.integers(1, 9, count) | 1 << chance.integers(1, 9, count)
    registered = (chance.random(count) < 0.75) * (1 << 13)
    decision = np.sort(chance.integers(0, count, count * 5 // 4))
    bans = chance.choice(BANS, len(decision)), chance.choice(MONTHS, len(decision))
    return {
        "on": np.datetime64(FIRST) + chance.integers(0, DAYS, count),
        "conduct": conduct,
        "untimed": registered | 1 << chance.choice(STANDING, count),
        "terms": np.stack((decision, *bans), 1),
        "severity": chance.integers(-1, 4, count),
        "factors": chance.integers(0, 1 << 6, count) << 1,
        "lenient": chance.integers(0, 4, count) << 1,
        "aggravated": chance.integers(0, 4, count) << 1,
    }


def plain(count: int) -> list[SanctionFacts]:
    """Decisions under a severity given, by what Articles 2, 29 and 32 name alone."""
    chance = np.random.default_rng(1)

    def drawn(values: tuple[int, ...], most: int) -> list[int]:
        return chance.choice(values, chance.integers(0, most + 1), replace=False).tolist()

    return [
        SanctionFacts(
            FIRST + timedelta(int(chance.integers(DAYS))),
            (int(chance.integers(1, 9)),),
            (
                *(MeasureFact(item) for item in drawn((*STANDING, 13, 13, 13, 13), 3)),
                *(MeasureFact(item, months=int(chance.choice(MONTHS))) for item in drawn(BANS, 2)),
            ),
            severity=SEVERITIES[chance.integers(4)],
        )
        for _ in range(count)
    ]
