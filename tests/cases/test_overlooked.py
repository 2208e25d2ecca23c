"""Only what somebody did makes a form out of date; that a letter's file is there now does not."""

import pytest

from accounts.audit.log import position
from accounts.refusals import Conflict
from cases.models import Document
from cases.services.documents import store_rendered
from cases.services.notices import prepare_notice, serve_notice
from tests.cases import decided as d
from tests.cases import world as w

pytestmark = pytest.mark.django_db


def serve(world: w.World, seen: int) -> None:
    """Send the form that was opened at that position."""
    decision = w.Case.objects.get().respondents.get().decisions.get()
    serve_notice(
        actor=world["officer"], decision_id=decision.pk, on=w.TODAY, evidence="回证", seen=seen
    )


def opened(world: w.World) -> int:
    """The position at which somebody opens the form, the notice just made."""
    decision = d.drafted(world)
    prepare_notice(actor=world["officer"], decision_id=decision.pk, on=w.TODAY, serve_by=w.TODAY)
    return position(decision.respondent.case.chain)


def test_a_letter_made_meanwhile_disturbs_nobody() -> None:
    with w.on(w.TODAY):
        world = w.build()
        seen = opened(world)
        notice = Document.objects.get(kind="advance_notice")
        store_rendered(document_id=notice.pk, content=b"%PDF-1.7", pages=1)
        assert position(notice.chain) > seen
        serve(world, seen)


def test_what_a_person_did_meanwhile_is_told() -> None:
    with w.on(w.TODAY):
        world = w.build()
        seen = opened(world)
        serve(world, seen)
        with pytest.raises(Conflict):
            serve(world, seen)
