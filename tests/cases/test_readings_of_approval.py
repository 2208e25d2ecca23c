"""Who approves what, and whether they may approve their own work: each answer, by the services."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.actors import Actor
from accounts.models import Membership, User
from accounts.roles import Role
from accounts.selectors.people import actor_for
from cases.models import PLAN_PARTS, Case, CaseState, Decision, DecisionState
from cases.policies import deciders, leaders
from cases.services.approval import approve_decision
from cases.services.corrections import correct_decision
from cases.services.people import add_participant
from cases.services.planning import approve_plan, draft_plan, submit_plan
from cases.services.suspensions import extend, resume, suspend
from tests.cases import decided as d
from tests.cases import world as w
from tests.cases.test_unit_rules import opened

AFTER = date(2026, 4, 28)
REASON = "本单位只有一名相关负责人。"
OWN = {"approver_apart": "with_reason"}


def also(world: w.World, name: str, role: Role) -> Actor:
    """The person with one more role at the university."""
    user = User.objects.get(username=name)
    Membership.objects.create(user=user, organisation=world.university, role=role, since=w.START)
    return actor_for(user, world.university.pk)


def submitted(world: w.World, by: str = "officer") -> Case:
    case = w.staffed(world)
    draft_plan(actor=world[by], case_id=case.pk, parts={p: "按规定" for p in PLAN_PARTS})
    submit_plan(actor=world[by], case_id=case.pk)
    return case


def approve(actor: Actor, case: Case, reason: str = "") -> Case:
    approve_plan(actor=actor, case_id=case.pk, on=w.TODAY, reason=reason)
    case.refresh_from_db()
    return case


def sign_off(actor: Actor, decision: Decision, reason: str = "") -> Decision:
    with w.on(AFTER):
        return approve_decision(actor=actor, decision_id=decision.pk, on=AFTER, reason=reason)


# C3: the head in place of the responsible leader


def test_the_head_may_not_approve_what_is_the_leaders(world: w.World) -> None:
    case = submitted(world)
    with w.denied("由单位相关负责人批准。"):
        approve(world["head"], case)
    assert leaders(case) == "单位相关负责人"


def test_the_head_may_where_the_unit_reads_it_so(world: w.World) -> None:
    w.choose(world, C3="head_as_well")
    case = submitted(world)
    page = opened("head", case.get_absolute_url())
    assert "单位相关负责人或单位负责人" in page
    assert reverse("case_approve_plan", kwargs={"pk": case.pk}) in page
    assert approve(world["head"], case).state == CaseState.PLANNED


def test_the_head_suspends_and_resumes_where_the_unit_reads_it_so(world: w.World) -> None:
    w.choose(world, C3="head_as_well")
    case = w.investigating(world)
    stopped = suspend(
        actor=world["head"], case_id=case.pk, ground="conditions", detail="停", on=w.TODAY
    )
    assert stopped.approved_by_id == world["head"].user_id
    resume(actor=world["head"], case_id=case.pk, on=w.TODAY, cause_gone="已具备条件")
    case.refresh_from_db()
    assert case.state == CaseState.INVESTIGATING


def test_else_the_head_neither_suspends_nor_resumes(world: w.World) -> None:
    case = w.investigating(world)
    with w.denied("由单位相关负责人批准。"):
        suspend(actor=world["head"], case_id=case.pk, ground="conditions", detail="", on=w.TODAY)
    w.suspended(world, case)
    with w.denied("由科研诚信办公室或单位相关负责人恢复调查。"):
        resume(actor=world["head"], case_id=case.pk, on=w.TODAY, cause_gone="已具备")


@pytest.mark.parametrize("reading", ["two_roles", "head_as_well"])
def test_the_leader_never_extends(world: w.World, reading: str) -> None:
    w.choose(world, C3=reading)
    case = w.investigating(world)
    with w.denied("由单位负责人批准。"):
        extend(actor=world["leader"], case_id=case.pk, months=1, ground="特别重大复杂")


# decision_approver


def test_a_decision_is_the_heads_to_approve(world: w.World) -> None:
    decision = d.heard(world, AFTER)
    with w.denied("由单位负责人批准。"):
        sign_off(world["leader"], decision)
    assert sign_off(world["head"], decision).state == DecisionState.APPROVED


@pytest.mark.parametrize("who", ["head", "leader"])
def test_or_the_leaders_where_the_unit_reads_it_so(world: w.World, who: str) -> None:
    w.choose(world, decision_approver="responsible_leader")
    decision = d.heard(world, AFTER)
    case = decision.respondent.case
    with w.on(AFTER):
        page = opened(who, case.get_absolute_url())
    assert deciders(case) in page and "批准处理决定" in page
    assert sign_off(world[who], decision).approved_by_id == world[who].user_id


def test_who_approves_may_revoke(world: w.World) -> None:
    w.choose(world, decision_approver="responsible_leader")
    decision = d.issued(world, AFTER)
    with w.on(AFTER):
        revoked = correct_decision(
            actor=world["leader"],
            decision_id=decision.pk,
            ground="own_correction",
            document="示大〔2026〕1号",
            reason="认定有误",
            on=AFTER,
            decide_again=False,
        )
    assert revoked.state == DecisionState.REVOKED


# approver_apart


def drafted_by_the_leader(world: w.World) -> tuple[Actor, Case]:
    leader = also(world, "leader", Role.OFFICER)
    world.actors["leader_officer"] = leader
    return leader, submitted(world, by="leader_officer")


def test_nobody_approves_the_plan_they_drafted(world: w.World) -> None:
    leader, case = drafted_by_the_leader(world)
    with w.refused("approver_drafted", "第十六条"):
        approve(leader, case, REASON)


def test_unless_the_unit_reads_it_so_and_they_say_why(world: w.World) -> None:
    w.choose(world, **OWN)
    leader, case = drafted_by_the_leader(world)
    with w.refused("approver_drafted", "第十六条"):
        approve(leader, case)
    approve(leader, case, REASON)
    assert case.plans.get().approval_reason == REASON
    assert REASON in opened("officer", reverse("case_plan", kwargs={"pk": case.pk}))


def test_an_investigator_needs_a_reason_as_well(world: w.World) -> None:
    w.choose(world, **OWN)
    leader = also(world, "leader", Role.INVESTIGATOR)
    case = w.staffed(world)
    add_participant(
        actor=world["officer"],
        case_id=case.pk,
        user_id=leader.user_id or 0,
        duty="investigator",
        since=w.TODAY,
    )
    draft_plan(actor=world["officer"], case_id=case.pk, parts={p: "按规定" for p in PLAN_PARTS})
    submit_plan(actor=world["officer"], case_id=case.pk)
    with w.refused("approver_investigates", "第十六条"):
        approve(leader, case)
    assert approve(leader, case, REASON).state == CaseState.PLANNED


def test_nobody_else_is_asked_for_a_reason(world: w.World) -> None:
    w.choose(world, **OWN)
    assert approve(world["leader"], submitted(world)).plans.get().approval_reason == ""


def drafted_by_the_head(world: w.World) -> tuple[Actor, Decision]:
    head = also(world, "head", Role.OFFICER)
    world.actors["head_officer"] = head
    return head, d.heard(world, AFTER, by="head_officer")


def test_nobody_approves_the_decision_they_drafted(world: w.World) -> None:
    head, decision = drafted_by_the_head(world)
    with w.refused("approver_drafted", "第二十六条"):
        sign_off(head, decision, REASON)


def test_unless_the_unit_reads_it_so_and_the_decision_says_why(world: w.World) -> None:
    w.choose(world, **OWN)
    head, decision = drafted_by_the_head(world)
    with w.refused("approver_drafted", "第二十六条"):
        sign_off(head, decision)
    assert sign_off(head, decision, REASON).approval_reason == REASON
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    with w.on(AFTER):
        assert REASON in opened("head", reverse("decision", kwargs=ids))


@pytest.mark.parametrize(("readings", "asked"), [({}, False), (OWN, True)])
def test_the_form_asks_for_the_reason_only_where_it_is_needed(
    world: w.World, readings: dict[str, str], asked: bool
) -> None:
    w.choose(world, **readings)
    decision = d.heard(world, AFTER)
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    with w.on(AFTER):
        page = opened("head", reverse("decision_approve", kwargs=ids))
    assert ("由经办人批准的理由" in page) == asked
