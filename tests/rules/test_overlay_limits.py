"""A unit's own rules at the edges: what is said of rules that cannot be used, and the last days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rules.context import default_context
from rules.errors import OverlayInvalid, OverlayLaxer, RuleInputError
from rules.instruments import instruments
from rules.law import N221, P130, articles
from rules.overlays import Quotation, check_overlay, overlay
from rules.overlays.check import versions
from rules.overlays.strict import fits
from rules.parameters import value_words
from tests.rules.unit_rules import SINCE, loaded, parameter, unit_rules

ONE = timedelta(days=1)
LONG_AGO = date(2022, 8, 24)
SAID = [
    (unit_rules(number=N221), f"{N221}是已收录的文件，不能作为单位规定的文号"),
    (unit_rules(until=SINCE - ONE), "失效日期早于施行日期"),
    (unit_rules(citation=Quotation(3, "另有规定")), "第3条没有「另有规定」"),
    (unit_rules(citation=Quotation(9, "X")), "第9条没有「X」"),
    (
        unit_rules(parameter("quorum.panel", 7), parameter("quorum.panel", 9)),
        "quorum.panel在同一日期有两个值",
    ),
    (
        unit_rules(parameter("quorum.panel", 7, SINCE - ONE)),
        "参数的施行日期不在本规定的有效期内",
    ),
    (
        unit_rules(parameter("quorum.panel", 7, LONG_AGO), since=LONG_AGO),
        "2022-08-24没有规定quorum.panel的现行文件",
    ),
    (
        unit_rules(parameter("deadline.appeal", 15, unit="months")),
        "deadline.appeal的单位应为working_days",
    ),
    (unit_rules(parameter("quorum.panel", 0)), "quorum.panel不能取该值"),
]


def of(instrument: str, name: str):
    return next(one for one in instruments()[instrument].parameters if one.name == name)


@pytest.mark.parametrize(("rules", "message"), SAID)
def test_why_rules_cannot_be_used_is_said_in_words(rules, message):
    with pytest.raises(RuleInputError) as refused:
        overlay(rules)
    assert refused.value.message == message


def test_a_value_holds_until_the_day_before_the_next_one():
    later = SINCE + 30 * ONE
    one = loaded(parameter("quorum.panel", 7), parameter("quorum.panel", 9, later))
    found = [(v.parameter.value, v.first, v.last) for v in versions(one, "quorum.panel")]
    assert found == [(7, SINCE, later - ONE), (9, later, date.max)]


def test_the_last_day_of_a_law_is_one_of_its_days():
    last = replace(instruments()[N221], until=SINCE)
    check_overlay(loaded(parameter("quorum.panel", 7)), [last])
    with pytest.raises(OverlayInvalid):
        check_overlay(loaded(parameter("quorum.panel", 7)), [replace(last, until=SINCE - ONE)])


def test_rules_that_begin_on_the_last_day_of_a_value_are_held_against_it():
    base = instruments()[N221]
    old = of(N221, "deadline.acceptance")
    stricter = replace(old, value=10)
    longer = replace(old, since=SINCE + ONE)
    beneath = replace(base, parameters=(stricter, longer))
    with pytest.raises(OverlayLaxer, match="的10个工作日"):
        check_overlay(loaded(parameter("deadline.acceptance", 12)), [beneath])


def test_later_rules_of_a_unit_may_name_every_item_the_law_has():
    first = loaded(parameter("floor.conduct", (1, 2, 3, 4, 5, 8)))
    second = loaded(parameter("floor.conduct", (1, 2, 3, 4, 5, 6, 8)), number="甲大学〔2026〕2号")
    frame = default_context().with_overlays(first, second)
    assert frame.law(SINCE)["floor.conduct"].value == (1, 2, 3, 4, 5, 6, 8)


@pytest.mark.parametrize(
    ("years", "one_at_least"),
    [
        ({"over": 12, "to": 13}, True),
        ({"over": 12, "under": 13}, True),
        ({"over": 13, "to": 13}, False),
        ({"from": 13, "to": 13}, True),
        ({"from": 13, "under": 13}, False),
    ],
)
def test_a_range_of_years_has_a_month_in_it(years, one_at_least):
    assert fits(years, of(N221, "tier.serious.term")) is one_at_least


def test_the_values_of_the_law_itself_always_fit():
    for instrument in instruments().values():
        for one in instrument.parameters:
            value = tuple(one.value) if isinstance(one.value, list) else one.value
            assert fits(value, one), one.name


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ((1,), "第二条第一项"),
        ((1, 2), "第二条第一、二项"),
        ((1, 2, 3), "第二条第一至第三项"),
        ((1, 2, 4), "第二条第一、二、四项"),
        (("integrity", "unheard_of"), "第二条"),
    ],
)
def test_items_that_follow_one_another_are_a_span_from_three_on(items, words):
    said = value_words(replace(of(N221, "floor.conduct"), value=items))
    if isinstance(items[0], str):
        assert said.endswith("、unheard_of") and "integrity" not in said
    else:
        assert said == words


@pytest.mark.parametrize("instrument", ["国科发监〔2022〕221号", "鲁科字〔2024〕84号", P130])
def test_an_article_is_its_words_without_headings_or_annex(instrument):
    found = articles(instrument)
    assert list(found) == list(range(1, len(found) + 1))
    for one in found.values():
        assert "#" not in one.text
    (last,) = found[len(found)].lines
    assert last.startswith(("本规则自", "本办法自"))
