"""Who sends what to whom: Article 36, and Article 19 of 84号."""

from dataclasses import replace
from datetime import date

import pytest

from rules.context import default_context
from rules.errors import DatesReversed, InstrumentNotInForce, TermNotAllowed, UnknownCode
from rules.filing import FilingFacts, submission_route
from rules.law import N221, S84
from rules.sanctions import MeasureFact
from tests.rules.ask import ask, codes
from tests.rules.test_complaints import told

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


UPWARD = (
    "处理决定作出单位应在决定生效后10个工作日内将处理决定书和调查报告"
    "报送上级主管部门和所在地省级科技行政部门"
)
ONWARD = (
    "省级科技行政部门应在收到之日起10个工作日内通过科研诚信管理信息系统按规定汇交"
    "科研诚信严重失信行为数据信息，并将处理决定书和调查报告报送科技部"
)
DIRECT = (
    "由该部门在处理决定生效后10个工作日内通过科研诚信管理信息系统按规定汇交"
    "科研诚信严重失信行为数据信息，并将处理决定书和调查报告报送科技部"
)
BY_TERM = (
    "一定期限禁止承担或者参与科技计划（专项、基金）项目等财政性资金支持的科学技术活动"
    "以及一定期限取消相关资格处理的"
)
PAIRED = "给予前款第五、七、九、十项处理的，应同时给予前款第十三项处理"
FROM_RECEIPT = "省级科技行政部门应在收到之日起10个工作日内"
COMPLETING = "对要素不齐全的，应当及时告知并要求补正"
SOCIAL = "省社科院会同有关部门承担全省哲学社会科学领域的科研诚信管理工作"
UNPAIRED = ("error", "register_missing", N221, 29, None, PAIRED, None)
REPORTED = ("info", "term_reported", S84, 19, None, BY_TERM, "C10")
OPEN_UPWARD = ("warning", "period_provisional", N221, 36, None, UPWARD, "G1")
OPEN_ONWARD = ("warning", "period_provisional", N221, 36, None, ONWARD, "G1")
OPEN_DIRECT = ("warning", "period_provisional", N221, 36, None, DIRECT, "G1")
TERM = [{"item": 5, "years": 3}]
SHANDONG = {"instruments": [S84]}
TOLD = [
    ({"measures": TERM}, [UNPAIRED]),
    ({"measures": [*TERM, {"item": 13}]}, []),
    ({"measures": TERM, **SHANDONG}, [UNPAIRED, REPORTED]),
    ({"measures": [*TERM, {"item": 13}], **SHANDONG}, [REPORTED]),
    ({"effective": "2026-12-20"}, [OPEN_UPWARD]),
    ({"effective": "2026-12-20", "received_by_province": "2026-12-21"}, [OPEN_UPWARD, OPEN_ONWARD]),
    (
        {"effective": "2026-12-20", "decided_by": "state_council_department"},
        [OPEN_DIRECT],
    ),
    (
        {
            "received_by_province": "2026-03-10",
            "completed_by_province": "2026-03-10",
            **SHANDONG,
        },
        [("info", "second_count", S84, 20, None, COMPLETING, "G10")],
    ),
    (
        {"received_by_province": "2026-03-10", "completed_by_province": "2026-03-10"},
        [("info", "second_count", N221, 36, None, FROM_RECEIPT, "G10")],
    ),
]


@pytest.mark.parametrize(("more", "findings"), TOLD)
def test_every_finding_rests_on_words_of_the_law(more, findings):
    assert told(route(**more)) == findings


PLACES = [
    ({}, [(N221, 36, UPWARD), (N221, 36, ONWARD)]),
    ({"measures": [*TERM, {"item": 13}], **SHANDONG}, [(N221, 36, UPWARD), (N221, 36, ONWARD)]),
    ({"measures": TERM, **SHANDONG}, [(S84, 19, BY_TERM), (N221, 36, ONWARD)]),
    ({"decided_by": "state_council_department"}, [(N221, 36, DIRECT)]),
]


@pytest.mark.parametrize(("more", "places"), PLACES)
def test_every_hop_rests_on_words_of_the_law(more, places):
    cited = [step["citation"] for step in route(**more)["steps"]]
    assert [(one["instrument"], one["article"], one["text"]) for one in cited] == places


