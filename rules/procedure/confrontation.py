"""Clearing up a question: confrontation, repeated experiments, third parties (Art 20, 44)."""

from dataclasses import dataclass
from datetime import date

from rules.law import N221, cite
from rules.outcome import Outcome, error
from rules.procedure.appeals import NOT_CONFIDENTIAL
from rules.procedure.table import blank, raised


@dataclass(frozen=True, slots=True)
class ConfrontationFacts:
    """Complainant and respondent about to face each other on an academic topic.

    ``anonymous``: the complainant's identity is not known to the respondent's side.
    """

    consented_on: date | None
    held_on: date
    topic: str
    academic: bool
    anonymous: bool = False


_FACE = cite(N221, 20, "经举报人同意可组织举报人与被调查人就有关学术问题当面质证")

NO_CONSENT = error(
    "confrontation_without_consent",
    "举报人没有同意，不能当面质证；取得同意并记录后再办。",
    _FACE,
)
CONSENT_LATE = error(
    "consent_after_confrontation",
    "举报人同意的日期晚于质证日期；同意应在质证之前，请核对。",
    _FACE,
)
NO_TOPIC = error(
    "confrontation_without_topic",
    "没有写明就什么问题质证；请写明学术问题。",
    _FACE,
)
NOT_ACADEMIC = error(
    "confrontation_not_academic",
    "质证只就学术问题进行；其他事实请通过谈话、核对材料查明。",
    _FACE,
)
WOULD_EXPOSE = error(
    "confrontation_exposes_complainant",
    "举报人没有公开身份，当面质证会暴露其身份；除非举报人自愿公开，请改用书面方式。",
    cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息"),
)


def check_confrontation(facts: ConfrontationFacts) -> Outcome:
    """Whether complainant and respondent may face each other (Art 20, 46)."""
    consented = facts.consented_on
    return Outcome.of(
        raised(
            (consented is None, NO_CONSENT),
            (consented is not None and consented > facts.held_on, CONSENT_LATE),
            (blank(facts.topic), NO_TOPIC),
            (not facts.academic, NOT_ACADEMIC),
            (facts.anonymous, WOULD_EXPOSE),
        )
    )


@dataclass(frozen=True, slots=True)
class CommissionFacts:
    """Tests, an assessment, an evaluation or a repeated experiment about to be commissioned.

    ``secrecy_on``: the day the third party went through the confidentiality procedure;
    ``material_sent_on``: the day it got material, None when not yet.
    """

    necessity: str
    scope: str
    secrecy_on: date | None
    material_sent_on: date | None = None
    interested: bool = False


_COMMISSION = cite(N221, 20, "必要时可开展重复实验或委托第三方机构独立开展测试、评估或评价")

UNNECESSARY = error(
    "commission_unreasoned",
    "没有写明为何有必要委托或重复实验；请写明要查清什么。",
    _COMMISSION,
)
NO_SCOPE = error(
    "commission_without_scope",
    "没有写明委托的内容和范围；请写明，只提供所需的材料。",
    _COMMISSION,
)
SENT_EARLY = error(
    "material_sent_before_secrecy",
    "材料在履行保密程序之前就已交给第三方；请收回，按泄露信息登记并处理。",
    cite(N221, 44, "委托第三方机构开展调查、测试、评估或评价时，应履行保密程序"),
)
NOT_INDEPENDENT = error(
    "third_party_interested",
    "第三方机构与本案有利害关系，不能独立测试、评估；请另选机构。",
    _COMMISSION,
)


def check_commission(facts: CommissionFacts) -> Outcome:
    """Whether a third party may be commissioned, or an experiment repeated (Art 20, 44)."""
    secrecy, sent = facts.secrecy_on, facts.material_sent_on
    return Outcome.of(
        raised(
            (blank(facts.necessity), UNNECESSARY),
            (blank(facts.scope), NO_SCOPE),
            (secrecy is None, NOT_CONFIDENTIAL),
            (sent is not None and (secrecy is None or sent < secrecy), SENT_EARLY),
            (facts.interested, NOT_INDEPENDENT),
        )
    )
