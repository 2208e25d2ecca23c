"""The readings of filings, and of the end of a case: each answer, from the facts to the page."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from accounts import clock, outbox
from accounts.audit.verify import breaches
from accounts.models import Membership
from accounts.refusals import Refused
from accounts.services.readings import set_readings
from cases.models import Case, CaseState, Deadline, Decision, Notification
from cases.services.effect import expiries_due
from cases.services.sendings import record_sending
from fixtures.demo.filing import ACKNOWLEDGED, file
from fixtures.demo.units import EDUCATION, SCIENCE, UNIVERSITY
from fixtures.demo.walk import Walk
from reporting.facts import counted_from_completion
from reporting.models import Submission
from reporting.selectors.steps import step
from reporting.services import checks, falling, province, unit
from reporting.services.receipts import NATIONAL, acknowledge_when_complete, store_receipt
from tests.appeals import world as a
from tests.reporting import world as w
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db

RETURNED, COMPLETED = date(2026, 4, 8), date(2026, 4, 10)
BY_DEPARTMENT = {"C18": "through_department"}


@pytest.fixture(autouse=True)
def day(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test of a filing runs on the day of the world of filings."""
    with w.on(w.TODAY):
        yield


def choose(cast: Cast, name: str = SCIENCE, **chosen: str) -> None:
    """The body reads these so from now on, the rest by default."""
    pk = cast.unit(name).pk
    set_readings(actor=cast.actor("sysadmin"), organisation_id=pk, chosen=chosen)


def codes(call: object, **given: object) -> dict[str, str]:
    """The codes of a refusal, each with its place."""
    with pytest.raises(Refused) as refusal:
        call(**given)  # type: ignore[operator]
    errors = refusal.value.outcome.errors
    return {f.code: f.citation.place if f.citation else "" for f in errors}


def page(cast: Cast, name: str, address: str) -> str:
    """What somebody reads at an address."""
    client = Client()
    client.force_login(cast.user(name))
    return client.get(address).content.decode()


# record_elements


def labels(filing: Submission) -> dict[str, str]:
    return {check.label: check.value for check in checks.of(filing, "approve")}


TERM = "期限届满的日期（没有期限的写无）"


def test_a_record_has_the_elements_of_the_letter(cast: Cast) -> None:
    filing = w.at_province(cast)
    assert TERM not in labels(filing)
    assert "生效日期" in labels(filing)


@pytest.mark.parametrize(
    ("measures", "said"),
    [(((2, None), (5, 3), (13, None)), "2029年3月31日"), (((2, None), (13, None)), "无")],
)
def test_or_the_end_of_the_term_as_well(cast: Cast, measures: w.Measures, said: str) -> None:
    choose(cast, record_elements="letter_and_term")
    filing = w.at_province(cast, measures=measures)
    assert labels(filing)[TERM] == said
    form = reverse("submission_approve", kwargs={"pk": filing.pk})
    assert TERM in page(cast, "province", form)
    checked = province.approve_package(
        actor=cast.actor("province"), submission_id=filing.pk, on=w.TODAY
    )
    assert checked.state == "checked"


def test_what_the_university_reads_says_nothing_of_the_record(cast: Cast) -> None:
    with pytest.raises(Refused):
        choose(cast, UNIVERSITY, record_elements="letter_and_term")


# G10


def returned(cast: Cast) -> Submission:
    return province.return_package(
        actor=cast.actor("province"),
        submission_id=w.at_province(cast).pk,
        on=RETURNED,
        missing="调查报告缺签字页",
    )


def completed(cast: Cast, filing: Submission) -> Submission:
    return unit.complete_elements(
        actor=cast.actor("officer"), submission_id=filing.pk, on=COMPLETED, corrected="补签字页"
    )


def running(filing: Submission) -> list[Deadline]:
    rule = {"rule": "submit_to_national", "subject_id": filing.pk}
    return list(Deadline.objects.filter(**rule, done=None))


