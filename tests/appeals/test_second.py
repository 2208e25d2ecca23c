"""Article 42: the second appeal goes to the superior, has no period, and its result is final."""

from datetime import date

import pytest

from accounts.models import Organisation
from accounts.refusals import NotYours
from appeals.models import Appeal, AppealLevel, AppealState
from appeals.selectors import blocked_for, step, visible_appeals
from appeals.services.admission import admit_appeal, refuse_appeal
from appeals.services.deciding import decide_appeal
from appeals.services.lodging import lodge_second_appeal
from appeals.services.reviewing import answer_reasons, begin_review
from cases.models import DecisionState, Respondent, RespondentState
from fixtures.demo.units import EDUCATION
from tests.appeals import world as w
from tests.appeals.test_lodging import refused
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db

YEARS_LATER = date(2028, 5, 8)


def re_reviewed(cast: Cast, second: Appeal, outcome: str = "upheld") -> Appeal:
    """Admitted by one officer of the superior, worked on by the other, signed by the first."""
    ids = [cast.user("superior2").pk]
    w.admit(cast, second, date(2026, 5, 6), by="superior")
    day = date(2026, 5, 7)
    with w.on(day):
        begin_review(actor=cast.actor("superior"), appeal_id=second.pk, member_ids=ids, on=day)
    w.answer(cast, second, by="superior2", day=date(2026, 6, 1))
    return w.decide(cast, second, outcome, by="superior", day=date(2026, 6, 1))


def test_it_goes_to_the_superior_of_the_unit(cast: Cast) -> None:
    second = w.lodge_second(cast, w.reviewed(cast, w.served(cast)))
    assert second.organisation == Organisation.objects.get(name=EDUCATION)
    assert (second.level, second.state) == (AppealLevel.RE_REVIEW, AppealState.LODGED)
    clock = w.clock_of(second, "re_review_admission")
    assert (clock.due, clock.hard) == (date(2026, 5, 21), True)
    assert w.untampered()


def test_the_unit_itself_does_not_take_it(cast: Cast) -> None:
    first = w.reviewed(cast, w.served(cast))
    with w.on(w.SECOND):
        codes = refused(
            lodge_second_appeal,
            actor=cast.actor("officer"),
            first_id=first.pk,
            petition=w.SECOND_PETITION,
        )
        assert codes == {"not_allowed": 42}
        with pytest.raises(NotYours):
            lodge_second_appeal(
                actor=cast.actor("officer2"), first_id=first.pk, petition=w.SECOND_PETITION
            )


def test_it_has_no_period(cast: Cast) -> None:
    first = w.reviewed(cast, w.served(cast))
    second = w.lodge_second(cast, first, lodged_on=YEARS_LATER, received_on=YEARS_LATER)
    with w.on(YEARS_LATER):
        admitted = admit_appeal(actor=cast.actor("superior"), appeal_id=second.pk, on=YEARS_LATER)
    assert admitted.state == AppealState.ADMITTED


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"only_dissatisfied": True}, {"only_dissatisfied"}),
        ({"same_facts_and_reasons": True}, {"same_facts_and_reasons"}),
        ({"reasons": ()}, {"no_other_reasons"}),
        ({"sufficient_evidence": False}, {"evidence_not_sufficient"}),
        ({"evidence": ""}, {"evidence_not_sufficient"}),
    ],
)
def test_it_is_refused_on_the_grounds_of_article_42_alone(
    cast: Cast, changes: dict[str, object], codes: set[str]
) -> None:
    second = w.lodge_second(cast, w.reviewed(cast, w.served(cast)), **changes)
    found = refused(w.admit, cast, second, date(2026, 5, 6), "superior")
    assert set(found) == {"must_refuse"} | codes
    assert set(found.values()) == {42}
    with w.on(date(2026, 5, 6)):
        superior = cast.actor("superior")
        answer = refuse_appeal(
            actor=superior, appeal_id=second.pk, on=date(2026, 5, 6), reason="没有充分证据。"
        )
        following = step(superior, answer)
    # Art 42 names no duty to tell; the office tells by analogy and the page says that it is one.
    assert following is not None and "解读" in following.remark


