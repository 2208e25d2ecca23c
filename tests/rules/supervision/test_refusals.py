"""Questions the rules of supervision cannot use: which error, where in the input, what words."""

from datetime import date

import pytest

from rules.context import default_context
from rules.deadlines import DueDateFacts, due_date
from rules.errors import DatesReversed, InstrumentNotInForce, NumberOutOfRange, UnknownCode
from rules.law import S84
from rules.supervision.consequences import (
    ConsequenceFacts,
    SupervisionMeasure,
    check_consequences,
)
from rules.supervision.opinion import (
    ObjectionFacts,
    OpinionFacts,
    check_objection,
    check_opinion,
)
from rules.supervision.plan import ChecklistFacts, PlanFacts, check_checklist, check_plan, checklist
from rules.supervision.rectification import BarFacts, check_bar
from rules.supervision.tolerance import ToleranceFacts, check_tolerance
from rules.supervision.ways import check_sample, check_way, sample_size

CONTEXT = default_context()
ON, BEFORE = date(2026, 3, 2), date(2026, 3, 1)


def tolerance(**more):
    return check_tolerance(ToleranceFacts(ON, **more), CONTEXT)


def consequences(subject, name):
    facts = ConsequenceFacts(ON, subject, False, (SupervisionMeasure(name),))
    return check_consequences(facts, CONTEXT)


@pytest.mark.parametrize(
    ("asks", "where", "message"),
    [
        (lambda: consequences("ghost", "talk"), "subject", "监督对象没有“ghost”"),
        (lambda: consequences("unit", "prison"), "measures", "130号的处理措施没有“prison”"),
        (
            lambda: check_opinion(OpinionFacts(frozenset({"mood"}))),
            "elements",
            "监督意见的内容没有“mood”",
        ),
        (
            lambda: check_objection(ObjectionFacts(ON, ON, against="weather"), CONTEXT),
            "against",
            "异议的对象没有“weather”",
        ),
        (
            lambda: check_plan(PlanFacts(ON, frozenset({"colour"}), 4), CONTEXT),
            "elements",
            "年度监督计划的内容没有“colour”",
        ),
        (lambda: checklist("party"), "stage", "监督环节没有“party”"),
        (
            lambda: check_checklist(ChecklistFacts("experts", frozenset({4}))),
            "judged",
            "该环节的监督内容没有“4”",
        ),
        (
            lambda: check_checklist(ChecklistFacts("guide", frozenset(), frozenset({0}))),
            "judged",
            "该环节的监督内容没有“0”",
        ),
        (lambda: check_way("small", "random"), "task", "监督任务没有“small”"),
        (lambda: check_way("key", "letter"), "way", "监督方式没有“letter”"),
        (lambda: tolerance(cause="laziness"), "cause", "第三十二条所列原因没有“laziness”"),
        (lambda: tolerance(misconduct="maybe"), "misconduct", "科研失信案件的状态没有“maybe”"),
        (
            lambda: tolerance(proved=frozenset({"luck"})),
            "proved",
            "第三十二条的条件没有“luck”",
        ),
    ],
)
def test_codes_130_does_not_have(asks, where, message):
    with pytest.raises(UnknownCode) as refused:
        asks()
    assert (refused.value.where, refused.value.message) == (where, message)


@pytest.mark.parametrize(
    ("asks", "error", "where", "message"),
    [
        (
            lambda: check_objection(ObjectionFacts(ON, BEFORE), CONTEXT),
            DatesReversed,
            "lodged",
            "提出异议的日期早于收到监督意见的日期",
        ),
        (
            lambda: check_bar(BarFacts(ON, ON, done=BEFORE)),
            DatesReversed,
            "done",
            "整改完毕的日期早于取消资格的日期",
        ),
        (lambda: sample_size(-1, ON, CONTEXT), NumberOutOfRange, "projects", "项目数不能小于0"),
        (
            lambda: check_sample(10, 11, ON, CONTEXT),
            NumberOutOfRange,
            "drawn",
            "抽取的项目数应在0与项目总数之间",
        ),
        (
            lambda: check_sample(10, -1, ON, CONTEXT),
            NumberOutOfRange,
            "drawn",
            "抽取的项目数应在0与项目总数之间",
        ),
    ],
)
def test_numbers_and_days_that_cannot_be(asks, error, where, message):
    with pytest.raises(error) as refused:
        asks()
    assert (refused.value.where, refused.value.message) == (where, message)


def test_the_least_there_can_be():
    assert sample_size(0, ON, CONTEXT) == 0
    assert [f.code for f in check_sample(10, 0, ON, CONTEXT).findings] == ["coverage_low"]
    started_and_done = check_bar(BarFacts(ON, ON, refused=True, done=ON, lifted=ON))
    assert started_and_done.findings == ()
    assert check_objection(ObjectionFacts(ON, ON), CONTEXT).in_time is True


def test_a_document_named_beside_is_in_force_on_the_day_as_well():
    last = date(2029, 12, 31)
    assert sample_size(10, last, CONTEXT) == 3
    with pytest.raises(InstrumentNotInForce) as refused:
        sample_size(10, last, default_context((S84,)))
    assert refused.value.message.startswith(f"{S84}在2029-12-31不适用")


def test_the_ten_days_of_an_objection_are_those_of_the_table_of_clocks():
    clock = due_date(DueDateFacts("supervision_objection", ON), CONTEXT, days=False)
    answer = check_objection(ObjectionFacts(ON, ON), CONTEXT)
    assert answer.clock == clock and clock.days is None
    assert answer.outcome.readings == clock.readings


def test_what_is_not_said_is_not_so():
    """Nobody is forgiven for what the file does not say (130号 32)."""
    found = tolerance()
    assert [(one.condition.name, one.met, one.proved) for one in found.conditions] == [
        ("cause", False, False),
        ("goal_missed", False, False),
        ("funds_proper", False, False),
        ("experts_confirmed", False, False),
        ("performer_diligent", False, False),
    ]
    assert [one.code for one in found.findings] == [
        "cause_not_met",
        "goal_missed_not_met",
        "funds_proper_not_met",
        "experts_confirmed_not_met",
        "performer_diligent_not_met",
        "original_records_missing",
        "failure_is_not_misconduct",
    ]
