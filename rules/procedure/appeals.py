"""Review and re-review: admission, team, opinion, and what may follow (Art 41–43)."""

from dataclasses import dataclass
from datetime import date

from rules.context import Context, default_context
from rules.law import N221, S84, cite
from rules.outcome import Finding, Outcome, error, info, warning
from rules.procedure.people import too_small
from rules.procedure.standing import StandingFacts as StandingFacts
from rules.procedure.standing import check_standing as check_standing
from rules.procedure.table import blank, eased, known, raised

SECOND = 2
LEVELS = (1, SECOND)
ADMISSIONS = ("admit", "refuse")
RESULTS = ("upheld", "varied", "revoked", "sent_back")

_ANOTHER_TEAM = "另行组织调查组或委托第三方机构"


@dataclass(frozen=True, slots=True)
class AdmissionFacts:
    """A decision on admission beside the advice of ``rules.appeals.check_appeal``.

    ``last_day``: the end of the 15 working days since receipt, None while not certain.
    """

    level: int
    advice: str
    decision: str
    received_on: date
    decided_on: date
    reason: str = ""
    last_day: date | None = None


_PERIOD = "在收到申诉之日起15个工作日内作出是否受理决定"
# The words that make a level admit, and those that make it refuse.
_ADMITS = {1: "决定受理的，另行组织调查组或委托第三方机构", 2: "决定受理的，应组织复核"}
_REFUSES = {
    1: "写明理由并提供相关证据或线索",
    2: "仅以对调查处理结果和复查结果不服为由，不能说明其他理由并提供充分证据，"
    "或以同一事实和理由提出申诉的，不予受理",
}


START_BY_221 = info(
    "admission_start_by_221",
    "84号第十八条未写15个工作日自何日起算；依其第十七条，按221号第四十一条自收到申诉之日起算。",
    cite(S84, 18, "相关部门和单位应在15个工作日内作出是否受理的决定"),
)


def check_admission(facts: AdmissionFacts, context: Context | None = None) -> Outcome:
    """Whether a person may admit or refuse an appeal (Art 41, 42); lateness only warns.

    Whether the refusal of a second appeal has to be explained is a reading.  84号 18 has the same
    days for a first appeal without saying from when; its Art 17 leaves that to 221号.

    Raises UnknownCode for a level, advice or decision that does not exist.
    """
    known("申诉层级", [facts.level], LEVELS, "level")
    known("受理申诉", [facts.advice], ADMISSIONS, "advice")
    known("受理申诉", [facts.decision], ADMISSIONS, "decision")
    chosen = (facts.decision, facts.advice)
    late = facts.last_day is not None and facts.decided_on > facts.last_day
    unexplained = facts.decision == "refuse" and blank(facts.reason)
    level = _LEVEL_FINDINGS[facts.level]
    no_reason = level.no_reason
    frame = context or default_context()
    advised = frame.reading("second_refusal_explained") == "advised"
    if facts.level == SECOND and advised:
        no_reason = eased(no_reason, "不予受理申诉没有说明情况；条文没有要求，最好写明理由。")
    return Outcome.of(
        raised(
            (chosen == ("refuse", "admit"), level.must_admit),
            (chosen == ("admit", "refuse"), level.must_refuse),
            (unexplained, no_reason),
            (facts.decided_on < facts.received_on, level.too_early),
            (late, level.late),
            (facts.level != SECOND and S84 in frame.instruments, START_BY_221),
        )
    )


@dataclass(frozen=True, slots=True)
class _Level:
    """The findings of one level, each on that level's own article."""

    must_admit: Finding
    must_refuse: Finding
    no_reason: Finding
    too_early: Finding
    late: Finding


def _level(level: int) -> _Level:
    article = 40 + level
    period = cite(N221, article, _PERIOD)
    return _Level(
        error(
            "must_admit",
            "申诉符合条件，没有不予受理的情形，应当受理；事实有变化时请先改登记。",
            cite(N221, article, _ADMITS[level]),
        ),
        error(
            "must_refuse",
            "申诉不符合条件，不能受理；申诉人补齐后可以重新判断。",
            cite(N221, article, _REFUSES[level]),
        ),
        error(
            "refusal_reason_missing",
            "不予受理申诉没有说明情况；请写明理由。",
            cite(N221, 41, "不予受理的应说明情况"),
            # Art 42 itself has no such sentence.
            None if level == 1 else "second_refusal_explained",
        ),
        error(
            "decided_before_receipt",
            "决定日期早于收到申诉的日期；请核对两个日期。",
            period,
        ),
        warning(
            "admission_late",
            "决定是否受理已超过15个工作日；请尽快作出并说明原因。",
            period,
        ),
    )