def test_a_completion_leaves_the_ten_days_alone_and_shows_both_counts(cast: Cast) -> None:
    filing = returned(cast)
    found = step(cast.actor("officer"), filing)
    assert found is not None and "不重新起算" in found.remark
    filing = completed(cast, filing)
    assert [(c.start, c.due) for c in running(filing)] == [(w.EFFECT, date(2026, 4, 16))]
    assert "两种算法" in page(cast, "province", filing.get_absolute_url())


def test_or_begins_them_anew(cast: Cast) -> None:
    choose(cast, G10="from_completed")
    filing = w.at_province(cast)
    form = page(cast, "province", reverse("submission_send_back", kwargs={"pk": filing.pk}))
    assert "自补正完成之日重新起算" in form
    filing = province.return_package(
        actor=cast.actor("province"), submission_id=filing.pk, on=RETURNED, missing="缺签字页"
    )
    assert running(filing) == []
    found = step(cast.actor("officer"), filing)
    assert found is not None and "自补正完成之日起算" in found.remark
    # What the province reads by then does not touch what began under another reading.
    choose(cast)
    filing = completed(cast, filing)
    assert [(c.start, c.due) for c in running(filing)] == [(COMPLETED, date(2026, 4, 24))]
    assert running(filing)[0].readings == {"G10": "from_completed"}
    assert counted_from_completion(filing) is None
    shown = page(cast, "province", filing.get_absolute_url())
    assert "两种算法" not in shown and "自补正完成之日重新起算" in shown
    assert [b for b in breaches() if "触发器" not in b.what] == []


# C9


def of_social_science(cast: Cast) -> Submission:
    decision = w.decided(cast)
    Case.objects.filter(pk=decision.respondent.case_id).update(domain="social")
    outbox.drain()
    return Submission.objects.get(decision=decision)


def to_social_body() -> list[Notification]:
    return list(Notification.objects.filter(kind="social_body"))


def test_a_decision_in_the_social_sciences_goes_the_way_of_article_36_alone(cast: Cast) -> None:
    of_social_science(cast)
    assert to_social_body() == []


def test_or_the_body_of_the_social_sciences_is_told_as_well(cast: Cast) -> None:
    choose(cast, C9="inform_social_body")
    filing = of_social_science(cast)
    (due,) = to_social_body()
    assert (due.to, due.decision_id, due.sent_on) == ("省社科院", filing.decision_id, None)
    assert due.article == "第六条"
    assert "告知省社科院" in page(cast, "officer", filing.case.get_absolute_url())
    sent = record_sending(
        actor=cast.actor("officer"), notification_id=due.pk, on=w.TODAY, evidence="发文9号"
    )
    assert sent.sent_on == w.TODAY


def test_no_other_domain_is_told_to_it(cast: Cast) -> None:
    choose(cast, C9="inform_social_body")
    w.prepared(cast)
    assert to_social_body() == []


# C18


def to_come_out(cast: Cast) -> Submission:
    filing = w.at_province(cast)
    w.fall(filing.decision, "revoked")
    return w.fresh(filing)


def apply(cast: Cast, filing: Submission, name: str) -> Submission:
    return unit.apply_removal(
        actor=cast.actor(name), submission_id=filing.pk, on=w.TODAY, papers="撤销决定〔2026〕3号"
    )


def remove(cast: Cast, filing: Submission) -> Submission:
    actor = cast.actor("province")
    return province.remove_record(actor=actor, submission_id=filing.pk, on=w.TODAY)


def test_the_unit_that_decided_applies_for_the_removal(cast: Cast) -> None:
    filing = to_come_out(cast)
    given = {"cast": cast, "filing": filing}
    assert codes(apply, **given, name="superior") == {"not_allowed": "第二十一条"}
    assert apply(cast, filing, "officer").removal_by == cast.unit(UNIVERSITY)
    assert remove(cast, filing).state == "removed"


