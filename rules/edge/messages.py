"""Turns what pydantic says of bad input into the error of the contracts, in Chinese."""

from difflib import get_close_matches

from pydantic import BaseModel, ValidationError

from rules.edge.shapes import Place, bounds, codes, names
from rules.edge.unreadable import unreadable
from rules.errors import RuleInputError

_SAYINGS = {
    "json_type": ("invalid_json", "不是有效的JSON"),
    "missing": ("missing_field", "缺少该字段"),
    "extra_forbidden": ("unknown_field", "没有该字段"),
    "literal_error": ("unknown_code", "不是规定的代码"),
    "enum": ("unknown_code", "不是规定的代码"),
    "greater_than": ("number_out_of_range", "数值超出范围"),
    "greater_than_equal": ("number_out_of_range", "数值超出范围"),
    "less_than_equal": ("number_out_of_range", "数值超出范围"),
    "string_too_short": ("invalid_value", "不能为空"),
    "model_type": ("invalid_type", "应为JSON对象"),
    "model_attributes_type": ("invalid_type", "应为JSON对象"),
    "dict_type": ("invalid_type", "应为JSON对象"),
    "too_long": ("invalid_value", "项数过多"),
    "tuple_type": ("invalid_type", "应为数组"),
    "list_type": ("invalid_type", "应为数组"),
    "bool_type": ("invalid_type", "应为true或false"),
    "int_type": ("invalid_type", "应为整数"),
    "int_from_float": ("invalid_type", "应为整数"),
    "string_type": ("invalid_type", "应为字符串"),
    "string_unicode": ("invalid_value", "字符串编码错误"),
    "invalid_date": ("invalid_date", "应为YYYY-MM-DD格式的日期"),
}


class InputInvalid(RuleInputError):
    """Input that does not have the shape of the command."""


def invalid(problem: ValidationError, model: type[BaseModel], text: bytes) -> InputInvalid:
    """The first thing wrong with the input of a model, and how many more there are."""
    problems = problem.errors()
    first = problems[0]
    kind, place = first["type"], first["loc"]
    if kind == "json_invalid":
        return InputInvalid("invalid_json", unreadable(text, first["ctx"]["error"]))
    if kind.startswith("date"):
        kind = "invalid_date"
    code, message = _SAYINGS.get(kind, ("invalid_value", "不能使用的值"))
    message += _instead(code, model, place)
    if len(problems) > 1:
        message = f"{message}（另有{len(problems) - 1}处错误）"
    return InputInvalid(code, message, ".".join(str(part) for part in place))


def _instead(code: str, model: type[BaseModel], place: Place) -> str:
    """What could stand there; nothing where the model does not say."""
    if code == "number_out_of_range":
        return _range(*bounds(model, place))
    if code == "unknown_code":
        known = codes(model, place)
        return f"，可用：{'、'.join(known)}" if known else ""
    return _fields(str(place[-1]), names(model, place[:-1])) if code == "unknown_field" else ""


def _range(least: int | None, most: int | None) -> str:
    if least is None:
        return "" if most is None else f"，应不大于{most}"
    return f"，应不小于{least}" if most is None else f"，应为{least}至{most}"


def _fields(given: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(given, known, 1)
    if near:
        return f"，是否应为{near[0]}"
    return f"，可用：{'、'.join(known)}" if known else ""
