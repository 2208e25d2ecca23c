"""What becomes of a complaint (Art 10–15, 46): each move as the law has it, and each refusal."""

from datetime import date

import pytest

from accounts.models import Event, ReadEntry
from cases.models import (
    Case,
    Complaint,
    ComplaintState,
    Deadline,
    Document,
    RecusalStatement,
)
from cases.selectors.complaints import blocked, next_step
from cases.services.acceptance import accept_complaint, forward_complaint
from cases.services.complaints import (
    Party,
    assess_complaint,
    decline_complaint,
    notify_complainant,
)
from cases.services.objections import lodge_objection, open_identity, rule_on_objection
from tests.cases import world as w

BASELESS = {"evidence": False, "checkable_lead": False}
ELSEWHERE = {"competent": False}


def accept(world: w.World, complaint: Complaint, **given: object) -> Case:
    terms: dict[str, object] = {"on": w.TODAY, **given}
    return accept_complaint(actor=world["officer"], complaint_id=complaint.pk, **terms)  # type: ignore[arg-type]


def decline(world: w.World, complaint: Complaint, reason: str = "没有证据和线索。") -> Complaint:
    return decline_complaint(
        actor=world["officer"], complaint_id=complaint.pk, on=w.TODAY, reason=reason
    )


def clock(complaint: Complaint) -> Deadline:
    return Deadline.objects.get(rule="acceptance", chain=complaint.chain)


class TestRegistration:
    """Art 11, 12, 14: whatever comes in is written down, and the fifteen days begin."""

    def test_fifteen_working_days_run_from_the_day_after_receipt(self, world: w.World) -> None:
        # Labour Day 2026 is 1 to 5 May, 9 May is worked.
        assert clock(w.registered(world)).due == date(2026, 4, 28)

    def test_an_anonymous_report_is_taken_like_a_named_one(self, world: w.World) -> None:
        complaint = w.registered(world, source="anonymous", complainant_name="")
        assert complaint.state == ComplaintState.REGISTERED
        assert not complaint.named

    @pytest.mark.parametrize("channel", [1, 2, 3, 4, 5])
    def test_no_report_is_refused_for_the_way_it_came(self, world: w.World, channel: int) -> None:
        assert w.registered(world, channel=channel).channel == channel

    @pytest.mark.parametrize(
        "gap",
        [
            {"complainant_name": ""},
            {"receipt_evidence": " "},
            {"source": "transferred", "referred_by": None},
            {"title": ""},
        ],
    )
    def test_what_the_law_needs_to_know_is_asked_for(
        self, world: w.World, gap: dict[str, object]
    ) -> None:
        with w.refused("incomplete"):
            w.registered(world, **gap)

    def test_a_day_that_has_not_come_starts_nothing(self, world: w.World) -> None:
        with w.refused("in_future"):
            w.registered(world, received_on=date(2026, 4, 21))

    def test_the_complainant_stands_nowhere_in_plain_words(self, world: w.World) -> None:
        complaint = w.registered(world)
        assert w.COMPLAINANT not in str(Complaint.objects.filter(pk=complaint.pk).values())
        assert w.COMPLAINANT not in str(list(Event.objects.values()))


