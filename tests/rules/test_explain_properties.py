"""What explanations claim, on decisions from the whole input space and on every guard."""

from dataclasses import replace
from itertools import combinations

import pytest

from rules.context import default_context
from rules.errors import RuleInputError
from rules.explain import because, why_not
from rules.explain.choices import changes_of, kind_of
from rules.explain.edits import applied
from rules.sanctions import check_sanctions
from tests.rules.procedure.test_guards import GUARDS
from tests.rules.proof import facts
from tests.rules.test_sanction_proof import drawn

CONTEXT = default_context()


def sanction(given):
    return check_sanctions(given, CONTEXT)


def findings(rule, given, instead=()):
    """The findings with these facts instead, None where the facts cannot be so."""
    try:
        return rule(applied(given, instead)).findings
    except RuleInputError:
        return None


def instead_of(group):
    """What has to change for a group of facts to be otherwise."""
    return [*(fact.instead for fact in group), *group[0].along]


WEIGHT = ("info", "warning", "error")


def still(finding, before, after):
    """Whether the finding is there, or one with its code, no graver, that was not there before."""
    if after is None:
        return True

    def said_again(one):
        heavier = WEIGHT.index(one.level) > WEIGHT.index(finding.level)
        return one.code == finding.code and one not in before and not heavier

    return finding in after or any(map(said_again, after))


@pytest.mark.parametrize("seed", range(6))
def test_every_group_of_causes_is_enough_and_no_part_of_it(seed):
    given = facts(drawn(seed))
    before = sanction(given).findings
    for one in because(sanction, given, CONTEXT):
        assert one.causes, one.finding.code
        for group in one.causes:
            instead = instead_of(group)
            assert not still(one.finding, before, findings(sanction, given, instead))
            for size in range(len(group)):
                for part in combinations(instead, size):
                    assert still(one.finding, before, findings(sanction, given, part))
            assert all(fact.value == fact.instead.was for fact in group)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("target", ["lawful", "serious"])
def test_a_set_of_changes_reaches_the_target_and_no_part_of_it_does(seed, target):
    given = facts(drawn(100 + seed))

    def holds(changed):
        found = sanction(changed)
        fits = target == "lawful" or (changed.severity == target and target in found.consistent)
        return found.lawful and fits

    found = why_not(sanction, given, CONTEXT, target)
    assert found.already == holds(given)
    assert found.already or found.sets
    for one in found.sets:
        assert holds(one.applied(given))
        for size in range(len(one.changes)):
            for part in combinations(one.changes, size):
                assert not holds(applied(given, [change.edit for change in part]))


@pytest.mark.parametrize("seed", range(6))
def test_no_plain_search_finds_fewer_choices(seed):
    """Trying every set of choices one by one, smallest first, finds none that was missed."""
    given = facts(drawn(200 + seed))
    edits = [
        one
        for one in changes_of(sanction, given, CONTEXT, sanction(given))
        if kind_of(given, one) == "choice"
    ]
    found = why_not(sanction, given, CONTEXT)
    told = [one for one in found.sets if all(c.kind == "choice" for c in one.changes)]
    shortest = len(told[0].changes) if told else 3
    for size in range(min(shortest, 3)):
        for chosen in combinations(edits, size):
            paths = {one.path for one in chosen if one.op != "add"}
            if len(paths) == sum(one.op != "add" for one in chosen):
                assert found.already or not sanction(applied(given, chosen)).lawful


def test_every_guard_explains_its_refusals():
    """Each single defect of every guard: what is said to force a finding does."""
    explained = total = 0
    for guard in GUARDS:
        frame = CONTEXT.with_readings(**guard.readings)
        rule = (lambda f, g=guard, c=frame: g.check(f, c)) if guard.readings else guard.check
        for defect in guard.defects:
            given = replace(guard.lawful, **defect.changes)
            before = rule(given).findings
            for one in because(rule, given, frame):
                total += 1
                explained += bool(one.causes)
                for group in one.causes:
                    after = findings(rule, given, instead_of(group))
                    assert not still(one.finding, before, after), (guard.name, one.sentence)
    assert explained >= 0.9 * total


def test_a_guard_says_what_would_open_the_way():
    opened = total = 0
    for guard in GUARDS:
        if guard.readings:
            continue
        defect = guard.defects[0]
        given = replace(guard.lawful, **defect.changes)
        if guard.check(given).allowed:
            continue
        total += 1
        found = why_not(guard.check, given, CONTEXT)
        opened += bool(found.sets)
        assert all(guard.check(one.applied(given)).allowed for one in found.sets), guard.name
    assert opened >= 0.9 * total
