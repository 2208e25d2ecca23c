"""The annex of 84号, systems, training, talks, and orders to the first unit."""

from datetime import date

import pytest

from rules.codes import ANNEX_84
from rules.errors import UnknownCode
from rules.integrity.annex import DEFINITIONS, GROUPS, AnnexFacts, check_annex, hints
from rules.integrity.orders import DEFECTS, OrderFacts, StepInFacts, check_order, check_step_in
from rules.integrity.prevention import (
    SYSTEMS,
    TRAINING_NODES,
    TalkFacts,
    check_talk,
    check_training,
    check_unit,
)
from tests.rules.saying import said

ON = date(2026, 3, 2)
HINT = ("info", "not_translated", "第三条", "C15")


def test_five_groups_and_six_lists():
    assert list(GROUPS) == list(DEFINITIONS)
    assert list(GROUPS) == [
        "research_unit",
        "researcher",
        "review_expert",
        "service_agency",
        "managing_agency",
    ]
    lists = [number for own in GROUPS.values() for number in own]
    assert lists == [1, 2, 3, 4, 5, 6]
    assert GROUPS["managing_agency"] == (5, 6)
    assert "以及提供管理、服务的人员" in DEFINITIONS["researcher"].text
    assert {one.place for one in DEFINITIONS.values()} == {"第二条"}
    everybody = AnnexFacts(frozenset(GROUPS), tuple((number, 1) for number in lists))
    assert said(check_annex(everybody)) == [HINT]


@pytest.mark.parametrize("group", list(GROUPS))
@pytest.mark.parametrize("number", range(1, 7))
def test_an_item_belongs_to_its_own_group(group, number):
    outcome = check_annex(AnnexFacts(frozenset({group}), ((number, 1),)))
    other = ("error", "item_of_other_list", f"附件{'一二三四五六'[number - 1]}（一）", "C16")
    assert said(outcome) == ([HINT] if number in GROUPS[group] else [other, HINT])
    assert outcome.allowed is (number in GROUPS[group])


def test_somebody_may_be_of_several_groups_and_must_be_of_one():
    both = AnnexFacts(frozenset({"researcher", "review_expert"}), ((2, 9), (3, 2)))
    assert said(check_annex(both)) == [HINT]
    nobody = check_annex(AnnexFacts(frozenset(), ((2, 9),)))
    assert said(nobody) == [("error", "subject_group_missing", "第二条", None), HINT]
    assert said(check_annex(AnnexFacts(frozenset({"researcher"}), ()))) == []


def test_the_use_of_ai_is_an_item_of_researchers_alone():
    unit = check_annex(AnnexFacts(frozenset({"research_unit"}), ((2, 9),)))
    assert said(unit)[0][:3] == ("error", "item_of_other_list", "附件二（九）")
    assert unit.findings[0].message == (
        "附件二（九）不是这类责任主体的清单；请改选其清单中的项目，或补充类别。"
    )


def test_only_activities_of_the_province():
    outcome = check_annex(AnnexFacts(frozenset({"researcher"}), (), by_province=False))
    assert said(outcome) == [("error", "not_organised_by_province", "第二条", None)]


@pytest.mark.parametrize(
    ("found", "lawful"), [((), False), ((6, 7, 8), False), ((1,), True), ((5,), True)]
)
def test_no_floor_without_a_finding_under_article_2(found, lawful):
    facts = AnnexFacts(frozenset({"researcher"}), ((2, 4),), article_2=frozenset(found), floor=True)
    floor = ("error", "floor_without_article_2", "第三十二条", "C15")
    outcome = check_annex(facts)
    assert said(outcome) == ([HINT] if lawful else [floor, HINT])
    if not lawful:
        assert outcome.findings[0].message == (
            "附件所列的行为没有认定为第二条第一至第五项，不适用最低尺度；请先由人认定。"
        )


def test_hints_are_places_to_look_at():
    expected = {
        (2, 1): [4],
        (2, 2): [4],
        (2, 3): [1],
        (2, 4): [2],
        (2, 5): [3],
        (2, 6): [6, 7],
        (2, 8): [4],
        (2, 17): [5],
        (4, 2): [2, 3],
    }
    for code in ANNEX_84:
        found = hints(*code)
        assert [one.item for one in found] == expected.get(code, [8])
        assert {one.article for one in found} == {2}


@pytest.mark.parametrize(
    ("asks", "where"),
    [
        (lambda: hints(7, 1), "annex"),
        (lambda: check_annex(AnnexFacts(frozenset({"poet"}), ())), "groups"),
        (lambda: check_annex(AnnexFacts(frozenset({"researcher"}), ((2, 20),))), "items"),
        (
            lambda: check_annex(
                AnnexFacts(frozenset({"researcher"}), (), article_2=frozenset({9}))
            ),
            "article_2",
        ),
        (lambda: check_unit(frozenset({"coffee"})), "systems"),
        (lambda: check_training(frozenset({"birth"}), frozenset()), "reached"),
        (lambda: check_training(frozenset(), frozenset({"birth"})), "reached"),
        (lambda: check_step_in(StepInFacts(frozenset({"x"}), None, ON)), "defects"),
        (lambda: check_step_in(StepInFacts(frozenset(), "pray", ON)), "action"),
    ],
)
def test_codes_that_do_not_exist(asks, where):
    with pytest.raises(UnknownCode) as refused:
        asks()
    assert refused.value.where == where


