"""How the tables of guards are written: the lawful facts, then each single defect of them."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Any

from rules.context import default_context
from rules.outcome import Outcome


@dataclass(frozen=True)
class Defect:
    """One thing wrong: in words, as changed facts, with the code and the place it must name.

    ``place`` is how a person reads the article, or the reading where no article is quoted;
    ``also`` are the codes of what else is said then and not of the lawful facts.
    """

    wrong: str
    changes: dict[str, Any]
    code: str
    place: str
    level: str = "error"
    also: str = ""


@dataclass(frozen=True)
class Guard:
    """A guard, facts it must let pass, and the defects that change its answer.

    ``readings``: those under which it is asked, where they are not the default.
    """

    check: Callable[..., Outcome]
    lawful: Any
    defects: tuple[Defect, ...]
    readings: dict[str, str] = field(default_factory=dict)

    def answer(self, *defects: Defect) -> Outcome:
        """What the guard says of the lawful facts with these defects together."""
        changes: dict[str, Any] = {}
        for defect in defects:
            changes.update(defect.changes)
        facts = replace(self.lawful, **changes)
        if not self.readings:
            return self.check(facts)
        return self.check(facts, default_context().with_readings(**self.readings))

    @property
    def name(self) -> str:
        """The guard's name, for the test report."""
        return " ".join((self.check.__name__, *self.readings.values()))

    @property
    def left_unsaid(self) -> dict[str, Any]:
        """What the facts are taken to be where a caller does not say."""
        return {f.name: f.default for f in fields(self.lawful) if f.default is not MISSING}
