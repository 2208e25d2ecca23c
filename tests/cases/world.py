"""A province in small: units, people, and a case walked to any stage through the services."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile

from accounts import clock
from accounts.actors import Actor
from accounts.models import Level, Membership, Organisation, OrganisationKind, Power, User
from accounts.refusals import Refused
from accounts.roles import Role
from accounts.selectors.people import actor_for
from accounts.services.agreements import sign_agreement
from accounts.services.readings import set_readings
from cases.models import PLAN_PARTS, REPORT_PARTS, Case, Complaint, Report
from cases.services.acceptance import accept_complaint
from cases.services.complaints import (
    Party,
    Subject,
    assess_complaint,
    register_complaint,
)
from cases.services.complaints import Report as ComplaintReport
from cases.services.evidence import add_evidence
from cases.services.inquiry import Step, begin_investigation, record_step
from cases.services.people import add_participant, sign_papers
from cases.services.planning import approve_plan, draft_plan, submit_plan
from cases.services.reports import draft_report, sign_report
from cases.services.suspensions import suspend

YES = {
    "respondent_identified": True,
    "within_scope": True,
    "facts_stated": True,
    "evidence": True,
    "checkable_lead": True,
    "repeats_earlier": False,
    "decision_in_effect": False,
    "new_evidence_or_lead": False,
    "competent": True,
    "military": False,
}
COMPLAINANT = "周翀"
RESPONDENT = "郑喆玥"
TODAY = date(2026, 4, 20)
START = date(2020, 1, 1)


@contextmanager
def on(day: date) -> Iterator[None]:
    """Let the code inside run on that day, at ten in the morning."""
    with clock.at(datetime.combine(day, time(10), ZoneInfo("Asia/Shanghai"))):
        yield


@contextmanager
def refused(code: str, place: str = "") -> Iterator[None]:
    """The code inside is refused with this finding, resting on this place of the law."""
    with pytest.raises(Refused) as caught:
        yield
    found = {f.code: f.citation.place if f.citation else "" for f in caught.value.outcome.errors}
    assert code in found, found
    if place:
        assert found[code] == place


@contextmanager
def denied(reason: str) -> Iterator[None]:
    """The code inside is not for this person, who is told why."""
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.outcome.errors[0].message == reason


@dataclass
class World:
    """Two universities, their superior and the provincial department; one person for each role."""

    university: Organisation
    second: Organisation
    superior: Organisation
    province: Organisation
    actors: dict[str, Actor] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Actor:
        return self.actors[name]


def build() -> World:
    """Make the world; every person has signed the standing agreement of their unit."""
    province = _organisation("山东省科学技术厅", "鲁科诚", "science_department", Level.PROVINCE, 1)
    superior = _organisation("山东省教育厅", "鲁教诚", "department", Level.PROVINCE, 2)
    university = _organisation("示例大学", "示大科诚", "university", Level.UNIT, 3, superior)
    second = _organisation("第二大学", "二大科诚", "university", Level.UNIT, 4, superior)
    for measure in range(1, 14):
        Power.objects.create(organisation=university, measure=measure, basis="本单位规章")
    world = World(university, second, superior, province)
    people = {
        "officer": (university, Role.OFFICER),
        "officer_b": (university, Role.OFFICER),
        "leader": (university, Role.RESPONSIBLE_LEADER),
        "head": (university, Role.HEAD),
        "investigator": (university, Role.INVESTIGATOR),
        "investigator2": (university, Role.INVESTIGATOR),
        **{f"expert{n}": (university, Role.EXPERT) for n in range(1, 6)},
        "officer2": (second, Role.OFFICER),
        "superior": (superior, Role.SUPERIOR_OFFICER),
        "province": (province, Role.PROVINCIAL_OFFICER),
        "auditor": (province, Role.AUDITOR),
        "sysadmin": (university, Role.SYSTEM_ADMINISTRATOR),
    }
    for name, (unit, role) in people.items():
        world.actors[name] = person(name, unit, role)
    return world


def person(name: str, unit: Organisation, role: Role, *, agreement: bool = True) -> Actor:
    """A user with one role, acting for the unit."""
    user = User.objects.create_user(username=name, name=f"{name}某")
    Membership.objects.create(user=user, organisation=unit, role=role, since=START)
    actor = actor_for(user, unit.pk)
    if agreement:
        sign_agreement(actor=actor)
    return actor


def choose(world: World, unit: Organisation | None = None, **readings: str) -> None:
    """The unit (the first university) reads these so from now on, the rest by default."""
    unit_id = (unit or world.university).pk
    set_readings(actor=world["sysadmin"], organisation_id=unit_id, chosen=readings)


def report_of(**changes: object) -> ComplaintReport:
    """What came in: a copied grant proposal, reported by name."""
    parts: dict[str, object] = {
        "source": "named",
        "channel": 1,
        "title": "项目申报书抄袭他人已立项项目",
        "content": "申报书主要内容与他人已立项项目雷同。",
        "domain": "natural",
        "received_on": date(2026, 4, 7),
        "receipt_evidence": "收文〔2026〕12号",
        "conduct": (1,),
        "parties": (Party(RESPONDENT, "person", unit_name="示例大学材料学院"),),
        "works": (Subject("project", "海水淡化膜材料关键技术研究", "2025ZDYF01"),),
        "complainant_name": COMPLAINANT,
        "complainant_contact": "13800000000",
    }
    return ComplaintReport(**{**parts, **changes})  # type: ignore[arg-type]


def registered(world: World, **changes: object) -> Complaint:
    """A complaint at the first university."""
    return register_complaint(actor=world["officer"], report=report_of(**changes))


def assessed(
    world: World, *, answers: dict[str, bool] | None = None, **changes: object
) -> Complaint:
    """The same with every question of Art 12 to 14 answered."""
    complaint = registered(world, **changes)
    assess_complaint(
        actor=world["officer"], complaint_id=complaint.pk, answers={**YES, **(answers or {})}
    )
    complaint.refresh_from_db()
    return complaint


def accepted(world: World, **changes: object) -> Case:
    """A case, its officer's statement signed."""
    complaint = assessed(world, **changes)
    return accept_complaint(
        actor=world["officer"], complaint_id=complaint.pk, on=clock.today(), no_relation=True
    )


