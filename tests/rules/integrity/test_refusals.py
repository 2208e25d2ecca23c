"""Questions the integrity rules cannot use: which error, where in the input, in what words."""

from datetime import date

import pytest

from rules.context import default_context
from rules.errors import (
    DatesReversed,
    FactsContradict,
    InstrumentNotInForce,
    NumberOutOfRange,
    UnknownCode,
)
from rules.integrity import IntegrityFacts, RecordedDecision, Status, check_integrity
from rules.integrity.aftermath import OtherMeasureFacts, check_other_measure, check_use
from rules.integrity.annex import AnnexFacts, check_annex, hints
from rules.integrity.coverage import RoundFacts, check_round
from rules.integrity.exchange import check_panel
from rules.integrity.journals import Listing, check_journal
from rules.integrity.orders import StepInFacts, check_step_in
from rules.integrity.prevention import PromiseFacts, check_promise, check_training, check_unit
from rules.law import P130, S84
from rules.sanctions.facts import MeasureFact

CONTEXT = default_context()
ON = date(2026, 3, 2)
RESEARCHER = frozenset({"researcher"})


def checked(kind, purpose, **more):
    return check_integrity(IntegrityFacts(kind, purpose, ON, **more), CONTEXT)


def covered(**more):
    given = {"on": ON, "started": date(2023, 1, 10), "ended": ON, "papers": 10, "checked": 10}
    return check_round(RoundFacts(**{**given, **more}), CONTEXT)


@pytest.mark.parametrize(
    ("asks", "where", "message"),
    [
        (lambda: checked("person", "shopping"), "purpose", "审核事项没有“shopping”"),
        (lambda: checked("robot", "activity"), "kind", "申请人类别没有“robot”"),
        (lambda: hints(2, 20), "annex", "84号附件没有“(2, 20)”"),
        (lambda: hints(0, 1), "annex", "84号附件没有“(0, 1)”"),
        (
            lambda: check_annex(AnnexFacts(frozenset({"poet"}), ())),
            "groups",
            "责任主体没有“poet”",
        ),
        (
            lambda: check_annex(AnnexFacts(RESEARCHER, ((2, 1), (7, 1)))),
            "items",
            "84号附件没有“(7, 1)”",
        ),
        (
            lambda: check_annex(AnnexFacts(RESEARCHER, (), article_2=frozenset({0}))),
            "article_2",
            "第二条没有“0”",
        ),
        (
            lambda: check_annex(AnnexFacts(RESEARCHER, (), article_2=frozenset({9}))),
            "article_2",
            "第二条没有“9”",
        ),
        (
            lambda: check_other_measure(OtherMeasureFacts("exile", "法", "院")),
            "name",
            "《意见》（二十）的处理没有“exile”",
        ),
        (lambda: check_use("lottery", True), "use", "诚信状况的应用没有“lottery”"),
        (
            lambda: check_journal("甲刊", ON, (Listing("甲刊", "grey", ON),)),
            "listings",
            "期刊名单没有“grey”",
        ),
        (
            lambda: check_step_in(StepInFacts(frozenset({"style"}), None, ON)),
            "defects",
            "不到位之处没有“style”",
        ),
        (
            lambda: check_step_in(StepInFacts(frozenset(), "pray", ON)),
            "action",
            "介入的方式没有“pray”",
        ),
        (
            lambda: check_promise(PromiseFacts(ON, ON, subjects=frozenset({"luck"})), CONTEXT),
            "subjects",
            "承诺的内容没有“luck”",
        ),
        (
            lambda: check_promise(PromiseFacts(ON, ON, parts=frozenset({"seal"})), CONTEXT),
            "parts",
            "承诺书的部分没有“seal”",
        ),
        (lambda: check_unit(frozenset({"coffee"})), "systems", "单位的制度没有“coffee”"),
        (
            lambda: check_training(frozenset({"birth"}), frozenset()),
            "reached",
            "教育节点没有“birth”",
        ),
        (
            lambda: check_training(frozenset(), frozenset({"birth"})),
            "reached",
            "教育节点没有“birth”",
        ),
    ],
)
def test_codes_no_text_has(asks, where, message):
    with pytest.raises(UnknownCode) as refused:
        asks()
    assert (refused.value.where, refused.value.message) == (where, message)


@pytest.mark.parametrize(
    ("asks", "error", "where", "message"),
    [
        (
            lambda: checked("person", "activity", open_cases=-1),
            NumberOutOfRange,
            "open_cases",
            "在办案件的数目不能小于0",
        ),
        (
            lambda: checked("person", "exchange"),
            FactsContradict,
            "kind",
            "申报交流活动的应是单位",
        ),
        (lambda: checked("person", "voucher"), FactsContradict, "kind", "使用创新券的应是单位"),
        (
            lambda: covered(checked=11),
            NumberOutOfRange,
            "checked",
            "已核查的篇数应在0与总篇数之间",
        ),
        (
            lambda: covered(ended=date(2023, 1, 9)),
            DatesReversed,
            "ended",
            "核查结束的日期早于开始的日期",
        ),
        (
            lambda: covered(next_started=date(2026, 3, 1)),
            DatesReversed,
            "next_started",
            "下一轮开始的日期早于本轮结束的日期",
        ),
        (
            lambda: check_panel(1, 2, ON, CONTEXT),
            NumberOutOfRange,
            "finance",
            "财务专家应在0与专家总数之间",
        ),
        (
            lambda: check_journal("甲刊", ON, (Listing("甲刊", "black", ON, date(2026, 3, 1)),)),
            DatesReversed,
            "listings.0",
            "移出名单的日期早于列入的日期",
        ),
    ],
)
def test_numbers_and_days_that_cannot_be(asks, error, where, message):
    with pytest.raises(error) as refused:
        asks()
    assert (refused.value.where, refused.value.message) == (where, message)


def test_the_least_counts_there_can_be():
    assert covered(papers=0, checked=0).allowed
    assert not check_panel(0, 0, ON, CONTEXT).allowed
    assert check_journal("甲刊", ON, (Listing("甲刊", "black", ON, ON),)).lists == ("black",)
    assert covered(ended=date(2023, 1, 10), next_started=date(2023, 1, 10)).allowed


@pytest.mark.parametrize(
    ("asks", "beside", "on"),
    [
        (lambda on, law: check_promise(PromiseFacts(on, on), law), P130, date(2024, 11, 15)),
        (lambda on, law: check_round(RoundFacts(on, on, on, 1, 1), law), S84, date(2024, 10, 31)),
        (lambda on, law: check_panel(5, 2, on, law), S84, date(2029, 11, 1)),
    ],
)
def test_a_document_named_beside_is_in_force_on_the_day_as_well(asks, beside, on):
    assert asks(on, CONTEXT).allowed
    with pytest.raises(InstrumentNotInForce) as refused:
        asks(on, default_context((beside,)))
    assert refused.value.message.startswith(f"{beside}在{on}不适用")


def test_what_is_not_said_is_not_so():
    """A file that names neither number, end nor open case is a plain decision in force."""
    entry = (MeasureFact(13),)
    plain = RecordedDecision(ON, entry, None, "", Status.IN_FORCE, None, None, None, None)
    assert RecordedDecision(ON, entry) == plain
    facts = IntegrityFacts("person", "activity", ON, (plain,), 0)
    assert IntegrityFacts("person", "activity", ON, (plain,)) == facts
    (asked,) = check_integrity(facts, CONTEXT).findings
    assert asked.message == ("第1项处理决定没有写明期限，不能推算届满之日；请由人判断并记录理由。")
