"""The engine against the second statement of the law, over the input space."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.codes import Aggravated, Involvement, Lenient, RespondentKind, Severity
from rules.context import default_context
from rules.sanctions import MeasureFact, Respondent, SanctionFacts, check_sanctions
from tests.rules import sanction_law as law
from tests.rules.proof import AGGRAVATED, LENIENT, context, shown

CONTEXT = default_context()
ON = date(2024, 7, 1)
WITH_TERM = (3, 5, 7, 9, 10, 11, 14)
LENGTHS = (1, 35, 36, 37, 59, 60, 61, 120)


@st.composite
def measure(draw):
    item = draw(st.integers(1, 14))
    if item not in WITH_TERM or draw(st.booleans()):
        return MeasureFact(item)
    if item in (5, 7, 9, 10) and draw(st.integers(0, 5)) == 0:
        return MeasureFact(item, permanent=True)
    months = draw(st.sampled_from(LENGTHS))
    if months % 12 == 0 and draw(st.booleans()):
        return MeasureFact(item, years=months // 12)
    return MeasureFact(item, months=months)


def some(values):
    return st.lists(st.sampled_from(list(values)), max_size=3).map(tuple)


@st.composite
def decision(draw):
    kind = draw(st.sampled_from(RespondentKind))
    person = kind is RespondentKind.PERSON
    return SanctionFacts(
        on=ON,
        conduct=tuple(draw(st.lists(st.integers(1, 8), min_size=1, max_size=4))),
        measures=tuple(draw(st.lists(measure(), max_size=6))),
        respondent=Respondent(kind, person and draw(st.booleans()), person and draw(st.booleans())),
        article_31=not person and draw(st.booleans()),
        severity=draw(st.none() | st.sampled_from(Severity)),
        factors=draw(some(range(1, 7))),
        lenient=draw(some(Lenient)),
        aggravated=draw(some(Aggravated)),
        mitigated=draw(st.booleans()),
        powers=draw(st.none() | some(range(1, 15))),
        involves=draw(some(Involvement)),
        suspected_crime=draw(st.booleans()),
        decided_by_itself=draw(st.booleans()),
    )


def as_decision(facts):
    """The same for the second statement."""
    return law.Decision(
        frozenset(facts.conduct),
        frozenset(
            (
                m.item,
                law.PERMANENT if m.permanent else (m.years or 0) * 12 + (m.months or 0) or None,
            )
            for m in facts.measures
        ),
        facts.severity,
        frozenset(facts.factors),
        frozenset(LENIENT.index(kind) for kind in facts.lenient),
        frozenset(AGGRAVATED.index(kind) for kind in facts.aggravated),
        facts.respondent.kind is RespondentKind.ORGANISATION,
        facts.mitigated,
        facts.article_31,
        facts.decided_by_itself,
        None if facts.powers is None else frozenset(facts.powers),
    )


READINGS = st.fixed_dictionaries(
    {name: st.sampled_from(values) for name, values in law.READINGS.items()}
)


@settings(max_examples=300, deadline=None)
@given(decision(), READINGS)
def test_every_valid_decision_is_answered_as_the_second_statement_says(facts, read):
    found = check_sanctions(facts, context(**read))
    assert shown(found) == law.answer(as_decision(facts), read)


@settings(max_examples=150, deadline=None)
@given(decision(), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(facts, random):
    def mixed(values):
        values = list(values) * 2
        random.shuffle(values)
        return tuple(values)

    shuffled = SanctionFacts(
        on=facts.on,
        conduct=mixed(facts.conduct),
        measures=mixed(facts.measures),
        respondent=facts.respondent,
        article_31=facts.article_31,
        severity=facts.severity,
        factors=mixed(facts.factors),
        lenient=mixed(facts.lenient),
        aggravated=mixed(facts.aggravated),
        mitigated=facts.mitigated,
        powers=None if facts.powers is None else mixed(facts.powers),
        involves=mixed(facts.involves),
        suspected_crime=facts.suspected_crime,
        decided_by_itself=facts.decided_by_itself,
    )
    assert check_sanctions(shuffled, CONTEXT) == check_sanctions(facts, CONTEXT)


@settings(max_examples=100, deadline=None)
@given(decision(), some(Lenient), some(Aggravated))
def test_lenient_and_aggravated_never_move_a_tier(facts, lenient, aggravated):
    def judged(**circumstances):
        given_ = {name: getattr(facts, name) for name in SanctionFacts.__slots__}
        found = check_sanctions(SanctionFacts(**{**given_, **circumstances}), CONTEXT)
        return found.consistent, found.permitted, found.term, found.judged

    assert judged() == judged(lenient=lenient, aggravated=aggravated)
