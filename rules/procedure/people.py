"""Who may take part: confidentiality (Art 44) and recusal (Art 45)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rules.context import Context, default_context
from rules.law import N221, cite
from rules.outcome import Finding, Outcome, error, warning
from rules.procedure.table import eased, known, raised

# The relations of Art 45 in its order, with the words that bar the person.
RELATIONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "near_relative": ("近亲属", "被调查人或举报人近亲属"),
        "witness": ("本案证人", "本案证人"),
        "interested": ("利害关系人", "利害关系人"),
        "collaborator": ("有研究合作关系", "有研究合作或师生关系"),
        "teacher_student": ("有师生关系", "有研究合作或师生关系"),
        "other": ("有其他可能影响公正的情形", "其他可能影响公正调查处理情形的"),
    }
)


@dataclass(frozen=True, slots=True)
class ParticipationFacts:
    """A person about to act in a case; ``relations`` towards respondent or complainant alike."""

    agreement_signed: bool
    statement_signed: bool
    relations: frozenset[str] = frozenset()
    is_party: bool = False
    recusal_asked: bool = False
    recused: bool = False


NO_AGREEMENT = error(
    "agreement_missing",
    "还没有签署保密协议；签署后才能参加本案、查看内容。",
    cite(N221, 44, "要签署保密协议"),
)
NO_STATEMENT = error(
    "statement_missing",
    "还没有签署本案的回避声明；签署后才能参加本案、查看内容。",
    cite(N221, 45, "参与科研失信行为调查处理人员应签署回避声明"),
)
PARTY = error(
    "is_party",
    "这个人是本案的当事人，不得参与调查处理；请换人。",
    cite(N221, 45, "利害关系人"),
)
ASKED = error(
    "recusal_undecided",
    "当事人要求这个人回避，还没有决定；决定不回避后才能继续参加。",
    cite(N221, 45, "被调查人、举报人有权要求其回避"),
    "G4",
)
ASKED_GOES_ON = eased(
    ASKED, "当事人要求这个人回避，还没有决定；按所采用的解读可以继续参加，请说明理由并尽快决定。"
)
RECUSED = error(
    "recused",
    "已决定这个人回避，不得参与本案的调查处理；请换人。",
    cite(N221, 45, "不得参与调查处理工作，应主动申请回避"),
)


def check_participation(facts: ParticipationFacts, context: Context | None = None) -> Outcome:
    """Whether a person may act in a case and see its content (Art 44, 45).

    Whether someone whose recusal was asked for stands aside until it is decided is a reading.

    Raises UnknownCode for a relation Art 45 does not name.
    """
    known("第四十五条", facts.relations, RELATIONS, "relations")
    goes_on = (context or default_context()).reading("G4") == "goes_on"
    return Outcome.of(
        (
            *raised(
                (not facts.agreement_signed, NO_AGREEMENT),
                (not facts.statement_signed, NO_STATEMENT),
                (facts.is_party, PARTY),
            ),
            *(_related(name) for name in RELATIONS if name in facts.relations),
            *raised(
                (facts.recusal_asked, ASKED_GOES_ON if goes_on else ASKED),
                (facts.recused, RECUSED),
            ),
        )
    )


def _related(name: str) -> Finding:
    label, words = RELATIONS[name]
    message = f"这个人与被调查人或举报人的关系是「{label}」，不得参与调查处理；请换人。"
    return error(f"relation_{name}", message, cite(N221, 45, words))


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """An investigation team as numbers of people; ``barred`` must stand aside (Art 45)."""

    investigators: frozenset[int]
    parties: frozenset[int] = frozenset()
    barred: frozenset[int] = frozenset()


NO_TEAM = error(
    "team_missing",
    "还没有调查人员；请先在调查方案中明确人员。",
    cite(N221, 16, "明确调查内容、人员、方式、进度安排、保障措施、工作纪律等"),
)
ONE_ONLY = warning(
    "team_of_one",
    "调查组只有1人，不能与被调查人、证人谈话；参与谈话的不得少于2人，一般应再增加调查人员。",
    cite(N221, 18, "参与谈话的调查人员不得少于2人"),
    "G16",
)
PARTY_ON_TEAM = error(
    "party_on_team",
    "调查组里有本案的当事人；请换人。",
    cite(N221, 45, "利害关系人"),
)
BARRED_ON_TEAM = error(
    "barred_on_team",
    "调查组里有应当回避的人；请换人。",
    cite(N221, 45, "不得参与调查处理工作，应主动申请回避"),
)


# The fewest members of a team, by the value of reading G16.
_AT_LEAST = {"at_least_2": 2, "at_least_3": 3}


def too_small(members: int, frame: Context) -> tuple[Finding, ...]:
    """What is to be said of a team of this many people, none being said of no team at all."""
    least = _AT_LEAST.get(frame.reading("G16"))
    if least is None:
        return raised((members == 1, ONE_ONLY))
    message = f"调查组不足{least}人，少于本单位规定的人数；请增加调查人员。"
    rests_on = cite(N221, 16, "明确调查内容、人员、方式、进度安排、保障措施、工作纪律等")
    found = error("team_too_small", message, rests_on, "G16")
    return raised((0 < members < least, found))


@dataclass(frozen=True, slots=True)
class TeamChangeFacts:
    """A change of the team; ``approved_on``: the plan as changed, None when not yet.

    ``refusing``: those who will not sign the report.
    """

    before: frozenset[int]
    after: frozenset[int]
    changed_on: date
    approved_on: date | None
    refusing: frozenset[int] = frozenset()


_PLAN = cite(N221, 16, "经单位相关负责人批准后实施")

CHANGE_UNAPPROVED = error(
    "team_change_unapproved",
    "调查人员有变动，变更后的调查方案还没有批准；批准后再更换。",
    _PLAN,
)
CHANGED_EARLY = error(
    "team_changed_before_approval",
    "更换调查人员的日期早于变更方案的批准日期；请核对两个日期。",
    _PLAN,
)
REFUSING_REMOVED = error(
    "refusing_member_removed",
    "不愿在调查报告上签字的人被移出调查组；报告须由全体调查人员签字，请保留并记明其意见。",
    cite(N221, 24, "调查报告须由全体调查人员签字"),
)


def check_team_change(facts: TeamChangeFacts) -> Outcome:
    """Whether the team may be changed: with an approved change of the plan (Art 16, 24)."""
    approved, changed = facts.approved_on, facts.before != facts.after
    early = changed and approved is not None and facts.changed_on < approved
    removed = facts.before - facts.after
    return Outcome.of(
        raised(
            (changed and approved is None, CHANGE_UNAPPROVED),
            (early, CHANGED_EARLY),
            (bool(removed & facts.refusing), REFUSING_REMOVED),
        )
    )


def check_team(facts: TeamFacts, context: Context | None = None) -> Outcome:
    """Whether these people may be the investigation team (Art 16, 18, 45); how many is G16."""
    return Outcome.of(
        (
            *raised((not facts.investigators, NO_TEAM)),
            *too_small(len(facts.investigators), context or default_context()),
            *raised(
                (bool(facts.investigators & facts.parties), PARTY_ON_TEAM),
                (bool(facts.investigators & facts.barred), BARRED_ON_TEAM),
            ),
        ),
        ("G16",),
    )
