"""The command line taken apart: the command, its file and its options."""

import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from rules.errors import RuleInputError

HELP = "help"
_FLAGS = frozenset({"--lines", "--no-days", "--explain", "--why-not", "--help"})
_VALUED = frozenset({"--overlay", "--readings", "--benchmark"})
# The options only one command has a use for.
_ONLY: Mapping[str, str] = MappingProxyType(
    {"--no-days": "due-date", "--benchmark": "propose-severity"}
)
USAGE = """用法：python -m rules 命令 [文件]      从文件或标准输入读取一个JSON对象，写出一个JSON对象
      python -m rules schema 命令      输出该命令的输入、输出的JSON Schema

命令：{commands}
文件格式（schema）：{shapes}

选项：
  --lines               每行一个JSON对象，逐行作答
  --no-days             due-date不列出逐日说明
  --overlay 文件        适用单位自己的规定（可重复），低于国家规定的不予采用
  --readings 名=值      采用某一解读（可重复）；也可给出JSON文件
  --benchmark 文件      适用单位的裁量基准，只用于propose-severity
  --explain             说明每项结论由哪些事实和条文得出
  --why-not[=目标]      说明怎样改变可以得到允许的结论（或目标情节）
  --help                显示本说明

退出码：0 已作答；2 不能使用的输入，标准错误输出为{{"error": {{"code", "message", "where"}}}}"""


_REASONS: Mapping[type[Exception], str] = MappingProxyType(
    {
        FileNotFoundError: "没有该文件",
        IsADirectoryError: "是目录，不是文件",
        PermissionError: "无权读取",
    }
)


class Usage(RuleInputError):
    """A command line that names no command, or more than there is."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__("usage", message, where)


class Request(NamedTuple):
    """The command line, taken apart; ``schema`` asks for the shapes instead of an answer.

    ``why_not`` is None where it is not asked, else the target or nothing.
    """

    command: str
    schema: bool = False
    file: str | None = None
    lines: bool = False
    days: bool = True
    overlays: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    benchmark: str | None = None
    explain: bool = False
    why_not: str | None = None


def _options(arguments: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The arguments as (option, value), a word as ("", word)."""
    rest = iter(arguments)
    for one in rest:
        name, equals, value = one.partition("=")
        if not one.startswith("--"):
            yield "", one
        elif name in _VALUED:
            given = value if equals else next(rest, "")
            if not given:
                raise Usage(f"选项{name}后应写明文件或取值", name)
            yield name, given
        elif name not in _FLAGS or (equals and name != "--why-not"):
            raise Usage(f"没有选项{one}", one)
        else:
            yield name, value


def parse(
    arguments: Sequence[str], commands: Iterable[str], shapes: Container[str] = ()
) -> Request:
    """Take the command line apart; raises Usage."""
    given = list(_options(arguments))
    flags = dict(given)
    words = [word for name, word in given if not name]
    if "--help" in flags:
        return Request(HELP)
    wants_schema = words[:1] == ["schema"]
    if wants_schema:
        words = words[1:]
    if not words or (words[0] not in commands and not (wants_schema and words[0] in shapes)):
        raise Usage(f"请写明命令：{'、'.join(commands)}，或schema加命令", "command")
    if len(words) > (1 if wants_schema else 2):
        raise Usage("参数过多", words[-1])
    _check_used(flags, words[0], wants_schema)
    return Request(
        command=words[0],
        schema=wants_schema,
        file=words[1] if len(words) == 2 else None,
        lines="--lines" in flags,
        days="--no-days" not in flags,
        overlays=tuple(value for name, value in given if name == "--overlay"),
        readings=tuple(value for name, value in given if name == "--readings"),
        benchmark=flags.get("--benchmark"),
        explain="--explain" in flags,
        why_not=flags.get("--why-not"),
    )


def _check_used(flags: Mapping[str, str], command: str, schema: bool) -> None:
    """An option without effect is refused: who wrote it expects one."""
    for name in filter(None, flags):
        if schema:
            raise Usage(f"schema不使用选项{name}，请去掉", name)
        if _ONLY.get(name, command) != command:
            raise Usage(f"{command}不使用选项{name}，该选项只用于{_ONLY[name]}", name)


def usage(commands: Iterable[str], shapes: Iterable[str]) -> str:
    """How the command line is used, for a person."""
    return USAGE.format(commands="、".join(commands), shapes="、".join(shapes))


def source(file: str | None) -> BinaryIO:
    """The file, or standard input; raises Usage for one that cannot be read."""
    if file is None or file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except (OSError, ValueError) as problem:
        reason = _REASONS.get(type(problem), "请核对文件名和权限")
        raise Usage(f"不能读取文件{file}（{reason}）", file) from None


def content(file: str) -> bytes:
    """A whole file; raises Usage."""
    with source(file) as found:
        return found.read()
