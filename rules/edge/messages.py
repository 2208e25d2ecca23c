"""Turns what pydantic says of bad input into the error of the contracts, in Chinese."""

from pydantic import ValidationError

from rules.errors import RuleInputError

_SAYINGS = {
    "json_invalid": ("invalid_json", "不是有效的JSON"),
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


def invalid(problem: ValidationError) -> InputInvalid:
    """The first thing wrong with the input, and how many more there are."""
    problems = problem.errors()
    first = problems[0]
    kind = first["type"]
    if kind.startswith("date"):
        kind = "invalid_date"
    code, message = _SAYINGS.get(kind, ("invalid_value", "不能使用的值"))
    if len(problems) > 1:
        message = f"{message}（另有{len(problems) - 1}处错误）"
    return InputInvalid(code, message, ".".join(str(part) for part in first["loc"]))
