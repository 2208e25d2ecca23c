"""``python -m rules COMMAND [FILE]``: JSON in, JSON out, as outside programs rely on it."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pydantic_core import to_json

from rules.edge.commands import COMMANDS, Command, Options, answer, schema
from rules.errors import RuleInputError

ANSWERED, UNUSABLE = 0, 2


class Usage(RuleInputError):
    """A command line that names no command, or more than there is."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__("usage", message, where)


class Request(NamedTuple):
    """The command line, taken apart; ``schema`` asks for the shapes instead of an answer."""

    command: Command
    schema: bool
    file: str | None
    lines: bool
    days: bool


def parse(arguments: Sequence[str]) -> Request:
    """Take the command line apart; raises Usage."""
    flags = {a for a in arguments if a.startswith("--")}
    words = [a for a in arguments if not a.startswith("--")]
    if unknown := sorted(flags - {"--lines", "--no-days"}):
        raise Usage(f"没有选项{unknown[0]}", unknown[0])
    wants_schema = words[:1] == ["schema"]
    if wants_schema:
        words = words[1:]
    if not words or words[0] not in COMMANDS:
        raise Usage(f"请写明命令：{'、'.join(COMMANDS)}，或schema加命令", "command")
    if len(words) > (1 if wants_schema else 2):
        raise Usage("参数过多", words[-1])
    file = words[1] if len(words) == 2 else None
    lines, days = "--lines" in flags, "--no-days" not in flags
    return Request(COMMANDS[words[0]], wants_schema, file, lines, days)


def main(arguments: Sequence[str], today: date) -> int:
    """Answer one command line; the exit code of the process."""
    try:
        request = parse(arguments)
        if request.schema:
            return _write(schema(request.command))
        with _source(request.file) as source:
            if request.lines:
                return _lines(request, source, today)
            return _write(answer(request.command, source.read(), Options(request.days, today)))
    except RuleInputError as refused:
        sys.stderr.buffer.write(to_json(refused.as_json()) + b"\n")
        return UNUSABLE


def _source(file: str | None) -> BinaryIO:
    if file is None or file == "-":
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as problem:
        raise Usage(f"不能读取文件{file}（{problem.strerror}）", file) from None


def _write(found: dict[str, object]) -> int:
    sys.stdout.buffer.write(to_json(found) + b"\n")
    sys.stdout.buffer.flush()
    return ANSWERED


def _lines(request: Request, source: BinaryIO, today: date) -> int:
    """One line out for each line in, in order; the exit tells whether any was bad."""
    options = Options(request.days, today)
    command, write = request.command, sys.stdout.buffer.write
    exit_code = ANSWERED
    for line in source:
        try:
            found = answer(command, line, options)
        except RuleInputError as refused:
            found = refused.as_json()
            exit_code = UNUSABLE
        write(to_json(found) + b"\n")
    sys.stdout.buffer.flush()
    return exit_code
