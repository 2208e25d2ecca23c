"""The readings of appeals: each answer, from the facts to the clock and the page."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from accounts.services.readings import set_readings
from appeals.models import Appeal, AppealState
from appeals.selectors import open_for
from appeals.services.deciding import decide_appeal
from appeals.services.reviewing import begin_review
from cases.models import Complaint, Deadline
from fixtures.demo.units import EDUCATION, UNIVERSITY
from tests.appeals import world as w
from tests.appeals.test_lodging import refused
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db

ADMITTED, BEGUN, DECIDED = date(2026, 5, 6), date(2026, 5, 7), date(2026, 6, 1)
REASON = "其余工作人员均应回避。"


def choose(cast: Cast, unit: str, **chosen: str) -> None:
    """The unit reads these so from now on, the rest by default."""
    pk = cast.unit(unit).pk
    set_readings(actor=cast.actor("sysadmin"), organisation_id=pk, chosen=chosen)


def page(cast: Cast, name: str, address: str, day: date) -> str:
    """What somebody reads at an address on a day."""
    client = Client()
    client.force_login(cast.user(name))
    with w.on(day):
        return client.get(address).content.decode()


# C1: since when a complainant may appeal


def told(cast: Cast, **chosen: str) -> tuple[w.Walk, int]:
    choose(cast, UNIVERSITY, **chosen)
    walk = w.served(cast)
    return walk, w.tell(cast, walk)


def of_complainant() -> list[Deadline]:
    return list(Deadline.objects.filter(rule="appeal", subject_kind=Complaint._meta.label_lower))


def late(cast: Cast, walk: w.Walk, complaint: int) -> Appeal:
    day = date(2026, 3, 20)
    return w.lodge(
        cast,
        walk,
        appellant="complainant",
        complaint_id=complaint,
        lodged_on=day,
        received_on=day,
    )


def test_a_complainants_period_runs_from_being_told(cast: Cast) -> None:
    walk, complaint = told(cast)
    assert [clock.due for clock in of_complainant()] == [w.LAST_DAY]
    appeal = late(cast, walk, complaint)
    assert "按告知之日计算已逾期" in page(cast, "officer", appeal.get_absolute_url(), w.SECOND)
    assert w.admit(cast, appeal, date(2026, 3, 23)).state == AppealState.ADMITTED


def test_or_from_the_letter_which_no_complainant_receives(cast: Cast) -> None:
    walk, complaint = told(cast, C1="received")
    assert of_complainant() == []
    appeal = late(cast, walk, complaint)
    shown = page(cast, "officer", appeal.get_absolute_url(), w.SECOND)
    assert "期限自收到之日起算，没有逾期" in shown
    assert w.admit(cast, appeal, date(2026, 3, 23)).state == AppealState.ADMITTED


@pytest.mark.parametrize(
    ("chosen", "words"),
    [({}, "期限从这一天的次日起算"), ({"C1": "received"}, "期限不因此起算")],
)
def test_the_form_says_whether_telling_starts_the_period(
    cast: Cast, chosen: dict[str, str], words: str
) -> None:
    choose(cast, UNIVERSITY, **chosen)
    walk = w.served(cast)
    decision = walk.decision()
    address = f"/cases/{decision.respondent.case_id}/decisions/{decision.pk}/tell/"
    assert words in page(cast, "officer", address, w.SERVED)
    lodging = reverse("appeal_lodge", kwargs={"pk": decision.pk})
    said = "举报人没有收到处理决定书的，期限不起算"
    assert (said in page(cast, "officer", lodging, w.SERVED)) == bool(chosen)


# approver_apart: whether who reviews may give the opinion


def re_reviewed(cast: Cast) -> Appeal:
    second = w.lodge_second(cast, w.reviewed(cast, w.served(cast)))
    w.admit(cast, second, ADMITTED, by="superior")
    with w.on(BEGUN):
        ids = [cast.user("superior2").pk]
        begin_review(actor=cast.actor("superior"), appeal_id=second.pk, member_ids=ids, on=BEGUN)
    w.answer(cast, second, by="superior2", day=DECIDED)
    return second


def conclude(cast: Cast, appeal: Appeal, reason: str) -> Appeal:
    with w.on(DECIDED):
        return decide_appeal(
            actor=cast.actor("superior2"),
            appeal_id=appeal.pk,
            outcome="upheld",
            opinion="维持。",
            on=DECIDED,
            reason=reason,
        )


def test_who_reviews_does_not_give_the_opinion_whatever_the_unit_of_the_case_reads(
    cast: Cast,
) -> None:
    choose(cast, UNIVERSITY, approver_apart="with_reason")
    appeal = re_reviewed(cast)
    assert refused(conclude, cast, appeal, REASON) == {"not_allowed": None}


def test_unless_the_body_that_reviews_reads_it_so_and_they_say_why(cast: Cast) -> None:
    appeal = re_reviewed(cast)
    choose(cast, EDUCATION, approver_apart="with_reason")
    assert "decide" in [move.slug for move in open_for(cast.actor("superior2"), w.fresh(appeal))]
    form = f"{appeal.get_absolute_url()}decide/"
    assert "由经办人批准的理由" in page(cast, "superior2", form, DECIDED)
    assert "由经办人批准的理由" not in page(cast, "superior", form, DECIDED)
    assert refused(conclude, cast, appeal, " ") == {"approver_investigates": None}
    assert conclude(cast, appeal, REASON).conclusion_reason == REASON
    assert REASON in page(cast, "superior", appeal.get_absolute_url(), DECIDED)
    assert w.untampered()
