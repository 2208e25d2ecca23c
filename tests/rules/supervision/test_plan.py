"""The yearly plan, the check-lists, the ways and the samples of 130号, and what comes after."""

from datetime import date

import pytest

from rules.context import default_context
from rules.errors import InstrumentNotInForce, NumberOutOfRange, UnknownCode
from rules.law import P130, articles
from rules.supervision.follow_up import check_follow_up, three_years_over
from rules.supervision.plan import (
    PLAN_ELEMENTS,
    STAGES,
    ChecklistFacts,
    PlanFacts,
    check_checklist,
    check_plan,
    checklist,
)
from rules.supervision.scope import SUPERVISED, ScopeFacts, check_scope
from rules.supervision.ways import (
    TASKS,
    WAYS,
    RandomFacts,
    check_random,
    check_sample,
    check_way,
    sample_size,
)
from tests.rules.saying import said

CONTEXT = default_context()
ON = date(2026, 3, 2)
ELEMENTS = frozenset(PLAN_ELEMENTS)


@pytest.mark.parametrize(
    ("programmes", "code"),
    [
        (0, "too_few_key_programmes"),
        (2, "too_few_key_programmes"),
        (3, None),
        (5, None),
        (6, "too_many_key_programmes"),
    ],
)
def test_three_to_five_key_programmes_a_year(programmes, code):
    outcome = check_plan(PlanFacts(ON, ELEMENTS, programmes), CONTEXT)
    assert said(outcome) == ([] if code is None else [("error", code, "第十三条", None)])
    messages = {
        "too_few_key_programmes": "重点监督任务少于3个专项；请增加。",
        "too_many_key_programmes": "重点监督任务多于5个专项；请减少。",
    }
    for finding in outcome.findings:
        assert finding.message == messages[finding.code]
        assert finding.citation.text == "每年选取3至5个专项为重点监督任务"


def test_a_plan_states_six_elements():
    assert dict(PLAN_ELEMENTS) == {
        "subjects": "监督对象",
        "content": "内容",
        "time": "时间",
        "ways": "方式",
        "bodies": "实施主体",
        "results": "结果要求",
    }
    empty = check_plan(PlanFacts(ON, frozenset(), 4), CONTEXT)
    assert said(empty) == [
        ("error", f"plan_{name}_missing", "第十三条", None) for name in PLAN_ELEMENTS
    ]
    for name, label in PLAN_ELEMENTS.items():
        (finding,) = check_plan(PlanFacts(ON, ELEMENTS - {name}, 4), CONTEXT).findings
        assert finding.message == f"计划没有写明{label}；请补充。"
    with pytest.raises(UnknownCode) as refused:
        check_plan(PlanFacts(ON, ELEMENTS | {"colour"}, 4), CONTEXT)
    assert refused.value.where == "elements"


@pytest.mark.parametrize(
    "asks",
    [
        lambda on: check_plan(PlanFacts(on, ELEMENTS, 4), CONTEXT),
        lambda on: sample_size(10, on, CONTEXT),
        lambda on: check_random(RandomFacts(on, date(2020, 1, 1)), CONTEXT),
        lambda on: three_years_over(date(2024, 1, 1), on, CONTEXT),
        lambda on: check_scope(ScopeFacts(on, True, True), CONTEXT),
    ],
)
def test_only_from_2025_to_2029(asks):
    asks(date(2025, 1, 1))
    asks(date(2029, 12, 31))
    for on in (date(2024, 12, 31), date(2030, 1, 1)):
        with pytest.raises(InstrumentNotInForce):
            asks(on)


def test_23_items_in_six_stages():
    assert [len(checklist(stage)) for stage in STAGES] == [2, 5, 5, 4, 4, 3]
    assert [c.place for c in checklist("experts")] == [
        "第十九条第一项",
        "第十九条第二项",
        "第十九条第三项",
    ]
    assert dict(STAGES) == {
        "guide": 14,
        "application": 15,
        "approval": 16,
        "execution": 17,
        "acceptance": 18,
        "experts": 19,
    }
    assert checklist("guide")[0].text == "（一）指南编制是否符合科技规划、计划定位；"
    assert checklist("guide")[0].instrument == P130
    with pytest.raises(UnknownCode) as refused:
        checklist("party")
    assert refused.value.where == "stage"


