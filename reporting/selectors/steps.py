"""What must happen next on a filing, and who does it."""

from django.db.models import QuerySet
from django.urls import reverse

from accounts.actors import Actor
from accounts.policies import Basis, may
from cases.models import Case, Deadline
from cases.selectors.steps import Need, Step
from reporting.facts import applicant, moved
from reporting.models import Submission, SubmissionState
from reporting.policies import CHECK, DIRECT, NATIONAL, REMOVAL, UPWARD, absent
from reporting.selectors.lists import unfinished, visible_submissions
from reporting.selectors.moves import CORRECTION, MOVES, closed, second_person

STAGE = "汇交"
S = SubmissionState


def of_case(case: Case) -> QuerySet[Submission]:
    """The filings of a case, newest first."""
    return case.submissions.select_related(
        "case", "decision", "organisation", "superior", "province"
    )


def open_work(actor: Actor) -> list[tuple[Submission, Step]]:
    """Every filing this person may know of that still asks for something, with its next step."""
    rows = unfinished(visible_submissions(actor))
    found = [(submission, step(actor, submission)) for submission in rows]
    return [(submission, made) for submission, made in found if made is not None]


def step(actor: Actor, submission: Submission) -> Step | None:
    """What must happen next; this person's own step first, None when nothing must."""
    steps = [made for slug in WAY if (made := _open(actor, submission, slug)) is not None]
    mine = [made for made in steps if made.mine]
    if mine:
        return mine[0]
    return _waiting(submission) or next(iter(steps), None)


WAY = (
    "confirm-package",
    "release",
    "receive",
    "complete",
    "approve",
    "submit",
    "submit-direct",
    "confirm-superior",
    "apply-removal",
    "remove",
)
TITLES = {
    "confirm-package": "备齐报送件：处理决定书和调查报告",
    "release": "放行报送：处理决定书和调查报告",
    "receive": "确认省科技厅收到报送件",
    "complete": "补正缺少的要素",
    "approve": "审核报送件和数据信息的要素",
    "submit": "放行汇交：数据信息、处理决定书和调查报告",
    "submit-direct": "汇交数据信息，报送处理决定书和调查报告",
    "confirm-superior": "确认上级主管部门收到报送件",
    "apply-removal": "向省科技厅提交资料，申请移出",
    "remove": "办理移出国家系统",
}
BASES: dict[str, Basis] = {
    "confirm-package": UPWARD,
    "release": UPWARD,
    "receive": NATIONAL,
    "complete": CORRECTION,
    "approve": CHECK,
    "submit": NATIONAL,
    "submit-direct": DIRECT,
    "confirm-superior": UPWARD,
    "apply-removal": REMOVAL,
    "remove": REMOVAL,
}
UNIT_CLOCK = ("confirm-package", "release", "receive", "confirm-superior")


def clock(submission: Submission, rule: str) -> Deadline | None:
    """The running clock of a filing under a rule."""
    return Deadline.objects.filter(
        rule=rule,
        subject_kind=submission._meta.label_lower,
        subject_id=submission.pk,
        done=None,
    ).first()


def _open(actor: Actor, submission: Submission, slug: str) -> Step | None:
    if closed(slug, submission) is not None:
        return None
    if slug == "confirm-package" and submission.prepared_on is not None:
        return None
    move = MOVES[slug]
    return Step(
        title=TITLES[slug],
        who=_who(submission, slug),
        stage=STAGE,
        mine=bool(may(move.policy, actor, submission)) and second_person(actor, submission, slug),
        url=reverse(address(slug), kwargs={"pk": submission.pk}),
        button=move.title,
        deadline=_deadline(submission, slug),
        bases=(DIRECT if submission.direct and slug == "release" else BASES[slug],),
        needs=_needs(submission, slug),
        remark=_remark(submission, slug),
    )


def address(slug: str) -> str:
    """The name of a move's address."""
    return f"submission_{slug.replace('-', '_')}"


def _who(submission: Submission, slug: str) -> str:
    province = submission.province.name if submission.province else ""
    superior = submission.superior.name if submission.superior else ""
    if absent(submission.superior_id):
        superior = f"{submission.organisation.name}（凭{superior}的回执登记）"
    filer = submission.filer.name
    return {
        "release": f"{filer}，备齐人以外的另一人",
        "receive": province,
        "approve": province,
        "submit": f"{province}，审核人以外的另一人",
        "submit-direct": f"{filer}，备齐人以外的另一人",
        "confirm-superior": superior,
        "apply-removal": _applies(submission),
        "remove": province or filer,
    }.get(slug, filer)


def _applies(submission: Submission) -> str:
    body = applicant(submission)
    if absent(body.pk):
        return f"{submission.organisation.name}（凭{body.name}的申请登记）"
    return body.name


def _deadline(submission: Submission, slug: str) -> Deadline | None:
    if submission.direct:
        return clock(submission, "submit_direct")
    return clock(submission, "report_upward" if slug in UNIT_CLOCK else "submit_to_national")


def _needs(submission: Submission, slug: str) -> tuple[Need, ...]:
    if slug == "release":
        on = submission.prepared_on
        return (Need(f"报送件{on.month}月{on.day}日备齐" if on else "报送件备齐", on is not None),)
    if slug == "complete":
        return (Need(submission.returned_because),)
    if slug == "remove":
        return (Need(f"申请移出的资料：{submission.removal_papers}", True),)
    return ()


def _remark(submission: Submission, slug: str) -> str:
    if slug in {"release", "submit", "submit-direct"}:
        return "备齐和放行由两人分别办理（本单位解读，条文未写明）。"
    if slug == "complete":
        return (
            "省科技厅的期限自补正完成之日起算（省科技厅的解读，条文未写明）。"
            if moved(submission)
            else "要求补正不重新起算期限（省科技厅的解读，条文未写明）。"
        )
    return ""


def _waiting(submission: Submission) -> Step | None:
    """What the national side owes us; nothing for anybody to press."""
    waiting = submission.transmissions.filter(done_at=None)
    if submission.state not in {S.SUBMITTED, S.REMOVAL_DUE} or not waiting.exists():
        return None
    failed = waiting.filter(attempts__gt=0).exclude(last_error="").first()
    remark = "正在发送，收到回执后自动记录。"
    if failed is not None:
        remark = f"已发送{failed.attempts}次，还没有回执，系统会继续发送。"
    removal = submission.state == S.REMOVAL_DUE
    return Step(
        title="等待国家系统移出回执" if removal else "等待国家系统和科技部回执",
        who="科研诚信管理信息系统、科技部",
        stage=STAGE,
        url=submission.get_absolute_url(),
        deadline=None if removal else _deadline(submission, "submit"),
        bases=(REMOVAL if removal else DIRECT if submission.direct else NATIONAL,),
        remark=remark,
    )
