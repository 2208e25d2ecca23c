"""From the complaint to the signed report, and what is left behind at every step."""

from datetime import date

import pytest

from accounts.audit.verify import breaches
from cases.models import CaseState, Deadline
from tests.cases import world as w

pytestmark = pytest.mark.django_db


def test_the_whole_way_leaves_an_unbroken_record() -> None:
    with w.on(w.TODAY):
        case = w.reported(w.build())
    assert case.state == CaseState.REPORTED
    assert w.report_row(case).formed_on == w.TODAY
    assert list(breaches()) == []


def test_six_months_run_from_acceptance_and_survive_the_report() -> None:
    with w.on(w.TODAY):
        case = w.reported(w.build())
    clock = Deadline.objects.get(rule="investigation", chain=case.chain)
    assert (clock.start, clock.due, clock.done) == (w.TODAY, date(2026, 10, 20), None)
