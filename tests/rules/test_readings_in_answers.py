"""What the commands answer where a reading is at work: days, words, places, and what stays."""

import json
from datetime import date

import pytest

from rules.appeals import AppealFacts, check_appeal
from rules.complaints import ComplaintFacts, check_complaint
from rules.context import default_context
from rules.edge.commands import COMMANDS
from rules.errors import DatesReversed, InstrumentNotInForce
from rules.filing import FilingFacts, submission_route
from rules.jurisdiction import Author, JurisdictionFacts, Matter, Party, find_jurisdiction
from rules.law import N221, S84
from rules.procedure.appeals import opinion_title
from rules.sanctions import MeasureFact

NATION = default_context()
SHANDONG = default_context((N221, S84))
ON = date(2026, 3, 2)


def said(outcome):
    return [
        (f.level.value, f.code, f.citation.place if f.citation else None, f.reading)
        for f in outcome.findings
    ]


def appeal(context=NATION, **facts):
    base = {
        "level": 1,
        "served": date(2026, 2, 10),
        "lodged": date(2026, 3, 9),
        "appellant": "complainant",
        "reasons": True,
        "evidence_or_leads": True,
        "sufficient_evidence": True,
    }
    return check_appeal(AppealFacts(**{**base, **facts}), context)


class TestAppeals:
    received = NATION.with_readings(C1="received")

    def test_a_complainant_without_the_letter_is_never_late(self):
        answer = appeal(self.received, lodged=date(2027, 2, 10))
        assert answer[:5] == ("admit", True, None, None, None)
        assert said(answer.outcome) == [("info", "period_not_started", "第四十一条", "C1")]

    def test_without_the_letter_reasons_and_evidence_are_still_needed(self):
        answer = appeal(self.received, reasons=False, evidence_or_leads=False)
        codes = [row[1] for row in said(answer.outcome)]
        assert codes == ["period_not_started", "no_reasons", "no_evidence_or_leads"]
        assert answer.advice == "refuse"

    def test_with_the_letter_the_period_runs_from_its_receipt(self):
        answer = appeal(self.received, received=date(2026, 2, 10), lodged=date(2026, 3, 10))
        assert answer[:3] == ("refuse", False, date(2026, 3, 9))
        assert said(answer.outcome) == [("error", "late", "第四十一条", None)]

    def test_the_law_of_the_day_is_asked_for_before_the_period(self):
        with pytest.raises(InstrumentNotInForce):
            appeal(self.received, on=date(2022, 8, 24))
        with pytest.raises(InstrumentNotInForce):
            appeal(self.received, served=date(2022, 8, 24), lodged=date(2022, 9, 1))

    def test_a_respondent_is_not_asked_when_told(self):
        answer = appeal(self.received, appellant="respondent")
        assert answer.last_day == date(2026, 3, 9)
        assert answer.outcome.readings == ("G1",)
        assert appeal().outcome.readings == ("G1", "C1")

    def test_a_second_appeal_has_no_period_and_says_on_which_reading(self):
        assert appeal(level=2).outcome.readings == ("G6",)
        assert appeal(level=2, by_state_council=True).outcome.readings == ("G6", "C8")

    def test_a_state_council_department_judges_by_analogy_unless_read_as_written(self):
        facts = {"level": 2, "by_state_council": True, "only_dissatisfied": True}
        assert said(appeal(**facts).outcome) == [("error", "only_dissatisfied", "第四十二条", None)]
        written = appeal(NATION.with_readings(C8="as_written"), **facts)
        assert said(written.outcome) == [("warning", "only_dissatisfied", "第四十二条", "C8")]
        finding = written.findings[0]
        assert finding.message == "仅以对结果不服为由，该情形只写给上级主管部门，须说明理由"
        assert finding.citation.text == "向作出该复查结果的国务院部门书面提出申诉"

    def test_what_is_asked_of_every_second_appeal_holds_for_the_department_too(self):
        written = NATION.with_readings(C8="as_written")
        answer = appeal(
            written, level=2, by_state_council=True, reasons=False, sufficient_evidence=False
        )
        assert [row[1] for row in said(answer.outcome)] == [
            "no_other_reasons",
            "evidence_not_sufficient",
        ]
        assert answer.advice == "refuse"

    def test_a_superior_is_not_a_department_of_the_state_council(self):
        written = NATION.with_readings(C8="as_written")
        assert appeal(written, level=2, same_facts_and_reasons=True).advice == "refuse"

    def test_evidence_is_examined_later_only_beside_other_reasons(self):
        admits = NATION.with_readings(second_appeal_evidence="admit")
        without = appeal(admits, level=2, sufficient_evidence=False, reasons=False)
        assert without.advice == "refuse"
        assert said(without.outcome) == [
            ("error", "no_other_reasons", "第四十二条", "second_appeal_evidence"),
            ("error", "evidence_not_sufficient", "第四十二条", "second_appeal_evidence"),
        ]
        with_reasons = appeal(admits, level=2, sufficient_evidence=False)
        assert said(with_reasons.outcome) == [
            ("warning", "evidence_examined_later", "第四十二条", "second_appeal_evidence")
        ]

    def test_the_paper_of_a_review_has_the_name_of_the_province(self):
        assert opinion_title(1, NATION) == "复查意见书"
        assert opinion_title(1, SHANDONG) == "复查决定书"
        assert opinion_title(1, SHANDONG.with_readings(C12="of_221")) == "复查意见书"
        assert opinion_title(2, SHANDONG) == opinion_title(2, NATION) == "复核意见书"


