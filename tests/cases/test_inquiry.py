"""From the plan to the last signature (Art 16–24)."""

import hashlib
from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile

from cases.models import (
    PLAN_PARTS,
    REPORT_PARTS,
    Case,
    CaseState,
    Deadline,
    Evidence,
    Notification,
)
from cases.services.evidence import add_evidence, exclude_evidence
from cases.services.inquiry import Step, begin_investigation, record_step
from cases.services.people import add_participant, end_participation, sign_papers
from cases.services.planning import approve_plan, draft_plan, submit_plan
from cases.services.reports import draft_report, sign_report, supplement_inquiry
from cases.services.told import tell
from tests.cases import world as w

WHOLE_PLAN = {part: "按规定" for part in PLAN_PARTS}
WHOLE_REPORT = {part: "写明" for part in REPORT_PARTS}


def ids(world: w.World, *names: str) -> list[int]:
    return [world[name].user_id or 0 for name in names]


def step(world: w.World, case: Case, kind: str, **given: object) -> None:
    terms: dict[str, object] = {"done_on": w.TODAY, "content": "已核对。", **given}
    record_step(actor=world["investigator"], case_id=case.pk, step=Step(kind, **terms))  # type: ignore[arg-type]


class TestPlan:
    """Art 16: six parts, approved by the responsible leader, before any step."""

    @pytest.mark.parametrize("part", PLAN_PARTS)
    def test_each_of_the_six_parts_is_needed(self, world: w.World, part: str) -> None:
        case = w.staffed(world)
        parts = {**WHOLE_PLAN, part: " "}
        draft_plan(actor=world["officer"], case_id=case.pk, parts=parts)
        with w.refused(f"plan_{part}_missing", "第十六条"):
            submit_plan(actor=world["officer"], case_id=case.pk)

    def test_a_plan_needs_a_team(self, world: w.World) -> None:
        case = w.accepted(world)
        draft_plan(actor=world["officer"], case_id=case.pk, parts=WHOLE_PLAN)
        with w.refused("team_missing", "第十六条"):
            submit_plan(actor=world["officer"], case_id=case.pk)

    def test_the_head_is_not_the_responsible_leader(self, world: w.World) -> None:
        case = w.staffed(world)
        draft_plan(actor=world["officer"], case_id=case.pk, parts=WHOLE_PLAN)
        submit_plan(actor=world["officer"], case_id=case.pk)
        for name in ("head", "officer", "investigator"):
            with w.refused("not_allowed", "第十六条"):
                approve_plan(actor=world[name], case_id=case.pk, on=w.TODAY)

    def test_nothing_is_approved_before_it_is_submitted(self, world: w.World) -> None:
        case = w.staffed(world)
        draft_plan(actor=world["officer"], case_id=case.pk, parts=WHOLE_PLAN)
        with w.refused("not_submitted", "第十六条"):
            approve_plan(actor=world["leader"], case_id=case.pk, on=w.TODAY)

    def test_approval_is_not_dated_before_the_submission(self, world: w.World) -> None:
        case = w.staffed(world)
        draft_plan(actor=world["officer"], case_id=case.pk, parts=WHOLE_PLAN)
        submit_plan(actor=world["officer"], case_id=case.pk)
        with w.refused("too_early"):
            approve_plan(actor=world["leader"], case_id=case.pk, on=w.TODAY - timedelta(days=1))

    def test_changing_a_submitted_plan_takes_it_back(self, world: w.World) -> None:
        case = w.staffed(world)
        draft_plan(actor=world["officer"], case_id=case.pk, parts=WHOLE_PLAN)
        submit_plan(actor=world["officer"], case_id=case.pk)
        plan = draft_plan(actor=world["officer"], case_id=case.pk, parts=WHOLE_PLAN)
        assert (plan.version, plan.submitted_on) == (1, None)

    def test_a_later_version_leaves_the_approved_one_in_place(self, world: w.World) -> None:
        case = w.investigating(world)
        plan = draft_plan(actor=world["officer"], case_id=case.pk, parts=WHOLE_PLAN)
        assert plan.version == 2
        step(world, case, "administrative")
        submit_plan(actor=world["officer"], case_id=case.pk)
        approve_plan(actor=world["leader"], case_id=case.pk, on=w.TODAY)
        case.refresh_from_db()
        assert case.state == CaseState.INVESTIGATING

    def test_no_investigation_without_an_approved_plan(self, world: w.World) -> None:
        case = w.staffed(world)
        with w.refused("wrong_state", "第十六条"):
            begin_investigation(actor=world["investigator"], case_id=case.pk)


