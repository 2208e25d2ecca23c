"""A decision after issue: service (Art 28), effect, revocation, mitigation (Art 40)."""

from dataclasses import dataclass
from datetime import date, timedelta

from rules.context import Context, default_context
from rules.law import N221, S84, cite
from rules.outcome import Outcome, error, info
from rules.procedure.table import blank, raised

METHODS = ("direct", "post", "left", "electronic", "public")
REVOCATIONS = ("review", "own_correction", "superior_order")

_SERVE = cite(N221, 28, "作出处理决定的单位负责向被处理人送达书面处理决定书")
_EFFECT = cite(N221, 36, "在决定生效后10个工作日内")


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    """Service on the respondent; ``issued_on`` None: the letter is not issued.

    ``consented``: to electronic service.  ``posted_on``: the day of a public notice.
    """

    method: str
    evidence: str
    served_on: date
    issued_on: date | None
    consented: bool = False
    posted_on: date | None = None


NO_METHOD = error(
    "service_method_unknown",
    "没有写明送达方式；请选直接、邮寄、留置、电子或公告送达。",
    _SERVE,
    "G7",
)
NO_EVIDENCE = error(
    "service_unproven",
    "送达没有凭据；申诉期限自收到之日起算，补上凭据后才能登记。",
    _SERVE,
    "G7",
)
NOT_ISSUED = error(
    "not_issued",
    "处理决定书还没有签发；签发后才能送达。",
    _SERVE,
)
SERVED_EARLY = error(
    "served_before_issue",
    "送达日期早于签发日期；请核对两个日期。",
    _SERVE,
)


NO_CONSENT = error(
    "electronic_without_consent",
    "被处理人没有同意电子送达；请取得同意，或改用其他方式。",
    _SERVE,
    "G7",
)
POSTED_SHORT = error(
    "public_service_too_early",
    "公告还没有满30日；自公告之日起满30日才视为送达，请核对公告日期。",
    _SERVE,
    "public_service",
)
POSTED_FOR = timedelta(days=30)


def check_service(facts: ServiceFacts, context: Context | None = None) -> Outcome:
    """Whether service may be entered: a way, a proof, and not before the letter (Art 28).

    Consent to electronic service and the length of a public notice are readings.
    """
    issued, read = facts.issued_on, (context or default_context()).reading
    consent = facts.method == "electronic" and read("G7") == "electronic_by_consent"
    thirty = facts.method == "public" and read("public_service") == "after_30_days"
    long_enough = facts.posted_on is not None and facts.served_on >= facts.posted_on + POSTED_FOR
    return Outcome.of(
        raised(
            (facts.method not in METHODS, NO_METHOD),
            (blank(facts.evidence), NO_EVIDENCE),
            (issued is None, NOT_ISSUED),
            (issued is not None and facts.served_on < issued, SERVED_EARLY),
            (consent and not facts.consented, NO_CONSENT),
            (thirty and not long_enough, POSTED_SHORT),
        ),
        ("G7", "public_service") if facts.method == "public" else ("G7",),
    )


@dataclass(frozen=True, slots=True)
class EffectFacts:
    """A decision about to take effect.

    ``appeal_last_day``: the last day of the appeal period, None while not certain.
    """

    served_on: date | None
    effective_on: date
    appeal_last_day: date | None = None


NOT_SERVED = error(
    "not_served",
    "处理决定书还没有送达；送达后才能生效。",
    _EFFECT,
    "G2",
)
NOT_ON_SERVICE = error(
    "effect_not_on_service",
    "按所采用的解读，处理决定自送达之日生效；请把生效日期改为送达日期。",
    _EFFECT,
    "G2",
)
PERIOD_UNKNOWN = error(
    "appeal_period_uncertain",
    "申诉期限的最后一天还不能确定；确定后才能登记生效。",
    _EFFECT,
    "G2",
)
PERIOD_RUNS = error(
    "appeal_period_runs",
    "按所采用的解读，申诉期限届满后处理决定才生效；请在期限届满后登记。",
    _EFFECT,
    "G2",
)


def check_effect(facts: EffectFacts, context: Context | None = None) -> Outcome:
    """Whether the decision is in effect on this day; when it is, the text does not say (G2).

    Under ``appeal_lapsed`` it takes effect on the day after the last day for appeal or later.
    """
    served, last = facts.served_on, facts.appeal_last_day
    on_service = (context or default_context()).reading("G2") == "service"
    return Outcome.of(
        raised(
            (served is None, NOT_SERVED),
            (on_service and served is not None and facts.effective_on != served, NOT_ON_SERVICE),
            (not on_service and last is None, PERIOD_UNKNOWN),
            (not on_service and last is not None and facts.effective_on <= last, PERIOD_RUNS),
        ),
        ("G2",),
    )