class TestAcceptance:
    """Art 12, 14, 25."""

    def test_every_question_is_answered_first(self, world: w.World) -> None:
        with w.refused("not_assessed", "第十二条"):
            accept(world, w.registered(world))

    def test_a_lead_that_can_be_checked_is_enough_without_evidence(self, world: w.World) -> None:
        complaint = w.assessed(world, answers={"evidence": False})
        assert accept(world, complaint).accepted_on == w.TODAY

    def test_without_evidence_or_lead_it_may_not_be_accepted(self, world: w.World) -> None:
        complaint = w.assessed(world, answers=BASELESS)
        with w.refused("conditions_not_met", "第十二条"):
            accept(world, complaint)
        complaint.refresh_from_db()
        assert complaint.state == ComplaintState.REGISTERED

    def test_what_is_not_the_units_may_not_be_accepted(self, world: w.World) -> None:
        with w.refused("not_competent", "第十四条"):
            accept(world, w.assessed(world, answers=ELSEWHERE))

    def test_whoever_is_under_military_management_is_the_armys_to_deal_with(
        self, world: w.World
    ) -> None:
        complaint = w.assessed(world, answers={"military": True})
        with w.refused("military", "第五十二条"):
            accept(world, complaint)
        step = next_step(complaint, "forward")
        assert step is not None
        assert (step.title, step.bases[0].article) == ("转送或告知", 52)
        assert "由军队调查处理" in step.remark
        assert all("军队" in one.reason for one in blocked(complaint, "forward")[:2])
        with w.refused("forward_instead"):
            decline(world, complaint)
        forward_complaint(
            actor=world["officer"],
            complaint_id=complaint.pk,
            on=w.TODAY,
            to=None,
            told_where="军队有关部门",
        )
        complaint.refresh_from_db()
        assert complaint.state == ComplaintState.FORWARDED

    def test_it_opens_a_case_under_the_law_in_force(self, world: w.World) -> None:
        case = accept(world, w.assessed(world))
        assert case.instruments == ["国科发监〔2022〕221号", "鲁科字〔2024〕84号"]
        assert [r.name for r in case.respondents.all()] == [w.RESPONDENT]
        limit = Deadline.objects.get(rule="investigation", chain=case.chain)
        assert limit.due == date(2026, 10, 20)

    def test_a_second_report_joins_without_starting_the_six_months_again(
        self, world: w.World
    ) -> None:
        case = accept(world, w.assessed(world))
        with w.on(date(2026, 5, 20)):
            other = w.assessed(world, parties=(Party("李珺", "person"),))
            accept(world, other, on=date(2026, 5, 20), join_case_id=case.pk)
        limit = Deadline.objects.get(rule="investigation", chain=case.chain)
        assert (limit.start, limit.due) == (w.TODAY, date(2026, 10, 20))
        assert {r.name for r in case.respondents.all()} == {w.RESPONDENT, "李珺"}

    def test_the_period_ends_only_when_the_named_complainant_is_told(self, world: w.World) -> None:
        complaint = w.assessed(world)
        accept(world, complaint)
        assert clock(complaint).done is None
        notify_complainant(actor=world["officer"], complaint_id=complaint.pk, on=w.TODAY)
        assert clock(complaint).done == w.TODAY

    def test_nobody_is_told_when_nobody_gave_a_name(self, world: w.World) -> None:
        complaint = w.assessed(world, source="anonymous", complainant_name="")
        accept(world, complaint)
        assert clock(complaint).done == w.TODAY
        assert not Document.objects.exists()
        with w.refused("anonymous"):
            notify_complainant(actor=world["officer"], complaint_id=complaint.pk, on=w.TODAY)

    def test_the_named_complainant_gets_a_notice_that_stays_out_of_the_case_file(
        self, world: w.World
    ) -> None:
        case = accept(world, w.assessed(world))
        letter = Document.objects.get()
        assert (letter.kind, letter.recipient) == ("acceptance_notice", "举报人")
        assert not case.documents.exists()
        assert w.COMPLAINANT not in str(letter.context)

    def test_declaring_no_relation_signs_the_statement_of_the_case(self, world: w.World) -> None:
        case = accept(world, w.assessed(world), no_relation=True)
        signed = RecusalStatement.objects.get(case=case)
        assert (signed.user_id, signed.conflicted) == (world["officer"].user_id, False)

    def test_what_was_decided_is_not_decided_again(self, world: w.World) -> None:
        complaint = w.assessed(world)
        accept(world, complaint)
        with w.refused("already_decided", "第十四条"):
            accept(world, complaint)


class TestRefusalToAccept:
    """Art 13, 14."""

    def test_a_ground_of_article_13_and_the_reason_end_it(self, world: w.World) -> None:
        complaint = decline(world, w.assessed(world, answers=BASELESS))
        assert complaint.state == ComplaintState.DECLINED
        assert Document.objects.get().kind == "refusal_notice"

    def test_no_reason_no_refusal(self, world: w.World) -> None:
        with w.refused("reason_missing", "第十四条"):
            decline(world, w.assessed(world, answers=BASELESS), reason=" ")

    def test_it_may_not_be_refused_while_every_condition_holds(self, world: w.World) -> None:
        with w.refused("must_accept", "第十四条"):
            decline(world, w.assessed(world))

    def test_a_repetition_with_a_new_lead_may_not_be_refused(self, world: w.World) -> None:
        answers = {"repeats_earlier": True, "new_evidence_or_lead": True}
        with w.refused("must_accept"):
            decline(world, w.assessed(world, answers=answers))

    def test_only_lack_of_competence_means_forwarding(self, world: w.World) -> None:
        with w.refused("forward_instead", "第十四条"):
            decline(world, w.assessed(world, answers=ELSEWHERE))