class TestSteps:
    """Art 16, 17, 18, 20, 44, 45."""

    def test_no_step_is_dated_before_the_approval(self, world: w.World) -> None:
        case = w.investigating(world)
        with w.refused("before_plan", "第十六条"):
            step(world, case, "administrative", done_on=w.TODAY - timedelta(days=1))

    def test_a_talk_needs_two_investigators(self, world: w.World) -> None:
        case = w.investigating(world)
        talk = {"interviewee": "证人", "interviewers_signed": True, "interviewee_signed": True}
        with w.refused("interviewers_too_few", "第十八条"):
            step(world, case, "interview", people=ids(world, "investigator", "expert1"), **talk)
        step(world, case, "interview", people=ids(world, "investigator", "investigator2"), **talk)

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"interviewers_signed": False}, "interviewers_unsigned"),
            ({"interviewee_signed": False}, "interviewee_unsigned"),
            ({"recorded": True}, "recording_untold"),
            (
                {"recorded": True, "recording_told_on": w.TODAY + timedelta(days=1)},
                "recording_told_late",
            ),
            ({"content": ""}, "interview_not_written"),
            ({"interviewee": ""}, "interviewee_missing"),
        ],
    )
    def test_a_talk_is_written_signed_and_recorded_only_after_notice(
        self, world: w.World, change: dict[str, object], code: str
    ) -> None:
        case = w.investigating(world)
        talk: dict[str, object] = {
            "people": ids(world, "investigator", "investigator2"),
            "interviewee": "证人",
            "interviewers_signed": True,
            "interviewee_signed": True,
        }
        with w.refused(code, "第十八条"):
            step(world, case, "interview", **{**talk, **change})

    def test_a_panel_has_five_experts_a_committee_no_number(self, world: w.World) -> None:
        case = w.investigating(world)
        four = ids(world, "expert1", "expert2", "expert3", "expert4")
        with w.refused("panel_too_small", "第十七条"):
            step(world, case, "academic", body="panel", people=four)
        step(world, case, "academic", body="committee", people=four)

    def test_an_expert_without_a_statement_does_not_review(self, world: w.World) -> None:
        case = w.investigating(world)
        late = w.person("expert6", world.university, w.Role.EXPERT)
        people = [*ids(world, *(f"expert{n}" for n in range(1, 6))), late.user_id]
        with w.refused("member_without_statement", "第四十五条"):
            step(world, case, "academic", body="panel", people=people)

    def test_a_hearing_says_whose(self, world: w.World) -> None:
        with w.refused("respondent_missing", "第二十条"):
            step(world, w.investigating(world), "hearing")

    def test_outsiders_of_the_team_record_nothing(self, world: w.World) -> None:
        case = w.investigating(world)
        with w.refused("not_allowed"):
            record_step(
                actor=world["expert1"],
                case_id=case.pk,
                step=Step("administrative", w.TODAY, "x"),
            )


class TestPapers:
    """Art 44, 45."""

    def test_whoever_declares_a_relation_leaves_the_case(self, world: w.World) -> None:
        case = w.accepted(world)
        add_participant(
            actor=world["officer"],
            case_id=case.pk,
            user_id=world["investigator"].user_id or 0,
            duty="investigator",
            since=w.TODAY,
        )
        sign_papers(actor=world["investigator"], case_id=case.pk, relations=["teacher_student"])
        assert not case.participants.filter(user=world["investigator"].user_id, until=None)
        with w.refused("recused", "第四十五条"):
            add_participant(
                actor=world["officer"],
                case_id=case.pk,
                user_id=world["investigator"].user_id or 0,
                duty="investigator",
                since=w.TODAY,
            )

    def test_the_sealed_complainant_is_screened_without_being_shown(self, world: w.World) -> None:
        case = w.accepted(world, complainant_name=world["leader"].name)
        assert sign_papers(actor=world["leader"], case_id=case.pk).conflicted

    def test_a_party_who_joins_later_is_screened_against_everybody(self, world: w.World) -> None:
        case = w.staffed(world)
        other = w.assessed(world, complainant_name=world["investigator2"].name)
        w.accept_complaint(
            actor=world["officer"], complaint_id=other.pk, on=w.TODAY, join_case_id=case.pk
        )
        statement = case.recusal_statements.get(user=world["investigator2"].user_id)
        assert statement.conflicted
        assert not case.participants.filter(user=world["investigator2"].user_id, until=None)
        assert case.participants.filter(user=world["investigator"].user_id, until=None)

    def test_whoever_refuses_to_sign_is_not_taken_off_the_team(self, world: w.World) -> None:
        case = w.inquired(world)
        draft_report(actor=world["investigator"], case_id=case.pk, parts=WHOLE_REPORT)
        sign_report(actor=world["investigator"], case_id=case.pk)
        refuser = case.participants.get(user=world["investigator2"].user_id)
        with w.refused("signing_under_way", "第二十四条"):
            end_participation(
                actor=world["officer"],
                case_id=case.pk,
                participant_id=refuser.pk,
                until=w.TODAY,
                reason="另有任务",
            )


