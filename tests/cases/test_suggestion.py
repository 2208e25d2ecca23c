"""The desk shows what the unit's benchmark proposes, as advice, and nothing without one."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Organisation, User
from accounts.services.benchmarks import register_benchmark
from cases.models import Decision, Respondent
from cases.services.proposing import benchmark_version, departures, proposal_for
from rules.sanctions import MeasureFact
from tests.cases import decided as d
from tests.cases import world as w

pytestmark = pytest.mark.django_db

EXAMPLE = Path("docs/examples/discretion-benchmark.json")
# 12, 8 and 6 points of the example: 26, between the 18 of serious and the 30 above it.
GRADES = {1: 3, 2: 2, 3: 2, 4: 0, 5: 0, 6: 0}
SENT = {"severity": "serious", "measure": ["5", "13"], "years_5": "3"}
ADVICE = "裁量基准，仅供参考，不约束"


@pytest.fixture
def world() -> w.World:
    return w.build()


@pytest.fixture
def respondent(world: w.World) -> Respondent:
    with w.on(w.TODAY):
        return d.determined(world)


def register(world: w.World, since: date) -> None:
    given = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    given["organisation"] = world.university.name
    given["versions"][0]["from"] = since.isoformat()
    register_benchmark(
        actor=world["sysadmin"],
        organisation_id=world.university.pk,
        text=json.dumps(given, ensure_ascii=False),
    )


def checked(respondent: Respondent, grades: dict[int, int], **changed: Any) -> str:
    ids = {"pk": respondent.case_id, "respondent": respondent.pk}
    office = Client()
    office.force_login(User.objects.get(username="officer"))
    sent = {**SENT, **changed, **{f"grade_{item}": str(grade) for item, grade in grades.items()}}
    with w.on(w.TODAY):
        return office.post(reverse("sanctions_check", kwargs=ids), sent).content.decode()


def test_the_points_of_the_grades_lead_to_a_severity_and_a_part_of_its_range(
    world: w.World, respondent: Respondent
) -> None:
    register(world, w.TODAY)
    found = proposal_for(respondent, respondent.findings.get(), GRADES)
    assert found is not None and found.severity is not None and found.band is not None
    assert (found.severity.value, found.score, found.binding) == ("serious", 26, False)
    assert tuple(found.band) == (45, 52)


def test_the_desk_marks_it_as_advice_with_its_reasons_and_clauses(
    world: w.World, respondent: Respondent
) -> None:
    register(world, w.TODAY)
    page = checked(respondent, GRADES)
    shown = page.partition('id="suggestion"')[2].partition("</section>")[0]
    assert ADVICE in page
    assert "建议认定为情节严重，取消或禁止期限3年9个月至4年4个月。" in shown
    assert "第三十条第一项因素为“严重偏离”，计12分" in shown and "第四条第一项" in shown
    assert "本建议不具约束力" in shown
    assert not Decision.objects.exists()


DEPARTS = "与建议不同"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"severity": "major", "years_5": "2"},
            "决定的情节为情节较重，裁量基准建议为情节严重，请记录理由。",
        ),
        ({}, "第五项措施的期限为3年，裁量基准建议为3年9个月至4年4个月，请记录理由。"),
        ({"years_5": "4"}, None),
        ({"severity": ""}, None),
    ],
)
def test_what_departs_from_the_advice_is_said_and_refuses_nothing(
    world: w.World, respondent: Respondent, changed: dict[str, Any], said: str | None
) -> None:
    register(world, w.TODAY)
    page = checked(respondent, GRADES, **changed)
    shown = page.partition('id="suggestion"')[2].partition("</section>")[0]
    assert (DEPARTS in shown) == (said is not None)
    assert said is None or said in shown
    assert ('<a href="#id_basis">写明理由</a>' in shown) == (said is not None)
    assert "没有违反，可以提交" in page


def test_nothing_departs_while_nothing_is_advised(world: w.World, respondent: Respondent) -> None:
    register(world, w.TODAY)
    assert DEPARTS not in checked(respondent, {1: 3})
    # A term on a measure that has none cannot be held against anything.
    found = proposal_for(respondent, respondent.findings.get(), GRADES)
    bad = replace(d.LAWFUL, measures=(MeasureFact(2, years=1),))
    assert found is not None
    assert departures(respondent, respondent.findings.get(), bad, found) == ()


def test_what_is_not_graded_is_asked_for_first(world: w.World, respondent: Respondent) -> None:
    register(world, w.TODAY)
    page = checked(respondent, {1: 3})
    assert "六项因素都选定等级后给出建议" in page and "建议认定为" not in page


def test_a_grade_the_benchmark_does_not_have_proposes_nothing(
    world: w.World, respondent: Respondent
) -> None:
    register(world, w.TODAY)
    assert ADVICE not in checked(respondent, {**GRADES, 6: 9})


def test_a_case_keeps_the_benchmark_of_the_day_it_was_accepted(
    world: w.World, respondent: Respondent
) -> None:
    assert ADVICE not in checked(respondent, GRADES)
    register(world, date(2026, 4, 21))
    assert benchmark_version(respondent.case) is None
    assert ADVICE not in checked(respondent, GRADES)
    register(world, date(2026, 4, 20))
    assert benchmark_version(respondent.case) is not None
    assert ADVICE in checked(respondent, GRADES)


def test_the_page_offers_the_grades_only_where_there_is_a_benchmark(
    world: w.World, respondent: Respondent
) -> None:
    address = reverse(
        "decision_draft", kwargs={"pk": respondent.case_id, "respondent": respondent.pk}
    )
    office = Client()
    office.force_login(User.objects.get(username="officer"))
    with w.on(w.TODAY):
        assert "裁量基准的等级" not in office.get(address).content.decode()
        register(world, w.TODAY)
        page = office.get(address).content.decode()
    assert Organisation.objects.get(pk=world.university.pk).benchmarks.count() == 1
    assert "裁量基准的等级" in page and "严重偏离" in page and 'name="grade_6"' in page
