"""Lists and next steps: what each person finds, in one query, and what is said to come next."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.policies import may
from cases.models import Case
from cases.selectors.complaints import next_step
from cases.selectors.lists import Filters, case_list, complaint_list, visible_cases
from cases.selectors.next_steps import steps
from cases.selectors.work import open_work
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


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_list_shows_what_the_policy_lets_know(world: w.World, name: str) -> None:
    w.staffed(world)
    w.accepted(world, source="transferred", referred_by=world.province, complainant_name="")
    allowed = {c.pk for c in Case.objects.all() if may("case.know", world[name], c)}
    assert {c.pk for c in visible_cases(world[name])} == allowed


def test_the_case_list_is_one_query(world: w.World) -> None:
    for _ in range(3):
        w.accepted(world)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        rows = list(case_list(world["officer"], Filters()))
        assert [row.organisation.name for row in rows] == ["示例大学"] * 3
    assert len(queries) == 1


def test_search_finds_number_title_and_name_but_no_name_for_the_auditor(world: w.World) -> None:
    case = w.accepted(world)
    for words in (case.number, "抄袭", w.RESPONDENT):
        assert list(case_list(world["officer"], Filters(text=words))) == [case]
    assert list(case_list(world["auditor"], Filters(text=case.number))) == [case]
    assert list(case_list(world["auditor"], Filters(text=w.RESPONDENT))) == []


def test_filters_narrow_by_state_stage_unit_and_lateness(world: w.World) -> None:
    case = w.accepted(world)
    officer = world["officer"]
    assert list(case_list(officer, Filters(state="accepted", stage="open"))) == [case]
    assert list(case_list(officer, Filters(stage="ended"))) == []
    assert list(case_list(officer, Filters(unit=str(world.second.pk)))) == []
    assert list(case_list(officer, Filters(overdue=True))) == []
    with w.on(w.TODAY + timedelta(days=200)):
        assert list(case_list(officer, Filters(overdue=True))) == [case]
        assert list(complaint_list(officer, Filters(overdue=True)))


def test_the_next_step_names_who_by_when_and_what_is_missing(world: w.World) -> None:
    case = w.accepted(world)
    (step,), blocked, actions = steps(world["officer"], case)
    assert (step.title, step.mine) == ("拟定调查方案", True)
    assert step.deadline is not None
    assert (step.deadline.rule, step.bases[0].article) == ("investigation", 16)
    assert "调查人员" in {need.text for need in step.needs if not need.done}
    assert "开始调查" in {move.name for move in blocked}
    assert "延长调查期限" not in {action.name for action in actions}


@pytest.mark.parametrize(
    ("stage", "title", "mine"),
    [
        (w.planned, "开始调查", {"officer", "investigator"}),
        (
            w.investigating,
            "开展行政调查和学术评议，听取被调查人陈述和申辩",
            {"officer", "investigator"},
        ),
        (w.inquired, "起草调查报告", {"officer", "investigator"}),
    ],
)
def test_each_stage_has_its_step_for_those_who_take_it(
    world: w.World, stage: object, title: str, mine: set[str]
) -> None:
    case = stage(world)  # type: ignore[operator]
    found = {name: steps(world[name], case)[0][0] for name in ("officer", "leader", "investigator")}
    assert {step.title for step in found.values()} == {title}
    assert {name for name, step in found.items() if step.mine} == mine


def test_my_work_asks_for_the_papers_before_anything_else(world: w.World) -> None:
    case = w.accepted(world)
    ((subject, step),) = list(open_work(world["leader"]))
    assert (subject, step.title) == (case, "签署保密协议和本案回避声明")


def test_a_complaint_leads_from_the_questions_to_the_decision(world: w.World) -> None:
    registered = next_step(w.registered(world), "")
    assert registered is not None and registered.title == "逐项核对受理条件"
    decided = next_step(w.assessed(world), "accept")
    assert decided is not None and decided.title == "决定受理"
    assert decided.deadline is not None and decided.deadline.rule == "acceptance"
