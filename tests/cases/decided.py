"""A case walked on from its report: finding, proposal, notice, hearing, approval, letter, service.

The facts are those of the published decision MOST-2024-07-a1: a grant proposal copied from funded
projects; three years' ban, public notice, entry in the register.
"""

from dataclasses import replace
from datetime import date

from accounts import clock
from cases.models import Case, Decision, Respondent
from cases.services.approval import approve_decision
from cases.services.drafting import draft_decision
from cases.services.findings import Found, Retraction, determine_respondent
from cases.services.hearing import conclude_hearing
from cases.services.issuing import issue_decision
from cases.services.judging import Proposal
from cases.services.notices import prepare_notice, serve_notice
from cases.services.serving import serve_decision
from rules.sanctions import MeasureFact
from tests.cases import world as w

ID_NUMBER = "370102198001010017"
FACTORS = {
    1: "申报书主要内容整段复制他人已立项项目，偏离程度严重。",
    2: "没有发现。",
    3: "项目未获资助，评审程序已终止。",
    4: "首次发生。",
    5: "承认事实，配合调查。",
    6: "没有其他需要考虑的因素。",
}
FOUND = Found(
    outcome="misconduct",
    facts="申报书在主要指标、研究内容、研究方法、创新点等方面抄袭其他已立项项目。",
    evidence="文字比对报告\n当事人谈话笔录",
    conduct=(1,),
    standard="《学术出版规范 期刊学术不端行为界定》（CY/T 174—2019）",
    factors=FACTORS,
    severity="serious",
    reasons="综合第三十条各因素，认定情节严重。",
)
CLEARED = Found(outcome="cleared", facts="比对后未发现抄袭。")
EXEMPT = replace(
    FOUND,
    outcome="exempted",
    severity="",
    reasons="举报前已由作者主动撤稿，没有造成较大负面影响。",
    retraction=Retraction(is_author=True, own_will=True, retracted_on=date(2026, 3, 1)),
)
LAWFUL = Proposal(
    severity="serious",
    measures=(MeasureFact(2), MeasureFact(5, years=3), MeasureFact(13)),
    facts="申报书在主要指标、研究内容、研究方法、创新点等方面抄袭其他已立项项目。",
    basis="行为属于第二条第一项，情节严重，在3至5年之内禁止3年。",
)
UNLAWFUL = replace(LAWFUL, severity="minor", measures=(MeasureFact(2), MeasureFact(5, years=5)))


def only(case: Case) -> Respondent:
    """The one respondent, with the identity number the letter needs."""
    respondent = case.respondents.get()
    if not respondent.id_number:
        respondent.id_number = ID_NUMBER
        respondent.save()
    return respondent


def determined(world: w.World, found: Found = FOUND) -> Respondent:
    """A respondent about whom the unit has found something."""
    respondent = only(w.reported(world))
    determine_respondent(
        actor=world["officer"], respondent_id=respondent.pk, found=found, on=clock.today()
    )
    return Respondent.objects.get(pk=respondent.pk)


def drafted(world: w.World, proposal: Proposal = LAWFUL, by: str = "officer") -> Decision:
    """A proposed decision."""
    respondent = determined(world)
    return draft_decision(
        actor=world[by], respondent_id=respondent.pk, proposal=proposal, on=clock.today()
    )


def noticed(world: w.World, by: str = "officer") -> Decision:
    """A proposal the respondent was told of today."""
    decision, today = drafted(world, by=by), clock.today()
    officer = world["officer"]
    prepare_notice(actor=officer, decision_id=decision.pk, on=today, serve_by=today)
    return serve_notice(actor=officer, decision_id=decision.pk, on=today, evidence="送达回证1号")


def heard(world: w.World, lapsed: date, by: str = "officer") -> Decision:
    """A proposal on which the respondent said nothing until ``lapsed``, a day after the period."""
    decision = noticed(world, by)
    with w.on(lapsed):
        return conclude_hearing(actor=world["officer"], decision_id=decision.pk, on=lapsed)


def issued(world: w.World, day: date) -> Decision:
    """A decision approved and issued on a day after the reply period."""
    decision = heard(world, day)
    with w.on(day):
        approve_decision(actor=world["head"], decision_id=decision.pk, on=day)
        issue_decision(actor=world["officer"], decision_id=decision.pk, on=day)
    return Decision.objects.get(pk=decision.pk)


def served(world: w.World, day: date) -> Decision:
    """A decision issued and served on that day."""
    decision = issued(world, day)
    return serve(world, decision, day)


def serve(world: w.World, decision: Decision, day: date) -> Decision:
    """The issued decision handed over on that day."""
    with w.on(day):
        serve_decision(
            actor=world["officer"],
            decision_id=decision.pk,
            on=day,
            method="direct",
            evidence="送达回证2号",
        )
    return Decision.objects.get(pk=decision.pk)