class TestRoute:
    def route(self, context=SHANDONG, **facts):
        base = {"decided_by": "local", "effective": ON, "measures": (MeasureFact(13),)}
        return submission_route(FilingFacts(**{**base, **facts}), context)

    def test_both_counts_are_shown_when_a_package_was_completed(self):
        answer = self.route(
            received_by_province=date(2026, 3, 9), completed_by_province=date(2026, 3, 12)
        )
        assert answer.steps[1].due == date(2026, 3, 23)
        assert said(answer.outcome) == [("info", "second_count", "第二十条", "G10")]
        assert answer.findings[0].message == (
            "期限自首次收到之日起算；自补正完成之日起算的届满日为2026-03-26"
        )

    def test_the_second_count_is_an_interval_where_days_are_not_announced(self):
        answer = self.route(
            received_by_province=date(2026, 3, 9), completed_by_province=date(2026, 12, 20)
        )
        assert answer.findings[0].message.endswith("的届满日预计为2027-01-04")

    def test_counted_from_completion_the_first_receipt_moves_nothing(self):
        moved = SHANDONG.with_readings(G10="from_completed")
        received = date(2026, 3, 9)
        answer = self.route(
            moved, received_by_province=received, completed_by_province=date(2026, 3, 12)
        )
        assert answer.steps[1].due == date(2026, 3, 26)
        assert answer.findings[0].message == "经补正的，期限自补正完成之日起算"
        complete = self.route(moved, received_by_province=received)
        assert complete.steps[1].due == date(2026, 3, 23)
        assert complete.findings == ()

    def test_completion_on_the_day_of_receipt_is_possible_and_before_it_is_not(self):
        day = date(2026, 3, 9)
        assert self.route(received_by_province=day, completed_by_province=day).required
        for received, message in (
            (None, "写明了补正完成的日期，还应写明省级收到的日期"),
            (date(2026, 3, 10), "补正完成的日期早于省级收到的日期"),
        ):
            with pytest.raises(DatesReversed) as refused:
                self.route(received_by_province=received, completed_by_province=day)
            assert refused.value.where == "completed_by_province"
            assert refused.value.message == message

    def test_the_social_sciences_are_read_into_the_chain_on_request_only(self):
        assert self.route(social_science=True).outcome.readings == ("G1", "C9")
        assert self.route().outcome.readings == ("G1",)
        told = SHANDONG.with_readings(C9="inform_social_body")
        answer = self.route(told, social_science=True)
        assert said(answer.outcome) == [("info", "inform_social_body", "第六条", "C9")]
        assert self.route(told).findings == ()
        nothing = self.route(told, social_science=True, measures=(MeasureFact(2),))
        assert (nothing.required, nothing.findings) == (False, ())


HEAD = Party("person", is_head=True, unit="甲大学", superior="教育厅")
PAPER = Matter("paper", (Author("张", ("乙大学",)), Author("李", ("甲大学",))), ("张",))