def test_or_its_department_does(cast: Cast) -> None:
    choose(cast, **BY_DEPARTMENT)
    filing = to_come_out(cast)
    found = step(cast.actor("superior"), filing)
    assert found is not None and (found.who, found.mine) == (EDUCATION, True)
    given = {"cast": cast, "filing": filing}
    assert codes(apply, **given, name="officer") == {"not_allowed": "第二十一条"}
    assert codes(remove, **given) == {"not_open": "第二十一条"}
    assert apply(cast, filing, "superior").removal_by == cast.unit(EDUCATION)
    assert EDUCATION in page(cast, "province", filing.get_absolute_url())
    assert remove(cast, filing).state == "removed"


def test_for_a_department_nobody_acts_for_the_unit_writes_its_application_down(
    cast: Cast,
) -> None:
    choose(cast, **BY_DEPARTMENT)
    filing = to_come_out(cast)
    Membership.objects.filter(organisation=cast.unit(EDUCATION)).update(until=w.EFFECT)
    assert apply(cast, filing, "officer").removal_by == cast.unit(EDUCATION)
    assert remove(cast, filing).state == "removed"


def test_what_a_unit_applied_for_before_is_handed_in_by_its_department_again(cast: Cast) -> None:
    filing = to_come_out(cast)
    apply(cast, filing, "officer")
    choose(cast, **BY_DEPARTMENT)
    assert codes(remove, cast=cast, filing=filing) == {"not_open": "第二十一条"}
    apply(cast, filing, "superior")
    assert remove(cast, filing).state == "removed"


# term_of_13


def acknowledged(cast: Cast, until: date | None, months: int | None = None) -> Submission:
    """A record in the national system, of a decision that states when it ends."""
    decision = w.decided(cast)
    if months is not None:
        decision.measures.filter(item=5).update(years=None, months=months)
    Decision.objects.filter(pk=decision.pk).update(register_until=until)
    return _in_the_system(cast, _prepared(decision))


def _prepared(decision: Decision) -> Submission:
    outbox.drain()
    return Submission.objects.get(decision=decision)


def _in_the_system(cast: Cast, filing: Submission) -> Submission:
    on = {"submission_id": filing.pk, "on": w.EFFECT}
    unit.confirm_package(actor=cast.actor("officer"), **on)
    unit.release_package(actor=cast.actor("leader"), **on)
    province.receive_package(actor=cast.actor("province"), **on, evidence="收文")
    province.confirm_superior(actor=cast.actor("superior"), **on, evidence="收文")
    province.approve_package(actor=cast.actor("province"), **on)
    province.submit_to_national(actor=cast.actor("province2"), **on)
    with transaction.atomic():
        filing.refresh_from_db()
        filing.transmissions.update(done_at=clock.now(), result="accepted")
        for recipient in NATIONAL:
            store_receipt(filing, recipient=recipient, on=w.EFFECT, reference="R-1")
        acknowledge_when_complete(filing)
    return w.fresh(filing)


def expire() -> None:
    expiries_due()
    outbox.drain()


def test_a_record_ends_with_the_longest_term(cast: Cast) -> None:
    filing = acknowledged(cast, date(2027, 1, 1))
    assert filing.term_ends_on == date(2029, 3, 31)
    with w.on(date(2029, 3, 31)):
        assert falling.records_due() == 0
    with w.on(date(2029, 4, 1)):
        expire()
        assert w.fresh(filing).state == "removed"
        assert falling.records_due() == 0


def test_or_on_the_day_the_decision_states_for_it_before(cast: Cast) -> None:
    choose(cast, term_of_13="as_stated")
    filing = acknowledged(cast, date(2027, 1, 1))
    assert filing.term_ends_on == date(2027, 1, 1)
    with w.on(date(2027, 1, 1)):
        assert falling.records_due() == 0
    with w.on(date(2027, 1, 2)):
        assert falling.records_due() == 1
    ended = w.fresh(filing)
    assert (ended.state, ended.decision.state) == ("removed", "effective")