def test_what_a_unit_has_to_set_up():
    places = ["第十条"] * 4 + ["（五）", "（五）", "（十三）", "（十四）"]
    names = [
        "publication_promise",
        "traceability",
        "result_checks",
        "records",
        "charter",
        "committee",
        "prevention",
        "handling_rules",
    ]
    assert said(check_unit(frozenset())) == [
        ("error", f"system_{name}_missing", place, None)
        for name, place in zip(names, places, strict=True)
    ]
    assert said(check_unit(frozenset(SYSTEMS))) == []
    (one,) = check_unit(frozenset(SYSTEMS) - {"records"}).findings
    assert one.message == "还没有建立原始数据资料和科研档案的统一管理；请建立。"


def test_training_at_every_node_reached():
    reached = frozenset({"entry", "project"})
    assert said(check_training(reached, frozenset({"entry"}))) == [
        ("error", "training_project_missing", "（十六）", None)
    ]
    assert said(check_training(frozenset(TRAINING_NODES), frozenset(TRAINING_NODES))) == []
    assert said(check_training(frozenset(), frozenset({"promotion"}))) == []
    labels = ["入学入职", "职称晋升", "参与科技计划项目"]
    found = check_training(frozenset(TRAINING_NODES), frozenset()).findings
    assert [one.message.partition("时没有")[0] for one in found] == labels


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (TalkFacts(True, False), ["talk_is_no_sanction"]),
        (TalkFacts(True, True), ["preventive_talk_decided", "talk_is_no_sanction"]),
        (
            TalkFacts(True, False, counted_as_prior=True),
            ["preventive_talk_counted", "talk_is_no_sanction"],
        ),
        (TalkFacts(True, False, recorded=False), ["talk_not_recorded", "talk_is_no_sanction"]),
        (TalkFacts(False, True), []),
        (TalkFacts(False, True, counted_as_prior=True), []),
        (TalkFacts(False, False), ["measure_without_decision"]),
    ],
)
def test_a_preventive_talk_is_neither_a_measure_nor_a_prior_offence(facts, codes):
    found = said(check_talk(facts))
    assert [row[1] for row in found] == codes
    for level, code, place, reading in found:
        assert level == ("info" if code == "talk_is_no_sanction" else "error")
        own = "第二十九条第一项" if code == "measure_without_decision" else "（十六）"
        assert (place, reading) == (own, None)


@pytest.mark.parametrize(
    ("facts", "rows"),
    [
        (OrderFacts(True, "甲大学", "2026-1", True), []),
        (OrderFacts(True, "甲大学", "2026-1"), [("warning", "order_open")]),
        (OrderFacts(True), [("error", "order_missing")]),
        (OrderFacts(True, " "), [("error", "order_missing")]),
        (OrderFacts(True, "甲大学", " ", True), [("error", "order_without_case")]),
        (
            OrderFacts(True, "甲大学"),
            [("error", "order_without_case"), ("warning", "order_open")],
        ),
        (OrderFacts(False, "甲大学", "2026-1"), [("error", "order_out_of_remit")]),
        (OrderFacts(False), []),
    ],
)
def test_a_department_orders_the_first_responsible_unit(facts, rows):
    outcome = check_order(facts)
    assert said(outcome) == [(*row, "第十四条", None) for row in rows]
    words = {
        "order_open": "确保其按照规定的程序和时限开展调查，并作出公正、公平的处理决定",
    }
    to_order = "对本级职权范围内举报和线索应责成第一责任主体开展调查处理"
    for finding in outcome.findings:
        assert finding.citation.text == words.get(finding.code, to_order)


ACCEPTED = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (StepInFacts(frozenset(), None, ACCEPTED), []),
        (StepInFacts(frozenset({"fairness"}), None, ACCEPTED), ["step_in_missing"]),
        (StepInFacts(frozenset({"procedure"}), "rectify", ACCEPTED), []),
        (StepInFacts(frozenset({"procedure"}), "rectify", ACCEPTED, ON), []),
        (StepInFacts(frozenset({"time_limit"}), "take_over", ACCEPTED, ACCEPTED), []),
        (StepInFacts(frozenset({"time_limit"}), "take_over", ACCEPTED, ON), ["clock_restarted"]),
        (StepInFacts(frozenset({"time_limit"}), "take_over", ACCEPTED), ["clock_restarted"]),
        (StepInFacts(frozenset(), "rectify", ACCEPTED), ["step_in_without_defect"]),
    ],
)
def test_stepping_in_keeps_the_clocks(facts, codes):
    assert said(check_step_in(facts)) == [("error", code, "第十四条", None) for code in codes]
    assert list(DEFECTS.values()) == ["程序", "时限", "公正、公平"]
