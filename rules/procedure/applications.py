"""Pending applications and nominations end with a graver decision (Art 33)."""

from collections.abc import Iterable
from dataclasses import dataclass

from rules.codes import SEVERITIES, Severity
from rules.law import N221, cite
from rules.outcome import Outcome, error, info
from rules.procedure.table import known, raised

KINDS = ("application", "nomination")


@dataclass(frozen=True, slots=True)
class Pending:
    """An application, or a nomination, on the day of the decision.

    ``publicly_funded`` matters for an application only; ``ended``: the decision ends it.
    """

    kind: str
    ended: bool
    publicly_funded: bool = True


@dataclass(frozen=True, slots=True)
class PendingFacts:
    """A decision and what was pending; ``pending`` None: nobody asked."""

    severity: str
    pending: tuple[Pending, ...] | None


_END = cite(
    N221,
    33,
    "正在申报财政性资金支持的科技活动或被推荐为相关候选人、被提名人、被推荐人等的，"
    "终止其申报资格或被提名、被推荐资格",
)

NOT_ASKED = error(
    "pending_not_asked",
    "还没有核对被处理人正在进行的申报和提名、推荐；请核对，没有的写无。",
    _END,
)
NOT_ENDED = error(
    "pending_not_ended",
    "情节较重、严重或者特别严重的，正在进行的申报或提名、推荐应当终止，不能保留；请写入决定。",
    _END,
)
ENDED_WITHOUT_GROUND = error(
    "pending_ended_without_ground",
    "情节较轻，或申报的不是财政性资金支持的科技活动，不在终止之列；请删去。",
    cite(N221, 33, "给予本规则第三十二条第二、三、四项处理的被处理人"),
)
TELL_MANAGERS = info(
    "tell_managing_bodies",
    "终止申报资格或被提名、被推荐资格，请通知相应的管理单位。",
    _END,
)


def ends_pending(severity: str, pending: Pending) -> bool:
    """Whether Art 33 ends it: the tier decides, never the measures."""
    concerned = pending.kind == "nomination" or pending.publicly_funded
    return severity != Severity.MINOR and concerned


def check_pending(facts: PendingFacts) -> Outcome:
    """Whether a decision ends what Art 33 ends, and nothing else.

    Raises UnknownCode for a severity or a kind that does not exist.
    """
    known("第三十二条", [facts.severity], SEVERITIES, "severity")
    pending: Iterable[Pending] = facts.pending or ()
    known("申报或提名", (one.kind for one in pending), KINDS, "pending")
    ending = [(ends_pending(facts.severity, one), one.ended) for one in pending]
    graver = facts.severity != Severity.MINOR
    return Outcome.of(
        raised(
            (graver and facts.pending is None, NOT_ASKED),
            ((True, False) in ending, NOT_ENDED),
            ((False, True) in ending, ENDED_WITHOUT_GROUND),
            ((True, True) in ending, TELL_MANAGERS),
        )
    )
