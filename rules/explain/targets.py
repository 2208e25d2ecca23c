"""What an answer can be asked to become, and what stands in its way."""

from collections.abc import Callable
from typing import Any

from rules.appeals import ADMIT, REFUSE, AppealOutcome
from rules.codes import Severity
from rules.complaints import ACCEPT, DECLINE, FORWARD, ComplaintOutcome
from rules.errors import UnknownCode
from rules.explain.trial import common
from rules.outcome import Finding
from rules.sanctions import SanctionOutcome

LAWFUL, ALLOWED = "lawful", "allowed"
SEVERITIES = tuple(severity.value for severity in Severity)
_TARGETS: dict[type, tuple[str, ...]] = {
    SanctionOutcome: (LAWFUL, *SEVERITIES),
    ComplaintOutcome: (ACCEPT, FORWARD, DECLINE),
    AppealOutcome: (ADMIT, REFUSE),
}
Reached = Callable[[Any, Any], bool]


def targets(answer: Any) -> tuple[str, ...]:
    """What an answer of this kind may be asked to become, the usual one first."""
    return _TARGETS.get(type(answer), (ALLOWED,))


def reached(answer: Any, target: str | None) -> tuple[str, Reached]:
    """The target by name, and whether facts and their answer reach it; raises UnknownCode."""
    known = targets(answer)
    name = known[0] if target is None else target
    if name not in known:
        raise UnknownCode("目标", name, "why_not")
    if name == LAWFUL:
        return name, lambda facts, found: bool(found.lawful)
    if name == ALLOWED:
        return name, lambda facts, found: common(found).allowed
    if name in SEVERITIES:
        return name, lambda facts, found: _fits(facts.severity, found, name)
    return name, lambda facts, found: bool(found.advice == name)


def _fits(given: str | None, found: SanctionOutcome, severity: str) -> bool:
    return given == severity and found.lawful and severity in found.consistent


def blocking(answer: Any) -> tuple[Finding, ...]:
    """What stands in the way: the errors, without one every finding."""
    found = common(answer)
    return found.errors or tuple(found.findings)