def test_without_the_result_of_a_review_there_is_none(cast: Cast) -> None:
    walk = w.served(cast)
    first = w.lodge(cast, walk, evidence="")
    assert refused(w.lodge_second, cast, first) == {"first_appeal_undecided": 42}
    w.refuse(cast, first)
    assert refused(w.lodge_second, cast, first) == {"first_appeal_refused": 42}


def test_a_second_review_by_the_same_unit_is_not_open(cast: Cast) -> None:
    walk = w.served(cast)
    w.reviewed(cast, walk)
    codes = refused(w.lodge, cast, walk, lodged_on=w.SECOND, received_on=w.SECOND)
    assert codes == {"already_reviewed": 42}


def test_neither_investigators_nor_reviewers_re_review(cast: Cast) -> None:
    first = w.reviewed(cast, w.served(cast))
    second = w.admit(cast, w.lodge_second(cast, first), date(2026, 5, 6), by="superior")
    for name in ("investigator", "reviewer"):
        with w.on(date(2026, 5, 7)):
            codes = refused(
                begin_review,
                actor=cast.actor("superior"),
                appeal_id=second.pk,
                member_ids=[cast.user("superior2").pk, cast.user(name).pk],
                on=date(2026, 5, 7),
            )
        assert codes == {"team_shared": 42}


def test_ninety_working_days_of_its_own(cast: Cast) -> None:
    second = w.lodge_second(cast, w.reviewed(cast, w.served(cast)))
    w.admit(cast, second, date(2026, 5, 6), by="superior")
    clock = w.clock_of(second, "re_review")
    assert (clock.start, clock.hard) == (date(2026, 5, 6), False)


def test_who_re_reviewed_does_not_sign_the_opinion(cast: Cast) -> None:
    second = w.lodge_second(cast, w.reviewed(cast, w.served(cast)))
    w.admit(cast, second, date(2026, 5, 6), by="superior")
    day = date(2026, 5, 7)
    with w.on(day):
        ids = [cast.user("superior2").pk]
        begin_review(actor=cast.actor("superior"), appeal_id=second.pk, member_ids=ids, on=day)
        said = {reason.pk: "不成立。" for reason in second.reasons.all()}
        answer_reasons(actor=cast.actor("superior2"), appeal_id=second.pk, answers=said)
        codes = refused(
            decide_appeal,
            actor=cast.actor("superior2"),
            appeal_id=second.pk,
            outcome="upheld",
            opinion="维持。",
            on=day,
        )
    assert codes == {"not_allowed": None}


def test_its_result_is_final(cast: Cast) -> None:
    first = w.reviewed(cast, w.served(cast))
    second = re_reviewed(cast, w.lodge_second(cast, first))
    again = {"lodged_on": date(2026, 7, 1), "received_on": date(2026, 7, 1)}
    assert refused(w.lodge_second, cast, first, **again) == {"result_final": 42}
    codes = refused(w.lodge_second, cast, second, **again)
    assert codes["result_final"] == 42
    with w.on(date(2026, 7, 1)):
        names = {b.name: b.reason for b in blocked_for(cast.actor("superior"), second)}
    assert "最终结果" in names["登记第二次申诉"]
    assert w.untampered()


def test_the_superior_can_revoke_what_the_unit_upheld(cast: Cast) -> None:
    walk = w.served(cast)
    re_reviewed(cast, w.lodge_second(cast, w.reviewed(cast, walk)), "revoked")
    decision = walk.decision()
    assert decision.state == DecisionState.REVOKED
    assert "复核" in decision.end_reason
    assert w.untampered()


def test_the_superior_can_send_back_what_the_unit_had_revoked(cast: Cast) -> None:
    walk = w.served(cast)
    re_reviewed(cast, w.lodge_second(cast, w.reviewed(cast, walk, "revoked")), "sent_back")
    assert Respondent.objects.get(case=walk.case).state == RespondentState.OPEN
    assert w.untampered()


def test_the_superior_sees_the_appeals_below_it_other_units_do_not(cast: Cast) -> None:
    first = w.lodge(cast, w.served(cast))
    for name in ("officer", "leader", "head", "superior", "auditor"):
        assert list(visible_appeals(cast.actor(name))) == [first], name
    for name in ("officer2", "province", "reviewer", "investigator", "expert1", "sysadmin"):
        assert not visible_appeals(cast.actor(name)).exists(), name
