"""After a finding: retraction, measures beside Article 29, entries of credit, mutual recognition.

The opinions （十一）, （二十）, （二十一）; 84号 5; the excerpts on vouchers and centres.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.law import CENTRE_150, O2018, P130, S84, cite
from rules.outcome import Citation, Outcome, error, info, warning
from rules.procedure.table import blank, known, raised

_RETRACT = cite(
    O2018,
    11,
    "学术论文等科研成果存在违背科研诚信要求情形的，应对相应责任人严肃处理并要求其采取撤回论文等措施，消除不良影响",
)


@dataclass(frozen=True, slots=True)
class RetractionFacts:
    """A paper with a breach in it: when the author was asked to retract, when it was retracted."""

    breach_in_paper: bool
    asked: date | None = None
    retracted: date | None = None


NOT_ASKED = error(
    "retraction_not_asked", "还没有要求作者撤回论文；请在处理之外另行要求。", _RETRACT
)
STANDS = warning("paper_stands", "论文还没有撤回；请跟踪，直至撤回或采取其他措施。", _RETRACT)


def check_retraction(facts: RetractionFacts) -> Outcome:
    """Whether a paper with a breach in it is dealt with beside the sanction (opinions （十一）).

    An author may retract without being asked.
    """
    open_ = facts.breach_in_paper and facts.retracted is None
    return Outcome.of(
        raised(
            (open_ and facts.asked is None, NOT_ASKED), (open_ and facts.asked is not None, STANDS)
        )
    )


@dataclass(frozen=True, slots=True)
class OtherMeasure:
    """A measure of the opinions that Article 29 does not have."""

    label: str
    citation: Citation


def _other(label: str, words: str) -> OtherMeasure:
    return OtherMeasure(label, cite(O2018, 20, words))


OTHER_MEASURES: Mapping[str, OtherMeasure] = MappingProxyType(
    {
        "expulsion": _other("开除学籍", "依法开除学籍"),
        "teaching_licence": _other("撤销教师资格", "撤销学位、教师资格"),
        "medical_licence": _other("收回医师执业证书", "收回医师执业证书"),
        "dismissal": _other("解除劳动合同、聘用合同", "依法依规解除劳动合同、聘用合同"),
        "lifelong_disqualification": _other(
            "终身取消资格",
            "一定期限直至终身取消晋升职务职称、申报科技计划项目、担任评审评估专家、被提名为院士候选人等资格",
        ),
        "lifelong_ban": _other(
            "终身禁止从业", "终身禁止在政府举办的学校、医院、科研机构等从事教学、科研工作"
        ),
        "watch_list": _other("列入观察名单", "列入观察名单等其他处理"),
        "heads_called_in": _other("约谈单位主要负责人", "约谈主要负责人"),
        "funds_cut": _other("停拨或核减经费", "停拨或核减经费"),
    }
)


@dataclass(frozen=True, slots=True)
class OtherMeasureFacts:
    """Such a measure about to be taken: its own basis in law, the body that has the power.

    ``as_article_29``: it is given as one of the fourteen measures.
    """

    name: str
    basis: str
    body: str
    as_article_29: bool = False


def check_other_measure(facts: OtherMeasureFacts) -> Outcome:
    """Whether a measure outside Article 29 may stand beside the sanction (the opinions （二十）).

    Raises UnknownCode for a measure the opinions do not name.
    """
    known("《意见》（二十）的处理", [facts.name], OTHER_MEASURES, "name")
    one = OTHER_MEASURES[facts.name]
    basis = f"{one.label}没有写明法律依据；请写明，《意见》本身不是依据。"
    body = f"{one.label}没有写明有权的单位；请写明，或移送有权的单位。"
    apart = f"{one.label}不是第二十九条的处理措施；请另行作出。"
    return Outcome.of(
        raised(
            (blank(facts.basis), error("basis_missing", basis, one.citation, "C21")),
            (blank(facts.body), error("body_missing", body, one.citation)),
            (facts.as_article_29, error("not_in_article_29", apart, one.citation, "C21")),
        )
    )


@dataclass(frozen=True, slots=True)
class CreditFacts:
    """An entry in somebody's record of research credit and what it rests on.

    ``tolerated``: the failure of the project was forgiven (130号 32).
    """

    decision: str
    effective: date | None
    entered: date
    tolerated: bool = False


_CREDIT = cite(S84, 5, "记录相关责任主体的科研信用情况，开展诚信审核及结果应用")
NO_DECISION = error(
    "entry_without_decision", "科研信用记录没有处理决定作依据；请写明决定文号。", _CREDIT
)
NOT_EFFECTIVE = error(
    "entry_before_effect", "处理决定在记录之日还没有生效；请在生效后记录。", _CREDIT
)
TOLERATED = error(
    "entry_of_tolerated_failure",
    "已按宽容失败结题的项目不影响科研信用；请删去该记录。",
    cite(P130, 32, "不影响其科研信用和日后承担财政科研项目资格"),
)


def check_credit_entry(facts: CreditFacts) -> Outcome:
    """Whether an entry of research credit has its ground (84号 5; 130号 32)."""
    early = facts.effective is None or facts.effective > facts.entered
    return Outcome.of(
        raised(
            (blank(facts.decision), NO_DECISION),
            (early, NOT_EFFECTIVE),
            (facts.tolerated, TOLERATED),
        )
    )


# Where the state of integrity counts (the opinions （二十一）).
USES: Mapping[str, str] = MappingProxyType(
    {
        "enrolment": "学籍管理",
        "degree": "学历学位授予",
        "project": "科研项目立项",
        "title": "专业技术职务评聘",
        "post": "岗位聘用",
        "honour": "评选表彰",
        "academician": "院士增选",
        "talent": "人才基地评审",
    }
)
_USE = cite(
    O2018,
    21,
    "将科研诚信状况与学籍管理、学历学位授予、科研项目立项、专业技术职务评聘、岗位聘用、评选表彰、院士增选、人才基地评审等挂钩",
)
_MUTUAL = cite(O2018, 21, "对相关处理结果互认")
NOT_RECOGNISABLE = error(
    "result_not_in_effect", "处理决定没有生效或已经失效，不能作为依据；请重新查询。", _MUTUAL
)


def check_use(use: str, in_effect: bool) -> Outcome:
    """Whether another body's decision may be used here: while in effect (opinions （二十一）).

    Raises UnknownCode for a use the opinions do not name.
    """
    known("诚信状况的应用", [use], USES, "use")
    told = info("result_recognised", f"可用于{USES[use]}；请写明处理决定。", _USE)
    return Outcome.of(raised((not in_effect, NOT_RECOGNISABLE), (in_effect, told)))


_CENTRE = cite(CENTRE_150, 0, "严重弄虚作假，出现违法或科研失信问题，造成不良影响的")
CENTRE_DUE = warning(
    "centre_to_be_revoked",
    "该技术创新中心符合予以撤销的情形；请另行办理，这不是第二十九条的处理措施。",
    _CENTRE,
)


def check_centre(fraud: bool, misconduct: bool, harm: bool, illegal: bool = False) -> Outcome:
    """Whether a centre is to be revoked: fraud, a breach of law or misconduct, and harm together.

    Of the document only these words are held.
    """
    return Outcome.of(raised((fraud and (illegal or misconduct) and harm, CENTRE_DUE)))
