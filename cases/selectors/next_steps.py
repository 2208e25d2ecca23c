"""What must happen next on a case up to its report, and what cannot happen now (Art 16–25)."""

from collections.abc import Callable
from dataclasses import replace

from django.urls import reverse

from accounts.actors import Actor
from accounts.policies import Basis, may
from cases import facts_inquiry
from cases.models import (
    OPEN_STATES,
    Case,
    CaseState,
    Deadline,
    Plan,
    RecordKind,
    Report,
)
from cases.policies import leaders
from cases.selectors.case_files import current_plan, current_report, people, to_be_filed
from cases.selectors.steps import Action, Blocked, Need, Step

RULES = "国科发监〔2022〕221号"
PLAN = Basis(RULES, 16, "调查应制订调查方案")
APPROVAL = Basis(RULES, 16, "经单位相关负责人批准后实施")
INQUIRY = Basis(RULES, 17, "调查应包括行政调查和学术评议")
HEARING = Basis(RULES, 20, "应当听取被调查人的陈述和申辩")
SUSPENSION = Basis(RULES, 23, "可经单位相关负责人批准中止调查")
RESUMPTION = Basis(RULES, 23, "中止调查的原因消除后，应及时恢复调查")
DEATH = Basis(RULES, 23, "调查期间被调查人死亡的，终止对其调查")
REPORT = Basis(RULES, 24, "调查结束应形成调查报告")
SIGNATURES = Basis(RULES, 24, "调查报告须由全体调查人员签字")
INFORM = Basis(RULES, 24, "书面告知参与调查单位或其他具有处理权限的单位")
AGAIN = Basis(RULES, 24, "需要补充调查的，应根据补充调查情况重新形成调查报告")
PERIOD = Basis(RULES, 25, "自决定受理之日起6个月内完成")
EXTENSION = Basis(RULES, 25, "经单位负责人批准后可延长调查期限")
RECUSAL = Basis(RULES, 45, "参与科研失信行为调查处理人员应签署回避声明")

OFFICE = "科研诚信办公室"
TEAM = "调查人员"
Found = tuple[list[Step], list[Blocked], list[Action]]


def steps(actor: Actor, case: Case) -> Found:
    """Next steps, moves that are closed, and the other moves that are open to this person."""
    stages: dict[str, Callable[[Actor, Case], list[Step]]] = {
        CaseState.ACCEPTED: _to_plan,
        CaseState.PLANNED: _to_begin,
        CaseState.INVESTIGATING: _to_report,
        CaseState.SUSPENDED: _to_resume,
    }
    due = stages.get(case.state)
    found = due(actor, case) if due else []
    return [*found, *_to_tell(actor, case)], _blocked(case), _actions(actor, case)


def papers(case: Case) -> Step:
    """The step of whoever has not signed the papers of the case yet."""
    return Step(
        title="签署保密协议和本案回避声明",
        who="您",
        stage="受理",
        mine=True,
        url=_url("case_sign", case),
        button="签署",
        bases=(RECUSAL,),
        remark="签署后才能打开案件。",
    )


def _to_plan(actor: Actor, case: Case) -> list[Step]:
    plan = current_plan(case)
    limit = _limit(case)
    if plan is not None and plan.submitted_on is not None:
        return [
            Step(
                title="批准调查方案",
                who=leaders(case),
                stage="调查",
                mine=bool(may("case.approve_plan", actor, case)),
                url=_url("case_approve_plan", case),
                button="批准调查方案",
                deadline=limit,
                deadline_for="作出处理决定",
                bases=(APPROVAL,),
                needs=_team_needs(case),
            )
        ]
    drafted = plan is not None
    return [
        Step(
            title="提交调查方案" if drafted else "拟定调查方案",
            who=OFFICE,
            stage="调查",
            mine=bool(may("case.investigate", actor, case)),
            url=_url("case_plan" if drafted else "case_draft_plan", case),
            button="打开调查方案" if drafted else "拟定调查方案",
            deadline=limit,
            deadline_for="作出处理决定",
            bases=(PLAN, APPROVAL),
            needs=(*_plan_needs(case, plan), *_team_needs(case)),
        )
    ]


