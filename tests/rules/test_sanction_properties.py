"""The engine against the second statement of the law, over the input space."""

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.codes import Aggravated, Involvement, Lenient, RespondentKind, Severity
from rules.context import default_context
from rules.outcome import Level
from rules.sanctions import MeasureFact, Respondent, SanctionFacts, check_sanctions
from tests.rules import sanction_law as law

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
    )


def plain(facts):
    """Items and terms as the second statement takes them."""
    terms = {
        (m.item, None if m.permanent else (m.years or 0) * 12 + (m.months or 0))
        for m in facts.measures
        if m.permanent or m.years or m.months
    }
    return set(facts.conduct), {m.item for m in facts.measures}, terms


def error_codes(outcome):
    return sorted(f.code for f in outcome.findings if f.level is Level.ERROR)


@settings(max_examples=600, deadline=None)
@given(decision())
def test_every_valid_decision_is_answered_as_the_second_statement_says(facts):
    found = check_sanctions(facts, CONTEXT)
    conduct, items, terms = plain(facts)
    assert found.lawful == (not error_codes(found))
    assert found.required == ((13,) if items & law.FORCES_13 else ())
    assert found.floor == ("major" if conduct & law.FLOORED else "minor")
    if facts.severity is None and not items - {14}:
        assert found.judged is None
    elif facts.mitigated or facts.article_31:
        assert set(error_codes(found)) <= {"register_missing"}
    else:
        tier = law.judged(facts.severity, conduct, items, terms)
        assert found.judged == tier
        assert error_codes(found) == law.errors(tier, conduct, items, terms)
        assert list(found.consistent) == law.consistent(conduct, items, terms)


@settings(max_examples=300, deadline=None)
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
    )
    assert check_sanctions(shuffled, CONTEXT) == check_sanctions(facts, CONTEXT)


@settings(max_examples=300, deadline=None)
@given(decision(), some(Lenient), some(Aggravated))
def test_lenient_and_aggravated_never_move_a_tier(facts, lenient, aggravated):
    def judged(**circumstances):
        given_ = {name: getattr(facts, name) for name in SanctionFacts.__slots__}
        found = check_sanctions(SanctionFacts(**{**given_, **circumstances}), CONTEXT)
        return found.consistent, found.permitted, found.term, found.judged

    assert judged() == judged(lenient=lenient, aggravated=aggravated)


def test_every_set_of_measures_under_every_severity():
    """16,384 sets of measures, with and without the floor, under four severities."""
    for size in range(15):
        for items in combinations(range(1, 15), size):
            measures = tuple(MeasureFact(item) for item in items)
            for conduct in ((1,), (6,)):
                expected = law.consistent(set(conduct), set(items), set())
                severity = law.TIERS[size % 4]
                found = check_sanctions(
                    SanctionFacts(ON, conduct, measures, severity=severity), CONTEXT
                )
                assert list(found.consistent) == expected
                assert error_codes(found) == law.errors(severity, set(conduct), set(items), set())


def test_terms_part_the_time_into_three_tiers_without_gap_or_overlap():
    for months in range(1, 200):
        facts = SanctionFacts(ON, (1,), (MeasureFact(5, months=months), MeasureFact(13)))
        assert list(check_sanctions(facts, CONTEXT).consistent) == [law.tier_of_term(months)]
