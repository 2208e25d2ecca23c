"""The report: two lines of inquiry, seven parts, every signature (Art 17, 20, 24)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error, info
from rules.procedure.table import blank, raised

REPORT_PARTS: Mapping[str, str] = MappingProxyType(
    {
        "lead_source": "线索来源",
        "reported_content": "举报内容",
        "organisation_of_inquiry": "调查组织",
        "course_of_inquiry": "调查过程",
        "facts_and_confirmation": "事实认定及相关当事人确认情况",
        "conclusion": "调查结论",
        "proposal_and_basis": "处理意见建议及依据",
    }
)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report about to be formed, and the inquiry it rests on.

    ``investigators`` is the approved team, ``signed`` those who signed this version; ``filed``: it
    went to the files.  ``respondents_heard``: each was, or was invited and refused on the record
    (reading ``refusal_noted``).
    """

    parts: Mapping[str, str]
    evidence_items: int
    has_administrative: bool
    has_academic: bool
    respondents_heard: bool
    investigators: frozenset[int]
    signed: frozenset[int]
    no_academic_question: bool = False
    filed: bool = False


_BOTH = "调查应包括行政调查和学术评议"

NO_EVIDENCE = error(
    "report_without_evidence",
    "调查报告没有附证据材料；请附上后再形成报告。",
    cite(N221, 24, "并附证据材料"),
)
NO_ADMINISTRATIVE = error(
    "administrative_inquiry_missing",
    "还没有行政调查的记录；请先对相关事实情况进行调查。",
    cite(N221, 17, _BOTH),
)
NO_ACADEMIC = error(
    "academic_review_missing",
    "还没有学术评议；请委托评议，不涉及学术问题的请在调查记录中写明。",
    cite(N221, 17, _BOTH),
)
NO_ACADEMIC_QUESTION = info(
    "academic_review_unneeded",
    "本案记为不涉及学术问题；调查报告中须写明这一点。",
    cite(N221, 17, "对涉及的学术问题进行评议"),
    "academic_review_unneeded",
)
UNHEARD = error(
    "respondent_unheard",
    "调查中还没有听取每名被调查人的陈述和申辩；请听取并记录，事先告知后的陈述不能代替。",
    cite(N221, 20, "调查中应当听取被调查人的陈述和申辩"),
)
NO_INVESTIGATORS = error(
    "report_without_investigators",
    "没有登记调查人员，报告无人签字；请先登记调查组。",
    cite(N221, 24, "调查报告须由全体调查人员签字"),
)


ALWAYS_REVIEWED = error(
    "academic_review_missing",
    "还没有学术评议；按所采用的解读，不涉及学术问题的也由评议机构确认，请委托评议。",
    cite(N221, 17, _BOTH),
    "academic_review_unneeded",
)
NOT_FILED = error(
    "report_not_filed",
    "报告已全体签字，还没有归档；按所采用的解读，归档之日才形成，请先归档。",
    cite(N221, 24, "一般应在调查报告形成后的15个工作日内"),
    "G18",
)


def check_report_contents(facts: ReportFacts, context: Context | None = None) -> Outcome:
    """Whether a report may be put before the team for signature (Art 17, 20, 24)."""
    return Outcome.of(_contents(facts, context or default_context()))


def check_report(facts: ReportFacts, context: Context | None = None) -> Outcome:
    """Whether the report may be formed: complete, and signed by the whole team (Art 17, 20, 24)."""
    frame = context or default_context()
    return Outcome.of((*_contents(facts, frame), *_signatures(facts, frame)), ("G18",))


def _contents(facts: ReportFacts, frame: Context) -> tuple[Finding, ...]:
    return (
        *missing_parts(facts.parts),
        *raised(
            (facts.evidence_items < 1, NO_EVIDENCE),
            (not facts.has_administrative, NO_ADMINISTRATIVE),
        ),
        *unreviewed(facts.has_academic, facts.no_academic_question, frame),
        *raised((not facts.respondents_heard, UNHEARD)),
    )


def missing_parts(parts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Which of the seven parts of a report are not written."""
    return tuple(_missing(key) for key in REPORT_PARTS if blank(parts.get(key)))


def unreviewed(reviewed: bool, unneeded: bool, frame: Context) -> tuple[Finding, ...]:
    """What is said where there was no academic review; without a question for it, a reading."""
    always = frame.reading("academic_review_unneeded") == "always"
    return raised(
        (not reviewed and not unneeded, NO_ACADEMIC),
        (not reviewed and unneeded, ALWAYS_REVIEWED if always else NO_ACADEMIC_QUESTION),
    )


def _missing(key: str) -> Finding:
    label = REPORT_PARTS[key]
    message = f"调查报告没有写{label}；写明后才能形成报告。"
    return error(f"report_{key}_missing", message, cite(N221, 24, label))


def _signatures(facts: ReportFacts, frame: Context) -> tuple[Finding, ...]:
    unsigned = len(facts.investigators - facts.signed)
    if not facts.investigators:
        return (NO_INVESTIGATORS,)
    if not unsigned:
        return raised((frame.reading("G18") == "filed" and not facts.filed, NOT_FILED))
    message = f"还有{unsigned}名调查人员没有签字；全体签字后报告才形成。"
    return (error("report_unsigned", message, cite(N221, 24, "调查报告须由全体调查人员签字")),)


@dataclass(frozen=True, slots=True)
class SupplementFacts:
    """A wish to inquire further after a report was formed."""

    report_formed: bool
    determined: bool
    reason: str


_AGAIN = "需要补充调查的，应根据补充调查情况重新形成调查报告"

NOTHING_TO_SUPPLEMENT = error(
    "no_report_to_supplement",
    "还没有形成调查报告，不能补充调查；请继续调查。",
    cite(N221, 24, _AGAIN),
)
ALREADY_DETERMINED = error(
    "already_determined",
    "事实、情节、性质已最终认定；要补充调查，须先撤销相关结果、重新办理。",
    cite(N221, 26, "被调查人科研失信行为的事实、情节、性质等最终认定后"),
    "after_determination",
)
NO_REASON = error(
    "supplement_without_reason",
    "没有写明为何需要补充调查；请写明要查清什么。",
    cite(N221, 24, _AGAIN),
)
NEW_REPORT_DUE = info(
    "new_report_due",
    "补充调查后要重新形成调查报告，并由全体调查人员重新签字；原报告保留。",
    cite(N221, 24, _AGAIN),
)


def check_supplement(facts: SupplementFacts) -> Outcome:
    """Whether the case may go back from the report to the inquiry (Art 24)."""
    return Outcome.of(
        raised(
            (not facts.report_formed, NOTHING_TO_SUPPLEMENT),
            (facts.determined, ALREADY_DETERMINED),
            (blank(facts.reason), NO_REASON),
            (True, NEW_REPORT_DUE),
        )
    )
