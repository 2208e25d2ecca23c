"""Who may appeal at all, and against what (Art 41)."""

from dataclasses import dataclass

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Outcome, error
from rules.procedure.table import raised

APPELLANTS = ("respondent", "complainant")


@dataclass(frozen=True, slots=True)
class StandingFacts:
    """Who would appeal, and against what; ``named`` tells a complainant with a name.

    ``proven_complainant``: somebody without a name proved to be the one who reported.
    """

    appellant: str
    named: bool
    told: bool
    without_decision: bool = False
    proven_complainant: bool = False


_ENTITLED = cite(N221, 41, "举报人或被处理人对处理决定不服的")

NOT_A_PARTY = error(
    "not_entitled",
    "只有举报人或被处理人可以申诉；其他人有线索的可以举报。",
    _ENTITLED,
)
UNPROVEN_COMPLAINANT = error(
    "complainant_unnamed",
    "匿名的申诉人还没有证明自己是举报人；请其出示举报回执的查询码等凭据。",
    _ENTITLED,
    "anonymous_appeal",
)
ANONYMOUS = error(
    "complainant_unnamed",
    "匿名举报人按所采用的解读不能申诉；有新的证据、线索可以再次举报。",
    _ENTITLED,
    "anonymous_appeal",
)
NOTHING_YET = error(
    "nothing_received",
    "还没有收到处理决定书，也没有被告知结果；收到或被告知后可以申诉。",
    cite(N221, 41, "可在收到处理决定书之日起15个工作日内"),
    "C1",
)
WITHOUT_DECISION = error(
    "nothing_to_appeal",
    "未发现失信行为或免予处理，没有处理决定，按所采用的解读不能申诉；有新的证据、线索可以再次举报。",
    _ENTITLED,
    "appeal_against_clearing",
)


def check_standing(facts: StandingFacts, context: Context | None = None) -> Outcome:
    """Whether this person may appeal at all (Art 41).

    The name decides who must be told (Art 28), not who may appeal: whether a complainant without
    one may is a reading, and nobody has to tell them first.  ``without_decision``: against a
    clearing or an exemption, which is a reading too.
    """
    read = (context or default_context()).reading
    unnamed = facts.appellant == "complainant" and not facts.named
    by_proof = unnamed and read("anonymous_appeal") == "with_proof"
    known_without_notice = by_proof and facts.proven_complainant
    barred = facts.without_decision and read("appeal_against_clearing") == "none"
    return Outcome.of(
        raised(
            (facts.appellant not in APPELLANTS, NOT_A_PARTY),
            (by_proof and not facts.proven_complainant, UNPROVEN_COMPLAINANT),
            (unnamed and not by_proof, ANONYMOUS),
            (not facts.told and not known_without_notice, NOTHING_YET),
            (barred, WITHOUT_DECISION),
        ),
        (
            *(("anonymous_appeal",) if unnamed else ()),
            *(("appeal_against_clearing",) if facts.without_decision else ()),
        ),
    )
