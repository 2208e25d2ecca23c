"""The report: drafted in versions, signed by the whole team, supplemented by a new one (Art 24)."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts import clock
from accounts.actors import Actor
from accounts.models import Organisation
from accounts.refusals import Refused
from cases import events, facts_inquiry
from cases.facts import case_context, formed_when_filed, kept
from cases.models import REPORT_PARTS, Case, CaseState, Report, ReportSignature
from cases.services.dates import not_before, not_future
from cases.services.deadlines import start_clock, stop_clock
from cases.services.entering import case_for, standing
from cases.services.findings import withdraw_findings
from cases.services.told import RESULTS, owe
from rules.law import N221, cite
from rules.outcome import error
from rules.procedure.report import (
    SupplementFacts,
    check_report,
    check_report_contents,
    check_supplement,
)

REPORT = cite(N221, 24, "调查结束应形成调查报告")
SIGNED = cite(N221, 24, "调查报告须由全体调查人员签字")
INFORM = cite(N221, 24, "将相关调查处理情况书面告知参与调查单位或其他具有处理权限的单位")
OPENS = "调查期间才能起草、签署报告；已形成报告的，要先退回补充调查。"


@transaction.atomic
def draft_report(
    *, actor: Actor, case_id: int, parts: Mapping[str, str], seen: int | None = None
) -> Report:
    """Write the seven parts down as far as they are.

    A version somebody has signed is never altered: the change becomes a new version to be signed
    by everybody again.
    """
    case = case_for("case.investigate", actor=actor, case_id=case_id, seen=seen)
    standing(case, [CaseState.INVESTIGATING], OPENS, REPORT)
    report = _current(case)
    if report is not None and report.signatures.exists():
        _supersede(report, actor, case)
        report = None
    if report is None:
        report = Report(case=case, version=case.reports.count() + 1)
    for name in REPORT_PARTS:
        setattr(report, name, parts.get(name, "").strip())
    report.drafted_by_id = actor.user_id
    report.save()
    events.record(
        "case.report_drafted", actor=actor, subject=report, on=case, version=report.version
    )
    return report


@transaction.atomic
def sign_report(
    *, actor: Actor, case_id: int, version: int | None = None, seen: int | None = None
) -> Report:
    """Sign for oneself; the last signature of the team forms the report, and starts its clock,
    unless the unit reads it as formed when it is filed (G18).

    ``version``: the one the person read; another meanwhile is refused.
    """
    case = case_for("case.sign_report", actor=actor, case_id=case_id, seen=seen)
    standing(case, [CaseState.INVESTIGATING], OPENS, SIGNED)
    report = _current(case)
    if report is None:
        raise Refused.because(error("no_report", "还没有起草调查报告，先起草再签字。", REPORT))
    if version is not None and version != report.version:
        raise Refused.because(
            error("version_changed", f"报告已改为第{report.version}版，请读过再签字。", SIGNED)
        )
    contents = check_report_contents(facts_inquiry.report(case, report), case_context(case))
    if not contents.allowed:
        raise Refused(contents)
    if report.signatures.filter(user_id=actor.person).exists():
        raise Refused.because(error("already_signed", "您已经签过这一版报告。", SIGNED))
    ReportSignature.objects.create(report=report, user_id=actor.person, signed_at=clock.now())
    events.record(
        "case.report_signed", actor=actor, subject=report, on=case, version=report.version
    )
    if check_report(facts_inquiry.report(case, report), case_context(case)).allowed:
        _form(case, report, actor, clock.today())
    return report


@transaction.atomic
def file_report(*, actor: Actor, case_id: int, on: date, seen: int | None = None) -> Report:
    """File a report everybody signed, where the unit reads it as formed by that (G18)."""
    case = case_for("case.run", actor=actor, case_id=case_id, seen=seen)
    standing(case, [CaseState.INVESTIGATING], OPENS, REPORT)
    report = _current(case)
    if report is None:
        raise Refused.because(error("no_report", "还没有起草调查报告，先起草再签字。", REPORT))
    if not formed_when_filed(case):
        message = "按本案沿用的解读，报告在最后一名调查人员签字时形成，不另行归档。"
        raise Refused.because(error("formed_by_signature", message, SIGNED, "G18"))
    not_future(on, "归档日期")
    report.filed_on = on
    outcome = check_report(facts_inquiry.report(case, report), case_context(case))
    if not outcome.allowed:
        raise Refused(outcome)
    last = max(timezone.localdate(s.signed_at) for s in report.signatures.all())
    not_before(on, last, "归档日期", "最后一名调查人员签字日期")
    events.record(
        "case.report_filed", actor=actor, subject=report, on=case, version=report.version, date=on
    )
    _form(case, report, actor, on)
    return report


@transaction.atomic
def supplement_inquiry(*, actor: Actor, case_id: int, reason: str, seen: int | None = None) -> Case:
    """Back to the inquiry: the report is kept, superseded, and a new one must be formed."""
    case = case_for("case.run", actor=actor, case_id=case_id, seen=seen)
    report = case.reports.filter(superseded=False, formed_on__isnull=False).first()
    outcome = check_supplement(
        SupplementFacts(
            report_formed=report is not None,
            determined=case.state not in (CaseState.INVESTIGATING, CaseState.REPORTED),
            reason=reason,
        )
    )
    if not outcome.allowed:
        raise Refused(outcome)
    standing(case, [CaseState.REPORTED], "形成报告以后才能退回补充调查。", REPORT)
    assert report is not None
    _supersede(report, actor, case)
    withdraw_findings(case, actor)
    case.supplement()
    case.save()
    events.record("case.supplemented", actor=actor, subject=case, on=case, version=report.version)
    stop_clock(
        rule="inform_participants",
        subject=case,
        on=clock.today(),
        how="退回补充调查，新报告形成后另行计算",
    )
    return case


def _current(case: Case) -> Report | None:
    return case.reports.filter(superseded=False, formed_on=None).order_by("-version").first()


def _supersede(report: Report, actor: Actor, case: Case) -> None:
    report.superseded = True
    report.save()
    events.record("record.kept", actor=actor, subject=report, on=case)


def _form(case: Case, report: Report, actor: Actor, on: date) -> None:
    report.formed_on = on
    report.save()
    events.record("record.kept", actor=actor, subject=report, on=case)
    case.report()
    case.save()
    events.record("case.reported", actor=actor, subject=case, on=case, version=report.version)
    _inform(case, on)


def _inform(case: Case, formed_on: date) -> None:
    bodies = _to_be_told(case)
    for body in bodies:
        owe(
            case=case,
            kind=RESULTS,
            organisation=body,
            article=INFORM.place,
            contents="相关调查处理情况",
        )
    if bodies:
        start_clock(
            rule="inform_participants",
            subject=case,
            chain=case.chain,
            unit=case.organisation,
            start=formed_on,
            own=kept(case),
        )


def _to_be_told(case: Case) -> list[Organisation]:
    """Units whose people took part, and other bodies with powers over the works concerned."""
    taking_part: Iterable[int] = case.participants.values_list("organisation_id", flat=True)
    managing: Iterable[int] = case.works.exclude(manager=None).values_list("manager_id", flat=True)
    others = {*taking_part, *managing} - {case.organisation_id}
    return list(Organisation.objects.filter(pk__in=others))