_LEVEL_FINDINGS = {level: _level(level) for level in LEVELS}


@dataclass(frozen=True, slots=True)
class ReviewTeamFacts:
    """The team of a review, as numbers of people.

    ``first_team``: whoever investigated, ``reviewers``: at level 2, whoever reviewed.
    ``confidentiality``: a third party went through the confidentiality procedure.
    """

    first_team: frozenset[int]
    second_team: frozenset[int]
    third_party: bool
    confidentiality: bool = True
    level: int = 1
    reviewers: frozenset[int] = frozenset()


SAME_PEOPLE = error(
    "team_shared",
    "复查、复核人员中有原调查组的人；请另行组织，不得有同一人。",
    cite(N221, 41, _ANOTHER_TEAM),
)
SAME_PEOPLE_AGAIN = error(
    "team_shared",
    "复核人员中有原调查组或复查组的人；请另行组织，不得有同一人。",
    cite(N221, 42, "应组织复核"),
    "re_review_team",
)
INVESTIGATED_ONCE = eased(
    SAME_PEOPLE_AGAIN, "复核人员中有原调查组的人；按所采用的解读可以参加，请说明理由。"
)
NO_TEAM = error(
    "review_team_missing",
    "还没有组织调查组，也没有委托第三方机构；请选择其一。",
    cite(N221, 41, _ANOTHER_TEAM),
)
NOT_CONFIDENTIAL = error(
    "third_party_without_confidentiality",
    "委托第三方机构没有履行保密程序；签署保密文件后才能委托。",
    cite(N221, 44, "委托第三方机构开展调查、测试、评估或评价时，应履行保密程序"),
)


def check_review_team(facts: ReviewTeamFacts, context: Context | None = None) -> Outcome:
    """Whether the review has a team of its own (Art 41; at level 2 by analogy).

    Raises UnknownCode for a level other than 1 and 2.
    """
    known("申诉层级", [facts.level], LEVELS, "level")
    frame = context or default_context()
    nobody = not facts.second_team and not facts.third_party
    small = () if facts.third_party else too_small(len(facts.second_team), frame)
    return Outcome.of(
        (
            *raised((nobody, NO_TEAM)),
            *_shared(facts, frame),
            *raised((facts.third_party and not facts.confidentiality, NOT_CONFIDENTIAL)),
            *small,
        ),
        ("re_review_team", "G16") if facts.level == SECOND else ("G16",),
    )


def _shared(facts: ReviewTeamFacts, frame: Context) -> tuple[Finding, ...]:
    investigated = bool(facts.first_team & facts.second_team)
    if facts.level != SECOND:
        return raised((investigated, SAME_PEOPLE))
    lenient = frame.reading("re_review_team") == "apart_from_review"
    reviewed = bool(facts.reviewers & facts.second_team)
    if reviewed or (investigated and not lenient):
        return (SAME_PEOPLE_AGAIN,)
    return raised((investigated, INVESTIGATED_ONCE))


@dataclass(frozen=True, slots=True)
class OpinionFacts:
    """An opinion about to be issued: the answer to each reason of the appellant, and the opinion.

    ``result``: one of ``RESULTS``, empty while not decided.
    """

    answers: tuple[str, ...]
    opinion: str
    result: str = ""


_ANSWER = cite(N221, 43, "针对申诉人提出的理由给予明确回复")

NO_REASONS = error(
    "opinion_without_reasons",
    "没有列出申诉人提出的理由；请逐条列出并回复。",
    _ANSWER,
)
NO_CONCLUSION = error(
    "opinion_without_conclusion",
    "没有写明复查、复核的意见；请写明结果和理由。",
    cite(N221, 43, "复查、复核应制作复查、复核意见书"),
)


RESUBMIT = info(
    "resubmit_after_variation",
    "变更后的处理决定生效后，已汇交的须按原程序重新汇交。",
    cite(S84, 21, "处理决定依规变更的，按原程序重新汇交"),
)
REMOVE = info(
    "remove_after_revocation",
    "处理决定被撤销的，已汇交的须及时申请移出。",
    cite(S84, 21, "科研失信行为数据所依据的处理决定被撤销或者宣告无效的"),
)


