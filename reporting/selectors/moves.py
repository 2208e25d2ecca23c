"""The moves of a filing: which are open where it stands, and for the others why not.

Services refuse and pages explain from this one table. Whether a person may is the policies'
answer, whether the papers are in order that of the rules.
"""

from collections.abc import Callable
from dataclasses import dataclass

from accounts.actors import Actor
from accounts.policies import Basis, may
from cases.models import DecisionState
from cases.selectors.steps import Blocked
from reporting.facts import applicant, applied, outlived
from reporting.models import Receipt, Recipient, Submission, SubmissionState, TransmissionResult
from reporting.policies import CHECK, DIRECT, NATIONAL, REMOVAL, SHANDONG, UPWARD

SAME_PERSON = "前一步由您办理，放行请由另一人办理（本单位解读，条文未写明）。"
CORRECTION = Basis(SHANDONG, 20, "对要素不齐全的，应当及时告知并要求补正")

S = SubmissionState
Reason = tuple[str, Basis] | None
BEFORE_NATIONAL = (S.PREPARED, S.RELEASED, S.AT_PROVINCE, S.RETURNED, S.CHECKED)


@dataclass(frozen=True, slots=True)
class Move:
    """A move: its policy, the words on its button, what it is about, and why it may be closed."""

    slug: str
    policy: str
    title: str
    closed: Callable[[Submission], Reason]


def closed(slug: str, submission: Submission) -> Blocked | None:
    """Why a move is not open now; None when it is. KeyError for an unknown move."""
    move = MOVES[slug]
    reason = move.closed(submission)
    return None if reason is None else Blocked(move.title, *reason)


def open_for(actor: Actor, submission: Submission) -> list[Move]:
    """The moves this person can make now, in their order."""
    return [
        move
        for move in MOVES.values()
        if move.closed(submission) is None
        and may(move.policy, actor, submission)
        and second_person(actor, submission, move.slug)
    ]


def second_person(actor: Actor, submission: Submission, slug: str) -> bool:
    """Whether this is not the person whose work the move releases (two persons, a reading)."""
    first = {
        "release": submission.prepared_by_id,
        "submit": submission.checked_by_id,
        "submit-direct": submission.prepared_by_id,
    }
    return slug not in first or first[slug] != actor.user_id


def blocked_for(actor: Actor, submission: Submission) -> list[Blocked]:
    """The moves still ahead that this person cannot make now, each with its reason."""
    found = []
    for move in ahead(submission):
        reason = move.closed(submission)
        permission = may(move.policy, actor, submission)
        if reason is not None:
            found.append(Blocked(move.title, *reason))
        elif not permission:
            found.append(Blocked(move.title, permission.reason, permission.basis))
        elif not second_person(actor, submission, move.slug):
            found.append(Blocked(move.title, SAME_PERSON))
    return found


def ahead(submission: Submission) -> list[Move]:
    """The moves on the rest of the way, this one's route only."""
    state = SubmissionState(submission.state)
    if state in {S.REMOVED, S.ACKNOWLEDGED, S.SUBMITTED}:
        return []
    if state is S.REMOVAL_DUE:
        return [MOVES["apply-removal"], MOVES["remove"]]
    way = DIRECT_WAY if submission.direct else LOCAL_WAY
    done = {
        "confirm-package": state is not S.PREPARED,
        "release": state is not S.PREPARED,
        "confirm-superior": not submission.superior_id or has_receipt(submission, "superior"),
        "receive": state not in {S.PREPARED, S.RELEASED},
        "send-back": state is S.RETURNED,
        "complete": state is not S.RETURNED,
        "approve": state is S.CHECKED,
    }
    return [MOVES[slug] for slug in way if not done.get(slug, False)]


def has_receipt(submission: Submission, recipient: str) -> bool:
    """Whether this recipient confirmed."""
    return Receipt.objects.filter(submission=submission, recipient=recipient).exists()


def stands(submission: Submission) -> bool:
    """Whether the national system has, or may have, a record of it."""
    return (
        submission.transmissions.filter(kind="record", attempts__gt=0)
        .exclude(result__in=[TransmissionResult.CORRECTION, TransmissionResult.WITHDRAWN])
        .exists()
    )


def fallen(submission: Submission) -> Reason:
    """That the decision no longer holds, so that nothing more is filed on it."""
    state = submission.decision.state
    if state == DecisionState.EFFECTIVE or outlived(submission):
        return None
    shown = DecisionState(state).label
    if state == DecisionState.VARIED:
        return f"处理决定{shown}；变更后的决定按原程序重新汇交。", VARIED
    return f"处理决定{shown}，不再按它汇交。", REMOVAL


def _in(submission: Submission, *states: SubmissionState) -> bool:
    return submission.state in states


def _stand_words(submission: Submission) -> str:
    return f"本件现在是「{SubmissionState(submission.state).label}」"


