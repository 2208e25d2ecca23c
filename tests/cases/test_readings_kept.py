"""A case keeps the readings of the day it was accepted; every other body reads by its own."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.audit.verify import breaches
from accounts.models import Event
from accounts.services.readings import set_readings
from cases.facts import body_context, case_context, clock_context, complaint_context
from cases.models import PLAN_PARTS, Case, Deadline, DecisionState
from cases.services.planning import draft_plan, submit_plan
from cases.services.suspensions import extend
from tests.cases import decided as d
from tests.cases import world as w
from tests.cases.test_unit_rules import opened

AFTER = date(2026, 4, 28)
THREE = {"G16": "at_least_3"}


def test_a_case_keeps_what_differs_from_the_default_and_its_event_says_so(world: w.World) -> None:
    w.choose(world, **THREE, G2="service")
    case = w.accepted(world)
    assert case.readings == THREE
    assert Event.objects.get(name="case.opened").data["readings"] == THREE
    assert list(breaches()) == []


def test_a_reading_chosen_in_the_middle_of_a_case_is_not_its_own(world: w.World) -> None:
    case = w.accepted(world)
    w.choose(world, G2="appeal_lapsed", **THREE)
    assert case_context(Case.objects.get(pk=case.pk)).readings == {}
    assert Event.objects.get(name="case.opened").data["readings"] == {}


def test_a_decision_takes_effect_as_the_unit_read_it_on_the_day_of_acceptance(
    world: w.World,
) -> None:
    w.choose(world, G2="appeal_lapsed")
    decision = d.issued(world, AFTER)
    w.choose(world)
    with w.on(AFTER):
        served = d.serve(world, decision, AFTER)
    assert served.state == DecisionState.SERVED


def test_a_reading_given_up_still_binds_the_team_of_the_case(world: w.World) -> None:
    w.choose(world, **THREE)
    case = w.staffed(world)
    w.choose(world)
    draft_plan(actor=world["officer"], case_id=case.pk, parts={p: "按规定" for p in PLAN_PARTS})
    with w.refused("team_too_small"):
        submit_plan(actor=world["officer"], case_id=case.pk)


def test_a_complaint_not_accepted_goes_by_what_its_unit_reads_now(world: w.World) -> None:
    complaint = w.registered(world)
    w.choose(world, C5="ask_first")
    complaint.organisation.refresh_from_db()
    assert complaint_context(complaint).reading("C5") == "ask_first"


def test_another_body_reads_a_case_by_its_own_readings_of_now(world: w.World) -> None:
    w.choose(world, **THREE)
    case = w.accepted(world)
    assert body_context(world.superior, case, w.TODAY).reading("G16") == "warn_below_2"
    w.choose(world, world.superior, G16="at_least_2")
    world.superior.refresh_from_db()
    assert body_context(world.superior, case, w.TODAY).reading("G16") == "at_least_2"
    assert body_context(world.university, case, w.TODAY).reading("G16") == "at_least_3"


def test_a_clock_keeps_the_readings_it_began_under(world: w.World) -> None:
    w.choose(world, G16="at_least_2")
    case = w.investigating(world)
    w.choose(world)
    extend(actor=world["head"], case_id=case.pk, months=1, ground="特别重大复杂")
    kept = Deadline.objects.get(rule="investigation", chain=case.chain)
    assert kept.readings == {"G16": "at_least_2"}
    assert clock_context(kept).reading("G16") == "at_least_2"


def test_a_case_whose_readings_were_changed_behind_the_applications_back_is_noticed(
    world: w.World,
) -> None:
    w.accepted(world)
    Case.objects.update(readings=THREE)
    assert len(list(breaches())) == 1


def test_the_page_of_the_case_says_which_it_keeps_and_never_as_law(world: w.World) -> None:
    w.choose(world, **THREE)
    case = w.accepted(world)
    w.choose(world)
    page = opened("officer", case.get_absolute_url())
    assert "调查组至少几人：不少于3人" in page
    assert "受理时本单位的解读，案件沿用；不是条文。" in page


def test_a_case_under_the_defaults_names_no_reading(world: w.World) -> None:
    page = opened("officer", w.accepted(world).get_absolute_url())
    assert "案件沿用" not in page


def test_where_readings_are_chosen_it_says_for_which_cases(world: w.World) -> None:
    address = reverse("organisation_readings", kwargs={"pk": world.university.pk})
    page = opened("sysadmin", address)
    assert "案件沿用受理时的解读，选定的用于以后受理的案件" in page


def test_the_page_of_the_law_shows_a_units_people_how_it_reads_now(world: w.World) -> None:
    w.choose(world, **THREE)
    assert "<td>不少于3人</td>" in opened("officer", reverse("law"))
    assert "<td>不少于3人</td>" not in opened("officer2", reverse("law"))


@pytest.mark.parametrize("chosen", [{"G16": "at_least_9"}, {"G99": "x"}])
def test_what_no_reading_allows_never_reaches_a_case(
    world: w.World, chosen: dict[str, str]
) -> None:
    with w.refused("unknown_reading"):
        set_readings(actor=world["sysadmin"], organisation_id=world.university.pk, chosen=chosen)
    assert w.accepted(world).readings == {}
