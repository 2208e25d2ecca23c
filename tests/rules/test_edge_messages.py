"""What is said of input that cannot be read: what could stand there, or where the text breaks."""

import json
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from rules.edge.commands import COMMANDS, Options, answer, explained
from rules.edge.messages import InputInvalid
from rules.edge.reading import read_as
from rules.edge.shapes import bounds, codes, names
from rules.edge.unreadable import unreadable
from rules.errors import InstrumentNotInForce, UnknownInstrument
from tests.rules.ask import TODAY
from tests.rules.test_complaints import GOOD

CLOCK = '{"rule": "investigation", "start": "2026-03-02"'
NOT_UTF8 = "文件不是UTF-8编码，请另存为UTF-8"
NOTHING = "没有内容，应为一个JSON对象"
BROKEN = [
    (b"\xef\xbb\xbf" + CLOCK.encode() + b"}", "文件开头有BOM，请去掉"),
    (f"{CLOCK}}}".encode("utf-16"), NOT_UTF8),
    (f"{CLOCK}}}".encode("utf-16-le"), NOT_UTF8),
    (b"\xfe\xff" + f"{CLOCK}}}".encode("utf-16-be"), NOT_UTF8),
    (b"\xff\xfe", NOT_UTF8),
    (b"\xfe\xff", NOT_UTF8),
    ('{"rule": "复查"}'.encode("gbk"), NOT_UTF8),
    (b"", NOTHING),
    (b" \r\n", NOTHING),
    (b"[" * 5000, "不是有效的JSON：第1行第202列处嵌套层数过多"),
    (
        f'{CLOCK},\n"extension_months": 1{"0" * 5000}}}'.encode(),
        "不是有效的JSON：第2行第4322列处的数字过长",
    ),
    (f"{CLOCK},\n}}".encode(), "不是有效的JSON：第2行第1列前有多余的逗号"),
    (f"{CLOCK},}}".encode(), "不是有效的JSON：第1行第49列前有多余的逗号"),
    (
        f"{CLOCK}}}\n{CLOCK}}}".encode(),
        "不是有效的JSON：第2行第1列起是多余的内容，只能有一个JSON对象",
    ),
    (CLOCK.encode(), "不是有效的JSON：第1行第47列后缺少结尾，内容不完整"),
    (f"{CLOCK},\n".encode(), "不是有效的JSON：第1行第48列后缺少结尾，内容不完整"),
    ('{"名\n":\n "甲大学'.encode(), "不是有效的JSON：第2行第1列处的字符串中有换行等控制字符"),
    ('{"甲":\n "甲大学'.encode(), "不是有效的JSON：第2行第5列后缺少结尾，内容不完整"),
    (b"{'rule': 1}", "不是有效的JSON：第1行第2列处的字段名应加双引号"),
    ('{"甲": 1 "乙": 2}'.encode(), "不是有效的JSON：第1行第9列处缺少逗号或右括号"),
    ('{"甲": 乙}'.encode(), "不是有效的JSON：第1行第7列处有错误"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_text_that_is_no_json_says_where_it_breaks_or_how_it_is_written(text, message):
    with pytest.raises(InputInvalid) as refused:
        read_as(COMMANDS["due-date"].input, text)
    error = {"code": "invalid_json", "message": message, "where": ""}
    assert refused.value.as_json() == {"error": error}


def test_words_of_the_parser_without_a_place_are_left_out():
    assert unreadable(b"{}", "EOF") == "不是有效的JSON"


SANCTION = {"on": "2024-07-01", "conduct": [1], "measures": [{"item": 2}]}
RULES = "、".join(
    (
        "acceptance、inform_participants、investigation、appeal、appeal_admission、review",
        "re_review_admission、re_review、report_upward、submit_to_national、submit_direct",
        "supervision_objection、supervision_notice",
    )
)
INSTEAD = [
    ("due-date", {"rule": "x", "start": "2026-03-02"}, f"不是规定的代码，可用：{RULES}"),
    (
        "check-sanctions",
        {**SANCTION, "severity": "grave"},
        "不是规定的代码，可用：minor、major、serious、especially_serious",
    ),
    (
        "check-sanctions",
        {**SANCTION, "respondent": {"kind": "dog"}},
        "不是规定的代码，可用：person、organisation",
    ),
    (
        "check-sanctions",
        {**SANCTION, "involves": ["project", "moon"]},
        "不是规定的代码，可用：project、award、talent",
    ),
    ("check-sanctions", {**SANCTION, "measure": []}, "没有该字段，是否应为measures"),
    (
        "check-sanctions",
        {**SANCTION, "respondent": {"kind": "person", "colour": 1}},
        "没有该字段，可用：kind、party_member、public_servant",
    ),
    (
        "check-sanctions",
        {**SANCTION, "measures": [{"item": 2}, {"item": 5, "year": 1}]},
        "没有该字段，是否应为years",
    ),
    (
        "check-sanctions",
        {**SANCTION, "measures": [{"item": 15, "colour": 1}]},
        "数值超出范围，应为1至14（另有1处错误）",
    ),
]


@pytest.mark.parametrize(("command", "given", "message"), INSTEAD)
def test_what_could_stand_there_is_said(command, given, message):
    with pytest.raises(InputInvalid) as refused:
        read_as(COMMANDS[command].input, json.dumps(given).encode())
    assert refused.value.message == message


class Inner(BaseModel):
    """A record inside another."""

    model_config = ConfigDict(extra="forbid")

    few: int = Field(ge=2)


class Outer(BaseModel):
    """Places of every shape."""

    plain: int
    most: int = Field(le=9)
    both: str | Annotated[int, Field(ge=3, le=4)]
    either: Literal["a", "b"] | None
    inner: Inner | None
    pair: tuple[Inner, Literal["c", "d"]]
    many: tuple[Inner, ...]


PLACES = [
    (("plain",), (None, None), (), ()),
    (("most",), (None, 9), (), ()),
    (("both",), (3, 4), (), ()),
    (("either",), (None, None), ("a", "b"), ()),
    (("inner",), (None, None), (), ("few",)),
    (("inner", "few"), (2, None), (), ()),
    (("pair", 0, "few"), (2, None), (), ()),
    (("pair", 1), (None, None), ("c", "d"), ()),
    (("pair", 2), (None, None), (), ()),
    (("many", 7), (None, None), (), ("few",)),
    (("many", "few"), (None, None), (), ()),
    (("inner", 0), (None, None), (), ()),
    (("nowhere", "few"), (None, None), (), ()),
    ((), (None, None), (), ("plain", "most", "both", "either", "inner", "pair", "many")),
]


@pytest.mark.parametrize(("place", "numbers", "words", "fields"), PLACES)
def test_a_place_of_a_model_knows_what_it_takes(place, numbers, words, fields):
    found = (bounds(Outer, place), codes(Outer, place), names(Outer, place))
    assert found == (numbers, words, fields)


def test_what_day_decides_is_named_where_the_answer_is_explained_as_well():
    asked = {"rule": "review", "start": "2022-08-24"}
    for more, where in (({}, "start"), ({"on": "2022-08-24"}, "on")):
        text = json.dumps({**asked, **more}).encode()
        with pytest.raises(InstrumentNotInForce) as refused:
            explained(COMMANDS["due-date"], text, Options(True, TODAY, explain=True))
        assert refused.value.where == where


def test_where_today_decides_the_day_to_give_is_named():
    asked = {name: value for name, value in GOOD.items() if name != "on"}
    early = Options(True, TODAY.replace(year=2021))
    with pytest.raises(InstrumentNotInForce) as refused:
        answer(COMMANDS["check-complaint"], json.dumps(asked).encode(), early)
    assert refused.value.where == "on"


def test_of_several_instruments_the_first_unknown_one_is_named_each_time():
    given = {**SANCTION, "instruments": ["国科发监〔2022〕221号", "19号令", "20号令"]}
    for _ in range(2):
        with pytest.raises(UnknownInstrument) as refused:
            answer(COMMANDS["check-sanctions"], json.dumps(given).encode(), Options(True, TODAY))
        assert refused.value.where == "instruments.1"