def opinion_title(level: int, context: Context) -> str:
    """What the paper of a review or re-review is called (Art 43; 84号 18): in Shandong a reading.

    Raises UnknownCode for a level other than 1 and 2.
    """
    known("申诉层级", [level], LEVELS, "level")
    if level == SECOND:
        return "复核意见书"
    by_84 = S84 in context.instruments and context.reading("C12") == "of_84"
    return "复查决定书" if by_84 else "复查意见书"


def check_opinion(facts: OpinionFacts) -> Outcome:
    """Whether an opinion answers every reason of the appellant (Art 43), and what follows it.

    Raises UnknownCode for a result that is none of ``RESULTS``.
    """
    known("复查、复核结果", [facts.result], ("", *RESULTS), "result")
    unanswered = sum(1 for answer in facts.answers if blank(answer))
    message = f"还有{unanswered}条申诉理由没有回复；逐条明确回复后才能出具意见书。"
    return Outcome.of(
        raised(
            (not facts.answers, NO_REASONS),
            (unanswered > 0, error("reason_unanswered", message, _ANSWER)),
            (blank(facts.opinion), NO_CONCLUSION),
            (facts.result == "varied", RESUBMIT),
            (facts.result == "revoked", REMOVE),
        )
    )


@dataclass(frozen=True, slots=True)
class SecondLevelFacts:
    """What became of the appeal before, its level, and whether this one goes to the right body.

    ``to_superior``: to the superior of the unit; ``by_state_council``: the result is one of a State
    Council department, and ``to_superior`` then means to that same department.
    """

    first_decided: bool
    first_refused: bool
    to_superior: bool = True
    level_of_first: int = 1
    by_state_council: bool = False


_AGAINST_RESULT = cite(N221, 42, "举报人或被处理人对复查结果不服的")

FIRST_REFUSED = error(
    "first_appeal_refused",
    "第一次申诉没有受理，没有复查结果，不能申请复核。",
    _AGAINST_RESULT,
    "refused_appeal",
)
FIRST_OPEN = error(
    "first_appeal_undecided",
    "复查还没有结果；对复查结果不服的，可以在收到结果后申诉。",
    _AGAINST_RESULT,
)
REFUSAL_EXAMINED = eased(
    FIRST_REFUSED,
    "第一次申诉没有受理；按所采用的解读由上级主管部门审查不予受理是否正当，请说明理由。",
)
WRONG_BODY = error(
    "not_to_superior",
    "第二次申诉应向调查处理单位的上级主管部门提出；请告知向上级主管部门提出，或代为转送。",
    cite(N221, 42, "可向调查处理单位的上级主管部门书面提出申诉"),
)
OTHER_DEPARTMENT = error(
    "not_to_same_department",
    "对国务院部门的复查结果不服的，应向作出该结果的国务院部门提出；请告知向该部门提出，或代为转送。",
    cite(N221, 42, "向作出该复查结果的国务院部门书面提出申诉"),
)

FINAL = error(
    "result_final",
    "复核结果为最终结果，不能再次申诉；有新的证据、线索可以重新举报。",
    cite(N221, 42, "复核结果为最终结果"),
)


def check_second_level(facts: SecondLevelFacts, context: Context | None = None) -> Outcome:
    """Whether a re-review may be asked for: only against the result of a review (Art 42).

    Whether the refusal of a first appeal may be put to the superior is a reading.

    Raises UnknownCode for a level other than 1 and 2.
    """
    known("申诉层级", [facts.level_of_first], LEVELS, "level_of_first")
    undecided = not facts.first_decided and not facts.first_refused
    examined = (context or default_context()).reading("refused_appeal") == "to_superior"
    return Outcome.of(
        raised(
            (facts.first_refused, REFUSAL_EXAMINED if examined else FIRST_REFUSED),
            (undecided, FIRST_OPEN),
            (not facts.to_superior, OTHER_DEPARTMENT if facts.by_state_council else WRONG_BODY),
            (facts.level_of_first == SECOND, FINAL),
        ),
        ("G6",),
    )


def check_third_level() -> Outcome:
    """A third appeal: never, the result of the re-review is final (Art 42)."""
    return Outcome.of((FINAL,))
