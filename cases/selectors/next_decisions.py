"""What must happen next from the report to the end of a case, and what cannot happen now."""

from django.urls import reverse

from accounts.actors import Actor
from accounts.policies import Basis
from cases.facts import closing_facts, waits_for_appeals
from cases.models import (
    LIVE_STATES,
    Case,
    CaseState,
    Decision,
    DecisionState,
    Respondent,
    RespondentState,
)
from cases.policies import deciders
from cases.selectors.decision_steps import (
    OFFICE,
    POWER,
    TELL,
    Found,
    limit,
    runs,
    steps_of_decision,
    url_of,
)
from cases.selectors.decisions import CLEARING, RULES, sendings_of
from cases.selectors.steps import Action, Blocked, Need, Step

FINAL = Basis(RULES, 26, "事实、情节、性质等最终认定后")
WEIGH = Basis(RULES, 30, "对科研失信行为情节轻重的判定应考虑以下因素")
CLEAR = Basis(RULES, 39, "应及时以适当方式澄清")
PERIOD = Basis(RULES, 25, "自决定受理之日起6个月内完成")

DECIDED = (RespondentState.FOUND, RespondentState.EXEMPTED)


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


def _of_respondent(actor: Actor, respondent: Respondent) -> list[Step]:
    case = respondent.case
    if respondent.state == RespondentState.OPEN and case.state == CaseState.REPORTED:
        url = reverse("respondent_find", kwargs={"pk": case.pk, "respondent": respondent.pk})
        return [
            Step(
                title=f"对{respondent.name}的事实、情节、性质作最终认定",
                who=OFFICE,
                stage="认定",
                mine=runs(actor, case),
                url=url,
                button="作最终认定",
                deadline=limit(case),
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
        who=f"{OFFICE}拟定，{deciders(case)}批准",
        stage="处理",
        mine=runs(actor, case),
        url=reverse("decision_draft", kwargs={"pk": case.pk, "respondent": respondent.pk}),
        button="拟定处理措施",
        deadline=limit(case),
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
            mine=runs(actor, case),
            url=reverse("respondent_clear", kwargs={"pk": case.pk, "respondent": respondent.pk}),
            button="登记澄清",
            bases=(CLEAR,),
            remark="条文写「及时」，没有天数。",
        )
    ]


def _sendings(actor: Actor, case: Case) -> list[Step]:
    return [
        Step(
            title=f"{sending.title}：{sending.row.to}",
            who=OFFICE,
            stage="送达",
            mine=runs(actor, case),
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
    facts = closing_facts(case)
    rows = [
        (facts.open_proceedings, "{}名被调查人没有办结"),
        (facts.ineffective_decisions, "{}名被调查人没有生效的处理决定"),
        (facts.uncleared, "{}名未发现失信行为的人没有澄清"),
    ]
    if waits_for_appeals(case):
        rows += [
            (facts.open_appeals, "{}件申诉没有办结（本单位解读，条文未写明）"),
            (facts.open_filings, "{}件汇交没有办结（本单位解读，条文未写明）"),
        ]
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


def _actions(actor: Actor, case: Case) -> list[Action]:
    decisions = Decision.objects.filter(respondent__case=case).select_related("respondent")
    found = [
        Action(f"对{d.respondent.name}的处理决定（{d.get_state_display()}）", url_of("decision", d))
        for d in decisions
    ]
    if runs(actor, case) and case.state == CaseState.DETERMINED:
        for respondent in case.respondents.filter(state=RespondentState.FOUND):
            ids = {"pk": case.pk, "respondent": respondent.pk}
            name = f"就{respondent.name}向有权限的单位提出处理建议"
            found.append(Action(name, reverse("respondent_propose", kwargs=ids)))
    return found


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
    mine = runs(actor, case)
    return Step(
        title=title, who=OFFICE, stage=stage, mine=mine, url=url, button=button, bases=bases
    )
