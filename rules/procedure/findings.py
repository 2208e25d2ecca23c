"""What is finally found about each respondent (Art 2, 26, 30), and exemption (Art 34)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from rules.codes import CONDUCT, FACTORS, SEVERITIES
from rules.context import Context, default_context
from rules.instruments import Parameter, Provisions, national
from rules.law import N221, S84, cite
from rules.numerals import numeral
from rules.outcome import Finding, Outcome, error, info, warning
from rules.procedure.table import blank, known, raised
from rules.sanctions.findings import span

# Items of Art 2 that speak of plagiarism, fabrication, falsification or duplicate publication.
BY_STANDARD = frozenset({1, 2, 5, 7})


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """A finding about one respondent.

    ``conduct``: items of Art 2; ``annex``: codes of the annex of 84号; ``factors``: item of Art 30
    to the answer given; ``severity`` None when not decided; ``exempting``: exemption is proposed,
    for which no severity is chosen.
    """

    misconduct: bool
    facts: str
    report_formed: bool
    conduct: frozenset[int] = frozenset()
    annex: frozenset[str] = frozenset()
    standard: str = ""
    factors: Mapping[int, str] | None = None
    severity: str | None = None
    exempting: bool = False


_FINAL = "被调查人科研失信行为的事实、情节、性质等最终认定后"

NO_REPORT = error(
    "report_not_formed",
    "调查报告还没有形成；全体调查人员签字后才能认定。",
    cite(N221, 24, "调查结束应形成调查报告"),
    "G18",
)
NO_FACTS = error(
    "facts_missing",
    "没有写认定的事实；请写明查明了什么。",
    cite(N221, 26, _FINAL),
)
NO_CONDUCT = error(
    "conduct_missing",
    "没有写明属于哪一种科研失信行为；请至少选一项。",
    cite(
        N221,
        2,
        "本规则所称的科研失信行为是指在科学研究及相关活动中发生的违反科学研究行为准则与规范的行为",
    ),
)
ANNEX_ONLY = warning(
    "annex_only",
    "只认定了附件的行为；依221号给予处理的，须同时认定第二条的情形（可以是第八项）。",
    cite(S84, 3, "具体行为清单见附件"),
    "C15",
)
NO_STANDARD = error(
    "standard_missing",
    "没有写明依据的学术出版规范或行业标准；请写明名称，确无适用的请写明理由。",
    cite(
        N221,
        2,
        "本规则所称抄袭剽窃、伪造、篡改、重复发表等行为按照学术出版规范及相关行业标准认定",
    ),
)
NO_SEVERITY = error(
    "severity_missing",
    "没有认定情节；请在考虑第三十条各因素后选定一档。",
    cite(N221, 30, "对科研失信行为情节轻重的判定应考虑以下因素"),
)
CLEARED_WITH_CONDUCT = error(
    "cleared_with_conduct",
    "认定没有科研失信行为，却选了行为或情节；请清空，或改为认定有失信行为。",
    cite(N221, 39, "对经调查未发现存在科研失信行为的"),
)


def check_finding(facts: FindingFacts) -> Outcome:
    """Whether a finding says what Art 26 needs; whether the tier fits is for check_sanctions.

    Raises UnknownCode for an item of Art 2 or 30, or a severity, that does not exist.
    """
    known("第二条", facts.conduct, CONDUCT, "conduct")
    known("第三十条", facts.factors or {}, FACTORS, "factors")
    if not blank(facts.severity):
        known("第三十二条", [facts.severity], SEVERITIES, "severity")
    common = raised((not facts.report_formed, NO_REPORT), (blank(facts.facts), NO_FACTS))
    return Outcome.of((*common, *(_guilty(facts) if facts.misconduct else _cleared(facts))))


def _guilty(facts: FindingFacts) -> tuple[Finding, ...]:
    by_standard = bool(facts.conduct & BY_STANDARD)
    return (
        *raised(
            (not facts.conduct and not facts.annex, NO_CONDUCT),
            (not facts.conduct and bool(facts.annex), ANNEX_ONLY),
            (by_standard and blank(facts.standard), NO_STANDARD),
        ),
        *_unweighed(facts.factors or {}),
        *raised((blank(facts.severity) and not facts.exempting, NO_SEVERITY)),
    )


def _cleared(facts: FindingFacts) -> tuple[Finding, ...]:
    coded = bool(facts.conduct or facts.annex) or not blank(facts.severity) or facts.exempting
    return raised((coded, CLEARED_WITH_CONDUCT))


def _unweighed(factors: Mapping[int, str]) -> tuple[Finding, ...]:
    return tuple(
        error(
            f"factor_{item}_unanswered",
            f"第三十条第{numeral(item)}项还没有回答；请写明情况，没有的写无。",
            cite(N221, 30, item=item),
        )
        for item in FACTORS
        if blank(factors.get(item))
    )


@dataclass(frozen=True, slots=True)
class DeterminationFacts:
    """A case about to be determined: numbers of respondents, and of those without a result."""

    report_formed: bool
    respondents: int
    undecided: int


NO_RESPONDENT = error(
    "no_respondent",
    "案件没有被调查人；请先登记被调查人。",
    cite(N221, 26, _FINAL),
)


def check_determination(facts: DeterminationFacts) -> Outcome:
    """Whether facts, circumstances and nature are finally found for everyone (Art 24, 26)."""
    return Outcome.of(
        (
            *raised(
                (not facts.report_formed, NO_REPORT),
                (facts.respondents < 1, NO_RESPONDENT),
            ),
            *_undecided(facts.undecided),
        )
    )


def _undecided(number: int) -> tuple[Finding, ...]:
    if number < 1:
        return ()
    message = f"还有{number}名被调查人没有认定结果；每人都有结果后才能最终认定。"
    return (error("respondent_undecided", message, cite(N221, 26, _FINAL)),)


@dataclass(frozen=True, slots=True)
class ExemptionFacts:
    """A proposal to exempt (免予处理); ``reported_on`` None when nobody reported."""

    is_author: bool
    own_will: bool
    larger_harm: bool
    retracted_on: date | None
    reported_on: date | None
    conduct: frozenset[int] = frozenset()
    reason: str = ""


RETRACTION = cite(N221, 34, "论文作者在被举报前主动撤稿且未造成较大负面影响的，可从轻或免予处理")

NOT_AUTHOR = error(
    "exempt_not_author",
    "免予处理只适用于撤稿论文的作者；请给予相应处理。",
    RETRACTION,
)
NOT_RETRACTED = error(
    "exempt_not_retracted",
    "没有撤稿，不能免予处理；请给予相应处理。",
    RETRACTION,
)
RETRACTED_LATE = error(
    "exempt_retracted_late",
    "撤稿不在被举报之前，不能免予处理；可以看是否有其他从轻情形。",
    RETRACTION,
)
NOT_OWN_WILL = error(
    "exempt_not_own_will",
    "不是作者主动撤稿，不能免予处理；期刊撤稿不算主动撤稿。",
    RETRACTION,
)
LARGER_HARM = error(
    "exempt_larger_harm",
    "已造成较大负面影响，不能免予处理；请给予相应处理。",
    RETRACTION,
)
UNREPORTED = warning(
    "exempt_without_report",
    "没有举报日期可以比对；请说明撤稿怎样早于案件被发现。",
    RETRACTION,
)


@cache
def unreasoned(floor: Parameter) -> Finding:
    """Conduct below whose floor an exemption lies, and no reason for it."""
    message = f"{_floored(floor)}，免予处理须说明理由；请写明理由。"
    return error("exemption_reason_missing", message, floor.citation, "G14")


@cache
def barred(floor: Parameter) -> Finding:
    """The same where the unit reads the floor as one no exemption goes below."""
    message = f"{_floored(floor)}，按所采用的解读不能免予处理；请给予相应处理。"
    return error("exemption_barred", message, floor.citation, "G14")


@cache
def against_floor(floor: Parameter) -> Finding:
    """Neither the floor nor Art 34 says which of them comes first."""
    message = "第三十二条的最低尺度与第三十四条的免予处理未分先后；理由会写入决定。"
    return info("exemption_against_floor", message, floor.citation, "G14")


def _floored(floor: Parameter) -> str:
    return f"属于第二条{span(tuple(sorted(floor.value)))}"


def check_exemption(
    facts: ExemptionFacts, context: Context | None = None, law: Provisions | None = None
) -> Outcome:
    """Whether a respondent may be exempted: only under the last paragraph of Art 34.

    A retraction on the very day of the report is not one before it; whether conduct that has a
    floor (Art 32) may be exempted at all is a reading.  ``law``: the provisions the case is
    governed by, 221号 alone by default.
    """
    known("第二条", facts.conduct, CONDUCT, "conduct")
    retracted, reported = facts.retracted_on, facts.reported_on
    late = retracted is not None and reported is not None and retracted >= reported
    floor = (law or national())["floor.conduct"]
    floored = not facts.conduct.isdisjoint(floor.value)
    never = (context or default_context()).reading("G14") == "never"
    return Outcome.of(
        raised(
            (not facts.is_author, NOT_AUTHOR),
            (retracted is None, NOT_RETRACTED),
            (late, RETRACTED_LATE),
            (not facts.own_will, NOT_OWN_WILL),
            (facts.larger_harm, LARGER_HARM),
            (reported is None, UNREPORTED),
            (floored and never, barred(floor)),
            (floored and not never and blank(facts.reason), unreasoned(floor)),
            (floored and not never, against_floor(floor)),
        )
    )
