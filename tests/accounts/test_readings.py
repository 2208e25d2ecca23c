"""The readings of a unit: what it may choose, what is kept, and that its cases follow."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts import clock
from accounts.audit.log import position
from accounts.audit.verify import breaches
from accounts.facts import own_of
from accounts.forms.readings import ReadingsForm
from accounts.models import Event
from accounts.refusals import Conflict, NotYours, Refused
from accounts.selectors.administration import record_of
from accounts.services.readings import (
    FOLLOWED,
    chooser_of,
    chosen_readings,
    readings_for,
    set_readings,
)
from cases.facts import context_of
from fixtures.demo.units import EDUCATION, SCIENCE, UNIVERSITY
from rules.readings import READINGS, Chooser

pytestmark = pytest.mark.django_db

CHOSEN = {"G3": "at_least_3_working_days", "G16": "at_least_3", "G2": "service"}


@pytest.fixture
def admin(client: Client, cast) -> Client:
    client.force_login(cast.user("sysadmin"))
    return client


def codes(refused) -> list[str]:
    return [finding.code for finding in refused.value.outcome.errors]


def choose(cast, chosen, unit=UNIVERSITY, actor="sysadmin", **more):
    pk = cast.unit(unit).pk
    return set_readings(actor=cast.actor(actor), organisation_id=pk, chosen=chosen, **more)


def test_only_what_differs_from_the_default_is_kept_and_stands_on_the_record(cast):
    unit = choose(cast, CHOSEN)
    unit.refresh_from_db()
    assert unit.readings == {"G3": "at_least_3_working_days", "G16": "at_least_3"}
    assert record_of(unit)[0].text == "选定本单位解读：另行选定2项"
    assert list(breaches()) == []
    choose(cast, {})
    unit.refresh_from_db()
    assert unit.readings == {}
    assert record_of(unit)[0].text == "选定本单位解读：均按默认"


def test_choosing_the_same_again_is_no_event(cast):
    choose(cast, CHOSEN)
    choose(cast, CHOSEN)
    assert Event.objects.filter(name="organisation.readings_set").count() == 1


def test_the_cases_of_the_unit_are_judged_under_its_readings(cast):
    unit, today = choose(cast, CHOSEN), clock.today()
    context = context_of([], own_of(unit, today))
    assert context.reading("G16") == "at_least_3"
    assert context.reading("G2") == "service"
    other = context_of([], own_of(cast.unit(EDUCATION), today))
    assert other.reading("G16") == "warn_below_2"


@pytest.mark.parametrize(
    ("chosen", "code", "message"),
    [
        ({"G99": "x"}, "unknown_reading", "没有名为“G99”的解读。"),
        ({"G16": "at_least_9"}, "unknown_reading", "解读G16不能取“at_least_9”。"),
        (
            {"C6": "refuse"},
            "reading_not_open",
            f"解读C6（{READINGS['C6'].question}）不由本单位选择。",
        ),
        ({"two_persons": "with_reason"}, "reading_not_open", None),
        (
            {"retention": "thirty_years"},
            "reading_not_followed",
            f"本系统不提供“{READINGS['retention'].question}”的设置。",
        ),
    ],
)
def test_what_is_not_the_units_to_choose_is_refused(cast, chosen, code, message):
    with pytest.raises(Refused) as refused:
        choose(cast, {"G16": "at_least_3", **chosen})
    assert codes(refused) == [code]
    if message:
        assert refused.value.outcome.errors[0].message == message
    assert cast.unit(UNIVERSITY).readings == {}


def test_the_science_department_chooses_for_the_province(cast):
    assert chooser_of(cast.unit(SCIENCE)) is Chooser.PROVINCE
    assert chooser_of(cast.unit(EDUCATION)) is Chooser.UNIT
    choose(cast, {"C6": "refuse"}, unit=SCIENCE)
    assert chosen_readings(cast.unit(SCIENCE)) == [(READINGS["C6"], "不可以")]


def test_a_choice_of_one_answer_only_is_never_offered(cast):
    offered = readings_for(cast.unit(SCIENCE))
    assert {reading.name for reading in offered} == FOLLOWED
    assert all(reading.open for reading in offered)
    own = {reading.name for reading in readings_for(cast.unit(UNIVERSITY))}
    assert "G16" in own and "C6" not in own


@pytest.mark.parametrize("name", ["officer", "head", "province", "auditor"])
def test_to_everybody_else_there_is_no_such_thing(cast, name):
    with pytest.raises(NotYours):
        choose(cast, CHOSEN, actor=name)


def test_whoever_was_overtaken_is_told_by_what(cast):
    seen = position(cast.unit(UNIVERSITY).chain)
    choose(cast, CHOSEN, seen=seen)
    with pytest.raises(Conflict) as conflict:
        choose(cast, {}, seen=seen)
    assert [event.name for event in conflict.value.since] == ["organisation.readings_set"]


def test_the_page_asks_each_question_with_its_answers_and_calls_none_of_them_law(admin, cast):
    unit = cast.unit(UNIVERSITY)
    url = reverse("organisation_readings", kwargs={"pk": unit.pk})
    shown = admin.get(url).content.decode()
    for reading in readings_for(unit):
        assert reading.question in shown and reading.reason in shown
        assert f"{reading.answer}（默认）" in shown
    assert READINGS["C6"].question not in shown
    assert "这是解读，不是条文。" in shown
    sent = {reading.name: reading.default for reading in readings_for(unit)}
    response = admin.post(url, {**sent, "G16": "at_least_2"})
    assert response.status_code == 302
    page = admin.get(reverse("organisation", kwargs={"pk": unit.pk})).content.decode()
    assert "调查组至少几人" in page and "不少于2人" in page
    assert "选定本单位解读：另行选定1项" in page


@pytest.mark.parametrize("unit", [UNIVERSITY, SCIENCE])
def test_the_questions_stand_in_the_order_of_the_law_under_the_part_they_belong_to(cast, unit):
    unit = cast.unit(unit)
    groups = list(ReadingsForm(None, subject=unit).groups)
    named = [field.name for group in groups for field in group.fields]
    assert sorted(named) == sorted(reading.name for reading in readings_for(unit))
    parts = {group.title: [field.name for field in group.fields] for group in groups}
    assert list(parts)[:4] == ["举报和受理", "调查", "处理", "申诉复查"]
    assert {"G5", "C5"} <= set(parts["举报和受理"])
    assert {"G16", "G18"} <= set(parts["调查"])
    assert {"G2", "G3", "G8"} <= set(parts["处理"])
    assert "anonymous_appeal" in parts["申诉复查"]
    assert ("record_elements" in parts.get("汇交、移出和其他", [])) == (unit.name == SCIENCE)


def test_an_answer_that_is_none_of_the_offered_ones_stays_on_the_page(admin, cast):
    unit = cast.unit(UNIVERSITY)
    url = reverse("organisation_readings", kwargs={"pk": unit.pk})
    response = admin.post(url, {"G16": "at_least_9"})
    assert response.status_code == 422
    unit.refresh_from_db()
    assert unit.readings == {}