def test_every_item_of_a_stage_is_judged():
    whole = frozenset({1, 2, 3})
    assert said(check_checklist(ChecklistFacts("experts", whole))) == []
    outcome = check_checklist(ChecklistFacts("experts", frozenset({1}), frozenset({3})))
    assert said(outcome) == [
        ("error", "item_not_judged", "第十九条第二项", None),
        ("info", "item_wanting", "第十九条第三项", None),
    ]
    assert outcome.findings[0].message == "第二项没有检查结论；请补充。"
    assert outcome.findings[1].message == "第三项有问题；请写入监督意见。"
    for judged, wanting in ((frozenset({4}), frozenset()), (whole, frozenset({0}))):
        with pytest.raises(UnknownCode) as refused:
            check_checklist(ChecklistFacts("experts", judged, wanting))
        assert refused.value.where == "judged"


def test_four_ways_and_which_task_calls_for_which():
    assert {way: citation.place for way, citation in WAYS.items()} == {
        "on_site": "第二十一条",
        "random": "第二十二条",
        "special": "第二十三条",
        "report": "第二十四条",
    }
    assert TASKS == ("key", "general")
    expected = {
        ("key", "random"): ("warning", "key_task_not_on_site", "第二十一条", None),
        ("general", "on_site"): ("warning", "general_task_not_random", "第二十二条", None),
    }
    for task in TASKS:
        for way in WAYS:
            row = expected.get((task, way))
            outcome = check_way(task, way)
            assert said(outcome) == ([] if row is None else [row])
            assert outcome.allowed
    for task, way, where in (("small", "random", "task"), ("key", "letter", "way")):
        with pytest.raises(UnknownCode) as refused:
            check_way(task, way)
        assert refused.value.where == where


@pytest.mark.parametrize(
    ("approved", "young"),
    [
        (date(2025, 3, 2), False),
        (date(2025, 3, 3), True),
        (date(2026, 3, 2), True),
        (date(2024, 2, 29), False),
    ],
)
def test_a_project_is_drawn_once_approved_a_year_ago(approved, young):
    outcome = check_random(RandomFacts(ON, approved), CONTEXT)
    rows = [("warning", "project_too_young", "第二十二条", None)]
    assert said(outcome) == (rows if young else [])
    assert outcome.allowed


def test_a_finished_project_is_not_drawn():
    outcome = check_random(RandomFacts(ON, date(2020, 1, 1), under_way=False), CONTEXT)
    assert said(outcome) == [("warning", "project_not_under_way", "第二十二条", None)]
    young = check_random(RandomFacts(ON, ON), CONTEXT).findings[0]
    assert young.message.startswith("立项不满1年，")


@pytest.mark.parametrize(
    ("projects", "least"), [(0, 0), (1, 1), (3, 1), (4, 2), (10, 3), (11, 4), (100, 30), (101, 31)]
)
def test_a_sample_is_30_in_100_rounded_up(projects, least):
    assert sample_size(projects, ON, CONTEXT) == least
    assert said(check_sample(projects, least, ON, CONTEXT)) == []
    if least:
        outcome = check_sample(projects, least - 1, ON, CONTEXT)
        assert said(outcome) == [("warning", "coverage_low", "第二十三条", None)]
        assert outcome.allowed
        assert outcome.findings[0].message == (
            f"抽取{least - 1}个，少于{least}个；请补足，或说明理由。"
        )


def test_counts_that_cannot_be():
    assert said(check_sample(10, 10, ON, CONTEXT)) == []
    for projects, drawn, where in ((-1, 0, "projects"), (10, 11, "drawn"), (10, -1, "drawn")):
        with pytest.raises(NumberOutOfRange) as refused:
            check_sample(projects, drawn, ON, CONTEXT)
        assert refused.value.where == where


ACCEPTED = date(2025, 5, 20)


DUE = ("info", "assessment_due", "第七条第六项", None)
EARLY = ("warning", "assessment_early", "第七条第六项", None)


@pytest.mark.parametrize(
    ("assessed", "on", "rows"),
    [
        (None, date(2026, 1, 5), []),
        (None, date(2028, 5, 19), []),
        (None, date(2028, 5, 20), [DUE]),
        (None, date(2029, 12, 31), [DUE]),
        (date(2027, 1, 5), date(2028, 6, 1), [EARLY]),
        (date(2028, 5, 19), date(2028, 5, 19), [EARLY]),
        (date(2028, 5, 20), date(2028, 6, 1), []),
        (date(2029, 11, 1), date(2029, 12, 31), []),
    ],
)
def test_the_use_of_three_years_is_assessed_and_no_period_is_set(assessed, on, rows):
    assert three_years_over(ACCEPTED, ON, CONTEXT) == date(2028, 5, 20)
    outcome = check_follow_up(ACCEPTED, assessed, on, CONTEXT)
    assert said(outcome) == rows
    assert outcome.allowed
    messages = {
        "assessment_due": "验收已满3年，请评估3年内的应用情况；条文没有规定评估的期限。",
        "assessment_early": ("评估时验收未满3年（2028-05-20期满）；期满后请补充评估，或说明理由。"),
    }
    for finding in outcome.findings:
        assert finding.message == messages[finding.code]
        assert finding.citation.text == "对项目验收后三年内应用情况进行评估"


