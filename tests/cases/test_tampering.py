"""What is changed behind the application's back is found (design 3, audit)."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.audit.verify import breaches
from cases.models import Case
from tests.cases import world as w

TABLES = [
    ("cases_complaint", "received_on", "2026-01-01"),
    ("cases_case", "state", "closed"),
    ("cases_respondent", "name", "别人"),
    ("cases_participant", "duty", "head"),
    ("cases_plan", "content", "改过"),
    ("cases_inquiryrecord", "content", "改过"),
    ("cases_evidence", "sha256", "0" * 64),
    ("cases_report", "conclusion", "改过"),
]


@pytest.fixture
def case(world: w.World) -> Case:
    return w.reported(world)


def test_a_whole_journey_verifies(case: Case) -> None:
    assert list(breaches()) == []
    call_command("verify_audit")


@pytest.mark.parametrize(("table", "column", "value"), TABLES)
def test_a_raw_update_of_a_row_is_found(case: Case, table: str, column: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {column} = %s WHERE id = (SELECT MIN(id) FROM {table})", [value]
        )
    found = list(breaches())
    assert any(table.split("_")[1] in breach.where for breach in found), found
    with pytest.raises((CommandError, SystemExit)):
        call_command("verify_audit")


def test_a_suspension_shortened_afterwards_is_found(world: w.World) -> None:
    case = w.investigating(world)
    w.suspended(world, case)
    case.suspensions.update(effective_on=date(2026, 4, 1))
    assert any("suspension" in breach.where for breach in breaches())
