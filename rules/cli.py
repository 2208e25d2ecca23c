"""``python -m rules COMMAND [FILE]``: JSON in, JSON out, as outside programs rely on it."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

from pydantic_core import to_json

from rules.arguments import HELP, parse, source, usage
from rules.edge.commands import COMMANDS, Command, Options, reply, schema
from rules.edge.files import SHAPES, frame
from rules.errors import RuleInputError

ANSWERED, UNUSABLE = 0, 2
# Lines written at once.
TOGETHER = 256


def main(arguments: Sequence[str], today: date) -> int:
    """Answer one command line; the exit code of the process."""
    try:
        request = parse(arguments, COMMANDS, SHAPES)
        if request.command == HELP:
            return _write(usage(COMMANDS, SHAPES).encode())
        if request.schema:
            return _write(to_json(_shape(request.command)))
        options = Options(request.days, today, frame(request), request.explain, request.why_not)
        with source(request.file) as lines:
            if request.lines:
                return _lines(COMMANDS[request.command], lines, options)
            return _write(reply(COMMANDS[request.command], lines.read(), options))
    except RuleInputError as refused:
        sys.stderr.buffer.write(to_json(refused.as_json()) + b"\n")
        return UNUSABLE


def _shape(name: str) -> dict[str, object]:
    if name in COMMANDS:
        return schema(COMMANDS[name])
    return {"input": SHAPES[name].model_json_schema()}


def _write(text: bytes) -> int:
    sys.stdout.buffer.write(text + b"\n")
    sys.stdout.buffer.flush()
    return ANSWERED


def _lines(command: Command, source: BinaryIO, options: Options) -> int:
    """One line out for each line in, in order; the exit tells whether any was bad."""
    exit_code = ANSWERED
    found: list[bytes] = []
    for line in source:
        try:
            found.append(reply(command, line, options))
        except RuleInputError as refused:
            found.append(to_json(refused.as_json()))
            exit_code = UNUSABLE
        if len(found) == TOGETHER:
            sys.stdout.buffer.write(b"\n".join(found) + b"\n")
            found.clear()
    sys.stdout.buffer.write(b"".join([line + b"\n" for line in found]))
    sys.stdout.buffer.flush()
    return exit_code
