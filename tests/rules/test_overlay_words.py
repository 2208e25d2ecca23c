"""What is said of a unit's rules that are laxer, by kind, and of names the law does not have."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.errors import OverlayLaxer, UnknownCode, UnknownParameters
from rules.instruments import instruments, provisions
from rules.law import N221
from rules.parameters import NAMES, value_words
from tests.rules.unit_rules import SINCE, loaded, parameter

ONE = timedelta(days=1)
TIERS = "tier.major.measures"
MAJOR = [2, 4, 5, 6, 7, 8, 9, 10, 12, 13]

# What the law says beneath, and how each kind of value stands to it.
RANGE = "（只能提高下限，上限不得改动；「期限为3"
EVERY = provisions((N221, *instruments()), SINCE)


def held(name):
    """The text and the place a parameter stands in."""
    citation = EVERY[name].citation
    return f"{citation.instrument}{citation.place}"


def written(name, value):
    """A value of a parameter as it is written wherever one is shown."""
    return value_words(replace(EVERY[name], value=value))


LAXER = [
    (
        "deadline.appeal",
        14,
        "为14个工作日，短于国科发监〔2022〕221号第四十一条规定的15个工作日（只能延长；「",
    ),
    (
        "deadline.investigation",
        7,
        "为7个月，长于国科发监〔2022〕221号第二十五条规定的6个月（只能缩短；「",
    ),
    (
        "deadline.supervision_notice",
        2,
        "为2个工作日（此前），晚于鲁科字〔2024〕130号第二十五条规定的3个工作日（此前）（只能提前；「",
    ),
    ("quorum.panel", 4, "为4人，少于国科发监〔2022〕221号第十七条规定的5人（只能增加；「"),
    ("coverage.cycle_years_most", 6, "为6年，多于关于进一步加强科研诚信建设的若干意见"),
    (
        "scope.annex",
        False,
        "为否，鲁科字〔2024〕84号第三条规定为是（不得取消；「具体行为清单见附件」）",
    ),
    (
        "submission.trigger",
        (),
        "缺少国科发监〔2022〕221号第三十六条规定的"
        f"{written('submission.trigger', (13,))}（只能增加，不能减少；「",
    ),
    (
        "tier.bounded",
        (5, 10),
        f"缺少{held('tier.bounded')}规定的{written('tier.bounded', (7, 9))}"
        "（只能增加，不能减少；「",
    ),
    (
        "tier.minor.measures",
        (1, 3),
        f"为{written('tier.minor.measures', (1, 3))}，不同于{held('tier.minor.measures')}规定的"
        f"{written('tier.minor.measures', (1, 3, 11))}（不得更改；「",
    ),
    (TIERS, (), f"为空，不同于{held(TIERS)}规定的{written(TIERS, MAJOR)}（不得更改；「"),
    ("tier.major.term", {"over": 0, "under": 2}, f"，上限不同于{held('tier.major.term')}规定的"),
    ("tier.serious.term", {"from": 2, "to": 5}, f"，下限低于{held('tier.serious.term')}规定的"),
    (
        "tier.serious.term",
        {"from": 2, "to": 4},
        f"，下限低于、上限不同于{held('tier.serious.term')}规定的",
    ),
    ("tier.serious.term", {"from": 2, "to": 4}, RANGE),
]


@pytest.mark.parametrize(("name", "value", "said"), LAXER)
def test_a_laxer_value_is_said_by_its_kind_with_the_text_it_is_held_against(name, value, said):
    with pytest.raises(OverlayLaxer) as refused:
        loaded(parameter(name, value))
    message = refused.value.message
    assert message.startswith(f"{name}（{NAMES[name]}）") and said in message
    assert message.endswith("」）")


def test_names_the_law_does_not_have_hide_nothing():
    with pytest.raises(UnknownParameters) as refused:
        loaded(
            parameter("deadline.appeal", 10),
            parameter("deadline.lunch", 1),
            parameter("quorum.lunch", 1),
            parameter("deadline.lunch", 2, SINCE + ONE),
            parameter("quorum.panel", 4),
        )
    found = refused.value
    assert (found.code, found.where) == ("unknown_code", "parameters.1.name")
    assert found.names == ("deadline.lunch", "quorum.lunch", "deadline.lunch")
    assert [where for where, _ in found.points] == ["parameters.0", "parameters.4"]
    assert found.message == "；".join(
        (
            "现行规定的参数中没有“deadline.lunch”、“quorum.lunch”",
            *(said for _, said in found.points),
        )
    )
    assert isinstance(found, UnknownCode)


def test_beside_an_unknown_name_another_mistake_is_told_later():
    with pytest.raises(UnknownParameters) as refused:
        loaded(
            parameter("deadline.appeal", 10),
            parameter("deadline.acceptance", 0),
            parameter("deadline.lunch", 1),
        )
    found = refused.value
    assert (found.where, found.points) == ("parameters.2.name", ())
    assert found.message == str(found) == "现行规定的参数中没有“deadline.lunch”"
