"""The parts of a case the pages of its stages show."""

from dataclasses import dataclass

from django.db import models
from django.db.models import QuerySet

from accounts.models import ConfidentialityAgreement
from cases.facts import formed_when_filed
from cases.facts_inquiry import investigators
from cases.models import (
    PLAN_PARTS,
    REPORT_PARTS,
    Case,
    Evidence,
    InquiryRecord,
    Notification,
    Participant,
    Plan,
    RecusalStatement,
    Report,
)


@dataclass(frozen=True, slots=True)
class Papers:
    """A person on a case with what they signed; ``conflicted``: a relation was declared."""

    participant: Participant
    agreed: bool
    stated: bool
    conflicted: bool


def people(case: Case) -> list[Papers]:
    """Everybody on the case today, with their papers."""
    parts = list(case.participants.filter(until=None).select_related("user", "organisation"))
    users = [part.user_id for part in parts]
    statements = {s.user_id: s for s in RecusalStatement.objects.filter(case=case)}
    agreed = set(
        ConfidentialityAgreement.objects.filter(user_id__in=users).values_list("user_id", flat=True)
    )
    return [
        Papers(
            participant=part,
            agreed=part.user_id in agreed,
            stated=part.user_id in statements,
            conflicted=part.user_id in statements and statements[part.user_id].conflicted,
        )
        for part in parts
    ]


def current_plan(case: Case) -> Plan | None:
    """The newest plan: the draft if there is one, else the approved one."""
    return case.plans.order_by("-version").select_related("drafted_by", "approved_by").first()


def current_report(case: Case) -> Report | None:
    """The report that stands or is being written."""
    return case.reports.filter(superseded=False).order_by("-version").first()


def to_be_filed(case: Case) -> bool:
    """Whether the report has every signature and waits to be filed, to be formed (G18)."""
    report = current_report(case)
    if report is None or report.formed_on is not None or not formed_when_filed(case):
        return False
    signed = set(report.signatures.values_list("user_id", flat=True))
    team = investigators(case)
    return bool(team) and team <= signed


def records(case: Case) -> QuerySet[InquiryRecord]:
    """The steps of the inquiry."""
    return case.records.select_related("respondent").prefetch_related("people")


def evidence(case: Case) -> QuerySet[Evidence]:
    """Every item, excluded ones included."""
    return case.evidence.select_related("added_by")


def notifications(case: Case) -> QuerySet[Notification]:
    """Who is or was told, unsent first."""
    return case.notifications.select_related("organisation").order_by("sent_on", "id")


def plan_lines(case: Case) -> list[tuple[str, str]]:
    """The six parts of the newest plan, each with its name."""
    plan = current_plan(case)
    return _lines(plan, PLAN_PARTS) if plan else []


def report_lines(case: Case) -> list[tuple[str, str]]:
    """The seven parts of the report, each with its name."""
    report = current_report(case)
    return _lines(report, REPORT_PARTS) if report else []


def report_versions(case: Case) -> list[Report]:
    """Every version with its signatures; superseded ones stay."""
    return list(case.reports.prefetch_related("signatures__user").order_by("-version"))


def _lines(row: models.Model, names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [
        (str(row._meta.get_field(name).verbose_name), getattr(row, name))  # type: ignore[union-attr]
        for name in names
    ]
