"""What must happen next from the report to the end of a case, and what cannot happen now."""

from collections.abc import Callable

from django.urls import reverse

from accounts.actors import Actor
from accounts.policies import Basis, may
from cases.models import (
    LIVE_STATES,
    Case,
    CaseState,
    Deadline,
    Decision,
    DecisionState,
    Respondent,
    RespondentState,
    StatementPoint,
)
from cases.selectors.decisions import CLEARING, RULES, sendings_of
from cases.selectors.steps import Action, Blocked, Need, Step

FINAL = Basis(RULES, 26, "事实、情节、性质等最终认定后")
POWER = Basis(RULES, 26, "由具有处理权限的单位按程序对被调查人作出处理决定")
TELL = Basis(RULES, 27, "应书面告知被调查人拟作出处理决定的事实、依据")
LAPSED = Basis(RULES, 27, "被调查人逾期没有进行陈述或申辩的，视为放弃权利")
HEAR = Basis(RULES, 27, "被调查人作出陈述或申辩的，应充分听取其意见")
LETTER = Basis(RULES, 28, "处理决定书应载明以下内容")
SERVE = Basis(RULES, 28, "作出处理决定的单位负责向被处理人送达书面处理决定书")
INFORM = Basis(RULES, 28, "并告知实名举报人")
WEIGH = Basis(RULES, 30, "对科研失信行为情节轻重的判定应考虑以下因素")
EFFECT = Basis(RULES, 36, "在决定生效后10个工作日内")
CLEAR = Basis(RULES, 39, "应及时以适当方式澄清")
PERIOD = Basis(RULES, 25, "自决定受理之日起6个月内完成")
MITIGATION = Basis(RULES, 40, "处理决定生效后")
SUPERIOR_ORDER = Basis("鲁科字〔2024〕84号", 21, "处理决定被撤销或者宣告无效的")

OFFICE, HEAD = "科研诚信办公室", "单位负责人"
DECIDED = (RespondentState.FOUND, RespondentState.EXEMPTED)
STANDING = (DecisionState.EFFECTIVE, DecisionState.EXPIRED)
ISSUED = (DecisionState.ISSUED, DecisionState.SERVED, DecisionState.EFFECTIVE)
Found = tuple[list[Step], list[Blocked], list[Action]]


def steps(actor: Actor, case: Case) -> Found:
    """Next steps, moves that are closed, and the other moves open to this person."""
    if case.state not in (CaseState.REPORTED, CaseState.DETERMINED, CaseState.CLOSED):
        return [], _before_report(case), []
    found: list[Step] = []
    for respondent in case.respondents.all():
        respondent.case = case
        found += _of_respondent(actor, respondent)
    found += _sendings(actor, case)
    closed = _blocked(case)
    if case.state == CaseState.DETERMINED and not _holding(case):
        found.append(_step(actor, case, "结案", "case_close", "生效", (PERIOD,), button="结案"))
    return found, closed, _actions(actor, case)


def steps_of_decision(actor: Actor, decision: Decision) -> Found:
    """The same for one decision: the page of the decision shows it."""
    due = _NEXT.get(decision.state)
    found = due(actor, decision) if due else []
    return found, _blocked_decision(decision), _decision_actions(actor, decision)


def _of_respondent(actor: Actor, respondent: Respondent) -> list[Step]:
    case = respondent.case
    if respondent.state == RespondentState.OPEN and case.state == CaseState.REPORTED:
        url = reverse("respondent_find", kwargs={"pk": case.pk, "respondent": respondent.pk})
        return [
            Step(
                title=f"对{respondent.name}的事实、情节、性质作最终认定",
                who=OFFICE,
                stage="认定",
                mine=_runs(actor, case),
                url=url,
                button="作最终认定",
                deadline=_limit(case),
                deadline_for="作出处理决定",
                bases=(FINAL, WEIGH),
            )
        ]
    if respondent.state == RespondentState.CLEARED:
        return _clearing(actor, respondent)
    if respondent.state not in DECIDED or case.state == CaseState.REPORTED:
        return []
    last = respondent.decisions.select_related("organisation").last()
    if last is None or last.state not in (*LIVE_STATES, DecisionState.EXPIRED):
        return [_draft(actor, respondent)]
    last.respondent = respondent
    return steps_of_decision(actor, last)[0]


