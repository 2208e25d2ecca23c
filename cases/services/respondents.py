"""Respondents: their data for the letter, who joins later, and whose proceeding ends by death."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.actors import Actor
from accounts.models import Organisation
from accounts.models.organisations import validate_credit_code
from accounts.refusals import NotYours, Refused
from accounts.sealing import blind_index
from cases import events
from cases.facts import case_context
from cases.models import OPEN_STATES, Case, CaseState, PartyKind, Respondent, RespondentState
from cases.services.complaints import Party
from cases.services.dates import not_before, not_future
from cases.services.deadlines import stop_clock
from cases.services.entering import case_for, standing
from cases.services.people import screen_again
from rules.law import N221, cite
from rules.outcome import Finding, error
from rules.procedure.clocks import DiscontinuanceFacts, check_discontinuance

IDENTITY = cite(N221, 28, item=1)
DEATH = cite(N221, 23, "调查期间被调查人死亡的，终止对其调查")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
INQUIRY_STATES = (
    CaseState.ACCEPTED,
    CaseState.PLANNED,
    CaseState.INVESTIGATING,
    CaseState.SUSPENDED,
)


@dataclass(frozen=True, slots=True)
class RespondentData:
    """What the letter and the referrals need; an empty ``id_number`` keeps the one on file."""

    name: str
    unit_name: str = ""
    position: str = ""
    id_number: str = ""
    credit_code: str = ""
    is_head: bool = False
    party_member: bool = False
    public_servant: bool = False
    suspected_crime: bool = False
    pending_applications: str = ""


@transaction.atomic
def amend_respondent(
    *,
    actor: Actor,
    case_id: int,
    respondent_id: int,
    data: RespondentData,
    seen: int | None = None,
) -> Respondent:
    """Complete a respondent's data; the identity number is sealed and never shown again in full."""
    case = case_for("case.run", actor=actor, case_id=case_id, seen=seen)
    standing(case, OPEN_STATES, "办理期间才能补充被调查人基本情况。")
    respondent = _respondent(case, respondent_id)
    if wrong := list(_wrong(respondent, data)):
        raise Refused.because(*wrong)
    respondent.name = data.name.strip()
    respondent.unit_name = data.unit_name.strip()
    respondent.position = data.position.strip()
    if number := data.id_number.strip().upper():
        respondent.id_number = number
        respondent.id_index = blind_index(number)
    respondent.credit_code = data.credit_code.strip().upper()
    respondent.is_head = data.is_head
    respondent.party_member = data.party_member
    respondent.public_servant = data.public_servant
    respondent.suspected_crime = data.suspected_crime
    respondent.pending_applications = data.pending_applications.strip()
    respondent.save()
    events.record("case.respondent_amended", actor=actor, subject=respondent, on=case)
    return respondent


@transaction.atomic
def add_respondent(
    *,
    actor: Actor,
    case_id: int,
    party: Party,
    allegations: str,
    conduct: tuple[int, ...] = (),
    on: date,
    seen: int | None = None,
) -> Respondent:
    """Bring somebody in whom the inquiry met; the limit of Art 25 keeps its start."""
    case = case_for("case.run", actor=actor, case_id=case_id, seen=seen)
    standing(case, INQUIRY_STATES, "形成报告以前才能增加被调查人；已形成报告的，先退回补充调查。")
    not_future(on, "列为被调查人日期")
    not_before(on, case.accepted_on, "列为被调查人日期", "决定受理日期")
    if not party.name.strip():
        raise Refused.plainly("name_missing", "请填写姓名或名称。")
    if case.respondents.filter(name=party.name.strip(), unit_name=party.unit_name).exists():
        raise Refused.plainly("already_respondent", f"{party.name}已经是本案的被调查人。")
    respondent = Respondent.objects.create(
        case=case,
        name=party.name.strip(),
        kind=party.kind,
        unit=party.unit,
        unit_name=party.unit_name,
        position=party.position,
        allegations=allegations.strip(),
        conduct=sorted(conduct),
        added_on=on,
    )
    events.record("case.respondent_added", actor=actor, subject=respondent, on=case)
    screen_again(case=case)
    return respondent


