"""Decisions in effect without the procedure before them, and filings walked to any stage."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import count
from zoneinfo import ZoneInfo

from django.db import transaction

from accounts import clock, outbox
from accounts.actors import SYSTEM
from accounts.models import ConfidentialityAgreement, Organisation
from cases import events
from cases.documents import files
from cases.models import (
    REPORT_PARTS,
    Case,
    CaseState,
    Decision,
    DecisionMeasure,
    DecisionState,
    Document,
    DocumentState,
    Finding,
    RecusalStatement,
    Report,
    Respondent,
    RespondentState,
)
from fixtures.demo.units import UNIVERSITY
from reporting.models import Submission
from reporting.services import province, unit
from rules.law import N221, S84
from tests.support.cast import Cast

EFFECT = date(2026, 4, 1)
TODAY = date(2026, 4, 20)
BAN_AND_RECORD = ((2, None), (5, 3), (13, None))
ID_NUMBER = "370102199001011234"
PAPERS = ("officer", "leader", "head", "superior", "superior2", "province", "province2")
_numbers = count(1)

Measures = Sequence[tuple[int, int | None]]


@contextmanager
def on(day: date) -> Iterator[None]:
    """Let the code inside run on that day, at ten in the morning."""
    with clock.at(datetime.combine(day, time(10), ZoneInfo("Asia/Shanghai"))):
        yield


def decided(
    cast: Cast,
    *,
    by: str = UNIVERSITY,
    measures: Measures = BAN_AND_RECORD,
    instruments: Sequence[str] = (N221, S84),
    effective: date = EFFECT,
    previous: Decision | None = None,
) -> Decision:
    """A decision that took effect; its event is committed, nothing has handled it yet."""
    body = Organisation.objects.get(name=by)
    number = next(_numbers)
    respondent = previous.respondent if previous else _respondent(body, number, instruments)
    for name in PAPERS:
        sign(cast, name, respondent.case)
    finding = Finding.objects.create(
        respondent=respondent,
        version=respondent.findings.count() + 1,
        misconduct=True,
        conduct=[1],
        facts="申报书复制他人已立项项目。",
        severity="serious",
        found_on=effective,
    )
    decision = Decision.objects.create(
        respondent=respondent,
        finding=finding,
        organisation=body,
        version=previous.version + 1 if previous else 1,
        previous=previous,
        severity="serious",
        facts="申报书复制他人已立项项目。",
        basis="依据第二十九条、第三十二条。",
        drafted_on=effective,
        number=f"{body.prefix}决〔{effective.year}〕{number}号",
        issued_on=effective,
        served_on=effective,
        service_method="direct",
        effective_on=effective,
        state=DecisionState.EFFECTIVE,
    )
    for item, years in measures:
        DecisionMeasure.objects.create(decision=decision, item=item, years=years)
    _letter(decision, number)
    announce("decision.effective", decision)
    return decision


def announce(name: str, decision: Decision) -> None:
    """Commit an event of a decision, as the cases do."""
    with transaction.atomic():
        events.record(
            name, actor=SYSTEM, subject=decision, on=decision.respondent.case, decision=decision.pk
        )


def fall(decision: Decision, how: str) -> None:
    """Revoke, vary or expire a decision, and let the handlers run."""
    getattr(decision, {"revoked": "revoke", "varied": "vary", "expired": "expire"}[how])()
    decision.save()
    announce(f"decision.{how}", decision)
    outbox.drain()


def sign(cast: Cast, name: str, case: Case) -> None:
    """The standing agreement and the recusal statement of a person for a case."""
    actor = cast.actor(name)
    ConfidentialityAgreement.objects.get_or_create(
        user_id=actor.user_id,
        organisation_id=actor.organisation_id,
        defaults={"signed_at": clock.now(), "text": "保密协议"},
    )
    RecusalStatement.objects.get_or_create(
        case=case, user_id=actor.user_id, defaults={"relations": [], "signed_at": clock.now()}
    )


def prepared(cast: Cast, **changes: object) -> Submission:
    """The filing the event of effect makes."""
    decision = decided(cast, **changes)  # type: ignore[arg-type]
    outbox.drain()
    return Submission.objects.get(decision=decision)


def released(cast: Cast, **changes: object) -> Submission:
    """Released by a second person of the unit."""
    filing = prepared(cast, **changes)
    day = max(filing.effective_on, EFFECT)
    unit.confirm_package(actor=cast.actor("officer"), submission_id=filing.pk, on=day)
    return unit.release_package(actor=cast.actor("leader"), submission_id=filing.pk, on=day)


def at_province(cast: Cast, **changes: object) -> Submission:
    """Received by the province three days after effect."""
    filing = released(cast, **changes)
    return province.receive_package(
        actor=cast.actor("province"),
        submission_id=filing.pk,
        on=filing.effective_on,
        evidence="省厅收文〔2026〕88号",
    )


def checked(cast: Cast, **changes: object) -> Submission:
    """Checked by one provincial officer."""
    filing = at_province(cast, **changes)
    return province.approve_package(
        actor=cast.actor("province"), submission_id=filing.pk, on=filing.effective_on
    )


def submitted(cast: Cast, **changes: object) -> Submission:
    """Released to the nation by a second provincial officer; nothing is sent yet."""
    filing = checked(cast, **changes)
    return province.submit_to_national(
        actor=cast.actor("province2"), submission_id=filing.pk, on=filing.effective_on
    )


def fresh(filing: Submission) -> Submission:
    """The filing as the database has it."""
    return Submission.objects.get(pk=filing.pk)


def _respondent(body: Organisation, number: int, instruments: Sequence[str]) -> Respondent:
    case = Case.objects.create(
        number=f"{body.prefix}〔2026〕{number}号",
        organisation=body,
        title="项目申报书内容抄袭",
        domain="natural",
        accepted_on=date(2026, 1, 5),
        instruments=list(instruments),
        law_on=date(2026, 1, 5),
        law_reason="当日有效",
        state=CaseState.CLOSED,
    )
    Report.objects.create(
        case=case, formed_on=date(2026, 3, 1), **{part: "写明" for part in REPORT_PARTS}
    )
    return Respondent.objects.create(
        case=case,
        name=f"郑喆玥{number}",
        kind="person",
        unit=body,
        id_number=ID_NUMBER,
        added_on=date(2026, 1, 5),
        state=RespondentState.FOUND,
    )


def _letter(decision: Decision, number: int) -> None:
    content = f"%PDF-1.7 {decision.number}".encode()
    document = Document.objects.create(
        kind="decision_letter",
        chain=decision.respondent.case.chain,
        title="科研失信行为处理决定书",
        subject_kind=decision._meta.label_lower,
        subject_id=decision.pk,
        case=decision.respondent.case,
        organisation=decision.organisation,
        recipient=decision.respondent.name,
        recipient_role="respondent",
        series="决",
        year=decision.drafted_on.year,
        sequence=number,
        number=decision.number,
        context={},
        state=DocumentState.RENDERED,
        sha256=files.digest(content),
        requested_at=clock.now(),
    )
    document.file.name = files.keep(pk=document.pk, year=document.year, content=content)
    document.save()