def _to_begin(actor: Actor, case: Case) -> list[Step]:
    return [
        Step(
            title="开始调查",
            who=TEAM,
            stage="调查",
            mine=bool(may("case.investigate", actor, case)),
            url=_url("case_begin", case),
            button="开始调查",
            deadline=_limit(case),
            deadline_for="作出处理决定",
            bases=(INQUIRY,),
            needs=_team_needs(case),
        )
    ]


def _to_report(actor: Actor, case: Case) -> list[Step]:
    report = current_report(case)
    needs = _inquiry_needs(case)
    mine = bool(may("case.investigate", actor, case))
    if not all(need.done for need in needs):
        inquire = Step(
            title="开展行政调查和学术评议，听取被调查人陈述和申辩",
            who=TEAM,
            stage="调查",
            mine=mine,
            url=_url("case_inquiry", case),
            button="打开调查工作",
            bases=(INQUIRY, HEARING),
            needs=needs,
        )
        return [_bound(inquire, case)]
    if report is None:
        write = Step(
            title="起草调查报告",
            who=TEAM,
            stage="报告",
            mine=mine,
            url=_url("case_draft_report", case),
            bases=(REPORT,),
            needs=needs,
        )
        return [_bound(write, case)]
    following = _to_file(actor, case) if to_be_filed(case) else _to_sign(actor, case, report)
    return [_bound(following, case)]


def _to_sign(actor: Actor, case: Case, report: Report) -> Step:
    signed = facts_inquiry.report(case, report).signed
    waiting = facts_inquiry.investigators(case) - signed
    needs = _report_needs(case, report)
    return Step(
        title="签署调查报告",
        who="全体调查人员",
        stage="报告",
        mine=actor.person in waiting and bool(may("case.sign_report", actor, case)),
        url=_url("case_sign_report", case),
        bases=(SIGNATURES,),
        needs=needs,
    )


def _to_file(actor: Actor, case: Case) -> Step:
    return Step(
        title="归档调查报告",
        who=OFFICE,
        stage="报告",
        mine=bool(may("case.run", actor, case)),
        url=_url("case_file_report", case),
        button="归档调查报告",
        bases=(REPORT,),
        needs=(Need("全体调查人员签字", True), Need("归档")),
        remark="归档之日报告形成（本单位解读，条文未写明）。",
    )


def _bound(step: Step, case: Case) -> Step:
    """The step under the limit of Art 25, which covers handling as well."""
    return replace(step, deadline=_clock(case, "investigation"), deadline_for="作出处理决定")


def _to_resume(actor: Actor, case: Case) -> list[Step]:
    return [
        Step(
            title="中止原因消除后恢复调查",
            who=f"{OFFICE}或{leaders(case)}",
            stage="调查",
            mine=bool(may("case.resume", actor, case)),
            url=_url("case_resume", case),
            button="恢复调查",
            deadline=_limit(case),
            deadline_for="作出处理决定",
            bases=(RESUMPTION,),
        )
    ]


def _to_tell(actor: Actor, case: Case) -> list[Step]:
    owed = case.notifications.filter(sent_on=None, kind__in=("results", "extension"))
    if not owed.exists():
        return []
    return [
        Step(
            title="书面告知有关单位",
            who=OFFICE,
            stage="报告",
            mine=bool(may("case.run", actor, case)),
            url=_url("case_notifications", case),
            button="打开要告知的单位",
            deadline=_clock(case, "inform_participants"),
            deadline_for="告知参与调查单位",
            bases=(INFORM,),
            needs=tuple(Need(row.to) for row in owed.select_related("organisation")),
        )
    ]


def _plan_needs(case: Case, plan: Plan | None) -> tuple[Need, ...]:
    written = facts_inquiry.plan_parts(plan) if plan else {}
    return (Need("调查方案六项内容", bool(written) and all(written.values())),)


