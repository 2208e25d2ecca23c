"""The readings of appeals: each answer, from the facts to the clock and the page."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from accounts.actors import SYSTEM
from accounts.audit import log
from accounts.roles import Role
from accounts.services.agreements import sign_agreement
from accounts.services.memberships import add_membership
from accounts.services.readings import set_readings
from appeals.models import Appeal, AppealState
from appeals.selectors import open_for
from appeals.services.admission import tell_appellant
from appeals.services.deciding import decide_appeal
from appeals.services.lodging import lodge_second_appeal
from appeals.services.reviewing import begin_review
from cases.models import Complaint, Deadline
from fixtures.demo.units import EDUCATION, SCIENCE, UNIVERSITY
from tests.appeals import world as w
from tests.appeals.test_lodging import refused
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db

ADMITTED, BEGUN, DECIDED = date(2026, 5, 6), date(2026, 5, 7), date(2026, 6, 1)
TAKEN = "不予受理的理由与登记的材料不符，应当审查。"
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


def test_without_a_name_nobody_appeals_where_the_unit_reads_it_so(cast: Cast) -> None:
    choose(cast, UNIVERSITY, anonymous_appeal="named_only")
    walk = w.served(cast, named=False)
    codes = refused(
        w.lodge,
        cast,
        walk,
        appellant="complainant",
        complaint_id=walk.complaint.pk,
        identity_proof="出示了举报回执的查询码",
    )
    assert codes == {"complainant_unnamed": 41, "nothing_received": 41}


def test_how_somebody_without_a_name_proved_it_stays_off_the_page(cast: Cast) -> None:
    walk = w.served(cast, named=False)
    appeal = w.lodge(
        cast,
        walk,
        appellant="complainant",
        complaint_id=walk.complaint.pk,
        identity_proof="出示了寄出举报信的邮单",
    )
    shown = page(cast, "officer", appeal.get_absolute_url(), w.LODGED)
    assert "登记时已核对凭据" in shown and "最迟知道决定" in shown
    assert "邮单" not in shown


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


# refused_appeal: whether the superior looks at a refusal


@pytest.fixture
def above(cast: Cast) -> Cast:
    """The university under the provincial department, whose officers act as its superior."""
    province = cast.unit(SCIENCE)
    unit = cast.unit(UNIVERSITY)
    unit.superior = province
    with transaction.atomic():
        unit.save()
        log.append(chain=unit.chain, name="organisation.amended", actor=SYSTEM, subject=unit)
    for name in ("province", "province2"):
        add_membership(
            actor=cast.actor("sysadmin"),
            user_id=cast.user(name).pk,
            organisation_id=province.pk,
            role=Role.SUPERIOR_OFFICER.value,
            since=date(2020, 1, 1),
        )
        with w.on(w.SERVED):
            sign_agreement(actor=cast.actor(name))
    return cast


def put_to_superior(cast: Cast, first: Appeal, because: str = TAKEN) -> Appeal:
    with w.on(w.SECOND):
        w.sign(cast, first, "province", "province2")
        return lodge_second_appeal(
            actor=cast.actor("province"),
            first_id=first.pk,
            petition=replace(w.SECOND_PETITION, taken_because=because),
        )


def refused_first(cast: Cast) -> Appeal:
    first = w.lodge(cast, w.served(cast), evidence="")
    w.refuse(cast, first)
    with w.on(w.ADMITTED):
        return tell_appellant(actor=cast.actor("officer"), appeal_id=first.pk, on=w.ADMITTED)


def examined(cast: Cast, first: Appeal, outcome: str) -> Appeal:
    second = put_to_superior(cast, first)
    w.admit(cast, second, ADMITTED, by="province")
    with w.on(BEGUN):
        ids = [cast.user("province2").pk]
        begin_review(actor=cast.actor("province"), appeal_id=second.pk, member_ids=ids, on=BEGUN)
    w.answer(cast, second, by="province2", day=DECIDED)
    return w.decide(cast, second, outcome, by="province", day=DECIDED)


def second_open(cast: Cast, first: Appeal) -> bool:
    with w.on(w.SECOND):
        return "second" in [m.slug for m in open_for(cast.actor("province"), w.fresh(first))]


def test_a_refusal_is_not_put_to_the_superior(above: Cast) -> None:
    first = refused_first(above)
    w.sign(above, first, "province")
    assert not second_open(above, first)
    assert refused(put_to_superior, above, first) == {"first_appeal_refused": 42}


def test_unless_the_superior_reads_it_so_and_says_why_it_takes_it(above: Cast) -> None:
    choose(above, SCIENCE, refused_appeal="to_superior")
    first = refused_first(above)
    w.sign(above, first, "province")
    assert second_open(above, first)
    form = f"{first.get_absolute_url()}second/"
    assert "收取的理由" in page(above, "province", form, w.SECOND)
    assert refused(put_to_superior, above, first, " ") == {"first_appeal_refused": 42}
    second = put_to_superior(above, first)
    assert (second.of_refusal, second.taken_because) == (True, TAKEN)
    assert second.served_on == w.ADMITTED
    shown = page(above, "province", second.get_absolute_url(), w.SECOND)
    assert "审查的是不予受理" in shown and TAKEN in shown
    assert w.untampered()


def test_a_refusal_found_right_stands_for_good(above: Cast) -> None:
    choose(above, SCIENCE, refused_appeal="to_superior")
    first = refused_first(above)
    second = examined(above, first, "upheld")
    assert (second.state, w.fresh(first).state) == (AppealState.DECIDED, AppealState.REFUSED)
    assert not second_open(above, first)
    assert refused(put_to_superior, above, first) == {"result_final": 42}
    assert first.decision.state == "effective"


def test_a_refusal_found_wrong_is_followed_by_the_review_and_what_comes_after_it(
    above: Cast,
) -> None:
    choose(above, SCIENCE, refused_appeal="to_superior")
    first = refused_first(above)
    examined(above, first, "admitted")
    first = w.fresh(first)
    assert (first.state, first.told_on) == (AppealState.ADMITTED, None)
    assert w.clock_of(first, "review").start == DECIDED
    assert not Deadline.objects.filter(rule="appeal", done=None).exists()
    later = date(2026, 6, 3)
    with w.on(later):
        tell_appellant(actor=above.actor("officer"), appeal_id=first.pk, on=later)
    w.begin(above, first, day=later)
    w.answer(above, first, day=date(2026, 6, 8))
    w.decide(above, first, day=date(2026, 6, 8))
    # Against the result of the review there is the second appeal of Art 42 as ever.
    last = date(2026, 6, 10)
    with w.on(last):
        second = lodge_second_appeal(
            actor=above.actor("province"),
            first_id=first.pk,
            petition=replace(w.SECOND_PETITION, lodged_on=last, received_on=last),
        )
    assert not second.of_refusal
    assert w.untampered()


def test_the_examination_says_nothing_of_the_decision(above: Cast) -> None:
    choose(above, SCIENCE, refused_appeal="to_superior")
    first = refused_first(above)
    for outcome in ("varied", "revoked", "sent_back"):
        with transaction.atomic():
            assert refused(examined, above, first, outcome) == {"unknown_outcome": None}
            transaction.set_rollback(True)
    assert first.decision.state == "effective"


def test_nor_does_a_review_order_an_admission(cast: Cast) -> None:
    appeal = w.under_review(cast, w.served(cast))
    w.answer(cast, appeal)
    assert refused(w.decide, cast, appeal, "admitted") == {"unknown_outcome": None}


def test_while_a_refusal_is_looked_at_the_unit_takes_no_other(above: Cast) -> None:
    choose(above, SCIENCE, refused_appeal="to_superior")
    walk = w.served(above)
    first = w.lodge(above, walk, evidence="")
    w.refuse(above, first)
    put_to_superior(above, first)
    again = {"lodged_on": w.SECOND, "received_on": w.SECOND}
    assert refused(w.lodge, above, walk, **again) == {"already_lodged": None}


def test_nor_is_a_refusal_looked_at_while_another_appeal_runs(above: Cast) -> None:
    choose(above, SCIENCE, refused_appeal="to_superior")
    walk = w.served(above)
    first = w.lodge(above, walk, evidence="")
    w.refuse(above, first, w.LODGED)
    w.lodge(above, walk)
    assert refused(put_to_superior, above, first) == {"already_lodged": None}
