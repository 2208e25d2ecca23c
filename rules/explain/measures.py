"""The changes of measures: one more, one less, a term moved to a bound or, once filed, left out."""

from collections.abc import Iterator

from rules.context import Context
from rules.explain.edits import ADD, REMOVE, SET, Edit, edit
from rules.filing import FilingFacts
from rules.sanctions import MeasureFact, SanctionFacts, TermRange
from rules.sanctions.case import NO_TERM, PERMANENT, months_of
from rules.sanctions.tables import SanctionTable, table

_ITEMS = tuple(range(1, 15))


def measure_edits(facts: SanctionFacts, context: Context) -> tuple[Edit, ...]:
    """Every single change of the measures, those given first, in their order."""
    law = table(context, facts.on)
    found = [
        change
        for index, measure in enumerate(facts.measures)
        for change in _of_measure(index, measure, law)
    ]
    return (*found, *_added(facts.measures))


def filed_edits(facts: FilingFacts, context: Context) -> tuple[Edit, ...]:
    """The same of a decision that is filed, whose terms count only for being there."""
    law = context.law(facts.on or facts.effective)
    name = "submission.term_trigger"
    by_term = law[name].value if name in law else ()
    found: list[Edit] = []
    for index, measure in enumerate(facts.measures):
        path = ("measures", index)
        if measure.item in by_term and months_of(measure, index) != NO_TERM:
            found.append(edit(path, SET, measure, MeasureFact(measure.item), _field(measure)))
        found.append(edit(path, REMOVE, measure, None))
    return (*found, *_added(facts.measures))


def _added(measures: tuple[MeasureFact, ...]) -> Iterator[Edit]:
    given = {measure.item for measure in measures}
    for item in _ITEMS:
        if item not in given:
            yield edit(("measures",), ADD, None, MeasureFact(item))


def _of_measure(index: int, measure: MeasureFact, law: SanctionTable) -> Iterator[Edit]:
    path = ("measures", index)
    months = months_of(measure, index)
    if months != NO_TERM:
        field = _field(measure)
        for other in dict.fromkeys(nearest(months, law.terms[tier]) for tier in (1, 2, 3)):
            if other != months:
                yield edit(path, SET, measure, _of_length(measure.item, other), field)
    elif law.bounded >> measure.item & 1:
        stated = _of_length(measure.item, nearest(1, law.terms[1]))
        yield edit(path, SET, measure, stated, "years")
    yield edit(path, REMOVE, measure, None)


def _field(measure: MeasureFact) -> str:
    return "permanent" if measure.permanent else "months" if measure.months else "years"


def nearest(months: int, lawful: TermRange) -> int:
    """The lawful number of months nearest to a term (PERMANENT counts as longer than any)."""
    least = max((lawful.from_ or 0) * 12, 1 if lawful.over is None else lawful.over * 12 + 1)
    most = PERMANENT
    if lawful.to is not None:
        most = lawful.to * 12
    elif lawful.under is not None:
        most = lawful.under * 12 - 1
    return min(max(months, least), most)


def _of_length(item: int, months: int) -> MeasureFact:
    years, rest = divmod(months, 12)
    return MeasureFact(item, years or None, rest or None)
