"""Asking check-integrity, with other readings where a test wants them."""

import json

from rules.context import default_context
from rules.edge.commands import COMMANDS
from rules.integrity import check_integrity
from tests.rules.ask import ask, measures

ON = "2026-11-24"


def decision(*given, **more):
    return {"effective": "2025-01-10", "measures": measures(*given), **more}


def check(*decisions, purpose="activity", kind="person", on=ON, readings=None, **more):
    facts = {"on": on, "kind": kind, "purpose": purpose, "decisions": list(decisions), **more}
    if readings is None:
        return ask("check-integrity", facts)
    command = COMMANDS["check-integrity"]
    given = command.input.model_validate_json(json.dumps(facts))
    context = default_context(given.instruments).with_readings(**readings)
    return check_integrity(given.facts(), context).as_json()


def said(found):
    return [
        (
            f["code"],
            f["citation"]["instrument"],
            f["citation"]["article"],
            f["citation"]["text"],
            f["reading"],
        )
        for f in found["findings"]
    ]
