"""The answers side by side: what a single check says, a column for each part of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rules.batch.columns import Columns
from rules.batch.findings import CODE_BIT, ITEMIZED
from rules.batch.intake import Bits, Flags
from rules.context import Context
from rules.sanctions import SanctionOutcome, check_sanctions

FOLLOW_UP: Final = (
    "terminate_pending_applications",
    "report_to_register",
    "notify_funders",
    "refer_party_member",
    "refer_public_servant",
    "refer_crime",
)
NOT_JUDGED: Final = -1
OPEN_TERM: Final = 4
# The columns of the answers and the type of each.
SHAPE: Final[Mapping[str, type[np.generic]]] = MappingProxyType(
    {
        "lawful": np.bool_,
        "floor": np.int8,
        "consistent": np.uint8,
        "judged": np.int8,
        "required": np.uint16,
        "permitted": np.uint16,
        "term": np.int8,
        "follow_up": np.uint8,
        "findings": np.uint32,
        "errors": np.uint32,
        "readings": np.uint32,
        **dict.fromkeys(ITEMIZED, np.uint16),
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What the law says of each decision.

    ``floor``, ``judged`` and ``term`` are places in ``Severity`` (``judged`` NOT_JUDGED for an
    exemption, ``term`` OPEN_TERM where no severity was given); ``consistent`` has the bit
    ``1 << place`` of each severity without an error.  ``required`` and ``permitted`` are sets of
    measures; ``follow_up``, ``findings`` and ``errors`` sets of places in FOLLOW_UP and CODES
    (``errors`` are those findings that refuse), ``readings`` of places in READINGS.  ``items``
    says of a code which measures it was found for (``same_fact_twice``: which cases of
    Article 35).
    """

    lawful: Flags
    floor: NDArray[np.int8]
    consistent: NDArray[np.uint8]
    judged: NDArray[np.int8]
    required: Bits
    permitted: Bits
    term: NDArray[np.int8]
    follow_up: NDArray[np.uint8]
    findings: NDArray[np.uint32]
    errors: NDArray[np.uint32]
    readings: NDArray[np.uint32]
    items: Mapping[str, Bits]
    columns: Columns
    context: Context

    def __len__(self) -> int:
        return len(self.lawful)

    def found(self, code: str) -> Flags:
        """Which decisions have a finding of that code."""
        found: Flags = (self.findings & CODE_BIT[code]) != 0
        return found

    def row(self, row: int) -> SanctionOutcome:
        """The answer to one decision in full, with its messages and citations."""
        return check_sanctions(self.columns.facts(row), self.context)