MESSAGES = [
    (
        {"measures": [{"item": 7, "years": 1}, {"item": 5, "years": 3}], **SHANDONG},
        [
            "给予第五、七项措施的，应同时给予第十三项（记入数据库）措施",
            "第五、七项措施有期限，依84号应汇交；汇交对象包括两个文件规定的全部对象",
        ],
    ),
    (
        {"effective": "2027-01-21"},
        ["期限届满日取决于尚未公布的放假安排，预计在2027-02-03至2027-02-04之间"],
    ),
    ({"effective": "2026-12-20"}, ["期限届满日取决于尚未公布的放假安排，预计为2027-01-04"]),
    (
        {"received_by_province": "2026-03-09", "completed_by_province": "2026-03-12"},
        ["期限自首次收到之日起算；自补正完成之日起算的届满日为2026-03-26"],
    ),
    (
        {"received_by_province": "2026-03-09", "completed_by_province": "2027-01-21"},
        [
            "期限自首次收到之日起算；自补正完成之日起算的届满日预计在2027-02-03至2027-02-04之间",
        ],
    ),
]


@pytest.mark.parametrize(("more", "messages"), MESSAGES)
def test_a_finding_says_which_measures_and_which_days(more, messages):
    assert [one["message"] for one in route(**more)["findings"]] == messages


FACTS = FilingFacts("local", date(2026, 3, 2), (MeasureFact(13),))


def test_the_social_body_is_told_beside_the_two_hops_where_the_unit_reads_so():
    context = default_context((S84,)).with_readings(C9="inform_social_body")
    found = submission_route(replace(FACTS, social_science=True), context)
    assert told(found.as_json()) == [
        ("info", "inform_social_body", S84, 6, None, SOCIAL, "C9"),
    ]
    assert len(found.steps) == 2


def test_the_ten_days_run_from_completion_where_the_unit_reads_so():
    context = default_context((S84,)).with_readings(G10="from_completed")
    days = {"received_by_province": date(2026, 3, 9), "completed_by_province": date(2026, 3, 12)}
    found = submission_route(replace(FACTS, **days), context)
    assert told(found.as_json()) == [
        ("info", "counted_from_completion", S84, 20, None, COMPLETING, "G10"),
    ]
    assert found.steps[1].due == date(2026, 3, 26)
    elsewhere = default_context().with_readings(G10="from_completed")
    (counted,) = submission_route(replace(FACTS, **days), elsewhere).findings
    assert (counted.code, counted.citation.article) == ("counted_from_completion", 36)


def test_the_law_is_that_of_the_day_asked_for_else_of_the_day_of_effect():
    last = replace(
        FACTS,
        effective=date(2029, 10, 31),
        received_by_province=date(2029, 11, 5),
        completed_by_province=date(2029, 11, 8),
    )
    for reading in ("both_shown", "from_completed"):
        context = default_context((S84,)).with_readings(G10=reading)
        assert len(submission_route(last, context).steps) == 2
    early = replace(FACTS, effective=date(2022, 8, 24), received_by_province=date(2022, 8, 24))
    with pytest.raises(InstrumentNotInForce):
        submission_route(early, default_context())
    asked = replace(early, on=date(2022, 8, 25), completed_by_province=date(2022, 8, 24))
    assert [step.due for step in submission_route(asked, default_context()).steps] == [
        date(2022, 9, 7)
    ] * 2


ORDER = [
    (
        {"received_by_province": "2026-03-01"},
        "省级收到的日期早于决定生效的日期",
        "received_by_province",
    ),
    (
        {"completed_by_province": "2026-03-10"},
        "写明了补正完成的日期，还应写明省级收到的日期",
        "completed_by_province",
    ),
    (
        {"received_by_province": "2026-03-10", "completed_by_province": "2026-03-09"},
        "补正完成的日期早于省级收到的日期",
        "completed_by_province",
    ),
]


@pytest.mark.parametrize(("more", "message", "where"), ORDER)
def test_days_in_an_order_that_cannot_have_been_are_named(more, message, where):
    with pytest.raises(DatesReversed) as wrong:
        route(**more)
    assert (wrong.value.message, wrong.value.where) == (message, where)


def test_receipt_may_be_on_the_day_of_effect():
    assert route(received_by_province="2026-03-02")["required"] is True


def test_a_place_of_decision_there_is_not_is_named():
    with pytest.raises(UnknownCode) as wrong:
        submission_route(replace(FACTS, decided_by="province"), default_context())
    assert (wrong.value.message, wrong.value.where) == (
        "决定作出单位没有“province”",
        "decided_by",
    )