@transaction.atomic
def discontinue_respondent(
    *,
    actor: Actor,
    case_id: int,
    respondent_id: int,
    on: date,
    reason: str,
    evidence: str,
    seen: int | None = None,
) -> Respondent:
    """End the proceeding against one who died; with the last of them the case ends (Art 23)."""
    case = case_for("case.run", actor=actor, case_id=case_id, seen=seen)
    respondent = _respondent(case, respondent_id)
    if respondent.state != RespondentState.OPEN:
        shown = RespondentState(respondent.state).label
        raise Refused.because(error("not_open", f"对他的办理已有结果：{shown}。", DEATH))
    outcome = check_discontinuance(
        DiscontinuanceFacts(reason, evidence, investigating=case.state in INQUIRY_STATES),
        case_context(case),
    )
    if not outcome.allowed:
        raise Refused(outcome)
    not_future(on, "终止日期")
    not_before(on, respondent.added_on, "终止日期", "列为被调查人日期")
    respondent.discontinue()
    respondent.ended_on, respondent.end_reason = on, evidence.strip()
    respondent.save()
    events.record("respondent.discontinued", actor=actor, subject=respondent, on=case, date=on)
    _terminate_when_none_is_left(case, actor, on)
    return respondent


def _terminate_when_none_is_left(case: Case, actor: Actor, on: date) -> None:
    others = case.respondents.exclude(state=RespondentState.DISCONTINUED).exists()
    if others or case.state not in INQUIRY_STATES:
        return
    case.terminate()
    case.closed_on = on
    case.save()
    events.record("case.terminated", actor=actor, subject=case, on=case, date=on)
    stop_clock(rule="investigation", subject=case, on=on, how="被调查人均已死亡，终止调查")


@transaction.atomic
def transfer_case(
    *,
    actor: Actor,
    case_id: int,
    to: Organisation,
    on: date,
    reason: str,
    seen: int | None = None,
) -> Case:
    """Hand the case to the body that is competent; its clock goes along and is not restarted."""
    case = case_for("case.run", actor=actor, case_id=case_id, seen=seen)
    states = (*INQUIRY_STATES, CaseState.REPORTED)
    standing(case, states, "最终认定以前才能移交。")
    not_future(on, "移交日期")
    not_before(on, case.accepted_on, "移交日期", "决定受理日期")
    if not reason.strip():
        raise Refused.plainly("reason_missing", "请写明为何由对方负责（管辖依据）。")
    if to.pk == case.organisation_id:
        raise Refused.plainly("same_unit", "这就是本单位，不需要移交。")
    accused = case.respondents.filter(kind=PartyKind.ORGANISATION)
    if accused.filter(unit=to).exists() or accused.filter(name=to.name).exists():
        words = cite(N221, 46, "不得将举报材料转给被举报人或被举报单位等利益相关方")
        raise Refused.because(error("to_accused", f"{to.name}是被调查单位，不能移交给它。", words))
    case.transfer()
    case.closed_on = on
    case.save()
    events.record("case.transferred", actor=actor, subject=case, on=case, to=to.pk, date=on)
    clock = stop_clock(rule="investigation", subject=case, on=on, how=f"移交{to.name}"[:60])
    if clock is not None:
        clock.pk, clock.unit, clock.done, clock.done_how = None, to, None, ""
        clock.save(force_insert=True)
    return case


def _respondent(case: Case, pk: int) -> Respondent:
    respondent = case.respondents.filter(pk=pk).first()
    if respondent is None:
        raise NotYours("没有这个页面，或者它不对您开放。")
    return respondent


def _wrong(respondent: Respondent, data: RespondentData) -> list[Finding]:
    found = []
    if not data.name.strip():
        found.append(error("name_missing", "请填写姓名或名称。", IDENTITY))
    person = respondent.kind == PartyKind.PERSON
    if number := data.id_number.strip().upper():
        if not person:
            found.append(
                error("id_of_unit", "单位填统一社会信用代码，不填身份证件号码。", IDENTITY)
            )
        elif not _plausible(number):
            message = "身份证件号码的位数或校验码不对，请核对后再填。"
            found.append(error("id_wrong", message, IDENTITY))
    if code := data.credit_code.strip().upper():
        try:
            validate_credit_code(code)
        except ValidationError as wrong:
            found.append(error("credit_code_wrong", str(wrong.message), IDENTITY))
    if person and (data.credit_code.strip()):
        found.append(
            error("code_of_person", "自然人填身份证件号码，不填统一社会信用代码。", IDENTITY)
        )
    return found


def _plausible(number: str) -> bool:
    """A resident identity number with its check character (GB 11643), else a passport or permit."""
    if re.fullmatch(r"\d{17}[\dX]", number):
        total = sum(int(c) * w for c, w in zip(number[:17], _WEIGHTS, strict=True))
        return "10X98765432"[total % 11] == number[17]
    return re.fullmatch(r"[A-Z]{1,3}\d{6,10}", number) is not None
