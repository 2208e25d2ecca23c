"""check-sanctions over columns: the same answers as the single path, millions a second."""

from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rules.batch import findings, intake
from rules.batch.answers import NOT_JUDGED, OPEN_TERM, SHAPE, Answers
from rules.batch.columns import Columns
from rules.batch.findings import ITEMIZED
from rules.batch.intake import UNDECIDED
from rules.batch.judging import Judged, judge, tier_findings
from rules.batch.marks import Marks, marks_of
from rules.context import Context
from rules.errors import RuleInputError
from rules.sanctions.tables import MINOR, REGISTER, SanctionTable, table

# So many that the work of one block stays in the processor's cache.
BLOCK = 16_384

Part = dict[str, NDArray[Any]]


def check(columns: Columns, context: Context) -> Answers:
    """Check every decision under the law of its day.

    Raises a RuleInputError for the first day that the instruments do not cover, with the number
    of a decision of that day before its place.
    """
    laws, which = _laws(columns, context)
    found = {name: np.zeros(len(columns), dtype) for name, dtype in SHAPE.items()}
    for begin in range(0, len(columns), BLOCK):
        end = begin + BLOCK
        block, law_of = columns.block(begin, end), which[begin:end]
        for place in np.unique(law_of) if len(laws) > 1 else (0,):
            mine = law_of == place
            for name, values in _answer(block, marks_of(laws[place])).items():
                np.copyto(found[name][begin:end], values, where=mine)
    items = MappingProxyType({code: found.pop(code) for code in ITEMIZED})
    return Answers(**found, items=items, columns=columns, context=context)


def _laws(columns: Columns, context: Context) -> tuple[list[SanctionTable], NDArray[np.int64]]:
    """The tables in force on the days there are, and the place of each decision's among them."""
    days = columns.on.astype(np.int64)
    if not len(days):
        return [], days
    begin = days.min()
    seen = np.zeros(days.max() - begin + 1, np.int64)
    seen[days - begin] = 1
    found: dict[SanctionTable, int] = {}
    for place in np.flatnonzero(seen):
        day = np.datetime64(int(begin + place), "D").item()
        try:
            law = table(context, day)
        except RuleInputError as problem:
            row = int((days == begin + place).argmax())
            raise intake.placed(problem, row) from None
        seen[place] = found.setdefault(law, len(found))
    return list(found), seen[days - begin]


def _answer(columns: Columns, marks: Marks) -> Part:
    """Some decisions under one table."""
    law, terms = marks.law, marks.terms(columns)
    judged = judge(columns, marks, terms)
    tiers = tier_findings(columns, marks, terms, judged)
    ground = findings.ground(columns, law, terms, judged, tiers)
    items = findings.itemized(ground)
    found = findings.flags(ground, items)
    errors = findings.refusing(ground, found)
    return items | {
        "lawful": errors == 0,
        "floor": judged.floor,
        "consistent": judged.possible,
        "judged": np.where(judged.exempt, NOT_JUDGED, judged.tier),
        "findings": findings.gathered(found, findings.CODE_BIT),
        "errors": errors,
        "readings": findings.readings(ground, found),
        **_allowed(columns, marks, judged),
        "follow_up": _follow_up(columns, judged),
    }


def _allowed(columns: Columns, marks: Marks, judged: Judged) -> Part:
    """What Article 29 requires, and what Article 32 permits under the severity given or from the
    floor up."""
    undecided = columns.severity == UNDECIDED
    coupled = ((columns.measures & marks.law.coupled) != 0) & ~judged.exempt
    any_permitted = np.where(judged.floor, marks.graver_permitted, marks.any_permitted)
    return {
        "required": coupled * np.uint16(REGISTER),
        "permitted": np.where(undecided, any_permitted, marks.lists[columns.severity]),
        "term": np.where(undecided, OPEN_TERM, columns.severity),
    }


def _follow_up(columns: Columns, judged: Judged) -> NDArray[np.uint8]:
    """The consequences beside the decision, as places in FOLLOW_UP."""
    only_graver = (judged.possible != 0) & ((judged.possible & 1) == 0)
    undecided = columns.severity == UNDECIDED
    follows = (
        np.where(undecided, only_graver, columns.severity > MINOR),
        (columns.measures & REGISTER) != 0,
        columns.involves != 0,
        columns.party_member,
        columns.public_servant,
        columns.suspected_crime,
    )
    found = np.zeros(len(columns), np.uint8)
    for place, flag in enumerate(follows):
        found |= flag * np.uint8(1 << place)
    return found
