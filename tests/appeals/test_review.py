"""Articles 41, 43, 44: another team, an answer to every reason, and what the decision becomes."""

from datetime import date

import pytest

from accounts import outbox
from accounts.refusals import NotYours
from appeals.models import AppealOutcome, AppealState
from appeals.selectors import step, visible_appeals
from appeals.services.deciding import decide_appeal, tell_result
from appeals.services.reviewing import answer_reasons, begin_review, change_team, team_outcome
from cases.models import (
    Case,
    CaseState,
    DecisionState,
    Participant,
    Respondent,
    RespondentState,
)
from cases.services.people import sign_papers
from reporting.models import Submission, SubmissionState
from tests.appeals import world as w
from tests.appeals.test_lodging import refused
from tests.support.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["investigator", "investigator2", "expert1", "officer"])
def test_nobody_of_the_first_investigation_reviews_it(cast: Cast, name: str) -> None:
    appeal = w.admit(cast, w.lodge(cast, w.served(cast)))
    assert refused(w.begin, cast, appeal, "reviewer", name) == {"team_shared": 41}
    assert w.fresh(appeal).state == AppealState.ADMITTED


def test_somebody_must_review_a_team_or_a_third_party(cast: Cast) -> None:
    appeal = w.admit(cast, w.lodge(cast, w.served(cast)))
    with w.on(w.BEGUN):
        codes = refused(
            begin_review,
            actor=cast.actor("officer"),
            appeal_id=appeal.pk,
            member_ids=[],
            on=w.BEGUN,
        )
    assert codes == {"review_team_missing": 41}


def test_a_third_party_goes_through_the_confidentiality_procedure(cast: Cast) -> None:
    appeal = w.admit(cast, w.lodge(cast, w.served(cast)))
    commission = {"member_ids": [], "on": w.BEGUN, "third_party": "示例科技评估中心"}
    with w.on(w.BEGUN):
        officer = cast.actor("officer")
        codes = refused(begin_review, actor=officer, appeal_id=appeal.pk, **commission)
        assert codes == {"third_party_without_confidentiality": 44}
        begun = begin_review(
            actor=officer,
            appeal_id=appeal.pk,
            third_party_papers="保密协议〔2026〕3号",
            **commission,
        )
    assert begun.state == AppealState.UNDER_REVIEW
    # What the third party found is written down by the office that commissioned it.
    w.answer(cast, begun, by="officer")
    assert w.decide(cast, begun).outcome == AppealOutcome.UPHELD


def test_a_team_of_one_is_pointed_out(cast: Cast) -> None:
    appeal = w.admit(cast, w.lodge(cast, w.served(cast)))
    w.begin(cast, appeal, "reviewer")
    assert [f.level for f in team_outcome(appeal).findings] == ["warning"]


def test_people_of_other_units_do_not_review_here(cast: Cast) -> None:
    appeal = w.admit(cast, w.lodge(cast, w.served(cast)))
    assert refused(w.begin, cast, appeal, "reviewer", "officer2") == {"not_a_reviewer": None}


def test_a_reviewer_reads_nothing_before_signing(cast: Cast) -> None:
    walk = w.served(cast)
    appeal = w.admit(cast, w.lodge(cast, walk))
    reviewer = cast.actor("reviewer")
    with w.on(w.BEGUN):
        with pytest.raises(NotYours):
            answer_reasons(actor=reviewer, appeal_id=appeal.pk, answers={})
        begin_review(
            actor=cast.actor("officer"),
            appeal_id=appeal.pk,
            member_ids=[cast.user("reviewer").pk],
            on=w.BEGUN,
        )
        codes = refused(answer_reasons, actor=reviewer, appeal_id=appeal.pk, answers={})
        assert codes == {"not_allowed": 44}
        sign_papers(actor=reviewer, case_id=walk.case.pk)
        answer_reasons(actor=reviewer, appeal_id=appeal.pk, answers={})
    assert w.untampered()


def test_who_must_stand_aside_is_replaced(cast: Cast) -> None:
    appeal = w.admit(cast, w.lodge(cast, w.served(cast)))
    team = [cast.user("reviewer").pk, cast.user("reviewer2").pk]
    officer = cast.actor("officer")
    with w.on(w.BEGUN):
        begin_review(actor=officer, appeal_id=appeal.pk, member_ids=team[:1], on=w.BEGUN)
        sign_papers(
            actor=cast.actor("reviewer"), case_id=appeal.case_id, relations=["teacher_student"]
        )
        change_team(actor=officer, appeal_id=appeal.pk, member_ids=team[1:], on=w.BEGUN)
        codes = refused(
            change_team, actor=officer, appeal_id=appeal.pk, member_ids=team, on=w.BEGUN
        )
    assert codes == {"recused": 45}
    now = appeal.members.filter(until=None)
    assert [member.user.username for member in now] == ["reviewer2"]
    assert not visible_appeals(cast.actor("reviewer")).exists()
    assert not Participant.objects.filter(user=cast.user("reviewer"), until=None).exists()
    assert w.untampered()


