"""What must happen next with one decision, and what cannot happen now (Art 26–28, 36, 40)."""

from collections.abc import Callable

from django.urls import reverse

from accounts import clock
from accounts.actors import Actor
from accounts.policies import Basis, may
from cases.models import Case, Deadline, Decision, DecisionState, StatementPoint
from cases.policies import deciders
from cases.selectors.decisions import RULES
from cases.selectors.steps import Action, Blocked, Need, Step

POWER = Basis(RULES, 26, "由具有处理权限的单位按程序对被调查人作出处理决定")
TELL = Basis(RULES, 27, "应书面告知被调查人拟作出处理决定的事实、依据")
HEAR = Basis(RULES, 27, "被调查人作出陈述或申辩的，应充分听取其意见")
LETTER = Basis(RULES, 28, "处理决定书应载明以下内容")
SERVE = Basis(RULES, 28, "作出处理决定的单位负责向被处理人送达书面处理决定书")
INFORM = Basis(RULES, 28, "并告知实名举报人")
EFFECT = Basis(RULES, 36, "在决定生效后10个工作日内")
MITIGATION = Basis(RULES, 40, "处理决定生效后")
SUPERIOR_ORDER = Basis("鲁科字〔2024〕84号", 21, "处理决定被撤销或者宣告无效的")

OFFICE = "科研诚信办公室"
ISSUED = (DecisionState.ISSUED, DecisionState.SERVED, DecisionState.EFFECTIVE)
Found = tuple[list[Step], list[Blocked], list[Action]]


def steps_of_decision(actor: Actor, decision: Decision) -> Found:
    """The same for one decision: the page of the decision shows it."""
    due = _NEXT.get(decision.state)
    found = due(actor, decision) if due else []
    return found, _blocked_decision(decision), _decision_actions(actor, decision)


def _to_notice(actor: Actor, decision: Decision) -> list[Step]:
    if decision.reply_due is None:
        title, name, button = "制作{}的事先告知书", "decision_notice", "制作事先告知书"
    else:
        title, name, button = "送达{}的事先告知书，登记送达", "decision_served_notice", "登记送达"
    return [
        _of(
            actor,
            decision,
            title,
            name,
            button,
            (TELL,),
            needs=(
                Need("处理措施", True),
                Need("事先告知书", decision.reply_due is not None),
                Need("送达凭据"),
            ),
        )
    ]


def _to_hear(actor: Actor, decision: Decision) -> list[Step]:
    points = StatementPoint.objects.filter(statement__decision=decision)
    unanswered = points.filter(answer="").count()
    received = decision.statements.exists()
    due = decision.reply_due
    remark = f"陈述申辩截至{due.year}年{due.month}月{due.day}日。" if due else ""
    needs = (
        Need("告知书送达凭据", bool(decision.notice_evidence)),
        Need("收到陈述申辩，或截止日期已过", received),
        Need(
            f"逐条答复（还有{unanswered}条）" if unanswered else "逐条答复",
            received and not unanswered,
        ),
    )
    if unanswered:
        words = ("答复{}的陈述申辩", "decision_answer", "逐条答复")
    elif not received and due is not None and clock.today() <= due:
        # Until the last day there is nothing to conclude, only a statement to wait for.
        words = ("听取{}的陈述申辩", "decision_statement", "登记陈述申辩")
    else:
        words = ("听取{}的陈述申辩", "decision_heard", "登记听取完毕")
    return [_of(actor, decision, *words, (HEAR,), needs=needs, remark=remark)]


def _to_approve(actor: Actor, decision: Decision) -> list[Step]:
    case = decision.respondent.case
    return [
        Step(
            title=f"批准对{decision.respondent.name}的处理决定",
            who=deciders(case),
            stage="处理",
            mine=bool(may("decision.approve", actor, case)),
            url=url_of("decision_approve", decision),
            button="批准处理决定",
            deadline=limit(case),
            deadline_for="作出处理决定",
            bases=(POWER,),
            needs=(Need("听取陈述申辩", True), Need("批准")),
        )
    ]


def _to_issue(actor: Actor, decision: Decision) -> list[Step]:
    respondent = decision.respondent
    identified = bool(respondent.id_number) or bool(respondent.credit_code)
    people = reverse("case_respondents", kwargs={"pk": respondent.case_id})
    needs = (
        Need(f"{deciders(respondent.case)}批准", True),
        Need("身份证件号码或社会信用代码", identified, people, "去补充"),
    )
    words = ("签发对{}的处理决定书", "decision_issue", "签发处理决定书")
    return [_of(actor, decision, *words, (LETTER,), needs=needs)]


def _to_serve(actor: Actor, decision: Decision) -> list[Step]:
    words = ("向{}送达处理决定书，登记送达", "decision_serve", "登记送达")
    return [_of(actor, decision, *words, (SERVE,), stage="送达"), *_to_tell(actor, decision)]