def _confirm_package(submission: Submission) -> Reason:
    if not _in(submission, S.PREPARED):
        return f"{_stand_words(submission)}，报送件不能再改。", UPWARD
    return fallen(submission)


def _release(submission: Submission) -> Reason:
    if not _in(submission, S.PREPARED):
        return f"{_stand_words(submission)}，已经放行过。", UPWARD
    if submission.prepared_on is None:
        return "报送件还没有备齐；备齐后由另一人放行。", UPWARD
    return fallen(submission)


def _confirm_superior(submission: Submission) -> Reason:
    if submission.direct or submission.superior_id is None:
        return "本件没有另外的上级主管部门要报送。", UPWARD
    if _in(submission, S.PREPARED):
        return "还没有放行报送；放行后才能确认收到。", UPWARD
    if has_receipt(submission, Recipient.SUPERIOR):
        return "上级主管部门已经确认收到。", UPWARD
    if _in(submission, S.REMOVED):
        return "本件已经了结。", UPWARD
    return None


def _receive(submission: Submission) -> Reason:
    if submission.direct:
        return "国务院部门直接汇交，不经省科技厅。", DIRECT
    if _in(submission, S.PREPARED):
        return "单位还没有放行报送；收到之日起才开始10个工作日。", NATIONAL
    if not _in(submission, S.RELEASED):
        return f"{_stand_words(submission)}，不需要再确认收到。", NATIONAL
    return fallen(submission)


def _send_back(submission: Submission) -> Reason:
    if not _in(submission, S.AT_PROVINCE, S.CHECKED):
        return f"{_stand_words(submission)}；收到之后、放行汇交之前才能要求补正。", CORRECTION
    return fallen(submission)


def _complete(submission: Submission) -> Reason:
    if not _in(submission, S.RETURNED):
        return "没有待补正的要素。", CORRECTION
    return fallen(submission)


def _approve(submission: Submission) -> Reason:
    if _in(submission, S.RETURNED):
        return "单位还没有补正；补正后才能审核。", CORRECTION
    if _in(submission, S.PREPARED, S.RELEASED):
        return "省科技厅还没有收到报送件；确认收到后才能审核。", CHECK
    if not _in(submission, S.AT_PROVINCE):
        return f"{_stand_words(submission)}，不需要再审核。", CHECK
    return fallen(submission)


def _submit(submission: Submission) -> Reason:
    if submission.direct:
        return "国务院部门直接汇交，不经省科技厅。", DIRECT
    if not _in(submission, S.CHECKED):
        return f"{_stand_words(submission)}；审核符合要求后由另一人放行汇交。", CHECK
    return fallen(submission)


def _submit_direct(submission: Submission) -> Reason:
    if not submission.direct:
        return "由省科技厅汇交国家系统。", NATIONAL
    if not _in(submission, S.RELEASED):
        return f"{_stand_words(submission)}；报送件放行后才能汇交。", DIRECT
    return fallen(submission)


def _apply_removal(submission: Submission) -> Reason:
    if not _in(submission, S.REMOVAL_DUE):
        return "处理决定没有被撤销或者宣告无效，没有要移出的数据。", REMOVAL
    if applied(submission):
        return "已经申请移出，等待办理。", REMOVAL
    return None


def _remove(submission: Submission) -> Reason:
    if not _in(submission, S.REMOVAL_DUE):
        return "没有要移出的数据。", REMOVAL
    if not applied(submission):
        body = applicant(submission)
        said = "作出处理决定的单位" if body.pk == submission.organisation_id else body.name
        return f"{said}还没有申请移出；收到申请后才能办理。", REMOVAL
    if submission.transmissions.filter(kind="removal", done_at=None).exists():
        return "移出申请正在发送，等待国家系统回执。", REMOVAL
    return None


VARIED = Basis(SHANDONG, 21, "处理决定依规变更的，按原程序重新汇交")
MOVES: dict[str, Move] = {
    move.slug: move
    for move in (
        Move("confirm-package", "submission.confirm_package", "备齐报送件", _confirm_package),
        Move("release", "submission.release", "放行报送", _release),
        Move("confirm-superior", "submission.confirm_superior", "确认上级收到", _confirm_superior),
        Move("receive", "submission.receive", "确认省科技厅收到", _receive),
        Move("approve", "submission.check", "审核通过", _approve),
        Move("send-back", "submission.check", "要求补正", _send_back),
        Move("complete", "submission.complete", "补正", _complete),
        Move("submit", "submission.submit", "放行汇交", _submit),
        Move("submit-direct", "submission.submit_direct", "汇交国家系统和科技部", _submit_direct),
        Move("apply-removal", "submission.apply_removal", "申请移出", _apply_removal),
        Move("remove", "submission.remove", "办理移出", _remove),
    )
}
LOCAL_WAY = (
    "confirm-package",
    "release",
    "confirm-superior",
    "receive",
    "complete",
    "approve",
    "submit",
)
DIRECT_WAY = ("confirm-package", "release", "complete", "submit-direct")
