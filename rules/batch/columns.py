"""Recorded decisions side by side, a column for each fact.

A set of numbers of the law is one integer: item n is the bit ``1 << n``.  Limited terms stand
apart, an entry each, because a decision may have none or several of the same measure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Self, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rules.batch import intake
from rules.batch.intake import ALL_MEASURES, UNDECIDED, Bits, Flags, Numbers
from rules.codes import Aggravated, Involvement, Lenient, RespondentKind
from rules.errors import RuleInputError
from rules.sanctions.case import NO_TERM, PERMANENT, Case, read
from rules.sanctions.facts import MeasureFact, Respondent, SanctionFacts
from rules.sanctions.tables import SEVERITIES, members

_FLAGS = (
    "organisation",
    "party_member",
    "public_servant",
    "article_31",
    "decided_by_itself",
    "mitigated",
    "suspected_crime",
)
_SETS = ("factors", "lenient", "aggravated", "involves")
_INVOLVEMENTS, _LENIENT, _AGGRAVATED = tuple(Involvement), tuple(Lenient), tuple(Aggravated)


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Decisions as recorded; every column has a place for each decision, in order.

    ``conduct`` and ``factors`` (items of Articles 2 and 30), ``lenient`` and ``aggravated`` (the
    cases of Articles 34 and 35 in their order, from bit 1), ``involves`` (from bit 0) and
    ``powers`` (all fourteen where it was not asked) are sets; ``severity`` is the place in
    ``Severity``, or UNDECIDED.  ``untimed`` are the measures that stand without a term,
    ``permanent`` those without end; the limited terms of decision i are the entries
    ``start[i]`` to ``start[i + 1]`` of ``item`` and ``months``.  ``measures`` are all of them.
    """

    on: NDArray[np.datetime64]
    conduct: Bits
    untimed: Bits
    permanent: Bits
    start: Numbers
    item: Numbers
    months: Numbers
    measures: Bits
    severity: NDArray[np.int8]
    factors: Bits
    lenient: Bits
    aggravated: Bits
    involves: Bits
    powers: Bits
    organisation: Flags
    party_member: Flags
    public_servant: Flags
    article_31: Flags
    decided_by_itself: Flags
    mitigated: Flags
    suspected_crime: Flags

    def __len__(self) -> int:
        return len(self.on)

    @classmethod
    def of(cls, decisions: Iterable[SanctionFacts]) -> Self:
        """The decisions as columns, read as a single check reads them.

        Raises the RuleInputError of the first decision that cannot be, with the number of the
        decision before its place: ``17.measures.0.years``.
        """
        given = list(decisions)
        cases = [_case(facts, row) for row, facts in enumerate(given)]
        entries = [(row, *entry) for row, case in enumerate(cases) for entry in case.entries]
        sets = {name: [getattr(case, name) for case in cases] for name in _SETS[:-1]}
        kept = {name: [getattr(facts, name) for facts in given] for name in _FLAGS[3:]}
        return cls.from_arrays(
            np.array([facts.on for facts in given], "datetime64[D]"),
            [case.conduct for case in cases],
            untimed=_standing(cases, NO_TERM),
            permanent=_standing(cases, PERMANENT),
            terms=[entry for entry in entries if entry[2] not in (NO_TERM, PERMANENT)],
            severity=[UNDECIDED if case.severity is None else case.severity for case in cases],
            powers=[ALL_MEASURES if case.powers is None else case.powers for case in cases],
            involves=[_involved(facts) for facts in given],
            organisation=[case.organisation for case in cases],
            party_member=[facts.respondent.party_member for facts in given],
            public_servant=[facts.respondent.public_servant for facts in given],
            **sets,
            **kept,
        )

    @classmethod
    def from_arrays(
        cls,
        on: ArrayLike,
        conduct: ArrayLike,
        *,
        untimed: ArrayLike = 0,
        permanent: ArrayLike = 0,
        terms: ArrayLike = (),
        severity: ArrayLike = UNDECIDED,
        powers: ArrayLike = ALL_MEASURES,
        **others: ArrayLike,
    ) -> Self:
        """Columns from arrays (a single value stands for every decision), all checked.

        ``terms`` has three columns: the number of the decision, the item, the months; the other
        names are those of the record.  Raises a RuleInputError that names the first decision
        with a code that does not exist, a term that cannot be, or facts that contradict.
        """
        days = intake.days(on)
        count = len(days)
        sets = {"conduct": conduct, "untimed": untimed, "permanent": permanent, "powers": powers}
        sets |= {name: others.pop(name, 0) for name in _SETS}
        found: dict[str, Any] = {name: intake.sets(sets[name], count, name) for name in sets}
        party = {name: intake.flags(others.pop(name, 0), count, name) for name in _FLAGS}
        if others:
            raise TypeError(f"no column {min(others)}")
        intake.check_permanent(found["permanent"])
        intake.check_parties(found["conduct"], party)
        found |= party
        found["severity"] = intake.severities(severity, count)
        decision, item, months = intake.terms(terms, count)
        timed = np.zeros(count, np.uint16)
        np.bitwise_or.at(timed, decision, (1 << item).astype(np.uint16))
        return cls(
            on=days,
            start=np.searchsorted(decision, np.arange(count + 1)),
            item=item,
            months=months,
            measures=found["untimed"] | found["permanent"] | timed,
            **found,
        )

    def facts(self, row: int) -> SanctionFacts:
        """One decision as a single check takes it."""
        kind = RespondentKind.ORGANISATION if self.organisation[row] else RespondentKind.PERSON
        severity = self.severity[row]
        return SanctionFacts(
            cast(date, self.on[row].item()),
            members(int(self.conduct[row])),
            self._measures(row),
            Respondent(kind, bool(self.party_member[row]), bool(self.public_servant[row])),
            bool(self.article_31[row]),
            None if severity == UNDECIDED else SEVERITIES[severity],
            members(int(self.factors[row])),
            tuple(_LENIENT[n - 1] for n in members(int(self.lenient[row]))),
            tuple(_AGGRAVATED[n - 1] for n in members(int(self.aggravated[row]))),
            bool(self.mitigated[row]),
            members(int(self.powers[row])),
            tuple(one for n, one in enumerate(_INVOLVEMENTS) if self.involves[row] >> n & 1),
            bool(self.suspected_crime[row]),
            bool(self.decided_by_itself[row]),
        )

    def _measures(self, row: int) -> tuple[MeasureFact, ...]:
        own = slice(self.start[row], self.start[row + 1])
        limited = zip(self.item[own].tolist(), self.months[own].tolist(), strict=True)
        return (
            *(MeasureFact(item) for item in members(int(self.untimed[row]))),
            *(MeasureFact(item, permanent=True) for item in members(int(self.permanent[row]))),
            *(MeasureFact(item, months=months) for item, months in limited),
        )

    def block(self, begin: int, end: int) -> Self:
        """The decisions from ``begin`` to before ``end``; nothing is copied but ``start``."""
        entries = slice(self.start[begin], self.start[min(end, len(self))])
        cut = {
            name: getattr(self, name)[begin:end]
            for name in self.__slots__
            if name not in ("start", "item", "months")
        }
        start = self.start[begin : end + 1] - self.start[begin]
        item, months = self.item[entries], self.months[entries]
        return type(self)(start=start, item=item, months=months, **cut)


def _case(facts: SanctionFacts, row: int) -> Case:
    try:
        return read(facts)
    except RuleInputError as problem:
        raise intake.placed(problem, row) from None


def _standing(cases: list[Case], length: int) -> list[int]:
    """The measures of each case that stand with that length."""
    return [sum(1 << item for item, months in case.entries if months == length) for case in cases]


def _involved(facts: SanctionFacts) -> int:
    return sum(1 << _INVOLVEMENTS.index(kind) for kind in set(facts.involves))
