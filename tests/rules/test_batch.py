"""Re-checking by the million says, column by column, what a single check says."""

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rules import batch
from rules.codes import Aggravated, Involvement, Lenient, RespondentKind, Severity
from rules.context import default_context
from rules.numerals import number
from rules.outcome import Level
from rules.readings import READINGS
from rules.sanctions import MeasureFact, Respondent, SanctionFacts, TermRange, check_sanctions

CONTEXT = default_context()
ON = date(2024, 7, 1)
SEVERITIES = tuple(Severity)
TERMS = (
    TermRange(),
    TermRange(over=0, under=3),
    TermRange(from_=3, to=5),
    TermRange(over=5),
    TermRange(over=0),
)
# The readings a sanction can rest on, each with every answer a unit may choose.
CHOICES = {
    name: tuple(READINGS[name].alternatives)
    for name in batch.READINGS
    if len(READINGS[name].alternatives) > 1
}
LENGTHS = (1, 35, 36, 37, 59, 60, 61, 62, 120, 1200)


def bits(numbers):
    return sum(1 << n for n in set(numbers))


def names(found, table):
    return {name for place, name in enumerate(table) if found >> place & 1}


def measures_named(finding):
    """The measures (of same_fact_twice: the case of Article 35) a message names."""
    said = re.findall("第([一二三四五六七八九十、]+)项(?:措施|情形)", finding.message)[-1]
    return bits(number(one) for one in said.split("、"))


def expected_items(outcome, code):
    found = 0
    for finding in outcome.findings:
        if finding.code == code:
            found |= measures_named(finding)
    return found


def assert_row(answers, row, facts, outcome):
    """Every column of one decision against the single check of its facts."""
    codes = {f.code for f in outcome.findings}
    errors = {f.code for f in outcome.findings if f.level is Level.ERROR}
    term = batch.OPEN_TERM if facts.severity is None else SEVERITIES.index(facts.severity)
    judged = batch.NOT_JUDGED if outcome.judged is None else SEVERITIES.index(outcome.judged)
    assert bool(answers.lawful[row]) is outcome.lawful
    assert SEVERITIES[answers.floor[row]] == outcome.floor
    assert names(answers.consistent[row], SEVERITIES) == set(outcome.consistent)
    assert answers.judged[row] == judged
    assert answers.required[row] == bits(outcome.required)
    assert answers.permitted[row] == bits(outcome.permitted)
    assert (answers.term[row], TERMS[term]) == (term, outcome.term)
    assert names(answers.follow_up[row], batch.FOLLOW_UP) == set(outcome.follow_up)
    assert names(answers.findings[row], batch.CODES) == codes
    assert names(answers.errors[row], batch.CODES) == errors
    assert names(answers.readings[row], batch.READINGS) == set(outcome.readings)
    for code, items in answers.items.items():
        assert items[row] == expected_items(outcome, code), code


def assert_same(facts, context=CONTEXT):
    answers = batch.check(batch.Columns.of(facts), context)
    assert len(answers) == len(facts)
    for row, one in enumerate(facts):
        outcome = check_sanctions(one, context)
        assert_row(answers, row, one, outcome)
        assert answers.row(row) == outcome


@st.composite
def measures(draw):
    item = draw(st.integers(1, 14))
    if item in (5, 7, 9, 10) and draw(st.integers(0, 4)) == 0:
        return MeasureFact(item, permanent=True)
    if item in (3, 5, 7, 9, 10, 11, 14) and draw(st.booleans()):
        return MeasureFact(item, months=draw(st.sampled_from(LENGTHS)))
    return MeasureFact(item)


def some(values, least=0):
    return st.lists(st.sampled_from(list(values)), min_size=least, max_size=4).map(tuple)


@st.composite
def decisions(draw):
    kind = draw(st.sampled_from(RespondentKind))
    person = kind is RespondentKind.PERSON
    article_31 = not person and draw(st.booleans())
    return SanctionFacts(
        on=draw(st.dates(date(2022, 8, 25), date(2027, 12, 31))),
        conduct=draw(some(range(1, 9), least=0 if article_31 else 1)),
        measures=tuple(draw(st.lists(measures(), max_size=5))),
        respondent=Respondent(kind, person and draw(st.booleans()), person and draw(st.booleans())),
        article_31=article_31,
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


readings = st.fixed_dictionaries({name: st.sampled_from(one) for name, one in CHOICES.items()})


@settings(max_examples=150, deadline=None)
@given(st.lists(decisions(), max_size=12), readings)
def test_every_column_is_what_a_single_check_says_under_every_reading(facts, chosen):
    assert_same(facts, CONTEXT.with_readings(**chosen))
