"""check-sanctions over its whole input space, part by part; docs/proof.md says why the parts do."""

from itertools import combinations, combinations_with_replacement, product
from random import Random

import pytest

from rules.codes import Aggravated, Involvement, Lenient, RespondentKind
from rules.errors import ConductMissing
from rules.sanctions import Respondent, SanctionFacts, check_sanctions
from tests.rules import sanction_law as law
from tests.rules.ask import ROOT
from tests.rules.proof import (
    AGGRAVATED,
    INPUTS,
    LENIENT,
    ON,
    USUAL,
    agrees,
    context,
    facts,
    measure,
)

SEVERITIES = (None, *law.TIERS)
FLOORS = (frozenset({1}), frozenset({6}))


def subsets(values):
    """All subsets, the empty one too."""
    values = tuple(values)
    return [
        frozenset(chosen)
        for size in range(len(values) + 1)
        for chosen in combinations(values, size)
    ]


def plainly(*items):
    """Measures without a term."""
    return frozenset((item, None) for item in items)


# One decision for each way the other facts can matter.
PANEL = (
    plainly(1),
    plainly(2),
    plainly(3, 13),
    frozenset({(5, 36), (13, None)}),
    frozenset({(7, 12), (10, 48)}),
    frozenset(),
)


def counted(name, decisions):
    """Put every decision to both; the number is the one the documents state."""
    number = 0
    for decision in decisions:
        agrees(decision)
        number += 1
    assert number == INPUTS[name]


def test_every_set_of_conduct():
    """Of the 256 sets only two things count: the floor, and whether there are several kinds."""
    whole = subsets(range(1, 9))
    nothing, given = whole[0], whole[1:]
    with pytest.raises(ConductMissing):
        check_sanctions(facts(law.Decision(nothing, plainly(2))), USUAL)
    organisation = {"organisation": True, "article_31": True}
    counted(
        "conduct",
        (
            law.Decision(conduct, measures, severity, **(organisation if not conduct else {}))
            for conduct in (nothing, *given)
            for severity in (None, "minor")
            for measures in PANEL
        ),
    )


@pytest.mark.parametrize("severity", SEVERITIES)
def test_every_set_of_measures(severity):
    """16,384 sets of measures, above and below the floor, under each severity and under none."""
    number = 0
    for items in subsets(range(1, 15)):
        measures = plainly(*items)
        for conduct in FLOORS:
            agrees(law.Decision(conduct, measures, severity))
            number += 1
    assert number == INPUTS["measures"] // len(SEVERITIES)


def test_every_length_of_a_term():
    """Month by month for twenty years, a century, and for good: the length counts by its tier."""
    lengths = (*range(1, 241), 1200, law.PERMANENT)
    counted(
        "lengths",
        (
            law.Decision(FLOORS[0], frozenset({(item, months), (13, None)}), severity)
            for item in (5, 7, 9, 10)
            for months in lengths
            for severity in SEVERITIES
        ),
    )


STATES = ("absent", None, 1, 35, 36, 48, 60, 61, law.PERMANENT)


@pytest.mark.parametrize("severity", SEVERITIES)
def test_every_combination_of_terms(severity):
    """Each of 5, 7, 9, 10 absent, without a term, or with one of each class, with 13 or without."""
    number = 0
    for states in product(STATES, repeat=4):
        terms = {
            (item, months)
            for item, months in zip((5, 7, 9, 10), states, strict=True)
            if months != "absent"
        }
        for register in ((), ((13, None),)):
            agrees(law.Decision(FLOORS[number % 4 == 0], frozenset({*terms, *register}), severity))
            number += 1
    assert number == INPUTS["terms"] // len(SEVERITIES)


