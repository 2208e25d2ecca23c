"""The case page: where the case stands, what is next and why not, clocks, people, timeline."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from accounts.actors import Actor
from accounts.models import ConfidentialityAgreement, Event
from accounts.policies import may
from accounts.roles import Role
from accounts.selectors.people import agreement_of
from appeals.selectors import of_case as appeals_of
from appeals.selectors import step as appeal_step
from cases import events
from cases.deadlines.wording import short_date
from cases.models import Case, CaseState, Deadline, Decision, Participant, RecusalStatement
from cases.selectors.next_decisions import steps as decision_steps
from cases.selectors.next_steps import steps as inquiry_steps
from cases.selectors.steps import Action, Blocked, Need, Step
from misconduct.pages.parts import Person, Stage
from reporting.selectors import of_case as submissions_of
from reporting.selectors import step as submission_step

STAGES = (
    ("acceptance", "受理"),
    ("investigation", "调查"),
    ("report", "报告"),
    ("finding", "认定"),
    ("decision", "处理"),
    ("service", "送达"),
    ("effect", "生效"),
    ("filing", "汇交"),
)
# How many stages are behind a case in each state, before its decisions are looked at.
BEHIND = {
    CaseState.ACCEPTED: 1,
    CaseState.PLANNED: 1,
    CaseState.INVESTIGATING: 1,
    CaseState.SUSPENDED: 1,
    CaseState.REPORTED: 3,
    CaseState.DETERMINED: 4,
    CaseState.CLOSED: 7,
    CaseState.TERMINATED: 1,
    CaseState.TRANSFERRED: 1,
}
HEAVENLY = "甲乙丙丁戊己庚辛壬癸"
ISSUED = ("issued", "served", "effective", "varied", "revoked", "expired")
SERVED = ISSUED[1:]
EFFECTIVE = ISSUED[2:]


@dataclass(frozen=True, slots=True)
class Guide:
    """Next steps, moves that are closed, and the other moves that are open."""

    steps: list[Step]
    blocked: list[Blocked]
    actions: list[Action]


def guide(actor: Actor, case: Case) -> Guide:
    """What every app says about this case, this person's own steps first."""
    steps: list[Step] = []
    blocked: list[Blocked] = []
    actions: list[Action] = []
    for source in (inquiry_steps, decision_steps):
        made = source(actor, case)
        steps += made[0]
        blocked += made[1]
        actions += made[2]
    steps += [s for s in (appeal_step(actor, a) for a in appeals_of(case)) if s]
    steps += [s for s in (submission_step(actor, s) for s in submissions_of(case)) if s]
    return Guide(sorted(steps, key=lambda s: not s.mine), blocked, actions)


def without_names(found: Guide, pseudonyms: Mapping[str, str]) -> Guide:
    """The same for a reader who sees no identities: pseudonyms, nothing to press."""

    def said(text: str) -> str:
        for name, pseudonym in pseudonyms.items():
            text = text.replace(name, pseudonym)
        return text

    steps = [
        replace(
            step,
            title=said(step.title),
            remark=said(step.remark),
            mine=False,
            url="",
            needs=tuple(Need(said(need.text), need.done) for need in step.needs),
        )
        for step in found.steps
    ]
    blocked = [replace(b, name=said(b.name), reason=said(b.reason)) for b in found.blocked]
    return Guide(steps, blocked, [])


def track(case: Case) -> list[Stage]:
    """The eight stages, each with its date or word."""
    dates = _stage_dates(case)
    done = _behind(case)
    stages = []
    for index, (key, label) in enumerate(STAGES):
        if index < done:
            on = dates.get(key)
            stages.append(Stage(label, "done", f"{short_date(on)}完成" if on else "已完成"))
        elif index == done and case.state not in (CaseState.TERMINATED, CaseState.TRANSFERRED):
            word = "已中止" if case.state == CaseState.SUSPENDED else "正在进行"
            stages.append(Stage(label, "now", word))
        else:
            stages.append(Stage(label))
    return stages


def people(case: Case) -> list[Person]:
    """Who takes part and what each has signed."""
    signed = {s.user_id: s.signed_at.date() for s in RecusalStatement.objects.filter(case=case)}
    parts = Participant.objects.filter(case=case, until=None).select_related("user")
    agreements = {
        a.user_id: a.signed_at.date()
        for a in ConfidentialityAgreement.objects.filter(user__in=[p.user_id for p in parts])
    }
    return [
        Person(
            name=part.user.name,
            part=part.get_duty_display(),
            agreement=agreements.get(part.user_id),
            recusal=signed.get(part.user_id),
        )
        for part in parts
    ]


def deadlines(case: Case) -> list[Deadline]:
    """The clocks of the case, open ones first."""
    rows = Deadline.objects.filter(chain=case.chain).select_related("unit", "own_rules")
    return sorted(rows, key=lambda d: (d.done is not None, d.due or date.max))


def pseudonyms(case: Case) -> dict[str, str]:
    """Each respondent's name to the pseudonym an auditor reads, the same on every page."""
    names = case.respondents.order_by("id").values_list("name", flat=True)
    return {name: f"被调查人{HEAVENLY[i % 10]}" for i, name in enumerate(names)}


def nameless(actor: Actor) -> bool:
    """Whether this person sees no identities: the auditor."""
    return actor.has(Role.AUDITOR)


def lodging(actor: Actor, decisions: list[Decision]) -> list[Action]:
    """Where an appeal against a decision of this case can be written down."""
    return [
        Action(f"登记对{d.number}的申诉", reverse("appeal_lodge", kwargs={"pk": d.pk}))
        for d in decisions
        if d.state in SERVED and may("appeal.lodge", actor, d)
    ]


def signed_agreement(actor: Actor) -> bool:
    """Whether the standing agreement for the organisation in use is signed."""
    if actor.user_id is None or actor.organisation_id is None:
        return False
    return agreement_of(actor.user_id, actor.organisation_id) is not None


def _stage_dates(case: Case) -> dict[str, date]:
    dates: dict[str, date] = {"acceptance": case.accepted_on}
    for event in Event.objects.filter(chain=case.chain).order_by("seq"):
        kind = events.CATALOGUE.get(event.name)
        if kind and kind.stage and kind.stage != "acceptance":
            dates[kind.stage] = event.at.date()
    for submission in case.submissions.all():
        if submission.acknowledged_on:
            dates["filing"] = submission.acknowledged_on
    return dates


def _behind(case: Case) -> int:
    behind = BEHIND[CaseState(case.state)]
    if behind < 4:
        return behind
    newest: dict[int, str] = {}
    for decision in Decision.objects.filter(respondent__case=case).order_by("version"):
        newest[decision.respondent_id] = decision.state
    for states, stage in ((ISSUED, 5), (SERVED, 6), (EFFECTIVE, 7)):
        if newest and all(state in states for state in newest.values()):
            behind = max(behind, stage)
    filings = list(case.submissions.all())
    if behind >= 7 and (not filings or all(s.acknowledged_on for s in filings)):
        behind = 8
    return behind
