"""The commands by name: the shape of their input and output, and the rule that answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Protocol

from pydantic import BaseModel, ValidationError

from rules.appeals import check_appeal
from rules.complaints import check_complaint
from rules.context import Context, default_context
from rules.deadlines import due_date
from rules.edge import inputs, outputs
from rules.edge.messages import invalid
from rules.filing import submission_route
from rules.jurisdiction import find_jurisdiction
from rules.sanctions import check_sanctions


@dataclass(frozen=True, slots=True)
class Options:
    """How to answer: with the account of days or without, and what day it is today."""

    days: bool
    today: date


class Answer(Protocol):
    """What a rule answers with."""

    def as_json(self) -> dict[str, object]:
        """The object of the contracts."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command: ``answer`` takes the validated input."""

    input: type[inputs.Input]
    output: type[BaseModel]
    answer: Callable[[Any, Context, Options], Answer]


def _sanctions(given: inputs.SanctionInput, context: Context, options: Options) -> Answer:
    return check_sanctions(given.facts(), context)


def _due_date(given: inputs.DueDateInput, context: Context, options: Options) -> Answer:
    return due_date(given.facts(), context, days=options.days)


def _complaint(given: inputs.ComplaintInput, context: Context, options: Options) -> Answer:
    return check_complaint(given.facts(), given.on or options.today, context)


def _appeal(given: inputs.AppealInput, context: Context, options: Options) -> Answer:
    return check_appeal(given.facts(), context)


def _route(given: inputs.FilingInput, context: Context, options: Options) -> Answer:
    return submission_route(given.facts(), context)


def _jurisdiction(given: inputs.JurisdictionInput, context: Context, options: Options) -> Answer:
    return find_jurisdiction(given.facts(), given.on or options.today, context)


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "check-sanctions": Command(inputs.SanctionInput, outputs.SanctionsOutput, _sanctions),
        "due-date": Command(inputs.DueDateInput, outputs.DueDateOutput, _due_date),
        "check-complaint": Command(inputs.ComplaintInput, outputs.ComplaintOutput, _complaint),
        "check-appeal": Command(inputs.AppealInput, outputs.AppealOutput, _appeal),
        "submission-route": Command(inputs.FilingInput, outputs.RouteOutput, _route),
        "find-jurisdiction": Command(
            inputs.JurisdictionInput, outputs.JurisdictionOutput, _jurisdiction
        ),
    }
)


def answer(command: Command, text: bytes, options: Options) -> dict[str, object]:
    """The JSON object that answers one JSON object.

    Raises RuleInputError for input the command cannot use.
    """
    try:
        given = command.input.model_validate_json(text)
    except ValidationError as problem:
        raise invalid(problem) from None
    context = default_context(given.instruments)
    return command.answer(given, context, options).as_json()


def schema(command: Command) -> dict[str, object]:
    """The JSON Schemas of input and output."""
    return {
        "input": command.input.model_json_schema(),
        "output": command.output.model_json_schema(by_alias=True, mode="serialization"),
    }
