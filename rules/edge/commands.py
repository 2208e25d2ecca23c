"""The commands by name: the shape of their input and output, and the rule that answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from rules.appeals import check_appeal
from rules.complaints import check_complaint
from rules.context import Context
from rules.deadlines import due_date
from rules.edge import discretion, inputs, outputs, writing
from rules.edge.explain import ExplainedOutput, Instead, added
from rules.edge.frame import BUILT_IN, Frame
from rules.edge.integrity import IntegrityInput, IntegrityOutput
from rules.edge.reading import read_as
from rules.edge.supervision import ToleranceInput, ToleranceOutput
from rules.edge.writing import Answer, plain
from rules.errors import InstrumentNotInForce
from rules.filing import submission_route
from rules.integrity import check_integrity
from rules.jurisdiction import find_jurisdiction
from rules.sanctions import check_sanctions
from rules.supervision import check_tolerance


@dataclass(frozen=True, slots=True)
class Options:
    """How to answer: with the account of days or without, what day it is, under what frame.

    ``explain`` and ``why_not`` (None: not asked, "": the usual target) add to the answer.
    """

    days: bool
    today: date
    frame: Frame = BUILT_IN
    explain: bool = False
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class Command:
    """One command: ``answer`` takes the validated input, ``write`` turns its answer into JSON.

    ``day`` is the field that says whose law applies where ``on`` is not given.
    """

    input: type[inputs.Input]
    output: type[BaseModel]
    answer: Callable[[Any, Context, Options], Answer]
    write: Callable[[Any], bytes] = plain
    day: str = "on"

    def ask(self, given: Any, context: Context, options: Options) -> Answer:
        """The answer to validated input; raises what the rule raises, with the field to change."""
        try:
            return self.answer(given, context, options)
        except InstrumentNotInForce as refused:
            if given.on is None:
                refused.where = self.day
            raise


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


def _integrity(given: IntegrityInput, context: Context, options: Options) -> Answer:
    return check_integrity(given.facts(), context)


def _proposal(given: discretion.ProposalInput, context: Context, options: Options) -> Answer:
    return discretion.answer(given, context)


def _tolerance(given: ToleranceInput, context: Context, options: Options) -> Answer:
    return check_tolerance(given.facts(), context)


COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "check-sanctions": Command(
            inputs.SanctionInput, outputs.SanctionsOutput, _sanctions, writing.sanctions
        ),
        "due-date": Command(
            inputs.DueDateInput, outputs.DueDateOutput, _due_date, writing.due_date, "start"
        ),
        "check-complaint": Command(inputs.ComplaintInput, outputs.ComplaintOutput, _complaint),
        "check-appeal": Command(inputs.AppealInput, outputs.AppealOutput, _appeal, day="served"),
        "submission-route": Command(
            inputs.FilingInput, outputs.RouteOutput, _route, day="effective"
        ),
        "find-jurisdiction": Command(
            inputs.JurisdictionInput, outputs.JurisdictionOutput, _jurisdiction
        ),
        "propose-severity": Command(discretion.ProposalInput, discretion.ProposalOutput, _proposal),
        "check-integrity": Command(IntegrityInput, IntegrityOutput, _integrity),
        "check-tolerance": Command(ToleranceInput, ToleranceOutput, _tolerance),
    }
)


def respond(command: Command, text: bytes, options: Options) -> Answer:
    """What the rule answers to one JSON object.

    Raises RuleInputError for input the command cannot use.
    """
    given = read_as(command.input, text)
    return command.ask(given, options.frame.context(given.instruments), options)


def answer(command: Command, text: bytes, options: Options) -> dict[str, object]:
    """The JSON object that answers one JSON object; raises as ``respond`` does."""
    return respond(command, text, options).as_json()


def reply(command: Command, text: bytes, options: Options) -> bytes:
    """The same as text in UTF-8; raises as ``respond`` does."""
    if options.explain or options.why_not is not None:
        return to_json(explained(command, text, options))
    return command.write(respond(command, text, options))


def explained(command: Command, text: bytes, options: Options) -> dict[str, object]:
    """The answer with why it is so, or what would change it, as the options ask.

    Raises as ``respond`` does, and UnknownCode for a target the command does not have.
    """
    given: Any = read_as(command.input, text)
    context = options.frame.context(given.instruments)
    quickly = replace(options, days=False)

    def rule(facts: object) -> Answer:
        return command.ask(Instead(given, facts), context, quickly)

    facts = given.facts()
    more = added(rule, facts, context, explain=options.explain, target=options.why_not)
    return {**command.ask(given, context, options).as_json(), **more}


def schema(command: Command) -> dict[str, object]:
    """The JSON Schemas of input and output."""
    return {
        "input": command.input.model_json_schema(),
        "output": command.output.model_json_schema(),
        "explained": ExplainedOutput.model_json_schema(),
    }
