"""The end of a case and the clearing of a person found innocent (Art 25, 36, 39)."""

from dataclasses import dataclass
from datetime import date

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error, warning
from rules.procedure.table import blank, raised

_CLEAR = "对经调查未发现存在科研失信行为的，调查单位应及时以适当方式澄清"


@dataclass(frozen=True, slots=True)
class ClosingFacts:
    """A case about to be closed; all numbers count what is still open.

    ``open_proceedings``: respondents without a result; ``ineffective_decisions``: found or exempted
    respondents without a decision in effect; ``uncleared``: innocent ones not yet cleared;
    ``open_loans``: material not given back; ``open_appeals`` and ``open_filings`` hold the case on
    a reading only.
    """

    determined: bool
    open_proceedings: int
    ineffective_decisions: int
    uncleared: int = 0
    open_loans: int = 0
    open_appeals: int = 0
    open_filings: int = 0


UNDETERMINED = error(
    "not_determined",
    "案件还没有最终认定；认定并作出处理后才能结案。",
    cite(N221, 26, "被调查人科研失信行为的事实、情节、性质等最终认定后"),
)


def check_closing(facts: ClosingFacts, context: Context | None = None) -> Outcome:
    """Whether a case may be closed; whether open appeals and filings hold it is a reading."""
    later = (context or default_context()).reading("case_closed_when") == "appeals_over"
    return Outcome.of(
        (
            *raised((not facts.determined, UNDETERMINED)),
            *_still_open(facts),
            *(_still_running(facts) if later else ()),
        ),
        ("case_closed_when",),
    )


def _still_running(facts: ClosingFacts) -> tuple[Finding, ...]:
    appeals = error(
        "appeal_open",
        f"还有{facts.open_appeals}件申诉没有办结；按所采用的解读，办结后才能结案。",
        cite(N221, 41, "举报人或被处理人对处理决定不服的"),
        "case_closed_when",
    )
    filings = error(
        "filing_open",
        f"还有{facts.open_filings}件汇交没有办结；按所采用的解读，办结后才能结案。",
        cite(N221, 36, "在决定生效后"),
        "case_closed_when",
    )
    return raised((facts.open_appeals > 0, appeals), (facts.open_filings > 0, filings))


def _still_open(facts: ClosingFacts) -> tuple[Finding, ...]:
    rows = (
        (
            facts.open_proceedings,
            error(
                "proceeding_open",
                f"还有{facts.open_proceedings}名被调查人没有办结；每人都有结果后才能结案。",
                cite(N221, 25, "科研失信行为的调查处理应自决定受理之日起6个月内完成"),
                "case_closed_when",
            ),
        ),
        (
            facts.ineffective_decisions,
            error(
                "decision_not_effective",
                f"还有{facts.ineffective_decisions}份处理决定没有生效；生效后才能结案。",
                cite(N221, 36, "在决定生效后"),
                "case_closed_when",
            ),
        ),
        (
            facts.uncleared,
            error(
                "clearing_due",
                f"还有{facts.uncleared}名未发现失信行为的人没有澄清；澄清后才能结案。",
                cite(N221, 39, _CLEAR),
            ),
        ),
        (
            facts.open_loans,
            error(
                "loan_open",
                f"还有{facts.open_loans}件调阅资料没有退还；退还管理人后才能结案。",
                cite(N221, 19, "在调查处理完成后退还管理人"),
            ),
        ),
    )
    return raised(*((number > 0, finding) for number, finding in rows))


@dataclass(frozen=True, slots=True)
class ClearingFacts:
    """A clearing: its form and circle, and whether that goes beyond where the rumour went.

    ``consented``: the person cleared agreed to the wider circle.
    """

    misconduct_found: bool
    form: str
    scope: str
    cleared_on: date
    found_on: date
    wider_than_rumour: bool = False
    consented: bool = False


FOUND_GUILTY = error(
    "clearing_of_found",
    "对这名被调查人认定有失信行为，不能澄清；请作出处理决定。",
    cite(N221, 39, "对经调查未发现存在科研失信行为的"),
)
NO_FORM = error(
    "clearing_form_missing",
    "没有写明以什么方式澄清；请写明，例如书面说明、会议说明。",
    cite(N221, 39, _CLEAR),
)
NO_SCOPE = error(
    "clearing_scope_missing",
    "没有写明在什么范围内澄清；请写明向哪些人。",
    cite(N221, 39, _CLEAR),
    "clearing_scope",
)
CLEARED_EARLY = error(
    "cleared_before_finding",
    "澄清日期早于认定日期；请核对两个日期。",
    cite(N221, 39, "对经调查未发现存在科研失信行为的"),
)
TOO_WIDE = warning(
    "clearing_too_wide",
    "澄清的范围超过不实反映已传播的范围；请说明为何，并征求本人意见。",
    cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息"),
    "clearing_scope",
)


UNCONSENTED = error(
    "clearing_without_consent",
    "澄清的范围超过不实反映已传播的范围，本人没有同意；请征得同意，或缩小范围。",
    cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息"),
    "clearing_scope",
)


def check_clearing(facts: ClearingFacts, context: Context | None = None) -> Outcome:
    """Whether a person may be cleared in this form (Art 39); how widely is a reading."""
    by_consent = (context or default_context()).reading("clearing_scope") == "by_consent"
    wider = facts.wider_than_rumour
    return Outcome.of(
        raised(
            (facts.misconduct_found, FOUND_GUILTY),
            (blank(facts.form), NO_FORM),
            (blank(facts.scope), NO_SCOPE),
            (facts.cleared_on < facts.found_on, CLEARED_EARLY),
            (wider and not by_consent, TOO_WIDE),
            (wider and by_consent and not facts.consented, UNCONSENTED),
        ),
        ("clearing_scope",),
    )
