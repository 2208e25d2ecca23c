"""What must happen next with a complaint, and what cannot happen now (Art 12–14)."""

from django.urls import reverse

from accounts.policies import Basis
from cases.models import CHECKLIST, Complaint, ComplaintState, Deadline, Document
from cases.selectors.steps import Blocked, Need, Step

RULES = "国科发监〔2022〕221号"
PERIOD = Basis(RULES, 14, "在15个工作日内提出是否受理的意见并通知实名举报人")
CONDITIONS = Basis(RULES, 12, "应同时满足下列条件")
ACCEPT = Basis(RULES, 14, "符合本规则第十二条规定且属于本单位职责范围的，应予以受理")
FORWARD = Basis(RULES, 14, "不属于本单位职责范围的，可转送相关责任单位或告知举报人")
DECLINE = Basis(RULES, 13, "不予受理")
OBJECTION = Basis(RULES, 14, "举报人可以对不予受理提出异议并说明理由")
WHO = "科研诚信办公室"
MOVES = {
    "accept": ("决定受理", "complaint_accept", ACCEPT),
    "decline": ("决定不予受理", "complaint_decline", DECLINE),
    "forward": ("转送或告知", "complaint_forward", FORWARD),
}
WHY_NOT = {
    "": "先逐项核对受理条件，核对后按结果办理。",
    "accept": "按核对结果应当受理；事实有变化的，先改核对结果。",
    "decline": "按核对结果应当不予受理；补齐条件的，先改核对结果。",
    "forward": "按核对结果不属于本单位职责范围；事实有变化的，先改核对结果。",
}
MILITARY = "按核对结果被举报人属于军队管理，由军队调查处理；事实有变化的，先改核对结果。"
ARMY = Basis(RULES, 52, "由军队按照其有关规定进行调查处理")


def clocks(complaint: Complaint) -> list[Deadline]:
    """The clocks of a complaint, open ones first."""
    rows = Deadline.objects.filter(chain=complaint.chain).select_related("unit", "own_rules")
    return sorted(rows, key=lambda clock: clock.done is not None)


def letters(complaint: Complaint) -> list[Document]:
    """The letters to the complainant."""
    kind = complaint._meta.label_lower
    return list(Document.objects.filter(subject_kind=kind, subject_id=complaint.pk))


def next_step(complaint: Complaint, advice: str) -> Step | None:
    """The step that is due, for whoever may open the complaint; ``advice`` empty: not assessed."""
    deadline = next((c for c in clocks(complaint) if c.done is None), None)
    if complaint.state == ComplaintState.REGISTERED:
        return _to_decide(complaint, advice, deadline)
    if complaint.named and complaint.notified_on is None:
        return Step(
            title="通知实名举报人",
            who=WHO,
            stage="受理",
            mine=True,
            url=_url("complaint_notify", complaint),
            button="登记已通知",
            deadline=deadline,
            deadline_for="通知举报人",
            bases=(PERIOD,),
            remark="通知书发出后登记日期；意见和通知都在同一期限内。",
        )
    objection = complaint.objections.filter(upheld=None).first()
    if objection is not None:
        address = reverse(
            "complaint_rule_objection",
            kwargs={"pk": complaint.pk, "objection": objection.pk},
        )
        return Step(
            title="答复举报人的异议",
            who=WHO,
            stage="受理",
            mine=True,
            url=address,
            button="答复异议",
            bases=(OBJECTION,),
            remark="条文没有答复的天数。",
        )
    return None


def blocked(complaint: Complaint, advice: str) -> list[Blocked]:
    """The decisions that are not open, and why."""
    if complaint.state != ComplaintState.REGISTERED:
        reason = f"这件举报{complaint.get_state_display()}；对不予受理的，举报人可以提出异议。"
        return [Blocked("改变已作出的意见", reason, OBJECTION)]
    army = advice == "forward" and complaint.military
    closed = [
        Blocked(name, MILITARY, ARMY) if army else Blocked(name, WHY_NOT[advice], basis)
        for key, (name, _, basis) in MOVES.items()
        if key != advice
    ]
    return [*closed, Blocked("登记异议", "不予受理以后才有异议。", OBJECTION)]


def _to_decide(complaint: Complaint, advice: str, deadline: Deadline | None) -> Step:
    needs = tuple(
        Need(
            str(Complaint._meta.get_field(name).verbose_name),  # type: ignore[union-attr]
            getattr(complaint, name) is not None,
        )
        for name in CHECKLIST
    )
    if not advice:
        return Step(
            title="逐项核对受理条件",
            who=WHO,
            stage="受理",
            mine=True,
            url=_url("complaint_assess", complaint),
            button="核对受理条件",
            deadline=deadline,
            deadline_for="提出是否受理的意见",
            bases=(CONDITIONS, PERIOD),
            needs=needs,
        )
    title, name, basis = MOVES[advice]
    army = advice == "forward" and bool(complaint.military)
    return Step(
        title=title,
        who=WHO,
        stage="受理",
        mine=True,
        url=_url(name, complaint),
        button=title,
        deadline=deadline,
        deadline_for="提出意见" + ("并通知举报人" if complaint.named else ""),
        bases=(ARMY, basis, PERIOD) if army else (basis, PERIOD),
        remark="被举报人属于军队管理，由军队调查处理，本单位不受理。" if army else "",
    )


def _url(name: str, complaint: Complaint) -> str:
    return reverse(name, kwargs={"pk": complaint.pk})
