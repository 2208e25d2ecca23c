"""The figures and choices of the law in Chinese, for the pages that are made from them."""

from collections.abc import Mapping
from typing import Any

from rules.deadlines import RULES
from rules.instruments import Parameter
from rules.outcome import Level
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
UNITS = {
    "working_days": "个工作日",
    "working_days_before": "个工作日（此前）",
    "months": "个月",
    "years": "年",
    "accounting_years": "个会计年度",
    "persons": "人",
    "people": "人",
    "programmes": "项",
    "percent": "%",
    None: "",
}
BOUNDS = {"over": "超过{}", "from": "{}以上（含本数）", "to": "{}以下（含本数）", "under": "不足{}"}
DEADLINE = "deadline."


def value(parameter: Parameter) -> str:
    """「15个工作日」, 「第5、7、9项」, 「超过0年、不足3年」."""
    given, unit = parameter.value, UNITS.get(parameter.unit, parameter.unit or "")
    if isinstance(given, Mapping):
        return "、".join(BOUNDS[key].format(f"{number}{unit}") for key, number in given.items())
    return f"{_plain(given)}{unit}"


def _plain(given: Any) -> str:
    if isinstance(given, bool):
        return "是" if given else "否"
    if isinstance(given, list | tuple):
        listed = "、".join(map(str, given))
        return f"第{listed}项" if all(isinstance(one, int) for one in given) else listed
    return str(given)


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
        f"{title(parameter)}：{value(parameter)}，{firm}；自{parameter.since}起；"
        f"{STRICTER.get(parameter.strict, parameter.strict)}。依据「{parameter.citation.text}」"
    )