def staffed(world: World, **changes: object) -> Case:
    """A case whose leader, head, two investigators and five experts have signed their papers."""
    case = accepted(world, **changes)
    experts = [f"expert{n}" for n in range(1, 6)]
    for name, duty in [
        ("investigator", "lead_investigator"),
        ("investigator2", "investigator"),
        *((name, "expert") for name in experts),
    ]:
        add_participant(
            actor=world["officer"],
            case_id=case.pk,
            user_id=world[name].user_id or 0,
            duty=duty,
            since=clock.today(),
        )
    for name in ("leader", "head", "investigator", "investigator2", *experts):
        sign_papers(actor=world[name], case_id=case.pk)
    return Case.objects.get(pk=case.pk)


def planned(world: World, **changes: object) -> Case:
    """A case with an approved plan."""
    case = staffed(world, **changes)
    draft_plan(actor=world["officer"], case_id=case.pk, parts={p: "按规定" for p in PLAN_PARTS})
    submit_plan(actor=world["officer"], case_id=case.pk)
    approve_plan(actor=world["leader"], case_id=case.pk, on=clock.today())
    return Case.objects.get(pk=case.pk)


def investigating(world: World, **changes: object) -> Case:
    """A case under investigation."""
    case = planned(world, **changes)
    begin_investigation(actor=world["investigator"], case_id=case.pk)
    return Case.objects.get(pk=case.pk)


def inquired(world: World, **changes: object) -> Case:
    """A case whose inquiry has everything a report needs."""
    case = investigating(world, **changes)
    actor, day = world["investigator"], clock.today()
    experts = [world[f"expert{n}"].user_id or 0 for n in range(1, 6)]
    record_step(
        actor=actor, case_id=case.pk, step=Step("administrative", day, "核对申报书和立项材料。")
    )
    record_step(
        actor=actor,
        case_id=case.pk,
        step=Step("academic", day, "雷同1.2万字。", body="panel", people=experts),
    )
    for respondent in case.respondents.all():
        step = Step("hearing", day, "本人承认复制。", respondent_id=respondent.pk)
        record_step(actor=actor, case_id=case.pk, step=step)
    add_evidence(
        actor=actor,
        case_id=case.pk,
        title="文字比对报告",
        obtained_on=day,
        obtained_from="省科技厅",
        obtained_how="书面调取",
        upload=ContentFile(b"compared", name="compared.pdf"),
    )
    return Case.objects.get(pk=case.pk)


def reported(world: World, **changes: object) -> Case:
    """A case whose report both investigators have signed."""
    case = inquired(world, **changes)
    draft_report(
        actor=world["investigator"], case_id=case.pk, parts={p: "写明" for p in REPORT_PARTS}
    )
    for name in ("investigator", "investigator2"):
        sign_report(actor=world[name], case_id=case.pk)
    return Case.objects.get(pk=case.pk)


def report_row(case: Case) -> Report:
    """The newest version of the report."""
    return case.reports.order_by("-version")[0]


def _organisation(
    name: str,
    prefix: str,
    kind: str,
    level: Level,
    number: int,
    superior: Organisation | None = None,
) -> Organisation:
    return Organisation.objects.create(
        name=name,
        prefix=prefix,
        kind=OrganisationKind(kind),
        level=level,
        credit_code=credit_code(number),
        superior=superior,
        office="科研诚信办公室",
    )


def credit_code(number: int) -> str:
    """A well-formed 统一社会信用代码."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    weights = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    body = f"1237000{number:010d}"
    total = sum(alphabet.index(c) * w for c, w in zip(body, weights, strict=True))
    return body + alphabet[(31 - total % 31) % 31]


def suspended(world: World, case: Case) -> None:
    """Suspend the investigation today."""
    suspend(
        actor=world["leader"],
        case_id=case.pk,
        ground="key_information",
        detail="等待外单位提供原始数据",
        on=clock.today(),
    )
