"""Before anything happens: promises, contracts, a unit's systems, training and talks.

84号 9 to 11 and the opinions （五）, （八）, （九）, （十一）, （十三）, （十四）, （十六）.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.context import Context
from rules.errors import InstrumentNotInForce
from rules.instruments import instrument
from rules.law import N221, O2018, S84, cite
from rules.outcome import Citation, Outcome, error, info, warning
from rules.procedure.table import known, raised

PROMISE_SUBJECTS: Mapping[str, str] = MappingProxyType(
    {"integrity": "科研诚信", "ethics": "科技伦理", "security": "安全保密"}
)
PROMISE_PARTS: Mapping[str, str] = MappingProxyType(
    {"commitments": "承诺事项", "consequences": "违背承诺的处理要求"}
)
_BEFORE = cite(
    S84, 9, "责任主体在实施或参与科学技术活动前应就履行科研诚信、科技伦理、安全保密等情况签署承诺书"
)
_SIGN = cite(O2018, 9, "要求从事推荐（提名）、申报、评审、评估等工作的相关人员签署科研诚信承诺书")
_PARTS: Mapping[str, Citation] = MappingProxyType(
    {
        S84: cite(S84, 9, "承诺书应当明确承诺事项和违背承诺的处理要求"),
        O2018: cite(O2018, 9, "明确承诺事项和违背承诺的处理要求"),
    }
)
# What a promise covers under the opinions; under 84号 it is a parameter.
_OF_OPINIONS = ("integrity",)


def governing(on: date, by_province: bool, context: Context) -> str:
    """84号 where it is named, or in force on the day for an activity of the province; else the
    opinions, which have asked for the same since 2018.

    221号 says nothing of either and is not asked for: the opinions are older.  Raises
    InstrumentNotInForce where neither was in force, or one that is named was not.
    """
    own = by_province and instrument(S84).covers(on)
    found = S84 if own or S84 in context.instruments else O2018
    for one in map(instrument, (*context.instruments, found)):
        if one.number != N221 and not one.covers(on):
            raise InstrumentNotInForce(one.number, on, one.since, one.until)
    return found


@dataclass(frozen=True, slots=True)
class PromiseFacts:
    """A letter of promise: when it was signed and the activity begins, what it covers.

    ``by_province``: the activity is organised by the province, as 84号 asks.
    """

    begins: date
    signed: date | None
    subjects: frozenset[str] = frozenset(PROMISE_SUBJECTS)
    parts: frozenset[str] = frozenset(PROMISE_PARTS)
    by_province: bool = True


UNSIGNED = error("promise_missing", "还没有签署承诺书；签署后才能参加活动。", _BEFORE)
SIGNED_LATE = error(
    "promise_after_start", "承诺书签署于活动开始之后；应在开始之前签署，请说明情况。", _BEFORE
)
UNSIGNED_2018 = error(
    "promise_missing",
    "还没有签署科研诚信承诺书；从事推荐（提名）、申报、评审、评估等工作的，请签署。",
    _SIGN,
)
LATE_2018 = warning(
    "promise_after_start",
    "承诺书签署于活动开始之后；《意见》没有写明何时签署，请说明迟签的原因。",
    _SIGN,
)


def check_promise(facts: PromiseFacts, context: Context) -> Outcome:
    """Whether a promise was given as 84号 9 asks: before, three subjects, two parts.

    Where 84号 does not govern, as the opinions （九） ask: of integrity, with the same two parts.
    Raises UnknownCode, or InstrumentNotInForce (see ``governing``).
    """
    known("承诺的内容", sorted(facts.subjects), PROMISE_SUBJECTS, "subjects")
    known("承诺书的部分", sorted(facts.parts), PROMISE_PARTS, "parts")
    under = governing(facts.begins, facts.by_province, context)
    by_84 = under == S84
    late = facts.signed is not None and facts.signed > facts.begins
    return Outcome.of(
        (
            *raised(
                (facts.signed is None, UNSIGNED if by_84 else UNSIGNED_2018),
                (late, SIGNED_LATE if by_84 else LATE_2018),
            ),
            *(
                error(
                    f"promise_{name}_missing",
                    f"承诺书没有写{label}；请补充。",
                    _BEFORE if by_84 else _SIGN,
                )
                for name, label in PROMISE_SUBJECTS.items()
                if name in _subjects(under, facts.begins, context) and name not in facts.subjects
            ),
            *(
                error(f"promise_{name}_missing", f"承诺书没有写明{label}；请补充。", _PARTS[under])
                for name, label in PROMISE_PARTS.items()
                if name not in facts.parts
            ),
        )
    )


def _subjects(under: str, on: date, context: Context) -> Collection[str]:
    if under == O2018:
        return _OF_OPINIONS
    wanted: Collection[str] = context.with_instruments(under).law(on)["promise.subjects"].value
    return wanted


_CLAUSES: Mapping[str, Citation] = MappingProxyType(
    {
        S84: cite(
            S84, 11, "在各类科研合同（任务书、协议等）中应约定科研诚信义务和违约责任追究条款"
        ),
        O2018: cite(
            O2018, 8, "在各类科研合同（任务书、协议等）中约定科研诚信义务和违约责任追究条款"
        ),
    }
)


@dataclass(frozen=True, slots=True)
class ContractFacts:
    """A research contract, task book or agreement; ``by_province`` as of a promise."""

    signed: date
    duty: bool
    liability: bool
    by_province: bool = True


def check_contract(facts: ContractFacts, context: Context) -> Outcome:
    """Whether a contract names the duties of integrity and the liability (84号 11; （八）).

    Raises InstrumentNotInForce (see ``governing``).
    """
    words = _CLAUSES[governing(facts.signed, facts.by_province, context)]
    duty = error("contract_without_duty", "合同没有约定科研诚信义务；请补充条款。", words)
    liability = error("contract_without_liability", "合同没有约定违约责任追究；请补充条款。", words)
    return Outcome.of(raised((not facts.duty, duty), (not facts.liability, liability)))


@dataclass(frozen=True, slots=True)
class System:
    """Something a unit has to have set up."""

    label: str
    citation: Citation


SYSTEMS: Mapping[str, System] = MappingProxyType(
    {
        "publication_promise": System(
            "学术论文发表诚信承诺制度", cite(S84, 10, "学术论文发表诚信承诺制度")
        ),
        "traceability": System("科研过程可追溯制度", cite(S84, 10, "科研过程可追溯制度")),
        "result_checks": System("科研成果检查和报告制度", cite(S84, 10, "科研成果检查和报告制度")),
        "records": System(
            "原始数据资料和科研档案的统一管理",
            cite(S84, 10, "加强实验记录、实验数据等原始数据资料和科研档案的统一管理、留存备查"),
        ),
        "charter": System(
            "章程、规章和聘用合同中的科研诚信责任",
            cite(O2018, 5, "对本单位员工遵守科研诚信要求及责任追究作出明确规定或约定"),
        ),
        "committee": System(
            "学术委员会的科研诚信职责",
            cite(O2018, 5, "对学术委员会科研诚信工作任务、职责权限作出明确规定"),
        ),
        "prevention": System(
            "教育预防等制度", cite(O2018, 13, "教育预防、科研活动记录、科研档案保存等各项制度")
        ),
        "handling_rules": System(
            "本单位的调查处理办法", cite(O2018, 14, "应制定本单位的调查处理办法")
        ),
    }
)


def check_unit(systems: frozenset[str]) -> Outcome:
    """Which systems a unit still has to set up (84号 10; the opinions （五）, （十三）, （十四）).

    No text says how long records are kept, so no period is asked for.  Raises UnknownCode.
    """
    known("单位的制度", sorted(systems), SYSTEMS, "systems")
    return Outcome.of(
        error(f"system_{name}_missing", f"还没有建立{one.label}；请建立。", one.citation)
        for name, one in SYSTEMS.items()
        if name not in systems
    )


TRAINING_NODES: Mapping[str, str] = MappingProxyType(
    {"entry": "入学入职", "promotion": "职称晋升", "project": "参与科技计划项目"}
)
_TRAINING = cite(O2018, 16, "在入学入职、职称晋升、参与科技计划项目等重要节点必须开展科研诚信教育")


def check_training(reached: frozenset[str], trained: frozenset[str]) -> Outcome:
    """Whether somebody was trained at every node reached (the opinions （十六）); UnknownCode."""
    known("教育节点", sorted(reached | trained), TRAINING_NODES, "reached")
    return Outcome.of(
        error(f"training_{name}_missing", f"{label}时没有科研诚信教育记录；请补办。", _TRAINING)
        for name, label in TRAINING_NODES.items()
        if name in reached and name not in trained
    )


@dataclass(frozen=True, slots=True)
class TalkFacts:
    """A talk about integrity: held for a tendency (preventive), or given as measure 1."""

    preventive: bool
    decided: bool
    counted_as_prior: bool = False
    recorded: bool = True


_TALK = cite(
    O2018, 16, "对在科研诚信方面存在倾向性、苗头性问题的人员，所在单位应当及时开展科研诚信诫勉谈话"
)
_MEASURE_1 = cite(N221, 29, item=1)
PREVENTIVE_DECIDED = error(
    "preventive_talk_decided",
    "苗头性问题的谈话不是第二十九条的处理措施；作为处理措施的，请依程序作出决定。",
    _TALK,
)
COUNTED = error(
    "preventive_talk_counted",
    "预防性的谈话不是处理，不计为前次失信；请不作屡次发生的依据。",
    _TALK,
)
UNDECIDED = error(
    "measure_without_decision", "作为处理措施的诫勉谈话须有处理决定；请先作出决定。", _MEASURE_1
)
UNRECORDED = error("talk_not_recorded", "谈话没有记录；请补记。", _TALK)
NOT_A_SANCTION = info("talk_is_no_sanction", "本次谈话是教育，不是处理，不记入科研信用。", _TALK)


def check_talk(facts: TalkFacts) -> Outcome:
    """Whether a talk is kept for what it is (the opinions （十六）; Art 29（一）)."""
    preventive = facts.preventive
    return Outcome.of(
        raised(
            (preventive and facts.decided, PREVENTIVE_DECIDED),
            (preventive and facts.counted_as_prior, COUNTED),
            (not preventive and not facts.decided, UNDECIDED),
            (not facts.recorded, UNRECORDED),
            (preventive, NOT_A_SANCTION),
        )
    )
