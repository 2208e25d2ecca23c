"""The moves of an appeal: which are open where it stands, and for the others why not.

Services refuse and pages explain from this one table. Whether a person may is the policies'
answer, whether an appeal is to be admitted that of the rules.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from accounts.actors import Actor
from accounts.policies import Basis, may
from appeals.facts import advice, examines_refusals, settled
from appeals.models import Appeal, AppealLevel, AppealState
from appeals.policies import ADMISSION, OPINION, TEAM
from appeals.selectors.lists import OPEN_STATES
from cases.policies import RULES
from cases.selectors.steps import Blocked

ANSWER = Basis(RULES, 43, "针对申诉人提出的理由给予明确回复")
TELL = Basis(RULES, 41, "并告知申诉人")
FEED_BACK = Basis(RULES, 41, "并向申诉人反馈复查结果")
AGAINST_RESULT = Basis(RULES, 42, "举报人或被处理人对复查结果不服的")
FINAL = Basis(RULES, 42, "复核结果为最终结果")

S = AppealState
Reason = tuple[str, Basis] | None


@dataclass(frozen=True, slots=True)
class Move:
    """A move: its policy, the words on its button, and why it may be closed."""

    slug: str
    policy: str
    title: str
    closed: Callable[[Appeal], Reason]

    def url(self, appeal: Appeal) -> str:
        """The address of its form."""
        return reverse(f"appeal_{self.slug}", kwargs={"pk": appeal.pk})


def closed(slug: str, appeal: Appeal) -> Blocked | None:
    """Why a move is not open where the appeal stands; None when it is. KeyError if unknown."""
    move = MOVES[slug]
    reason = move.closed(appeal)
    return None if reason is None else Blocked(move.title, *reason)


def open_for(actor: Actor, appeal: Appeal) -> list[Move]:
    """The moves this person can make now, in their order."""
    return [
        move
        for move in MOVES.values()
        if move.closed(appeal) is None
        and not _unlawful(move, appeal)
        and may(move.policy, actor, appeal)
    ]


def blocked_for(actor: Actor, appeal: Appeal) -> list[Blocked]:
    """The moves still ahead that this person cannot make now, each with its reason."""
    found: list[Blocked] = []
    for slug in AHEAD[AppealState(appeal.state)]:
        move = MOVES[slug]
        blocked, permission = closed(slug, appeal), may(move.policy, actor, appeal)
        if blocked is not None:
            found.append(blocked)
        elif unlawful := _unlawful(move, appeal):
            found += unlawful
        elif not permission:
            found.append(Blocked(move.title, permission.reason, permission.basis))
    return found


def _unlawful(move: Move, appeal: Appeal) -> list[Blocked]:
    """What the rules say against admitting, or against refusing, an appeal."""
    if move.slug not in ("admit", "refuse"):
        return []
    answer = advice(appeal)
    if move.slug == "refuse":
        basis = ADMISSION[AppealLevel(appeal.level)]
        reason = "申诉符合条件，没有不予受理的情形，应当受理。"
        return [Blocked(move.title, reason, basis)] if answer.advice == "admit" else []
    return [
        Blocked(
            move.title,
            f"{finding.message}；申诉人补齐后可以重新判断。",
            Basis(cited.instrument, cited.article or 0, cited.text) if cited else None,
        )
        for finding in answer.outcome.errors
        for cited in (finding.citation,)
    ]


def _stands(appeal: Appeal) -> str:
    return f"申诉现在是「{AppealState(appeal.state).label}」"


def _undecided(appeal: Appeal) -> Reason:
    if appeal.state == S.LODGED:
        return None
    basis = ADMISSION[AppealLevel(appeal.level)]
    return f"{_stands(appeal)}，是否受理已经决定过了。", basis


def _tell(appeal: Appeal) -> Reason:
    if appeal.decided_admission_on is None:
        return "还没有决定是否受理；作出决定后再告知。", TELL
    if appeal.told_on is not None:
        return "已经告知过了。", TELL
    return None


def _begin(appeal: Appeal) -> Reason:
    if appeal.state == S.ADMITTED:
        return None
    if appeal.state == S.LODGED:
        return f"还没有决定受理；受理后才能组织{appeal.word}。", TEAM
    return f"{_stands(appeal)}，不能再组织{appeal.word}。", TEAM


def _at_work(basis: Basis) -> Callable[[Appeal], Reason]:
    def reason(appeal: Appeal) -> Reason:
        if appeal.state == S.UNDER_REVIEW:
            return None
        if appeal.state in OPEN_STATES:
            return f"{_stands(appeal)}；组织调查组、开始{appeal.word}后才能办理。", basis
        return f"{_stands(appeal)}，不再办理。", basis

    return reason


def _feed_back(appeal: Appeal) -> Reason:
    if appeal.state != S.DECIDED:
        return f"还没有{appeal.word}意见；出具后再反馈。", FEED_BACK
    if appeal.result_told_on is not None:
        return "已经反馈过了。", FEED_BACK
    return None


def _withdraw(appeal: Appeal) -> Reason:
    if appeal.state in OPEN_STATES:
        return None
    return f"{_stands(appeal)}，不能再撤回。", TELL


def _second(appeal: Appeal) -> Reason:
    if appeal.level == AppealLevel.RE_REVIEW:
        return "复核结果为最终结果，不能再次申诉；有新的证据、线索可以重新举报。", FINAL
    if settled(appeal):
        return "已经作出复核意见，复核结果为最终结果。", FINAL
    if appeal.state == S.REFUSED and not examines_refusals(appeal):
        return (
            "第一次申诉没有受理，没有复查结果，不能申请复核（解读）。",
            AGAINST_RESULT,
        )
    if appeal.state == S.WITHDRAWN:
        return "申诉已撤回，没有复查结果。", AGAINST_RESULT
    if appeal.state not in (S.DECIDED, S.REFUSED):
        return "复查还没有结果；对复查结果不服的，可以在收到结果后申诉。", AGAINST_RESULT
    return None


MOVES: dict[str, Move] = {
    move.slug: move
    for move in (
        Move("admit", "appeal.decide_admission", "受理申诉", _undecided),
        Move("refuse", "appeal.decide_admission", "不予受理申诉", _undecided),
        Move("tell", "appeal.decide_admission", "告知申诉人是否受理", _tell),
        Move("begin", "appeal.decide_admission", "另行组织调查组", _begin),
        Move("team", "appeal.decide_admission", "调整复查、复核人员", _at_work(TEAM)),
        Move("answer", "appeal.review", "逐条答复申诉理由", _at_work(ANSWER)),
        Move("decide", "appeal.conclude", "出具意见书", _at_work(OPINION)),
        Move("tell_result", "appeal.decide_admission", "向申诉人反馈结果", _feed_back),
        Move("second", "appeal.lodge_second", "登记第二次申诉", _second),
        Move("withdraw", "appeal.decide_admission", "申诉人撤回申诉", _withdraw),
    )
}
AHEAD = {
    S.LODGED: ("admit", "refuse", "begin", "decide", "second"),
    S.ADMITTED: ("begin", "answer", "decide", "second"),
    S.UNDER_REVIEW: ("answer", "decide", "tell_result", "second"),
    S.DECIDED: ("second", "withdraw"),
    S.REFUSED: ("begin", "second"),
    S.WITHDRAWN: ("begin", "second"),
}
