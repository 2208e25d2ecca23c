"""The severities and the chart beside them say what the law in use says, a unit's own included."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from accounts.services.unit_rules import register_rules
from cases.forms.sanction_chart import Chart, draw
from cases.forms.sanction_tiers import range_words, tiers
from cases.services.judging import Proposal
from rules.context import Context, default_context
from rules.sanctions import MeasureFact, TermRange
from rules.sanctions.tables import SanctionTable, table
from tests.cases import decided as d
from tests.cases import world as w
from tests.rules.unit_rules import SINCE, loaded, parameter
from tests.support.unit_file import file_of

NATIONAL = default_context()
OURS = NATIONAL.with_overlays(
    loaded(
        parameter("tier.major.term", {"from": 1, "under": 3}),
        parameter("tier.serious.term", {"from": 4, "to": 5}),
        parameter("tier.especially_serious.term", {"over": 6}),
        parameter("tier.bounded", (5, 7, 9, 10)),
    )
)


def law(context: Context, on: date = SINCE) -> SanctionTable:
    return table(context, on)


def drawn(context: Context, *measures: MeasureFact, severity: str = "serious") -> Chart:
    place = ("minor", "major", "serious", "especially_serious").index(severity)
    in_use = law(context)
    permitted = in_use.permitted[place]
    return draw(Proposal(severity, measures), in_use, in_use.terms[place], permitted)


@pytest.mark.parametrize(
    ("term", "words"),
    [
        (TermRange(), ""),
        (TermRange(over=0, under=3), "3年以内，不含3年"),
        (TermRange(over=0, to=3), "3年以内，含3年"),
        (TermRange(from_=3, to=5), "3至5年，含两端"),
        (TermRange(over=3, under=5), "3至5年，不含两端"),
        (TermRange(over=5), "5年以上，不含5年"),
        (TermRange(from_=5), "5年以上，含5年"),
    ],
)
def test_a_range_says_which_ends_it_includes(term: TermRange, words: str) -> None:
    assert range_words(term) == words


def test_the_buttons_of_the_severities_by_the_national_rules() -> None:
    assert [(t.value, t.label, t.words, t.chosen, t.outside) for t in shown(NATIONAL, False)] == [
        ("minor", "情节较轻", "诫勉、暂停、暂缓", False, False),
        ("major", "情节较重", "3年以内，不含3年", False, False),
        ("serious", "情节严重", "3至5年，含两端", True, False),
        ("especially_serious", "情节特别严重", "5年以上，不含5年", False, False),
    ]


def test_a_unit_that_is_stricter_has_its_numbers_on_them() -> None:
    assert [t.words for t in shown(OURS, False)] == [
        "诫勉、暂停、暂缓",
        "1至3年，含1年，不含3年",
        "4至5年，含两端",
        "6年以上，不含6年",
    ]


def test_below_the_floor_is_only_the_lightest() -> None:
    below = shown(NATIONAL, True)
    assert [tier.outside for tier in below] == [True, False, False, False]
    assert [tier.words for tier in below][:2] == ["低于底线", "3年以内，不含3年"]


def shown(context: Context, floored: bool) -> tuple:
    return tiers("serious", floored, law(context))


def spans(chart: Chart) -> list[tuple]:
    year = (chart.years[-1].x - chart.years[0].x) / 8
    start = chart.years[0].x
    return [
        (
            span.label,
            round((span.x1 - start) / year, 2),
            round((span.x2 - start) / year, 2),
            span.from_closed,
            span.to_closed,
            span.open_ended,
            span.chosen,
        )
        for span in chart.spans
    ]


def test_the_lines_of_the_chart_end_where_the_law_in_use_ends() -> None:
    assert spans(drawn(NATIONAL)) == [
        ("情节较重", 0, 3, False, False, False, False),
        ("情节严重", 3, 5, True, True, False, True),
        ("特别严重", 5, 8, False, False, True, False),
    ]
    ours = drawn(OURS)
    assert [year.words for year in ours.years] == ["0", "2", "4", "6", "8年"]
    assert [span.words for span in ours.spans] == [t.words for t in shown(OURS, False)][1:]
    assert [span[1:5] for span in spans(ours)] == [
        (1, 3, True, False),
        (4, 5, True, True),
        (6, 9, False, False),
    ]


def test_the_scale_has_room_after_the_last_end() -> None:
    assert [year.words for year in drawn(NATIONAL).years] == [*"01234567", "8年"]
    assert drawn(NATIONAL).years[-1].x == 690.0
    assert drawn(OURS).spans[-1].x2 == 690.0


def test_a_stated_term_is_marked_inside_or_outside_of_its_severity() -> None:
    four = MeasureFact(5, years=4)
    (inside,) = drawn(NATIONAL, four).marks
    assert (inside.words, inside.inside) == ("（五）4年", True)
    (outside,) = drawn(NATIONAL, four, severity="major").marks
    assert (outside.words, outside.inside) == ("（五）4年，超出", False)
    (three,) = drawn(OURS, MeasureFact(5, years=3)).marks
    assert (three.words, three.inside) == ("（五）3年，超出", False)
    (forever,) = drawn(NATIONAL, MeasureFact(7, permanent=True)).marks
    assert forever.x == 690.0


def test_only_measures_bound_by_the_law_in_use_are_marked() -> None:
    students, talk = MeasureFact(10, years=4), MeasureFact(3, years=4)
    assert drawn(NATIONAL, students, talk).marks == ()
    (ours,) = drawn(OURS, students, talk).marks
    assert ours.words == "（十）4年"
    bound = NATIONAL.with_readings(G9="bind")
    assert [mark.words for mark in drawn(bound, students).marks] == ["（十）4年"]
    assert drawn(NATIONAL, MeasureFact(5)).marks == ()


def under_its_own_rules(*parameters: tuple[str, object]) -> w.World:
    world = w.build()
    text = file_of(organisation=world.university.name, parameters=parameters)
    register_rules(actor=world["sysadmin"], organisation_id=world.university.pk, text=text)
    return world


@pytest.mark.django_db
def test_the_desk_of_a_unit_with_its_own_rules_has_its_numbers_and_quotes_it() -> None:
    floor = ("floor.conduct", [1, 2, 3, 4, 5, 6])
    with w.on(w.TODAY):
        world = under_its_own_rules(floor, ("tier.serious.term", {"from": 4, "to": 5}))
        respondent = d.determined(world, replace(d.FOUND, conduct=(6,)))
        office = Client()
        office.force_login(User.objects.get(username="officer"))
        ids = {"pk": respondent.case_id, "respondent": respondent.pk}
        page = office.get(reverse("decision_draft", kwargs=ids)).content.decode()
        sent = {"severity": "serious", "measure": ["5", "13"], "years_5": "3"}
        answer = office.post(reverse("sanctions_check", kwargs=ids), sent).content.decode()
    assert "第二条第一至第六项不得更轻" in page and "低于底线" in page
    assert "4至5年，含两端" in page
    assert "情节严重：4至5年，含两端。" in answer and "（五）3年，超出" in answer
    assert "第五项措施（3年）改为第五项措施（4年）。" in answer


@pytest.mark.django_db
def test_an_exemption_below_the_units_floor_needs_a_reason_more() -> None:
    retracted = replace(d.EXEMPT, conduct=(6,), reasons=" ")
    with w.on(w.TODAY):
        world = under_its_own_rules(("floor.conduct", [1, 2, 3, 4, 5, 6]))
        with w.refused("exemption_reason_missing", "第九条"):
            d.determined(world, retracted)


@pytest.mark.django_db
def test_without_own_rules_the_sixth_item_has_no_floor() -> None:
    with w.on(w.TODAY):
        respondent = d.determined(w.build(), replace(d.EXEMPT, conduct=(6,), reasons=" "))
    assert respondent.state == "exempted"
