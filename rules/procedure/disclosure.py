"""What may go out: to whom, with whose identity, in public (Art 37, 44, 46, 49; 84号 13)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rules.context import Context
from rules.headings import O2018
from rules.law import N221, S84, cite
from rules.outcome import Finding, Outcome, error, info, warning
from rules.procedure.table import blank, known, raised

# To whom something is about to be shown: those the case is about, those who work on it, others.
SUBJECTS = ("respondent", "accused_unit", "interested")
WORKERS = ("team", "expert", "third_party", "authority")
RECIPIENTS = (*SUBJECTS, *WORKERS, "complainant", "witness", "public")
IDENTITIES: Mapping[str, str] = {"complainant": "举报人", "witness": "证人"}


@dataclass(frozen=True, slots=True)
class DisclosureFacts:
    """A paper about to go to a recipient.

    ``complaint``: it is, or encloses, the complaint.  ``identities``: whose of ``IDENTITIES`` it
    gives away.  ``permitted``: a rule or the leader lets this go to this recipient.
    ``bound``: the recipient signed the confidentiality agreement, or is an authority.
    """

    to: str
    complaint: bool = False
    identities: frozenset[str] = frozenset()
    permitted: bool = True
    bound: bool = True


_PROTECT = cite(N221, 46, "调查处理应保护举报人、被举报人、证人等的合法权益，不得泄露相关信息")

COMPLAINT_PASSED_ON = error(
    "complaint_passed_on",
    "举报材料不得转给被举报人、被举报单位等利益相关方；请撤下，只写需要回应的事实。",
    cite(N221, 46, "不得将举报材料转给被举报人或被举报单位等利益相关方"),
)
NOT_PERMITTED = error(
    "disclosure_not_permitted",
    "没有获得允许，不得透露或公开调查处理工作情况；请先报批。",
    cite(N221, 44, "未经允许不得透露或公开调查处理工作情况"),
)
NOT_BOUND = error(
    "recipient_not_bound",
    "接收人还没有签署保密协议；签署后才能提供。",
    cite(N221, 44, "要签署保密协议"),
)
_EXPOSED: Mapping[str, Finding] = {
    who: error(
        f"{who}_exposed",
        f"文书会使无关的人知道{label}的身份；请删去姓名和可以推知身份的内容。",
        _PROTECT,
    )
    for who, label in IDENTITIES.items()
}


def check_disclosure(facts: DisclosureFacts) -> Outcome:
    """Whether a paper may go to a recipient (Art 44, 46).

    A person's own identity may be shown to that person.  Raises UnknownCode for a recipient or an
    identity that is none of ``RECIPIENTS`` and ``IDENTITIES``.
    """
    known("接收人", [facts.to], RECIPIENTS, "to")
    known("身份", facts.identities, IDENTITIES, "identities")
    outside = facts.to not in WORKERS
    exposed = [who for who in IDENTITIES if outside and who in facts.identities - {facts.to}]
    return Outcome.of(
        (
            *raised((facts.complaint and facts.to in SUBJECTS, COMPLAINT_PASSED_ON)),
            *(_EXPOSED[who] for who in exposed),
            *raised(
                (not facts.permitted, NOT_PERMITTED),
                (not outside and not facts.bound, NOT_BOUND),
            ),
        )
    )


BASES = ("measure_2", "result", "major_incident", "typical_case")


@dataclass(frozen=True, slots=True)
class PublicationFacts:
    """A publication about a case: on measure 2 of Art 29, as a result, of a major incident, or as
    a typical case that warns others (the opinions （十八）).

    ``measure_given``: the decision gives measure 2.  ``within_scope``: within the circle the
    decision names.  ``identifiable``: whom the decision is about can be told from it.
    """

    basis: str
    decision_effective: bool
    measure_given: bool
    within_scope: bool
    personal_data: bool
    identifiable: bool = False


_PUBLISHED = cite(O2018, 19, "依法依规及时公布处理结果")

STILL_OPEN = error(
    "published_before_effect",
    "处理决定还没有生效，不得公布；生效后再办。",
    _PUBLISHED,
)
NO_MEASURE = error(
    "publication_without_measure",
    "处理决定没有给予公开通报，不能以此公布；请按决定办理。",
    cite(N221, 29, item=2),
)
TOO_WIDE = error(
    "publication_too_wide",
    "超出了处理决定写明的通报范围；请在该范围内通报。",
    cite(N221, 29, "一定范围内公开通报", item=2),
)
PERSONAL_DATA = error(
    "personal_data_published",
    "公布的内容有证件号码等个人信息，或可推知举报人、证人；请删去后再公布。",
    _PROTECT,
)
MAJOR = info(
    "major_incident_published",
    "重大科研失信事件应加强信息通报与公开，由统筹部门办理。",
    cite(N221, 49, "重大科研失信事件应加强信息通报与公开"),
)


TYPICAL = info(
    "typical_case_published",
    "处理决定生效的典型案例，可以曝光，开展警示教育；请写明教训，不写与此无关的内容。",
    cite(O2018, 18, "及时曝光违背科研诚信要求的典型案例，开展警示教育"),
)
RECOGNISABLE = warning(
    "typical_case_identifiable",
    "典型案例可以推知被处理人，处理决定没有在此范围给予公开通报；请隐去姓名、单位和题目，"
    "或说明依据。",
    _PROTECT,
)


def check_publication(facts: PublicationFacts) -> Outcome:
    """Whether something may be made public: an effective decision, as decided (Art 29, 46, 49).

    Raises UnknownCode for a basis that is none of ``BASES``.
    """
    known("公布的依据", [facts.basis], BASES, "basis")
    by_measure = facts.basis == "measure_2"
    typical = facts.basis == "typical_case"
    named_lawfully = facts.measure_given and facts.within_scope
    return Outcome.of(
        raised(
            (not facts.decision_effective, STILL_OPEN),
            (by_measure and not facts.measure_given, NO_MEASURE),
            (by_measure and not facts.within_scope, TOO_WIDE),
            (facts.personal_data, PERSONAL_DATA),
            (facts.basis == "major_incident", MAJOR),
            (typical and facts.identifiable and not named_lawfully, RECOGNISABLE),
            (typical, TYPICAL),
        )
    )


@dataclass(frozen=True, slots=True)
class JointDisciplineFacts:
    """A record about to be shared for joint discipline.

    ``public_concern``, ``several_departments``: the conduct is widely noticed, or concerns several
    departments (84号 13).
    """

    recorded: bool
    effective: bool
    public_concern: bool = False
    several_departments: bool = False


NOT_RECORDED = error(
    "joint_discipline_without_record",
    "没有记入严重失信行为数据库，不能联合惩戒；请不要共享。",
    cite(
        N221,
        37,
        "依法依规对记入科研诚信严重失信行为数据库的相关被处理人实施联合惩戒",
    ),
)
NOT_EFFECTIVE = error(
    "joint_discipline_before_effect",
    "处理决定没有生效，不能联合惩戒；生效并记入后再共享。",
    cite(N221, 36, "在决定生效后"),
)


JOINTLY = info(
    "joint_discipline_due",
    "已引起社会普遍关注或涉及多个部门，84号第十三条要求联合惩戒；请协同有关部门共享信息、联动管理。",
    cite(S84, 13, "对严重失信行为主体，开展联合惩戒"),
)


def check_joint_discipline(facts: JointDisciplineFacts, context: Context | None = None) -> Outcome:
    """Whether a record may be shared for joint discipline (Art 37), or is to be (84号 13)."""
    by_84 = context is not None and S84 in context.instruments
    noticed = facts.public_concern or facts.several_departments
    lawful = facts.recorded and facts.effective
    return Outcome.of(
        raised(
            (not facts.recorded, NOT_RECORDED),
            (not facts.effective, NOT_EFFECTIVE),
            (by_84 and noticed and lawful, JOINTLY),
        )
    )


BREACHES = ("bribery", "confidentiality", "recusal", "leak")


@dataclass(frozen=True, slots=True)
class BreachFacts:
    """A breach about to be logged; ``what`` happened in words."""

    kind: str
    happened_on: date | None
    what: str


_BREACH = cite(
    N221,
    46,
    "对于调查处理过程中索贿受贿、违反保密和回避制度、泄露信息的，依法依规严肃处理",
)

BREACH_UNDATED = error("breach_undated", "没有写明发生的日期；请写明。", _BREACH)
BREACH_UNDESCRIBED = error("breach_undescribed", "没有写明经过；请写明经过和凭据。", _BREACH)
DEAL_WITH_BREACH = info("breach_dealt_with", "须依法依规严肃处理，请移送有权限的机构。", _BREACH)


def check_breach(facts: BreachFacts) -> Outcome:
    """Whether a breach of those who handle cases may be logged, and what follows (Art 46).

    Raises UnknownCode for a kind that is none of ``BREACHES``.
    """
    known("第四十六条", [facts.kind], BREACHES, "kind")
    return Outcome.of(
        raised(
            (facts.happened_on is None, BREACH_UNDATED),
            (blank(facts.what), BREACH_UNDESCRIBED),
            (True, DEAL_WITH_BREACH),
        )
    )
