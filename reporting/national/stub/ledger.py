"""What the stand-in remembers, and how it decides which call goes wrong."""

import random
import threading
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

CHINA = timedelta(hours=8)


class Fate(StrEnum):
    """What becomes of a call."""

    ANSWER = "answer"
    REFUSE = "refuse"
    LOSE = "lose"
    HANG = "hang"
    LATE = "late"
    TWICE = "twice"


class State(StrEnum):
    """Where an entry stands."""

    STANDING = "standing"
    CORRECTION = "correction"
    REPLACED = "replaced"
    REMOVED = "removed"


class KeyReused(ValueError):
    """The same key came with other content."""


@dataclass(frozen=True, slots=True)
class Troubles:
    """The shares of calls that go wrong, 0 to 1 each, and of entries that need a correction.

    Every draw follows from the seed, the key and the number of the attempt, so that a run can be
    repeated whatever the order calls arrive in.
    """

    fail: float = 0.0
    timeout: float = 0.0
    late: float = 0.0
    duplicate: float = 0.0
    correction: float = 0.0
    delay: float = 0.0
    seed: str = "0"

    def fate(self, key: str, attempt: int) -> Fate:
        """What becomes of this attempt. Half of the failures come after the entry was kept."""
        dice = random.Random(f"{self.seed}:{key}:{attempt}")
        draw = dice.random()
        for share, first, second in (
            (self.fail, Fate.REFUSE, Fate.LOSE),
            (self.timeout, Fate.HANG, Fate.HANG),
            (self.late, Fate.LATE, Fate.LATE),
            (self.duplicate, Fate.TWICE, Fate.TWICE),
        ):
            if draw < share:
                return first if dice.random() < 0.5 else second
            draw -= share
        return Fate.ANSWER

    def wants_correction(self, key: str) -> bool:
        """Whether what came under this key lacks something; the same at every repeat."""
        return random.Random(f"{self.seed}:correction:{key}").random() < self.correction


@dataclass(slots=True)
class Entry:
    """Something kept under a key: a record, a package or a removal."""

    key: str
    kind: str
    body: dict[str, Any]
    receipt: str
    received_on: date
    state: State = State.STANDING


@dataclass
class Ledger:
    """Every entry by its key, and how often each key was posted."""

    troubles: Troubles = field(default_factory=Troubles)
    entries: dict[str, Entry] = field(default_factory=dict)
    posted: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, key: str) -> int:
        """Note another call under this key; which attempt it is."""
        with self._lock:
            self.posted[key] = self.posted.get(key, 0) + 1
            return self.posted[key]

    def keep(self, key: str, kind: str, body: dict[str, Any]) -> tuple[Entry, bool]:
        """The entry of the key and whether it is new. Raises KeyReused for other content."""
        with self._lock:
            known = self.entries.get(key)
            if known is not None:
                if (known.kind, known.body) != (kind, body):
                    raise KeyReused(key)
                return known, False
            entry = self._new(key, kind, body)
            self.entries[key] = entry
            return entry, True

    def listed(self, kind: str | None) -> list[tuple[Entry, int]]:
        """The entries of a kind (all without one) in the order they came, with their calls."""
        with self._lock:
            return [
                (entry, self.posted[entry.key])
                for entry in self.entries.values()
                if kind is None or entry.kind == kind
            ]

    def _new(self, key: str, kind: str, body: dict[str, Any]) -> Entry:
        today = (datetime.now(UTC) + CHINA).date()
        number = f"GJKYCX{today:%Y}{len(self.entries) + 1:06d}"
        entry = Entry(key, kind, body, number, today)
        if kind != "removal" and self.troubles.wants_correction(key):
            entry.state = State.CORRECTION
        elif kind == "record" and body.get("replaces"):
            self._mark(body["replaces"], State.REPLACED)
        elif kind == "removal":
            self._mark(body["record_number"], State.REMOVED)
        return entry

    def _mark(self, receipt: str, state: State) -> None:
        for entry in self.entries.values():
            if entry.kind == "record" and entry.receipt == receipt:
                entry.state = state
