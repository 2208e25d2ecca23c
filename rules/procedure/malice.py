"""A complainant who made things up (Art 39): a finding of its own, for the complainant's unit."""

from dataclasses import dataclass

from rules.law import N221, cite
from rules.outcome import Outcome, error
from rules.procedure.table import blank, known, raised

HANDLERS = ("complainant_unit", "respondent_unit", "other")


@dataclass(frozen=True, slots=True)
class MaliceFacts:
    """Malice about to be found; ``proof`` of inventing or twisting facts, apart from the case.

    ``separately_found``: a finding of its own, not drawn from the report being unproven.
    """

    proof: str
    separately_found: bool
    complainant_heard: bool
    handled_by: str


_MALICE = "对举报人捏造歪曲事实、诬告陷害他人的"

NO_PROOF = error(
    "malice_unproven",
    "没有写明捏造、歪曲事实的证据；举报不属实不等于诬告，请写明或不作认定。",
    cite(N221, 39, _MALICE),
)
ONLY_UNPROVEN = error(
    "malice_not_separately_found",
    "不能从举报未查实推定诬告；请另行认定，仍须对被举报人澄清。",
    cite(N221, 39, _MALICE),
)
COMPLAINANT_UNHEARD = error(
    "complainant_unheard",
    "还没有听取举报人的说明；听取后才能认定诬告，请安排。",
    cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益"),
)
WRONG_UNIT = error(
    "malice_handled_elsewhere",
    "由举报人所在单位处理，被举报人所在单位和其他单位不能处理；请移送。",
    cite(N221, 39, "举报人所在单位应依据相关规定对举报人严肃处理"),
)


def check_malice(facts: MaliceFacts) -> Outcome:
    """Whether malice may be found, and who deals with it (Art 39).

    Raises UnknownCode for a handler that is none of ``HANDLERS``.
    """
    known("处理单位", [facts.handled_by], HANDLERS, "handled_by")
    return Outcome.of(
        raised(
            (blank(facts.proof), NO_PROOF),
            (not facts.separately_found, ONLY_UNPROVEN),
            (not facts.complainant_heard, COMPLAINANT_UNHEARD),
            (facts.handled_by != "complainant_unit", WRONG_UNIT),
        )
    )