class TestEvidence:
    """Art 20, 24: kept as it came, excluded with reasons, never removed."""

    def test_the_file_is_known_by_its_hash_and_not_by_its_name(self, world: w.World) -> None:
        case = w.inquired(world)
        item = case.evidence.get()
        assert item.sha256 == hashlib.sha256(b"compared").hexdigest()
        assert item.size == 8
        assert "compared" not in item.file.name

    def test_an_excluded_item_stays_but_carries_no_report(self, world: w.World) -> None:
        case = w.inquired(world)
        item = case.evidence.get()
        exclude_evidence(
            actor=world["officer"], case_id=case.pk, evidence_id=item.pk, reason="以欺骗取得"
        )
        assert Evidence.objects.get(pk=item.pk).file
        draft_report(actor=world["investigator"], case_id=case.pk, parts=WHOLE_REPORT)
        with w.refused("report_without_evidence", "第二十四条"):
            sign_report(actor=world["investigator"], case_id=case.pk)

    def test_how_it_was_obtained_is_stated(self, world: w.World) -> None:
        case = w.investigating(world)
        with w.refused("incomplete", "第二十条"):
            add_evidence(
                actor=world["investigator"],
                case_id=case.pk,
                title="记录本",
                obtained_on=w.TODAY,
                obtained_from="课题组",
                obtained_how=" ",
                upload=ContentFile(b"x", name="x.txt"),
            )


class TestReport:
    """Art 17, 20, 24."""

    @pytest.mark.parametrize("part", REPORT_PARTS)
    def test_each_of_the_seven_parts_is_needed(self, world: w.World, part: str) -> None:
        case = w.inquired(world)
        draft_report(actor=world["investigator"], case_id=case.pk, parts={**WHOLE_REPORT, part: ""})
        with w.refused(f"report_{part}_missing", "第二十四条"):
            sign_report(actor=world["investigator"], case_id=case.pk)

    @pytest.mark.parametrize(
        ("kind", "code", "place"),
        [
            ("administrative", "administrative_inquiry_missing", "第十七条"),
            ("academic", "academic_review_missing", "第十七条"),
            ("hearing", "respondent_unheard", "第二十条"),
        ],
    )
    def test_both_lines_of_inquiry_and_the_hearing_come_first(
        self, world: w.World, kind: str, code: str, place: str
    ) -> None:
        case = w.inquired(world)
        case.records.filter(kind=kind).delete()
        draft_report(actor=world["investigator"], case_id=case.pk, parts=WHOLE_REPORT)
        with w.refused(code, place):
            sign_report(actor=world["investigator"], case_id=case.pk)

    def test_it_is_formed_by_the_last_signature_not_before(self, world: w.World) -> None:
        case = w.inquired(world)
        draft_report(actor=world["investigator"], case_id=case.pk, parts=WHOLE_REPORT)
        sign_report(actor=world["investigator"], case_id=case.pk)
        assert w.report_row(case).formed_on is None
        sign_report(actor=world["investigator2"], case_id=case.pk)
        case.refresh_from_db()
        assert (case.state, w.report_row(case).formed_on) == (CaseState.REPORTED, w.TODAY)

    def test_nobody_signs_for_another_or_twice(self, world: w.World) -> None:
        case = w.inquired(world)
        draft_report(actor=world["investigator"], case_id=case.pk, parts=WHOLE_REPORT)
        with w.refused("not_allowed", "第二十四条"):
            sign_report(actor=world["officer"], case_id=case.pk)
        sign_report(actor=world["investigator"], case_id=case.pk)
        with w.refused("already_signed", "第二十四条"):
            sign_report(actor=world["investigator"], case_id=case.pk)

    def test_a_signed_version_is_not_altered_but_replaced(self, world: w.World) -> None:
        case = w.inquired(world)
        draft_report(actor=world["investigator"], case_id=case.pk, parts=WHOLE_REPORT)
        sign_report(actor=world["investigator"], case_id=case.pk)
        new = draft_report(
            actor=world["investigator2"],
            case_id=case.pk,
            parts={**WHOLE_REPORT, "conclusion": "改写"},
        )
        assert new.version == 2
        assert case.reports.get(version=1).superseded
        assert case.reports.get(version=1).conclusion == "写明"
        with w.refused("version_changed", "第二十四条"):
            sign_report(actor=world["investigator2"], case_id=case.pk, version=1)

    def test_more_inquiry_needs_a_new_report_with_every_signature(self, world: w.World) -> None:
        case = w.reported(world)
        with w.refused("supplement_without_reason", "第二十四条"):
            supplement_inquiry(actor=world["officer"], case_id=case.pk, reason="")
        supplement_inquiry(actor=world["officer"], case_id=case.pk, reason="核实数据来源")
        draft_report(actor=world["investigator"], case_id=case.pk, parts=WHOLE_REPORT)
        sign_report(actor=world["investigator"], case_id=case.pk)
        case.refresh_from_db()
        assert case.state == CaseState.INVESTIGATING
        assert case.reports.get(version=1).formed_on == w.TODAY

    def test_bodies_with_powers_are_told_within_fifteen_working_days(self, world: w.World) -> None:
        works = (w.Subject("project", "海水淡化膜", manager=world.province, publicly_funded=True),)
        case = w.reported(world, works=works)
        soft = Deadline.objects.get(rule="inform_participants", chain=case.chain)
        assert (soft.hard, soft.due) == (False, date(2026, 5, 13))
        owed = Notification.objects.get(case=case, kind="results")
        tell(
            actor=world["officer"],
            case_id=case.pk,
            notification_id=owed.pk,
            on=w.TODAY,
            evidence="签收回执",
        )
        soft.refresh_from_db()
        assert soft.done == w.TODAY