def test_two_terms_of_one_measure():
    """An item that stands twice is judged twice, whichever terms it has."""
    pairs = tuple(combinations_with_replacement(STATES[2:], 2))
    counted(
        "two terms",
        (
            law.Decision(FLOORS[0], frozenset({(item, one), (item, two), (13, None)}), severity)
            for item in (5, 7, 9, 10)
            for one, two in pairs
            for severity in SEVERITIES
        ),
    )


# Whom it is about, Article 40, Article 31, and who decided: all that can stand together.
WAYS = tuple(
    {"mitigated": mitigated, **who}
    for mitigated in (False, True)
    for who in (
        {},
        {"organisation": True},
        {"organisation": True, "decided_by_itself": True},
        {"organisation": True, "article_31": True},
        {"organisation": True, "article_31": True, "decided_by_itself": True},
    )
)


@pytest.mark.parametrize("severity", SEVERITIES)
def test_mitigation_and_organisations(severity):
    """One measure of each row of the tables: 1, 3, 2, 8, 5, 7, 10, 13 and 14 stand for all."""
    number = 0
    for items in subsets((1, 3, 2, 8, 5, 7, 10, 13, 14)):
        measures = frozenset((item, 36 if item == 5 else None) for item in items)
        for conduct, way in product(FLOORS, WAYS):
            agrees(law.Decision(conduct, measures, severity, **way))
            number += 1
    assert number == INPUTS["exceptions"] // len(SEVERITIES)


WEIGHED = (frozenset(), frozenset({2}), frozenset({4}), frozenset({2, 4}))


@pytest.mark.parametrize(
    ("conduct", "measures", "severity"),
    [
        ({1}, frozenset({(5, 36), (13, None)}), "serious"),
        ({1, 2}, frozenset({(9, 48), (10, 36), (13, None)}), "serious"),
        ({2}, frozenset({(14, None)}), None),
    ],
    ids=("at the lower bound", "above it", "exemption"),
)
def test_every_combination_of_circumstances(conduct, measures, severity):
    """All cases of Articles 34 and 35 together, with the factors that can be the same facts."""
    number = 0
    for lenient in subsets(range(1, 6)):
        for aggravated in subsets(range(1, 8)):
            for factors in WEIGHED:
                agrees(
                    law.Decision(
                        frozenset(conduct), measures, severity, factors, lenient, aggravated
                    )
                )
                number += 1
    assert number == INPUTS["circumstances"] // 3


def test_every_set_of_factors():
    """Of Article 30 only the second and fourth factor ever say anything."""
    counted(
        "factors",
        (
            law.Decision(FLOORS[0], measures, severity, factors, frozenset(), aggravated)
            for factors in subsets(range(1, 7))
            for measures in PANEL
            for severity in (None, "serious")
            for aggravated in (frozenset({1, 3, 6}), frozenset({2}))
        ),
    )


def test_lenient_and_aggravated_never_move_a_tier():
    """All 4,096 combinations leave the severities, the measures and the terms as they are."""
    number = 0
    for i, measures in enumerate(PANEL):
        plain = law.Decision(FLOORS[i % 2], measures, None if i < 3 else "serious")
        still = None
        for lenient in subsets(range(1, 6)):
            for aggravated in subsets(range(1, 8)):
                found = check_sanctions(
                    facts(plain._replace(lenient=lenient, aggravated=aggravated)), USUAL
                )
                answer = (found.consistent, found.permitted, found.term, found.judged)
                still = still or answer
                assert answer == still
                number += 1
    assert number == INPUTS["tiers unmoved"]


def test_every_set_of_powers():
    """What is beyond the body's powers is named measure by measure and changes nothing else."""
    every = plainly(*range(1, 15))
    number = 0
    for measures in (every, plainly(2, 13)):
        decision = law.Decision(FLOORS[0], measures, "major")
        unasked = check_sanctions(facts(decision), USUAL)
        items = {item for item, _ in measures}
        for powers in (None, *subsets(range(1, 15))):
            found = check_sanctions(facts(decision._replace(powers=powers)), USUAL)
            beyond = [f for f in found.findings if f.code == "beyond_power"]
            assert len(beyond) == len(set() if powers is None else items - powers)
            others = tuple(f for f in found.findings if f.code != "beyond_power")
            assert others == unasked.findings
            assert found[:8] == unasked[:8]
            number += 1
    assert number == INPUTS["powers"]


