"""Who may do what on complaints and cases: the whole matrix, and that two acts need two people."""

from dataclasses import replace

import pytest

from accounts.policies import may
from accounts.roles import Role
from cases.models import Case
from cases.selectors.lists import visible_cases
from cases.services.people import sign_papers
from tests.cases import world as w

EVERYBODY = (
    "officer",
    "leader",
    "head",
    "investigator",
    "expert1",
    "officer2",
    "superior",
    "province",
    "auditor",
    "sysadmin",
)
MATRIX = {
    "case.know": {"officer", "leader", "head", "investigator", "expert1", "superior", "auditor"},
    "case.view": {"officer", "leader", "head", "investigator", "expert1", "superior", "auditor"},
    "case.read_content": {"officer", "leader", "head", "investigator", "expert1", "superior"},
    "case.run": {"officer"},
    "case.investigate": {"officer", "investigator"},
    "case.sign_report": {"investigator"},
    "case.approve_plan": {"leader"},
    "case.suspend": {"leader"},
    "case.resume": {"officer", "leader"},
    "case.extend": {"head"},
    "decision.approve": {"head"},
}


@pytest.fixture
def case(world: w.World) -> Case:
    case = w.staffed(world)
    sign_papers(actor=world["superior"], case_id=case.pk)
    return case


@pytest.mark.parametrize("policy", MATRIX)
def test_each_policy_opens_to_these_and_to_nobody_else(
    world: w.World, case: Case, policy: str
) -> None:
    assert {name for name in EVERYBODY if may(policy, world[name], case)} == MATRIX[policy]


@pytest.mark.parametrize("name", ["officer2", "province", "sysadmin"])
def test_outsiders_do_not_learn_that_a_case_exists(world: w.World, case: Case, name: str) -> None:
    for policy in MATRIX:
        assert may(policy, world[name], case).hidden


def test_a_provincial_officer_who_acts_for_the_superior_too_knows_its_cases(
    world: w.World, case: Case
) -> None:
    roles = {Role.PROVINCIAL_OFFICER.value, Role.SUPERIOR_OFFICER.value}
    both = replace(world["superior"], roles=frozenset(roles))
    assert may("case.know", both, case)
    assert case in visible_cases(both)


def test_the_department_that_referred_the_case_may_follow_it(world: w.World) -> None:
    case = w.accepted(world, source="transferred", referred_by=world.province, complainant_name="")
    assert may("case.know", world["province"], case)


def test_no_content_before_the_papers(world: w.World) -> None:
    case = w.accepted(world)
    unsigned = may("case.view", world["leader"], case)
    assert (unsigned.allowed, unsigned.then, unsigned.basis.article if unsigned.basis else 0) == (
        False,
        "case_sign",
        45,
    )
    newcomer = w.person("newcomer", world.university, Role.HEAD, agreement=False)
    first = may("case.view", newcomer, case)
    assert first.basis is not None
    assert (first.then, first.basis.article) == ("case_sign", 44)


def test_one_person_with_both_roles_still_approves_no_plan_of_their_own(world: w.World) -> None:
    case = w.staffed(world)
    both = replace(
        world["leader"], roles=frozenset({Role.RESPONSIBLE_LEADER.value, Role.OFFICER.value})
    )
    parts = {part: "按规定" for part in w.PLAN_PARTS}
    w.draft_plan(actor=both, case_id=case.pk, parts=parts)
    w.submit_plan(actor=both, case_id=case.pk)
    with w.refused("approver_drafted", "第十六条"):
        w.approve_plan(actor=both, case_id=case.pk, on=w.TODAY)


def test_an_investigator_approves_no_plan(world: w.World) -> None:
    case = w.staffed(world)
    both = replace(
        world["investigator"],
        roles=frozenset({Role.RESPONSIBLE_LEADER.value, Role.INVESTIGATOR.value}),
    )
    parts = {part: "按规定" for part in w.PLAN_PARTS}
    w.draft_plan(actor=world["officer"], case_id=case.pk, parts=parts)
    w.submit_plan(actor=world["officer"], case_id=case.pk)
    with w.refused("approver_investigates", "第十六条"):
        w.approve_plan(actor=both, case_id=case.pk, on=w.TODAY)


def test_complaints_stay_with_the_office_that_received_them(world: w.World) -> None:
    complaint = w.registered(world)
    for policy in ("complaint.view", "complaint.decide", "complaint.open_identity"):
        seen = {name for name in EVERYBODY if may(policy, world[name], complaint)}
        assert seen == {"officer"}
