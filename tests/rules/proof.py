"""What the proofs share: a decision of the second statement put to the engine, answers compared."""

from datetime import date

from rules.codes import Aggravated, Lenient, RespondentKind
from rules.context import default_context
from rules.sanctions import MeasureFact, Respondent, SanctionFacts, check_sanctions
from tests.rules import sanction_law as law

ON = date(2024, 7, 1)
USUAL = default_context()
LENIENT = (None, *Lenient)
AGGRAVATED = (None, *Aggravated)
PERSON = Respondent()
ORGANISATION = Respondent(RespondentKind.ORGANISATION)
_MEASURES = {}
# How many inputs each proof puts to both statements; docs/proof.md says why these are enough.
INPUTS = {
    "conduct": 256 * 2 * 6,
    "measures": 2**14 * 2 * 5,
    "lengths": 4 * 242 * 5,
    "terms": 9**4 * 2 * 5,
    "two terms": 4 * 28 * 5,
    "exceptions": 2**9 * 2 * 5 * 10,
    "circumstances": 2**5 * 2**7 * 4 * 3,
    "factors": 2**6 * 12 * 2,
    "tiers unmoved": 2**12 * 6,
    "powers": (2**14 + 1) * 2,
    "follow-up": 2**3 * 2**3 * 6 * 5,
    "readings": 2**9 * 64,
}


def context(**read):
    """The frame under these readings."""
    return USUAL.with_readings(**read)


def measure(item, months=None):
    """A measure as the engine takes it, made once."""
    if (item, months) not in _MEASURES:
        if months == law.PERMANENT:
            made = MeasureFact(item, permanent=True)
        else:
            made = MeasureFact(item, months=months)
        _MEASURES[item, months] = made
    return _MEASURES[item, months]


def facts(decision, on=ON, **more):
    """A decision of the second statement as the engine takes it."""
    return SanctionFacts(
        on,
        tuple(decision.conduct),
        tuple([measure(item, months) for item, months in decision.measures]),
        ORGANISATION if decision.organisation else PERSON,
        article_31=decision.article_31,
        severity=decision.severity,
        factors=tuple(decision.factors),
        lenient=tuple([LENIENT[i] for i in decision.lenient]),
        aggravated=tuple([AGGRAVATED[i] for i in decision.aggravated]),
        mitigated=decision.mitigated,
        powers=None if decision.powers is None else tuple(decision.powers),
        decided_by_itself=decision.decided_by_itself,
        **more,
    )


_PLACES = {}


def _row(finding):
    """A finding as the second statement writes it; places are computed once a finding."""
    found = _PLACES.get(id(finding))
    if found is None:
        citation = finding.citation
        item = "" if citation.item is None else f"({citation.item})"
        row = (finding.level.value, finding.code, f"{citation.article}{item}", finding.reading)
        # The finding is kept with the row, so that its id stays its own.
        found = _PLACES[id(finding)] = (row, finding)
    return found[0]


def shown(outcome):
    """An answer of the engine as the second statement writes it."""
    return law.Answer(
        outcome.lawful,
        outcome.floor.value,
        tuple([severity.value for severity in outcome.consistent]),
        outcome.required,
        outcome.permitted,
        tuple(outcome.term),
        frozenset(outcome.readings),
        law.in_order([_row(finding) for finding in outcome.findings]),
        None if outcome.judged is None else outcome.judged.value,
    )


def agrees(decision, frame=USUAL, read=law.USUAL):
    """Ask both about one decision; fails with the decision when they differ."""
    found = check_sanctions(facts(decision), frame)
    expected = law.answer(decision, read)
    assert shown(found) == expected, decision
    return found