def _draft(actor: Actor, respondent: Respondent) -> Step:
    case = respondent.case
    return Step(
        title=f"拟定对{respondent.name}的处理措施",
        who=f"{OFFICE}拟定，{HEAD}批准",
        stage="处理",
        mine=_runs(actor, case),
        url=reverse("decision_draft", kwargs={"pk": case.pk, "respondent": respondent.pk}),
        button="拟定处理措施",
        deadline=_limit(case),
        deadline_for="作出处理决定",
        bases=(POWER, TELL),
        needs=(
            Need("调查报告，全体签字", True),
            Need("认定结论", True),
            Need("处理措施"),
            Need("事先告知，听取陈述申辩"),
        ),
    )


def _clearing(actor: Actor, respondent: Respondent) -> list[Step]:
    due = respondent.notifications.filter(kind=CLEARING, sent_on=None)
    if not due.exists():
        return []
    case = respondent.case
    return [
        Step(
            title=f"以适当方式为{respondent.name}澄清",
            who=OFFICE,
            stage="认定",
            mine=_runs(actor, case),
            url=reverse("respondent_clear", kwargs={"pk": case.pk, "respondent": respondent.pk}),
            button="登记澄清",
            bases=(CLEAR,),
            remark="条文写「及时」，没有天数。",
        )
    ]


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
            (TELL, LAPSED),
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
        Need(f"逐条答复（还有{unanswered}条）" if unanswered else "逐条答复", not unanswered),
    )
    if unanswered:
        words = ("答复{}的陈述申辩", "decision_answer", "逐条答复")
    else:
        words = ("听取{}的陈述申辩", "decision_heard", "登记听取完毕")
    return [_of(actor, decision, *words, (HEAR, LAPSED), needs=needs, remark=remark)]