def _to_effect(actor: Actor, decision: Decision) -> list[Step]:
    appeal = Deadline.objects.filter(
        rule="appeal",
        subject_kind=decision._meta.label_lower,
        subject_id=decision.pk,
        done=None,
    ).first()
    words = ("等待申诉期限届满，对{}的决定届时生效", "decision_effect", "登记生效")
    step = _of(actor, decision, *words, (EFFECT,), stage="生效", deadline=appeal)
    return [step, *_to_tell(actor, decision)]


def _to_tell(actor: Actor, decision: Decision) -> list[Step]:
    case = decision.respondent.case
    named = any(complaint.named for complaint in case.complaints.all())
    if not named or decision.complainant_told_on is not None:
        return []
    words = ("告知实名举报人对{}的处理结果", "decision_tell", "登记已告知")
    return [_of(actor, decision, *words, (INFORM,), stage="送达")]


_NEXT: dict[str, Callable[[Actor, Decision], list[Step]]] = {
    DecisionState.DRAFTED: _to_notice,
    DecisionState.NOTICED: _to_hear,
    DecisionState.HEARD: _to_approve,
    DecisionState.APPROVED: _to_issue,
    DecisionState.ISSUED: _to_serve,
    DecisionState.SERVED: _to_effect,
    DecisionState.EFFECTIVE: _to_tell,
}


def _blocked_decision(decision: Decision) -> list[Blocked]:
    state = decision.state
    who = deciders(decision.respondent.case)
    told = state not in (DecisionState.DRAFTED, DecisionState.NOTICED)
    issued = decision.issued_on is not None
    rows = (
        (not told, "批准处理决定", f"先书面告知并听取陈述申辩，再送{who}批准。", HEAR),
        (not issued, "送达处理决定书", "处理决定书还没有签发；签发后才能送达。", SERVE),
        (
            decision.effective_on is None,
            "汇交数据信息",
            "处理决定还没有生效；生效后才开始10个工作日。",
            EFFECT,
        ),
        (
            decision.effective_on is None,
            "减轻处理",
            "处理决定还没有生效；生效后被处理人才能申请。",
            MITIGATION,
        ),
        (not issued, "撤销处理决定", "没有签发的不需要撤销，可以改拟或者放弃。", SUPERIOR_ORDER),
    )
    return [Blocked(name, reason, basis) for holds, name, reason, basis in rows if holds]


def _decision_actions(actor: Actor, decision: Decision) -> list[Action]:
    case, state = decision.respondent.case, decision.state
    office = runs(actor, case)
    heads = bool(may("decision.approve", actor, case))
    early = (DecisionState.DRAFTED, DecisionState.NOTICED, DecisionState.HEARD)
    remade = state == DecisionState.DRAFTED and decision.reply_due is not None
    rows = (
        (office and state in early, "改拟处理措施", "decision_redraft"),
        (office and remade, "重新制作事先告知书", "decision_notice"),
        (office and state == DecisionState.NOTICED, "登记陈述申辩", "decision_statement"),
        (office and state == DecisionState.NOTICED, "登记听取完毕", "decision_heard"),
        (office and state in (*early, DecisionState.APPROVED), "放弃", "decision_abandon"),
        (office and state == DecisionState.EFFECTIVE, "减轻处理", "decision_mitigate"),
        (heads and state in ISSUED, "撤销处理决定", "decision_correct"),
    )
    return [Action(label, url_of(name, decision)) for holds, label, name in rows if holds]


def _of(
    actor: Actor,
    decision: Decision,
    title: str,
    name: str,
    button: str,
    bases: tuple[Basis, ...],
    *,
    stage: str = "处理",
    needs: tuple[Need, ...] = (),
    remark: str = "",
    deadline: Deadline | None = None,
) -> Step:
    case = decision.respondent.case
    running = limit(case) if deadline is None and decision.issued_on is None else deadline
    return Step(
        title=title.format(decision.respondent.name),
        who=OFFICE,
        stage=stage,
        mine=runs(actor, case),
        url=url_of(name, decision),
        button=button,
        deadline=running,
        deadline_for="作出处理决定" if deadline is None and running else "",
        bases=bases,
        needs=needs,
        remark=remark,
    )


def runs(actor: Actor, case: Case) -> bool:
    """Whether this person does the office's work on the case."""
    return bool(may("case.run", actor, case))


def limit(case: Case) -> Deadline | None:
    """The running clock of Art 25."""
    return Deadline.objects.filter(
        rule="investigation", subject_kind=case._meta.label_lower, subject_id=case.pk, done=None
    ).first()


def url_of(name: str, decision: Decision) -> str:
    """The address of a page of a decision."""
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    return reverse(name, kwargs=ids)