def _team_needs(case: Case) -> tuple[Need, ...]:
    url = _url("case_team", case)
    team = facts_inquiry.investigators(case)
    unsigned = [p.participant.user.name for p in people(case) if not (p.agreed and p.stated)]
    papers = f"{'、'.join(unsigned)}的回避声明" if unsigned else "本案人员的回避声明"
    return (
        Need("调查人员", bool(team), url, "见人员"),
        Need(papers, not unsigned, url, "见人员"),
    )


def _inquiry_needs(case: Case) -> tuple[Need, ...]:
    kinds = set(case.records.values_list("kind", flat=True))
    heard = set(
        case.records.filter(kind=RecordKind.HEARING).values_list("respondent_id", flat=True)
    )
    evidence = case.evidence.filter(excluded=False).exists()
    url = _url("case_inquiry", case)
    step = _url("case_record_step", case)
    hearings = tuple(
        Need(f"听取{r.name}的陈述和申辩", r.pk in heard, step, "去记录")
        for r in case.respondents.exclude(state="discontinued")
    )
    return (
        Need("行政调查", RecordKind.ADMINISTRATIVE in kinds, step, "去记录"),
        Need("学术评议，或写明不涉及学术问题", RecordKind.ACADEMIC in kinds, step, "去记录"),
        *hearings,
        Need("证据材料", evidence, url, "去收入"),
    )


def _report_needs(case: Case, report: Report) -> tuple[Need, ...]:
    facts = facts_inquiry.report(case, report)
    url = _url("case_report", case)
    return (
        Need("报告七项内容", all(facts.parts.values()), url, "看报告"),
        Need(
            f"全体调查人员签字（{len(facts.signed)}/{len(facts.investigators)}）",
            facts.investigators <= facts.signed,
            url,
            "看报告",
        ),
    )


def _blocked(case: Case) -> list[Blocked]:
    state = case.state
    rows = (
        (
            state == CaseState.ACCEPTED,
            Blocked("开始调查", "调查方案还没有批准；批准后才能开始。", APPROVAL),
        ),
        (
            state in (CaseState.ACCEPTED, CaseState.PLANNED),
            Blocked("中止调查", "还没有开始调查，没有可以中止的。", SUSPENSION),
        ),
        (
            state == CaseState.DETERMINED,
            Blocked("再次中止调查", "调查已经结束。", SUSPENSION),
        ),
        (
            state in OPEN_STATES[:4],
            Blocked("补充调查", "还没有形成报告；形成后需要补充的才退回。", AGAIN),
        ),
        (
            state in OPEN_STATES,
            Blocked("因离职、撤回举报终止调查", "只有被调查人死亡才终止。", DEATH),
        ),
    )
    return [blocked for holds, blocked in rows if holds]


def _actions(actor: Actor, case: Case) -> list[Action]:
    """Moves open to this person besides the next step; the law decides when they are sent."""
    run, team = bool(may("case.run", actor, case)), bool(may("case.investigate", actor, case))
    state = case.state
    open_now, inquiring = state in OPEN_STATES, state == CaseState.INVESTIGATING
    rows = (
        (run, "人员", "case_team"),
        (run, "被调查人基本情况", "case_respondents"),
        (team, "调查方案", "case_plan"),
        (team, "调查工作和证据材料", "case_inquiry"),
        (team, "调查报告", "case_report"),
        (inquiring and may("case.suspend", actor, case), "中止调查", "case_suspend"),
        (open_now and may("case.extend", actor, case), "延长调查期限", "case_extend"),
        (run and state == CaseState.REPORTED, "退回补充调查", "case_supplement"),
        (run and state in (*OPEN_STATES[:4], CaseState.REPORTED), "移交案件", "case_transfer"),
        (run and case.notifications.exists(), "书面告知记录", "case_notifications"),
    )
    return [Action(label, _url(name, case)) for holds, label, name in rows if holds]


def _limit(case: Case) -> Deadline | None:
    return _clock(case, "investigation")


def _clock(case: Case, rule: str) -> Deadline | None:
    return Deadline.objects.filter(
        rule=rule, subject_kind=case._meta.label_lower, subject_id=case.pk, done=None
    ).first()


def _url(name: str, case: Case) -> str:
    return reverse(name, kwargs={"pk": case.pk})
