"""Two people act on one case at the same moment: one wins, the other learns what changed."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from accounts.audit.log import position
from accounts.audit.verify import breaches
from accounts.models import Event
from accounts.refusals import Conflict, Refused
from cases.models import Case, CaseState, Complaint, ComplaintState, Counter, Deadline, Plan
from cases.services.acceptance import accept_complaint
from cases.services.complaints import decline_complaint
from cases.services.planning import approve_plan, draft_plan, submit_plan
from cases.services.reports import draft_report, sign_report
from tests.cases import world as w

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Run each in a thread with a connection of its own, released together; what each came to."""
    start = threading.Barrier(len(acts))
    results: list[object] = [None] * len(acts)

    def run(index: int, act: Callable[[], object]) -> None:
        try:
            with w.on(w.TODAY):
                start.wait(10)
                results[index] = act()
        except Exception as failure:
            results[index] = failure
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(i, act)) for i, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


def built() -> w.World:
    with w.on(w.TODAY):
        return w.build()


def test_one_accepts_the_other_is_told_and_there_is_one_case() -> None:
    world = built()
    with w.on(w.TODAY):
        complaint = w.assessed(world)
    seen = position(complaint.chain)
    results = at_once(
        *(
            lambda name=name: accept_complaint(
                actor=world[name], complaint_id=complaint.pk, on=w.TODAY, seen=seen
            )
            for name in ("officer", "officer_b")
        )
    )
    lost = [r for r in results if isinstance(r, Conflict)]
    assert len(lost) == 1, results
    assert "complaint.accepted" in [e.name for e in lost[0].since if isinstance(e, Event)]
    assert Case.objects.count() == 1
    assert Counter.objects.get(organisation=world.university, series="").last == 1
    assert Deadline.objects.filter(rule="investigation").count() == 1
    assert list(breaches()) == []


def test_accepting_and_declining_at_once_leaves_one_of_the_two_whole() -> None:
    world = built()
    with w.on(w.TODAY):
        complaint = w.assessed(world, answers={"evidence": False, "checkable_lead": False})
    seen = position(complaint.chain)
    results = at_once(
        lambda: decline_complaint(
            actor=world["officer"],
            complaint_id=complaint.pk,
            on=w.TODAY,
            reason="没有证据和线索。",
            seen=seen,
        ),
        lambda: accept_complaint(
            actor=world["officer_b"], complaint_id=complaint.pk, on=w.TODAY, seen=seen
        ),
    )
    assert isinstance(results[0], Complaint)
    assert isinstance(results[1], Conflict | Refused)
    complaint.refresh_from_db()
    assert complaint.state == ComplaintState.DECLINED
    assert not Case.objects.exists()


def test_a_plan_changed_while_it_is_approved_is_not_approved_unseen() -> None:
    world = built()
    with w.on(w.TODAY):
        case = w.staffed(world)
        parts = {part: "按规定" for part in w.PLAN_PARTS}
        draft_plan(actor=world["officer"], case_id=case.pk, parts=parts)
        submit_plan(actor=world["officer"], case_id=case.pk)
    seen = position(case.chain)
    changed = {**parts, "method": "改为外出取证"}
    results = at_once(
        lambda: approve_plan(actor=world["leader"], case_id=case.pk, on=w.TODAY, seen=seen),
        lambda: draft_plan(actor=world["officer"], case_id=case.pk, parts=changed, seen=seen),
    )
    assert sum(isinstance(r, Conflict) for r in results) == 1, results
    case.refresh_from_db()
    approved = Plan.objects.filter(case=case, approved_on__isnull=False)
    assert [plan.method for plan in approved] in ([], ["按规定"])
    assert (case.state == CaseState.PLANNED) == approved.exists()
    assert list(breaches()) == []


def test_two_last_signatures_form_one_report() -> None:
    world = built()
    with w.on(w.TODAY):
        case = w.inquired(world)
        parts = {part: "写明" for part in w.REPORT_PARTS}
        draft_report(actor=world["investigator"], case_id=case.pk, parts=parts)
    results = at_once(
        lambda: sign_report(actor=world["investigator"], case_id=case.pk),
        lambda: sign_report(actor=world["investigator2"], case_id=case.pk),
    )
    assert not [r for r in results if isinstance(r, Exception)], results
    case.refresh_from_db()
    assert case.state == CaseState.REPORTED
    assert Event.objects.filter(chain=case.chain, name="case.reported").count() == 1
    assert list(breaches()) == []
