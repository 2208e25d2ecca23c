"""The two ways a service says no: the law (or a policy) refuses, or somebody else was faster."""

from collections.abc import Sequence

from rules.outcome import Finding, Outcome, error


class Refused(Exception):
    """A move that may not be made; carries the outcome so page, API and log say the same."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__("；".join(f.message for f in outcome.errors) or "不能这样做")
        self.outcome = outcome

    @classmethod
    def because(cls, *findings: Finding) -> "Refused":
        """Refuse for these findings."""
        return cls(Outcome.of(findings))

    @classmethod
    def plainly(cls, code: str, message: str) -> "Refused":
        """Refuse for a reason of the platform's own (bad input), which no article states."""
        return cls.because(error(code, message, None))


class NotYours(Exception):
    """The page or object is not open to this person; shown as if it did not exist."""


class Conflict(Exception):
    """Somebody acted on the same case meanwhile; ``since`` are their events, oldest first."""

    def __init__(self, since: Sequence[object]) -> None:
        super().__init__("这件案件刚刚有别人办理过，请看清变化后再提交。")
        self.since = list(since)