def test_or_after_the_terms_of_the_decision(cast: Cast) -> None:
    choose(cast, term_of_13="as_stated")
    filing = acknowledged(cast, date(2027, 1, 1), months=6)
    with w.on(date(2026, 10, 1)):
        expire()
        assert w.fresh(filing).decision.state == "expired"
        assert w.fresh(filing).state == "acknowledged"
    with w.on(date(2027, 1, 2)):
        assert falling.records_due() == 1


def test_without_such_a_day_nothing_comes_out_by_itself(cast: Cast) -> None:
    choose(cast, term_of_13="as_stated")
    filing = acknowledged(cast, None)
    assert filing.term_ends_on is None
    with w.on(date(2029, 4, 1)):
        expire()
        assert falling.records_due() == 0
        assert w.fresh(filing).state == "acknowledged"
        shown = page(cast, "province", filing.get_absolute_url())
    assert "不自动移出，由人判断" in shown


@pytest.mark.parametrize(("answer", "state"), [("longest", "removed"), ("as_stated", "prepared")])
def test_what_is_still_under_way_lapses_when_its_record_would_be_over(
    cast: Cast, answer: str, state: str
) -> None:
    choose(cast, term_of_13=answer)
    decision = w.decided(cast)
    decision.measures.filter(item=5).update(years=None, months=6)
    Decision.objects.filter(pk=decision.pk).update(register_until=date(2027, 1, 1))
    filing = _prepared(decision)
    with w.on(date(2026, 10, 1)):
        expire()
        assert w.fresh(filing).state == state
        if state == "prepared":
            given = {"submission_id": filing.pk, "on": date(2026, 10, 1)}
            confirmed = unit.confirm_package(actor=cast.actor("officer"), **given)
            assert confirmed.prepared_on == date(2026, 10, 1)


# case_closed_when


def ready_to_close(cast: Cast, **chosen: str) -> Walk:
    choose(cast, UNIVERSITY, **chosen)
    return a.served(cast)


def test_open_appeals_and_filings_do_not_hold_a_case(cast: Cast) -> None:
    walk = ready_to_close(cast)
    a.lodge(cast, walk)
    walk.day = a.ADMITTED
    walk.close()
    assert Case.objects.get(pk=walk.case.pk).state == CaseState.CLOSED


def test_or_they_do_until_they_are_over(cast: Cast) -> None:
    walk = ready_to_close(cast, case_closed_when="appeals_over")
    # The handler of the effect has not run: the filing is due all the same.
    assert codes(walk.close) == {"filing_open": "第三十六条"}
    appeal = a.lodge(cast, walk)
    walk.day = a.ADMITTED
    assert codes(walk.close) == {"appeal_open": "第四十一条", "filing_open": "第三十六条"}
    shown = page(cast, "officer", walk.case.get_absolute_url())
    assert "1件申诉没有办结" in shown and "1件汇交没有办结" in shown
    assert reverse("case_close", kwargs={"pk": walk.case.pk}) not in shown
    a.admit(cast, appeal)
    a.begin(cast, appeal)
    a.answer(cast, appeal)
    a.decide(cast, appeal)
    file(walk, ACKNOWLEDGED)
    walk.day = a.DECIDED
    # Decided, and the appellant not told of it yet.
    assert codes(walk.close) == {"appeal_open": "第四十一条"}
    with a.on(a.DECIDED):
        a.tell_result(actor=cast.actor("officer"), appeal_id=appeal.pk, on=a.DECIDED)
    assert reverse("case_close", kwargs={"pk": walk.case.pk}) in page(
        cast, "officer", walk.case.get_absolute_url()
    )
    walk.close()
    assert Case.objects.get(pk=walk.case.pk).state == CaseState.CLOSED
