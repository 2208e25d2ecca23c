"""The panel that reviews applications for exchange activities, with a quorum of its own."""

from datetime import date

from rules.context import Context
from rules.errors import NumberOutOfRange
from rules.law import EXCHANGE_3
from rules.outcome import Outcome, error
from rules.procedure.table import raised


def check_panel(experts: int, finance: int, on: date, context: Context) -> Outcome:
    """Whether a panel has its five experts, two of them of finance (鲁科字〔2025〕3号, 11).

    ``finance`` are among the experts.  Raises NumberOutOfRange or InstrumentNotInForce.
    """
    if not 0 <= finance <= experts:
        raise NumberOutOfRange("财务专家应在0与专家总数之间", "finance")
    numbers = dict.fromkeys((*context.instruments, EXCHANGE_3))
    law = context.with_instruments(*numbers).law(on)
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
