"""All guards of a decision, from draft to mitigation, under one name (Art 26–28, 36, 40)."""

from rules.procedure.approval import (
    ApprovalFacts,
    IssueFacts,
    ReasonedWarnings,
    check_approval,
    check_issue,
    check_power,
    check_reasons,
)
from rules.procedure.effect import (
    EffectFacts,
    MitigationFacts,
    RevocationFacts,
    ServiceFacts,
    check_effect,
    check_mitigation,
    check_revocation,
    check_service,
)
from rules.procedure.notice import (
    DraftFacts,
    HearingFacts,
    NoticeFacts,
    check_draft,
    check_hearing,
    check_notice,
)

__all__ = [
    "ApprovalFacts",
    "DraftFacts",
    "EffectFacts",
    "HearingFacts",
    "IssueFacts",
    "MitigationFacts",
    "NoticeFacts",
    "ReasonedWarnings",
    "RevocationFacts",
    "ServiceFacts",
    "check_approval",
    "check_draft",
    "check_effect",
    "check_hearing",
    "check_issue",
    "check_mitigation",
    "check_notice",
    "check_power",
    "check_reasons",
    "check_revocation",
    "check_service",
]
