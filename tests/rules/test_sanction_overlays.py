"""A unit's own rules never make a decision lawful that the national rule refuses."""

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from rules.context import default_context
from rules.errors import OverlayLaxer
from rules.sanctions import MeasureFact, SanctionFacts, check_sanctions
from rules.sanctions.tables import READ_HERE, SanctionTable
from tests.rules import sanction_law as law
from tests.rules.proof import LENIENT, facts
from tests.rules.test_sanction_proof import drawn
from tests.rules.unit_rules import loaded, parameter

ON = date(2026, 6, 1)
NATIONAL = default_context()


def unit(**values):
    """The frame of a unit with these parameters; dots are written as double underscores."""
    rules = loaded(*(parameter(name.replace("__", "."), value) for name, value in values.items()))
    return NATIONAL.with_overlays(rules)


def ask(frame, conduct, *given, **more):
    return check_sanctions(SanctionFacts(ON, tuple(conduct), given, **more), frame)


def codes(found):
    return [finding.code for finding in found.findings]


def test_a_wider_floor():
    wider = unit(floor__conduct=(1, 2, 3, 4, 5, 6))
    talk = MeasureFact(1)
    assert ask(NATIONAL, (6,), talk).lawful
    found = ask(wider, (6,), talk)
    assert (found.floor, found.consistent, codes(found)) == ("major", (), ["below_floor"])
    assert found.findings[0].citation.instrument == "甲大学〔2026〕1号"
    assert found.findings[0].message == "存在第二条第一至第六项情形，处理不得低于情节较重的尺度"
    gap = ask(unit(floor__conduct=(1, 2, 3, 4, 5, 8)), (8,), talk)
    assert gap.findings[0].message.startswith("存在第二条第一、二、三、四、五、八项情形，")
    assert found.permitted == (2, 4, 5, 6, 7, 8, 9, 10, 12, 13)


def test_a_wider_coupling():
    wider = unit(register__forced_by=(2, 5, 7, 9, 10))
    found = ask(wider, (1,), MeasureFact(2), severity="major")
    assert (found.required, codes(found)) == ((13,), ["register_missing"])
    assert found.findings[0].message == "给予第二项措施的，应同时给予第十三项（记入数据库）措施"
    assert ask(wider, (1,), MeasureFact(2), MeasureFact(13), severity="major").lawful


def test_a_range_raised_leaves_lengths_in_no_severity():
    raised = unit(tier__serious__term={"from": 4, "to": 5})
    register = MeasureFact(13)
    for months, fits in ((35, ("major",)), (36, ()), (47, ()), (48, ("serious",)), (61, GRAVEST)):
        assert ask(raised, (1,), MeasureFact(5, months=months), register).consistent == fits
    found = ask(raised, (1,), MeasureFact(5, years=3), register)
    assert (found.judged, codes(found)) == ("major", ["term_outside_tier"])
    least = ask(
        raised,
        (1,),
        MeasureFact(5, years=4),
        register,
        severity="serious",
        aggravated=("organised",),
    )
    assert codes(least) == ["aggravation_not_reflected"]


GRAVEST = ("especially_serious",)


def test_a_lower_bound_of_its_own_is_the_open_range_as_well():
    raised = unit(tier__major__term={"from": 1, "under": 3})
    assert tuple(ask(raised, (1,), MeasureFact(13)).term) == (None, 1, None, None)
    assert tuple(ask(NATIONAL, (1,), MeasureFact(13)).term) == (0, None, None, None)


def amended(**values):
    """The table of Article 32 as it would be with these parameters instead."""
    changed = {name.replace("__", "."): value for name, value in values.items()}
    made = {
        name: replace(entry, value=changed.get(name, entry.value))
        for name, entry in NATIONAL.law(ON).items()
    }
    return SanctionTable(made, {name: NATIONAL.reading(name) for name in READ_HERE})


def test_the_open_range_has_no_upper_bound_however_the_lightest_ban_ends():
    table = amended(tier__major__term={"over": 0, "to": 2})
    assert tuple(table.open_term) == (0, None, None, None)
    assert tuple(table.terms[1]) == (0, None, 2, None)


@pytest.mark.parametrize("kept", ["major", "serious", "especially_serious"])
def test_a_measure_of_one_graver_severity_alone_is_among_the_graver_ones(kept):
    others = {"major", "serious", "especially_serious"} - {kept}
    table = amended(**{f"tier__{name}__measures": (2, 13) for name in others})
    assert table.graver_permitted == (2, 4, 5, 6, 7, 8, 9, 10, 12, 13)


def test_a_tenth_measure_bound_by_the_units_rules_is_no_reading():
    bound = unit(tier__bounded=(5, 7, 9, 10))
    given = (MeasureFact(10, years=1), MeasureFact(13))
    found = ask(bound, (1,), *given, severity="serious")
    assert codes(found) == ["term_outside_tier"]
    assert found.readings == ()
    assert codes(ask(bound, (1,), MeasureFact(10), MeasureFact(13), severity="serious")) == [
        "term_not_stated"
    ]
    for_good = (MeasureFact(10, permanent=True), MeasureFact(13))
    assert ask(bound, (1,), *for_good, severity="especially_serious").findings == ()
    both = bound.with_readings(G9="bind")
    assert ask(both, (1,), *given, severity="serious").readings == ()


CHOICES = {
    "floor.conduct": ((1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 7, 8), (1, 2, 3, 4, 5, 6, 7, 8), (1, 2)),
    "register.forced_by": ((2, 5, 7, 9, 10), (4, 5, 6, 7, 8, 9, 10, 11, 12), (5, 7, 9)),
    "tier.bounded": ((5, 7, 9, 10), (5, 7)),
    "tier.major.term": ({"from": 1, "under": 3}, {"over": 2, "under": 3}, {"over": 0, "under": 4}),
    "tier.serious.term": ({"from": 4, "to": 5}, {"over": 3, "to": 5}, {"from": 3, "to": 6}),
    "tier.especially_serious.term": ({"over": 8}, {"from": 6}, {"from": 5}),
}


@pytest.mark.parametrize("seed", range(40))
def test_no_unit_makes_lawful_what_the_national_rule_refuses(seed):
    """Rules drawn at random are refused, or leave every error standing under every severity."""
    random = Random(seed)
    names = random.sample(sorted(CHOICES), random.randint(1, 3))
    try:
        stricter = unit(**{name: random.choice(CHOICES[name]) for name in names})
    except OverlayLaxer:
        return
    for case in range(100):
        decision = drawn(1000 * seed + case)
        national = facts(decision, on=ON)
        before, after = (check_sanctions(national, frame) for frame in (NATIONAL, stricter))
        assert before.lawful or not after.lawful
        assert set(after.consistent) <= set(before.consistent)
        if decision.severity is not None:
            errors = [f.code for f in before.findings if f.level == "error"]
            assert set(errors) <= {f.code for f in after.findings if f.level == "error"}


def test_the_exemption_of_a_wider_floor_needs_a_reason():
    wider = unit(floor__conduct=(1, 2, 3, 4, 5, 6))
    retracted = LENIENT[law.RETRACTED]
    assert codes(ask(wider, (6,), lenient=(retracted,))) == ["exemption_needs_reason"]
