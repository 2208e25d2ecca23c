"""Article 41: who may appeal, against what, until when, and what the office must write down."""

from datetime import date

import pytest

from accounts.refusals import NotYours, Refused
from appeals.models import AppealState
from appeals.selectors import step
from cases.models import Deadline
from cases.services.corrections import correct_decision
from tests.appeals import world as w
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db


def refused(call: object, *args: object, **kwargs: object) -> dict[str, int | None]:
    """The codes of a refusal, each with its article."""
    with pytest.raises(Refused) as no:
        call(*args, **kwargs)  # type: ignore[operator]
    return {f.code: f.citation and f.citation.article for f in no.value.outcome.errors}


def test_the_period_runs_from_service_and_ends_with_lodging(cast: Cast) -> None:
    walk = w.served(cast)
    assert w.appeal_clock(walk.decision()).due == w.LAST_DAY
    appeal = w.lodge(cast, walk)
    assert appeal.served_on == w.SERVED
    assert w.appeal_clock(walk.decision()).done == w.LODGED
    assert w.untampered()


def test_fifteen_working_days_for_admission_run_from_the_receipt_of_the_appeal(
    cast: Cast,
) -> None:
    appeal = w.lodge(cast, w.served(cast), received_on=date(2026, 3, 4))
    clock = w.clock_of(appeal, "appeal_admission")
    assert (clock.start, clock.due, clock.hard) == (date(2026, 3, 4), date(2026, 3, 25), True)


def test_a_late_appeal_is_registered_and_then_refused_as_late(cast: Cast) -> None:
    late = date(2026, 3, 10)
    appeal = w.lodge(cast, w.served(cast), lodged_on=late, received_on=late)
    codes = refused(w.admit, cast, appeal, date(2026, 3, 12))
    assert codes == {"must_refuse": 41, "late": 41}


def test_the_fifteenth_working_day_is_in_time(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast), lodged_on=w.LAST_DAY, received_on=w.LAST_DAY)
    assert w.admit(cast, appeal, date(2026, 3, 10)).state == AppealState.ADMITTED


def test_every_reason_is_kept_apart_and_the_receipt_is_proven(cast: Cast) -> None:
    walk = w.served(cast)
    assert refused(w.lodge, cast, walk, receipt_evidence=" ") == {"receipt_unproven": 41}
    appeal = w.lodge(cast, walk)
    assert [reason.reason for reason in appeal.reasons.all()] == list(w.REASONS)


def test_before_service_there_is_nothing_to_appeal(cast: Cast) -> None:
    walk = w.served(cast)
    decision = walk.decision()
    type(decision).objects.filter(pk=decision.pk).update(served_on=None)
    assert refused(w.lodge, cast, walk) == {"nothing_received": 41}


def test_nobody_appeals_before_the_day_the_decision_reached_them(cast: Cast) -> None:
    codes = refused(w.lodge, cast, w.served(cast), lodged_on=date(2026, 2, 9))
    assert codes == {"too_early": None}


def test_only_complainant_and_respondent_may_appeal(cast: Cast) -> None:
    assert refused(w.lodge, cast, w.served(cast), appellant="witness") == {"not_entitled": 41}


def test_a_named_complainant_appeals_once_told_and_stays_sealed(cast: Cast) -> None:
    walk = w.served(cast)
    complaint = walk.complaint.pk
    as_complainant = {"appellant": "complainant", "complaint_id": complaint}
    assert refused(w.lodge, cast, walk, **as_complainant) == {"nothing_received": 41}
    w.tell(cast, walk, date(2026, 2, 11))
    appeal = w.lodge(cast, walk, **as_complainant)
    assert appeal.served_on == date(2026, 2, 11)
    assert appeal.complaint_id == complaint
    clock = Deadline.objects.get(rule="appeal", subject_kind="cases.complaint")
    assert clock.done == w.LODGED
    # The respondent's own period is another and runs on.
    assert w.appeal_clock(walk.decision()).done is None


def test_a_complainant_late_by_the_day_told_is_not_refused_on_doubt(cast: Cast) -> None:
    walk = w.served(cast)
    complaint, late = w.tell(cast, walk), date(2026, 3, 16)
    appeal = w.lodge(
        cast,
        walk,
        appellant="complainant",
        complaint_id=complaint,
        lodged_on=late,
        received_on=late,
    )
    assert w.admit(cast, appeal, date(2026, 3, 18)).state == AppealState.ADMITTED


def test_an_anonymous_complainant_appeals_on_proof_alone(cast: Cast) -> None:
    walk = w.served(cast, named=False)
    own = {"appellant": "complainant", "complaint_id": walk.complaint.pk}
    for proof in ("", "  "):
        codes = refused(w.lodge, cast, walk, **own, identity_proof=proof)
        assert codes == {"complainant_unnamed": 41, "nothing_received": 41}
    appeal = w.lodge(cast, walk, **own, identity_proof=" 出示了举报回执的查询码 ")
    # Nobody tells them: they know on the day they appeal, so that it is never late.
    assert appeal.served_on == appeal.lodged_on == w.LODGED
    assert appeal.identity_proof == "出示了举报回执的查询码"
    assert w.admit(cast, appeal, w.LODGED).state == AppealState.ADMITTED


def test_the_proof_of_a_complainant_with_a_name_is_not_kept(cast: Cast) -> None:
    walk = w.served(cast)
    complaint = w.tell(cast, walk)
    appeal = w.lodge(
        cast, walk, appellant="complainant", complaint_id=complaint, identity_proof="身份证件"
    )
    assert (appeal.identity_proof, appeal.served_on) == ("", walk.decision().complainant_told_on)


def test_the_same_person_has_one_appeal_at_a_time_the_other_party_their_own(cast: Cast) -> None:
    walk = w.served(cast)
    complaint = w.tell(cast, walk)
    w.lodge(cast, walk)
    assert refused(w.lodge, cast, walk) == {"already_lodged": None}
    other = w.lodge(cast, walk, appellant="complainant", complaint_id=complaint)
    assert other.state == AppealState.LODGED


def test_a_decision_that_fell_is_not_appealed(cast: Cast) -> None:
    walk = w.served(cast)
    with w.on(w.LODGED):
        correct_decision(
            actor=cast.actor("head"),
            decision_id=walk.decision().pk,
            ground="own_correction",
            document="示大科诚〔2026〕纠1号",
            reason="认定的事实有误。",
            on=w.LODGED,
            decide_again=False,
        )
    assert refused(w.lodge, cast, walk) == {"decision_fallen": 41}


def test_the_deciding_body_takes_it_in_and_nobody_else(cast: Cast) -> None:
    walk = w.served(cast)
    for name in ("leader", "investigator"):
        with w.on(w.LODGED), pytest.raises(Refused) as no:
            w.lodge_appeal(
                actor=cast.actor(name), decision_id=walk.decision().pk, petition=w.PETITION
            )
        assert no.value.outcome.errors[0].citation.article == 41  # type: ignore[union-attr]
    with w.on(w.LODGED), pytest.raises(NotYours):
        w.lodge_appeal(
            actor=cast.actor("officer2"), decision_id=walk.decision().pk, petition=w.PETITION
        )


def test_next_comes_the_decision_on_admission_by_its_day(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast))
    with w.on(w.ADMITTED):
        mine, theirs = (step(cast.actor(name), appeal) for name in ("officer", "head"))
    assert mine is not None and theirs is not None
    assert (mine.mine, theirs.mine) == (True, False)
    assert mine.deadline is not None and mine.deadline.due == date(2026, 3, 23)
    assert mine.bases[0].article == 41