@dataclass(frozen=True, slots=True)
class RevocationFacts:
    """A decision about to be revoked; ``document`` is the opinion, order or minute it rests on."""

    ground: str
    document: str
    reason: str
    revoked_on: date
    issued_on: date | None


_REVOKED = cite(S84, 21, "科研失信行为数据所依据的处理决定被撤销或者宣告无效的")

NO_REVOCATION_GROUND = error(
    "revocation_without_ground",
    "撤销须因复查、复核结果，自行纠正，或上级主管部门责令；请选择其一。",
    _REVOKED,
    "revocation_grounds",
)
CORRECTION_UNORDERED = error(
    "own_correction_unordered",
    "按所采用的解读，自行纠正须先报上级主管部门；请取得责令文书后按责令办理。",
    _REVOKED,
    "revocation_grounds",
)
NO_DOCUMENT = error(
    "revocation_without_document",
    "没有写明撤销所依据的文书；请填写意见书、责令文书或纠正决定的文号。",
    _REVOKED,
    "revocation_grounds",
)
NO_REVOCATION_REASON = error(
    "revocation_without_reason",
    "没有写明撤销的理由；请写明原决定错在哪里。",
    _REVOKED,
    "revocation_grounds",
)
NOTHING_TO_REVOKE = error(
    "nothing_to_revoke",
    "处理决定还没有签发；没有签发的可以放弃，不需要撤销。",
    _REVOKED,
)
REVOKED_EARLY = error(
    "revoked_before_issue",
    "撤销日期早于签发日期；请核对两个日期。",
    _REVOKED,
)


def check_revocation(facts: RevocationFacts, context: Context | None = None) -> Outcome:
    """Whether an issued decision may be revoked; who may revoke it is a reading."""
    issued = facts.issued_on
    ordered = (context or default_context()).reading("revocation_grounds") == "review_or_order"
    return Outcome.of(
        raised(
            (facts.ground not in REVOCATIONS, NO_REVOCATION_GROUND),
            (ordered and facts.ground == "own_correction", CORRECTION_UNORDERED),
            (blank(facts.document), NO_DOCUMENT),
            (blank(facts.reason), NO_REVOCATION_REASON),
            (issued is None, NOTHING_TO_REVOKE),
            (issued is not None and facts.revoked_on < issued, REVOKED_EARLY),
        ),
        ("revocation_grounds",),
    )


@dataclass(frozen=True, slots=True)
class MitigationFacts:
    """A mitigation (减轻处理) asked for after effect: one of promise and contribution is enough."""

    effective: bool
    applied: bool
    national_media_promise: bool
    major_contribution: bool
    same_unit: bool
    reason: str


NOT_EFFECTIVE = error(
    "not_effective",
    "处理决定还没有生效；生效后被处理人才能申请减轻处理。",
    cite(N221, 40, "处理决定生效后"),
)
NOT_APPLIED = error(
    "mitigation_not_applied_for",
    "被处理人没有申请；减轻处理须由被处理人申请。",
    cite(N221, 40, "可根据被处理人申请对其减轻处理"),
)
NO_CAUSE = error(
    "mitigation_without_cause",
    "既没有通过全国性媒体公开承诺，也没有重大贡献；具备其一才能减轻处理。",
    cite(
        N221,
        40,
        "通过全国性媒体公开作出严格遵守科研诚信要求、不再实施科研失信行为承诺，"
        "或对国家和社会作出重大贡献的",
    ),
)
OTHER_UNIT = error(
    "mitigation_by_other_unit",
    "减轻处理由作出处理决定的单位决定；请转请该单位办理。",
    cite(N221, 40, "作出处理决定的单位可根据被处理人申请对其减轻处理"),
)
MITIGATION_UNREASONED = error(
    "mitigation_reason_missing",
    "没有写明减轻的理由；条文未解释减轻的幅度，由人决定并说明理由。",
    cite(N221, 40, "减轻处理"),
    "G13",
)
REFILE = info(
    "refile_after_mitigation",
    "减轻后的决定生效后，已汇交的须按原程序重新汇交。",
    cite(S84, 21, "处理决定依规变更的，按原程序重新汇交"),
)


def check_mitigation(facts: MitigationFacts) -> Outcome:
    """Whether a decision in effect may be mitigated (Art 40); it never has to be."""
    caused = facts.national_media_promise or facts.major_contribution
    return Outcome.of(
        raised(
            (not facts.effective, NOT_EFFECTIVE),
            (not facts.applied, NOT_APPLIED),
            (not caused, NO_CAUSE),
            (not facts.same_unit, OTHER_UNIT),
            (blank(facts.reason), MITIGATION_UNREASONED),
            (True, REFILE),
        ),
        ("G13",),
    )