def test_every_reason_gets_an_answer_before_the_opinion(cast: Cast) -> None:
    appeal = w.under_review(cast, w.served(cast))
    assert refused(w.decide, cast, appeal) == {"reason_unanswered": 43}
    first = appeal.reasons.all()[0]
    with w.on(w.DECIDED):
        answer_reasons(
            actor=cast.actor("reviewer"), appeal_id=appeal.pk, answers={first.pk: "不成立。"}
        )
        following = step(cast.actor("reviewer"), appeal)
    assert following is not None
    assert [(n.text, n.done) for n in following.needs] == [("答复申诉理由1条，共2条", False)]
    assert refused(w.decide, cast, appeal) == {"reason_unanswered": 43}
    w.answer(cast, appeal)
    assert w.decide(cast, appeal).state == AppealState.DECIDED


def test_the_opinion_says_something(cast: Cast) -> None:
    appeal = w.under_review(cast, w.served(cast))
    w.answer(cast, appeal)
    with w.on(w.DECIDED):
        codes = refused(
            decide_appeal,
            actor=cast.actor("head"),
            appeal_id=appeal.pk,
            outcome="upheld",
            opinion="",
            on=w.DECIDED,
        )
    assert codes == {"opinion_without_conclusion": 43}


def test_the_head_signs_the_team_answers_and_neither_does_the_others_work(cast: Cast) -> None:
    appeal = w.under_review(cast, w.served(cast))
    assert refused(w.answer, cast, appeal, "head") == {"not_allowed": 41}
    w.answer(cast, appeal)
    assert refused(w.decide, cast, appeal, by="officer") == {"not_allowed": 43}
    assert refused(w.decide, cast, appeal, by="reviewer") == {"not_allowed": 43}


def test_the_result_is_fed_back_to_the_appellant(cast: Cast) -> None:
    appeal = w.under_review(cast, w.served(cast))
    w.answer(cast, appeal)
    appeal = w.decide(cast, appeal)
    officer = cast.actor("officer")
    with w.on(date(2026, 4, 22)):
        following = step(officer, appeal)
        assert following is not None and following.title == "向申诉人反馈复查结果"
        assert following.bases[0].article == 41
        codes = refused(tell_result, actor=officer, appeal_id=appeal.pk, on=date(2026, 4, 17))
        assert set(codes) == {"too_early"}
        told = tell_result(actor=officer, appeal_id=appeal.pk, on=date(2026, 4, 22))
        assert step(officer, told) is None
    assert w.clock_of(appeal, "review").done == w.DECIDED
    assert w.untampered()


def test_upheld_leaves_the_decision_and_its_record_as_they_are(cast: Cast) -> None:
    walk = w.served(cast)
    w.reviewed(cast, walk, "upheld")
    assert walk.decision().state == DecisionState.EFFECTIVE
    assert w.appeal_clock(walk.decision()).done == w.LODGED
    assert w.untampered()


def test_varied_opens_the_way_to_the_next_version(cast: Cast) -> None:
    walk = w.served(cast)
    w.reviewed(cast, walk, "varied")
    old = walk.decision()
    assert (old.state, old.ended_on) == (DecisionState.VARIED, w.DECIDED)
    walk.day = w.SECOND
    walk.draft()
    assert walk.decision().previous == old
    assert w.untampered()


def test_revoked_takes_the_decision_away_and_its_record_is_removed(cast: Cast) -> None:
    walk = w.served(cast)
    with w.on(w.SERVED):
        outbox.drain()
    filing = Submission.objects.get(decision=walk.decision())
    w.reviewed(cast, walk, "revoked")
    with w.on(w.DECIDED):
        outbox.drain()
    decision = walk.decision()
    assert decision.state == DecisionState.REVOKED
    assert "复查" in decision.end_reason
    assert Submission.objects.get(pk=filing.pk).state == SubmissionState.REMOVED
    assert w.untampered()


def test_sent_back_has_the_affair_decided_again(cast: Cast) -> None:
    walk = w.served(cast)
    w.reviewed(cast, walk, "sent_back")
    assert walk.decision().state == DecisionState.REVOKED
    assert Respondent.objects.get(case=walk.case).state == RespondentState.OPEN
    assert Case.objects.get(pk=walk.case.pk).state == CaseState.REPORTED
    assert w.untampered()


def test_where_nothing_stands_any_more_nothing_is_half_done(cast: Cast) -> None:
    walk = w.served(cast)
    complaint = w.tell(cast, walk)
    other = w.under_review(cast, walk, appellant="complainant", complaint_id=complaint)
    w.reviewed(cast, walk, "revoked")
    w.answer(cast, other)
    assert refused(w.decide, cast, other, "varied") == {"nothing_in_force": 43}
    assert w.fresh(other).state == AppealState.UNDER_REVIEW
    assert w.clock_of(other, "review").done is None
    assert w.untampered()
