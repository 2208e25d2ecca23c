"""Who sends what to whom: Article 36, and Article 19 of 84号."""

import pytest

from rules.errors import DatesReversed, TermNotAllowed
from rules.law import N221, S84
from tests.rules.ask import ask, codes

LOCAL = {
    "decided_by": "local",
    "superior_is_province": False,
    "measures": [{"item": 13}, {"item": 2}],
    "effective": "2026-03-02",
    "received_by_province": None,
}
DOCUMENTS = ["decision", "investigation_report"]
RECORD = ["record", "decision", "investigation_report"]


def route(**more):
    return ask("submission-route", {**LOCAL, **more})


def steps(found):
    return [(s["from"], s["to"], s["documents"], s["due"]) for s in found["steps"]]


def test_two_hops_each_with_its_own_ten_working_days():
    found = route()
    assert found["required"] is True
    assert steps(found) == [
        ("deciding_unit", ["superior", "provincial_department"], DOCUMENTS, "2026-03-16"),
        ("provincial_department", ["national_system", "most"], RECORD, None),
    ]
    assert [s["citation"]["article"] for s in found["steps"]] == [36, 36]
    assert found["findings"] == []


def test_the_second_hop_runs_from_the_province_s_own_receipt():
    found = route(received_by_province="2026-03-10")
    assert steps(found)[1][3] == "2026-03-24"


def test_one_recipient_when_the_superior_is_the_province():
    assert steps(route(superior_is_province=True))[0][1] == ["provincial_department"]


def test_a_department_of_the_state_council_goes_in_one_hop():
    found = route(decided_by="state_council_department")
    assert steps(found) == [
        ("state_council_department", ["national_system", "most"], RECORD, "2026-03-16")
    ]


@pytest.mark.parametrize("items", [[1], [2, 4, 6, 8, 12], [14], []])
def test_not_required_without_13(items):
    found = route(measures=[{"item": item} for item in items])
    assert (found["required"], found["steps"], found["findings"]) == (False, [], [])


def test_a_ban_without_13_is_named_even_where_nothing_is_to_be_sent():
    found = route(measures=[{"item": 5, "years": 3}])
    assert (found["required"], codes(found)) == (False, ["register_missing"])


@pytest.mark.parametrize("item", [5, 7, 9])
def test_84_asks_for_a_term_even_without_13(item):
    found = route(measures=[{"item": item, "years": 3}], instruments=[N221, S84])
    assert found["required"] is True
    assert codes(found, "error") == ["register_missing"]
    assert found["steps"][0]["to"] == ["superior", "provincial_department"]
    place = found["steps"][0]["citation"]
    assert (place["instrument"], place["article"]) == (S84, 19)


@pytest.mark.parametrize("measure", [{"item": 10, "years": 3}, {"item": 2}, {"item": 5}])
def test_84_does_not_ask_for_what_has_no_term_of_disqualification(measure):
    assert route(measures=[measure], instruments=[S84])["required"] is False


def test_with_13_and_a_term_article_36_leads_and_the_union_is_told():
    found = route(measures=[{"item": 5, "years": 3}, {"item": 13}], instruments=[S84])
    assert found["steps"][0]["citation"]["article"] == 36
    assert [(f["code"], f["reading"]) for f in found["findings"]] == [("term_reported", "C10")]


def test_the_state_council_is_not_under_84():
    found = route(
        decided_by="state_council_department",
        measures=[{"item": 5, "years": 3}],
        instruments=[S84],
    )
    assert found["required"] is False


def test_a_date_that_rests_on_days_not_announced_is_not_named():
    found = route(effective="2026-12-20")
    assert found["steps"][0]["due"] is None
    assert codes(found) == ["period_provisional"]


def test_contradictions_are_errors():
    with pytest.raises(DatesReversed):
        route(received_by_province="2026-03-01")
    with pytest.raises(TermNotAllowed):
        route(measures=[{"item": 13, "years": 3}])
    with pytest.raises(ValueError):
        route(decided_by="province")
