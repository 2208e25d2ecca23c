"""Several units on one case: joint inquiry (Art 5), results and review (6), feedback (7 to 9)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rules.context import Context
from rules.jurisdiction import NATURAL, SOCIAL
from rules.law import N221, S84, cite
from rules.outcome import Citation, Finding, Outcome, error, info, warning
from rules.procedure.table import blank, known, raised

COORDINATORS: Mapping[str, str] = MappingProxyType({NATURAL: "科技部", SOCIAL: "中国社科院"})
MATTERS = ("project", "award_or_talent", "other")
FEEDBACK = ("lead", "conclusion", "decision")
JOURNAL_RECIPIENTS = ("lead_unit", "author_unit")


@dataclass(frozen=True, slots=True)
class JointInquiryFacts:
    """A case for which a joint inquiry is considered; ``units``: how many it concerns."""

    domain: str | None
    public_concern: bool
    units: int
    joint: bool


_JOINT = cite(N221, 5, "可组织开展联合调查处理或协调不同部门（单位）分别开展调查处理")

DOMAIN_MISSING = error(
    "domain_unstated",
    "没有写明是自然科学还是哲学社会科学；写明后才知道由谁统筹。",
    cite(N221, 5, "科技部和中国社科院分别负责统筹自然科学和哲学社会科学领域"),
)
NO_TRIGGER = error(
    "joint_inquiry_without_trigger",
    "没有引起社会普遍关注，也不涉及多个部门（单位），不能联合调查；请由负责单位办理。",
    cite(N221, 5, "有关科研失信行为引起社会普遍关注或涉及多个部门（单位）的"),
)
MAY_JOIN = info(
    "joint_inquiry_possible",
    "可以联合调查，也可以协调分别调查；由人选择，不是必须。",
    _JOINT,
)


SHARE = info(
    "integrity_information_shared",
    "无论是否联合调查，84号第十三条要求诚信信息共享应用、联动管理；请与有关部门协同推动。",
    cite(
        S84,
        13,
        "对引起社会普遍关注或涉及多个部门的科研失信行为，科技主管部门和有关行业主管部门应当"
        "协同推动科研诚信信息跨部门跨区域共享应用、联动管理",
    ),
)


def check_joint_inquiry(facts: JointInquiryFacts, context: Context | None = None) -> Outcome:
    """Whether a joint inquiry may be held (Art 5); it never has to be.

    Under 84号 what is known is shared in the same cases (84号 13).
    Raises UnknownCode for a domain that is neither natural nor social.
    """
    known("领域", [facts.domain], (None, *COORDINATORS), "domain")
    triggered = facts.public_concern or facts.units > 1
    by_84 = context is not None and S84 in context.instruments
    return Outcome.of(
        raised(
            (facts.domain is None, DOMAIN_MISSING),
            (facts.joint and not triggered, NO_TRIGGER),
            (triggered, MAY_JOIN),
            (triggered and by_84, SHARE),
        )
    )


@dataclass(frozen=True, slots=True)
class IncidentFacts:
    """A case, whether it is a major incident, and whether that was reported upward."""

    major: bool
    reported: bool


UNREPORTED = warning(
    "major_incident_unreported",
    "重大科研失信事件还没有报送；请按主管部门的报送机制报告，或说明原因。",
    cite(N221, 5, "建立健全重大科研失信事件信息报送机制"),
)


def check_incident(facts: IncidentFacts) -> Outcome:
    """Whether a major incident was reported (Art 5); how is for each department to say."""
    return Outcome.of(raised((facts.major and not facts.reported, UNREPORTED)))


@dataclass(frozen=True, slots=True)
class ManagingFacts:
    """Whether the department that manages the project, award or talent programme knows."""

    matter: str
    publicly_funded: bool
    told: bool


PROJECT_UNTOLD = error(
    "project_department_untold",
    "涉及财政性资金资助的项目，还没有告知项目管理部门；应由其组织调查处理，请先告知。",
    cite(N221, 7, "由科技计划（专项、基金等）项目管理部门（单位）负责组织调查处理"),
)
AWARD_UNTOLD = error(
    "award_department_untold",
    "涉及奖励或人才申报，还没有告知其管理部门；应由其组织调查，请先告知。",
    cite(N221, 8, "由科技奖励、科技人才管理部门（单位）负责组织调查"),
)


def check_managing_department(facts: ManagingFacts) -> Outcome:
    """Whether the managing department was told (Art 7, 8); Art 7 is for public money only.

    Raises UnknownCode for a matter that is none of ``MATTERS``.
    """
    known("事项类别", [facts.matter], MATTERS, "matter")
    funded = facts.matter == "project" and facts.publicly_funded
    return Outcome.of(
        raised(
            (funded and not facts.told, PROJECT_UNTOLD),
            (facts.matter == "award_or_talent" and not facts.told, AWARD_UNTOLD),
        )
    )


# The units that take part beside the lead, with the words that bind each.
ROLES: Mapping[str, Citation] = MappingProxyType(
    {
        "former_unit": cite(
            N221, 6, "所涉单位应积极配合开展调查处理并将调查处理情况及时送被调查人所在单位"
        ),
        "project_unit": cite(
            N221,
            7,
            "应按照项目管理部门（单位）的要求，主动开展并积极配合调查，依据职责权限对违规责任人作出处理",
        ),
        "award_unit": cite(
            N221, 8, "科技奖励、科技人才推荐（提名）单位和申报单位应积极配合并主动开展调查处理"
        ),
        "signed_unit": cite(N221, 9, "署名单位应积极配合"),
        "coauthor_unit": cite(
            N221, 9, "做好对本单位作者的调查处理，并及时将调查处理情况书面反馈牵头调查单位"
        ),
    }
)


@dataclass(frozen=True, slots=True)
class ParticipantFacts:
    """A unit beside the lead, before the lead closes.

    ``note``: why its result is not waited for.  The lead reviews its procedure and its ``scale``
    (处理尺度).
    """

    role: str
    result_received: bool
    written: bool
    procedure_reviewed: bool
    scale_reviewed: bool
    note: str = ""


_REVIEW = cite(N221, 6, "负责对其他参与调查单位的调查程序、处理尺度等进行审核把关")

_SILENT: Mapping[str, Finding] = {
    role: error(
        "participant_silent",
        "参与单位还没有送来调查处理情况；请催办，确实不再等待的请写明原因。",
        citation,
    )
    for role, citation in ROLES.items()
} | {
    # It has to cooperate; that it sends a result the text does not say.
    "signed_unit": warning(
        "participant_silent",
        "署名单位还没有送来配合的情况；请催办，或说明为何不再等待。",
        ROLES["signed_unit"],
    )
}
ORAL = error(
    "feedback_not_written",
    "论文其他作者所在单位应书面反馈；请补作书面反馈。",
    ROLES["coauthor_unit"],
)
PROCEDURE_UNREVIEWED = error(
    "procedure_unreviewed",
    "还没有审核参与单位的调查程序；牵头单位审核后才能结案。",
    _REVIEW,
)
SCALE_UNREVIEWED = error(
    "scale_unreviewed",
    "还没有审核参与单位的处理尺度；牵头单位审核后才能结案。",
    _REVIEW,
)
NOT_WAITED_FOR = warning(
    "participant_not_waited_for",
    "参与单位没有送来情况，拟不再等待；写明的原因会归入案卷，请核对。",
    _REVIEW,
)


def check_participant(facts: ParticipantFacts) -> Outcome:
    """Whether the lead may close as far as this unit goes (Art 6 to 9).

    Raises UnknownCode for a role that is none of ``ROLES``.
    """
    known("参与单位", [facts.role], ROLES, "role")
    silent = not facts.result_received
    oral = facts.role == "coauthor_unit" and not facts.written
    return Outcome.of(
        raised(
            (silent and blank(facts.note), _SILENT[facts.role]),
            (silent and not blank(facts.note), NOT_WAITED_FOR),
            (not silent and oral, ORAL),
            (not silent and not facts.procedure_reviewed, PROCEDURE_UNREVIEWED),
            (not silent and not facts.scale_reviewed, SCALE_UNREVIEWED),
        )
    )


@dataclass(frozen=True, slots=True)
class JournalFacts:
    """What a journal or publisher did about its paper.

    ``sent`` pairs each content of ``FEEDBACK`` there was with a recipient it was sent to;
    ``available`` are the contents there were.
    """

    looked_into: bool
    written: bool
    available: frozenset[str]
    sent: frozenset[tuple[str, str]]


_JOURNAL = cite(
    N221,
    9,
    "应及时将相关线索和调查结论、处理决定等书面反馈牵头调查单位、作者所在单位",
)

# What an outside journal leaves undone is no reason to refuse the unit anything.
JOURNAL_IDLE = warning(
    "journal_did_not_inquire",
    "期刊或出版单位没有对论文开展调查；请发函请其主动调查。",
    cite(N221, 9, "应主动对论文是否违背科研诚信要求开展调查"),
)
JOURNAL_ORAL = warning(
    "journal_feedback_not_written",
    "期刊或出版单位的反馈不是书面；请发函请其书面反馈。",
    _JOURNAL,
)
_UNTOLD: Mapping[str, Finding] = {
    "lead_unit": warning(
        "journal_feedback_not_to_lead",
        "期刊或出版单位没有向牵头调查单位反馈齐全；请发函请其补送。",
        _JOURNAL,
    ),
    "author_unit": warning(
        "journal_feedback_not_to_author_unit",
        "期刊或出版单位没有向作者所在单位反馈齐全；两个单位都要反馈，请发函请其补送。",
        _JOURNAL,
    ),
}


def check_journal(facts: JournalFacts) -> Outcome:
    """Whether a journal did its part: its own look, and written feedback to both (Art 9).

    Raises UnknownCode for a content that is none of ``FEEDBACK``.
    """
    known("第九条", facts.available, FEEDBACK, "available")
    return Outcome.of(
        (
            *raised(
                (not facts.looked_into, JOURNAL_IDLE),
                (not facts.written, JOURNAL_ORAL),
            ),
            *(
                _UNTOLD[who]
                for who in JOURNAL_RECIPIENTS
                if not {(content, who) for content in facts.available} <= facts.sent
            ),
        )
    )
