"""What may be tried in place of a fact: which codes there are, and what is open to choose."""

import importlib
import pkgutil
from dataclasses import fields, is_dataclass

import pytest

import rules.procedure
from rules.appeals import AppealFacts
from rules.codes import CONDUCT, FACTORS, MEASURES
from rules.edge.commands import COMMANDS, schema
from rules.explain.choices import CODES, kind_of
from rules.explain.edits import SET, edit
from rules.filing import FilingFacts
from rules.jurisdiction import JurisdictionFacts, Matter
from rules.sanctions import SanctionFacts

# The facts a code is of, and where the shape of a question lists it.
SHAPED = {
    "SanctionFacts.conduct": ("check-sanctions", "conduct"),
    "SanctionFacts.factors": ("check-sanctions", "factors"),
    "SanctionFacts.powers": ("check-sanctions", "powers"),
    "AppealFacts.level": ("check-appeal", "level"),
    "AppealFacts.appellant": ("check-appeal", "appellant"),
    "JurisdictionFacts.domain": ("find-jurisdiction", "domain"),
    "FilingFacts.decided_by": ("submission-route", "decided_by"),
    "Matter.kind": ("find-jurisdiction", "matter.kind"),
}
CHOSEN = {
    "SanctionFacts": {"measures", "severity"},
    "PlanFacts": {"parts"},
    "PlanApprovalFacts": {"parts"},
    "AdmissionFacts": {"decision", "reason"},
    "FindingFacts": {"conduct", "severity", "exempting", "factors", "standard"},
}


def listed(field, defs):
    """The codes of a field of a JSON Schema: an enumeration, a range, a list of either."""
    field = defs[field["$ref"].removeprefix("#/$defs/")] if "$ref" in field else field
    if "anyOf" in field:
        return {code for one in field["anyOf"] for code in listed(one, defs)}
    if "items" in field:
        return listed(field["items"], defs)
    if "minimum" in field:
        return set(range(field["minimum"], field["maximum"] + 1))
    return set(field.get("enum", [field["const"]] if "const" in field else []))


def shaped(command, path):
    shape = schema(COMMANDS[command])["input"]
    defs, node = shape.get("$defs", {}), shape
    for name in path.split("."):
        node = defs[node["$ref"].removeprefix("#/$defs/")] if "$ref" in node else node
        node = node["properties"][name]
    return listed(node, defs)


@pytest.mark.parametrize("field", SHAPED)
def test_every_code_a_question_may_have_is_tried(field):
    assert set(CODES[field]) == shaped(*SHAPED[field])


def test_nothing_else_has_its_codes_listed():
    assert set(CODES) == set(SHAPED)
    assert CODES["SanctionFacts.conduct"] == tuple(CONDUCT)
    assert CODES["SanctionFacts.factors"] == tuple(FACTORS)
    assert CODES["SanctionFacts.powers"] == tuple(MEASURES)


def records():
    """Every kind of facts of the procedure, and of the commands."""
    kinds = {SanctionFacts, AppealFacts, FilingFacts, JurisdictionFacts, Matter}
    for module in pkgutil.iter_modules(rules.procedure.__path__, "rules.procedure."):
        found = vars(importlib.import_module(module.name)).values()
        kinds |= {one for one in found if isinstance(one, type) and is_dataclass(one)}
    return sorted(kinds, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", records(), ids=lambda kind: kind.__name__)
def test_what_is_the_deciders_to_choose_and_what_is_so_or_is_not(kind):
    facts = object.__new__(kind)
    changed = {field.name: edit((field.name,), SET, None, 1) for field in fields(kind)}
    chosen = {name for name, one in changed.items() if kind_of(facts, one) == "choice"}
    assert chosen == CHOSEN.get(kind.__name__, set())