class TestCompetence:
    def find(self, context, respondent, matter=PAPER, **facts):
        return find_jurisdiction(JurisdictionFacts(respondent, matter, **facts), ON, context)

    def test_ranked_by_the_matter_the_superior_steps_back(self):
        answer = self.find(NATION.with_readings(G15="by_matter"), HEAD)
        assert [c[:2] for c in answer.candidates] == [("乙大学", "lead"), ("甲大学", "cooperates")]
        assert said(answer.outcome)[-1] == ("info", "ranked_by_matter", None, "G15")
        assert answer.findings[-1].message == "第七、八、九条的单位优先，第六条的单位不负责本案"

    def test_ranked_by_the_respondent_the_leading_unit_of_the_paper_cooperates(self):
        answer = self.find(NATION.with_readings(G15="by_respondent"), HEAD)
        assert [c[:2] for c in answer.candidates] == [
            ("教育厅", "organises"),
            ("乙大学", "cooperates"),
            ("甲大学", "cooperates"),
        ]
        assert said(answer.outcome)[-1] == ("info", "ranked_by_respondent", None, "G15")

    @pytest.mark.parametrize("ranking", ["by_matter", "by_respondent"])
    def test_nothing_is_ranked_where_only_one_side_is_named(self, ranking):
        ranked = NATION.with_readings(G15=ranking)
        alone = self.find(ranked, HEAD, Matter())
        assert [c.organisation for c in alone.candidates] == ["教育厅"]
        assert said(alone.outcome) == [("info", "own_head", "第六条", None)]
        staff = self.find(ranked, Party("person", unit="乙大学"))
        assert staff.findings == ()

    def test_a_ranking_does_not_settle_a_paper_of_a_project(self):
        matter = Matter(
            "paper", PAPER.authors, ("张",), managing_department="科技厅", publicly_funded=True
        )
        answer = self.find(NATION.with_readings(G15="by_matter"), HEAD, matter)
        assert answer.conflict
        assert [row[1] for row in said(answer.outcome)] == [
            "own_head",
            "ranked_by_matter",
            "several_competent",
        ]

    def test_in_shandong_the_department_orders_the_unit(self):
        project = Matter("project", managing_department="科技厅", publicly_funded=True)
        answer = self.find(SHANDONG, Party("person", unit="甲大学"), project)
        assert answer.outcome.readings == ("C13",)
        assert self.find(NATION, Party("person", unit="甲大学"), project).outcome.readings == ()

    def test_the_office_of_the_locality_is_one_when_article_15_is_read_alone(self):
        literal = SHANDONG.with_readings(C14="technology_department")
        nobody = Party("person", locality_department="市科技局", locality_social_body="省社科院")
        for domain in ("social", "natural", None):
            answer = self.find(literal, nobody, Matter(), domain=domain)
            assert [c.organisation for c in answer.candidates] == ["市科技局"]
            assert said(answer.outcome) == [
                ("info", "technology_department_only", "第十五条", "C14")
            ]
        none_known = Party("person", locality_social_body="省社科院")
        answer = self.find(literal, none_known, Matter(), domain="social")
        assert [row[1] for row in said(answer.outcome)] == [
            "technology_department_only",
            "nobody_named",
        ]
        unread = self.find(SHANDONG, nobody, Matter(), domain="social")
        assert unread.outcome.readings == ("C14",)

    def test_outside_shandong_article_15_is_not_read_at_all(self):
        literal = NATION.with_readings(C14="technology_department")
        nobody = Party("person", locality_department="市科技局", locality_social_body="社科院")
        answer = self.find(literal, nobody, Matter(), domain="social")
        assert [c.organisation for c in answer.candidates] == ["社科院"]
        assert answer.outcome.readings == ()


class TestComplaints:
    def advise(self, context, **facts):
        base = dict.fromkeys(
            ("respondent_identified", "within_scope", "facts_stated", "evidence"), True
        )
        base |= {"checkable_lead": False, "competent": True}
        return check_complaint(ComplaintFacts(**{**base, **facts}), ON, context)

    def test_the_complainant_is_asked_first_only_when_nothing_else_is_missing(self):
        asks = NATION.with_readings(C5="ask_first")
        alone = self.advise(asks, facts_stated=False, competent=False)
        assert [row[:2] for row in said(alone.outcome)] == [
            ("error", "no_facts"),
            ("warning", "ask_complainant_first"),
            ("warning", "not_competent"),
        ]
        assert alone.findings[1].citation.place == "第十二条"
        assert [ground.place for ground in alone.grounds] == ["第十二条第三项"]
        both = self.advise(asks, facts_stated=False, evidence=False)
        assert "ask_complainant_first" not in [row[1] for row in said(both.outcome)]
        assert self.advise(asks).advice == "accept"
        assert self.advise(asks).findings == ()

    def test_an_act_of_the_annex_is_not_turned_into_one_of_article_2(self):
        annex = self.advise(SHANDONG, within_scope=False, within_annex=True)
        assert annex.outcome.readings == ("C15", "C11")
        assert self.advise(SHANDONG).outcome.readings == ()


def test_the_facts_of_these_readings_can_be_told_on_the_command_line():
    appealed = {
        "level": 2,
        "served": "2026-02-10",
        "lodged": "2026-03-09",
        "appellant": "respondent",
        "reasons": True,
        "evidence_or_leads": True,
        "sufficient_evidence": True,
        "by_state_council": True,
    }

    def told(command, given):
        return COMMANDS[command].input.model_validate_json(json.dumps(given)).facts()

    assert told("check-appeal", appealed).by_state_council is True
    del appealed["by_state_council"]
    assert told("check-appeal", appealed).by_state_council is False
    routed = {"decided_by": "local", "measures": [{"item": 13}], "effective": "2026-03-02"}
    completed = {"completed_by_province": "2026-03-12", "social_science": True}
    facts = told("submission-route", {**routed, **completed})
    assert (facts.completed_by_province, facts.social_science) == (date(2026, 3, 12), True)
    facts = told("submission-route", routed)
    assert (facts.completed_by_province, facts.social_science) == (None, False)