def test_every_follow_up():
    """What is told to whom, for every mixture of flags and of what the conduct touches."""
    number = 0
    flags = ("refer_party_member", "refer_public_servant", "refer_crime")
    for touched, raised, measures, severity in product(
        subsets(Involvement), subsets(flags), PANEL, SEVERITIES
    ):
        decision = law.Decision(FLOORS[1], measures, severity)
        who = Respondent(RespondentKind.PERSON, flags[0] in raised, flags[1] in raised)
        given = SanctionFacts(
            ON,
            (6,),
            tuple(measure(item, months) for item, months in measures),
            who,
            severity=severity,
            involves=tuple(touched),
            suspected_crime=flags[2] in raised,
        )
        found = check_sanctions(given, USUAL)
        expected = law.follow_up(decision, law.answer(decision).consistent, touched, raised)
        assert found.follow_up == expected
        number += 1
    assert number == INPUTS["follow-up"]


def drawn(seed):
    """A decision from anywhere in the input space, the same one for the same seed."""
    random = Random(seed)

    def some(values, most):
        return frozenset(random.sample(tuple(values), random.randint(0, most)))

    items = some(range(1, 15), 5)
    bound = {5, 7, 9, 10}
    measures = {(item, random.choice(STATES[1:]) if item in bound else None) for item in items}
    organisation = random.random() < 0.4
    return law.Decision(
        some(range(1, 9), 3) or frozenset({1}),
        frozenset(measures | ({(13, None)} if random.random() < 0.6 else set())),
        random.choice(SEVERITIES),
        some(range(1, 7), 4),
        some(range(1, 6), 2),
        some(range(1, 8), 3),
        organisation,
        random.random() < 0.3,
        organisation and random.random() < 0.5,
        random.random() < 0.2,
        random.choice((None, some(range(1, 15), 9))),
    )


READINGS = tuple(
    dict(zip(law.READINGS, values, strict=True)) for values in product(*law.READINGS.values())
)


def refused(found):
    return sorted(f.code for f in found.findings if f.level == "error")


@pytest.mark.parametrize("part", range(4))
def test_every_combination_of_readings(part):
    """512 combinations: both statements agree, and a stricter reading never takes an error away."""
    number = 0
    seeds = range(part * 16, part * 16 + 16)
    usual = {seed: agrees(drawn(seed)) for seed in seeds}
    for read in READINGS:
        frame = context(**read)
        for seed in seeds:
            found = agrees(drawn(seed), frame, read)
            assert set(found.consistent) <= set(usual[seed].consistent)
            assert usual[seed].lawful or not found.lawful
            if found.judged == usual[seed].judged:
                left = refused(found)
                assert all(left.count(code) >= refused(usual[seed]).count(code) for code in left)
                assert set(refused(usual[seed])) <= set(left)
            number += 1
    assert number == INPUTS["readings"] // 4


def test_the_second_statement_knows_every_code():
    assert LENIENT[law.RETRACTED] == Lenient.RETRACTED_BEFORE_REPORT
    assert AGGRAVATED[law.REPEATED_OR_MULTIPLE] == Aggravated.REPEATED_OR_MULTIPLE
    assert (len(LENIENT), len(AGGRAVATED)) == (6, 8)


def test_the_documents_state_how_many_inputs_were_put_to_both():
    words = (ROOT / "docs" / "proof.md").read_text(encoding="utf-8")
    for name, number in INPUTS.items():
        assert f"| {name} | {number:,} |" in words
    assert f"{sum(INPUTS.values()):,} inputs" in words
