"""Terms of any length: the three ranges of Article 32 part (0, ∞), proved and not sampled."""

import json
from itertools import pairwise

import pytest
import z3

from rules.codes import Severity
from rules.sanctions import check_sanctions
from rules.sanctions.tables import table
from tests.rules import sanction_law as law
from tests.rules.ask import ROOT
from tests.rules.proof import ON, USUAL, facts
from tests.rules.symbolic import paths, proved

GRAVER = ("major", "serious", "especially_serious")
FILE = ROOT / "rules" / "instruments" / "guokefajian-2022-221.json"
PARAMETERS = {
    one["name"]: one["value"] for one in json.loads(FILE.read_text(encoding="utf-8"))["parameters"]
}


def inside(years, tier):
    """Whether a length lies in the printed range of a severity, as a formula."""
    bounds = PARAMETERS[f"tier.{tier}.term"]
    made = {
        "over": lambda n: years > n,
        "from": lambda n: years >= n,
        "to": lambda n: years <= n,
        "under": lambda n: years < n,
    }
    return z3.And(*(made[name](n) for name, n in bounds.items()))


def exactly_one(years):
    ranges = [inside(years, tier) for tier in GRAVER]
    return z3.And(z3.AtMost(*ranges, 1), z3.Or(*ranges))


def test_every_real_length_lies_in_exactly_one_severity():
    years = z3.Real("years")
    assert proved(z3.Implies(years > 0, exactly_one(years)))
    assert not proved(exactly_one(years)), "nothing holds a length of none"


def test_every_whole_number_of_months_lies_in_exactly_one_severity():
    months = z3.Int("months")
    assert proved(z3.Implies(months >= 1, exactly_one(z3.ToReal(months) / 12)))


@pytest.mark.parametrize("years", [3, 5])
def test_three_and_five_years_are_serious_alone(years):
    for tier in GRAVER:
        assert proved(inside(z3.RealVal(years), tier)) == (tier == "serious")


def test_the_severities_follow_one_another_in_length():
    short, long = z3.Reals("short long")
    for lighter, graver in pairwise(GRAVER):
        assert proved(
            z3.Implies(z3.And(inside(short, lighter), inside(long, graver)), short < long)
        )


def ranges():
    """The range the engine answers with under each severity."""
    for tier in GRAVER:
        decision = law.Decision(frozenset({1}), frozenset({(13, None)}), tier)
        yield tier, check_sanctions(facts(decision), USUAL).term


@pytest.mark.parametrize("sort", [z3.Int, z3.Real])
def test_the_code_holds_a_length_exactly_when_the_printed_range_does(sort):
    """The engine's own code, run on a symbol for the months: all its paths, all lengths."""
    months = sort("months")
    years = (z3.ToReal(months) if sort is z3.Int else months) / 12
    for tier, term in ranges():
        explored = paths(term.holds, months, months > 0)
        assert proved(z3.Implies(months > 0, z3.Or(*(when for when, _ in explored))))
        for when, answer in explored:
            assert proved(z3.Implies(when, inside(years, tier) == answer))


def test_the_code_puts_every_month_in_one_severity_as_the_second_statement_does():
    months = z3.Int("months")
    terms = dict(ranges())
    for when, tier in paths(law.tier_of_term, months, months >= 1):
        for other in GRAVER:
            for also, holds in paths(terms[other].holds, months, when):
                assert proved(z3.Implies(also, z3.BoolVal(holds == (other == tier))))


def test_floor_lists_and_couplings_are_those_printed():
    found = table(USUAL, ON)
    assert PARAMETERS["floor.conduct"] == sorted(law.FLOORED)
    assert PARAMETERS["register.forced_by"] == sorted(law.FORCES_13)
    assert PARAMETERS["tier.bounded"] == sorted(law.BOUND)
    assert tuple(severity.value for severity in Severity) == law.TIERS
    for tier, listed in law.LISTS.items():
        assert PARAMETERS[f"tier.{tier}.measures"] == sorted(listed)
        assert found.permitted[law.TIERS.index(tier)] == tuple(sorted(listed))