@pytest.mark.parametrize(
    ("given", "how", "row"),
    [
        ({"provincial_fund": True, "provincial_department": True}, "directly", None),
        ({"provincial_fund": True}, "not", ("error", "outside_130", "第二条", None)),
        ({"provincial_department": True}, "not", ("error", "outside_130", "第二条", None)),
        (
            {"listed_in_38": True},
            "not",
            ("info", "analogy_not_chosen", "第三十八条", "analogy_38"),
        ),
        (
            {"listed_in_38": True, "chosen": True},
            "by_analogy",
            ("info", "by_analogy", "第三十八条", "analogy_38"),
        ),
        ({"chosen": True}, "not", ("error", "outside_130", "第二条", None)),
    ],
)
def test_which_projects_130_covers(given, how, row):
    answer = check_scope(ScopeFacts(ON, **given), CONTEXT)
    assert answer.how == how
    assert said(answer.outcome) == ([] if row is None else [row])
    assert answer.outcome.allowed is (row is None or row[0] == "info")


def test_not_to_choose_analogy_is_no_fault():
    (told,) = check_scope(ScopeFacts(ON, listed_in_38=True), CONTEXT).outcome.findings
    assert told.message == ("第三十八条所列的活动可以参照，没有选择参照；参照的，请在方案中写明。")


def test_a_province_may_always_follow_it_by_analogy():
    always = CONTEXT.with_readings(analogy_38="always")
    assert check_scope(ScopeFacts(ON, listed_in_38=True), always).how == "by_analogy"
    assert check_scope(ScopeFacts(ON), always).how == "not"


def test_whom_130_covers_in_the_words_of_article_4():
    assert list(SUPERVISED) == [
        "organiser",
        "department",
        "unit",
        "researcher",
        "reviewer",
        "agency",
    ]
    assert all(label in articles(P130)[4].text for label in SUPERVISED.values())
    for subject in (None, *SUPERVISED):
        answer = check_scope(ScopeFacts(ON, True, True, subject=subject), CONTEXT)
        assert (answer.how, answer.outcome.findings) == ("directly", ())


def test_the_list_of_article_4_is_open():
    answer = check_scope(ScopeFacts(ON, True, True, subject="other"), CONTEXT)
    assert answer.how == "directly"
    assert said(answer.outcome) == [("warning", "subject_not_listed", "第四条", None)]
    (told,) = answer.outcome.findings
    assert told.message == ("第四条没有列举这类监督对象；请说明其在项目中的职责，再决定是否监督。")
    assert all(label in told.citation.text for label in SUPERVISED.values())
    analogy = check_scope(ScopeFacts(ON, listed_in_38=True, chosen=True, subject="other"), CONTEXT)
    assert [row[1] for row in said(analogy.outcome)] == ["by_analogy", "subject_not_listed"]


@pytest.mark.parametrize("subject", ["research_unit", "review_expert", ""])
def test_the_groups_of_84_are_not_those_of_130(subject):
    with pytest.raises(UnknownCode) as refused:
        check_scope(ScopeFacts(ON, True, True, subject=subject), CONTEXT)
    assert refused.value.where == "subject"
    assert refused.value.message == f"监督对象没有“{subject}”"


@pytest.mark.parametrize(
    ("given", "also"),
    [
        ({"provincial_fund": True, "provincial_department": True}, []),
        ({}, ["outside_130"]),
        ({"listed_in_38": True}, ["analogy_not_chosen"]),
        ({"listed_in_38": True, "chosen": True}, ["by_analogy"]),
    ],
)
def test_only_the_checking_of_how_projects_are_run_is_supervision(given, also):
    answer = check_scope(ScopeFacts(ON, of_process=False, **given), CONTEXT)
    assert answer.how == "not"
    assert not answer.outcome.allowed
    assert said(answer.outcome)[0] == ("error", "not_supervision", "第三条", None)
    assert [row[1] for row in said(answer.outcome)] == ["not_supervision", *also]


def test_a_project_of_the_province_needs_no_analogy():
    answer = check_scope(ScopeFacts(ON, True, True, listed_in_38=True, chosen=True), CONTEXT)
    assert (answer.how, answer.outcome.findings) == ("directly", ())
