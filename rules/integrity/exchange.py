"""Exchange activities (鲁科字〔2025〕3号): the panel's own quorum, and limits on applications."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.context import Context
from rules.errors import NumberOutOfRange
from rules.instruments import Provisions
from rules.law import EXCHANGE_3, S84, cite
from rules.outcome import Citation, Outcome, error, info, warning
from rules.procedure.table import known, raised


def _law(on: date, context: Context, *numbers: str) -> Provisions:
    every = dict.fromkeys((*context.instruments, *numbers))
    return context.with_instruments(*every).law(on)


def check_panel(experts: int, finance: int, on: date, context: Context) -> Outcome:
    """Whether a panel has its five experts, two of them of finance (鲁科字〔2025〕3号, 11).

    ``finance`` are among the experts.  Raises NumberOutOfRange or InstrumentNotInForce.
    """
    if not 0 <= finance <= experts:
        raise NumberOutOfRange("财务专家应在0与专家总数之间", "finance")
    law = _law(on, context, EXCHANGE_3)
    panel, money = law["exchange.panel"], law["exchange.panel_finance"]
    few = f"评审专家组少于{panel.value}人；请增加专家。"
    poor = f"财务专家少于{money.value}人；请增加财务专家。"
    return Outcome.of(
        raised(
            (experts < panel.value, error("panel_too_small", few, panel.citation)),
            (finance < money.value, error("finance_experts_missing", poor, money.citation)),
        ),
        ("excerpt_in_force",),
    )


# The two limits of which the excerpt holds the words.
LIMITS: Mapping[str, Citation] = MappingProxyType(
    {
        "restricted": cite(EXCHANGE_3, 0, "阶段性限制相关单位申报资格"),
        "cancelled": cite(EXCHANGE_3, 0, "阶段性取消申报资格"),
    }
)
REPORTED = info(
    "limit_reported",
    "有期限的限制或取消申报资格，以科研失信处理决定作出的，也依84号第十九条汇交；请一并办理。",
    cite(
        S84,
        19,
        "一定期限禁止承担或者参与科技计划（专项、基金）项目等财政性资金支持的科学技术活动以及"
        "一定期限取消相关资格处理的",
    ),
)
NO_RECORD = info(
    "limit_is_no_record",
    "没有认定科研失信的，不汇交，也不记为失信；发现失信线索的，请另行登记调查。",
    cite(S84, 3, "违反科学研究行为准则与规范、财政科研项目资金管理等相关规定的行为"),
)


@dataclass(frozen=True, slots=True)
class LimitFacts:
    """A limit on a unit's applications about to be set: one of ``LIMITS``, with its last day.

    ``of_misconduct``: it is given in a decision that finds misconduct (84号).
    """

    on: date
    limit: str
    until: date | None
    of_misconduct: bool


def check_limit(facts: LimitFacts, context: Context) -> Outcome:
    """Whether a limit for a stage says until when, and whether it is filed (84号 19).

    Raises UnknownCode or InstrumentNotInForce.
    """
    known("阶段性限制", [facts.limit], LIMITS, "limit")
    _law(facts.on, context, EXCHANGE_3, S84)
    message = "阶段性的限制没有写明截止日期，或者截止日期已过；请写明。"
    ended = facts.until is None or facts.until < facts.on
    return Outcome.of(
        raised(
            (ended, warning("limit_without_end", message, LIMITS[facts.limit])),
            (not ended and facts.of_misconduct, REPORTED),
            (not facts.of_misconduct, NO_RECORD),
        ),
        ("excerpt_in_force",),
    )
