"""The figures and choices of the law in Chinese, for the pages that are made from them."""

from rules.deadlines import RULES
from rules.instruments import Parameter
from rules.outcome import Level
from rules.parameters import value_words
from rules.readings.model import Chooser

LEVELS = {Level.ERROR: "不得", Level.WARNING: "提示", Level.INFO: "说明"}
CHOOSERS = {
    Chooser.NOBODY: "固定，不可另选",
    Chooser.UNIT: "本单位可以选定",
    Chooser.PROVINCE: "省级科技行政部门可以选定",
}
STRICTER = {
    "lower": "单位的规定只能更短（少）",
    "higher": "单位的规定只能更长（多、重）",
    "superset": "单位的规定只能增加",
    "subset": "单位的规定只能减少",
    "fixed": "单位的规定不得改变",
}
DEADLINE = "deadline."


def title(parameter: Parameter) -> str:
    """What a parameter is called: its clock in Chinese, else the name used in a unit's overlay."""
    name = parameter.name.removeprefix(DEADLINE)
    if name != parameter.name and name in RULES:
        return f"期限：{RULES[name].label}（`{parameter.name}`）"
    return f"`{parameter.name}`"


def described(parameter: Parameter) -> str:
    """A parameter as one line of a list."""
    firm = "应当" if parameter.hard else "一般"
    return (
        f"{title(parameter)}：{value_words(parameter)}，{firm}；自{parameter.since}起；"
        f"{STRICTER.get(parameter.strict, parameter.strict)}。依据「{parameter.citation.text}」"
    )
