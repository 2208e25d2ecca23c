"""Articles 41 and 42: admit or refuse, tell why, in fifteen working days."""

from datetime import date

import pytest

from accounts.audit.log import position
from accounts.refusals import Conflict, Refused
from appeals.models import AppealState
from appeals.selectors import blocked_for, step
from appeals.services.admission import (
    admit_appeal,
    refuse_appeal,
    tell_appellant,
    withdraw_appeal,
)
from tests.appeals import world as w
from tests.appeals.test_lodging import refused
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db


def test_ninety_working_days_run_from_admission_and_are_a_principle(cast: Cast) -> None:
    appeal = w.admit(cast, w.lodge(cast, w.served(cast)))
    clock = w.clock_of(appeal, "review")
    assert (clock.start, clock.due, clock.hard) == (w.ADMITTED, date(2026, 7, 20), False)
    assert w.clock_of(appeal, "appeal_admission").done == w.ADMITTED
    assert w.untampered()


def test_the_clock_of_admission_stops_when_the_appellant_is_told_not_before(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast))
    with w.on(date(2026, 3, 12)):
        admit_appeal(actor=cast.actor("officer"), appeal_id=appeal.pk, on=w.ADMITTED)
        assert w.clock_of(appeal, "appeal_admission").done is None
        tell_appellant(actor=cast.actor("officer"), appeal_id=appeal.pk, on=date(2026, 3, 12))
    assert w.clock_of(appeal, "appeal_admission").done == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"reasons": ()}, "no_reasons"), ({"evidence": " "}, "no_evidence_or_leads")],
)
def test_without_reasons_or_evidence_it_is_not_admitted(
    cast: Cast, changes: dict[str, object], code: str
) -> None:
    appeal = w.lodge(cast, w.served(cast), **changes)
    assert refused(w.admit, cast, appeal) == {"must_refuse": 41, code: 41}
    assert w.refuse(cast, appeal).state == AppealState.REFUSED


def test_what_meets_article_41_must_be_admitted(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast))
    assert refused(w.refuse, cast, appeal) == {"must_admit": 41}


def test_a_first_appeal_is_not_measured_by_the_grounds_of_the_second(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast), only_dissatisfied=True, same_facts_and_reasons=True)
    assert w.admit(cast, appeal).state == AppealState.ADMITTED


def test_a_refusal_says_why(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast), evidence="")
    with w.on(w.ADMITTED):
        codes = refused(
            refuse_appeal,
            actor=cast.actor("officer"),
            appeal_id=appeal.pk,
            on=w.ADMITTED,
            reason=" ",
        )
    assert codes == {"refusal_reason_missing": 41}


def test_whoever_refused_must_still_tell_the_appellant(cast: Cast) -> None:
    appeal = w.refuse(cast, w.lodge(cast, w.served(cast), evidence=""))
    with w.on(w.ADMITTED):
        following = step(cast.actor("officer"), appeal)
        assert following is not None and following.title == "告知申诉人不予受理，说明情况"
        told = tell_appellant(actor=cast.actor("officer"), appeal_id=appeal.pk, on=w.ADMITTED)
        assert step(cast.actor("officer"), told) is None
    assert w.untampered()


def test_a_date_that_has_not_come_or_lies_before_the_receipt_is_refused(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast))
    with w.on(w.ADMITTED):
        officer = cast.actor("officer")
        late = refused(admit_appeal, actor=officer, appeal_id=appeal.pk, on=date(2026, 3, 11))
        early = refused(admit_appeal, actor=officer, appeal_id=appeal.pk, on=date(2026, 2, 27))
    assert (set(late), set(early)) == ({"in_future"}, {"too_early"})


def test_two_people_at_once_one_decides_the_other_sees_what_changed(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast))
    seen = position(appeal.chain)
    w.admit(cast, appeal)
    with w.on(w.ADMITTED), pytest.raises(Conflict) as overtaken:
        withdraw_appeal(actor=cast.actor("officer"), appeal_id=appeal.pk, on=w.ADMITTED, seen=seen)
    assert [e.name for e in overtaken.value.since] == [  # type: ignore[attr-defined]
        "appeal.admitted",
        "appeal.told",
    ]
    assert w.fresh(appeal).state == AppealState.ADMITTED


def test_it_is_decided_once(cast: Cast) -> None:
    appeal = w.admit(cast, w.lodge(cast, w.served(cast)))
    assert refused(w.admit, cast, appeal) == {"not_now": 41}


def test_a_withdrawn_appeal_stops_its_clocks_and_may_be_lodged_again_in_time(cast: Cast) -> None:
    walk = w.served(cast)
    appeal = w.lodge(cast, walk)
    with w.on(date(2026, 3, 4)):
        withdraw_appeal(actor=cast.actor("officer"), appeal_id=appeal.pk, on=date(2026, 3, 4))
    assert w.clock_of(appeal, "appeal_admission").done == date(2026, 3, 4)
    assert w.appeal_clock(walk.decision()).done is None
    again = w.lodge(cast, walk, lodged_on=w.LAST_DAY, received_on=w.LAST_DAY)
    assert w.admit(cast, again).state == AppealState.ADMITTED
    assert w.untampered()


def test_what_is_closed_says_why_with_the_article(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast), evidence="")
    with w.on(w.ADMITTED):
        found = {b.name: b for b in blocked_for(cast.actor("officer"), appeal)}
    admit = found["受理申诉"]
    assert "没有提供相关证据或线索" in admit.reason
    assert admit.basis is not None and admit.basis.article == 41
    assert "受理后才能组织复查" in found["另行组织调查组"].reason
    assert "复查还没有结果" in found["登记第二次申诉"].reason


def test_the_unit_of_the_case_decides_not_its_superior(cast: Cast) -> None:
    appeal = w.lodge(cast, w.served(cast))
    with w.on(w.ADMITTED):
        w.sign(cast, appeal, "superior")
        with pytest.raises(Refused) as no:
            admit_appeal(actor=cast.actor("superior"), appeal_id=appeal.pk, on=w.ADMITTED)
    assert "示例大学" in str(no.value)
