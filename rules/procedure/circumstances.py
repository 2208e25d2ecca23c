"""Lenient and aggravated cases need proof (Art 34, 35); what a retraction must have been (34)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rules.codes import AGGRAVATED, LENIENT, Lenient
from rules.law import N221, cite
from rules.numerals import numeral
from rules.outcome import Finding, Outcome, error, warning
from rules.procedure.table import blank, known, raised


@dataclass(frozen=True, slots=True)
class CircumstanceFacts:
    """The cases of Art 34 and 35 a decision rests on, each with its proof.

    ``applied``: cases of Art 35 the decision says it is graver for.  The days, None where not
    known: ``began_on`` of acceptance, ``ended_on`` of the report, of the correction (34 (3)) and of
    the admission (34 (4)).
    """

    lenient: Mapping[str, str]
    aggravated: Mapping[str, str]
    applied: frozenset[str] = frozenset()
    began_on: date | None = None
    ended_on: date | None = None
    corrected_on: date | None = None
    admitted_on: date | None = None


_UNPROVEN: Mapping[str, Finding] = {
    kind.value: error(
        f"{kind.value}_unproven",
        f"{code.citation.place}的情形没有写明凭据；请写明，没有凭据的请删去。",
        code.citation,
    )
    for kind, code in (*LENIENT.items(), *AGGRAVATED.items())
}
_IGNORED: Mapping[str, Finding] = {
    kind.value: error(
        f"{kind.value}_not_applied",
        f"已查明有第三十五条第{numeral(item)}项的情形，应从重处理；请写入决定的理由。",
        code.citation,
    )
    for item, (kind, code) in enumerate(AGGRAVATED.items(), 1)
}


CORRECTED_LATE = error(
    "corrected_after_acceptance",
    "纠正不在调查处理之前，不能按第三十四条第三项从轻；请核对日期，或看是否有其他从轻情形。",
    cite(N221, 34, "在调查处理前主动纠正错误", item=3),
)
ADMITTED_LATE = error(
    "admitted_after_report",
    "承认错误晚于调查结束，不能按第三十四条第四项从轻；请核对日期，或看是否有其他从轻情形。",
    cite(N221, 34, "在调查中主动承认错误", item=4),
)
ADMITTED_EARLY = warning(
    "admitted_before_acceptance",
    "承认错误早于受理，条文写在调查中；请说明调查中是否仍然承认。",
    cite(N221, 34, "在调查中主动承认错误", item=4),
)


def check_circumstances(facts: CircumstanceFacts) -> Outcome:
    """Whether each case is proven, and each proven one of Art 35 applied (Art 34, 35).

    Art 34 lets, Art 35 orders: a proven lenient case need not be applied.  A correction on the very
    day of acceptance is not one before the inquiry.  Raises UnknownCode for a
    case that does not exist.
    """
    known("第三十四条", facts.lenient, LENIENT, "lenient")
    known("第三十五条", (*facts.aggravated, *facts.applied), AGGRAVATED, "aggravated")
    proofs = {**facts.lenient, **facts.aggravated}
    return Outcome.of(
        (
            *(_UNPROVEN[kind] for kind, proof in proofs.items() if blank(proof)),
            *(
                _IGNORED[kind]
                for kind, proof in facts.aggravated.items()
                if not blank(proof) and kind not in facts.applied
            ),
            *_untimely(facts),
        )
    )


def _untimely(facts: CircumstanceFacts) -> tuple[Finding, ...]:
    began, ended = facts.began_on, facts.ended_on
    corrected = facts.corrected_on if Lenient.CORRECTED_BEFOREHAND in facts.lenient else None
    admitted = facts.admitted_on if Lenient.ADMITTED_AND_PLEDGED in facts.lenient else None
    late = began is not None and corrected is not None and corrected >= began
    after = ended is not None and admitted is not None and admitted > ended
    before = began is not None and admitted is not None and admitted < began
    return raised((late, CORRECTED_LATE), (after, ADMITTED_LATE), (before, ADMITTED_EARLY))


@dataclass(frozen=True, slots=True)
class RetractionFacts:
    """A retraction put forward as a lenient case; ``reported_on`` None when nobody reported."""

    by_author: bool
    own_will: bool
    larger_harm: bool
    retracted_on: date | None
    reported_on: date | None


_RETRACTED = cite(N221, 34, "论文作者在被举报前主动撤稿且未造成较大负面影响的，可从轻或免予处理")

NOT_RETRACTED = error(
    "not_retracted",
    "论文没有撤稿，不能以撤稿从轻；可以看是否有其他从轻情形。",
    _RETRACTED,
)
NOT_AFTER_REPORT = error(
    "retracted_after_report",
    "撤稿不在被举报之前，不能以撤稿从轻；可以看是否有其他从轻情形。",
    _RETRACTED,
)
NOT_BY_AUTHOR = error(
    "retracted_by_another",
    "不是论文作者撤稿，不能以撤稿从轻；期刊撤稿不算。",
    _RETRACTED,
)
NOT_OWN_WILL = error(
    "retracted_under_pressure",
    "不是主动撤稿，不能以撤稿从轻；应要求而撤稿的不算。",
    _RETRACTED,
)
LARGER_HARM = error(
    "retracted_after_harm",
    "已造成较大负面影响，不能以撤稿从轻；请给予相应处理。",
    _RETRACTED,
)
NO_REPORT = warning(
    "retraction_without_report",
    "没有举报日期可以比对；请说明撤稿怎样早于案件被发现。",
    _RETRACTED,
)


def check_retraction(facts: RetractionFacts) -> Outcome:
    """Whether ``retracted_before_report`` is founded; the day of the report is too late (34)."""
    retracted, reported = facts.retracted_on, facts.reported_on
    late = retracted is not None and reported is not None and retracted >= reported
    return Outcome.of(
        raised(
            (retracted is None, NOT_RETRACTED),
            (late, NOT_AFTER_REPORT),
            (not facts.by_author, NOT_BY_AUTHOR),
            (not facts.own_will, NOT_OWN_WILL),
            (facts.larger_harm, LARGER_HARM),
            (reported is None, NO_REPORT),
        )
    )