def _to_approve(actor: Actor, decision: Decision) -> list[Step]:
    case = decision.respondent.case
    return [
        Step(
            title=f"批准对{decision.respondent.name}的处理决定",
            who=HEAD,
            stage="处理",
            mine=bool(may("decision.approve", actor, case)),
            url=_url("decision_approve", decision),
            button="批准处理决定",
            deadline=_limit(case),
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
        Need(f"{HEAD}批准", True),
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


def _sendings(actor: Actor, case: Case) -> list[Step]:
    return [
        Step(
            title=f"{sending.title}：{sending.row.to}",
            who=OFFICE,
            stage="送达",
            mine=_runs(actor, case),
            url=reverse("case_sending", kwargs={"pk": case.pk, "sending": sending.row.pk}),
            button="登记已送出",
            bases=(sending.basis,),
            remark=sending.row.contents,
        )
        for sending in sendings_of(case)
        if sending.row.sent_on is None
    ]


def _holding(case: Case) -> list[str]:
    """What still keeps the case open, in words."""
    people = list(case.respondents.all())
    standing = set(
        Decision.objects.filter(respondent__case=case, state__in=STANDING).values_list(
            "respondent_id", flat=True
        )
    )
    waiting = sum(p.state in DECIDED and p.pk not in standing for p in people)
    uncleared = case.notifications.filter(kind=CLEARING, sent_on=None).count()
    rows = (
        (sum(p.state == RespondentState.OPEN for p in people), "{}名被调查人没有办结"),
        (waiting, "{}名被调查人没有生效的处理决定"),
        (uncleared, "{}名未发现失信行为的人没有澄清"),
    )
    return [words.format(number) for number, words in rows if number]


def _before_report(case: Case) -> list[Blocked]:
    if case.state in (CaseState.TERMINATED, CaseState.TRANSFERRED):
        return []
    return [
        Blocked("最终认定", "调查报告形成以后才能作最终认定。", FINAL),
        Blocked("拟定处理措施", "事实、情节、性质最终认定以后才能拟定。", POWER),
    ]


def _blocked(case: Case) -> list[Blocked]:
    if case.state == CaseState.CLOSED:
        return []
    holding = _holding(case)
    closed = []
    if case.state == CaseState.REPORTED:
        closed.append(Blocked("拟定处理措施", "每名被调查人都有认定结果后才能拟定。", FINAL))
    if holding:
        closed.append(Blocked("结案", f"还有{'，'.join(holding)}。", PERIOD))
    return closed


def _blocked_decision(decision: Decision) -> list[Blocked]:
    state = decision.state
    told = state not in (DecisionState.DRAFTED, DecisionState.NOTICED)
    issued = decision.issued_on is not None
    rows = (
        (not told, "批准处理决定", "先书面告知并听取陈述申辩，再送单位负责人批准。", HEAR),
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


def _actions(actor: Actor, case: Case) -> list[Action]:
    decisions = Decision.objects.filter(respondent__case=case).select_related("respondent")
    found = [
        Action(f"对{d.respondent.name}的处理决定（{d.get_state_display()}）", _url("decision", d))
        for d in decisions
    ]
    if _runs(actor, case) and case.state == CaseState.DETERMINED:
        for respondent in case.respondents.filter(state=RespondentState.FOUND):
            ids = {"pk": case.pk, "respondent": respondent.pk}
            name = f"就{respondent.name}向有权限的单位提出处理建议"
            found.append(Action(name, reverse("respondent_propose", kwargs=ids)))
    return found


def _decision_actions(actor: Actor, decision: Decision) -> list[Action]:
    case, state = decision.respondent.case, decision.state
    runs = _runs(actor, case)
    heads = bool(may("decision.approve", actor, case))
    early = (DecisionState.DRAFTED, DecisionState.NOTICED, DecisionState.HEARD)
    remade = state == DecisionState.DRAFTED and decision.reply_due is not None
    rows = (
        (runs and state in early, "改拟处理措施", "decision_redraft"),
        (runs and remade, "重新制作事先告知书", "decision_notice"),
        (runs and state == DecisionState.NOTICED, "登记陈述申辩", "decision_statement"),
        (runs and state in (*early, DecisionState.APPROVED), "放弃", "decision_abandon"),
        (runs and state == DecisionState.EFFECTIVE, "减轻处理", "decision_mitigate"),
        (heads and state in ISSUED, "撤销处理决定", "decision_correct"),
    )
    return [Action(label, _url(name, decision)) for holds, label, name in rows if holds]


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
    limit = _limit(case) if deadline is None and decision.issued_on is None else deadline
    return Step(
        title=title.format(decision.respondent.name),
        who=OFFICE,
        stage=stage,
        mine=_runs(actor, case),
        url=_url(name, decision),
        button=button,
        deadline=limit,
        deadline_for="作出处理决定" if deadline is None and limit else "",
        bases=bases,
        needs=needs,
        remark=remark,
    )


def _step(
    actor: Actor,
    case: Case,
    title: str,
    name: str,
    stage: str,
    bases: tuple[Basis, ...],
    *,
    button: str,
) -> Step:
    url = reverse(name, kwargs={"pk": case.pk})
    mine = _runs(actor, case)
    return Step(
        title=title, who=OFFICE, stage=stage, mine=mine, url=url, button=button, bases=bases
    )


def _runs(actor: Actor, case: Case) -> bool:
    return bool(may("case.run", actor, case))


def _limit(case: Case) -> Deadline | None:
    return Deadline.objects.filter(
        rule="investigation", subject_kind=case._meta.label_lower, subject_id=case.pk, done=None
    ).first()


def _url(name: str, decision: Decision) -> str:
    ids = {"pk": decision.respondent.case_id, "decision": decision.pk}
    return reverse(name, kwargs=ids)