class TestForwarding:
    """Art 14, 46; 84号 14."""

    def forward(self, world: w.World, complaint: Complaint, **given: object) -> Complaint:
        terms: dict[str, object] = {"on": w.TODAY, "to": None, **given}
        return forward_complaint(
            actor=world["officer"],
            complaint_id=complaint.pk,
            **terms,  # type: ignore[arg-type]
        )

    def test_the_receiving_unit_has_fifteen_days_of_its_own(self, world: w.World) -> None:
        self.forward(world, w.assessed(world, answers=ELSEWHERE), to=world.second)
        onward = Complaint.objects.get(organisation=world.second)
        assert clock(onward).start == onward.received_on
        assert onward.complainant_name
        assert onward.referred_by == world.university

    def test_telling_the_complainant_where_to_go_is_the_other_way(self, world: w.World) -> None:
        sent = self.forward(
            world, w.assessed(world, answers=ELSEWHERE), told_where="向第二大学举报"
        )
        assert (sent.state, sent.forwarded_to) == (ComplaintState.FORWARDED, None)

    def test_one_of_the_two_ways_is_named(self, world: w.World) -> None:
        with w.refused("forwarded_nowhere", "第十四条"):
            self.forward(world, w.assessed(world, answers=ELSEWHERE))

    def test_never_to_the_unit_that_is_accused(self, world: w.World) -> None:
        accused = Party("第二大学", "organisation", unit=world.second)
        complaint = w.assessed(world, answers=ELSEWHERE, parties=(accused,))
        with w.refused("complaint_to_respondent", "第四十六条"):
            self.forward(world, complaint, to=world.second)
        assert Complaint.objects.count() == 1

    def test_what_is_the_units_own_stays(self, world: w.World) -> None:
        with w.refused("must_accept", "第十四条"):
            self.forward(world, w.assessed(world), to=world.second)


class TestObjection:
    """Art 14, second paragraph: with reasons, no period; upheld, it is handled again."""

    def declined(self, world: w.World) -> Complaint:
        return decline(world, w.assessed(world, answers=BASELESS))

    def objection(self, world: w.World, complaint: Complaint, reasons: str = "补交证据。") -> int:
        return lodge_objection(
            actor=world["officer"], complaint_id=complaint.pk, on=w.TODAY, reasons=reasons
        ).pk

    def rule(self, world: w.World, complaint: Complaint, pk: int, **ruling: object) -> None:
        rule_on_objection(
            actor=world["officer"],
            complaint_id=complaint.pk,
            objection_id=pk,
            on=w.TODAY,
            **ruling,  # type: ignore[arg-type]
        )

    def test_upheld_it_reopens_and_its_first_period_runs_on(self, world: w.World) -> None:
        complaint = self.declined(world)
        notify_complainant(actor=world["officer"], complaint_id=complaint.pk, on=w.TODAY)
        pk = self.objection(world, complaint)
        self.rule(world, complaint, pk, upheld=True, answer="证据已补。")
        complaint.refresh_from_db()
        assert (complaint.state, complaint.decided_on) == (ComplaintState.REGISTERED, None)
        assert clock(complaint).done is None
        answers = {**w.YES}
        assess_complaint(actor=world["officer"], complaint_id=complaint.pk, answers=answers)
        assert accept(world, complaint).pk

    def test_dismissed_it_stays_refused(self, world: w.World) -> None:
        complaint = self.declined(world)
        pk = self.objection(world, complaint)
        self.rule(world, complaint, pk, upheld=False, answer="仍无证据。")
        complaint.refresh_from_db()
        assert complaint.state == ComplaintState.DECLINED

    def test_an_objection_has_reasons(self, world: w.World) -> None:
        with w.refused("objection_without_reasons", "第十四条"):
            self.objection(world, self.declined(world), reasons="")

    def test_a_dismissal_without_an_answer_stands(self, world: w.World) -> None:
        complaint = self.declined(world)
        pk = self.objection(world, complaint)
        self.rule(world, complaint, pk, upheld=False, answer=" ")
        complaint.refresh_from_db()
        assert complaint.state == ComplaintState.DECLINED

    def test_only_a_refusal_can_be_objected_to(self, world: w.World) -> None:
        with w.refused("not_declined", "第十四条"):
            self.objection(world, w.assessed(world))


class TestSealedIdentity:
    """Art 46."""

    def test_opening_shows_it_and_leaves_reason_and_name_of_the_reader(
        self, world: w.World
    ) -> None:
        complaint = w.registered(world)
        opened = open_identity(
            actor=world["officer"], complaint_id=complaint.pk, reason="联系补充材料"
        )
        assert (opened.name, opened.contact) == (w.COMPLAINANT, "13800000000")
        read = ReadEntry.objects.get(what="complaint.identity")
        assert (read.actor_id, read.reason) == (world["officer"].user_id, "联系补充材料")
        assert Event.objects.filter(name="complaint.identity_opened").count() == 1

    def test_not_without_a_reason(self, world: w.World) -> None:
        complaint = w.registered(world)
        with w.refused("reason_missing", "第四十六条"):
            open_identity(actor=world["officer"], complaint_id=complaint.pk, reason=" ")
        assert not ReadEntry.objects.filter(what="complaint.identity").exists()
