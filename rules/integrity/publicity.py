"""What the public is told of a case it follows (the opinions （二十六）)."""

from dataclasses import dataclass
from datetime import date

from rules.law import O2018, cite
from rules.outcome import Outcome, warning
from rules.procedure.table import raised

_ACT = cite(
    O2018,
    26,
    "对社会舆论广泛关注的科研诚信事件，当事人所在单位和行业主管部门要及时采取措施调查处理",
)
_TELL = cite(O2018, 26, "及时公布调查处理结果")


@dataclass(frozen=True, slots=True)
class PublicCaseFacts:
    """A matter, on a day: whether the public follows it and it was taken up, the day its decision
    took effect, and the day its result was made public."""

    on: date
    public_concern: bool
    taken_up: bool = True
    effective: date | None = None
    published: date | None = None


NOT_TAKEN_UP = warning(
    "public_matter_not_taken_up",
    "社会舆论广泛关注的事件还没有采取措施；请及时调查处理，或说明理由。",
    _ACT,
)


def check_public_case(facts: PublicCaseFacts) -> Outcome:
    """Whether a matter the public follows is taken up and its result made public in time.

    The text sets no days: the day on which the decision takes effect is never late.
    """
    over = facts.effective is not None and facts.effective < facts.on
    hidden = facts.published is None or facts.published > facts.on
    message = f"处理决定已于{facts.effective}生效，调查处理结果还没有公布；请及时公布，或说明理由。"
    concerned = facts.public_concern
    return Outcome.of(
        raised(
            (concerned and not facts.taken_up, NOT_TAKEN_UP),
            (concerned and over and hidden, warning("result_unpublished", message, _TELL)),
        )
    )
